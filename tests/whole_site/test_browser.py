"""The real site in a real browser: on a telephone and a desk, by keyboard, without scripts."""

import re
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsers import OpenPage
from tests.page_types import PATHS

WIDTHS = [390, 1280]
LOOKED_AT: Final = (
    *("home", "hub", "technique", "condition", "routine", "study", "bibliography", "belief", "question page"),
    *("safety-check", "evidence", "handbook", "a-z"),
)
LISTS: Final = {"index of routines": "routines/", "all names": "a-z/"}
TYPES: Final = {**{kind: PATHS[kind] for kind in LOOKED_AT}, **LISTS}


@pytest.mark.parametrize("width", WIDTHS)
def test_the_first_stop_of_the_keyboard_skips_to_the_text(opened: OpenPage, width: int) -> None:
    page, _ = opened("techniques/petrissage/", width)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_be_visible()
    assert "skip" in skip.inner_text().lower()
    page.keyboard.press("Enter")
    assert page.evaluate(
        "document.querySelector('article').contains(document.activeElement) || location.hash.length > 1"
    )
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('.md-content')")


def test_the_menu_opens_by_keyboard_and_leads_on(opened: OpenPage) -> None:
    page, _ = opened(width=390)
    menu = page.locator("details.menu")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(menu.get_by_role("link").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link").first).to_be_focused()
    menu.get_by_role("link", name="Techniques").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/techniques/")


def test_escape_closes_the_menu_and_gives_the_focus_back(opened: OpenPage) -> None:
    page, _ = opened(width=390)
    menu = page.locator("details.menu")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu.get_by_role("link").first).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()


@pytest.mark.parametrize("path", LISTS.values(), ids=LISTS.keys())
def test_nothing_scrolls_sideways_on_a_narrow_screen(opened: OpenPage, path: str) -> None:
    """What holds of a page of each kind is held in test_reflow.py."""
    page, _ = opened(path, 320)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", TYPES.values(), ids=TYPES.keys())
def test_without_scripts_a_page_shows_its_text_and_the_way_on(opened: OpenPage, path: str) -> None:
    page, seen = opened(path, 390, scripts=False)
    expect(page.locator("h1")).to_be_visible()
    assert len(page.locator("article").inner_text()) > 100
    page.locator("details.menu summary").click()
    expect(page.locator("details.menu").get_by_role("link", name="Techniques")).to_be_visible()
    assert seen == []


def test_a_citation_leads_to_its_source_and_back(opened: OpenPage) -> None:
    page, _ = opened("conditions/knee-osteoarthritis/")
    mark = page.locator("sup.cite a").first
    mark.click()
    target = page.evaluate("location.hash")
    assert page.locator(f"[id='{target[1:]}']").is_visible()
    page.locator(f"li:has([id='{target[1:]}']) a.back, li[id='{target[1:]}'] a.back").first.click()
    assert page.evaluate("location.hash").startswith("#cite-")


def test_the_choice_of_colours_is_kept_on_the_next_page(opened: OpenPage) -> None:
    page, _ = opened()
    page.locator("label.md-header__button:visible[for^='__palette']").click()
    chosen = page.evaluate(
        "document.body.getAttribute('data-md-color-media') + document.body.getAttribute('data-md-color-scheme')"
    )
    page.goto(page.url + "techniques/")
    again = page.evaluate(
        "document.body.getAttribute('data-md-color-media') + document.body.getAttribute('data-md-color-scheme')"
    )
    assert again == chosen


def test_the_page_that_is_not_there_offers_the_sections(real_address: str, opened: OpenPage) -> None:
    page, _ = opened("404.html")
    expect(page.locator("h1")).to_have_text("We cannot find that page")
    assert page.locator("article a").count() > 5
    assert real_address


@pytest.mark.parametrize("scripts", [True, False])
def test_the_check_list_can_be_ticked_and_answers_without_scripts(opened: OpenPage, *, scripts: bool) -> None:
    page, _ = opened("is-massage-safe-today/", 390, scripts=scripts)
    question = page.locator(".checklist li").first
    expect(question.get_by_text("If yes:")).to_be_visible()
    before = question.evaluate("item => getComputedStyle(item).backgroundColor") if scripts else None
    question.get_by_role("checkbox").check()
    expect(question.get_by_role("checkbox")).to_be_checked()
    if scripts:
        assert question.evaluate("item => getComputedStyle(item).backgroundColor") != before


def test_every_box_of_the_check_list_is_named_by_its_question(opened: OpenPage) -> None:
    page, _ = opened("is-massage-safe-today/")
    boxes = page.get_by_role("checkbox").filter(visible=True).all()
    assert len(boxes) > 10
    for box in boxes:
        expect(box).to_have_accessible_name(re.compile(r"\?$"))


def column_of(page: Page, name: str) -> tuple[Locator, Locator]:
    """Find the heading of a column of the largest table of studies, and its cells."""
    tables = page.locator(".sortable table").all()
    table = max(tables, key=lambda one: one.locator("tbody tr").count())
    heading = table.get_by_role("columnheader", name=name)
    place = heading.evaluate("cell => cell.cellIndex")
    return heading, table.locator(f"tbody td:nth-child({place + 1})")


def test_a_table_of_studies_sorts_by_a_column_and_back_by_keyboard(opened: OpenPage) -> None:
    page, _ = opened("evidence/")
    heading, cells = column_of(page, "People")
    heading.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    numbers = [int(words) for words in cells.all_inner_texts() if words.isdigit()]
    assert len(numbers) > 3
    assert numbers == sorted(numbers)
    page.keyboard.press("Enter")
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert [int(words) for words in cells.all_inner_texts() if words.isdigit()] == numbers[::-1]


def test_one_table_sorts_and_the_others_stay(opened: OpenPage) -> None:
    page, _ = opened("evidence/")
    heading, cells = column_of(page, "Study")
    before = page.locator(".sortable tbody").all_inner_texts()
    for _ in range(2):
        heading.get_by_role("button").click()
    names = cells.all_inner_texts()
    assert names == sorted(names, key=str.casefold, reverse=True)
    after = page.locator(".sortable tbody").all_inner_texts()
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_a_table_sorts_by_how_sure_we_are_and_not_by_the_alphabet(opened: OpenPage) -> None:
    page, _ = opened("evidence/")
    heading, cells = column_of(page, "How sure")
    heading.get_by_role("button").click()
    words = cells.all_inner_texts()
    order = ["Very low", "Low", "Moderate", "High"]
    assert len(set(words)) > 1
    assert words == sorted(words, key=order.index)


def test_without_scripts_the_table_of_studies_stands_there_whole(opened: OpenPage) -> None:
    page, _ = opened("evidence/", scripts=False)
    assert page.locator(".sortable tbody tr").count() > 15
    assert page.locator(".sortable button").count() == 0
