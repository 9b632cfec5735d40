"""Figures -> the page docs/search-comparison.md."""

import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from benchmarks.search.queries import Query
from benchmarks.search.trial import Accuracy, Cost

_ACCURACY: Final = (*("Engine", "Among the first 3", "Held out", "Safety first", "Held out, safety first"),)
_COST: Final = (
    *("Engine", "Pages", "First visit", "Of it for the search", "At the first focus", "By the first query"),
    *("First result, slow line", "Next ones, fast line"),
)


@dataclass(frozen=True)
class Compared:
    """One engine: what it finds on the real site, and what it costs there and on the large one."""

    title: str
    accuracy: Accuracy
    real: Cost
    large: Cost


def write_comparison(compared: Sequence[Compared], queries: Sequence[Query]) -> str:
    """Write the page."""
    safety = sum(query.safety for query in queries)
    held_out = sum(query.held_out for query in queries)
    blocks = (
        ["# Which search finds what readers type"],
        [
            (
                f"{len(queries)} queries, {safety} of them about safety, were written before any engine was tuned. "
                f"Each engine was asked all of them in Chromium, on the real site. {held_out} were held out of the "
                "tuning. Each other engine had one setting, chosen before."
            )
        ],
        [_machine()],
        ["## What they find"],
        _table(_ACCURACY, (_accuracy(one) for one in compared), "lrrrr"),
        ["## What they cost a reader"],
        [
            (
                "KB are as sent: text compressed with gzip, 1 KB = 1,000 bytes. The slow line has 150 ms there and "
                "back and 1.6 Mbit/s; the reader types as soon as the field has the focus. Times on the fast line are "
                "the middle of 5, from the last key to the first result, with the pause that an engine makes."
            )
        ],
        ["### The real site"],
        _table(_COST, (_cost(one.title, one.real) for one in compared), "lrrrrrrr"),
        ["### A synthetic site of 3,000 pages"],
        _table(_COST, (_cost(one.title, one.large) for one in compared), "lrrrrrrr"),
    )
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _machine() -> str:
    day = f"{date.today():%-d %B %Y}"  # noqa: DTZ011 (the day of whoever measures)
    machine = f"{os.cpu_count()} cores and {os.getloadavg()[0]:.0f} other tasks at work, {platform.system()}"
    engines = f"Material {version('mkdocs-material')}, Pagefind {_version('pagefind')}, MiniSearch as given"
    return f"Measured on {day} with {machine}, {engines}."


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "(not installed)"


def _accuracy(one: Compared) -> tuple[str, ...]:
    found = one.accuracy
    return one.title, *map(_share, (found.tuned, found.held_out, found.safety_first, found.held_out_safety_first))


def _share(pair: tuple[int, int]) -> str:
    return f"{pair[0] / pair[1]:.0%} ({pair[0]} of {pair[1]})"


def _cost(title: str, cost: Cost) -> tuple[str, ...]:
    sizes = (cost.page, cost.of_search, cost.ready, cost.query)
    times = (cost.first_ms, cost.next_ms)
    waited = (f"{ms:.0f} ms" if ms >= 0 else "none in 30 s" for ms in times)
    return title, f"{cost.pages:,}", *(f"{size / 1000:.0f} KB" for size in sizes), *waited


def _table(head: Sequence[str], rows: Iterable[tuple[str, ...]], align: str) -> list[str]:
    rules = [{"l": "---", "r": "---:"}[side] for side in align]
    return [f"| {' | '.join(row)} |" for row in (head, rules, *rows)]
