"""All studies in a table and a picture: what was studied for which condition, with how many people, how surely."""

import math
import re

import pytest
from lxml import etree

from generator.linking.address import Address, Named
from generator.model.fields import Certainty, Performer
from generator.model.kinds.study import Design, Study
from generator.rendering.evidence_map import MOST_CIRCLES, MOST_ROWS, StudiedCondition, draw_evidence_map
from tests.hostile_words import HOSTILE
from tests.shown_pages import Element, linked, pages_of_catalogue, rendered, shown, words_of
from tests.things import catalogue_of, thing

SVG = "{http://www.w3.org/2000/svg}"


def study(
    name: str, people: int | None, certainty: Certainty = Certainty.LOW, by: Performer = Performer.PARTNER
) -> Study:
    return Study(
        id=re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "x",
        name=name,
        summary="A study.",
        reviewed="2026-11-01",
        review_due="2028-11-01",
        design=Design.RANDOMISED,
        people=people,
        who="Adults.",
        done="Massage.",
        given_by=by,
        outcome=("Less pain.",),
        limits=("Small.",),
        certainty=certainty,
        means="It may help.",
        record="Made up.",
    )


def condition(name: str) -> Named:
    return Named("id", name, Address("conditions/id.md"), "")


def drawn(*rows: StudiedCondition) -> Element:
    """Draw a picture, and read its SVG."""
    figure = etree.fromstring(str(draw_evidence_map(rows)))
    return figure[0]


def circles(picture: Element) -> list[Element]:
    return list(picture.iter(f"{SVG}circle"))


def test_the_area_of_a_circle_is_its_people() -> None:
    picture = drawn(StudiedCondition(condition("Ache"), (study("Large", 400), study("Small", 100))))
    large, small = (float(circle.get("r")) for circle in circles(picture))
    assert (large / small) ** 2 == pytest.approx(4, rel=0.02)


