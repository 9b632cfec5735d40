"""The check list before a session asks what the cautions ask, the strictest first, and works without scripts."""

from collections.abc import Mapping
from functools import cache

from generator.rendering import OutputFile
from generator.rendering.overviews import MOST_QUESTIONS
from tests.shown_pages import front_matter_of, rendered, shown, words_of
from tests.things import area, caution, thing

PAGE = "is-massage-safe-today.md"
CLOT = caution(
    "clot",
    "absolute",
    ["massage"],
    question="Do you have a clot?",
    instead="Do not massage. Rest the leg, see [[foot]].",
    red_flags=[{"sign": "You cannot breathe.", "urgency": "emergency"}],
)
NUMB = caution(
    "numb", "ask-first", ["massage"], question="Are your feet numb?", instead="Ask a nurse. She looks at them."
)
KNEECAP = caution("kneecap", "local", ["massage"], areas=["foot"], instead="Work above it. Never on it.")
PAIN = caution("pain", "care", ["massage"], instead="Stop. Then rest.")


@cache
def all_pages() -> Mapping[str, OutputFile]:
    return rendered(CLOT, NUMB, KNEECAP, PAIN, area("foot"))


def test_each_caution_that_forbids_or_asks_has_a_question_and_a_box() -> None:
    page = shown(all_pages()[PAGE])
    questions = [words_of(label) for label in page.xpath("//label[input[@type='checkbox']]")]
    assert questions == ["Do you have a clot?", "Are your feet numb?"]


def test_the_answer_is_the_first_sentence_of_what_to_do() -> None:
    answers = [
        words_of(item) for item in shown(all_pages()[PAGE]).xpath("//div[starts-with(@class, 'checklist')]//li/p[2]")
    ]
    assert answers == ["If yes: Do not massage. Clot", "If yes: Ask a nurse. Numb"]


def test_places_and_care_are_told_and_not_asked() -> None:
    told = [words_of(item) for item in shown(all_pages()[PAGE]).xpath("//h3/following-sibling::ul/li")]
    assert told == ["Kneecap. Work above it.", "Pain. Stop."]


def test_the_signs_of_danger_come_first() -> None:
    page = words_of(shown(all_pages()[PAGE]))
    assert page.index("You cannot breathe.") < page.index("Do you have a clot?")


def test_every_caution_must_be_linked_from_the_built_page() -> None:
    assert set(all_pages()[PAGE].must_link) == {f"cautions/{name}/" for name in ("clot", "numb", "kneecap", "pain")}


def test_the_page_says_where_it_belongs() -> None:
    assert front_matter_of(all_pages()[PAGE])["section"] == "cautions/"


def test_every_page_of_something_to_do_leads_to_it() -> None:
    pages = rendered(CLOT, area("foot"), thing("techniques", "rub", areas=["foot"], cautions=["clot"]))
    assert shown(pages["techniques/rub.md"]).xpath("//div[@class='facts']//li[starts-with(., 'First')]/a/@href") == [
        "../is-massage-safe-today.md"
    ]


def test_a_text_can_link_it() -> None:
    pages = rendered(area("foot"), thing("conditions", "ache", what="First see [[is-massage-safe-today]]."))
    assert "[Is massage safe for me today?](../is-massage-safe-today.md)" in pages["conditions/ache.md"].content


def test_a_site_without_cautions_asks_nothing() -> None:
    assert shown(rendered(area("foot"))[PAGE]).xpath("//input") == []


def test_a_large_site_asks_what_holds_everywhere_and_links_the_rest() -> None:
    here = {
        path: text
        for n in range(20)
        for path, text in caution(f"a{n:02}", "absolute", ["massage"], areas=["foot"]).items()
    }
    pages = rendered(here, caution("z-everywhere", "absolute", ["massage"], question="Everywhere?"), area("foot"))
    page = shown(pages[PAGE])
    assert len(page.xpath("//input")) == MOST_QUESTIONS
    assert words_of(page.xpath("//label")[0]) == "Everywhere?"
    assert page.xpath("//a[. = 'all cautions']/@href") == ["cautions/index.md"]
    assert len(pages[PAGE].must_link) == MOST_QUESTIONS
