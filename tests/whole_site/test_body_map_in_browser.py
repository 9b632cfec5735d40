"""The body map of the real site in a real browser: by keyboard, by mouse, by touch and without scripts."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import open_page

CALF = re.compile(r"/where/calf/$")
LEAST_TARGET_PX = 24

SIDE_OF_LARGEST_SQUARE = """picture => {
    picture.scrollIntoView({block: "center"});
    const box = picture.getBoundingClientRect();
    const largest = new Map([...picture.querySelectorAll("a")].map(link => [link, 0]));
    let above = [];
    for (let y = 0; y < box.height; y++) {
        const row = [];
        for (let x = 0; x < box.width; x++) {
            const link = document.elementFromPoint(box.left + x + .5, box.top + y + .5)?.closest("a");
            const same = one => one && one.link === link ? one.side : 0;
            const side = 1 + Math.min(same(above[x]), same(row[x - 1]), same(above[x - 1]));
            row.push({link, side});
            if (side > largest.get(link)) largest.set(link, side);
        }
        above = row;
    }
    return Object.fromEntries([...largest].map(([link, side]) => [link.textContent, side]));
}"""


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def home(browser: Browser, real_address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Open the home page, with scripts and without."""
    page, _ = open_page(browser, real_address, 390, scripts=request.param)
    yield page
    page.context.close()


@pytest.fixture
def narrow(browser: Browser, real_address: str) -> Iterator[Page]:
    """Open the home page on the narrowest screen."""
    page, _ = open_page(browser, real_address, 320)
    yield page
    page.context.close()


def test_tab_goes_from_place_to_place_and_enter_opens_its_page(home: Page) -> None:
    home.get_by_role("link", name="choose it from the list").focus()
    calf = home.get_by_role("link", name="Calf, from behind")
    for _ in range(home.locator(".body-map a").count()):
        home.keyboard.press("Tab")
        if calf.evaluate("link => link === document.activeElement"):
            break
    expect(calf).to_be_focused()
    home.keyboard.press("Enter")
    expect(home).to_have_url(CALF)


def test_a_click_on_either_leg_opens_the_page(home: Page) -> None:
    calf = home.get_by_role("link", name="Calf, from behind")
    for share in (0.2, 0.8):
        calf.scroll_into_view_if_needed()
        box = calf.bounding_box()  # anew: coming back to a page, a browser may scroll it a little otherwise
        assert box is not None
        home.mouse.click(box["x"] + share * box["width"], box["y"] + box["height"] / 2)
        expect(home).to_have_url(CALF)
        home.go_back()


def test_the_list_leads_to_the_same_page(home: Page) -> None:
    home.get_by_role("link", name="choose it from the list").click()
    home.locator("#places").get_by_role("link", name="Calf", exact=True).click()
    expect(home).to_have_url(CALF)


def test_a_ring_shows_where_the_keyboard_is(home: Page) -> None:
    calf = home.get_by_role("link", name="Calf, from behind")
    shape = calf.locator("path").first
    width = "shape => parseFloat(getComputedStyle(shape).strokeWidth)"
    before = shape.evaluate(width)
    home.keyboard.press("Tab")
    calf.focus()
    assert shape.evaluate(width) > 2 * before


def test_every_place_is_large_enough_for_a_finger(narrow: Page) -> None:
    small: dict[str, int] = {}
    for picture in narrow.locator(".body-map svg").all():
        small |= {
            name: side for name, side in picture.evaluate(SIDE_OF_LARGEST_SQUARE).items() if side < LEAST_TARGET_PX
        }
    assert small == {}
