"""HTML -> PNG, in the same Chromium that the tests look through."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from markupsafe import Markup
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from contact_sheet.browser import launch
from contact_sheet.small_png import make_small

_STYLES: Final = ("tokens.css", "type.css", "body-map.css", "pictures.css")
_PAGE: Final = Markup(
    '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Pictures</title>{}<style>{}</style>{}</html>'
)


class Camera:
    """Takes photographs of pages that are made with the site's own styles and letters, all from files."""

    def __init__(self, browser: Browser, root: Path, folder: Path) -> None:
        """Look through `browser` at pages kept in `folder`; the styles are those of the project at `root`."""
        self._browser = browser
        self._folder = folder
        styles = root.resolve() / "site_overrides" / "assets" / "styles"
        self._links = Markup("").join(
            Markup('<link rel="stylesheet" href="{}">').format((styles / name).as_uri())
            for name in _STYLES
            if (styles / name).exists()
        )

    def take(self, body: Markup, style: str, width: int, *, printed: bool = False) -> bytes:
        """Take the whole of a page, as a screen shows it or as it is printed, in 256 colours.

        Raises RuntimeError where the letters did not come, for the picture would be in others.
        """
        file = self._folder / "page.html"
        file.write_text(_PAGE.format(self._links, Markup(style), body), encoding="utf-8")  # noqa: S704 (our own CSS)
        size: ViewportSize = {"width": width, "height": 100}
        page = self._browser.new_page(viewport=size)
        page.emulate_media(media="print" if printed else "screen", color_scheme="light")
        page.goto(file.as_uri())
        if page.evaluate("document.fonts.ready.then(fonts => [...fonts].every(font => font.status !== 'loaded'))"):
            raise RuntimeError("The letters of the site did not load.")
        taken = page.screenshot(full_page=True)
        small = make_small(taken, page)
        page.close()
        return small


@contextmanager
def camera(root: Path) -> Iterator[Camera]:
    """Set a camera up, and put it away."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory(prefix="selfcare-pictures-") as folder:
        browser = launch(playwright.chromium)
        try:
            yield Camera(browser, root, Path(folder))
        finally:
            browser.close()
