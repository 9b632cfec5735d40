"""Data with positions -> the catalogue of all things and sources."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, TypeVar

from pydantic import ValidationError

from generator.diagnostics import Code, Diagnostic, Location, Severity
from generator.model import faults, reference
from generator.model.faults import diagnose_faults
from generator.model.fields import CitesSource, HoldsMarkup
from generator.model.kind_registry import kinds_by_folder
from generator.model.markup import Cites, parse_markup
from generator.model.mentions import Mention, mentions_in
from generator.model.reference import Reference, build_reference
from generator.model.thing import Thing
from generator.reading import Content
from generator.reading.bibliography import BibEntry, BibFile
from generator.reading.documents import Document, Path
from generator.reading.source_file import SourceFile

UNKNOWN_KIND = Code("unknown-kind", Severity.ERROR, "A folder in content/ is not a kind of content.")
WRONG_ENDING = Code("wrong-ending", Severity.ERROR, "A file has the ending of another kind of content.")
DUPLICATE_ID = Code("duplicate-id", Severity.ERROR, "Two files have the same name, so one link would mean both.")
CODES: Final = (UNKNOWN_KIND, WRONG_ENDING, DUPLICATE_ID, *faults.CODES, *reference.CODES)

_Kind = TypeVar("_Kind", bound=Thing)


@dataclass(frozen=True)
class Record:
    """One file of content: its document, its kind, what it mentions, and the thing, unless the file has faults."""

    document: Document
    model: type[Thing]
    mentions: tuple[Mention, ...]
    thing: Thing | None

    @property
    def id(self) -> str:
        """The id, which is the file's name."""
        return self.document.stem

    def cited_keys(self) -> Iterator[tuple[str, Path, str]]:
        """List every citation: its key, the path of the value, and the words that cite."""
        for mention in self.mentions:
            if isinstance(mention.mark, CitesSource):
                yield mention.value, mention.path, mention.value
            elif isinstance(mention.mark, HoldsMarkup) and "[@" in mention.value:
                for token in parse_markup(mention.value):
                    if isinstance(token, Cites):
                        yield from ((key, mention.path, key) for key in token.keys)


@dataclass(frozen=True)
class Catalogue:
    """All that was read, by id and by citation key.

    `records` are in order of file. `broken_ids` belong to files that could not be read at all. `references` holds the
    cited entries only; `bib_file` has the others.
    """

    records: Mapping[str, Record]
    references: Mapping[str, Reference]
    bib_entries: Mapping[str, BibEntry]
    bib_file: BibFile | None
    broken_ids: frozenset[str]
    handbook: tuple[SourceFile, ...]

    @property
    def is_whole(self) -> bool:
        """Tell whether every file and entry could be read, so that “nobody names it” can be said."""
        return not self.broken_ids and self.bib_file is not None and not self.bib_file.broken_keys

    def of_kind(self, kind: type[_Kind]) -> Iterator[tuple[Record, _Kind]]:
        """List the things of a kind, or of several kinds with a common base, each with its record."""
        for record in self.records.values():
            if isinstance(record.thing, kind):
                yield record, record.thing

    def find(self, thing_id: str | None, kind: type[_Kind]) -> _Kind | None:
        """Find a sound thing of a kind by its id."""
        record = self.records.get(thing_id) if thing_id is not None else None
        return record.thing if record is not None and isinstance(record.thing, kind) else None


def build_catalogue(content: Content) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Turn documents into things and cited entries into references, and report every fault in them."""
    diagnostics: list[Diagnostic] = []
    records: dict[str, Record] = {}
    for document in content.documents:
        model = _kind_of(document, diagnostics)
        if model is None:
            continue
        if document.stem in records:
            first = records[document.stem].document
            diagnostics.append(
                Diagnostic(
                    DUPLICATE_ID,
                    Location(document.path),
                    f"The id “{document.stem}” is taken.",
                    "Rename one of the two files, and its id.",
                    ((Location(first.path), "The other file is here."),),
                )
            )
            continue
        thing = _build_thing(document, model, diagnostics)
        records[document.stem] = Record(document, model, mentions_in(document, model), thing)
    entries = {entry.key: entry for entry in content.bibliography.entries} if content.bibliography else {}
    references: dict[str, Reference] = {}
    for key in sorted({key for record in records.values() for key, _, _ in record.cited_keys()} & entries.keys()):
        references[key], found = build_reference(entries[key])
        diagnostics.extend(found)
    catalogue = Catalogue(records, references, entries, content.bibliography, content.broken_ids, content.handbook)
    return catalogue, tuple(diagnostics)


def _kind_of(document: Document, diagnostics: list[Diagnostic]) -> type[Thing] | None:
    kinds = kinds_by_folder()
    model = kinds.get(document.folder)
    if model is None:
        close = get_close_matches(document.folder, kinds, 1, 0.6)
        hint = f"Did you mean “{close[0]}”?" if close else f"The kinds are: {', '.join(kinds)}."
        message = f"“{document.folder}” is not a kind of content."
        diagnostics.append(Diagnostic(UNKNOWN_KIND, Location(document.path), message, hint))
    elif not document.path.endswith(model.kind.suffix):
        message = f"A {model.kind.singular} is a file that ends in {model.kind.suffix}."
        diagnostics.append(Diagnostic(WRONG_ENDING, Location(document.path), message, "Rename the file."))
    else:
        return model
    return None


def _build_thing(document: Document, model: type[Thing], diagnostics: list[Diagnostic]) -> Thing | None:
    try:
        return model.model_validate(document.data)
    except ValidationError as fault:
        diagnostics.extend(diagnose_faults(document, model, fault))
        return None
