"""The reader's own plan in a real browser: picked, kept in this browser alone, ticked, and printed on one sheet."""

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browsers import open_page

STRETCH: Final = "exercises/calf-stretch/"
LONG_NAMES: Final = (
    *("routines/full-knee-routine/", "routines/twelve-step-foot-routine/", "routines/five-step-knee-routine/"),
    *("techniques/circular-friction-patella/", "techniques/trigger-point-release/", "techniques/petrissage/"),
    *("exercises/quadriceps-stretch/", "exercises/straight-leg-raise/", "exercises/hamstring-stretch/"),
    "techniques/top-and-side-circles/",
)


class Reader:
    """A reader with one browser."""

    def __init__(self, page: Page, address: str, seen: list[str]) -> None:
        self.page = page
        self.address = address
        self.seen = seen

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)

    def pick(self, *paths: str) -> None:
        for path in paths:
            self.open(path)
            self.page.get_by_role("button", name="Add to my plan").click()

    def keep(self, plan: str) -> None:
        """Have the browser keep a plan that was filled before."""
        self.page.evaluate("plan => localStorage.setItem('selfcare-plan', plan)", plan)

    def lines(self) -> list[str]:
        return self.page.locator(".plan > li .plan-name a").all_inner_texts()


@pytest.fixture
def reader(browser: Browser, real_address: str) -> Iterator[Reader]:
    """Open the plan of a reader who never picked anything."""
    page, seen = open_page(browser, real_address + "my-plan/", 390)
    yield Reader(page, real_address, seen)
    page.context.close()


@pytest.fixture(scope="module")
def full_plan(browser: Browser, real_address: str) -> str:
    """Pick as many pages as a plan holds, and give what the browser keeps of them."""
    page, seen = open_page(browser, real_address, 390)
    reader = Reader(page, real_address, seen)
    reader.pick(*LONG_NAMES)
    kept: str = page.evaluate("localStorage.getItem('selfcare-plan')")
    page.context.close()
    return kept


def test_a_plan_begins_empty_and_says_how_to_fill_it(reader: Reader) -> None:
    expect(reader.page.get_by_text("Nothing is picked yet.")).to_be_visible()
    expect(reader.page.get_by_text("Press “Add to my plan” there.")).to_be_visible()
    expect(reader.page.locator(".plan")).to_be_hidden()
    assert reader.seen == []


@pytest.mark.parametrize("path", [STRETCH, "techniques/petrissage/", "routines/full-knee-routine/"])
def test_a_page_is_picked_and_taken_out_again(reader: Reader, path: str) -> None:
    reader.open(path)
    reader.page.get_by_role("button", name="Add to my plan").click()
    expect(reader.page.locator(".take-home").get_by_role("status")).to_have_text("In your plan: 1 of 10.")
    reader.page.get_by_role("button", name="Take out of my plan").click()
    reader.open("my-plan/")
    expect(reader.page.get_by_text("Nothing is picked yet.")).to_be_visible()


def test_the_plan_shows_the_name_and_the_dose_and_leads_to_the_page(reader: Reader) -> None:
    reader.pick(STRETCH)
    reader.page.get_by_role("link", name="See my plan").click()
    line = reader.page.locator(".plan > li")
    expect(line).to_contain_text("2 to 3 times, hold 15 to 30 seconds")
    line.get_by_role("link", name="Calf stretch").click()
    reader.page.wait_for_url(f"**/{STRETCH}")


def test_ticks_are_kept_until_a_new_week_begins(reader: Reader) -> None:
    reader.pick(STRETCH, "techniques/petrissage/")
    reader.open("my-plan/")
    tick = reader.page.get_by_role("checkbox", name="Calf stretch, Wednesday")
    tick.check()
    reader.page.reload()
    expect(tick).to_be_checked()
    expect(reader.page.get_by_role("checkbox", checked=True)).to_have_count(1)
    reader.page.get_by_role("button", name="Begin a new week").click()
    expect(reader.page.get_by_role("checkbox", checked=True)).to_have_count(0)


def test_an_eleventh_page_is_refused_with_words(reader: Reader, full_plan: str) -> None:
    reader.keep(full_plan)
    reader.pick(STRETCH)
    expect(reader.page.get_by_text("Your plan is full: 10 pages. Take one out first.")).to_be_visible()
    reader.open("my-plan/")
    assert len(reader.lines()) == 10


def test_a_line_is_taken_out_by_keyboard_and_the_focus_stays_in_the_list(reader: Reader) -> None:
    reader.pick(STRETCH, "techniques/petrissage/")
    reader.open("my-plan/")
    reader.page.get_by_role("button", name="Take out Calf stretch").press("Enter")
    assert reader.lines() == ["Petrissage (kneading)"]
    expect(reader.page.get_by_role("button", name="Take out Petrissage")).to_be_focused()


def test_the_plan_is_in_this_browser_and_in_no_other(reader: Reader, browser: Browser) -> None:
    reader.pick(STRETCH)
    other: BrowserContext = browser.new_context()
    page = other.new_page()
    page.goto(reader.address + "my-plan/")
    expect(page.get_by_text("Nothing is picked yet.")).to_be_visible()
    other.close()
    assert reader.seen == []


def test_a_page_that_is_gone_says_so(reader: Reader) -> None:
    reader.pick(STRETCH)
    reader.page.route(f"**/{STRETCH}", lambda route: route.fulfill(status=404, body="gone"))
    reader.open("my-plan/")
    expect(reader.page.locator(".plan > li")).to_contain_text("This page is not there any more.")


def test_a_page_that_changed_shows_its_dose_of_today(reader: Reader) -> None:
    reader.pick(STRETCH)
    reader.page.evaluate("""() => {
        const [entry] = JSON.parse(localStorage.getItem("selfcare-plan"));
        localStorage.setItem("selfcare-plan", JSON.stringify([{...entry, dose: "long ago"}]));
    }""")
    reader.open("my-plan/")
    expect(reader.page.locator(".plan > li")).to_contain_text("hold 15 to 30 seconds")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("picked", [len(LONG_NAMES), 0], ids=["full", "empty"])
def test_a_plan_prints_on_one_sheet(reader: Reader, paper: str, picked: int, full_plan: str) -> None:
    if picked:
        reader.keep(full_plan)
    reader.open("my-plan/")
    reader.page.wait_for_load_state("networkidle")
    assert len(reader.lines()) == picked
    printed = reader.page.pdf(format=paper)
    assert printed.count(b"/Type /Page\n") == 1


def test_without_scripts_the_sheet_is_there_to_write_on(browser: Browser, real_address: str) -> None:
    page, seen = open_page(browser, real_address + "my-plan/", 390, scripts=False)
    assert page.locator(".plan > li").count() == 10
    page.get_by_role("checkbox", name="Monday").first.check()
    assert seen == []
    page.context.close()


def test_a_browser_that_keeps_nothing_says_so(browser: Browser, real_address: str) -> None:
    page, seen = open_page(browser, real_address, 390)
    page.add_init_script("""for (const name of ["getItem", "setItem"]) {
        const before = Storage.prototype[name];
        Storage.prototype[name] = function (key, ...more) {
            if (key.startsWith("selfcare-")) throw new DOMException("refused", "SecurityError");
            return before.call(this, key, ...more);
        };
    }""")
    page.goto(real_address + STRETCH)
    page.get_by_role("button", name="Add to my plan").click()
    expect(page.get_by_text("This browser keeps nothing, so there is no plan.")).to_be_visible()
    assert seen == []
    page.context.close()
