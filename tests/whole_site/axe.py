"""axe-core in a page: what it finds wrong, and what it cannot tell by itself."""

from functools import cache
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page

SCRIPT: Final = Path(__file__).parents[1] / "browser_tools/node_modules/axe-core/axe.min.js"
OPTIONS: Final = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},  # axe-core 4.14 leaves the rule of WCAG 2.2 off unless asked
    "resultTypes": ["violations", "incomplete"],
}


@cache
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """List what axe-core finds wrong on a page as it stands: the rule, the element, and why."""
    page.evaluate(_script())
    results: dict[str, Any] = page.evaluate("options => axe.run(document, options)", OPTIONS)
    assert any(one["id"] == "target-size" for kind in ("passes", "violations") for one in results[kind])
    return [
        f"{one['id']}: {node['html'][:200]}: {node.get('failureSummary', '')}"
        for one in results["violations"]
        for node in one["nodes"]
    ]
