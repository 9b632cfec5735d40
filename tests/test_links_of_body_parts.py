"""The first mention of a body part in a page's text links itself; headings, links and code stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.prepared_text import PreparedTexts, TermMention
from tests.shown_pages import Element, rendered, shown, words_of
from tests.things import area, thing

PARTS = {
    **area("foot"),
    **area("heel"),
    **area("plantar-fascia"),
    **thing("anatomy", "fat-pad", name="Heel pad", also=["heel fat pad", "Hoffa’s body"]),
    **thing("anatomy", "patella", name="Kneecap", also=["patella"]),
}


def links_of(page: Element) -> list[tuple[str, str]]:
    return [(words_of(link), link.get("href")) for link in page.xpath(".//a")]


def step(text: str) -> list[tuple[str, str]]:
    """Give the links of a text on a tool's page."""
    page = shown(rendered(PARTS, thing("tools", "ball", summary="Round.", steps=[text]))["tools/ball.md"])
    return links_of(page.xpath("//div[@class='steps']")[0])


def guide(body: str) -> Element:
    (path, text), *_ = thing("guides", "page", summary="Round.").items()
    return shown(rendered(PARTS, {path: text.replace("Words.", body)})["guides/page.md"])


FOOT = "../anatomy/foot.md"


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Rub the foot, then the foot again.", [("foot", FOOT)]),
        ("Foot first.", [("Foot", FOOT)]),
        ("Rub your FOOT.", [("FOOT", FOOT)]),
        ("Mind the Straße, İ and the foot.", [("foot", FOOT)]),
        ("Rub the foot", [("foot", FOOT)]),
        ("(foot)", [("foot", FOOT)]),
        ("the foot's arch", []),
        ("a foot-rest", []),
        ("barefoot and footage", []),
        ("Rub your heel pad.", [("heel pad", "../anatomy/fat-pad.md")]),
        ("Rub your heel fat pad.", [("heel fat pad", "../anatomy/fat-pad.md")]),
        ("Rub your heel fat.", [("heel", "../anatomy/heel.md")]),
        ("Rub your heel, pad it.", [("heel", "../anatomy/heel.md")]),
        ("Rub your heel  pad.", [("heel pad", "../anatomy/fat-pad.md")]),
        ("Hoffa’s body is soft.", [("Hoffa’s body", "../anatomy/fat-pad.md")]),
        ("Hoffa's body is soft.", [("Hoffa's body", "../anatomy/fat-pad.md")]),
        ("The kneecap, or patella.", [("kneecap", "../anatomy/patella.md")]),
        ("The [[foot]] and the foot.", [("Foot", FOOT)]),
        ("The [[foot|sole]] and the foot.", [("sole", FOOT)]),
        (
            "Plantar fascia and heel.",
            [("Plantar fascia", "../anatomy/plantar-fascia.md"), ("heel", "../anatomy/heel.md")],
        ),
        ("Stop!foot", [("foot", FOOT)]),
        ("Look![[foot]]", [("Foot", FOOT)]),
        ("*foot* _heel_", [("foot", FOOT), ("heel", "../anatomy/heel.md")]),
    ],
)
def test_the_first_mention_links_and_the_longest_name_wins(text: str, links: list[tuple[str, str]]) -> None:
    assert step(text) == links


def test_the_words_stay_as_they_were_written() -> None:
    text = "Foot, heel fat pad & Hoffa's body! (kneecap) _patella_"
    page = shown(rendered(PARTS, thing("tools", "ball", steps=[text]))["tools/ball.md"])
    assert text in words_of(page)


@given(st.lists(st.one_of(st.sampled_from(["foot", "HEEL", "Straße", "heel fat pad", " ", "’", "-"]), st.text())))
def test_taking_a_text_apart_loses_and_moves_no_sign(parts: list[str]) -> None:
    words = "".join(parts)
    texts = PreparedTexts([("Foot", "foot"), ("heel", "heel"), ("heel fat pad", "fat-pad"), ("Straße", "street")])
    pieces = list(texts.mentions(words))
    assert "".join(piece.words if isinstance(piece, TermMention) else piece for piece in pieces) == words
    named = {piece.words.casefold() for piece in pieces if isinstance(piece, TermMention)}
    assert {" ".join(name.split()) for name in named} <= {"foot", "heel", "heel fat pad", "strasse"}


