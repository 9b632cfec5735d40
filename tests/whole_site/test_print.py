"""A page printed from the browser is the guide and nothing else, in black on white."""

from collections.abc import Iterator
from typing import Final

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # ships no types
import pytest
from playwright.sync_api import Browser, Page

from tests.page_types import TYPES
from tests.whole_site.laid_out import scrolls_sideways, words_lost, words_seen

KINDS: Final = ("technique", "routine", "exercise", "condition", "caution", "guide", "evidence", "safety-check")
WIDTH_OF_PAPER_PX: Final = {"A4": 672, "Letter": 695}
"""What is left of 210 and 216 mm between two margins of 16 mm, at 96 px an inch."""

_AROUND: Final = """() => {
  const seen = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); )
    if (node.textContent.trim() && !node.parentElement.closest("article") && node.parentElement.checkVisibility())
      seen.push(node.textContent.trim());
  return seen;
}"""

_PRESSED: Final = """() => [...document.querySelectorAll("article :is(button, summary, [role=tab])")]
  .filter((one) => one.checkVisibility() && !one.closest("th")).map((one) => one.outerHTML.slice(0, 100))"""

_DARK: Final = """() => [...document.querySelectorAll("html, body, body *")]
  .filter((one) => one.checkVisibility() && !one.closest("svg, .admonition-title"))
  .filter((one) => {
    const [red, green, blue, alpha = 1] = getComputedStyle(one).backgroundColor.match(/[\\d.]+/g).map(Number);
    return alpha > 0.5 && red + green + blue < 3 * 128;
  })
  .map((one) => one.outerHTML.slice(0, 100))"""


@pytest.fixture(scope="module", params=KINDS)
def printed(browser: Browser, real_address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Open a page in dark colours, as it lies on paper."""
    page = browser.new_context(color_scheme="dark", service_workers="block").new_page()
    page.goto(real_address + TYPES[request.param])
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print")
    yield page
    page.context.close()


def test_nothing_stands_around_the_guide(printed: Page) -> None:
    assert words_seen(printed) != []
    assert printed.evaluate(_AROUND) == []


def test_nothing_asks_to_be_pressed(printed: Page) -> None:
    assert printed.evaluate(_PRESSED) == []


def test_no_ink_is_spent_on_a_dark_ground_but_for_titles_of_warnings(printed: Page) -> None:
    assert printed.evaluate(_DARK) == []


@pytest.mark.parametrize("width", WIDTH_OF_PAPER_PX.values(), ids=WIDTH_OF_PAPER_PX.keys())
def test_nothing_is_wider_than_the_paper(printed: Page, width: int) -> None:
    printed.set_viewport_size({"width": width, "height": 900})
    assert not scrolls_sideways(printed)
    assert words_lost(printed) == []


@pytest.mark.parametrize("paper", WIDTH_OF_PAPER_PX)
def test_no_sheet_is_empty(printed: Page, paper: str) -> None:
    document = pdfium.PdfDocument(printed.pdf(format=paper, prefer_css_page_size=False))
    lengths = [len(page.get_textpage().get_text_range().strip()) for page in document]
    assert lengths
    assert min(lengths) > 0
