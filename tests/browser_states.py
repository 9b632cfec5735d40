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
    page.locator(".search__field").click()
    page.keyboard.type("knee", delay=30)
    expect(page.locator(".search__panel").get_by_role("link").first).to_be_visible()


def open_folds(page: Page) -> None:
    """Unfold all that is folded in the text."""
    page.locator("article details").evaluate_all("all => all.forEach(one => { one.open = true })")


def begin_routine(page: Page) -> None:
    """Start the player, which asks about safety first."""
    page.get_by_role("button", name="Start: count for me").click()
    expect(page.get_by_role("heading", name="is any of this true today?")).to_be_visible()


def play_routine(page: Page) -> None:
    """Let the player count the first step."""
    begin_routine(page)
    page.get_by_role("button", name="No, none of it: start").click()
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("timer")).to_be_visible()


def stop_routine(page: Page) -> None:
    """Say that it hurts."""
    play_routine(page)
    page.get_by_role("button", name="Stop, it hurts").click()


def pick_pages(page: Page) -> None:
    """Take the page into the reader's plan, and look at the plan."""
    page.get_by_role("button", name="Add to my plan").click()
    page.get_by_role("link", name="See my plan").click()
    expect(page.locator(".plan > li a")).to_have_count(1)


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
    "player asking": (TYPES["routine"], begin_routine),
    "player running": (TYPES["routine"], play_routine),
    "player stopped": (TYPES["routine"], stop_routine),
    "plan with a page": (TYPES["technique"], pick_pages),
    "check list answered": (TYPES["safety-check"], tick_answers),
}
"""A page, and what is done on it."""