def test_a_mention_in_an_earlier_text_of_the_page_is_the_first() -> None:
    page = shown(
        rendered(PARTS, thing("tools", "ball", summary="For a foot.", steps=["Rub the foot."]))["tools/ball.md"]
    )
    assert [words for words, target in links_of(page) if target == FOOT] == ["foot"]
    assert page.xpath("//div[@class='steps']//a") == []


def test_a_page_does_not_link_itself() -> None:
    page = shown(rendered(area("foot"), thing("anatomy", "heel", where="A heel of a foot."))["anatomy/heel.md"])
    assert [target for _, target in links_of(page) if target in {"foot.md", "heel.md"}] == ["foot.md"]


def test_a_name_does_not_link_in_a_heading() -> None:
    page = shown(rendered(PARTS, thing("tools", "ball", name="Foot ball"))["tools/ball.md"])
    assert page.xpath("//h1//a | //h2//a | //h3//a") == []


@pytest.mark.parametrize(
    "body",
    [
        "## The foot",
        "  ## The foot",
        "The foot\n--------",
        "The foot\n========",
        "`the foot`",
        "``the ` foot``",
        "```\nthe foot\n```",
        "~~~\nthe foot\n~~~",
        "````\n```\nthe foot\n````",
        "```text\nthe foot\n```",
        "Code:\n\n    the foot",
        "[the foot](https://e.example/)",
        "[the\nfoot](https://e.example/)",
        "[the foot][there]\n\n[there]: https://e.example/",
        "![the foot](https://e.example/x.png)",
        "<https://e.example/foot/x>",
        "[[heel|a foot’s end]]",
    ],
)
def test_a_name_in_a_heading_a_link_or_code_of_a_guide_does_not_link(body: str) -> None:
    page = guide(body)
    assert [target for _, target in links_of(page) if target == FOOT] == []


@pytest.mark.parametrize(
    "body",
    [
        "The foot.",
        "- the foot",
        "1. the foot",
        "> the foot",
        "| a |\n| --- |\n| foot |",
        "*the foot*",
        "## Foot\n\nA foot.",
    ],
)
def test_a_name_in_other_text_of_a_guide_links(body: str) -> None:
    assert [target for _, target in links_of(guide(body)) if target == FOOT] == [FOOT]


def test_code_in_a_guide_shows_as_it_stands() -> None:
    lines = ["foot, heel {x} &lt; [[foot]] [@key]", "*a* {{ b }}"]
    page = guide("Words.\n\n```\n" + "\n".join(lines) + "\n```\n")
    assert [code.text_content().strip() for code in page.xpath("//pre/code")] == ["\n".join(lines)]


def test_names_of_other_kinds_do_not_link_themselves() -> None:
    assert step("Roll the ball.") == []
    page = shown(
        rendered(PARTS, thing("tools", "ball"), thing("tools", "stick", steps=["Not a ball."]))["tools/stick.md"]
    )
    assert [target for _, target in links_of(page) if "ball" in target] == []


def test_a_name_with_signs_in_it_links_too() -> None:
    parts = {**thing("anatomy", "acl", name="Front cruciate ligament (ACL)", also=["A.C.L."]), **area("foot")}
    page = shown(
        rendered(parts, thing("tools", "ball", steps=["Spare the front cruciate ligament (ACL)."]))["tools/ball.md"]
    )
    assert [target for _, target in links_of(page.xpath("//div[@class='steps']")[0])] == ["../anatomy/acl.md"]


def test_a_link_or_citation_in_a_guide_may_run_over_the_end_of_a_line() -> None:
    page = guide("Rub the [[foot|sole of\n  the foot]] and\n[[heel]].")
    assert [words for words, _ in links_of(page) if words in {"sole of the foot", "Heel"}] == [
        "sole of the foot",
        "Heel",
    ]
    assert "[[" not in words_of(page)
