"""The comparison of engines counts what a reader would load, and says what it measured."""

import gzip
import urllib.request
from pathlib import Path

import pytest

from benchmarks.search.comparison import Compared, write_comparison
from benchmarks.search.counting_server import counting
from benchmarks.search.queries import QUERIES_FILE, Query, read_queries
from benchmarks.search.trial import Accuracy, Cost

ROOT = Path(__file__).parents[1]
COST = Cost(pages=3000, page=120_400, of_search=0, ready=31_000, query=52_600, first_ms=1234.4, next_ms=150.2)
QUERIES = (
    Query("jumpers knee", frozenset({"a/"}), safety=False, held_out=False),
    Query("blood clot", frozenset({"b/"}), safety=True, held_out=True),
)


def test_the_server_counts_text_as_it_is_sent(tmp_path: Path) -> None:
    words = b"knee " * 500
    (tmp_path / "index.html").write_bytes(words)
    (tmp_path / "picture.png").write_bytes(words)
    with counting(tmp_path) as (address, sent):
        for path in ("", "picture.png"):
            urllib.request.urlopen(address + path, timeout=10).read()  # noqa: S310 (our own server)
        assert sent.take() == [("/", len(gzip.compress(words, 6))), ("/picture.png", len(words))]
        assert sent.take() == []


def test_the_page_says_for_each_engine_what_it_finds_and_costs() -> None:
    accuracy = Accuracy(tuned=(9, 10), held_out=(3, 4), safety_first=(2, 2), held_out_safety_first=(1, 1))
    page = write_comparison([Compared("Ours", accuracy, COST, COST)], QUERIES)
    assert "2 queries, 1 of them about safety" in page
    assert "| Ours | 90% (9 of 10) | 75% (3 of 4) | 100% (2 of 2) | 100% (1 of 1) |" in page
    assert page.count("| Ours | 3,000 | 120 KB | 0 KB | 31 KB | 53 KB | 1234 ms | 150 ms |") == 2


@pytest.mark.parametrize("flag", ["safety", "held_out"])
def test_the_queries_of_the_tests_are_read(flag: str) -> None:
    queries = read_queries(ROOT / QUERIES_FILE)
    assert len(queries) >= 100
    assert 0 < sum(getattr(query, flag) for query in queries) < len(queries)
