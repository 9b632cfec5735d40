"""Everything the sources cover is in the built search index with every one of its names, and linked both ways."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from posixpath import join, normpath
from typing import Final

import pytest
import yaml
from lxml import html

from generator.rendering.search.words import telling_words_of

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
def indexed(real_site: Path) -> Mapping[str, frozenset[str]]:
    """Give the words by which the search knows each page."""
    folder = real_site / "search"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    words = index["words"].split()
    listed = [
        part for n in range(len(index["pageParts"])) for part in json.loads((folder / f"pages-{n}.json").read_text())
    ]
    known: list[set[str]] = [{words[number] for name in names for number in name} for _, *names in index["pages"]]
    for part, (first, _) in enumerate(index["wordParts"]):
        for number, steps in enumerate(json.loads((folder / f"words-{part}.json").read_text()), first):
            for place in accumulate(steps):
                known[place // (index["full"] + 1)].add(words[number])
    return {url: frozenset(found) for (url, *_), found in zip(listed, known, strict=True)}


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
def test_a_thing_is_found_by_each_of_its_names(indexed: Mapping[str, frozenset[str]], row: Row) -> None:
    unknown = [word for name in row.names for word in telling_words_of(name) if word not in indexed[row.page]]
    assert unknown == []


@pytest.mark.parametrize("row", [row for row in NAMED if row.links], ids=lambda row: row.names[0])
def test_a_thing_is_linked_both_ways(real_site: Path, row: Row) -> None:
    there = links_of(real_site, row.page)
    assert [other for other in row.links if other not in there] == []
    assert [other for other in row.links if row.page not in links_of(real_site, other)] == []
