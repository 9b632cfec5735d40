"""A project's folder -> everything its author wrote, with positions."""

import os
import stat
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.diagnostics import Code, Diagnostic, Location, Severity
from generator.reading import bibliography, documents, file_bytes, source_file
from generator.reading.bibliography import BibFile, parse_bibliography
from generator.reading.documents import Document, parse_markdown_document, parse_yaml_document
from generator.reading.file_bytes import printable_path
from generator.reading.open_source import read_source
from generator.reading.source_file import LARGEST_BIBLIOGRAPHY_BYTES, SourceFile

CONTENT_FOLDER: Final = "content"
BIBLIOGRAPHY_FILE: Final = "references.bib"
HANDBOOK_FOLDER: Final = "docs"
ARCHITECTURE_FILE: Final = "ARCHITECTURE.md"
"""How the house is built. It lies where programmers look for it, and is a page of the handbook too."""

SETTINGS_FILE: Final = "settings.yml"
MOVED_FILE: Final = "moved.yml"
"""Where pages went: the old address, a colon, the new one, both from the root of the site without the last slash."""

ADDRESSES_FILE: Final = "addresses.txt"
"""Every address that was ever published, one a line, from the root of the site without the last slash."""

STRAY_FILE = Code("stray-file", Severity.ERROR, "A file lies where no content is looked for.")
NO_CONTENT = Code("no-content", Severity.ERROR, "The project has no content folder.")
CODES: Final = (
    *file_bytes.CODES,
    STRAY_FILE,
    NO_CONTENT,
    *source_file.CODES,
    *documents.CODES,
    *bibliography.CODES,
)

_PARSERS: Final = {".yml": parse_yaml_document, ".md": parse_markdown_document}
_PARTS_OF_A_CONTENT_PATH: Final = 3
"""content/, the folder of the kind, and the file."""

_ABOUT_THE_FOLDER: Final = frozenset({"LICENSE", "README.md"})

_SETTLED_NS: Final = 2_000_000_000
"""Nanoseconds after which a change shows in the times of a file for certain: the steps in which FAT counts them."""

_Parts = tuple[str, ...]
_Stamp = tuple[int, ...]
"""What the file system says of a file. Where it stays the same, so does the file; git's index goes by the same."""


@dataclass(frozen=True)
class Content:
    """Everything that was read.

    `broken_ids` are the ids of files that could not be read: what refers to them is not at fault. `bibliography` is
    None where references.bib itself could not be read. `handbook` holds the Markdown pages for contributors. `settings`
    is None where there is no settings.yml, or none that could be read. `moved` tells where pages went,
    `addresses` which of the base were ever published, and `clinics_addresses` which of a clinic's own. `settled`
    holds the documents of files that did not change just then, by the parts of their paths, each with its stamp.
    """

    documents: tuple[Document, ...]
    broken_ids: frozenset[str]
    bibliography: BibFile | None
    handbook: tuple[SourceFile, ...]
    settings: Document | None = None
    moved: tuple[Document, ...] = ()
    addresses: SourceFile | None = None
    clinics_addresses: SourceFile | None = None
    settled: Mapping[_Parts, tuple[_Stamp, Document]] = field(default_factory=dict, compare=False, repr=False)


def read_content(root: Path, before: Content | None = None) -> tuple[Content, tuple[Diagnostic, ...]]:
    """Read the content, the bibliography and the handbook of the project at `root`.

    Of what was read `before` without any fault, files that stayed as they were are not read again, and those whose text
    is the same are not parsed again.
    """
    new_from = time.time_ns() - _SETTLED_NS
    settled: dict[_Parts, tuple[_Stamp, Document]] = {}
    known = {document.path: document for document in before.documents} if before is not None else {}
    diagnostics: list[Diagnostic] = []
    read: list[Document] = []
    broken: set[str] = set()
    if not (root / CONTENT_FOLDER).is_dir():
        message = f"There is no folder {CONTENT_FOLDER}/ here."
        diagnostics.append(
            Diagnostic(NO_CONTENT, Location(CONTENT_FOLDER), message, "Run this in the project's folder.")
        )
    for parts, stamp in _files_below(root, CONTENT_FOLDER):
        unchanged = before.settled.get(parts) if before is not None else None
        if unchanged is not None and unchanged[0] == stamp:
            settled[parts] = unchanged
            read.append(unchanged[1])
            continue
        path, name = root.joinpath(*parts), printable_path(Path(*parts))
        parse = _PARSERS.get(path.suffix)
        if parse is None or len(parts) != _PARTS_OF_A_CONTENT_PATH:
            diagnostics.append(_stray(name))
            broken.add(path.stem)
            continue
        source = read_source(path, name)
        document = known.get(name)
        if document is None or document.source != source:
            document, found = (None, (source,)) if isinstance(source, Diagnostic) else parse(source)
            diagnostics.extend(found)
        if document is None:
            broken.add(path.stem)
            continue
        read.append(document)
        if max(stamp[:2]) < new_from:
            settled[parts] = (stamp, document)
    bib_file, found = _read_bibliography(root, before.bibliography if before is not None else None)
    diagnostics.extend(found)
    handbook, found = _read_handbook(root)
    diagnostics.extend(found)
    settings, found = _read_settings(root)
    diagnostics.extend(found)
    moved, addresses, found = read_addresses(root)
    diagnostics.extend(found)
    content = Content(tuple(read), frozenset(broken), bib_file, handbook, settings, moved, addresses, settled=settled)
    return content, tuple(diagnostics)


