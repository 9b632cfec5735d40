"""axe-core in a page: what it finds wrong."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page

SCRIPT: Final = Path(__file__).parents[1] / "browser_tools/node_modules/axe-core/axe.min.js"
OF_COLOUR: Final = ("color-contrast", "link-in-text-block")

_STAND_STILL: Final = """async () => {
  const isMoving = (one) => one.playState === "running" && one.effect.getComputedTiming().endTime < Infinity;
  for (let some; (some = document.getAnimations().filter(isMoving)).length; )
    await Promise.allSettled(some.map((one) => one.finished));
}"""
"""Colours that fade into each other have every contrast on their way."""

OPTIONS: Final[Mapping[str, object]] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},  # axe-core 4.14 leaves the rule of WCAG 2.2 off unless asked
    "resultTypes": ["violations"],
}


@cache
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """List what axe-core finds wrong on a page as it stands: the rule, the element, and why."""
    found = _run(page, OPTIONS)
    assert _has_looked(found, "target-size")
    return _told(found)


def violations_of_colour(page: Page) -> list[str]:
    """List what axe-core finds wrong of what can change with the colours alone."""
    found = _run(page, {"runOnly": {"type": "rule", "values": list(OF_COLOUR)}, "resultTypes": OPTIONS["resultTypes"]})
    assert _has_looked(found, "color-contrast")
    return _told(found)


def _run(page: Page, options: Mapping[str, object]) -> Mapping[str, Any]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(_script())
    page.evaluate(_STAND_STILL)
    results: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return results


def _has_looked(results: Mapping[str, Any], rule: str) -> bool:
    return any(one["id"] == rule for kind in ("passes", "violations") for one in results[kind])


def _told(results: Mapping[str, Any]) -> list[str]:
    return [
        f"{one['id']}: {node['html'][:200]}: {node.get('failureSummary', '')}"
        for one in results["violations"]
        for node in one["nodes"]
    ]
