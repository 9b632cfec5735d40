"""A project's folder -> everything its author wrote, with positions."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.diagnostics import Code, Diagnostic, Location, Severity, make_printable
from generator.reading import bibliography, documents, source_file
from generator.reading.bibliography import BibFile, parse_bibliography
from generator.reading.documents import Document, parse_markdown_document, parse_yaml_document
from generator.reading.source_file import LARGEST_BIBLIOGRAPHY_BYTES, SourceFile, decode_source

CONTENT_FOLDER: Final = "content"
BIBLIOGRAPHY_FILE: Final = "references.bib"
HANDBOOK_FOLDER: Final = "docs"
SETTINGS_FILE: Final = "settings.yml"

UNREADABLE = Code("unreadable", Severity.ERROR, "A file or folder cannot be opened.")
STRAY_FILE = Code("stray-file", Severity.ERROR, "A file lies where no content is looked for.")
NO_CONTENT = Code("no-content", Severity.ERROR, "The project has no content folder.")
CODES: Final = (
    UNREADABLE,
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


@dataclass(frozen=True)
class Content:
    """Everything that was read.

    `broken_ids` are the ids of files that could not be read: what refers to them is not at fault. `bibliography` is
    None where references.bib itself could not be read. `handbook` holds the Markdown pages for contributors. `settings`
    is None where there is no settings.yml, or none that could be read.
    """

    documents: tuple[Document, ...]
    broken_ids: frozenset[str]
    bibliography: BibFile | None
    handbook: tuple[SourceFile, ...]
    settings: Document | None = None


def read_content(root: Path) -> tuple[Content, tuple[Diagnostic, ...]]:
    """Read the content, the bibliography and the handbook of the project at `root`."""
    diagnostics: list[Diagnostic] = []
    read: list[Document] = []
    broken: set[str] = set()
    if not (root / CONTENT_FOLDER).is_dir():
        message = f"There is no folder {CONTENT_FOLDER}/ here."
        diagnostics.append(
            Diagnostic(NO_CONTENT, Location(CONTENT_FOLDER), message, "Run this in the project's folder.")
        )
    for path, below in _files_below(root, CONTENT_FOLDER):
        name = _printable(below)
        parse = _PARSERS.get(path.suffix)
        if parse is None or len(below.parts) != _PARTS_OF_A_CONTENT_PATH:
            diagnostics.append(_stray(name))
            broken.add(path.stem)
            continue
        source = _read(path, name)
        document, found = (None, (source,)) if isinstance(source, Diagnostic) else parse(source)
        diagnostics.extend(found)
        if document is None:
            broken.add(path.stem)
        else:
            read.append(document)
    bib_file, found = _read_bibliography(root)
    diagnostics.extend(found)
    handbook, found = _read_handbook(root)
    diagnostics.extend(found)
    settings, found = _read_settings(root)
    diagnostics.extend(found)
    return Content(tuple(read), frozenset(broken), bib_file, handbook, settings), tuple(diagnostics)


def _read_bibliography(root: Path) -> tuple[BibFile | None, tuple[Diagnostic, ...]]:
    source = _read(root / BIBLIOGRAPHY_FILE, BIBLIOGRAPHY_FILE, LARGEST_BIBLIOGRAPHY_BYTES)
    if isinstance(source, Diagnostic):
        return None, (source,)
    return parse_bibliography(source)


def _read_settings(root: Path) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    if not (root / SETTINGS_FILE).exists():
        return None, ()
    source = _read(root / SETTINGS_FILE, SETTINGS_FILE)
    return (None, (source,)) if isinstance(source, Diagnostic) else parse_yaml_document(source)


def _read_handbook(root: Path) -> tuple[tuple[SourceFile, ...], tuple[Diagnostic, ...]]:
    pages = [
        _read(path, _printable(below)) for path, below in _files_below(root, HANDBOOK_FOLDER) if path.suffix == ".md"
    ]
    return (
        tuple(page for page in pages if isinstance(page, SourceFile)),
        tuple(page for page in pages if isinstance(page, Diagnostic)),
    )


def _files_below(root: Path, folder: str) -> Iterator[tuple[Path, Path]]:
    """List the files of a folder of a project, each with its path from the project's root too."""
    for path in sorted((root / folder).rglob("*")) if (root / folder).is_dir() else ():
        below = path.relative_to(root)
        hidden = any(part.startswith(".") for part in below.parts)
        if path.is_file() and not hidden and path.name not in _ABOUT_THE_FOLDER:
            yield path, below


def _read(path: Path, name: str, largest: int = source_file.LARGEST_FILE_BYTES) -> SourceFile | Diagnostic:
    try:
        with path.open("rb") as file:
            is_small = os.fstat(file.fileno()).st_size <= largest
            raw = file.read(-1 if is_small else largest + 1)  # with a number Python makes room for that many bytes
    except OSError as fault:
        message = f"This file cannot be opened: {(fault.strerror or 'unknown cause').lower()}."
        return Diagnostic(UNREADABLE, Location(name), message, "Look whether it is there and may be read.")
    return decode_source(name, raw, largest)


def _printable(path: Path) -> str:
    """Write a path with forward slashes; bytes of it that are no UTF-8 show as escapes."""
    return make_printable(os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace"))


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
