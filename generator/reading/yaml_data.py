"""libyaml's events -> plain data, with the span of every value.

Every scalar stays text (`no`, `1:30` and `012` mean what they say); the model turns it into numbers and dates. Events
are read and never objects: no recursion, so no depth can overrun the stack (PyYAML 6.0.3 composes recursively); no
aliases, so no document can grow past its own size.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NamedTuple

import yaml

from generator.diagnostics import Code, Diagnostic, Severity, quote
from generator.reading.source_file import CONTROL_CHARACTER, SourceFile
from generator.reading.yaml_words import NOT_YAML, explain_syntax_fault

CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\uf8ff]")
"""Characters that no text of ours holds; in double quotes, YAML's escapes can hide them from a look at the file."""

_NULLS: Final = frozenset({"", "~", "null"})
"""Plain scalars that mean nothing at all."""

Data = str | None | list["Data"] | dict[str, "Data"]
Path = tuple[str | int, ...]

DEEPEST_NESTING: Final = 20
"""Levels. The deepest field of the model lies 6 levels down."""

DUPLICATE_KEY = Code("duplicate-key", Severity.ERROR, "A field is given twice in one place.")
TOO_DEEP = Code("too-deep", Severity.ERROR, "Values are nested far deeper than any field of ours.")
YAML_FEATURE = Code("yaml-feature", Severity.ERROR, "A file uses anchors, aliases, tags or several documents.")


class Span(NamedTuple):
    """Where a value stands: offsets in characters into the file; `key` is where its field name starts.

    `source` is the file, where it is another than that of the document: a clinic's words in a page of the base.
    """

    start: int
    end: int
    key: int
    source: SourceFile | None = None


@dataclass(frozen=True)
class PlainData:
    """What a text holds: plain data and the span of every value by its path; `root` is None where it is empty."""

    root: Data
    spans: dict[Path, Span]


def read_yaml(source: SourceFile, text: str, offset: int) -> tuple[PlainData | None, tuple[Diagnostic, ...]]:
    """Read YAML that stands `offset` characters into a file; None where it cannot be read."""
    builder = _Builder(source, offset)
    loader = yaml.CLoader(text)
    try:
        builder.build(loader.get_event)
    except yaml.MarkedYAMLError as fault:
        return None, (*builder.diagnostics, explain_syntax_fault(source, offset, fault))
    except _UnreadableError:
        return None, tuple(builder.diagnostics)
    finally:
        loader.dispose()
    return PlainData(builder.root, builder.spans), tuple(builder.diagnostics)


class _UnreadableError(Exception):
    """Ends the reading of one document; its cause is a diagnostic already."""


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not been seen; `key` is the field whose value comes next."""

    path: Path
    value: dict[str, Data] | list[Data]
    is_mapping: bool
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
        self._holds_control = CONTROL.search(source.text.replace("\n", "")) is not None

    def build(self, next_event: Callable[[], yaml.Event | None]) -> None:
        """Take all events, of which most are scalars; `yaml.parse` (PyYAML 6.0.3) would ask for each of them twice."""
        while (event := next_event()) is not None:
            start = (event.start_mark.index if event.start_mark else 0) + self.offset
            end = (event.end_mark.index if event.end_mark else 0) + self.offset
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event, start, end)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._refuse_features(event, start)
                self._open({} if isinstance(event, yaml.MappingStartEvent) else [], start)
            elif isinstance(event, yaml.CollectionEndEvent):
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
        if event.anchor is not None or event.tag is not None:
            self._refuse_features(event, start)
        top = self._stack[-1] if self._stack else None
        text: str = event.value
        if top is not None and top.key is None and top.is_mapping:
            self._key(top, text, start)
            return
        style = event.style
        hidden = CONTROL.search(text) if style == '"' or self._holds_control else None
        if hidden is not None and hidden[0] != "\n":
            message = f"This text holds an invisible character (U+{ord(hidden[0]):04X})."
            self.diagnostics.append(
                Diagnostic(CONTROL_CHARACTER, self.source.locate(start), message, "Take out the escape that makes it.")
            )
            raise _UnreadableError
        path, key_offset = self._place(top, start)
        self.spans[path] = Span(start, end, key_offset)
        # libyaml gives a plain scalar the style "", PyYAML's own parser None.
        self._put(top, None if not style and text in _NULLS else text)

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

    def _place(self, top: _Open | None, start: int) -> tuple[Path, int]:
        if top is None:
            return (), start
        if top.key is None:
            return (*top.path, len(top.value)), start
        if top.is_repeated:
            return (*top.path, top.key, -top.repeats), top.next_key_offset
        return (*top.path, top.key), top.next_key_offset

    def _put(self, top: _Open | None, value: Data) -> None:
        if top is None:
            self.root = value
        elif isinstance(top.value, list):
            top.value.append(value)
        else:
            if not top.is_repeated:
                top.value[top.key or ""] = value
            top.key = None

    def _open(self, value: dict[str, Data] | list[Data], start: int) -> None:
        top = self._stack[-1] if self._stack else None
        if top is not None and top.key is None and top.is_mapping:
            self._refuse(start, "A list or group cannot be the name of a field.", "Put the text in double quotes.")
        if len(self._stack) >= DEEPEST_NESTING:
            message = f"Values are nested more than {DEEPEST_NESTING} levels deep here."
            self.diagnostics.append(
                Diagnostic(TOO_DEEP, self.source.locate(start), message, "Compare a file that works.")
            )
            raise _UnreadableError
        path, key_offset = self._place(top, start)
        self.spans[path] = Span(start, start, key_offset)
        self._stack.append(_Open(path, value, isinstance(value, dict), start, key_offset))

    def _close(self, end: int) -> None:
        done = self._stack.pop()
        self.spans[done.path] = Span(done.start, end, done.key_offset)
        self._put(self._stack[-1] if self._stack else None, done.value)
