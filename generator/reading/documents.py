"""YAML and Markdown files -> documents: plain data with a position for every value."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from generator.diagnostics import Code, Diagnostic, Location, Replacement, Severity
from generator.reading.source_file import SourceFile
from generator.reading.yaml_data import DUPLICATE_KEY, TOO_DEEP, YAML_FEATURE, Data, Path, Span, read_yaml
from generator.reading.yaml_words import NOT_YAML

TAB = Code("tab", Severity.ERROR, "A YAML file holds a tab; YAML is laid out with spaces.")
EMPTY_FILE = Code("empty-file", Severity.ERROR, "A file has nothing in it.")
NOT_A_MAPPING = Code("not-a-mapping", Severity.ERROR, "A file is a list or a single value, not fields with values.")
NO_FRONT_MATTER = Code("no-front-matter", Severity.ERROR, "A Markdown page has no front matter between --- lines.")
CODES: Final = (
    NOT_YAML,
    TAB,
    EMPTY_FILE,
    NOT_A_MAPPING,
    DUPLICATE_KEY,
    TOO_DEEP,
    YAML_FEATURE,
    NO_FRONT_MATTER,
)

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Document:
    """One file of content as plain data, with the span of every value by its path.

    `is_clinics` tells a file that a clinic added; its values in a file of the base have spans of their own.
    """

    source: SourceFile
    data: Mapping[str, Data]
    spans: Mapping[Path, Span]
    is_clinics: bool = False
    _matches: dict[tuple[Span, re.Pattern[str]], tuple[int, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @cached_property
    def path(self) -> str:
        """The path from the project's root."""
        return self.source.path

    @property
    def folder(self) -> str:
        """The name of the folder that it lies in: its kind."""
        return self.path.split("/")[-2]

    @cached_property
    def stem(self) -> str:
        """The file name without its ending: its id."""
        return self.path.split("/")[-1].rsplit(".", 1)[0]

    def locate(self, *path: str | int) -> Location:
        """Find where a value starts; for a value that is not there, where the thing starts that lacks it."""
        span = self._nearest(path)
        return (span.source or self.source).locate(span.start)

    def locate_key(self, *path: str | int) -> Location:
        """Find where the name of a field starts."""
        span = self._nearest(path)
        return (span.source or self.source).locate(span.key)

    def replace_word(self, where: Location, written: str, meant: str) -> Replacement | None:
        """Put another word in place of one at or behind a place on its line; None where it does not stand as it is."""
        if not meant or where.path != self.path:
            return None
        line = self.source.text.split("\n")[where.line - 1]
        start = line.find(written, where.column - 1)
        return Replacement(where.line, line[:start], written, meant) if start >= 0 else None

    def locate_match(self, path: Path, pattern: re.Pattern[str], place: int, offset: int = 0) -> Location:
        """Find a match of a pattern in a value as it is written: number `place` from 0, and `offset` characters on.

        Where YAML's quoting hides it, it is the start of the value. A value is searched once.
        """
        span = self._nearest(path)
        source = span.source or self.source
        key = (span, pattern)
        if key not in self._matches:
            found = pattern.finditer(source.text, span.start, span.end)
            self._matches[key] = tuple(match.start() for match in found)
        starts = self._matches[key]
        return source.locate(starts[place] + offset if place < len(starts) else span.start)

    def locate_offset(self, path: Path, offset: int) -> Location:
        """Find a place within a value that stands in the file as it is, such as the body of a guide."""
        span = self._nearest(path)
        return (span.source or self.source).locate(span.start + offset)

    def with_value(self, path: Path, other: "Document", at: Path) -> "Document":
        """Copy the document with the value of another at a path: in place of what is there, or as the next of a list.

        What is told of the value is told where it stands in the other. Raises KeyError or IndexError where the path
        leads through something that is not there.
        """
        value: Data = dict(other.data)
        for part in at:
            value = value[part]  # type: ignore[index]  # the caller names a value that is there
        data = _with(self.data, path, value)
        spans = {known: span for known, span in self.spans.items() if known[: len(path)] != path}
        for known, span in other.spans.items():
            if known[: len(at)] == at:
                spans[(*path, *known[len(at) :])] = span._replace(source=span.source or other.source)
        return replace(self, data=data, spans=spans, _matches={})

    def without_items(self, path: Path, dropped: Collection[int]) -> "Document":
        """Copy the document without some items of a list, told by their places from 0."""
        items: Data = dict(self.data)
        for part in path:
            items = items[part]  # type: ignore[index]  # the caller names a list that is there
        kept = [(place, item) for place, item in enumerate(items or ()) if place not in dropped]
        spans = {known: span for known, span in self.spans.items() if known[: len(path)] != path or known == path}
        moved = {place: new for new, (place, _) in enumerate(kept)}
        for known, span in self.spans.items():
            if known[: len(path)] == path and len(known) > len(path) and known[len(path)] in moved:
                spans[(*path, moved[known[len(path)]], *known[len(path) + 1 :])] = span  # type: ignore[index]
        return replace(self, data=_with(self.data, path, [item for _, item in kept]), spans=spans, _matches={})

    def with_words(self, path: Path, value: Data) -> "Document":
        """Copy the document with other words at a path, which still stand where they stood."""
        return replace(self, data=_with(self.data, path, value))

    def _nearest(self, path: Path) -> Span:
        while path not in self.spans and path:
            path = path[:-1]
        return self.spans[path]


