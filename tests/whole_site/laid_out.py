"""What a browser laid out: the words that can be seen, and those that something cuts off or covers."""

from pathlib import Path
from typing import Final

from playwright.sync_api import Page

_LOOK: Final = Path(__file__).with_suffix(".js").read_text(encoding="utf-8").rstrip()


def words_seen(page: Page) -> list[str]:
    """List the pieces of text that can be seen, in the order of the page."""
    found: list[str] = page.evaluate(f"{_LOOK}.words()")
    return found


def words_lost(page: Page) -> list[str]:
    """Say which words something cuts off, leave the page sideways, or lie on others."""
    found: list[str] = page.evaluate(f"{_LOOK}.lost()")
    return found


def scrolls_sideways(page: Page) -> bool:
    """Tell whether the whole page scrolls sideways; a table may, in a box of its own."""
    found: bool = page.evaluate(
        """() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return Math.max(scrollWidth, document.body.scrollWidth) > clientWidth;
        }"""
    )
    return found
