"""Data with positions -> the catalogue of all things and sources."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final, TypeVar

from pydantic import ValidationError

from generator.diagnostics import Code, Diagnostic, Location, Severity, quote, with_article
from generator.model import faults, reference
from generator.model.clinic_copy import ClinicCopy
from generator.model.faults import validate, with_names_mended
from generator.model.kind_registry import kinds_by_folder
from generator.model.mentions import mentions_in
from generator.model.record import Record
from generator.model.reference import Reference, build_reference
from generator.model.settings import Settings
from generator.model.thing import Thing
from generator.reading import Content
from generator.reading.bibliography import BibEntry, BibFile
from generator.reading.documents import Document
from generator.reading.source_file import SourceFile

UNKNOWN_KIND = Code("unknown-kind", Severity.ERROR, "A folder in content/ is not a kind of content.")
WRONG_ENDING = Code("wrong-ending", Severity.ERROR, "A file has the ending of another kind of content.")
DUPLICATE_ID = Code("duplicate-id", Severity.ERROR, "Two files have the same name, so one link would mean both.")
CODES: Final = (UNKNOWN_KIND, WRONG_ENDING, DUPLICATE_ID, *faults.CODES, *reference.CODES)

_Kind = TypeVar("_Kind", bound=Thing)


@dataclass(frozen=True)
class Catalogue:
    """All that was read, by id and by citation key.

    `records` are in order of file; `twins` are files whose id another file has. `broken_ids` belong to files that could
    not be read at all. `references` holds the cited entries only; `bib_file` has the others. `copy` is what makes a
    clinic's copy its own; the base has none. `moved` tells where pages went, and the two `addresses` which
    there ever were.
    """

    records: Mapping[str, Record]
    twins: tuple[Record, ...]
    references: Mapping[str, Reference]
    bib_entries: Mapping[str, BibEntry]
    bib_file: BibFile | None
    broken_ids: frozenset[str]
    handbook: tuple[SourceFile, ...]
    settings: Settings
    settings_document: Document | None
    copy: ClinicCopy | None = None
    moved: tuple[Document, ...] = ()
    addresses: SourceFile | None = None
    clinics_addresses: SourceFile | None = None
    _by_kind: dict[type[Thing], tuple[tuple[Record, Thing], ...]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @property
    def moved_addresses(self) -> Mapping[str, str]:
        """Give the new address of each page that went elsewhere, by its old one."""
        moves = (move for document in self.moved for move in document.data.items())
        return {old: new for old, new in moves if isinstance(new, str)}

    @property
    def left_by_copy(self) -> tuple[str, ...]:
        """List the addresses of the base that a clinic's copy may leave out: nobody has to say where they went."""
        if self.copy is None or self.addresses is None:
            return ()
        return tuple(line.strip().strip("/") for line in self.addresses.text.splitlines() if line.strip())

    @property
    def hidden(self) -> frozenset[str]:
        """Give the ids of the things that have no page."""
        return self.copy.hidden if self.copy is not None else frozenset()

    @property
    def is_whole(self) -> bool:
        """Tell whether every file and entry is sound, so that “nobody names it” can be said."""
        sound = all(record.is_sound for record in self.all_records())
        return sound and not self.broken_ids and self.bib_file is not None and not self.bib_file.broken_keys

    def all_records(self) -> Iterator[Record]:
        """List all files of content, also those whose id is taken."""
        yield from self.records.values()
        yield from self.twins

    def of_kind(self, kind: type[_Kind]) -> Iterator[tuple[Record, _Kind]]:
        """List the things of a kind, or of several kinds with a common base, each with its record."""
        if kind not in self._by_kind:
            known = ((record, record.thing) for record in self.records.values())
            self._by_kind[kind] = tuple((record, thing) for record, thing in known if isinstance(thing, kind))
        return iter(self._by_kind[kind])  # type: ignore[arg-type]  # all of them are of this very kind

    def find(self, thing_id: str | None, kind: type[_Kind]) -> _Kind | None:
        """Find a sound thing of a kind by its id."""
        record = self.records.get(thing_id) if thing_id is not None else None
        return record.thing if record is not None and isinstance(record.thing, kind) else None


