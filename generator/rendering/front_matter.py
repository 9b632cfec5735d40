"""What a page tells the theme beyond its Markdown: values that are HTML-escaped, for themes put them in as they are."""

import json
from collections.abc import Mapping, Sequence
from typing import Final

from generator.linking.site import Named
from generator.model.markup import plain_words
from generator.rendering.markdown_text import escape_for_front_matter

_JSON: Final = json.JSONEncoder(ensure_ascii=False)

_SEARCH: Final[Mapping[str, Mapping[str, object]]] = {
    "safety-check": {"boost": 3},
    "caution": {"boost": 3},
    "condition": {"boost": 2},
    "handbook": {"boost": 0.1},
    "bibliography": {"boost": 0.1},
    "source": {"boost": 0.1},
    "listing": {"boost": 0.1},
}
"""What a search should find sooner or later (Material 9, front matter `search`): danger first, lists last."""

LONGEST_DESCRIPTION: Final = 300
"""Characters. Search engines show about half of it."""


def write_front_matter(
    *,
    title: str,
    summary: str,
    kind: str,
    section: str = "",
    breadcrumbs: Sequence[Named] = (),
    previous: Named | None = None,
    following: Named | None = None,
    source: str | None = None,
) -> str:
    """Write the block between the --- lines, which the templates in site_overrides read."""
    values: dict[str, object] = {
        "title": escape_for_front_matter(title),
        "description": escape_for_front_matter(plain_words(summary)[:LONGEST_DESCRIPTION]),
        "kind": kind,
        "section": section,
        "breadcrumbs": [_crumb(named) for named in breadcrumbs],
    }
    if previous is not None:
        values["previous"] = _crumb(previous)
    if following is not None:
        values["next"] = _crumb(following)
    if source is not None:
        values["source"] = source
    if kind in _SEARCH:
        values["search"] = _SEARCH[kind]
    lines = (f"{name}: {_JSON.encode(value)}\n" for name, value in values.items())
    return f"---\n{''.join(lines)}---\n"  # JSON is YAML too, and 20 times faster to write


def read_front_matter(content: str) -> dict[str, object]:
    """Read the block that `write_front_matter` wrote at the start of a page; its values are still escaped."""
    lines = content.split("---\n", 2)[1].splitlines()
    return {name: json.loads(value) for name, _, value in (line.partition(": ") for line in lines)}


def _crumb(named: Named) -> Mapping[str, str]:
    return {"title": escape_for_front_matter(named.name), "url": named.address.url}
