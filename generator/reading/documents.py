"""YAML and Markdown files -> plain data with a position for every value.

Every scalar stays text (`no`, `1:30` and `012` mean what they say); the model turns it into numbers and dates. The
parser is libyaml's, read as events and never as objects: no recursion, so no depth can overrun the stack (PyYAML
6.0.3 composes recursively); no aliases, so no document can grow past its own size.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import yaml

from generator.diagnostics import Code, Diagnostic, Location, Severity
from generator.reading.source_file import SourceFile

Data = str | None | list["Data"] | dict[str, "Data"]
Path = tuple[str | int, ...]

DEEPEST_NESTING: Final = 20
"""Levels. The deepest field of the model lies 6 levels down."""

NOT_YAML = Code("not-yaml", Severity.ERROR, "A file cannot be read as YAML.")
TAB = Code("tab", Severity.ERROR, "A YAML file holds a tab; YAML is laid out with spaces.")
EMPTY_FILE = Code("empty-file", Severity.ERROR, "A file has nothing in it.")
NOT_A_MAPPING = Code("not-a-mapping", Severity.ERROR, "A file is a list or a single value, not fields with values.")
DUPLICATE_KEY = Code("duplicate-key", Severity.ERROR, "A field is given twice in one place.")
TOO_DEEP = Code("too-deep", Severity.ERROR, "Values are nested far deeper than any field of ours.")
YAML_FEATURE = Code("yaml-feature", Severity.ERROR, "A file uses anchors, aliases, tags or several documents.")
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

_PLAIN_WORDS: Final = {
    "mapping values are not allowed in this context": (
        "There is a colon here that YAML takes for a new field.",
        "Put the whole text in double quotes, or indent the field like its neighbours.",
    ),
    "did not find expected key": (
        "YAML expected a field here.",
        "Look at the indentation of this line and the one before; fields of one thing start in the same column.",
    ),
    "did not find expected '-' indicator": (
        "YAML expected a list item here.",
        "Start each item with “- ” in the same column.",
    ),
    "could not find expected ':'": (
        "A field here has no colon.",
        "Write “field: value”, with a space after the colon.",
    ),
    "found unexpected end of stream": (
        "The file ends inside a quoted text.",
        "Close the text with the same quotation mark.",
    ),
    "found character that cannot start any token": (
        "YAML gives the character at the start of this text another meaning.",
        "Put the whole text in double quotes.",
    ),
}


@dataclass(frozen=True)
class Span:
    """Where a value stands: offsets in characters into the file; `key` is where its field name starts."""

    start: int
    end: int
    key: int


@dataclass(frozen=True)
class Document:
    """One file of content as plain data, with the span of every value by its path."""

    source: SourceFile
    data: Mapping[str, Data]
    spans: Mapping[Path, Span]

    @property
    def path(self) -> str:
        """The path from the project's root."""
        return self.source.path

    @property
    def folder(self) -> str:
        """The name of the folder that it lies in: its kind."""
        return self.path.split("/")[-2]

    @property
    def stem(self) -> str:
        """The file name without its ending: its id."""
        return self.path.split("/")[-1].rsplit(".", 1)[0]

    def locate(self, *path: str | int) -> Location:
        """Find where a value starts; for a value that is not there, where the thing starts that lacks it."""
        return self.source.locate(self._nearest(path).start)

    def locate_key(self, *path: str | int) -> Location:
        """Find where the name of a field starts."""
        return self.source.locate(self._nearest(path).key)

    def locate_words(self, path: Path, words: str, occurrence: int = 0) -> Location:
        """Find the nth occurrence of words within a value; where YAML folded them away, the start of the value."""
        span = self._nearest(path)
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        found = list(re.finditer(pattern, self.source.text[span.start : span.end]))
        return self.source.locate(span.start + found[occurrence].start() if occurrence < len(found) else span.start)

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
    body = source.text[match.end() :]
    spans = {**document.spans, ("body",): Span(match.end(), len(source.text), match.end())}
    return Document(source, {**document.data, "body": body}, spans), diagnostics


def _parse(source: SourceFile, text: str, offset: int) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    tab = text.find("\t")
    if tab >= 0:
        message, hint = "There is a tab here; YAML is laid out with spaces.", "Replace it with spaces."
        return None, (Diagnostic(TAB, source.locate(offset + tab), message, hint),)
    builder = _Builder(source, offset)
    try:
        builder.build(yaml.parse(text, Loader=yaml.CLoader))
    except yaml.MarkedYAMLError as fault:
        builder.diagnostics.append(_syntax_fault(source, offset, fault))
        return None, tuple(builder.diagnostics)
    except _UnreadableError:
        return None, tuple(builder.diagnostics)
    if any(diagnostic.code is not DUPLICATE_KEY for diagnostic in builder.diagnostics):
        return None, tuple(builder.diagnostics)
    if builder.root is None:
        message, hint = "This file is empty.", "Write the fields of the thing, or delete the file."
        return None, (Diagnostic(EMPTY_FILE, source.locate(offset), message, hint),)
    if not isinstance(builder.root, dict):
        message = "This file holds a list or a single value." if builder.root else "This file holds no fields."
        hint = "A file is one thing: write “field: value” lines."
        return None, (Diagnostic(NOT_A_MAPPING, source.locate(offset), message, hint),)
    return Document(source, builder.root, builder.spans), tuple(builder.diagnostics)