def build_catalogue(
    content: Content, copy: ClinicCopy | None = None, base: Catalogue | None = None
) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Turn documents into things and cited entries into references, and report every fault in them.

    Of `base`, a sound catalogue, the records of documents and the references of entries that are there unchanged are
    taken over.
    """
    diagnostics: list[Diagnostic] = []
    records: dict[str, Record] = {}
    twins: list[Record] = []
    broken = set(content.broken_ids)
    for document in sorted(content.documents, key=lambda document: (document.is_clinics, document.path)):
        model = _kind_of(document, diagnostics)
        if model is None:
            broken.add(document.stem)
            continue
        known = base.records.get(document.stem) if base is not None else None
        record = (
            known if known is not None and known.document is document else _build_record(document, model, diagnostics)
        )
        if document.stem in records:
            twins.append(record)
            diagnostics.append(_duplicate_id(record, records[document.stem]))
        else:
            records[document.stem] = record
    entries = {entry.key: entry for entry in content.bibliography.entries} if content.bibliography else {}
    references: dict[str, Reference] = {}
    for key in sorted({key for record in (*records.values(), *twins) for key in record.cited_keys} & entries.keys()):
        if base is not None and key in base.references and base.bib_entries[key].raw == entries[key].raw:
            references[key] = base.references[key]
            continue
        references[key], found = build_reference(entries[key])
        diagnostics.extend(found)
    catalogue = Catalogue(
        records,
        tuple(twins),
        references,
        entries,
        content.bibliography,
        frozenset(broken),
        content.handbook,
        _build_settings(content.settings, diagnostics),
        content.settings,
        copy,
        content.moved,
        content.addresses,
        content.clinics_addresses,
    )
    return catalogue, tuple(diagnostics)


def _duplicate_id(twin: Record, first: Record) -> Diagnostic:
    return Diagnostic(
        DUPLICATE_ID,
        Location(twin.document.path),
        f"The id {quote(twin.id)} is taken.",
        "Rename one of the two files, and its id.",
        ((Location(first.document.path), "The other file is here."),),
    )


def _kind_of(document: Document, diagnostics: list[Diagnostic]) -> type[Thing] | None:
    kinds = kinds_by_folder()
    model = kinds.get(document.folder)
    if model is None:
        close = get_close_matches(document.folder, kinds, 1, 0.6)
        hint = f"Did you mean {quote(close[0])}?" if close else f"The kinds are: {', '.join(kinds)}."
        message = f"{quote(document.folder)} is not a kind of content."
        diagnostics.append(Diagnostic(UNKNOWN_KIND, Location(document.path), message, hint))
    elif not document.path.endswith(model.kind.suffix):
        message = f"{with_article(model.kind.singular).capitalize()} is a file that ends in {model.kind.suffix}."
        diagnostics.append(Diagnostic(WRONG_ENDING, Location(document.path), message, "Rename the file."))
    else:
        return model
    return None


def _build_settings(document: Document | None, diagnostics: list[Diagnostic]) -> Settings:
    """Build the settings; where they have a fault, which stops every build, the defaults stand in for the checks."""
    settings = Settings(country=None, written_by=None)
    if document is None:
        return settings
    validated = validate(document, Settings)
    diagnostics.extend(validated.diagnostics)
    return validated.value or settings


def _build_record(document: Document, model: type[Thing], diagnostics: list[Diagnostic]) -> Record:
    validated = validate(document, model)
    diagnostics.extend(validated.diagnostics)
    thing = validated.value
    if validated.fault is not None:
        with suppress(ValidationError):
            thing = model.model_validate(with_names_mended(document, model, validated.fault))
    return Record(document, model, mentions_in(document, model), thing, is_sound=not validated.diagnostics)
