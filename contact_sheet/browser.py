"""The browser that photographs pictures, and that the tests look through: the Chromium of the machine."""

import shutil
from typing import Final

from playwright.sync_api import Browser, BrowserType

ARGUMENTS: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def launch(kind: BrowserType, *more: str) -> Browser:
    """Start Chromium with our arguments and `more`.

    Raises RuntimeError on a machine without it: a test fails then, for nobody would see what it hides.
    """
    path = shutil.which("chromium")
    if path is None:
        raise RuntimeError("Chromium is needed: apt-get install chromium")
    return kind.launch(executable_path=path, args=[*ARGUMENTS, *more])
