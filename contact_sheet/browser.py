"""The browser that photographs pictures, and that the tests look through: the Chromium of the machine."""

import shutil
from typing import Final

from playwright.sync_api import Browser, Playwright

ARGUMENTS: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def launch(playwright: Playwright) -> Browser:
    """Start Chromium. Raises RuntimeError on a machine without it: a test fails, for nobody would see what it hides."""
    path = shutil.which("chromium")
    if path is None:
        raise RuntimeError("Chromium is needed: apt-get install chromium")
    return playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
