"""The text of one page: links, citations numbered in order of first use, and the first mention of each body part."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from markupsafe import Markup

from generator.linking.address import Address, Named
from generator.linking.site import CitedSource, Site
from generator.model.markup import Cites, Link, Words, markup_in, parse_markup
from generator.rendering.markdown_text import escape_words
from generator.rendering.prepared_text import Piece, PreparedTexts, TermMention
from generator.rendering.vancouver import format_reference

_CODE_BLOCK: Final = re.compile(r"^```[a-z]*\n(?:(?!```).*\n)*?```$", re.MULTILINE)
_NO_MARKUP: Final = re.compile(r"`[^`]+`|!?\[[^\[\]@][^\[\]]*\](?:\([^)]*\)|\[[^\]]*\])|<https?://[^>\s\"']+>")
_OVER_LINES: Final = re.compile(r"\[\[[^\[\]]*\n[^\[\]]*\]\]|\[@[^\[\]]*\n[^\[\]]*\]")
"""A link or a citation that an editor wrapped; the rest of a guide is written line by line."""

_IN_CLINICS_WORDS: Final = '<span class="by-clinic">{}</span>'
_UNDERLINE: Final = re.compile(r"(?:=+|-+)\s*")
_HTML_START: Final = re.compile(r"<(?=[A-Za-z/!?])")


class PageWriter:
    """Writes the texts of one page, in the order in which they stand on it."""

    def __init__(self, site: Site, texts: PreparedTexts, address: Address, own_id: str = "") -> None:
        """Begin a page at `address`; `own_id` is the thing that it is about, which never links itself."""
        self.site = site
        self._texts = texts
        *self._folders, self._name = address.file.split("/")
        self._linked = {own_id}
        self._numbers: dict[str, int] = {}
        self._uses: dict[str, int] = {}

    def link(self, target: Named, words: str = "") -> Markup:
        """Link a page under its name, or under other words."""
        return Markup(self._link(target, words or target.name))  # noqa: S704 (the words are escaped)

    def mention(self, target: Named) -> Markup:
        """Name a page, and link it unless a text of this page did so before."""
        return Markup(self._mention(target.id, target.name))  # noqa: S704 (the words are escaped)

    def path_to(self, address: Address) -> str:
        """Find the way from this page's file to another's, as MkDocs and Zensical take it."""
        *folders, name = address.file.split("/")
        same = 0
        while same < min(len(folders), len(self._folders)) and folders[same] == self._folders[same]:
            same += 1
        return "/".join([*[".."] * (len(self._folders) - same), *folders[same:], name])

    def text(self, value: str, indent: int = 0) -> Markup:
        """Write text with its markup; a blank line in it begins a new paragraph, `indent` spaces in."""
        paragraphs = ("".join(map(self._piece, pieces)) for pieces in self._texts.paragraphs(value))
        if value in self.site.clinics_texts:
            paragraphs = (_IN_CLINICS_WORDS.format(words) for words in paragraphs)
        return Markup(("\n\n" + " " * indent).join(paragraphs))  # noqa: S704 (every piece is escaped)

    def way_to_file(self, path: str) -> str:
        """Find the way from the built page to a file below the site, for an attribute that no engine mends."""
        depth = len([part for part in Address("/".join([*self._folders, self._name])).url.split("/") if part])
        return "../" * depth + path

    def body(self, markdown: str) -> Markup:
        """Write a guide's Markdown: our markup works in it outside headings and code, and HTML shows as written."""
        lines: list[str] = []
        at = 0
        for block in _CODE_BLOCK.finditer(markdown):
            lines.extend(self._markdown_lines(markdown[at : block.start()]))
            lines.append(_escape_html(block[0]))
            at = block.end()
        lines.extend(self._markdown_lines(markdown[at:]))
        written = "\n".join(lines).strip("\n")
        if markdown.strip() in self.site.clinics_texts:
            written = f'<div class="by-clinic" markdown>\n\n{written}\n\n</div>'
        return Markup(written)  # noqa: S704 (every sign that may begin HTML is escaped)

    def cite(self, *keys: str, besides: str = "") -> Markup:
        """Write the marks of citations, and remember them for the list at the end: of what a text cites itself none."""
        marked = {key for _, token in markup_in(besides) if isinstance(token, Cites) for key in token.keys}
        cited = (key for key in keys if key in self.site.sources and key not in marked)
        return Markup("".join(self._mark(key) for key in cited))  # noqa: S704 (numbers)

    def list_source(self, key: str) -> None:
        """Put a source that the page rests on as a whole into the list, without a mark in the text."""
        if key in self.site.sources:
            self._numbers.setdefault(key, len(self._numbers) + 1)

    def cited(self) -> tuple[CitedSource, ...]:
        """List what was cited or put into the list so far, in order."""
        return tuple(self.site.sources[key] for key in self._numbers)

    def references(self) -> Iterator[tuple[int, Markup, tuple[str, ...], Named | None]]:
        """List what was cited: number, reference, the anchors of its uses, and its study page if there is one."""
        for key, number in self._numbers.items():
            source = self.site.sources[key]
            anchors = tuple(_anchor(number, use) for use in range(1, self._uses.get(key, 0) + 1))
            yield number, format_reference(source.reference), anchors, source.study

    def _piece(self, piece: Piece) -> str:
        if isinstance(piece, str):
            return piece
        if isinstance(piece, TermMention):
            return self._mention(piece.target, piece.words)
        if isinstance(piece, Link):
            self._linked.add(piece.target)
            target = self.site.named(piece.target)
            return self._link(target, piece.words or target.name)
        return self.cite(*piece.keys)

    def _mention(self, page_id: str, words: str) -> str:
        if page_id in self._linked:
            return escape_words(words)
        self._linked.add(page_id)
        return self._link(self.site.named(page_id), words)

    def _link(self, target: Named, words: str) -> str:
        if target.is_hidden:
            return escape_words(words)
        return f"[{escape_words(words)}]({self.path_to(target.address)})"

    def _mark(self, key: str) -> str:
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        use = self._uses[key] = self._uses.get(key, 0) + 1
        return f'<sup class="cite" id="{_anchor(number, use)}"><a href="#ref-{number}">[{number}]</a></sup>'

    def _markdown_lines(self, markdown: str) -> Iterator[str]:
        lines = _OVER_LINES.sub(lambda match: " ".join(match[0].split()), markdown).splitlines()
        for line, below in zip_longest(lines, lines[1:], fillvalue=""):
            is_heading = line.lstrip().startswith("#") or _UNDERLINE.fullmatch(below) is not None
            yield self._markdown_line(line, links_terms=not is_heading)

    def _markdown_line(self, line: str, *, links_terms: bool) -> str:
        parts = []
        at = 0
        for match in _NO_MARKUP.finditer(line):
            parts.append(self._markdown_words(line[at : match.start()], links_terms=links_terms))
            found = match[0].replace("![", r"\![", 1) if match[0].startswith("!") else match[0]
            parts.append(found if found.startswith("<") else _escape_html(found))
            at = match.end()
        parts.append(self._markdown_words(line[at:], links_terms=links_terms))
        return "".join(parts)

    def _markdown_words(self, words: str, *, links_terms: bool) -> str:
        parts = ""
        for token in parse_markup(words):
            if isinstance(token, Words):
                for piece in self._texts.mentions(token.text) if links_terms else (token.text,):
                    if isinstance(piece, str):
                        parts += _escape_html(piece).replace("{", r"\{")
                    else:
                        parts = _without_picture_sign(parts) + self._piece(piece)
            else:
                at_word = parts.rstrip(" ") if isinstance(token, Cites) else parts
                parts = _without_picture_sign(at_word) + self._piece(token)
        return parts


def _escape_html(markdown: str) -> str:
    """Escape every sign that may begin HTML: what engines take for code differs, so code spans are no exception."""
    return _HTML_START.sub("&lt;", markdown)


def _without_picture_sign(before_a_link: str) -> str:
    return before_a_link[:-1] + r"\!" if before_a_link.endswith("!") else before_a_link


def _anchor(number: int, use: int) -> str:
    return f"cite-{number}-{use}"
