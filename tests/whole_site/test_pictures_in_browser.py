"""The pictures of the real site in a real browser: painted, switched by readers, and under a strict policy."""

import base64
import re
from collections.abc import Callable, Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from generator.drawing.ink import Ink
from tests.browsers import open_page

TECHNIQUE: Final = "techniques/effleurage/"
BODY_PART: Final = "anatomy/thigh/"
PAGES: Final = {
    "technique": TECHNIQUE,
    "exercise": "exercises/straight-leg-raise/",
    "tool": "tools/foam-roller/",
    "body part": BODY_PART,
    "caution about a place": "cautions/no-pressure-kneecap/",
    "caution about actions": "cautions/blood-clots/",
    "condition": "conditions/knee-osteoarthritis/",
    "routine": "routines/full-knee-routine/",
}
PICTURES: Final = ".picture > svg, .steps svg"
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "frame-ancestors 'none'"
)
FIRST_NAME: Final = 0.71
"""How far across a picture the column of names begins."""

COLOURS: Final = """async ([png, from]) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const left = Math.ceil(from * image.width);
    const data = context.getImageData(left, 0, image.width - left, image.height).data;
    const counts = {};
    for (let i = 0; i < data.length; i += 4) {
        const hex = "#" + [0, 1, 2].map(n => data[i + n].toString(16).padStart(2, "0")).join("");
        counts[hex] = (counts[hex] ?? 0) + 1;
    }
    return counts;
}"""
"""Counts the pixels of each colour in a screenshot, right of some share of its width."""

WATCH_VIOLATIONS: Final = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation", event => window.violations.push({
        directive: event.effectiveDirective,
        blocked: event.blockedURI,
        source: event.sourceFile,
        inPictures: event.target instanceof Element && event.target.closest(".pictures, .steps svg") !== null,
    }));
"""

OpenPage = Callable[..., Page]
Count = Callable[..., dict[str, int]]
Violation = dict[str, object]


@pytest.fixture
def opened(browser: Browser, real_address: str) -> Iterator[OpenPage]:
    """Open pages of the real site, and close them after the test."""
    pages: list[Page] = []

    def opening(path: str, width: int = 1280, *, scripts: bool = True) -> Page:
        page, _ = open_page(browser, real_address + path, width, scripts=scripts)
        pages.append(page)
        page.wait_for_load_state("networkidle")
        return page

    yield opening
    for page in pages:
        page.context.close()


@pytest.fixture(scope="module")
def colours(browser: Browser) -> Iterator[Count]:
    """Count the colours that a part of a page is painted with."""
    context = browser.new_context()
    canvas = context.new_page()

    def counted(part: Locator, start: float = 0.0) -> dict[str, int]:
        png = base64.b64encode(part.screenshot()).decode()
        found: dict[str, int] = canvas.evaluate(COLOURS, [png, start])
        return found

    yield counted
    context.close()


@pytest.fixture(scope="module", params=PAGES.values(), ids=list(PAGES))
def under_policy(browser: Browser, real_address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Open a page of the real site as a server with a strict policy sends it."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})

    def with_policy(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": POLICY})

    page = context.new_page()
    page.add_init_script(WATCH_VIOLATIONS)
    page.route("**/*", with_policy)
    page.goto(real_address + request.param)
    page.wait_for_load_state("networkidle")
    yield page
    context.close()


def first_picture(page: Page) -> Locator:
    return page.locator(PICTURES).first


def open_settings(page: Page) -> Locator:
    settings = page.locator(".picture-settings")
    settings.locator("summary").click()
    return settings


def skin_of(page: Page) -> str:
    """Read the skin tone that the page gives its pictures."""
    tone: str = page.evaluate("getComputedStyle(document.body).getPropertyValue('--picture-skin').trim()")
    return tone


def is_of_the_theme(violation: Violation) -> bool:
    """Tell whether Material alone breaks the policy: by its inline scripts, and its icons as `data:` addresses.

    Neither is ever about pictures: they hold no script and no image, which `inPictures` makes sure of, and their style
    sheet and their files are ours and no `data:`.
    """
    known = {("script-src-elem", "inline"), ("img-src", "data")}
    of_pictures = violation["inPictures"] or "picture" in str(violation["source"]).rpartition("/")[2]
    return (violation["directive"], violation["blocked"]) in known and not of_pictures


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab from the heading on until a place has the focus."""
    page.locator("h1").click()
    for _ in range(100):
        page.keyboard.press("Tab")
        if target.evaluate("one => one === document.activeElement"):
            return
    pytest.fail("Tab does not lead there")


