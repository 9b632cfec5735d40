"""The keyboard goes through every page and out of it, and one always sees where it is."""

from collections.abc import Iterator
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page

from tests.page_types import PATHS, WITH_MORE_ON_A_DESK

MOST_STOPS: Final = 500
"""More than any page has: a trap would never end."""

AT_ONCE: Final = 10
"""Stops that are gone to before one asks how they were: each question takes as long as a few of them."""

_WHERE: Final = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const shown = here.closest("label") ?? (here.matches(".md-option") ? here.nextElementSibling : here);
  const box = shown.getBoundingClientRect();
  const [left, top, right, bottom] = [
    Math.max(box.left, 0), Math.max(box.top, 0), Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight),
  ];
  const boxes = [...shown.getClientRects()];
  const hit = here.closest("svg") !== null || boxes.some((one) => {
    const x = Math.min(Math.max(one.left + one.width / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max(one.top + one.height / 2, 0), innerHeight - 1);
    const found = document.elementFromPoint(x, y);
    return found && (shown.contains(found) || found.contains(shown));
  });
  const rings = [here, shown, ...shown.querySelectorAll("path")];
  for (let around = here.parentElement; around; around = around.parentElement) rings.push(around);
  const outlined = rings.some((one) => {
    const style = getComputedStyle(one);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || parseFloat(style.strokeWidth) >= 6;
  });
  const again = "stopped" in here.dataset;
  here.dataset.stopped = "";
  const inside = right - left > 1 && bottom - top > 1;
  return { name: here.outerHTML.slice(0, 120), inside, hit, outlined, again };
}"""


_WATCH: Final = f"""() => {{
  const where = {_WHERE};
  let stops = [];
  let isThere = false;
  addEventListener("keydown", () => {{ if (isThere) stops.push(where()); isThere = true; }}, {{ capture: true }});
  window.stopsSinceLast = () => {{
    const found = [...stops, where()];
    [stops, isThere] = [[], false];
    return found;
  }};
}}"""
"""Looks at each stop when the next key is pressed, and at the last when one asks."""


def stops_of(page: Page) -> Iterator[dict[str, Any]]:
    """Go through a page with the tabulator, and tell of each stop whether it is seen and has a ring round it."""
    page.evaluate(_WATCH)
    for _ in range(MOST_STOPS // AT_ONCE):
        for _ in range(AT_ONCE):
            page.keyboard.press("Tab")
        for stop in page.evaluate("stopsSinceLast()"):
            if stop is None or stop["again"]:
                return
            yield stop
    pytest.fail("The keyboard never came out of the page.")


def reachable(page: Page) -> int:
    """Count what the keyboard should stop at; of the choices of one name it stops at one."""
    found: int = page.evaluate("""() => {
      const seen = (element) => element.checkVisibility({ visibilityProperty: true });
      const all = [...document.querySelectorAll('a[href], button, summary, input, select, textarea, [tabindex="0"]')];
      const there = all.filter((element) => seen(element) && element.tabIndex >= 0 && !element.disabled);
      const radios = there.filter((element) => element.type === "radio");
      return there.length - radios.length + new Set(radios.map((radio) => radio.name)).size;
    }""")
    return found


LOOKED_AT: Final = [
    *((kind, 390) for kind in PATHS),
    *((kind, 1280) for kind in WITH_MORE_ON_A_DESK),
]


@pytest.mark.parametrize(("kind", "width"), LOOKED_AT)
def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    browser: Browser, real_address: str, kind: str, width: int
) -> None:
    page = browser.new_context(viewport={"width": width, "height": 800}, service_workers="block").new_page()
    page.goto(real_address + PATHS[kind])
    page.wait_for_load_state("networkidle")
    wanted = reachable(page)
    stops = list(stops_of(page))
    assert [stop for stop in stops if not (stop["inside"] and stop["hit"] and stop["outlined"])] == []
    assert len(stops) >= wanted
    page.context.close()
