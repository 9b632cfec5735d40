"""YAML and Markdown files -> plain data with a position for every value.

Every scalar stays text (`no`, `1:30` and `012` mean what they say); the model turns it into numbers and dates. The
parser is libyaml's, read as events and never as objects: no recursion, so no depth can overrun the stack (PyYAML
6.0.3 composes recursively); no aliases, so no document can grow past its own size.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

import yaml

from generator.diagnostics import Code, Diagnostic, Location, Severity, quote
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

_SIGN_AT_START: Final = (
    "YAML gives the character at the start of this text another meaning.",
    "Put the whole text in double quotes.",
)

_BEGAN_EARLIER: Final = frozenset(
    {"found unexpected end of stream", "did not find expected ',' or ']'", "did not find expected ',' or '}'"}
)
"""Problems that libyaml sees at the end of the file; where they began is what helps."""

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
    "found character that cannot start any token": _SIGN_AT_START,
    "did not find expected alphabetic or numeric character": _SIGN_AT_START,
    "did not find expected comment or line break": _SIGN_AT_START,
    "mapping keys are not allowed in this context": _SIGN_AT_START,
    "did not find expected ',' or ']'": ("A list in brackets is not closed.", "Close it with ]."),
    "did not find expected ',' or '}'": ("Fields in braces are not closed.", "Close them with }."),
    "did not find expected node content": (
        "A value is missing here.",
        "Write it, or put the whole text in double quotes.",
    ),
    "found unknown escape character": (
        "The backslash in this text means nothing to YAML.",
        "Use single quotes around the text, or write the backslash twice.",
    ),
    "block sequence entries are not allowed in this context": (
        "A list cannot begin on the line of its field.",
        "Begin it on the next line, each item after “- ”.",
    ),
}


class Span(NamedTuple):
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

    def locate_words(self, path: Path, words: str, occurrence: int = 0, offset: int = 0) -> Location:
        """Find the nth occurrence of words within a value, and a place `offset` characters into them.

        Where YAML's quoting has changed the words, it is the start of the value.
        """
        span = self._nearest(path)
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        found = list(re.finditer(pattern, self.source.text[span.start : span.end]))
        if occurrence >= len(found):
            return self.source.locate(span.start)
        return self.source.locate(span.start + found[occurrence].start() + offset)

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
    builder = _Builder(source, offset)
    try:
        builder.build(_events(text))
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
    if (
        fault.context_mark is None
        or fault.context_mark == mark
        or fault.context_mark.index == (mark.index if mark else 0)
    ):
        return Diagnostic(NOT_YAML, where, message, hint)
    began = source.locate(offset + fault.context_mark.index)
    if problem in _BEGAN_EARLIER:
        return Diagnostic(NOT_YAML, began, message, hint, ((where, "It was missed here."),))
    return Diagnostic(NOT_YAML, where, message, hint, ((began, "It began here."),))


def _events(text: str) -> Iterator[yaml.Event]:
    """Go through libyaml's events; `yaml.parse` (PyYAML 6.0.3) asks for each twice, which is a fifth of the time."""
    loader = yaml.CLoader(text)
    try:
        event = loader.get_event()
        while event is not None and not isinstance(event, yaml.StreamEndEvent):
            yield event
            event = loader.get_event()
    finally:
        loader.dispose()


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
    is_repeated: bool = False
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
            written = self.source.text[start:].split(maxsplit=1)[0]
            self._refuse(start, f"The tag {written} gives a value another type.", "Take it out.")

    def _scalar(self, event: yaml.ScalarEvent, start: int, end: int) -> None:
        top = self._stack[-1] if self._stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            self._key(top, event.value, start)
            return
        # libyaml gives a plain scalar the style "", PyYAML's own parser None.
        is_null = event.style in {None, ""} and event.value in {"", "~", "null"}
        value = None if is_null else event.value
        path, key_offset = self._place(start)
        self.spans[path] = Span(start, end, key_offset)
        self._put(value)

    def _key(self, top: _Open, key: str, start: int) -> None:
        if not key:
            message, hint = "A field here has no name.", "Write “field: value”, or take the sign out."
            self.diagnostics.append(Diagnostic(NOT_YAML, self.source.locate(start), message, hint))
            raise _UnreadableError
        if key in top.value:
            first = self.spans[(*top.path, key)].key
            self.diagnostics.append(
                Diagnostic(
                    DUPLICATE_KEY,
                    self.source.locate(start),
                    f"The field {quote(key)} is here twice.",
                    "Keep one of them; YAML would silently take the last.",
                    ((self.source.locate(first), "The first one is here."),),
                )
            )
            top.repeats += 1
        top.is_repeated = key in top.value
        top.key = key
        top.next_key_offset = start

    def _place(self, start: int) -> tuple[Path, int]:
        if not self._stack:
            return (), start
        top = self._stack[-1]
        if isinstance(top.value, list):
            return (*top.path, len(top.value)), start
        repeat = (-top.repeats,) if top.is_repeated else ()
        return (*top.path, top.key or "", *repeat), top.next_key_offset

    def _put(self, value: Data) -> None:
        if not self._stack:
            self.root = value
            return
        top = self._stack[-1]
        if isinstance(top.value, list):
            top.value.append(value)
        else:
            if not top.is_repeated:
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
        self._put(done.value)
