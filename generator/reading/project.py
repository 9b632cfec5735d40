"""A project's folder -> everything its author wrote, with positions."""

from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Content:
    """Everything that was read.

    `broken_ids` are the ids of files that could not be read: what refers to them is not at fault. `bibliography` is
    None where references.bib itself could not be read. `handbook` holds the Markdown pages for contributors. `settings`
    is None where there is no settings.yml, or none that could be read. `moved` tells where pages went,
    `addresses` which of the base were ever published, and `clinics_addresses` which of a clinic's own.
    """

    documents: tuple[Document, ...]
    broken_ids: frozenset[str]
    bibliography: BibFile | None
    handbook: tuple[SourceFile, ...]
    settings: Document | None = None
    moved: tuple[Document, ...] = ()
    addresses: SourceFile | None = None
    clinics_addresses: SourceFile | None = None


def read_content(root: Path, before: Content | None = None) -> tuple[Content, tuple[Diagnostic, ...]]:
    """Read the content, the bibliography and the handbook of the project at `root`.

    Of what was read `before` without any fault, files whose text is the same are not parsed again.
    """
    known = {document.path: document for document in before.documents} if before is not None else {}
    diagnostics: list[Diagnostic] = []
    read: list[Document] = []
    broken: set[str] = set()
    if not (root / CONTENT_FOLDER).is_dir():
        message = f"There is no folder {CONTENT_FOLDER}/ here."
        diagnostics.append(
            Diagnostic(NO_CONTENT, Location(CONTENT_FOLDER), message, "Run this in the project's folder.")
        )
    for path, below in _files_below(root, CONTENT_FOLDER):
        name = printable_path(below)
        parse = _PARSERS.get(path.suffix)
        if parse is None or len(below.parts) != _PARTS_OF_A_CONTENT_PATH:
            diagnostics.append(_stray(name))
            broken.add(path.stem)
            continue
        source = read_source(path, name)
        same = known.get(name)
        if same is not None and same.source == source:
            read.append(same)
            continue
        document, found = (None, (source,)) if isinstance(source, Diagnostic) else parse(source)
        diagnostics.extend(found)
        if document is None:
            broken.add(path.stem)
        else:
            read.append(document)
    bib_file, found = _read_bibliography(root, before.bibliography if before is not None else None)
    diagnostics.extend(found)
    handbook, found = _read_handbook(root)
    diagnostics.extend(found)
    settings, found = _read_settings(root)
    diagnostics.extend(found)
    moved, addresses, found = read_addresses(root)
    diagnostics.extend(found)
    content = Content(tuple(read), frozenset(broken), bib_file, handbook, settings, moved, addresses)
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
    return parse_bibliography(source)


def _read_settings(root: Path) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    if not (root / SETTINGS_FILE).exists():
        return None, ()
    source = read_source(root / SETTINGS_FILE, SETTINGS_FILE)
    return (None, (source,)) if isinstance(source, Diagnostic) else parse_yaml_document(source)


def _read_handbook(root: Path) -> tuple[tuple[SourceFile, ...], tuple[Diagnostic, ...]]:
    files = [*_files_below(root, HANDBOOK_FOLDER), (root / ARCHITECTURE_FILE, Path(ARCHITECTURE_FILE))]
    pages = [
        read_source(path, printable_path(below)) for path, below in files if path.suffix == ".md" and path.is_file()
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