def _with(owner: Mapping[str, Data], path: Path, value: Data) -> dict[str, Data]:
    """Copy fields with one value put in: only what lies on the way to it is copied."""
    changed: dict[str, Data] = dict(owner)
    at: dict[str, Data] | list[Data] = changed
    for part, following in zip(path, (*path[1:], None), strict=True):
        inner = value
        if following is not None:
            there = at.get(str(part)) if isinstance(at, dict) else at[int(part)]
            empty: Data = [] if isinstance(following, int) else {}
            inner = list(there) if isinstance(there, list) else dict(there) if isinstance(there, dict) else empty
        if isinstance(at, dict):
            at[str(part)] = inner
        elif part == len(at):
            at.append(inner)
        else:
            at[int(part)] = inner
        if following is not None and isinstance(inner, dict | list):
            at = inner
    return changed


def parse_yaml_document(source: SourceFile) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Parse a YAML file; without a document there is at least one diagnostic."""
    return _parse(source, source.text, 0)


def parse_markdown_document(source: SourceFile) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Parse a Markdown file with YAML front matter; the text below it becomes the field `body`."""
    match = _FRONT_MATTER.match(source.text)
    if match is None:
        return None, (
            Diagnostic(
                NO_FRONT_MATTER,
                Location(source.path),
                "This page does not begin with its fields between two lines of ---.",
                "Start the file with ---, then the fields, then ---, then the text.",
            ),
        )
    document, diagnostics = _parse(source, match[1], match.start(1))
    if document is None:
        return None, diagnostics
    if "body" in document.data:
        message, hint = "The field “body” is the text below the front matter.", "Take this field out."
        return None, (*diagnostics, Diagnostic(DUPLICATE_KEY, document.locate_key("body"), message, hint))
    body = source.text[match.end() :]
    spans = {**document.spans, ("body",): Span(match.end(), len(source.text), match.end())}
    return Document(source, {**document.data, "body": body}, spans), diagnostics


def _parse(source: SourceFile, text: str, offset: int) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    tab = text.find("\t")
    if tab >= 0:
        message, hint = "There is a tab here; YAML is laid out with spaces.", "Replace it with spaces."
        return None, (Diagnostic(TAB, source.locate(offset + tab), message, hint),)
    plain, diagnostics = read_yaml(source, text, offset)
    if plain is None:
        return None, diagnostics
    if plain.root is None:
        message, hint = "This file is empty.", "Write the fields of the thing, or delete the file."
        return None, (Diagnostic(EMPTY_FILE, source.locate(offset), message, hint),)
    if not isinstance(plain.root, dict):
        message = "This file holds a list or a single value." if plain.root else "This file holds no fields."
        hint = "A file is one thing: write “field: value” lines."
        return None, (Diagnostic(NOT_A_MAPPING, source.locate(offset), message, hint),)
    return Document(source, plain.root, plain.spans), diagnostics
