"""axe-core finds nothing: on every kind of page, light and dark, on a telephone and a desk, whatever is open."""

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser_states import STATES
from tests.page_types import PATHS
from tests.whole_site.axe import violations

Colours = Literal["light", "dark"]

in_both_colours = pytest.mark.parametrize("colours", ["light", "dark"])
on_phone_and_desk = pytest.mark.parametrize("width", [390, 1280])


@pytest.mark.parametrize(("colours", "width"), [("dark", 390), ("light", 1280)])
def test_axe_finds_nothing_on_a_page(shown: Page, colours: Colours, width: int) -> None:
    shown.set_viewport_size({"width": width, "height": 800})
    shown.emulate_media(color_scheme=colours)
    shown.wait_for_function("scheme => document.body.dataset.mdColorScheme === scheme", arg=SCHEMES[colours])
    assert violations(shown) == []


SCHEMES = {"light": "default", "dark": "slate"}


@in_both_colours
@on_phone_and_desk
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_where_something_is_open(
    browser: Browser, real_address: str, state: str, colours: Colours, width: int
) -> None:
    path, act = STATES[state]
    page = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=colours).new_page()
    page.goto(real_address + path)
    act(page)
    assert violations(page) == []
    page.context.close()


def test_axe_finds_what_is_wrong(browser: Browser, real_address: str) -> None:
    page = browser.new_context().new_page()
    page.goto(real_address + PATHS["technique"])
    page.evaluate("document.querySelector('article').insertAdjacentHTML('beforeend', '<p><img src=\"lost.png\"></p>')")
    assert [fault.partition(":")[0] for fault in violations(page)] == ["image-alt"]
    page.context.close()
