"""axe-core finds nothing: on every kind of page, light and dark, on a telephone and a desk, whatever is open."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser_states import STATES, open_folds
from tests.browsers import served
from tests.page_types import PATHS, WITH_MORE_ON_A_DESK
from tests.projects import CLINIC_FOLDER
from tests.whole_site.axe import violations, violations_of_colour

SCHEMES: Final = {"light": "default", "dark": "slate"}
"""What the reader's machine asks for, and what Material calls it."""

on_phone_and_desk = pytest.mark.parametrize("width", [390, 1280])


def show_in(page: Page, colours: Literal["light", "dark"]) -> None:
    """Have the reader's machine ask for light or dark colours, and wait until the page has them."""
    page.emulate_media(color_scheme=colours)
    page.wait_for_function("scheme => document.body.dataset.mdColorScheme === scheme", arg=SCHEMES[colours])


def test_axe_finds_nothing_on_a_telephone_in_either_colours(shown: Page) -> None:
    shown.set_viewport_size({"width": 390, "height": 800})
    show_in(shown, "light")
    assert violations(shown) == []
    show_in(shown, "dark")
    assert violations_of_colour(shown) == []


@pytest.mark.parametrize("kind", WITH_MORE_ON_A_DESK)
def test_axe_finds_nothing_on_a_desk_in_either_colours(browser: Browser, real_address: str, kind: str) -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 800}, service_workers="block").new_page()
    page.goto(real_address + PATHS[kind])
    open_folds(page)
    show_in(page, "light")
    assert violations(page) == []
    show_in(page, "dark")
    assert violations_of_colour(page) == []
    page.context.close()


OPENED: Final = tuple(state for state in STATES if not state.startswith("folds open on a "))
"""The pages of each kind above have all their folds open already."""


@on_phone_and_desk
@pytest.mark.parametrize("state", OPENED)
def test_axe_finds_nothing_where_something_is_open_in_either_colours(
    browser: Browser, real_address: str, state: str, width: int
) -> None:
    path, act = STATES[state]
    page = browser.new_context(viewport={"width": width, "height": 800}, service_workers="block").new_page()
    page.goto(real_address + path)
    act(page)
    assert violations(page) == []
    show_in(page, "dark")
    assert violations_of_colour(page) == []
    page.context.close()


@pytest.fixture(scope="module")
def copys_address(styled_project: Path) -> Iterator[str]:
    """Serve a clinic's copy with its own colours, logo, words, picture and styles."""
    with served(styled_project / CLINIC_FOLDER / "site") as address:
        yield address


@on_phone_and_desk
@pytest.mark.parametrize("path", ["", "techniques/arch-rub/", "techniques/our-rub/", "about-clinic/", "privacy/"])
def test_axe_finds_nothing_on_a_clinics_copy_in_either_colours(
    browser: Browser, copys_address: str, path: str, width: int
) -> None:
    page = browser.new_context(viewport={"width": width, "height": 800}, service_workers="block").new_page()
    page.goto(copys_address + path)
    show_in(page, "light")
    assert violations(page) == []
    show_in(page, "dark")
    assert violations_of_colour(page) == []
    page.context.close()


@pytest.mark.parametrize("colours", SCHEMES)
def test_axe_finds_pale_letters_in_either_colours(
    browser: Browser, real_address: str, colours: Literal["light", "dark"]
) -> None:
    page = browser.new_context().new_page()
    page.goto(real_address + PATHS["technique"])
    show_in(page, colours)
    page.add_style_tag(content=".md-typeset h1 { color: #888; opacity: 0.5 }")
    assert [fault.partition(":")[0] for fault in violations_of_colour(page)] == ["color-contrast"]
    page.context.close()


def test_axe_finds_what_is_wrong(browser: Browser, real_address: str) -> None:
    page = browser.new_context().new_page()
    page.goto(real_address + PATHS["technique"])
    page.evaluate("document.querySelector('article').insertAdjacentHTML('beforeend', '<p><img src=\"lost.png\"></p>')")
    assert [fault.partition(":")[0] for fault in violations(page)] == ["image-alt"]
    page.context.close()
