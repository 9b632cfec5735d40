"""Without a connection readers have what they visited and saved; with one, always the newest page."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from benchmarks.web_host import Host, hosted
from tests.projects import base_files
from tests.whole_projects import built_once, run_forked, write_whole_project

TECHNIQUE: Final = "techniques/arch-rub/"
CAUTION: Final = "cautions/stop-if-pain/"
CAUTION_FILE: Final = "content/cautions/stop-if-pain.yml"
TOOL: Final = "tools/ball/"
CACHES: Final = "caches.keys()"
MOST_VISITS: Final = 40
PATIENCE_MS: Final = 120_000
"""Generous: a busy machine must not fail a test."""

OLD_WORDS, NEW_WORDS = "Pain warns.", "Pain always warns."


@pytest.fixture(scope="module")
def new_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sound project with other words in a caution, once for all workers."""
    caution = base_files()[CAUTION_FILE]
    assert OLD_WORDS in caution

    def build(root: Path) -> None:
        files = {CAUTION_FILE: caution.replace(OLD_WORDS, NEW_WORDS)}
        ended = run_forked(write_whole_project(root, files), "selfcare", "build")
        assert ended.code == 0, ended.output

    return built_once(tmp_path_factory.getbasetemp(), "new", build) / "site"


@pytest.fixture
def host(small_project: Path, request: pytest.FixtureRequest) -> Iterator[Host]:
    """Show the site below the root of its host, where more can go wrong than at the root."""
    with hosted(small_project / "site", getattr(request, "param", "/knee-clinic/")) as found:
        yield found


at_the_root_too = pytest.mark.parametrize("host", ["/", "/knee-clinic/"], indirect=True)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    found = browser.new_context(viewport={"width": 390, "height": 800})
    found.set_default_timeout(PATIENCE_MS)
    yield found
    found.close()


@pytest.fixture
def page(context: BrowserContext, host: Host) -> Page:
    """Open the home page, and wait until the worker is at work."""
    page = context.new_page()
    page.goto(host.address)
    wait_for_worker(page)
    return page


def wait_for_worker(page: Page) -> None:
    """Wait until the worker looks after the page, and has kept it."""
    page.evaluate("""async () => {
      await navigator.serviceWorker.ready;
      while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 20));
    }""")
    page.wait_for_function(
        "async () => await caches.match(location.href.split('#')[0], { ignoreVary: true }) !== undefined"
    )


def note_of(page: Page) -> Locator:
    return page.locator(".offline-note").first


def save(page: Page, address: str) -> None:
    """Save the guide at an address, and wait until it is."""
    page.goto(address)
    page.get_by_role("button", name="Save this guide").click()
    expect(page.get_by_role("status").filter(has_text=re.compile("^Saved$"))).to_be_visible()


@at_the_root_too
def test_a_page_that_was_visited_can_be_read_without_a_connection(
    page: Page, context: BrowserContext, host: Host
) -> None:
    page.goto(host.address + TECHNIQUE)
    page.wait_for_load_state("networkidle")
    context.set_offline(True)
    page.goto(host.address + TOOL)
    page.goto(host.address + TECHNIQUE)
    expect(page.locator("h1")).to_contain_text("Arch rub")
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--paper')") != ""


def test_the_first_page_of_all_can_be_read_without_a_connection(
    page: Page, context: BrowserContext, host: Host
) -> None:
    context.set_offline(True)
    page.goto(host.address)
    expect(page.locator("h1")).to_be_visible()
    expect(note_of(page)).to_be_visible()


def test_a_copy_says_so_and_from_which_day_it_is(page: Page, context: BrowserContext, host: Host) -> None:
    page.goto(host.address + TECHNIQUE)
    expect(note_of(page)).to_be_hidden()
    context.set_offline(True)
    page.reload()
    today = page.evaluate("new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })")
    expect(note_of(page)).to_have_text(f"You are offline. This copy is from {today}. Safety advice may have changed.")
    context.set_offline(False)
    page.reload()
    expect(note_of(page)).to_be_hidden()


def test_a_page_that_is_not_kept_leads_to_those_that_are(page: Page, context: BrowserContext, host: Host) -> None:
    save(page, host.address + TECHNIQUE)
    context.set_offline(True)
    page.goto(host.address + TOOL)
    expect(page.locator("h1")).to_contain_text("Guides without a connection")
    missing = page.get_by_text("is not kept on this device")
    expect(missing).to_be_visible()
    expect(missing.get_by_role("link")).to_have_attribute("href", host.address + TOOL)
    page.locator(".kept__saved").get_by_role("link", name="Arch rub").click()
    expect(page).to_have_url(host.address + TECHNIQUE)


@at_the_root_too
def test_a_saved_guide_brings_its_warnings_its_pictures_and_the_check(
    page: Page, context: BrowserContext, host: Host
) -> None:
    save(page, host.address + TECHNIQUE)
    pictures = page.locator("use").evaluate_all("all => all.map(use => use.getAttribute('xlink:href'))")
    assert pictures
    kept = page.evaluate("""async () => {
      const name = (await caches.keys()).find((name) => name.includes(" saved "));
      return (await (await caches.open(name)).keys()).map(({ url }) => url);
    }""")
    for picture in pictures:
        assert page.evaluate("way => new URL(way, location).href", picture.partition("#")[0]) in kept
    context.set_offline(True)
    for path in (CAUTION, "is-massage-safe-today/"):
        page.goto(host.address + path)
        expect(page).to_have_url(host.address + path)
        expect(note_of(page)).to_be_visible()


