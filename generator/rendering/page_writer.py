"""The text of one page: links, citations numbered in order of first use, and the first mention of each body part."""

import re
from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from generator.linking.site import Address, Named, Site
from generator.model.markup import Cites, Link, Words, parse_markup
from generator.rendering.markdown_text import escape_words
from generator.rendering.prepared_text import Piece, PreparedTexts, TermMention
from generator.rendering.vancouver import format_reference

_FENCE: Final = re.compile(r"\s*(```+|~~~+)")
_NO_MARKUP: Final = re.compile(r"`[^`]+`|!?\[[^\[\]@][^\[\]]*\]\([^)]*\)|<https?://[^>\s]+>")
_HTML_START: Final = re.compile(r"<(?=[A-Za-z/!?])")


class PageWriter:
    """Writes the texts of one page, in the order in which they stand on it."""

    def __init__(self, site: Site, texts: PreparedTexts, address: Address, own_id: str = "") -> None:
        """Begin a page at `address`; `own_id` is the thing that it is about, which never links itself."""
        self.site = site
        self._texts = texts
        self._folders = address.file.split("/")[:-1]
        self._linked = {own_id}
        self._numbers: dict[str, int] = {}
        self._uses: dict[str, int] = {}

    def link(self, target: Named, words: str = "") -> Markup:
        """Link a page under its name, or under other words."""
        return Markup(self._link(target, words or target.name))  # noqa: S704 (the words are escaped)

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
        return Markup(("\n\n" + " " * indent).join(paragraphs))  # noqa: S704 (every piece is escaped)

    def body(self, markdown: str) -> Markup:
        """Write a guide's Markdown: our markup works in it outside headings and code, and HTML shows as written."""
        lines = []
        fence = ""
        for line in markdown.strip("\n").splitlines():
            mark = _FENCE.match(line)
            if fence or mark:
                fence = "" if fence and mark and mark[1].startswith(fence) else fence or (mark[1] if mark else "")
                lines.append(line)
            else:
                lines.append("".join(self._markdown_line(line)))
        return Markup("\n".join(lines))  # noqa: S704 (HTML in it is escaped line by line)

    def cite(self, *keys: str) -> Markup:
        """Write the marks of citations, and remember them for the list at the end."""
        return Markup("".join(self._mark(key) for key in keys if key in self.site.sources))  # noqa: S704 (numbers)

    def list_source(self, key: str) -> None:
        """Put a source that the page rests on as a whole into the list, without a mark in the text."""
        if key in self.site.sources:
            self._numbers.setdefault(key, len(self._numbers) + 1)

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
            if piece.target in self._linked:
                return escape_words(piece.words)
            self._linked.add(piece.target)
            return self._link(self.site.pages[piece.target].named, piece.words)
        if isinstance(piece, Link):
            self._linked.add(piece.target)
            target = self.site.pages[piece.target].named
            return self._link(target, piece.words or target.name)
        return self.cite(*piece.keys)

    def _link(self, target: Named, words: str) -> str:
        return f"[{escape_words(words)}]({self.path_to(target.address)})"

    def _mark(self, key: str) -> str:
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        use = self._uses[key] = self._uses.get(key, 0) + 1
        return f'<sup class="cite" id="{_anchor(number, use)}"><a href="#ref-{number}">[{number}]</a></sup>'

    def _markdown_line(self, line: str) -> Iterator[str]:
        links_terms = not line.lstrip().startswith("#")
        at = 0
        for match in _NO_MARKUP.finditer(line):
            yield from self._markdown_words(line[at : match.start()], links_terms=links_terms)
            yield match[0]
            at = match.end()
        yield from self._markdown_words(line[at:], links_terms=links_terms)

    def _markdown_words(self, words: str, *, links_terms: bool) -> Iterator[str]:
        for token in parse_markup(words):
            if isinstance(token, Words):
                for piece in self._texts.mentions(token.text) if links_terms else (token.text,):
                    if isinstance(piece, str):
                        yield _HTML_START.sub("&lt;", piece).replace("{", r"\{")
                    else:
                        yield self._piece(piece)
            elif isinstance(token, (Link, Cites)):
                yield self._piece(token)


def _anchor(number: int, use: int) -> str:
    return f"cite-{number}-{use}"
