"""What a page tells the theme beyond its Markdown: values that are HTML-escaped, for themes put them in as they are."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.linking.address import Named
from generator.linking.site import ThingPage
from generator.model.markup import plain_words
from generator.rendering.json_ld.node import Node, write_json_ld
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


SITE_PICTURE: Final = "share/site.png"
"""The picture that a link to the site shows, where the page has none of its own; 1200 by 630 pixels."""


@dataclass(frozen=True, kw_only=True)
class Head:
    """What a page tells the theme.

    `share` is the picture that a link to the page shows elsewhere, `changed` the newest day on which somebody reviewed
    what stands on it, for the map of the site, and `node` what the page says to machines.
    """

    title: str
    summary: str
    kind: str
    node: Node
    section: str = ""
    breadcrumbs: Sequence[Named] = ()
    previous: Named | None = None
    following: Named | None = None
    source: str | None = None
    share: str = SITE_PICTURE
    changed: date | None = None


def write_front_matter(head: Head) -> str:
    """Write the block between the --- lines, which the templates in site_overrides read."""
    values: dict[str, object] = {
        "title": escape_for_front_matter(head.title),
        "description": escape_for_front_matter(plain_words(head.summary)[:LONGEST_DESCRIPTION]),
        "kind": head.kind,
        "section": head.section,
        "breadcrumbs": [_crumb(named) for named in head.breadcrumbs],
        "share": head.share,
    }
    if head.previous is not None:
        values["previous"] = _crumb(head.previous)
    if head.following is not None:
        values["next"] = _crumb(head.following)
    if head.source is not None:
        values["source"] = head.source
    if head.changed is not None:
        values["changed"] = head.changed.isoformat()
    if head.kind in _SEARCH:
        values["search"] = _SEARCH[head.kind]
    lines = [f"{name}: {_JSON.encode(value)}\n" for name, value in values.items()]
    lines.append(f"json_ld: '{write_json_ld(head.node)}'\n")
    return f"---\n{''.join(lines)}---\n"  # JSON is YAML too, and 20 times faster to write


def newest_review(pages: Iterable[ThingPage]) -> date | None:
    """Find the newest day on which one of several pages was reviewed."""
    return max((page.thing.reviewed for page in pages), default=None)


def read_front_matter(content: str) -> dict[str, object]:
    """Read the block that `write_front_matter` wrote at the start of a page, but not what is for machines.

    Its values are still escaped.
    """
    lines = (line.partition(": ") for line in content.split("---\n", 2)[1].splitlines())
    return {name: json.loads(value) for name, _, value in lines if name != "json_ld"}


def _crumb(named: Named) -> Mapping[str, str]:
    return {"title": escape_for_front_matter(named.name), "url": named.address.url}
