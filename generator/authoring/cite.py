"""A record of a study, as a publisher or a library gives it -> an entry of references.bib in the form of the others."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import rispy

from generator.diagnostics import Diagnostic
from generator.model import Catalogue
from generator.model.reference import Reference, build_reference
from generator.reading.bibliography import BibEntry, parse_bibliography
from generator.reading.source_file import SourceFile

FIELDS: Final = (
    *("author", "editor", "title", "journal", "booktitle", "date", "year", "volume", "number", "pages", "publisher"),
    *("doi", "pmid", "pmcid", "url", "urldate", "note"),
)
"""What an entry of ours holds, in this order; abstracts, keywords and the like are left out."""

_OTHER_NAMES: Final = {"journaltitle": "journal", "issue": "number", "institution": "publisher"}
_TYPES_OF_RIS: Final = {
    **dict.fromkeys(("JOUR", "JFULL", "EJOUR", "MGZN"), "article"),
    **dict.fromkeys(("BOOK", "EBOOK"), "book"),
    **dict.fromkeys(("CHAP", "ECHAP"), "incollection"),
    **dict.fromkeys(("ELEC", "WEB"), "online"),
    **dict.fromkeys(("RPRT", "GOVDOC"), "report"),
    **dict.fromkeys(("CONF", "CPAPER"), "inproceedings"),
}
_RIS: Final = re.compile(r"^\ufeff?\s*TY {1,2}-", re.MULTILINE)
_NO_NOTE: Final = re.compile(r"[^\w\s]", re.UNICODE)
_PAGES: Final = re.compile(r"\s*(?:-+|[\u2010-\u2015])\s*")
_SIGNS_OF_LATEX: Final = re.compile(r"(?<!\\)([&%#_])")


@dataclass(frozen=True)
class NewEntry:
    """An entry that is not in references.bib yet."""

    type: str
    fields: Mapping[str, str]
    key: str = ""

    @property
    def text(self) -> str:
        """The entry as it stands in the file."""
        lines = [f"  {name} = {{{self.fields[name]}}},\n" for name in FIELDS if self.fields.get(name)]
        return f"@{self.type}{{{self.key},\n{''.join(lines)}}}\n"


class UnreadableRecordError(Exception):
    """A text holds no record that can be cited; its words say why."""


def read_records(text: str) -> tuple[NewEntry, ...]:
    """Read records in BibTeX or RIS. Raises UnreadableRecordError where there is none, or one cannot be read."""
    found = tuple(_from_ris(text) if _RIS.search(text) else _from_bibtex(text))
    if not found:
        message = "There is no record in BibTeX or RIS here. Choose one of these where the publisher offers “Cite”."
        raise UnreadableRecordError(message)
    return found


def _from_bibtex(text: str) -> Iterator[NewEntry]:
    bib_file, diagnostics = parse_bibliography(SourceFile("record", text))
    if diagnostics:
        fault = diagnostics[0]
        message = f"Line {fault.location.line}: {fault.message} {fault.hint}"
        raise UnreadableRecordError(message)
    for entry in bib_file.entries:
        fields = {_OTHER_NAMES.get(name, name): " ".join(value.split()) for name, value in entry.fields.items()}
        yield NewEntry(entry.type.lower(), _tidy(fields))


def _from_ris(text: str) -> Iterator[NewEntry]:
    try:
        records = rispy.loads(text.lstrip("\ufeff"))
    except (OSError, ValueError) as fault:  # rispy 0.10 raises OSError for a broken line
        message = f"This RIS record cannot be read: {fault}"
        raise UnreadableRecordError(message) from fault
    for record in records:
        kind = _TYPES_OF_RIS.get(record.get("type_of_reference", ""), "misc")
        pages = "--".join(filter(None, (record.get("start_page"), record.get("end_page"))))
        urls = record.get("urls") or []
        found = {
            "author": " and ".join(record.get("authors") or record.get("first_authors") or []),
            "title": record.get("title") or record.get("primary_title") or "",
            "journal": record.get("journal_name")
            or record.get("secondary_title")
            or record.get("alternate_title3")
            or "",
            "year": str(record.get("year") or record.get("publication_year") or "")[:4],
            "volume": record.get("volume", ""),
            "number": record.get("number", ""),
            "pages": pages,
            "publisher": record.get("publisher", ""),
            "doi": record.get("doi", ""),
            "url": urls[0] if urls else "",
        }
        plain = {
            name: _SIGNS_OF_LATEX.sub(r"\\\1", value) if name not in {"doi", "url"} else value
            for name, value in found.items()
        }
        yield NewEntry(kind, _tidy(plain))


def _tidy(fields: Mapping[str, str]) -> dict[str, str]:
    """Write fields as ours are: a DOI without the address, pages with a double hyphen, no full stop behind a title."""
    tidy = {name: value.strip() for name, value in fields.items() if name in FIELDS and value.strip()}
    if "doi" in tidy:
        tidy["doi"] = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", tidy["doi"], flags=re.IGNORECASE)
        if "doi.org" in tidy.get("url", ""):
            del tidy["url"]
    if "pages" in tidy:
        tidy["pages"] = _PAGES.sub("--", tidy["pages"])
    if "title" in tidy:
        tidy["title"] = tidy["title"].rstrip(".")
    if "number" in tidy and tidy["number"] == tidy.get("volume"):
        del tidy["number"]
    return tidy


def name_entry(entry: NewEntry, catalogue: Catalogue, where_from: str, today: date) -> NewEntry:
    """Give an entry a note and its key: family name of the first author, year, and a letter where that is taken."""
    reference, _ = _referenced(entry)
    first = reference.authors[0].family if reference.authors else (reference.title.split() or ["source"])[0]
    base = f"{_plain_letters(first)}{reference.year}"
    taken = {key.lower() for key in catalogue.bib_entries} | set(catalogue.records)
    key = next(
        one for one in (base, *(f"{base}{chr(letter)}" for letter in range(ord("b"), ord("z") + 1))) if one not in taken
    )
    note = f"{where_from} on {today.isoformat()}"
    return replace(entry, key=key, fields={**entry.fields, "note": note})


def _plain_letters(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.lower())
    return re.sub(r"[^a-z0-9]", "", apart) or "source"


def find_double(entry: NewEntry, catalogue: Catalogue) -> BibEntry | None:
    """Find an entry of the same work: with its DOI or PMID, or else its title and year."""
    new, _ = _referenced(entry)
    for known in catalogue.bib_entries.values():
        old, _ = build_reference(known)
        same_number = any(
            one and one.lower() == other.lower() for one, other in ((new.doi, old.doi), (new.pmid, old.pmid))
        )
        if same_number or (new.title and _words(new.title) == _words(old.title) and new.year == old.year):
            return known
    return None


def find_doi(doi: str, catalogue: Catalogue) -> BibEntry | None:
    """Find the entry that has a DOI."""
    known = catalogue.bib_entries.values()
    return next((one for one in known if build_reference(one)[0].doi.lower() == doi.lower()), None)


def faults_of(entry: NewEntry) -> tuple[Diagnostic, ...]:
    """Find what the check would refuse in an entry."""
    return _referenced(entry)[1]


def _referenced(entry: NewEntry) -> tuple[Reference, tuple[Diagnostic, ...]]:
    named = replace(entry, key=entry.key or "new")
    bib_file, _ = parse_bibliography(SourceFile("record", named.text))
    return build_reference(bib_file.entries[0])


def _words(title: str) -> list[str]:
    return _NO_NOTE.sub(" ", title.lower()).split()


def insert_entry(text: str, entry: NewEntry, catalogue: Catalogue) -> str:
    """Put an entry into the text of references.bib, before the first whose key comes behind it in the alphabet."""
    behind = [one for one in catalogue.bib_entries.values() if one.key.lower() > entry.key.lower()]
    if not behind:
        return f"{text.rstrip()}\n\n{entry.text}" if text.strip() else entry.text
    line = min(one.location.line for one in behind)
    lines = text.splitlines(keepends=True)
    return "".join(lines[: line - 1]) + f"{entry.text}\n" + "".join(lines[line - 1 :])
