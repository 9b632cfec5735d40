"""A clinic's own styles in a browser: built pages are looked at without them and with them.

No part that keeps readers safe may look otherwise, be covered, or be gone. What is looked at are pages that have all
of these parts between them, on each kind of page where they stand.
"""

import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from mimetypes import guess_type
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from generator.adapting.own_styles import places_of_rules, widths_named_in
from generator.diagnostics import Code, Diagnostic, Location, Severity, quote
from generator.model.safety_parts import SAFETY_PARTS
from generator.publishing.chromium import (
    CHROMIUM_VARIABLE,
    Playwright,
    find_chromium,
    find_playwright,
    started,
)
from generator.reading.source_file import SourceFile

STYLE_HIDES_SAFETY = Code(
    "style-hides-safety", Severity.ERROR, "A clinic's own style changes, covers or hides what keeps readers safe."
)
STYLE_UNREADABLE = Code("style-unreadable", Severity.ERROR, "A clinic's own style makes words that cannot be read.")
STYLES_NOT_CHECKED = Code(
    "styles-not-checked", Severity.ERROR, "A clinic's own styles could not be looked at in a browser."
)
CODES: Final = (STYLE_HIDES_SAFETY, STYLE_UNREADABLE, STYLES_NOT_CHECKED)

WIDTHS: Final = (390, 1280)
"""CSS pixels: a telephone and a desk. Those on either side of each width that the styles name come to them."""

_PAPER: Final = 673
"""CSS pixels: A4 within the margins of print.css, 178 mm."""

_HEIGHT: Final = 800
"""CSS pixels of the window, in which a bar that stays may cover what a reader scrolls to."""

_SCRIPT: Final = Path(__file__).with_name("safety_looks.js")
_OWN_SHEET: Final = r"assets/styles/own(\.[0-9a-f]{8})?\.css$"
_NEEDED: Final = frozenset({".html", ".css", ".js"})
_HOST: Final = "http://clinic.invalid"
_KIND: Final = re.compile(rb'data-kind="?([\w-]+)')
_CLASSES: Final = re.compile(rb'class=(?:"([^"]*)"|([\w-]+))')
_SAFE_CLASSES: Final = frozenset(name for part in SAFETY_PARTS for name in re.findall(r"\.([\w-]+)", part))
_VIEWS_OF_PLAYER: Final = ("asks", "counts", "hurts")
_HOW_TO_CHECK: Final = (
    "Install it with “pip install selfcare-guides[styles]”, and Chromium; or take styles.css out. "
    f"{CHROMIUM_VARIABLE} may name the browser's file."
)
_LEAVE_IT: Final = (
    "Take this rule out, or set less in it. Cautions, warnings, the disclaimer and what says who wrote a page look the "
    "same in every copy."
)
_READABLE: Final = "Choose colours that differ more: 4.5 to 1 at least."


@dataclass(frozen=True)
class _State:
    """What is emulated while a page is looked at, and how messages say it."""

    where: str
    width: int
    palette: str = "default"
    media: str = "screen"
    as_if_chosen: bool = False


def check_styles_in_browser(site: Path, base_path: str, styles: SourceFile) -> tuple[Diagnostic, ...]:
    """Look at pages of a built site without and with the clinic's `styles`, which the site holds as own.css."""
    playwright, chromium = find_playwright(), find_chromium()
    if playwright is None or chromium is None:
        missing = "Playwright is not installed" if playwright is None else "there is no Chromium"
        return (_not_checked(styles, f"{missing}."),)

    def look() -> tuple[Diagnostic, ...]:
        with started(playwright, chromium) as browser:
            return look_at_site(browser, site, base_path, styles)

    with ThreadPoolExecutor(1) as apart:  # Playwright 1.60 refuses to run where something else runs in a loop
        try:
            return apart.submit(look).result()
        except playwright.Error as fault:
            return (_not_checked(styles, f"the browser stopped: {quote(fault)}."),)


def _not_checked(styles: SourceFile, cause: str) -> Diagnostic:
    message = f"These styles cannot be checked in a browser: {cause}"
    return Diagnostic(STYLES_NOT_CHECKED, Location(styles.path), message, _HOW_TO_CHECK)


def look_at_site(browser: Playwright, site: Path, base_path: str, styles: SourceFile) -> tuple[Diagnostic, ...]:
    """Look at pages of a built site in a browser that runs."""
    context = browser.new_context(service_workers="block", reduced_motion="reduce")
    try:
        context.route("**/*", lambda route: _answer(route, site, base_path))
        page = context.new_page()
        looks = _Looks(page, styles)
        for path in choose_pages(site):
            looks.at_page(path, f"{_HOST}{base_path}{path}")
        return tuple(looks.found)
    finally:
        context.close()