def _syntax_fault(source: SourceFile, offset: int, fault: yaml.MarkedYAMLError) -> Diagnostic:
    mark = fault.problem_mark or fault.context_mark
    problem = str(fault.problem or fault)
    message, hint = _PLAIN_WORDS.get(
        problem, (f"YAML cannot read this: {problem}.", "Compare it with a file that works.")
    )
    where = source.locate(offset + (mark.index if mark else 0))
    related: tuple[tuple[Location, str], ...] = ()
    if fault.context_mark and fault.problem_mark and fault.context_mark.index != fault.problem_mark.index:
        related = ((source.locate(offset + fault.context_mark.index), "It began here."),)
    return Diagnostic(NOT_YAML, where, message, hint, related)


class _UnreadableError(Exception):
    """Ends the reading of one document; its cause is a diagnostic already."""


@dataclass
class _Open:
    """A mapping or list whose end has not been seen; `key` is the field whose value comes next."""

    path: Path
    value: dict[str, Data] | list[Data]
    start: int
    key_offset: int
    key: str | None = None
    next_key_offset: int = 0
    repeats: int = 0


class _Builder:
    """Builds data and spans from libyaml's events, with a stack of its own in place of recursion."""

    def __init__(self, source: SourceFile, offset: int) -> None:
        self.source = source
        self.offset = offset
        self.root: Data = None
        self.spans: dict[Path, Span] = {}
        self.diagnostics: list[Diagnostic] = []
        self._stack: list[_Open] = []
        self._documents = 0

    def build(self, events: Iterator[yaml.Event]) -> None:
        for event in events:
            start = (event.start_mark.index if event.start_mark else 0) + self.offset
            end = (event.end_mark.index if event.end_mark else 0) + self.offset
            if isinstance(event, yaml.ScalarEvent):
                self._refuse_features(event, start)
                self._scalar(event, start, end)
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                self._refuse_features(event, start)
                self._open({} if isinstance(event, yaml.MappingStartEvent) else [], start)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self._close(end)
            elif isinstance(event, yaml.AliasEvent):
                self._refuse(
                    start, f"The alias *{event.anchor} repeats a value from elsewhere.", "Write the value out."
                )
            elif isinstance(event, yaml.DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    self._refuse(start, "A second document begins here.", "Keep one thing a file; take out the ---.")

    def _refuse(self, start: int, message: str, hint: str) -> None:
        self.diagnostics.append(Diagnostic(YAML_FEATURE, self.source.locate(start), message, hint))
        raise _UnreadableError

    def _refuse_features(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, start: int) -> None:
        if event.anchor is not None:
            self._refuse(start, f"The anchor &{event.anchor} names a value for use elsewhere.", "Take it out.")
        if event.tag is not None:
            self._refuse(start, f"The tag {event.tag} gives a value another type.", "Take it out.")

    def _scalar(self, event: yaml.ScalarEvent, start: int, end: int) -> None:
        top = self._stack[-1] if self._stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            self._key(top, event.value, start)
            return
        is_null = event.style is None and event.value in {"", "~", "null"}
        value = None if is_null else event.value
        path, key_offset = self._place(start)
        self.spans[path] = Span(start, end, key_offset)
        self._put(value)

    def _key(self, top: _Open, key: str, start: int) -> None:
        if key in top.value:
            first = self.spans[(*top.path, key)].key
            self.diagnostics.append(
                Diagnostic(
                    DUPLICATE_KEY,
                    self.source.locate(start),
                    f"The field “{key}” is here twice.",
                    "Keep one of them; YAML would silently take the last.",
                    ((self.source.locate(first), "The first one is here."),),
                )
            )
            top.repeats += 1
            key = f"{key}\0{top.repeats}"
        top.key = key
        top.next_key_offset = start

    def _place(self, start: int) -> tuple[Path, int]:
        if not self._stack:
            return (), start
        top = self._stack[-1]
        if isinstance(top.value, list):
            return (*top.path, len(top.value)), start
        return (*top.path, top.key or ""), top.next_key_offset

    def _put(self, value: Data) -> None:
        if not self._stack:
            self.root = value
            return
        top = self._stack[-1]
        if isinstance(top.value, list):
            top.value.append(value)
        else:
            top.value[top.key or ""] = value
            top.key = None

    def _open(self, value: dict[str, Data] | list[Data], start: int) -> None:
        top = self._stack[-1] if self._stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            self._refuse(start, "A list or group cannot be the name of a field.", "Put the text in double quotes.")
        if len(self._stack) >= DEEPEST_NESTING:
            message = f"Values are nested more than {DEEPEST_NESTING} levels deep here."
            self.diagnostics.append(
                Diagnostic(TOO_DEEP, self.source.locate(start), message, "Compare a file that works.")
            )
            raise _UnreadableError
        path, key_offset = self._place(start)
        self.spans[path] = Span(start, start, key_offset)
        self._stack.append(_Open(path, value, start, key_offset))

    def _close(self, end: int) -> None:
        done = self._stack.pop()
        self.spans[done.path] = Span(done.start, end, done.key_offset)
        if isinstance(done.value, dict):
            for key in [key for key in done.value if "\0" in key]:
                del done.value[key]
        self._put(done.value)
