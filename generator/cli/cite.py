"""`selfcare cite`: a study's record into references.bib."""

import re
import sys
import urllib.error
import urllib.request
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from generator.authoring.cite import (
    NewEntry,
    UnreadableRecordError,
    faults_of,
    find_doi,
    find_double,
    insert_entry,
    name_entry,
    read_records,
)
from generator.cli.options import find_project, project_options
from generator.diagnostics import quote
from generator.pipeline import check_project
from generator.reading.bibliography import BibEntry
from generator.reading.project import BIBLIOGRAPHY_FILE

_DOI_ADDRESS: Final = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_PATIENCE_S: Final = 15
_LARGEST: Final = 1024 * 1024
"""Bytes of a record; what is longer is none."""


@click.command("cite")
@project_options
@click.argument("source")
@click.option("--resolver", default="https://doi.org/", hidden=True, help="Where DOIs are looked up.")
def cite_command(project: Path | None, brand: Path | None, source: str, resolver: str) -> None:
    """Add a study to references.bib.

    SOURCE is a DOI, which is looked up, or a file with a record in BibTeX or RIS, or - for one that is pasted in.
    """
    found = find_project(project, brand)
    catalogue = check_project(found).catalogue
    known = find_doi(doi, catalogue) if (doi := _doi_in(source)) else None
    if known is not None:
        click.echo(_is_there(known))
        return
    text, where_from = _record(source, resolver)
    try:
        records = read_records(text)
    except UnreadableRecordError as fault:
        raise click.UsageError(str(fault)) from fault
    path = found.root / BIBLIOGRAPHY_FILE
    for record in records:
        double = find_double(record, catalogue)
        if double is not None:
            click.echo(_is_there(double))
            continue
        entry = name_entry(record, catalogue, where_from, datetime.now(tz=UTC).date())
        faults = faults_of(entry)
        if faults:
            message = f"{faults[0].message} {faults[0].hint}"
            raise click.UsageError(message)
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(insert_entry(before, entry, catalogue), encoding="utf-8")
        catalogue = check_project(found).catalogue
        click.echo(_told(entry))
        click.echo(f"Next: selfcare new study {entry.key}")


def _is_there(entry: BibEntry) -> str:
    return f"{entry.location}: This study is there already. Cite it as [@{entry.key}]."


def _doi_in(source: str) -> str:
    """Read a DOI, with or without the address of its resolver; nothing where it is none."""
    doi = _DOI_ADDRESS.sub("", source.strip())
    return doi if doi.startswith("10.") and "/" in doi else ""


def _told(entry: NewEntry) -> str:
    return (
        f"{entry.text}\n{BIBLIOGRAPHY_FILE}: added. "
        f"Cite it as [@{entry.key}] in a text, or {entry.key} under “sources”.\n"
        "Read the entry, and say in its note what you looked at."
    )


def _record(source: str, resolver: str) -> tuple[str, str]:
    """Get a record, and say where it is from."""
    if source == "-":
        return sys.stdin.read(_LARGEST), "Record pasted in"
    if doi := _doi_in(source):
        return _looked_up(doi, resolver), "Record of doi.org, read"
    path = Path(source)
    if not path.is_file():
        message = f"{quote(source)} is no DOI, such as 10.1371/journal.pone.0030248, and no file."
        raise click.UsageError(message)
    return path.read_text(encoding="utf-8-sig", errors="replace")[:_LARGEST], "Record given as a file"


def _looked_up(doi: str, resolver: str) -> str:
    request = urllib.request.Request(f"{resolver}{doi}", headers={"Accept": "application/x-bibtex; charset=utf-8"})  # noqa: S310 (https, but in tests)
    try:
        with urllib.request.urlopen(request, timeout=_PATIENCE_S) as answer:  # noqa: S310 (the same)
            found: bytes = answer.read(_LARGEST)
    except (urllib.error.URLError, TimeoutError, OSError) as fault:
        message = (
            f"The DOI {quote(doi)} could not be looked up: {fault}. Without a network, save the record as BibTeX or "
            "RIS where the publisher offers “Cite”, and name that file."
        )
        raise click.UsageError(message) from fault
    return found.decode("utf-8", errors="replace")