def _answer(route: Playwright, site: Path, base_path: str) -> None:
    """Answer the browser from the site's folder, and nothing from anywhere else.

    Pages say how large their pictures are, and letters are the same with the styles and without: both only take time.
    """
    address = urlsplit(route.request.url)
    path = site / unquote(address.path).removeprefix(base_path).lstrip("/")
    path = path / "index.html" if path.is_dir() else path
    is_ours = f"{address.scheme}://{address.netloc}" == _HOST
    if is_ours and path.suffix in _NEEDED and path.is_file():
        kind = guess_type(path.name)[0] or "application/octet-stream"
        route.fulfill(body=path.read_bytes(), content_type=kind)
    else:
        route.fulfill(status=404, body="")


def choose_pages(site: Path) -> tuple[str, ...]:
    """Choose pages that have, between them, every safety part on every kind of page where it stands, by their paths.

    The next is always one with most that no page had before it, and of these the longest.
    """
    left: dict[str, tuple[set[tuple[str, str]], int]] = {}
    for file in sorted(site.rglob("*.html")):
        content = file.read_bytes()
        kind = _KIND.search(content)
        classes = {name for pair in _CLASSES.findall(content) for name in b"".join(pair).decode().split()}
        parts = {(kind[1].decode() if kind else "", part) for part in (classes & _SAFE_CLASSES) | {""}}
        left[file.relative_to(site).as_posix().removesuffix("index.html")] = (parts, len(content))
    chosen: list[str] = []
    seen: set[tuple[str, str]] = set()
    while any(parts - seen for parts, _ in left.values()):
        best = max(left, key=lambda path: (len(left[path][0] - seen), left[path][1]))
        chosen.append(best)
        seen |= left.pop(best)[0]
    return tuple(sorted(chosen))


class _Looks:
    """Looks at page after page; a rule that was told is left out from then on, and what others do still shows."""

    def __init__(self, page: Playwright, styles: SourceFile) -> None:
        self.found: list[Diagnostic] = []
        self._page = page
        self._styles = styles
        self._told: list[int] = []
        self._states = tuple(_states(styles))
        self._script = _SCRIPT.read_text(encoding="utf-8")
        self._places = places_of_rules(styles)

    def at_page(self, path: str, address: str) -> None:
        """Look at a page in all states, and at the views of the player that it may have."""
        self._page.goto(address)
        self._page.evaluate(self._script)
        begin = "(told) => safetyLooks.begin(...told)"
        if not self._page.evaluate(begin, [list(SAFETY_PARTS), _OWN_SHEET, self._told]):
            return
        for state in self._states:
            self._in_state(path, state)
        for view in _VIEWS_OF_PLAYER:
            self._emulate(self._states[0])
            if not self._page.evaluate("(view) => safetyLooks.play(view)", view):
                return
            self._page.evaluate(begin, [list(SAFETY_PARTS), _OWN_SHEET, self._told])
            for state in self._states:
                if state.media == "screen" and not state.as_if_chosen:
                    self._in_state(path, state)

    def _in_state(self, path: str, state: _State) -> None:
        self._emulate(state)
        while fault := self._page.evaluate("(told) => safetyLooks.look(...told)", [state.palette, state.as_if_chosen]):
            self.found.append(self._tell(fault, path, state))
            if fault["index"] < 0:
                return
            self._told.append(fault["index"])

    def _emulate(self, state: _State) -> None:
        self._page.set_viewport_size({"width": state.width, "height": _HEIGHT})
        self._page.emulate_media(media=state.media, color_scheme="light" if state.palette == "default" else "dark")

    def _tell(self, fault: Mapping[str, Any], path: str, state: _State) -> Diagnostic:
        where = f"on /{path} ({fault['what']}), {state.where}, at a width of {state.width} px"
        place = Location(self._styles.path)
        if 0 <= fault["index"] < len(self._places):
            place = self._places[fault["index"]]
        if fault["part"] < 0:
            return Diagnostic(
                STYLE_UNREADABLE, place, f"This style makes words that are hard to read {where}.", _READABLE
            )
        part = list(SAFETY_PARTS.values())[fault["part"]]
        return Diagnostic(STYLE_HIDES_SAFETY, place, f"This style changes {part} {where}.", _LEAVE_IT)


def _states(styles: SourceFile) -> Iterator[_State]:
    """List what is emulated: both palettes and paper, in all widths at which other rules of `styles` hold."""
    named = {width + more for width in widths_named_in(styles) for more in (-1, 0, 1)}
    for width in sorted({*WIDTHS, *named}):
        yield _State("in light colours", width)
        yield _State("in dark colours", width, "slate")
    yield _State("in light colours, under the pointer", WIDTHS[-1], as_if_chosen=True)
    yield _State("in dark colours, under the pointer", WIDTHS[-1], "slate", as_if_chosen=True)
    yield _State("on paper", _PAPER, media="print")
