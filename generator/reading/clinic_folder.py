"""A clinic's own folder -> clinic.yml, the files of its overlay, and its pictures and fonts, with positions.

clinic.yml
references.bib                 its own sources, where it has any
overlay/<operation>/<id>.yml   a change to the base: hide, wordings, notes, stricter, pictures
overlay/<kind>/<id>.yml        a thing of its own, as in the base's content/
overlay/styles.css             its own styles
overlay/based-on/...           what each change replaced, written by `selfcare brand accept`
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from generator.diagnostics import Code, Diagnostic, Location, Severity, quote
from generator.reading.bibliography import BibFile, parse_bibliography
from generator.reading.documents import Document, parse_markdown_document, parse_yaml_document
from generator.reading.file_bytes import printable_path
from generator.reading.file_format import FileFormat
from generator.reading.open_source import read_source
from generator.reading.project import read_addresses
from generator.reading.source_file import LARGEST_BIBLIOGRAPHY_BYTES, LARGEST_STYLES_BYTES, SourceFile
from generator.reading.supplied_files import SuppliedFile, read_supplied_files

CLINIC_FILE: Final = "clinic.yml"
OVERLAY_FOLDER: Final = "overlay"
OWN_STYLES: Final = "overlay/styles.css"
OWN_BIBLIOGRAPHY: Final = "references.bib"
BASED_ON_FOLDER: Final = "based-on"
WATCHED: Final = (CLINIC_FILE, OVERLAY_FOLDER, OWN_BIBLIOGRAPHY)
"""What a server watches; the site and the Markdown tree lie in the folder too."""

NO_CLINIC = Code("no-clinic", Severity.ERROR, "A clinic's folder has no clinic.yml.")
TEMPLATE_IN_OVERLAY = Code(
    "template-in-overlay",
    Severity.ERROR,
    "An overlay brings a template or a script, which could leave out a warning.",
)
STRAY_IN_OVERLAY = Code("stray-in-overlay", Severity.ERROR, "A file lies in an overlay where nothing is looked for.")
CODES: Final = (NO_CLINIC, TEMPLATE_IN_OVERLAY, STRAY_IN_OVERLAY)

_SUPPLIED: Final = frozenset(suffix for form in FileFormat for suffix in form.suffixes)
_PARSERS: Final = {".yml": parse_yaml_document, ".md": parse_markdown_document}
_RUNS_OR_RENDERS: Final = frozenset({".html", ".htm", ".j2", ".jinja", ".js", ".mjs", ".typ", ".py", ".php"})
_ABOUT_THE_FOLDER: Final = frozenset({"README.md", "LICENSE"})
_PARTS_OF_A_PATH: Final = 3
"""overlay/, the folder of the operation or kind, and the file."""


@dataclass(frozen=True)
class ClinicFolder:
    """All that a clinic wrote. `shown_as` begins every path that is told; `supplied` are its pictures and fonts.

    `files` are the documents of its overlay; `based_on` holds what its changes replaced, by the change's path below
    the overlay without its ending.
    """

    shown_as: str
    clinic: Document | None
    files: tuple[Document, ...]
    broken_ids: frozenset[str]
    based_on: Mapping[str, Document]
    bibliography: BibFile | None
    styles: SourceFile | None
    supplied: Mapping[str, SuppliedFile]
    refused: frozenset[str]
    moved: tuple[Document, ...]
    addresses: SourceFile | None

    def shown(self, below: str) -> str:
        """Write the path of a file below the folder as people see it."""
        return f"{self.shown_as}/{below}" if self.shown_as else below


def read_clinic_folder(folder: Path, shown_as: str = "") -> tuple[ClinicFolder, tuple[Diagnostic, ...]]:
    """Read the folder of a clinic; `shown_as` is how people name it, without a slash at its end."""
    reader = _Reader(folder, shown_as.rstrip("/") if shown_as != "." else "")
    found = reader.read()
    return found, tuple(reader.diagnostics)


class _Reader:
    def __init__(self, folder: Path, shown_as: str) -> None:
        self.folder = folder
        self.shown_as = shown_as
        self.diagnostics: list[Diagnostic] = []
        self.broken: set[str] = set()

    def read(self) -> ClinicFolder:
        files: list[Document] = []
        based_on: dict[str, Document] = {}
        for path, below in self._files_of_overlay():
            document = self._document(path, below)
            if document is None:
                continue
            if below.parts[1] == BASED_ON_FOLDER:
                based_on[Path(*below.parts[2:]).with_suffix("").as_posix()] = document
            else:
                files.append(replace(document, is_clinics=True))
        supplied, found = read_supplied_files(self.folder, self.shown_as)
        moved, addresses, unread = read_addresses(self.folder, self.shown_as)
        self.diagnostics.extend((*found, *unread))
        return ClinicFolder(
            self.shown_as,
            self._clinic(),
            tuple(files),
            frozenset(self.broken),
            based_on,
            self._bibliography(),
            self._styles(),
            supplied,
            frozenset(one.location.path for one in found),
            moved,
            addresses,
        )

    def _name(self, below: Path | str) -> str:
        name = printable_path(Path(below))
        return f"{self.shown_as}/{name}" if self.shown_as else name

    def _clinic(self) -> Document | None:
        name = self._name(CLINIC_FILE)
        if not (self.folder / CLINIC_FILE).exists():
            message = f"There is no {CLINIC_FILE} in {quote(self.shown_as or 'this folder')}."
            hint = "Name the clinic's folder, or make one with “selfcare brand new”."
            self.diagnostics.append(Diagnostic(NO_CLINIC, Location(name), message, hint))
            return None
        return self._parsed(self.folder / CLINIC_FILE, name)

    def _bibliography(self) -> BibFile | None:
        path = self.folder / OWN_BIBLIOGRAPHY
        if not path.exists():
            return None
        source = read_source(path, self._name(OWN_BIBLIOGRAPHY), LARGEST_BIBLIOGRAPHY_BYTES)
        if isinstance(source, Diagnostic):
            self.diagnostics.append(source)
            return None
        bib_file, found = parse_bibliography(source)
        self.diagnostics.extend(found)
        return bib_file

    def _styles(self) -> SourceFile | None:
        path = self.folder / OWN_STYLES
        if not path.is_file() or self._leads_out(path):
            return None
        source = read_source(path, self._name(OWN_STYLES), LARGEST_STYLES_BYTES)
        if isinstance(source, Diagnostic):
            self.diagnostics.append(source)
            return None
        return source

    def _files_of_overlay(self) -> Iterator[tuple[Path, Path]]:
        """List the files of the overlay that are no pictures, which are read apart."""
        top = self.folder / OVERLAY_FOLDER
        for parent, folders, names in os.walk(top):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                path = Path(parent) / name
                if not name.startswith(".") and name not in _ABOUT_THE_FOLDER:
                    yield path, path.relative_to(self.folder)

    def _document(self, path: Path, below: Path) -> Document | None:
        suffix = path.suffix.lower()
        if below.as_posix() == OWN_STYLES or suffix in _SUPPLIED:
            return None
        depth = _PARTS_OF_A_PATH + (below.parts[1] == BASED_ON_FOLDER)
        if suffix in _RUNS_OR_RENDERS:
            message = "A clinic's folder cannot replace a template or bring a script: both could leave out a warning."
            hint = (
                "Take it out. Colours, letters and the logo belong in clinic.yml, styles in overlay/styles.css, and "
                "words in overlay/notes/."
            )
            self.diagnostics.append(Diagnostic(TEMPLATE_IN_OVERLAY, Location(self._name(below)), message, hint))
        elif path.suffix not in _PARSERS or len(below.parts) != depth:
            hint = (
                "Rename it to end in .yml."
                if suffix in {".yaml", ".yml"} and path.suffix != ".yml"
                else "Put .yml and .md files right into a folder of overlay/, such as overlay/notes/."
            )
            message = "This is not a place or an ending for a file of an overlay."
            self.diagnostics.append(Diagnostic(STRAY_IN_OVERLAY, Location(self._name(below)), message, hint))
        else:
            found = self._parsed(path, self._name(below))
            if found is None:
                self.broken.add(path.stem)
            return found
        self.broken.add(path.stem)
        return None

    def _leads_out(self, path: Path) -> bool:
        """Tell whether a link leads out of the folder, which is told with the supplied files."""
        return path.is_symlink() and not path.resolve().is_relative_to(self.folder.resolve())

    def _parsed(self, path: Path, name: str) -> Document | None:
        if self._leads_out(path):
            return None
        source = read_source(path, name)
        if isinstance(source, Diagnostic):
            self.diagnostics.append(source)
            return None
        document, found = _PARSERS[path.suffix](source)
        self.diagnostics.extend(found)
        return document
