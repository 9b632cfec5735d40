"""A first view is light and stands still: what is transferred with gzip, and what moves while a page loads."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, Route

from benchmarks.web_host import Host, hosted
from tests.page_types import PATHS

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

every_page = pytest.mark.parametrize("path", PATHS.values(), ids=PATHS.keys())


@pytest.fixture(scope="module")
def host(real_site: Path) -> Iterator[Host]:
    """Show the real site as web hosts do."""
    with hosted(real_site) as found:
        yield found


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


@every_page
def test_a_first_view_is_light_and_does_not_fetch_the_search(browser: Browser, host: Host, path: str) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 800}).new_page()
    sizes = transferred(page, host.address + path)
    assert [url for url in sizes if any(sign in url for sign in OF_THE_SEARCH)] == []
    assert host.address + path in sizes
    assert sum(sizes.values()) < MOST_BYTES
    page.context.close()


def test_the_measure_counts_what_is_compressed(browser: Browser, host: Host, real_site: Path) -> None:
    page = browser.new_context().new_page()
    sizes = transferred(page, host.address)
    (styles,) = [url for url in sizes if url.endswith(".css")]
    raw = (real_site / styles.removeprefix(host.address)).stat().st_size
    assert 0.1 * raw < sizes[styles] < 0.3 * raw
    page.context.close()


def late(route: Route) -> None:
    """Let a font come when everything else has been read."""
    time.sleep(0.4)
    route.continue_()


FULLEST: Final = {"home", "technique", "routine"}
"""What is looked at on other screens too: with a map, with the button that saves a guide, with the player."""


@pytest.mark.parametrize(
    ("path", "width"),
    [
        pytest.param(path, width, id=f"{kind}-{width}")
        for kind, path in PATHS.items()
        for width in (320, 390, 1280)
        if width == 390 or kind in FULLEST
    ],
)
def test_nothing_moves_while_a_page_loads(browser: Browser, host: Host, path: str, width: int) -> None:
    page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    page.add_init_script(_WATCH_SHIFTS)
    page.route("**/*.woff2", late)
    page.goto(host.address + path)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    if page.locator(".save").count():
        page.locator(".save button").wait_for()
    assert page.evaluate("window.shifts") == []
    page.context.close()


def test_what_moves_is_found(browser: Browser, host: Host) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 800}).new_page()
    page.add_init_script(_WATCH_SHIFTS)
    page.goto(host.address)
    page.evaluate("document.querySelector('article').insertAdjacentHTML('afterbegin', '<p>Late words.</p>')")
    page.wait_for_function("window.shifts.length > 0")
    page.context.close()
