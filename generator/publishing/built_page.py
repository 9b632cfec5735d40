"""One page of a built site: what it offers, what it asks for, and what it should not hold."""

import html
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from generator.publishing.inline_code import InlineCode, inline_code_of

STYLE_ADDRESS: Final = re.compile(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^\"')\s;]+)")
"""An address of another host in a style sheet."""

_MARKER: Final = re.compile(r"\[\[[^\]]*\]\]|\[@[^\]]*\]|\{:? ?[#.][\w-]+[^}]*\}")
_PERHAPS_MARKERS: Final = tuple(re.compile(sign) for sign in (rb"\[\[", rb"\[@", rb"\{:? ?[#.]"))
"""Apart, for each begins with a sign that the search can jump to: half the time of one pattern with three branches."""

_TAG: Final = re.compile(rb"<[a-zA-Z][^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>")
_PLAIN_TAG: Final = re.compile(rb'<(a (?=href)|[a-z0-9]+ (?=id))(href|id)="([^"&<>]*)">')
"""Most tags: a link with nothing but its address, or an element with nothing but its id."""

_META: Final = re.compile(rb'<meta (?:name|property)="([^"]*)"(?: property="[^"]*")? content="([^"]*)">')
"""What a page says of itself. Each page has some that no other has, and only one of them is an address to follow."""

_STYLE: Final = re.compile(rb"<style\b[^>]*>(.*?)</style", re.DOTALL | re.IGNORECASE)
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
_STYLES: Final = etree.XPath("//@style", smart_strings=False)
_ANCHORS: Final = etree.XPath("//@id | //a/@name", smart_strings=False)
_SENT_ON: Final = etree.XPath("//meta[@http-equiv = 'refresh']/@content", smart_strings=False)
"""Where a page sends its reader on to, behind the seconds until then."""

_FETCHED: Final = frozenset({"img", "script", "source", "iframe", "embed", "video", "audio", "track"})


@dataclass(frozen=True)
class BuiltPage:
    """What a built page offers and asks for: its anchors, its links, what it fetches, and stray markup in its text.

    `shared` are the pictures that a link to the page shows elsewhere: whole addresses, as Open Graph has it.
    `inline` are the scripts and styles that stand in the page itself.
    """

    anchors: frozenset[str]
    links: tuple[str, ...]
    fetched: tuple[str, ...]
    markers: tuple[str, ...]
    unsafe: tuple[str, ...]
    shared: tuple[str, ...] = ()
    inline: tuple[InlineCode, ...] = ()


_NOTHING: Final = BuiltPage(frozenset(), (), (), (), ())


class BuiltPages:
    """Reads built pages. A site has few distinct tags: each is looked into once, and not on every page it stands on."""

    def __init__(self) -> None:
        """Begin with no tag seen."""
        self._seen: dict[bytes, BuiltPage | None] = {}

    def read(self, path: Path) -> BuiltPage:
        """Read a built page of HTML; an empty file is a page with nothing on it."""
        raw = path.read_bytes()
        tags = dict.fromkeys(_TAG.findall(raw))
        for tag in tags:
            if tag not in self._seen:
                self._seen[tag] = _read_tag(tag)
        facts = [fact for tag in tags if (fact := self._seen[tag]) is not None]
        styles = " ".join(style.decode(errors="replace") for style in _STYLE.findall(raw)) if b"<style" in raw else ""
        markers: tuple[str, ...] = ()
        body = max(0, raw.find(b"<body"))
        if any(sign.search(raw, body) for sign in _PERHAPS_MARKERS):
            words = "\n".join(_WORDS_OUTSIDE_CODE(etree.fromstring(raw, _PARSER)))
            markers = tuple(match[0] for match in _MARKER.finditer(words))
        return BuiltPage(
            anchors=frozenset().union(*(fact.anchors for fact in facts)),
            links=tuple(link for fact in facts for link in fact.links),
            fetched=(
                *(link for fact in facts for link in fact.fetched),
                *(match[1] for match in STYLE_ADDRESS.finditer(styles)),
            ),
            markers=markers,
            unsafe=tuple(words for fact in facts for words in fact.unsafe),
            shared=tuple(address for fact in facts for address in fact.shared),
            inline=(*inline_code_of(raw), *(code for fact in facts for code in fact.inline)),
        )


def _read_tag(tag: bytes) -> BuiltPage | None:
    """Look into one tag; None where there is nothing to follow in it."""
    plain = _PLAIN_TAG.fullmatch(tag)
    if plain is not None:
        words = plain[3].decode(errors="replace")
        if plain[2] == b"id":
            return BuiltPage(frozenset({words}), (), (), (), ())
        if b":" not in plain[3]:
            return BuiltPage(frozenset(), (words,), (), (), ())
    said = _META.fullmatch(tag)
    if said is not None:
        address = html.unescape(said[2].decode(errors="replace"))
        return BuiltPage(frozenset(), (), (), (), (), (address,)) if said[1] == b"og:image" else None
    tree = etree.fromstring(b"<html><body>" + tag + b"</body></html>", _PARSER)
    links = [content.partition("url=")[2] for content in _SENT_ON(tree)]
    fetched = [part.split()[0] for value in _OTHER_FETCHED(tree) for part in value.split(",") if part.strip()]
    styles = _STYLES(tree)
    fetched.extend(match[1] for match in STYLE_ADDRESS.finditer(" ".join(styles)))
    for element in tree.iter("a", "link", *_FETCHED):
        address = element.get("href") if element.tag in {"a", "link"} else element.get("src")
        if not address or element.get("rel") == "canonical":
            continue
        is_fetched = element.tag != "a" and element.get("rel") not in {"edit", "alternate", "next", "prev"}
        (fetched if is_fetched else links).append(address)
    runs = (link for link in (*links, *fetched) if _RUNS.match(_IGNORED_SIGNS.sub("", link)))
    facts = BuiltPage(
        anchors=frozenset(_ANCHORS(tree)),
        links=tuple(links),
        fetched=tuple(fetched),
        markers=(),
        unsafe=(*_HANDLERS(tree), *runs),
        inline=tuple(InlineCode("style-src-attr", style) for style in styles),
    )
    return facts if facts != _NOTHING else None
