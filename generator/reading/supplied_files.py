"""A clinic's own folder -> the pictures and fonts in it, each held to be what a page can show without harm.

Whatever is not taken is told and left out. A file may come from anybody who once drew a logo, so none is believed: what
it is must be what its name says, and no decoder sees one before its size is known.
"""

import os
import re
import stat
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.diagnostics import Code, Diagnostic, Location, Severity, quote
from generator.reading import file_format, raster_picture, svg_file
from generator.reading.file_bytes import explain_unreadable, printable_path, read_bytes
from generator.reading.file_format import (
    DAMAGED_FILE,
    FileFormat,
    Size,
    damaged,
    false_name,
    format_of_suffix,
    how_to_save,
    recognise,
)
from generator.reading.project_folders import MADE_FOLDERS
from generator.reading.raster_picture import TOO_LARGE, vet_raster_picture
from generator.reading.svg_file import vet_svg

LEAVES_FOLDER = Code("leaves-folder", Severity.ERROR, "A link leads out of a clinic's folder.")
FILE_NOT_TAKEN = Code("file-not-taken", Severity.NOTICE, "A file in a clinic's folder is of a sort that is not taken.")
UNUSABLE_NAME = Code("unusable-name", Severity.ERROR, "The name of a picture or font does not fit into an address.")
CODES: Final = (
    LEAVES_FOLDER,
    FILE_NOT_TAKEN,
    UNUSABLE_NAME,
    *file_format.CODES,
    *raster_picture.CODES,
    *svg_file.CODES,
)

_NAME: Final = re.compile(r"[A-Za-z0-9_.-]+")
"""What stands in an address, in Markdown and in a style sheet as it is. Letters with marks have two spellings in
Unicode, of which a Mac and a web server take different ones."""

_OTHER_FONTS: Final = frozenset({".ttf", ".otf", ".ttc", ".woff", ".eot"})
_OTHER_PICTURES: Final = frozenset(
    {
        *(".gif", ".bmp", ".tif", ".tiff", ".ico", ".avif", ".heic", ".heif", ".jfif", ".jxl", ".apng", ".svgz"),
        *(".pdf", ".ai", ".eps", ".psd", ".cdr", ".sketch", ".fig", ".xcf"),
    }
)
_FILMS: Final = frozenset({".mp4", ".webm", ".mov", ".avi", ".mp3", ".wav"})
_ABOUT_THE_FOLDER: Final = ("readme", "licen")

_LESS: Final = {
    FileFormat.SVG: "Leave out what cannot be seen, or save it as PNG or WebP.",
    FileFormat.WOFF2: "Leave out the letters that your pages do not need.",
}
_SMALLER: Final = "Make it smaller in a program for photos, or save it as WebP."

