"""The queries of tests/search_queries.yml."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

QUERIES_FILE: Final = Path("tests/search_queries.yml")


@dataclass(frozen=True)
class Query:
    """What a reader types, and the pages that answer it; of a safety query one of them has to come first."""

    ask: str
    finds: frozenset[str]
    safety: bool
    held_out: bool


def read_queries(path: Path) -> tuple[Query, ...]:
    """Read the queries, in their order."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(
        Query(str(row["ask"]), frozenset(row["finds"]), bool(row.get("safety")), bool(row.get("held_out")))
        for row in rows
    )