@pytest.fixture(scope="module", params=PAGES.values(), ids=list(PAGES))
def seen(browser: Browser, real_address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Open a page that has a picture; tests set its width and change nothing else."""
    page, _ = open_page(browser, real_address + request.param)
    page.wait_for_load_state("networkidle")
    yield page
    page.context.close()


def test_the_picture_of_a_page_is_painted(seen: Page, colours: Count) -> None:
    seen.set_viewport_size({"width": 1280, "height": 800})
    painted = colours(first_picture(seen))
    assert len(painted) > 5
    assert painted.keys() & {ink.colour for ink in (Ink.SKIN, Ink.CLOTH, Ink.TOOL, Ink.BONE)}


def test_without_scripts_the_picture_of_a_technique_is_painted(opened: OpenPage, colours: Count) -> None:
    assert colours(first_picture(opened(TECHNIQUE, scripts=False)))[Ink.SKIN.colour] > 1000


@pytest.mark.parametrize("path", [TECHNIQUE, PAGES["routine"]], ids=["technique", "routine"])
def test_a_picture_says_in_words_what_it_shows(opened: OpenPage, path: str) -> None:
    pictures = opened(path).locator(PICTURES).all()
    assert pictures
    for picture in pictures:
        expect(picture).to_have_role("img")
        expect(picture).to_have_accessible_name(re.compile(r"^[A-Z].{15}"))


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_layer_is_switched_by_keyboard(opened: OpenPage, colours: Count, *, scripts: bool) -> None:
    page = opened(BODY_PART, scripts=scripts)
    figure = page.locator(".picture").first
    muscles = figure.get_by_role("checkbox", name="Muscles")
    before = colours(figure.locator("svg"))
    tab_to(page, muscles)
    page.keyboard.press("Space")
    expect(muscles).to_be_checked()
    after = colours(figure.locator("svg"))
    assert after.get(Ink.MUSCLE.colour, 0) > before.get(Ink.MUSCLE.colour, 0) + 100


def test_a_layer_is_switched_in_its_own_picture_alone(opened: OpenPage) -> None:
    page = opened(BODY_PART)
    first, second = page.locator(".picture").all()[:2]
    before = second.locator("svg").screenshot()
    first.get_by_role("checkbox", name="Muscles").check()
    assert second.locator("svg").screenshot() == before


def test_names_beside_the_pictures_can_be_hidden(opened: OpenPage, colours: Count) -> None:
    page = opened(BODY_PART)
    picture = first_picture(page)
    ink = page.evaluate("getComputedStyle(document.body).getPropertyValue('--ink').trim()")
    assert colours(picture, FIRST_NAME).get(ink, 0) > 20
    open_settings(page).get_by_role("checkbox", name="Names beside the pictures").uncheck()
    assert colours(picture, FIRST_NAME).get(ink, 0) == 0


def test_the_names_stay_hidden_on_the_next_page(opened: OpenPage) -> None:
    page = opened(BODY_PART)
    open_settings(page).get_by_role("checkbox", name="Names beside the pictures").uncheck()
    page.goto(page.url.replace(BODY_PART, TECHNIQUE))
    names = open_settings(page).get_by_role("checkbox", name="Names beside the pictures")
    expect(names).not_to_be_checked()


REFUSING: Final = """
for (const name of ["getItem", "setItem"]) {
  const own = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...rest) {
    if (key.startsWith("selfcare-")) throw new DOMException("refused", "SecurityError");
    return own.call(this, key, ...rest);
  };
}
"""
"""A browser whose reader lets pages keep nothing; the theme's own keys are its own affair."""


def test_a_browser_that_keeps_nothing_still_hides_the_names(opened: OpenPage, colours: Count) -> None:
    page = opened(BODY_PART)
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(fault.message))
    page.add_init_script(REFUSING)
    page.reload()
    open_settings(page).get_by_role("checkbox", name="Names beside the pictures").uncheck()
    ink = page.evaluate("getComputedStyle(document.body).getPropertyValue('--ink').trim()")
    assert colours(first_picture(page), FIRST_NAME).get(ink, 0) == 0
    assert faults == []


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_darkest_skin_tone_is_painted_when_it_is_chosen(opened: OpenPage, colours: Count, *, scripts: bool) -> None:
    page = opened(TECHNIQUE, scripts=scripts)
    before = colours(first_picture(page))
    open_settings(page).get_by_role("radio", name="Darkest").check()
    darkest = skin_of(page)
    after = colours(first_picture(page))
    assert after[darkest] > before.get(darkest, 0) + 1000
    assert Ink.SKIN.colour not in after


@pytest.mark.parametrize(
    "path", [BODY_PART, PAGES["condition"], PAGES["routine"]], ids=["body part", "condition", "routine"]
)
def test_the_skin_tone_is_kept_on_the_next_page(opened: OpenPage, colours: Count, path: str) -> None:
    page = opened(TECHNIQUE)
    open_settings(page).get_by_role("radio", name="Darkest").check()
    darkest = skin_of(page)
    page.goto(page.url.replace(TECHNIQUE, path))
    page.wait_for_load_state("networkidle")
    assert darkest in colours(first_picture(page))


def test_no_picture_is_wider_than_a_narrow_screen(seen: Page) -> None:
    seen.set_viewport_size({"width": 320, "height": 800})
    boxes = seen.locator(PICTURES).evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(({ left, right, width }) => [left, right, width])"
    )
    assert boxes
    assert [box for box in boxes if box[0] < 0 or box[1] > 320 or box[2] == 0] == []
    assert seen.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("width", [320, 1280])
def test_a_step_with_a_picture_still_counts(opened: OpenPage, width: int) -> None:
    steps = opened(PAGES["routine"], width).locator(".steps > ol > li").all()
    assert steps
    shown = {step.evaluate("one => getComputedStyle(one).display") for step in steps}
    assert all("list-item" in display for display in shown), shown


def test_under_a_strict_policy_the_picture_is_painted(under_policy: Page, colours: Count) -> None:
    assert len(colours(first_picture(under_policy))) > 5


def test_pictures_keep_to_a_strict_policy(under_policy: Page) -> None:
    violations: list[Violation] = under_policy.evaluate("window.violations")
    assert [one for one in violations if not is_of_the_theme(one)] == []
