"""One page of a built site: what it offers, what it asks for, and what it should not hold."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

STYLE_ADDRESS: Final = re.compile(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^\"')\s;]+)")
"""An address of another host in a style sheet."""

_MARKER: Final = re.compile(r"\[\[[^\]]*\]\]|\[@[^\]]*\]|\{:? ?[#.][\w-]+[^}]*\}")
_PERHAPS_A_MARKER: Final = re.compile(rb"\[\[|\[@|\{:? ?[#.]")
_RARE_ATTRIBUTES: Final = tuple(
    re.compile(before + rb"(?i:on\w+|style|srcset|poster|background|xlink:href)\s*=")
    for before in (b" ", b"\n", b"\t", b'"', b"'", b"/")
)
_RARE_TAGS: Final = re.compile(rb"<(?i:(?:object|image|use|style)\b|input[^>]*\ssrc\s*=)")
"""Looks at the bytes, which spare most pages four searches of their tree; the sign in front makes them quick."""

_PARSER: Final = etree.HTMLParser(encoding="utf-8")
_WORDS_OUTSIDE_CODE: Final = etree.XPath(
    "//body//text()[not(ancestor::code or ancestor::script or ancestor::style)]", smart_strings=False
)
_OTHER_FETCHED: Final = etree.XPath(
    "//@poster | //@srcset | //input/@src | //object/@data | //image/@href | //use/@href | //@background"
    " | //@*[local-name() = 'xlink:href']",
    smart_strings=False,
)
_HANDLERS: Final = etree.XPath("//@*[starts-with(name(), 'on')]", smart_strings=False)
_IGNORED_SIGNS: Final = re.compile(r"[\x00-\x20]")
"""Browsers drop these from addresses (WHATWG URL, section 4.1)."""

_RUNS: Final = re.compile(r"(?:javascript|vbscript|data:text/html)", re.IGNORECASE)
_STYLES: Final = etree.XPath("//@style | //style/text()", smart_strings=False)
_ANCHORS: Final = etree.XPath("//@id | //a/@name", smart_strings=False)
_FETCHED: Final = frozenset({"img", "script", "source", "iframe", "embed", "video", "audio", "track"})


@dataclass(frozen=True)
class BuiltPage:
    """What a built page offers and asks for: its anchors, its links, what it fetches, and stray markup in its text."""

    anchors: frozenset[str]
    links: tuple[str, ...]
    fetched: tuple[str, ...]
    markers: tuple[str, ...]
    unsafe: tuple[str, ...]


def read_built_page(path: Path) -> BuiltPage:
    """Read a built page of HTML; an empty file is a page with nothing on it."""
    raw = path.read_bytes()
    tree = etree.fromstring(raw, _PARSER) if raw.strip() else None
    if tree is None:
        return BuiltPage(frozenset(), (), (), (), ())
    links: list[str] = []
    fetched: list[str] = []
    unsafe: list[str] = []
    if _RARE_TAGS.search(raw) or any(rare.search(raw) for rare in _RARE_ATTRIBUTES):
        fetched = [part.split()[0] for value in _OTHER_FETCHED(tree) for part in value.split(",") if part.strip()]
        fetched.extend(match[1] for match in STYLE_ADDRESS.finditer(" ".join(_STYLES(tree))))
        unsafe = _HANDLERS(tree)
    for element in tree.iter("a", "link", *_FETCHED):
        address = element.get("href") if element.tag in {"a", "link"} else element.get("src")
        if not address or element.get("rel") == "canonical":
            continue
        is_fetched = element.tag != "a" and element.get("rel") not in {"edit", "alternate", "next", "prev"}
        (fetched if is_fetched else links).append(address)
    markers: tuple[str, ...] = ()
    if _PERHAPS_A_MARKER.search(raw, max(0, raw.find(b"<body"))):
        words = "\n".join(_WORDS_OUTSIDE_CODE(tree))
        markers = tuple(match[0] for match in _MARKER.finditer(words))
    runs = (link for link in (*links, *fetched) if ":" in link and _RUNS.match(_IGNORED_SIGNS.sub("", link)))
    return BuiltPage(frozenset(_ANCHORS(tree)), tuple(links), tuple(fetched), markers, (*unsafe, *runs))
