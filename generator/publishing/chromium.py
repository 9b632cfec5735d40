"""The Chromium of the machine, and the library that drives it: neither need be there."""

import importlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, TypeAlias

CHROMIUM_VARIABLE: Final = "SELFCARE_CHROMIUM"
CHROMIUM_NAMES: Final = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")
"""The first two are Debian's. The very first opens no window for each page, which takes half the time (156)."""

_ARGUMENTS: Final = ("--disable-gpu", "--disable-background-networking")

Playwright: TypeAlias = Any
"""A module or an object of Playwright, which need not be installed."""


def find_chromium() -> str | None:
    """Find the browser: the one that SELFCARE_CHROMIUM names, or else one of the machine; None where there is none."""
    named = os.environ.get(CHROMIUM_VARIABLE)
    return next(filter(None, map(shutil.which, (named,) if named else CHROMIUM_NAMES)), None)


def find_playwright() -> Playwright:
    """Find the library that drives the browser; None where it is not installed."""
    try:
        return importlib.import_module("playwright.sync_api")
    except ImportError:
        return None


@contextmanager
def started(playwright: Playwright, chromium: str) -> Iterator[Playwright]:
    """Start the browser at the path `chromium`, for as long as it is needed."""
    needs_no_sandbox = hasattr(os, "geteuid") and os.geteuid() == 0  # Chromium's own does not start for root
    more = ["--no-sandbox"] if needs_no_sandbox else []
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=chromium, args=[*_ARGUMENTS, *more])
        try:
            yield browser
        finally:
            browser.close()
