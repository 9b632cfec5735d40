"""A first view is light and stands still: what is transferred with gzip, and what moves while a page loads."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, Route

from benchmarks.web_host import Host
from tests.page_types import PATHS, WITH_MORE_ON_A_DESK

MOST_BYTES: Final = 150_000
"""A first view, its search apart, with headers."""

OF_THE_SEARCH: Final = ("/search/", "/workers/", "/bundle.")

_WATCH_SHIFTS: Final = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const moved = entry.sources.map(({ node, previousRect: from, currentRect: to }) =>
      `${(node?.outerHTML ?? node?.textContent)?.slice(0, 60)} from ${from.x},${from.y} to ${to.x},${to.y}`);
    if (!entry.hadRecentInput) window.shifts.push(`${entry.value}: ${moved.join(" and ")}`);
  }
}).observe({ type: "layout-shift", buffered: true });
"""


def transferred(page: Page, address: str) -> dict[str, int]:
    """Open a page, and give the bytes of every answer, as they came over the line."""
    session = page.context.new_cdp_session(page)
    addresses: dict[str, str] = {}
    found: dict[str, int] = {}

    def on_request(event: dict[str, Any]) -> None:
        addresses[event["requestId"]] = event["request"]["url"]

    def on_end(event: dict[str, Any]) -> None:
        url = addresses[event["requestId"]]
        found[url] = found.get(url, 0) + int(event["encodedDataLength"])

    session.on("Network.requestWillBeSent", on_request)
    session.on("Network.loadingFinished", on_end)
    session.send("Network.enable")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return found


def test_the_measure_counts_what_is_compressed(browser: Browser, real_host: Host, real_site: Path) -> None:
    page = browser.new_context().new_page()
    sizes = transferred(page, real_host.address)
    (styles,) = [url for url in sizes if url.endswith(".css")]
    raw = (real_site / styles.removeprefix(real_host.address)).stat().st_size
    assert 0.1 * raw < sizes[styles] < 0.3 * raw
    page.context.close()


def late(route: Route) -> None:
    """Let a font come when everything else has been read."""
    time.sleep(0.4)
    route.continue_()


@dataclass(frozen=True)
class FirstView:
    """What came over the line for a page that was never seen before, in bytes by address, and what moved meanwhile."""

    address: str
    transferred: Mapping[str, int]
    shifts: Sequence[str]


def view(browser: Browser, address: str, width: int) -> FirstView:
    """Open a page for the first time; its fonts come late."""
    page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    page.add_init_script(_WATCH_SHIFTS)
    page.route("**/*.woff2", late)
    sizes = transferred(page, address)
    page.evaluate("document.fonts.ready")
    if page.locator(".save").count():
        page.locator(".save button").wait_for()
    found = FirstView(address, sizes, page.evaluate("window.shifts"))
    page.context.close()
    return found


@pytest.fixture(scope="module", params=PATHS.values(), ids=list(PATHS))
def on_a_phone(browser: Browser, real_host: Host, request: pytest.FixtureRequest) -> FirstView:
    return view(browser, real_host.address + request.param, 390)


def test_a_first_view_is_light_and_does_not_fetch_the_search(on_a_phone: FirstView) -> None:
    sizes = on_a_phone.transferred
    assert [url for url in sizes if any(sign in url for sign in OF_THE_SEARCH)] == []
    assert on_a_phone.address in sizes
    assert any(url.endswith(".woff2") for url in sizes)
    assert sum(sizes.values()) < MOST_BYTES


def test_nothing_moves_while_a_page_loads(on_a_phone: FirstView) -> None:
    assert on_a_phone.shifts == []


@pytest.mark.parametrize("kind", WITH_MORE_ON_A_DESK)
def test_nothing_moves_on_a_desk(browser: Browser, real_host: Host, kind: str) -> None:
    assert view(browser, real_host.address + PATHS[kind], 1280).shifts == []


def test_what_moves_is_found(browser: Browser, real_host: Host) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 800}).new_page()
    page.add_init_script(_WATCH_SHIFTS)
    page.goto(real_host.address)
    page.evaluate("document.querySelector('article').insertAdjacentHTML('afterbegin', '<p>Late words.</p>')")
    page.wait_for_function("window.shifts.length > 0")
    page.context.close()
