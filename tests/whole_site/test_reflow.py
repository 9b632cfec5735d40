"""On narrow screens, in large letters and with the spacing that a reader sets nothing is lost; targets are large."""

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from contact_sheet.browser import launch
from tests.browser_states import STATES, open_folds, open_menu
from tests.page_types import PATHS
from tests.whole_site.laid_out import scrolls_sideways, words_lost, words_seen
from tests.whole_site.targets import small_targets

SPACING: Final = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""WCAG 2.2, success criterion 1.4.12."""

LARGE: Final = "--blink-settings=defaultFontSize=32"
"""What a reader sets in a browser whose letters should be twice as large; the usual size is 16."""

WIDE = 1280
NARROW: Final = {"320 px": 320, "200 % zoom": 640}


def resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})


@pytest.mark.parametrize("width", NARROW.values(), ids=NARROW.keys())
def test_a_narrow_screen_shows_every_word_that_a_wide_one_does(shown: Page, width: int) -> None:
    resize(shown, WIDE)
    wanted = words_seen(shown)
    resize(shown, width)
    assert not scrolls_sideways(shown)
    assert words_lost(shown) == []
    open_menu(shown)  # has the words of the tabs
    there = set(words_seen(shown))
    shown.locator(".menu summary").click()
    assert [words for words in wanted if words not in there] == []


@pytest.mark.parametrize("width", [390, WIDE])
def test_the_spacing_that_a_reader_sets_loses_nothing(shown: Page, width: int) -> None:
    resize(shown, width)
    style = shown.add_style_tag(content=SPACING)
    sideways, lost = scrolls_sideways(shown), words_lost(shown)
    style.evaluate("style => style.remove()")
    assert (sideways, lost) == (False, [])


@pytest.mark.parametrize("width", [320, WIDE])
def test_every_target_is_large_enough(shown: Page, width: int) -> None:
    resize(shown, width)
    assert small_targets(shown) == []


@pytest.fixture(scope="module")
def browser_of_large_letters(browser: Browser) -> Iterator[Browser]:
    """Start a second browser, whose letters are twice as large."""
    found = launch(browser.browser_type, LARGE)
    yield found
    found.close()


def opened(browser: Browser, address: str, width: int, style: str = "") -> Page:
    """Open a page with all that is folded unfolded."""
    page = browser.new_context(viewport={"width": width, "height": 800}, service_workers="block").new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    if style:
        page.add_style_tag(content=style)
    open_folds(page)
    return page


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS.keys())
def test_letters_twice_as_large_lose_nothing(browser_of_large_letters: Browser, real_address: str, path: str) -> None:
    page = opened(browser_of_large_letters, real_address + path, WIDE)
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 40
    for width in (WIDE, 640):
        resize(page, width)
        assert not scrolls_sideways(page)
        assert words_lost(page) == []
    page.context.close()


@pytest.mark.parametrize("width", [320, WIDE])
@pytest.mark.parametrize("state", STATES)
def test_what_is_open_loses_nothing_and_has_large_targets(
    browser: Browser, real_address: str, state: str, width: int
) -> None:
    path, act = STATES[state]
    page = opened(browser, real_address + path, width)
    act(page)
    assert not scrolls_sideways(page)
    assert small_targets(page) == []
    page.context.close()


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        ("article { width: 2000px }", "leaves the page"),
        (".md-typeset .lead { height: 10px; overflow: hidden }", "is cut off by P.lead"),
        (".md-typeset h1 { margin-bottom: -50px }", "lies on"),
    ],
)
def test_lost_words_are_found(browser: Browser, real_address: str, harm: str, words: str) -> None:
    page = opened(browser, real_address + PATHS["technique"], 390, harm)
    assert any(words in fault for fault in words_lost(page))
    page.context.close()


def test_a_small_target_is_found(browser: Browser, real_address: str) -> None:
    page = opened(browser, real_address, 390, ".menu__button { height: 12px; min-height: 0; padding: 0 }")
    assert [fault.partition(" ")[0] for fault in small_targets(page)] == ["<summary"]
    page.context.close()