_WOFF2_HEADER: Final = struct.Struct(">4s4sI36x")
"""Signature, flavor, and the length of the file (WOFF 2.0, section 4.1); the header has 48 bytes."""
_FLAVORS: Final = frozenset({b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf"})


@dataclass(frozen=True)
class SuppliedFile:
    """A picture or font that was found sound.

    `path` is as shown to people, such as my-clinic/logo.svg. `width` and `height` are the pixels of CSS at which a
    browser shows it of its own accord, a turned photo as it is turned; None for fonts.
    """

    path: str
    content: bytes
    format: FileFormat
    width: int | None
    height: int | None


def read_supplied_files(folder: Path, shown_as: str) -> tuple[Mapping[str, SuppliedFile], tuple[Diagnostic, ...]]:
    """Read all pictures and fonts below a clinic's folder, keyed by their path below it with forward slashes."""
    files: dict[str, SuppliedFile] = {}
    diagnostics: list[Diagnostic] = []
    for found in _walk(folder, shown_as or "."):
        if isinstance(found, Diagnostic):
            diagnostics.append(found)
            continue
        below = found.relative_to(folder)
        taken = _take(found, below, _shown(shown_as, printable_path(below)))
        if isinstance(taken, SuppliedFile):
            files[below.as_posix()] = taken
        else:
            diagnostics.extend(taken)
    return files, tuple(diagnostics)


def _walk(folder: Path, shown_as: str) -> Iterator[Path | Diagnostic]:
    """List the files below a folder, hidden ones left out; no link to a folder is followed: none runs in a circle."""
    inside = Path(os.path.realpath(folder))
    waiting = [(folder, shown_as)]
    while waiting:
        here, shown = waiting.pop()
        try:
            with os.scandir(here) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError as fault:
            yield explain_unreadable(shown, fault, "folder")
            continue
        for entry in entries:
            path, name = Path(entry.path), _shown(shown, printable_path(Path(entry.name)))
            if entry.name.startswith(".") or (here == folder and entry.name in MADE_FOLDERS):
                continue
            if entry.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(inside):
                message = f"This link leads out of the folder {quote(shown_as)}."
                yield Diagnostic(LEAVES_FOLDER, Location(name), message, "Put a copy here in place of the link.")
            elif entry.is_dir(follow_symlinks=False):
                waiting.append((path, name))
            else:
                yield path


def _shown(folder: str, name: str) -> str:
    return name if folder in {"", "."} else f"{folder}/{name}"


def _take(path: Path, below: Path, shown: str) -> SuppliedFile | tuple[Diagnostic, ...]:
    """Read one file and vet it; nothing is told of one that is no picture, font or the like."""
    said = format_of_suffix(path.suffix) or _not_taken(path, shown)
    if said is None:
        return ()
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return ()
    except OSError as fault:
        return (explain_unreadable(shown, fault),)
    if isinstance(said, Diagnostic):
        return (said,)
    if unusable := next((part for part in below.parts if not _NAME.fullmatch(part)), None):
        return (_unusable_name(shown, unusable),)
    content = read_bytes(path, shown, said.largest_bytes)
    if isinstance(content, Diagnostic):
        return (content,)
    size, faults = _vet(shown, content, said)
    width, height = (size.width, size.height) if size else (None, None)
    return faults or SuppliedFile(shown, content, said, width, height)


def _vet(shown: str, content: bytes, said: FileFormat) -> tuple[Size | None, tuple[Diagnostic, ...]]:
    """Hold a file against its name, and give its size; None where it is refused, and for fonts."""
    if len(content) > said.largest_bytes:
        message = f"This {said.noun} is larger than {said.largest_bytes // 1024} KB."
        return None, (Diagnostic(TOO_LARGE, Location(shown), message, _LESS.get(said, _SMALLER)),)
    if not content:
        return None, (Diagnostic(DAMAGED_FILE, Location(shown), "This file is empty.", "Copy it here again."),)
    found = recognise(content)
    if found is not said and (found is not None or said is not FileFormat.SVG):
        return None, (false_name(shown, said, found),)
    if said is FileFormat.SVG:
        return vet_svg(shown, content)
    if said is FileFormat.WOFF2:
        return None, () if _is_whole_font(content) else (damaged(shown, said),)
    size = vet_raster_picture(shown, content, said)
    return (None, (size,)) if isinstance(size, Diagnostic) else (size, ())


def _is_whole_font(content: bytes) -> bool:
    if len(content) < _WOFF2_HEADER.size:
        return False
    _, flavor, length = _WOFF2_HEADER.unpack_from(content)
    return flavor in _FLAVORS and length == len(content)


def _not_taken(path: Path, shown: str) -> Diagnostic | None:
    """Say what to do about a file of a sort that is not taken; None for notes, content and the like."""
    suffix = path.suffix.lower()
    if path.name.lower().startswith(_ABOUT_THE_FOLDER):
        return None
    if suffix in _OTHER_FONTS | _OTHER_PICTURES:
        is_font = suffix in _OTHER_FONTS
        message = f"A {'font' if is_font else 'picture'} that ends in {suffix} is not taken."
        hint = how_to_save(is_font=is_font)
    elif suffix in _FILMS:
        message = f"Films and sounds, such as {suffix}, are not taken."
        hint = "Take the file out of this folder."
    else:
        return None
    return Diagnostic(FILE_NOT_TAKEN, Location(shown), message, hint)


def _unusable_name(shown: str, part: str) -> Diagnostic:
    name = quote(printable_path(Path(part)))
    message = f"The name {name} holds a space or sign that an address cannot hold."
    hint = "Rename it with the letters a to z, digits, hyphens, underscores and dots alone."
    return Diagnostic(UNUSABLE_NAME, Location(shown), message, hint)
