"""Rules about ids, names, links and citation keys: everything that is named must be there, once."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Final

from generator.checking.rule import Finding, Inspection, rule
from generator.diagnostics import Location, Severity, quote, with_article
from generator.model import Catalogue, Record
from generator.model.fields import ID_PATTERN, RefersTo
from generator.model.kind_registry import kinds_by_folder
from generator.model.markup import OPENING, Cites, Unfinished
from generator.model.reference import address_of_key
from generator.model.site_pages import SITE_PAGE_IDS
from generator.reading.yaml_data import Path

_ID: Final = re.compile(ID_PATTERN)
"""What is no id at all in a field is told by its type already."""

MOST_COMPARED: Final = 20
"""Unknown words that are compared with all that are known: each costs some hundredths of a second."""

LONGEST_NAME: Final = 80
"""Characters of an unknown word that are compared."""


@rule("id-differs", Severity.ERROR, "The id of a thing differs from the name of its file.")
def find_differing_ids(inspection: Inspection) -> Iterator[Finding]:
    """Hold each id against its file name: links go by the one, addresses by the other."""
    for record in inspection.catalogue.all_records():
        written = record.document.data.get("id")
        if isinstance(written, str) and written != record.id and re.fullmatch(ID_PATTERN, written):
            yield Finding(
                record.document.locate("id"),
                f"The id {quote(written)} differs from the file name {quote(record.id)}.",
                "Did you rename the file? Leave the id as it is, and run “selfcare fix”: it writes the new one "
                f"wherever the old one stands. Else write id: {record.id}.",
            )


@rule("duplicate-name", Severity.ERROR, "Two things have the same name, or a thing has one name twice.")
def find_duplicate_names(inspection: Inspection) -> Iterator[Finding]:
    """Hold names and other names against each other, without regard to capitals: a reader could not tell them apart."""
    seen: dict[str, tuple[Record, Path]] = {}
    for record in inspection.catalogue.all_records():
        for path, name in names_of(record):
            first, first_path = seen.setdefault(_as_seen(name), (record, path))
            if first is not record or first_path != path:
                yield Finding(
                    record.document.locate(*path),
                    f"The name {quote(name)} is taken.",
                    "Give it a name of its own, or take it out of one of the two.",
                    ((first.document.locate(*first_path), "It stands here first."),),
                )


@rule("duplicate-url", Severity.ERROR, "Two pages would have the same address.")
def find_duplicate_urls(inspection: Inspection) -> Iterator[Finding]:
    """Refuse the id of an index or overview page, and two citation keys that differ only in their signs."""
    for record in inspection.catalogue.all_records():
        if record.id in SITE_PAGE_IDS:
            yield Finding(
                Location(record.document.path),
                f"The id {quote(record.id)} belongs to a page that is made of many things.",
                "Rename the file, and its id.",
            )
        if record.id == "index":
            folder = record.model.kind.folder
            yield Finding(
                Location(record.document.path),
                f"The address /{folder}/ belongs to the index of {folder}.",
                "Rename the file, and its id.",
            )
    slugs: dict[str, str] = {}
    for entry in inspection.catalogue.bib_entries.values():
        first = slugs.setdefault(address_of_key(entry.key), entry.key)
        if first != entry.key:
            yield Finding(
                entry.location,
                f"The sources {quote(first)} and {quote(entry.key)} would have one address.",
                "Rename one of the two keys.",
            )


@rule("unknown-id", Severity.ERROR, "A field or a link names a thing that does not exist.")
def find_unknown_ids(inspection: Inspection) -> Iterator[Finding]:
    """Look up every id that a field or a link names; one that a file still has whose name changed is told there."""
    catalogue = inspection.catalogue
    suggestions = _Suggestions(catalogue)
    renamed = {record.document.data.get("id") for record in catalogue.all_records()}
    for record in catalogue.all_records():
        for naming in record.links:
            target = naming.target
            if target in catalogue.records or target in catalogue.broken_ids or target in renamed:
                continue
            in_text = naming.place is not None
            if (in_text and target in SITE_PAGE_IDS) or not (in_text or _ID.fullmatch(target)):
                continue
            close = suggestions.id_for(target)
            hint = _asked(close) or "Write its file first, or name another thing."
            message = f"There is nothing with the id {quote(target)}."
            yield Finding(naming.where, message, hint, mend=naming.replaced_by(close))


@rule("wrong-kind", Severity.ERROR, "A field names a thing of another kind than it needs.")
def find_wrong_kinds(inspection: Inspection) -> Iterator[Finding]:
    """Hold the kind of each thing that a field names against the kinds that the field takes."""
    catalogue = inspection.catalogue
    ambiguous = {twin.id for twin in catalogue.twins}
    for record in catalogue.all_records():
        for mention in record.mentions:
            target = catalogue.records.get(mention.value)
            if isinstance(mention.mark, RefersTo) and target is not None and target.id not in ambiguous:
                kind = target.model.kind
                if kind.folder not in mention.mark.kinds:
                    takes = " or ".join(with_article(kinds_by_folder()[f].kind.singular) for f in mention.mark.kinds)
                    yield Finding(
                        record.document.locate(*mention.path),
                        f"{quote(mention.value)} is {with_article(kind.singular)}; here belongs {takes}.",
                        f"Name {takes}.",
                    )


@rule("self-link", Severity.ERROR, "A thing names or links itself.")
def find_self_links(inspection: Inspection) -> Iterator[Finding]:
    """Refuse a link from a page to itself: it leads the reader in a circle."""
    for record in inspection.catalogue.all_records():
        for naming in record.links:
            if naming.target == record.id:
                yield Finding(naming.where, f"{quote(naming.target)} names itself here.", "Take the link out.")


@rule("unfinished-markup", Severity.ERROR, "A link or citation is begun and not ended.")
def find_unfinished_markup(inspection: Inspection) -> Iterator[Finding]:
    """Find `[[` and `[@` that do not parse: the reader would see the brackets."""
    for record in inspection.catalogue.all_records():
        for path, place, token in record.markup:
            if isinstance(token, Unfinished):
                yield Finding(
                    record.document.locate_match(path, OPENING, place),
                    f"{quote(token.words)} begins a link or a citation that does not end.",
                    "Write [[id]], [[id|words]] or [@key].",
                )
            elif isinstance(token, Cites) and not token.keys:
                yield Finding(
                    record.document.locate_match(path, OPENING, place),
                    f"{quote(token.written)} cites nothing.",
                    "Write [@key], with a key of references.bib.",
                )


@rule("unknown-citation-key", Severity.ERROR, "A citation names a source that is not in references.bib.")
def find_unknown_citation_keys(inspection: Inspection) -> Iterator[Finding]:
    """Look up every citation key."""
    catalogue = inspection.catalogue
    if catalogue.bib_file is None:
        return
    suggestions = _Suggestions(catalogue)
    for record in catalogue.all_records():
        for citation in record.citations:
            key = citation.target
            if key and key not in catalogue.bib_entries and key not in catalogue.bib_file.broken_keys:
                close = suggestions.key_for(key)
                hint = _asked(close) or "Add the source to references.bib first: “selfcare cite” does it."
                message = f"There is no source {quote(key)} in references.bib."
                yield Finding(citation.where, message, hint, mend=citation.replaced_by(close))


def _as_seen(name: str) -> str:
    """Fold what a reader does not see: capitals, spaces, and how an accent is put together."""
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()


def names_of(record: Record) -> Iterator[tuple[Path, str]]:
    """List the name and the other names of a thing as they are written, each with its path."""
    data = record.document.data
    also = data.get("also")
    written = [
        (("name",), data.get("name")),
        *((("also", i), n) for i, n in enumerate(also if isinstance(also, list) else ())),
    ]
    yield from ((path, name) for path, name in written if isinstance(name, str))


def _asked(close: str) -> str:
    return f"Did you mean {quote(close)}?" if close else ""


class _Suggestions:
    """Says what an author may have meant; the comparison is slow, so it is made once for each word and not for ever."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._by_name = {
            name.casefold(): record.id
            for record in catalogue.records.values()
            if record.thing is not None
            for name in (record.thing.name, *record.thing.also)
        }
        self._found: dict[str, str] = {}

    def id_for(self, target: str) -> str:
        wanted = target.replace("-", " ").casefold()
        return self._by_name.get(wanted) or self._closest(target, self._catalogue.records)

    def key_for(self, key: str) -> str:
        return self._closest(key, self._catalogue.bib_entries)

    def _closest(self, wanted: str, known: Iterable[str]) -> str:
        if wanted not in self._found:
            close = get_close_matches(wanted[:LONGEST_NAME], known, 1, 0.7) if len(self._found) < MOST_COMPARED else []
            self._found[wanted] = close[0] if close else ""
        return self._found[wanted]