def test_no_two_circles_touch_and_none_leaves_its_column() -> None:
    many = tuple(study(f"Study {n}", n * 37 % 700 + 1, list(Certainty)[n % 4]) for n in range(20))
    picture = drawn(StudiedCondition(condition("Ache"), many), StudiedCondition(condition("Cramp"), many[:9]))
    found = [tuple(float(circle.get(name)) for name in ("cx", "cy", "r")) for circle in circles(picture)]
    assert len(found) == 29
    for index, (x, y, r) in enumerate(found):
        assert x - r >= 90 * (x // 90) - 0.1
        assert x + r <= 90 * (x // 90 + 1)
        for other_x, other_y, other_r in found[index + 1 :]:
            assert math.hypot(x - other_x, y - other_y) >= r + other_r - 0.1


def test_surer_is_further_right() -> None:
    rows = (StudiedCondition(condition("Ache"), tuple(study(str(level), 50, level) for level in Certainty)),)
    by_name = {circle[0].text: float(circle.get("cx")) for circle in circles(drawn(*rows))}
    assert sorted(by_name, key=lambda name: by_name[name]) == ["Very low", "Low", "Moderate", "High"]


def test_self_massage_other_massage_and_unknown_numbers_look_different() -> None:
    studies = (study("A", 10, by=Performer.SELF), study("B", 10), study("C", None))
    looks = {
        circle[0].text: circle.get("class") for circle in circles(drawn(StudiedCondition(condition("Ache"), studies)))
    }
    assert looks == {"A": "direct", "B": "indirect", "C": "unknown"}


def test_the_conditions_with_the_most_people_are_shown() -> None:
    rows = [StudiedCondition(condition(f"Ache {n:02}"), (study("S", n + 1),)) for n in range(MOST_ROWS + 5)]
    names = [text.text for text in drawn(*rows).iter(f"{SVG}text") if text.get("class") == "row"]
    assert names == [f"Ache {n:02}" for n in range(MOST_ROWS + 4, 4, -1)]


def test_a_picture_has_no_more_circles_than_it_can_hold() -> None:
    rows = [StudiedCondition(condition(f"Ache {n}"), tuple(study(f"S{i}", i + 1) for i in range(30))) for n in range(4)]
    assert len(circles(drawn(*rows))) == MOST_CIRCLES


def test_the_picture_says_itself_in_words() -> None:
    label = drawn(StudiedCondition(condition("Ache"), (study("A", 1), study("B", 2)))).get("aria-label")
    assert "Ache: 2." in label


def test_without_studies_there_is_a_picture_of_nothing() -> None:
    assert circles(drawn()) == []


@pytest.mark.parametrize("words", HOSTILE)
def test_names_are_text_in_the_picture_too(words: str) -> None:
    printable = "".join(letter for letter in words if letter.isprintable())
    picture = drawn(StudiedCondition(condition(printable), (study(f"S {printable}", 5),)))
    assert [text.text for text in picture.iter(f"{SVG}text") if text.get("class") == "row"] == [printable]
    assert len(list(picture.iter())) == len(list(drawn(StudiedCondition(condition("x"), (study("S x", 5),))).iter()))


def test_the_table_holds_every_study_with_what_it_means_first() -> None:
    page = shown(rendered(thing("studies", "b2020", people=7), thing("studies", "a2020"))["evidence.md"])
    rows = [[words_of(cell) for cell in row.xpath("td")] for row in page.xpath("//tbody/tr")]
    assert [row[0] for row in rows] == ["A2020", "B2020"]
    assert rows[1][1:4] == ["It may help a little.", "Low", "People: 7"]


def test_studies_stand_under_whose_hands_gave_the_massage() -> None:
    files = {
        **thing("studies", "a2020", given_by="self"),
        **thing("studies", "b2020", given_by="professional"),
        **thing("studies", "c2020", given_by="professional", under_care=True),
        **thing("studies", "d2020"),
    }
    page = shown(rendered(files)["evidence.md"])
    tables = [words_of(table.xpath(".//tbody")[0]).split()[0] for table in page.xpath("//table")]
    headings = [words_of(heading).rstrip("#") for heading in page.xpath("//h2[following::table]")][-4:]
    assert dict(zip(headings, tables, strict=True)) == {
        "Studies of self-massage": "A2020",
        "Studies of massage given by others": "B2020",
        "Studies of patients under care": "C2020",
        "Guidelines, experts and statistics": "D2020",
    }


def test_the_page_sums_up_what_the_studies_come_to() -> None:
    files = {**thing("studies", "a2020", given_by="self", people=40), **thing("studies", "b2020", certainty="moderate")}
    lines = [words_of(item) for item in shown(rendered(files)["evidence.md"]).xpath("//div[@class='in-short']//li")]
    assert lines[:3] == [
        "Of 2 studies, 1 tested self-massage, with 40 people in all.",
        "High certainty: none of them.",
        "Moderate certainty: 1 of them.",
    ]


def test_a_long_table_goes_on_on_further_pages() -> None:
    files = {path: text for n in range(95) for path, text in thing("studies", f"s{n:03}").items()}
    pages = pages_of_catalogue(catalogue_of(files))
    tables = [path for path in pages if path == "evidence.md" or path.startswith("evidence/")]
    assert tables == ["evidence.md", *(f"evidence/page-{n}.md" for n in (2, 3, 4))]
    assert sum(len(shown(pages[path]).xpath("//tbody/tr")) for path in tables) == 95
    assert [bool(shown(pages[path]).xpath("//figure")) for path in tables] == [True, False, False, False]


def test_only_conditions_have_rows_in_the_picture() -> None:
    site = linked(
        thing("conditions", "ache"), thing("anatomy", "foot"), thing("studies", "a2020", about=["ache", "foot"])
    )
    assert site.pages["ache"].back_links
    page = shown(
        rendered(
            thing("conditions", "ache"), thing("anatomy", "foot"), thing("studies", "a2020", about=["ache", "foot"])
        )["evidence.md"]
    )
    assert [text.text for text in page.xpath("//*[local-name()='text'][@class='row']")] == ["Ache"]
