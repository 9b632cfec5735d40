"""The real site with the headers that its build wrote: nothing readers do is stopped, and no other host is asked."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, WebError, expect

from tests.header_host import headers_of, hosted_with_headers, parse_headers
from tests.page_types import PATHS

ROUTINE: Final = "routines/full-knee-routine/"
TECHNIQUE: Final = "techniques/petrissage/"
STRETCH: Final = "exercises/calf-stretch/"
PATIENCE_MS: Final = 60_000
"""Generous: a busy machine must not fail a test."""

TELL_VIOLATIONS: Final = """addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
  console.error(`violation: ${violatedDirective} ${blockedURI} ${sample}`))"""

WORKER_AT_WORK: Final = """async () => {
  await navigator.serviceWorker.ready;
  while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 20));
  const here = location.href.split("#")[0];
  while (!(await caches.match(here, { ignoreVary: true }))) await new Promise((resolve) => setTimeout(resolve, 20));
}"""


@dataclass
class Visit:
    """A reader's visit: the page, and every violation, fault and request to another host on the way."""

    context: BrowserContext
    page: Page
    address: str
    seen: list[str] = field(default_factory=list)
    is_offline: bool = False

    def watch(self) -> None:
        self.context.on("console", self.on_console)
        self.context.on("weberror", self.on_error)
        self.context.on("request", self.on_request)

    def on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not (self.is_offline and "DISCONNECTED" in message.text):
            self.seen.append(f"{message.type}: {message.text}")

    def on_error(self, error: WebError) -> None:
        self.seen.append(f"error: {error.error.message}")

    def on_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.netloc != urlsplit(self.address).netloc:
            self.seen.append(f"foreign: {request.url}")

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)
        self.page.wait_for_load_state("networkidle")

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name).click()

    def go_offline(self) -> None:
        self.is_offline = True
        self.context.set_offline(True)


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    with hosted_with_headers(real_site) as found:
        yield found


@contextmanager
def visited(browser: Browser, address: str) -> Iterator[Visit]:
    """Begin a visit in a browser that knows nothing yet, worker and all."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(TELL_VIOLATIONS)
    visit = Visit(context, context.new_page(), address)
    visit.watch()
    yield visit
    context.close()


@pytest.fixture
def unguarded(browser: Browser, address: str) -> Iterator[Visit]:
    """Begin a visit for one test."""
    with visited(browser, address) as found:
        yield found


@pytest.fixture(scope="module")
def long_visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Begin a visit in which a reader goes from page to page."""
    with visited(browser, address) as found:
        yield found


@pytest.fixture
def visit(unguarded: Visit) -> Iterator[Visit]:
    """Begin a visit, and after it hold what was seen against nothing at all."""
    yield unguarded
    assert unguarded.seen == []
    assert unguarded.context.cookies() == []


def test_the_browser_is_sent_what_stands_in_the_file(unguarded: Visit, real_site: Path) -> None:
    rules = parse_headers((real_site / "_headers").read_text(encoding="utf-8"))
    response = unguarded.page.goto(unguarded.address)
    assert response is not None
    expected = {name.lower(): value for name, value in headers_of(rules, "/").items()}
    assert "content-security-policy" in expected
    assert expected.items() <= response.headers.items()


@pytest.mark.parametrize(
    ("act", "directive"),
    [
        ("document.body.setAttribute('style', 'color: red')", "style-src-attr"),
        (
            "document.body.append(Object.assign(document.createElement('style'), {textContent: 'p {}'}))",
            "style-src-elem",
        ),
        ("document.body.setAttribute('onclick', 'alert()')", "require-trusted-types-for"),
        ("document.body.innerHTML = '<p>'", "require-trusted-types-for"),
        ("fetch('https://e.example/').catch(() => {})", "connect-src"),
        ("new Image().src = 'https://e.example/x.png'", "img-src"),
    ],
)
def test_what_the_policy_is_there_for_is_stopped_and_seen(unguarded: Visit, act: str, directive: str) -> None:
    unguarded.open("")
    assert unguarded.seen == []
    unguarded.page.evaluate(f"() => {{ try {{ {act} }} catch {{ }} }}")
    unguarded.page.wait_for_timeout(200)
    assert [words for words in unguarded.seen if words.startswith(f"error: violation: {directive}")]


@pytest.mark.parametrize("path", PATHS.values(), ids=list(PATHS))
def test_a_page_of_each_kind_is_shown_without_a_fault_and_asks_nobody_else(long_visit: Visit, path: str) -> None:
    long_visit.open(path)
    expect(long_visit.page.locator("h1")).to_be_visible()
    assert long_visit.page.evaluate("document.fonts.check('1em Atkinson Hyperlegible Next')")
    assert long_visit.seen == []
    assert long_visit.context.cookies() == []


def test_the_body_map_leads_to_a_place(visit: Visit) -> None:
    visit.open("")
    calf = visit.page.get_by_role("link", name="Calf, from behind")
    calf.scroll_into_view_if_needed()
    box = calf.bounding_box()
    assert box is not None
    visit.page.mouse.click(box["x"] + box["width"] / 5, box["y"] + box["height"] / 2)
    expect(visit.page).to_have_url(re.compile("/where/calf/$"))


