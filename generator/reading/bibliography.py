"""references.bib -> entries with a line for every field, through bibtexparser 2.

bibtexparser 2.1 never raises and lets much pass; what it does not remark is found here: fields joined by a missing
comma, keys that differ only in capitals, undefined @string names, `a # b`, and entries without a key.
"""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from bibtexparser import model as bibtex
from bibtexparser.entrypoint import parse_string

from generator.diagnostics import Code, Diagnostic, Location, Severity, quote
from generator.reading.source_file import SourceFile

BROKEN_BLOCK = Code("broken-bib-entry", Severity.ERROR, "An entry of the bibliography cannot be read.")
DUPLICATE_CITATION_KEY = Code("duplicate-citation-key", Severity.ERROR, "Two entries have the same citation key.")
DUPLICATE_BIB_FIELD = Code("duplicate-bib-field", Severity.ERROR, "An entry gives a field twice.")
BROKEN_BIB_FIELD = Code("broken-bib-field", Severity.ERROR, "A field is joined to the next or uses an unknown name.")
STRAY_BIB_TEXT = Code("stray-bib-text", Severity.WARNING, "There is text between the entries of the bibliography.")
CODES: Final = (BROKEN_BLOCK, DUPLICATE_CITATION_KEY, DUPLICATE_BIB_FIELD, BROKEN_BIB_FIELD, STRAY_BIB_TEXT)

DEEPEST_BRACES: Final = 20
"""Levels. No accent or title needs more than 4; pylatexenc 2.11 overruns the stack at some hundreds."""

_PLAINLY_ENCLOSED = re.compile(r'\{[^{}\\]*\}|"[^{}"\\]*"')
_FIELD_NAME = re.compile(r"(?<=[,\s])([^\s,={}\"#]+)\s*=")
_BRACE = re.compile(r"[{}]")
_ENTRY_KEY = re.compile(r"@\s*\w+\s*[{(]\s*([^\s,={}]+)")
_ENTRY_START = re.compile(r"^(?=@)", re.MULTILINE)
_STRING = re.compile(r"@\s*string", re.IGNORECASE)


@dataclass(frozen=True)
class BibEntry:
    """One entry as written: its fields are still LaTeX, without their braces or quotation marks."""

    key: str
    type: str
    fields: Mapping[str, str]
    location: Location
    field_locations: Mapping[str, Location]
    raw: str

    def locate(self, field: str) -> Location:
        """Find a field; for one that is not there, the entry."""
        return self.field_locations.get(field, self.location)


@dataclass(frozen=True)
class BibFile:
    """All entries that could be read, and the keys of those that could not."""

    entries: tuple[BibEntry, ...]
    broken_keys: frozenset[str]
    source: SourceFile


def parse_bibliography(source: SourceFile, before: BibFile | None = None) -> tuple[BibFile, tuple[Diagnostic, ...]]:
    """Parse a .bib file as far as it goes; every fault is a diagnostic at its line.

    Entries that stood as they are in the file `before`, which had no fault, are taken over: bibtexparser needs half a
    second for 1,500.
    """
    if before is not None:
        entries = _parse_new_entries(source, before)
        if entries is not None:
            return BibFile(entries, frozenset(), source), ()
    # bibtexparser 2.1 logs every failed block by itself; we report them in our own words.
    logger = logging.getLogger("bibtexparser")
    was_disabled, logger.disabled = logger.disabled, True
    root_level = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        library = parse_string(source.text, parse_stack=[])
    finally:
        logger.disabled = was_disabled
        logging.disable(root_level)
    reader = _Reader(source, {block.key.lower(): block.value for block in library.strings})
    for block in library.blocks:
        reader.read(block)
    return BibFile(tuple(reader.entries.values()), frozenset(reader.broken), source), tuple(reader.diagnostics)


def _parse_new_entries(source: SourceFile, before: BibFile) -> tuple[BibEntry, ...] | None:
    """Parse by itself each entry that is new; None where a file is more than sound entries, each at a line's start.

    A piece that is one whole entry when it stands alone is the same entry among others like it.
    """
    first, *pieces = _ENTRY_START.split(source.text)
    if first.strip() or _STRING.search(before.source.text):
        return None
    known = {entry.raw: entry for entry in before.entries}
    entries: dict[str, BibEntry] = {}
    offset = len(first)
    for piece in pieces:
        raw = piece.strip()
        entry = known.get(raw) or _parse_alone(source.path, raw)
        if entry is None or entry.key.lower() in entries:
            return None
        entries[entry.key.lower()] = _moved_to(entry, source.locate(offset).line)
        offset += len(piece)
    return tuple(entries.values())


