"""A node of JSON-LD, and the ids by which nodes of different pages mean the same thing."""

import json
from typing import Final

from generator.linking.address import Address
from generator.linking.site import CitedSource, Site

Node = dict[str, object]
"""One thing in JSON-LD: its type, and its properties by their names in schema.org."""

CONTEXT: Final = "https://schema.org"

_UNSAFE: Final = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "'": "\\u0027", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)
"""Signs that could end the script element or the text of YAML that holds JSON, and their escapes in JSON."""


def id_of_thing(site: Site, address: Address) -> str:
    """Name the thing that a page is about, which is not the page."""
    return f"{site.whole_address(address)}#thing"


def id_of_work(site: Site, source: CitedSource) -> str:
    """Name the work that a source is, which is not the page about it."""
    return f"{site.whole_address(source.named.address)}#work"


def write_json_ld(node: Node) -> str:
    """Write a node on one line, so that it can stand in a script element whatever the texts in it are."""
    return json.dumps({"@context": CONTEXT, **node}, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