def test_the_search_shows_what_it_found(visit: Visit) -> None:
    visit.open("")
    visit.page.locator("#search-field").click()
    visit.page.locator("#search-field").fill("kneading")
    expect(visit.page.locator(".finds__link").first).to_have_text(re.compile("Petrissage"))
    visit.page.keyboard.press("Enter")
    visit.page.keyboard.press("Enter")
    expect(visit.page).to_have_url(re.compile(f"/{TECHNIQUE}"))


def test_the_search_leads_to_all_names_without_its_scripts(visit: Visit) -> None:
    visit.open("")
    visit.page.evaluate("document.querySelector('.search__form').submit()")  # as Enter does, past all scripts
    expect(visit.page).to_have_url(re.compile(r"/a-z/\??$"))


def test_colours_are_chosen_and_kept(visit: Visit) -> None:
    visit.open("")
    for shown in ("default", "slate", "default"):
        visit.page.locator(".md-header__option label:visible").click()
        expect(visit.page.locator("body")).to_have_attribute("data-md-color-scheme", shown)
        visit.page.reload()
        expect(visit.page.locator("body")).to_have_attribute("data-md-color-scheme", shown)


def test_a_routine_is_counted_to_its_first_steps(visit: Visit) -> None:
    visit.page.clock.install()
    visit.open(ROUTINE)
    visit.press("Start: count for me")
    visit.press("No, none of it: start")
    expect(visit.page.get_by_text("Step 1 of 19: get ready", exact=True)).to_be_visible()
    visit.page.clock.run_for(10_500)
    expect(visit.page.get_by_text("Step 1 of 19", exact=True)).to_be_visible()
    visit.page.clock.run_for(175_000)
    expect(visit.page.get_by_text("Step 2 of 19: get ready", exact=True)).to_be_visible()


def test_a_handout_comes_as_a_pdf(visit: Visit) -> None:
    visit.open(ROUTINE)
    with visit.page.expect_download() as coming:
        visit.page.locator(".facts a[href$='.pdf']").first.click()
    assert Path(coming.value.path()).read_bytes().startswith(b"%PDF")


def test_a_plan_is_filled_renewed_ticked_and_printed(visit: Visit) -> None:
    visit.open(STRETCH)
    visit.press("Add to my plan")
    visit.page.evaluate("""() => {
      const plan = JSON.parse(localStorage.getItem("selfcare-plan"));
      localStorage.setItem("selfcare-plan", JSON.stringify(plan.map((one) => ({ ...one, dose: "Of old." }))));
    }""")
    visit.open("my-plan/")
    line = visit.page.locator(".plan > li")
    expect(line).to_contain_text("2 to 3 times, hold 15 to 30 seconds")
    visit.page.get_by_role("checkbox", name="Calf stretch, Wednesday").check()
    visit.page.emulate_media(media="print")
    assert visit.page.pdf().startswith(b"%PDF")


def test_a_table_is_sorted_and_its_numbers_stand_to_the_right(visit: Visit) -> None:
    visit.open("evidence/")
    numbers = visit.page.locator(".sortable td[align=right]").first
    assert numbers.evaluate("cell => getComputedStyle(cell).textAlign").endswith("right")
    place = numbers.evaluate("cell => cell.cellIndex")
    heading = visit.page.locator(".sortable").first.locator("thead th").nth(place)
    heading.get_by_role("button").click()
    rows = visit.page.locator(".sortable").first.locator("tbody tr")
    shown = rows.evaluate_all("(rows, place) => rows.map(row => row.cells[place].textContent)", place)
    figures = [int(found[0]) if (found := re.search(r"\d+", words)) else 0 for words in shown]
    assert figures == sorted(figures)


@pytest.mark.parametrize("path", [TECHNIQUE, ROUTINE, "is-massage-safe-today/"])
def test_a_page_is_printed(visit: Visit, path: str) -> None:
    visit.open(path)
    visit.page.emulate_media(media="print")
    assert visit.page.pdf().startswith(b"%PDF")


def test_a_saved_guide_is_read_without_a_connection_under_the_same_policy(visit: Visit) -> None:
    visit.open("")
    visit.page.evaluate(WORKER_AT_WORK)
    visit.open(TECHNIQUE)
    visit.press("Save this guide")
    expect(visit.page.get_by_role("status").filter(has_text=re.compile("^Saved$"))).to_be_visible()
    visit.go_offline()
    visit.page.goto(visit.address + "saved-guides/")
    visit.page.locator(".kept__saved").get_by_role("link", name="Petrissage").click()
    expect(visit.page.locator(".offline-note").first).to_be_visible()
    policy = visit.page.evaluate("async () => (await fetch(location)).headers.get('content-security-policy')")
    assert "script-src 'self'" in policy


def test_the_site_works_in_no_frame(unguarded: Visit) -> None:
    unguarded.page.route(
        "**/around",
        lambda route: route.fulfill(content_type="text/html", body=f'<iframe src="{unguarded.address}"></iframe>'),
    )
    unguarded.page.goto(unguarded.address + "around")
    unguarded.page.wait_for_timeout(300)
    assert [words for words in unguarded.seen if "frame-ancestors" in words]
