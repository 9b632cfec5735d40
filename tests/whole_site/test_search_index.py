"""Everything the sources cover is found in the built search index by every one of its names, and linked both ways."""

import html as entities
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import join, normpath
from typing import Final

import pytest
import yaml
from lxml import html

FILE: Final = Path(__file__).parents[1] / "searchable_names.yml"
ROWS: Final = 167
"""Things that the source articles cover."""


@dataclass(frozen=True)
class Row:
    """A thing of the sources: its page, its names, and the pages that it is linked with both ways."""

    page: str
    names: tuple[str, ...]
    links: tuple[str, ...]


NAMED: Final = tuple(
    Row(row["page"], tuple(row["names"]), tuple(row.get("links", ())))
    for row in yaml.safe_load(FILE.read_text(encoding="utf-8"))
)


@pytest.fixture(scope="module")
def indexed(real_site: Path) -> Mapping[str, str]:
    """Give what the search knows of each page: its titles and texts, in small letters."""
    index = json.loads((real_site / "search/search_index.json").read_text(encoding="utf-8"))
    pages: dict[str, list[str]] = {}
    for entry in index["docs"]:
        pages.setdefault(entry["location"].partition("#")[0], []).append(f"{entry['title']} {entry['text']}")
    return {page: folded(" ".join(texts)) for page, texts in pages.items()}


def folded(text: str) -> str:
    return " ".join(entities.unescape(re.sub(r"<[^>]+>", " ", text)).replace("’", "'").casefold().split())


def links_of(real_site: Path, page: str) -> set[str]:
    """List the pages that the text of a page links, by their addresses from the root."""
    article = html.document_fromstring((real_site / page / "index.html").read_bytes()).find(".//article")
    assert article is not None
    return {
        f"{normpath(join(page, link.partition('#')[0]))}/" for link in article.xpath(".//a[not(ancestor::nav)]/@href")
    }


def test_the_list_has_every_thing_once() -> None:
    assert len(NAMED) == ROWS
    assert len({row.names[0] for row in NAMED}) == ROWS


@pytest.mark.parametrize("row", NAMED, ids=lambda row: row.names[0])
def test_a_thing_is_found_by_each_of_its_names(indexed: Mapping[str, str], row: Row) -> None:
    assert [name for name in row.names if folded(name) not in indexed[row.page]] == []


@pytest.mark.parametrize("row", [row for row in NAMED if row.links], ids=lambda row: row.names[0])
def test_a_thing_is_linked_both_ways(real_site: Path, row: Row) -> None:
    there = links_of(real_site, row.page)
    assert [other for other in row.links if other not in there] == []
    assert [other for other in row.links if row.page not in links_of(real_site, other)] == []
