"""The text of one page: links, citations numbered in order of first use, and the first mention of each body part."""

import posixpath
import re
from collections.abc import Iterator
from itertools import pairwise

from markupsafe import Markup

from generator.linking.site import Address, Named, Site
from generator.model.markup import Cites, Link, Words, parse_markup
from generator.rendering.markdown_text import escape_words, guard_line_start
from generator.rendering.vancouver import format_reference

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_FENCE = re.compile(r"\s*(```+|~~~+)")
_NO_MARKUP = re.compile(r"`[^`]+`|!?\[[^\[\]@][^\[\]]*\]\([^)]*\)|<https?://[^>\s]+>")
_HTML_START = re.compile(r"<(?=[A-Za-z/!?])")


class PageWriter:
    """Writes the texts of one page, in the order in which they stand on it."""

    def __init__(self, site: Site, address: Address, own_id: str = "") -> None:
        """Begin a page at `address`; `own_id` is the thing that it is about, which never links itself."""
        self.site = site
        self._address = address
        self._linked = {own_id}
        self._numbers: dict[str, int] = {}
        self._uses: dict[str, int] = {}

    def link(self, target: Named, words: str = "") -> Markup:
        """Link a page under its name, or under other words."""
        label = escape_words(words or target.name)
        return Markup(f"[{label}]({self.path_to(target.address)})")  # noqa: S704 (the label is escaped)

    def path_to(self, address: Address) -> str:
        """Find the way from this page's file to another's, as MkDocs and Zensical take it."""
        return posixpath.relpath(address.file, posixpath.dirname(self._address.file) or ".")

    def text(self, value: str, indent: int = 0) -> Markup:
        """Write text with its markup; a blank line in it begins a new paragraph, `indent` spaces in."""
        paragraphs = (self._paragraph(part) for part in re.split(r"\n\s*\n", value.strip()))
        return Markup("\n\n" + " " * indent).join(paragraphs)  # noqa: S704 (white space)

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
        return Markup("").join(self._mark(key) for key in keys if key in self.site.sources)

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

    def _paragraph(self, value: str) -> Markup:
        parts = list(self._tokens(value.strip()))
        line = "".join(part if isinstance(part, Markup) else escape_words(part) for part in parts)
        begins_with_words = bool(parts) and not isinstance(parts[0], Markup)
        return Markup(guard_line_start(line) if begins_with_words else line)  # noqa: S704 (every part is escaped)

    def _tokens(self, value: str) -> Iterator[str | Markup]:
        for token in parse_markup(value):
            if isinstance(token, Words):
                yield from self._words(token.text)
            elif isinstance(token, Link):
                self._linked.add(token.target)
                yield self.link(self.site.pages[token.target].named, token.words)
            elif isinstance(token, Cites):
                yield self.cite(*token.keys)

    def _words(self, text: str) -> Iterator[str | Markup]:
        """Link the first mention of each term; the longest term wins where several begin with one word."""
        terms = self.site.terms
        words = list(_WORD.finditer(text))
        at = index = 0
        while index < len(words):
            length = 0
            for term, target in terms.get(words[index][0].casefold(), ()):
                run = words[index : index + len(term)]
                if tuple(word[0].casefold() for word in run) != term or not _unbroken(text, run):
                    continue
                length = len(term)
                if target not in self._linked:
                    self._linked.add(target)
                    if run[0].start() > at:
                        yield text[at : run[0].start()]
                    at = run[-1].end()
                    yield self.link(self.site.pages[target].named, text[run[0].start() : at])
                break
            index += length or 1
        if at < len(text):
            yield text[at:]

    def _mark(self, key: str) -> Markup:
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        use = self._uses[key] = self._uses.get(key, 0) + 1
        return Markup(  # noqa: S704 (numbers only)
            f'<sup class="cite" id="{_anchor(number, use)}"><a href="#ref-{number}">[{number}]</a></sup>'
        )

    def _markdown_line(self, line: str) -> Iterator[str]:
        is_heading = line.lstrip().startswith("#")
        at = 0
        for match in _NO_MARKUP.finditer(line):
            yield from self._markdown_words(line[at : match.start()], links_terms=not is_heading)
            yield match[0]
            at = match.end()
        yield from self._markdown_words(line[at:], links_terms=not is_heading)

    def _markdown_words(self, words: str, *, links_terms: bool) -> Iterator[str]:
        for token in parse_markup(words):
            if isinstance(token, Words):
                parts = self._words(token.text) if links_terms else (token.text,)
                for part in parts:
                    yield part if isinstance(part, Markup) else _HTML_START.sub("&lt;", part).replace("{", r"\{")
            elif isinstance(token, Link):
                self._linked.add(token.target)
                yield self.link(self.site.pages[token.target].named, token.words)
            else:
                yield self.cite(*token.keys)


def _unbroken(text: str, run: list[re.Match[str]]) -> bool:
    return all(text[before.end() : after.start()].isspace() for before, after in pairwise(run))


def _anchor(number: int, use: int) -> str:
    return f"cite-{number}-{use}"