def read_addresses(
    folder: Path, shown_as: str = ""
) -> tuple[tuple[Document, ...], SourceFile | None, tuple[Diagnostic, ...]]:
    """Read where pages went and which were ever published, from a folder that people know under a name."""
    before = f"{shown_as}/" if shown_as else ""
    diagnostics: list[Diagnostic] = []
    moved: list[Document] = []
    addresses: SourceFile | None = None
    for name in (MOVED_FILE, ADDRESSES_FILE):
        if not (folder / name).exists():
            continue
        source = read_source(folder / name, f"{before}{name}")
        if isinstance(source, Diagnostic):
            diagnostics.append(source)
        elif name == ADDRESSES_FILE:
            addresses = source
        else:
            document, found = parse_yaml_document(source)
            diagnostics.extend(found)
            moved.extend([document] if document is not None else [])
    return tuple(moved), addresses, tuple(diagnostics)


def _read_bibliography(root: Path, before: BibFile | None) -> tuple[BibFile | None, tuple[Diagnostic, ...]]:
    source = read_source(root / BIBLIOGRAPHY_FILE, BIBLIOGRAPHY_FILE, LARGEST_BIBLIOGRAPHY_BYTES)
    if before is not None and before.source == source:
        return before, ()
    if isinstance(source, Diagnostic):
        return None, (source,)
    return parse_bibliography(source, before)


def _read_settings(root: Path) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    if not (root / SETTINGS_FILE).exists():
        return None, ()
    source = read_source(root / SETTINGS_FILE, SETTINGS_FILE)
    return (None, (source,)) if isinstance(source, Diagnostic) else parse_yaml_document(source)


def _read_handbook(root: Path) -> tuple[tuple[SourceFile, ...], tuple[Diagnostic, ...]]:
    files = [Path(*parts) for parts, _ in _files_below(root, HANDBOOK_FOLDER)]
    if (root / ARCHITECTURE_FILE).is_file():
        files.append(Path(ARCHITECTURE_FILE))
    pages = [read_source(root / path, printable_path(path)) for path in files if path.suffix == ".md"]
    return (
        tuple(page for page in pages if isinstance(page, SourceFile)),
        tuple(page for page in pages if isinstance(page, Diagnostic)),
    )


def _files_below(root: Path, folder: str) -> list[tuple[_Parts, _Stamp]]:
    """List the files of a folder of a project in order, each by the parts of its path from the project's root."""
    found: list[tuple[_Parts, _Stamp]] = []
    for at, folders, names in os.walk(root / folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        here = Path(at)
        above = here.relative_to(root).parts
        for name in names:
            if name.startswith(".") or name in _ABOUT_THE_FOLDER:
                continue
            with suppress(OSError):  # a link to nothing, or a file that went just now
                known = (here / name).stat()
                if stat.S_ISREG(known.st_mode):
                    stamp = (known.st_mtime_ns, known.st_ctime_ns, known.st_size, known.st_ino)
                    found.append(((*above, name), stamp))
    return sorted(found)


def _stray(name: str) -> Diagnostic:
    if name.endswith((".yaml", ".YAML", ".YML")):
        return Diagnostic(
            STRAY_FILE, Location(name), "The ending of this file is not .yml.", "Rename it to end in .yml."
        )
    return Diagnostic(
        STRAY_FILE,
        Location(name),
        "This is not a place or an ending for content.",
        "Put .yml and .md files right into a folder of content/, such as content/techniques/.",
    )
