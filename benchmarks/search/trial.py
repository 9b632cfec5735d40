"""One engine on one site: what it finds, and the bytes and seconds that it takes."""

import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser

from benchmarks.search.counting_server import Sent, counting
from benchmarks.search.queries import Query
from benchmarks.search.variants import Variant

PAGE: Final = "techniques/"
"""Under it the page that a reader is on: its first technique."""

FIRST_QUERY: Final = "swollen calf"
NEXT_QUERIES: Final = ("night cramps", "plantar fascia", "kneading", "arthritis of the knee", "massage oil")
AMONG: Final = 3


@dataclass(frozen=True)
class Accuracy:
    """How many queries were answered: among the first 3, and by the very first page of the safety queries.

    Each is a pair: how many, and of how many. `held_out` queries are those that nobody tuned for.
    """

    tuned: tuple[int, int]
    held_out: tuple[int, int]
    safety_first: tuple[int, int]
    held_out_safety_first: tuple[int, int]


@dataclass(frozen=True)
class Cost:
    """What a search costs a reader: bytes as sent, and milliseconds.

    `page` is all that a first visit loads, `of_search` the part of it that only the search needs; `ready` is what is
    loaded once the field has the focus, and `query` what the first query loads after that. `first_ms` is the time from
    the last key of the first query to the first result on a slow line, from a focus at the same moment; `next_ms` the
    same for later queries, when nothing is slow (the middle of 5).
    """

    pages: int
    page: int
    of_search: int
    ready: int
    query: int
    first_ms: float
    next_ms: float


def measure_accuracy(browser: Browser, site: Path, variant: Variant, queries: Iterable[Query]) -> Accuracy:
    """Ask all queries on one page of a site."""
    counts = {name: [0, 0] for name in ("tuned", "held_out", "safety_first", "held_out_safety_first")}
    with counting(site) as (address, _):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address + _technique(site))
        page.wait_for_load_state("networkidle")
        if variant.field:
            page.focus(variant.field)
        for query in queries:
            found = variant.ask(page, query.ask).found
            among = bool(query.finds & set(found[:AMONG]))
            first = bool(query.finds & set(found[:1]))
            _count(counts["held_out" if query.held_out else "tuned"], yes=among)
            if query.safety:
                _count(counts["held_out_safety_first" if query.held_out else "safety_first"], yes=first)
        page.close()
    return Accuracy(**{name: (yes, of) for name, (yes, of) in counts.items()})


def measure_cost(browser: Browser, site: Path, variant: Variant) -> Cost:
    """Measure the bytes of a first visit and a first query, and then the time of both on a slow line."""
    with counting(site) as (address, sent):
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.goto(address + _technique(site))
        page.wait_for_load_state("networkidle")
        loaded = sent.take()
        if variant.field:
            page.focus(variant.field)
            page.wait_for_timeout(1500)
            page.wait_for_load_state("networkidle")
        ready = sent.take()
        variant.ask(page, FIRST_QUERY)
        page.wait_for_load_state("networkidle")
        asked = sent.take()
        later = [variant.ask(page, words).milliseconds for words in NEXT_QUERIES]
        page.context.close()
        return Cost(
            pages=sum(1 for _ in site.rglob("*.html")),
            page=_bytes(loaded),
            of_search=_bytes([one for one in loaded if "search" in one[0] and not one[0].endswith(".css")]),
            ready=_bytes(ready),
            query=_bytes(asked),
            first_ms=_slow(browser, address, sent, site, variant),
            next_ms=statistics.median(later),
        )


def _slow(browser: Browser, address: str, sent: Sent, site: Path, variant: Variant) -> float:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(address + _technique(site))
    page.wait_for_load_state("networkidle")
    sent.slow = True
    if variant.field:
        page.focus(variant.field)
    milliseconds = variant.ask(page, FIRST_QUERY).milliseconds
    sent.slow = False
    page.context.close()
    return milliseconds


def _technique(site: Path) -> str:
    pages = sorted(path.parent.name for path in (site / PAGE).glob("*/index.html"))
    return f"{PAGE}{pages[0]}/"


def _count(pair: list[int], *, yes: bool) -> None:
    pair[0] += yes
    pair[1] += 1


def _bytes(answers: Iterable[tuple[str, int]]) -> int:
    return sum(size for _, size in answers)
