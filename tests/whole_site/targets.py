"""What a finger or a mouse must hit, and which of it is too small."""

from typing import Final

from playwright.sync_api import Page

LEAST_PX: Final = 24
"""WCAG 2.2, success criterion 2.5.8. We do without its exception for small targets far from others."""

_SMALL: Final = """least => {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const boxOf = (element) => element.getBoundingClientRect();
  // A link within a sentence is as high as its line: the criterion leaves it out.
  const isInText = (element) =>
    getComputedStyle(element).display === "inline" &&
    [...element.parentElement.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && /\\w/.test(node.textContent));
  const small = [];
  const targets = 'a[href], button, summary, select, textarea, input:not([type="hidden"]), [tabindex="0"]';
  for (const element of document.querySelectorAll(targets)) {
    if (!seen(element) || element.closest("svg") || isInText(element)) continue;
    const labels = [...(element.labels ?? [])].filter(seen).map(boxOf);
    const boxes = [boxOf(element), ...labels];
    const width = Math.max(...boxes.map((box) => box.width));
    const height = Math.max(...boxes.map((box) => box.height));
    if (width < least || height < least) small.push(`${element.outerHTML.slice(0, 120)}: ${width} by ${height}`);
  }
  return small;
}"""


def small_targets(page: Page) -> list[str]:
    """List the targets that are too small, with their size in CSS px; links within sentences and on pictures aside.

    The places of the body map are measured by what is seen of them, in test_body_map_in_browser.py.
    """
    found: list[str] = page.evaluate(_SMALL, LEAST_PX)
    return found
