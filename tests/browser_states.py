"""What a reader may have open on a page, for what must hold then too."""

from collections.abc import Callable, Mapping
from typing import Final

from playwright.sync_api import Page, expect

from tests.page_types import TYPES


def open_menu(page: Page) -> None:
    """Open the menu of narrow screens; on wide ones it is not there, and the tabs are."""
    if page.locator(".menu summary").is_visible():
        page.locator(".menu summary").click()
        expect(page.locator(".menu__panel")).to_be_visible()


def open_search(page: Page) -> None:
    """Search for something that is found."""
    page.get_by_role("textbox").first.click()
    page.keyboard.type("knee", delay=30)
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def open_folds(page: Page) -> None:
    """Unfold all that is folded in the text."""
    page.locator("article details").evaluate_all("all => all.forEach(one => { one.open = true })")


def tick_answers(page: Page) -> None:
    """Answer the first question of each list of the check list with yes."""
    for box in page.locator(".checklist li:first-child input").all():
        box.check()


STATES: Final[Mapping[str, tuple[str, Callable[[Page], None]]]] = {
    "menu open": (TYPES["technique"], open_menu),
    "search open": (TYPES["technique"], open_search),
    "folds open on a technique": (TYPES["technique"], open_folds),
    "folds open on a routine": (TYPES["routine"], open_folds),
    "folds open on a condition": (TYPES["condition"], open_folds),
    "check list answered": (TYPES["safety-check"], tick_answers),
}
"""A page, and what is done on it."""
