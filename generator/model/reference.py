"""A source that can be cited: one entry of references.bib, decoded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bibtexparser.middlewares.names import (
    InvalidNameError,
    NameParts,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from generator.diagnostics import Code, Diagnostic, Severity, quote
from generator.model.latex import decode_latex, unknown_command
from generator.reading.bibliography import BibEntry, length_of_enclosed

BROKEN_NAME = Code("broken-name", Severity.ERROR, "A name of an author cannot be told into its parts.")
WRONG_IDENTIFIER = Code("wrong-identifier", Severity.ERROR, "A DOI, PMID or address does not have its proper form.")
UNKNOWN_LATEX = Code("unknown-latex", Severity.ERROR, "A field of a source uses a LaTeX command that we do not know.")
CODES: Final = (BROKEN_NAME, WRONG_IDENTIFIER, UNKNOWN_LATEX)

_DECODED_FIELDS: Final = (
    *("author", "editor", "title", "journal", "journaltitle", "booktitle", "publisher", "organization", "institution"),
    *("howpublished", "volume", "number", "issue", "pages", "note"),
)

_DOI = re.compile(r"10\.\d{4,9}/\S+")
"""The form that DOIs have (Crossref's recommendation, https://www.crossref.org/blog/dois-and-matching-regular-expressions/)."""

_PMID = re.compile(r"\d{1,9}")
_PMCID = re.compile(r"PMC\d{1,9}")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_DOI_ADDRESS = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_ESCAPED_SIGN = re.compile(r"\{?\\([_%&#])\}?")
"""Reference managers escape these signs in addresses; Mendeley puts braces around them."""

_JOINED_NAMES = re.compile(r"(?<!\\)[&;]")
_INITIALS = re.compile(r"[\s\-.]+")


@dataclass(frozen=True)
class PersonName:
    """An author: a person with a family name and initials, or an organisation with `family` alone."""

    family: str
    given: str = ""

    @property
    def vancouver(self) -> str:
        """Family name and initials without stops, such as `van der Berg AB` (ICMJE's Vancouver style)."""
        initials = "".join(part[0].upper() for part in _INITIALS.split(self.given) if part)
        return f"{self.family} {initials}".strip()


@dataclass(frozen=True)
class Reference:
    """One source with its fields as text; a field that the entry lacks is empty.

    `bibtex` is the entry as it stands in the file, to copy.
    """

    key: str
    type: str
    title: str
    authors: tuple[PersonName, ...]
    more_authors: bool
    container: str
    publisher: str
    year: str
    volume: str
    number: str
    pages: str
    doi: str
    pmid: str
    pmcid: str
    url: str
    accessed: str
    note: str
    bibtex: str


def address_of_key(key: str) -> str:
    """Write a citation key so that it can stand in an address: signs become hyphens, other alphabets numbers."""
    spelt = re.sub(r"[^\x00-\x7f]", lambda match: f"-u{ord(match[0]):x}-", key.lower())
    return re.sub(r"[^a-z0-9]+", "-", spelt).strip("-") or "source"


def build_reference(entry: BibEntry) -> tuple[Reference, tuple[Diagnostic, ...]]:
    """Decode one entry; what cannot be decoded is left out and reported at its field."""
    diagnostics = list(_unknown_commands(entry))
    authors, more = _authors(entry, diagnostics)
    fields = entry.fields

    def text(*names: str) -> str:
        return next((decode_latex(fields[name]) for name in names if fields.get(name)), "")

    reference = Reference(
        key=entry.key,
        type=entry.type,
        title=text("title").rstrip("."),
        authors=authors,
        more_authors=more,
        container=text("journal", "journaltitle", "booktitle"),
        publisher=text("publisher", "organization", "institution", "howpublished"),
        year=fields.get("year", "") or fields.get("date", "")[:4],
        volume=text("volume"),
        number=text("number", "issue"),
        pages=text("pages"),
        doi=_identifier(entry, "doi", _DOI, "a DOI such as 10.1371/journal.pone.0030248", diagnostics),
        pmid=_identifier(entry, "pmid", _PMID, "a number", diagnostics),
        pmcid=_identifier(entry, "pmcid", _PMCID, "PMC and a number", diagnostics),
        url=_identifier(entry, "url", _WEB_ADDRESS, "an address with https://", diagnostics),
        accessed=fields.get("urldate", ""),
        note=text("note"),
        bibtex=entry.raw,
    )
    return reference, tuple(diagnostics)


def _unknown_commands(entry: BibEntry) -> Iterator[Diagnostic]:
    for field in _DECODED_FIELDS:
        command = unknown_command(entry.fields.get(field, ""))
        if command:
            message = f"The field {quote(field)} of {quote(entry.key)} uses the command {quote(command)}."
            yield Diagnostic(UNKNOWN_LATEX, entry.locate(field), message, "Write the words in plain text.")


def _authors(entry: BibEntry, diagnostics: list[Diagnostic]) -> tuple[tuple[PersonName, ...], bool]:
    field = next((name for name in ("author", "editor") if entry.fields.get(name)), "")
    names: list[PersonName] = []
    more = False
    for written in split_multiple_persons_names(entry.fields.get(field, "")):
        if written.lower() == "others":
            more = True
            continue
        if written and length_of_enclosed(written) == len(written):
            names.append(PersonName(decode_latex(written)))
            continue
        parts = _parts_of_name(written)
        if parts is None:
            message = f"The name {quote(written)} of {quote(entry.key)} cannot be told into its parts."
            hint = "Write “Family, Given and Family, Given”; put an organisation in a second pair of braces."
            diagnostics.append(Diagnostic(BROKEN_NAME, entry.locate(field), message, hint))
            continue
        family = decode_latex(" ".join([*parts.von, *parts.last]))
        suffix = decode_latex(" ".join(parts.jr))
        names.append(PersonName(f"{family} {suffix}".strip(), decode_latex(" ".join(parts.first))))
    return tuple(names), more


def _parts_of_name(written: str) -> NameParts | None:
    """Tell a name into its parts; None where it is none, or several joined by other signs than “and”."""
    if _JOINED_NAMES.search(written):
        return None
    try:
        return parse_single_name_into_parts(written)
    except InvalidNameError:
        return None


def _identifier(
    entry: BibEntry, field: str, form: re.Pattern[str], expected: str, diagnostics: list[Diagnostic]
) -> str:
    """Read an identifier as it stands: LaTeX decoding would break addresses (bibtexparser 2.1 takes % as a comment)."""
    value = _ESCAPED_SIGN.sub(r"\1", entry.fields.get(field, "").strip().replace(r"\~{}", "~"))
    if field == "doi":
        value = _DOI_ADDRESS.sub("", value)
    if value and not form.fullmatch(value):
        message = f"{quote(value)} in the field {quote(field)} of {quote(entry.key)} is not {expected}."
        diagnostics.append(Diagnostic(WRONG_IDENTIFIER, entry.locate(field), message, "Copy it from the source again."))
        return ""
    return value
