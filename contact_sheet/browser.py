"""The browser that photographs pictures, and that the tests look through: the Chromium of the machine."""

from typing import Final

from playwright.sync_api import Browser, BrowserType

from generator.publishing import chromium

ARGUMENTS: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def find_chromium() -> str:
    """Find the browser of the machine.

    Raises RuntimeError on a machine without it: a test fails then, for nobody would see what it hides.
    """
    path = chromium.find_chromium()
    if path is None:
        raise RuntimeError("Chromium is needed: apt-get install chromium-headless-shell")
    return path


def launch(kind: BrowserType, *more: str) -> Browser:
    """Start Chromium with our arguments and `more`. Raises RuntimeError on a machine without it."""
    return kind.launch(executable_path=find_chromium(), args=[*ARGUMENTS, *more])