def _parse_alone(path: str, raw: str) -> BibEntry | None:
    alone, diagnostics = parse_bibliography(SourceFile(path, raw))
    entry = alone.entries[0] if len(alone.entries) == 1 and not diagnostics else None
    return entry if entry is not None and entry.raw == raw else None


def _moved_to(entry: BibEntry, line: int) -> BibEntry:
    """Give an entry as it is where it begins on another line."""
    down = line - entry.location.line
    if not down:
        return entry
    places = {field: replace(place, line=place.line + down) for field, place in entry.field_locations.items()}
    return replace(entry, location=replace(entry.location, line=line), field_locations=places)


class _Reader:
    def __init__(self, source: SourceFile, strings: Mapping[str, str]) -> None:
        self.source = source
        self.strings = strings
        self.entries: dict[str, BibEntry] = {}
        self.broken: set[str] = set()
        self.diagnostics: list[Diagnostic] = []
        self._after_broken = False

    def read(self, block: bibtex.Block) -> None:
        where = self.source.locate_line(_line_of(block))
        if isinstance(block, bibtex.DuplicateBlockKeyBlock):
            if isinstance(block.ignore_error_block, bibtex.Entry):
                self._entry(block.ignore_error_block, where)
            else:
                self._report(BROKEN_BLOCK, where, "This @string has the name of an earlier one.", "Rename one of them.")
        elif isinstance(block, bibtex.DuplicateFieldKeyBlock):
            self._repeated_fields(block, where)
        elif isinstance(block, bibtex.ParsingFailedBlock):
            self._broken_block(block, where)
        elif isinstance(block, bibtex.Entry):
            self._entry(block, where)
        elif isinstance(block, bibtex.ImplicitComment) and not self._after_broken:
            self._stray(block)
        self._after_broken = isinstance(block, bibtex.ParsingFailedBlock)

    def _report(self, code: Code, where: Location, message: str, hint: str, *related: tuple[Location, str]) -> None:
        self.diagnostics.append(Diagnostic(code, where, message, hint, related))

    def _stray(self, block: bibtex.ImplicitComment) -> None:
        lines = enumerate((block.comment or "").splitlines(), _line_of(block))
        for number, line in lines:
            if line.strip() and not line.lstrip().startswith("%"):
                words = line.strip()[:40]
                message = f"{quote(words)} stands outside any entry and is ignored."
                self._report(STRAY_BIB_TEXT, self.source.locate_line(number), message, "Begin comments with %.")
                return

    def _broken_block(self, block: bibtex.ParsingFailedBlock, where: Location) -> None:
        match = _ENTRY_KEY.match(block.raw or "")
        name = f"The entry {quote(match[1])}" if match else "This entry"
        if match:
            self.broken.add(match[1])
        self._report(
            BROKEN_BLOCK,
            where,
            f"{name} cannot be read.",
            "Look for a brace that is never closed, a missing comma or a missing =.",
        )

    def _repeated_fields(self, block: bibtex.DuplicateFieldKeyBlock, where: Location) -> None:
        entry = block.ignore_error_block
        key = entry.key if isinstance(entry, bibtex.Entry) else ""
        self.broken.add(key)
        named = self._field_places(block)
        for field in sorted(block.duplicate_keys):
            places = named.get(field.lower(), [])
            here = places[1] if len(places) > 1 else where
            first = ((places[0], "The first one is here."),) if len(places) > 1 else ()
            message = f"The entry {quote(key)} gives the field {quote(field)} twice."
            self._report(DUPLICATE_BIB_FIELD, here, message, "Keep one of them.", *first)

    def _field_places(self, block: bibtex.Block) -> dict[str, list[Location]]:
        """Find where each field of a block is named; the same name in another field's text is none."""
        raw = block.raw or ""
        offset = self.source.text.find(raw, self.source.offset_of_line(_line_of(block)))
        places: dict[str, list[Location]] = {}
        depth = counted = 0
        for match in _FIELD_NAME.finditer(raw):
            start = match.start()
            depth += raw.count("{", counted, start) - raw.count("}", counted, start)
            counted = start
            if depth <= 1:
                places.setdefault(match[1].lower(), []).append(self.source.locate(offset + start))
        return places

    def _entry(self, block: bibtex.Entry, where: Location) -> None:
        key = block.key.strip()
        if not key:
            self._report(BROKEN_BLOCK, where, "This entry has no citation key.", "Write it as @article{smith2020, …}.")
            return
        twin = self.entries.get(key.lower())
        if twin is not None:
            same = "the same citation key" if twin.key == key else "a citation key that differs only in capitals"
            message = (
                f"{quote(key)} is {same} as another entry's."
                if twin.key == key
                else f"{quote(key)} is {same} from {quote(twin.key)}."
            )
            self._report(
                DUPLICATE_CITATION_KEY, where, message, "Rename one of them.", (twin.location, "The other one is here.")
            )
            self.broken.add(key)
            return
        fields: dict[str, str] = {}
        places: dict[str, Location] = {}
        named = self._field_places(block)
        for field in block.fields:
            name = field.key.strip().lower()
            if name in fields:
                second = [*named.get(name, ()), where][1]
                message = f"The entry {quote(key)} gives the field {quote(name)} twice."
                self._report(
                    DUPLICATE_BIB_FIELD, second, message, "Keep one.", (places[name], "The first one is here.")
                )
                continue
            places[name] = named.get(name, [where])[0]
            fields[name] = self._plain(key, name, str(field.value).strip(), places[name])
        self.entries[key.lower()] = BibEntry(key, block.entry_type.lower(), fields, where, places, block.raw or "")

    def _plain(self, key: str, name: str, value: str, where: Location, seen: frozenset[str] = frozenset()) -> str:
        closed = length_of_enclosed(value)
        if _depth_of_braces(value) > DEEPEST_BRACES:
            message = (
                f"The field {quote(name)} of {quote(key)} has more than {DEEPEST_BRACES} braces within each other."
            )
            self._report(BROKEN_BIB_FIELD, where, message, "Take out the braces that nobody needs.")
            return _BRACE.sub("", value)
        if closed == len(value) > 0:
            return value[1:-1].strip()
        if closed:
            rest = value[closed:].strip()
            hint = (
                "Write the whole text in one pair of braces." if rest.startswith("#") else "Put a comma between them."
            )
            message = f"After the field {quote(name)} of {quote(key)} comes {quote(rest[:30])} without a comma."
            if rest.startswith("#"):
                message = f"The field {quote(name)} of {quote(key)} is put together with #."
            self._report(BROKEN_BIB_FIELD, where, message, hint)
            return value[1 : closed - 1].strip()
        if value.lower() in self.strings and value.lower() not in seen:
            return self._plain(key, name, self.strings[value.lower()].strip(), where, seen | {value.lower()})
        if value.isdigit() or not value:
            return value
        if name == "month" and re.fullmatch(r"[A-Za-z]{3,9}", value):
            return value  # the month names are @strings that every BibTeX style defines
        self._report(
            BROKEN_BIB_FIELD,
            where,
            f"The field {quote(name)} of {quote(key)} has neither braces nor quotation marks: {quote(value[:30])}.",
            "Put the text in braces, or define the name with @string.",
        )
        return value


def _depth_of_braces(value: str) -> int:
    depth = deepest = 0
    for sign in _BRACE.findall(value):
        depth += 1 if sign == "{" else -1
        deepest = max(deepest, depth)
    return deepest


def _line_of(block: bibtex.Block) -> int:
    """Count lines from 1; bibtexparser 2.1 counts from 0."""
    return (block.start_line or 0) + 1


def length_of_enclosed(value: str) -> int:
    """Measure the {…} or "…" at the start of a raw field value; 0 where there is none."""
    if not value or value[0] not in '{"':
        return 0
    if _PLAINLY_ENCLOSED.fullmatch(value):
        return len(value)
    depth = 0
    for place, character in enumerate(value):
        escaped = place > 0 and value[place - 1] == "\\"
        if character == "{" and not escaped:
            depth += 1
        elif character == "}" and not escaped:
            depth -= 1
        if depth == 0 and place > 0 and character == ("}" if value[0] == "{" else '"') and not escaped:
            return place + 1
    return 0
