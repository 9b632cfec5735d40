"""What a page says before all else: its plain name, the key points, when to stop; and what it keeps folded."""

from collections.abc import Mapping
from functools import cache

import pytest

from generator.rendering import OutputFile
from tests.shown_pages import front_matter_of, rendered, shown, words_of
from tests.things import area, caution, routine, thing

CARE = caution("care", "care", ["massage"])
RUB = thing(
    "techniques", "rub", name="Friction", plain="small circles", also=["Small circles", "rubbing"], areas=["foot"],
    cautions=["care"], summary="Fingers draw small circles. They stay on one spot.", next=["rub-2"],
)  # fmt: skip
TWO = thing("techniques", "rub-2", areas=["foot"], cautions=["care"])


@cache
def pages() -> Mapping[str, OutputFile]:
    return rendered(CARE, RUB, TWO, area("foot"))


def test_a_technical_name_has_its_plain_word_behind_it_wherever_it_stands_alone() -> None:
    assert words_of(shown(pages()["techniques/rub.md"]).xpath("//h1")[0]) == "Friction (small circles)"
    assert front_matter_of(pages()["techniques/rub.md"])["title"] == "Friction (small circles)"
    assert "[Friction (small circles)](../techniques/rub.md)" in pages()["anatomy/foot.md"].content


def test_the_plain_word_is_not_told_again_among_the_other_names() -> None:
    assert words_of(shown(pages()["techniques/rub.md"]).xpath("//p[@class='also']")[0]) == "Also called: rubbing."


def test_key_points_come_before_the_facts() -> None:
    pages = rendered(
        CARE, area("foot"), thing("conditions", "ache", in_short=["Keep moving, see [[foot]].", "Ask early."])
    )
    box = shown(pages["conditions/ache.md"]).xpath("//div[@class='in-short']")[0]
    assert [words_of(item) for item in box.xpath(".//li")] == ["Keep moving, see Foot.", "Ask early."]


@pytest.mark.parametrize(
    ("claims", "sure"),
    [
        ([], "Nobody tested it"),
        ([{"says": "Many like it.", "basis": "practice"}], "Nobody tested it"),
        ([("low", "may"), ("very-low", "")], "Low certainty"),
        ([("moderate", "probably"), ("low", "may")], "Moderate certainty"),
        (
            [{"says": "It may help.", "sources": ["x"], "certainty": "low", "applies": "indirect"}],
            "Not tested as self-massage",
        ),
    ],
)
def test_the_box_says_how_sure_the_best_evidence_is(claims: list[object], sure: str) -> None:
    words = {
        "low": "It may help.",
        "very-low": "It is very uncertain whether it helps.",
        "moderate": "It probably helps.",
    }
    made = [
        one
        if isinstance(one, dict)
        else {"says": words[one[0]], "sources": ["x"], "certainty": one[0], "applies": "direct"}  # type: ignore[index]
        for one in claims
    ]
    page = shown(
        rendered(CARE, area("foot"), thing("techniques", "rub", areas=["foot"], claims=made))["techniques/rub.md"]
    )
    assert (
        words_of(page.xpath("//div[@class='facts']//li[starts-with(., 'How sure')]")[0]) == f"How sure it helps {sure}"
    )


@pytest.mark.parametrize(
    ("does", "stop"),
    [
        ("heat", "it burns"),
        ("cold", "it burns"),
        ("lotion", "it burns or itches"),
        ("massage", "it hurts"),
        ("support", ""),
    ],
)
def test_the_box_says_when_to_stop(does: str, stop: str) -> None:
    page = shown(rendered(CARE, thing("tools", "thing", does=does, cautions=["care"]))["tools/thing.md"])
    found = [words_of(item) for item in page.xpath("//div[@class='facts']//li[starts-with(., 'Stop if')]")]
    assert [item.startswith(f"Stop if {stop}") for item in found] == ([True] if stop else [])


def test_do_and_do_not_come_before_the_steps() -> None:
    made = thing("techniques", "rub", areas=["foot"], do=["Go slowly."], do_not=["press hard."], steps=["Rub."])
    words = words_of(shown(rendered(CARE, area("foot"), made)["techniques/rub.md"]))
    assert words.index("press hard.") < words.index("What to do")


def test_a_routine_tells_each_movement_once() -> None:
    session = routine("session", {"technique": "rub", "area": "foot"}, {"technique": "rub", "area": "foot"})
    page = words_of(shown(rendered(CARE, RUB, TWO, area("foot"), session)["routines/session.md"]))
    assert page.count("Fingers draw small circles.") == 1
    assert "They stay on one spot." not in page


def test_every_next_step_ends_with_the_sheet_to_keep_track_on() -> None:
    links = shown(pages()["techniques/rub.md"]).xpath(
        "//h2[starts-with(., 'What next')]/following-sibling::ul[1]//a/@href"
    )
    assert links == ["rub-2.md", "../practice-sheet.md"]


def test_what_few_look_for_is_folded() -> None:
    page = shown(pages()["cautions/care.md"])
    assert [words_of(summary) for summary in page.xpath("//details/summary")] == [
        "Change how pictures look",
        "Techniques",
    ]
    assert page.xpath("//details//a/@href") == ["../techniques/rub.md", "../techniques/rub-2.md"]


def test_a_question_to_ask_is_written_out() -> None:
    pages = rendered(caution("veins", "ask-first", ["massage"]), CARE)
    assert "Is it safe for me?" in words_of(shown(pages["cautions/veins.md"]))
    assert "Is it safe for me?" not in words_of(shown(pages["cautions/care.md"]))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"given_by": "self"}, "begin with half the time"),
        ({"given_by": "professional"}, "Somebody else gave this massage"),
        ({"given_by": "professional", "under_care": True}, "Do not copy this at home."),
        ({}, "Look up what you feel"),
    ],
)
def test_a_study_says_what_a_reader_can_do(fields: dict[str, object], words: str) -> None:
    assert words in words_of(shown(rendered(thing("studies", "a2020", **fields))["studies/a2020.md"]))
