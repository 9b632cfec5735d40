"""The search index of a built site, as the scripts of its pages will read it."""

import json
from dataclasses import dataclass
from pathlib import Path

from generator.rendering.search.index import INDEX_FILE, parts_of, tag_of


@dataclass(frozen=True)
class BuiltSearch:
    """The addresses of the pages that the search knows, and the files that it needs and cannot use."""

    urls: tuple[str, ...]
    broken: tuple[str, ...]


def read_search(site: Path) -> BuiltSearch | None:
    """Read the index of the site in a folder; None where it has none."""
    if not (site / INDEX_FILE).is_file():
        return None
    index = json.loads((site / INDEX_FILE).read_text(encoding="utf-8"))
    urls: list[str] = []
    broken = []
    for name, tag in parts_of(index):
        content = (site / name).read_text(encoding="utf-8") if (site / name).is_file() else ""
        if tag_of(content) != tag:
            broken.append(name)
        elif name.rpartition("/")[2].startswith("pages"):
            urls.extend(page[0] for page in json.loads(content))
    return BuiltSearch(tuple(urls), tuple(broken))
