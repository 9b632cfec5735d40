"""YAML and Markdown files -> documents: plain data with a position for every value."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from generator.diagnostics import Code, Diagnostic, Location, Severity
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
    """One file of content as plain data, with the span of every value by its path."""

    source: SourceFile
    data: Mapping[str, Data]
    spans: Mapping[Path, Span]
    _matches: dict[tuple[int, re.Pattern[str]], tuple[int, ...]] = field(
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
        return self.source.locate(self._nearest(path).start)

    def locate_key(self, *path: str | int) -> Location:
        """Find where the name of a field starts."""
        return self.source.locate(self._nearest(path).key)

    def locate_match(self, path: Path, pattern: re.Pattern[str], place: int, offset: int = 0) -> Location:
        """Find a match of a pattern in a value as it is written: number `place` from 0, and `offset` characters on.

        Where YAML's quoting hides it, it is the start of the value. A value is searched once.
        """
        span = self._nearest(path)
        key = (span.start, pattern)
        if key not in self._matches:
            found = pattern.finditer(self.source.text, span.start, span.end)
            self._matches[key] = tuple(match.start() for match in found)
        starts = self._matches[key]
        return self.source.locate(starts[place] + offset if place < len(starts) else span.start)

    def locate_offset(self, path: Path, offset: int) -> Location:
        """Find a place within a value that stands in the file as it is, such as the body of a guide."""
        return self.source.locate(self._nearest(path).start + offset)

    def _nearest(self, path: Path) -> Span:
        while path not in self.spans and path:
            path = path[:-1]
        return self.spans[path]


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