def test_what_is_saved_is_said_and_can_be_removed(page: Page, host: Host) -> None:
    save(page, host.address + TECHNIQUE)
    page.reload()
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_role("button", name="Save this guide")).to_be_visible()
    assert not [name for name in page.evaluate(CACHES) if " saved " in name]


def test_the_list_of_saved_guides_lets_one_go(page: Page, host: Host) -> None:
    save(page, host.address + TECHNIQUE)
    page.goto(host.address + "saved-guides/")
    page.get_by_role("button", name="Remove: Arch rub").click()
    expect(page.get_by_text("You have not saved a guide yet.")).to_be_visible()


def test_a_guide_whose_warnings_cannot_be_had_is_not_saved(page: Page, context: BrowserContext, host: Host) -> None:
    page.goto(host.address + TECHNIQUE)
    expect(page.get_by_role("button", name="Save this guide")).to_be_visible()
    context.set_offline(True)
    page.get_by_role("button", name="Save this guide").click()
    expect(page.get_by_text("Could not be saved")).to_be_visible()
    assert not [name for name in page.evaluate(CACHES) if " saved " in name]


def test_a_new_build_shows_its_words_at_once(page: Page, host: Host, new_build: Path) -> None:
    page.goto(host.address + CAUTION)
    expect(page.locator("article")).to_contain_text(OLD_WORDS)
    host.site = new_build
    page.goto(host.address + CAUTION)
    expect(page.locator("article")).to_contain_text(NEW_WORDS)


@at_the_root_too
def test_a_new_build_replaces_what_was_kept_and_renews_what_was_saved(
    page: Page, context: BrowserContext, host: Host, new_build: Path
) -> None:
    save(page, host.address + TECHNIQUE)
    before = set(page.evaluate(CACHES))
    host.site = new_build
    page.goto(host.address)
    wait_until_gone(page, before)
    context.set_offline(True)
    page.goto(host.address + CAUTION)
    expect(page.locator("article")).to_contain_text(NEW_WORDS)
    expect(note_of(page)).to_be_visible()


def wait_until_gone(page: Page, before: set[str]) -> None:
    """Have the browser look for a new worker now, and visit pages until the old caches are gone."""
    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update()).then(() => true)")
    for _ in range(MOST_VISITS):
        if not before & set(page.evaluate(CACHES)):
            return
        page.wait_for_timeout(500)
        page.reload()
    pytest.fail(f"Old caches are left: {before & set(page.evaluate(CACHES))}")


def test_a_guide_that_is_not_published_any_more_goes(page: Page, host: Host, new_build: Path, tmp_path: Path) -> None:
    save(page, host.address + TECHNIQUE)
    before = set(page.evaluate(CACHES))
    shrunk = tmp_path / "site"
    shutil.copytree(new_build, shrunk)
    (shrunk / TECHNIQUE / "index.html").unlink()
    host.site = shrunk
    page.goto(host.address)
    wait_until_gone(page, before)
    assert not [name for name in page.evaluate(CACHES) if " saved " in name]


def test_old_saved_guides_stay_until_they_can_be_renewed(
    page: Page, context: BrowserContext, host: Host, new_build: Path
) -> None:
    save(page, host.address + TECHNIQUE)
    host.site = new_build
    page.evaluate("""() => new Promise(async (resolve) => {
      const found = await navigator.serviceWorker.getRegistration();
      navigator.serviceWorker.addEventListener("controllerchange", resolve);
      await found.update();
    })""")
    context.set_offline(True)
    page.goto(host.address + TECHNIQUE)
    expect(page.locator("h1")).to_contain_text("Arch rub")
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--paper')") != ""


def test_of_the_pages_that_were_visited_the_last_60_are_kept(page: Page, host: Host) -> None:
    visited = """async (root) => {
      const cache = await caches.open((await caches.keys()).find((name) => name.includes(" visited ")));
      return (await cache.keys()).map(({ url }) => url.slice(root.length)).filter((path) => /(^|\\/)$/.test(path));
    }"""
    page.evaluate(
        """async (root) => {
          const cache = await caches.open((await caches.keys()).find((name) => name.includes(" visited ")));
          for (let number = 0; number < 80; number++) {
            const body = new Response("<h1>Old</h1>", { headers: { "content-type": "text/html" } });
            await cache.put(`${root}old/${number}/`, body);
          }
        }""",
        host.address,
    )
    page.goto(host.address + TECHNIQUE)
    page.wait_for_function(f"async (root) => (await ({visited})(root)).length === 60", arg=host.address)
    kept = page.evaluate(visited, host.address)
    assert kept[-1] == TECHNIQUE
    assert kept[-2] == "old/79/"


def test_a_build_without_a_worker_lets_the_old_one_go(page: Page, host: Host, new_build: Path, tmp_path: Path) -> None:
    plain = tmp_path / "site"
    shutil.copytree(new_build, plain)
    (plain / "service-worker.js").unlink()
    for file in plain.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r' data-worker="[^"]*"', "", text), encoding="utf-8")
    host.site = plain
    page.goto(host.address)
    page.wait_for_function("async () => (await navigator.serviceWorker.getRegistrations()).length === 0")
    page.wait_for_function("async () => (await caches.keys()).length === 0")
