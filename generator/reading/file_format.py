"""What pictures and fonts a clinic can supply, and what the first bytes of a file say that it is."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from generator.diagnostics import Code, Diagnostic, Location, Severity

FALSE_NAME = Code("false-name", Severity.ERROR, "A picture or font is not what the ending of its name says.")
DAMAGED_FILE = Code("damaged-file", Severity.ERROR, "A picture or font is empty, damaged or not whole.")
CODES: Final = (FALSE_NAME, DAMAGED_FILE)

_KILOBYTE: Final = 1024


class FileFormat(Enum):
    """What is taken: its name in messages, the article before it, the endings that belong to it, and the limit in KB.

    SVG: a logo of shapes has 2 to 20 KB; far past that it holds photographs or what a drawing program keeps for itself.
    PNG, JPEG and WebP: three of 500 KB, and a page is past the 1,600 KiB that Lighthouse calls a reasonable target
    (https://developer.chrome.com/docs/lighthouse/performance/total-byte-weight).
    WOFF2: our own fonts, with the letters of western Europe, have 19 to 38 KB; ten times that has room for all scripts
    of Europe.
    """

    SVG = "SVG picture", "an", (".svg",), 100
    PNG = "PNG picture", "a", (".png",), 500
    JPEG = "JPEG picture", "a", (".jpg", ".jpeg"), 500
    WEBP = "WebP picture", "a", (".webp",), 500
    WOFF2 = "WOFF2 font", "a", (".woff2",), 300

    def __init__(self, noun: str, article: str, suffixes: tuple[str, ...], largest_kilobytes: int) -> None:
        """Take the values of a member apart."""
        self.noun = noun
        self.suffixes = suffixes
        self.with_article = f"{article} {noun}"
        self.largest_bytes = largest_kilobytes * _KILOBYTE

    @property
    def is_font(self) -> bool:
        """Tell fonts from pictures."""
        return self is FileFormat.WOFF2


def format_of_suffix(suffix: str) -> FileFormat | None:
    """Find the format that an ending such as `.JPG` belongs to; None where it is none of ours."""
    return next((one for one in FileFormat if suffix.lower() in one.suffixes), None)


@dataclass(frozen=True)
class Size:
    """Pixels of CSS, both at least 1."""

    width: int
    height: int


_SIGNATURES: Final[tuple[tuple[int, bytes, FileFormat | str], ...]] = (
    (0, b"\x89PNG\r\n\x1a\n", FileFormat.PNG),
    (0, b"\xff\xd8\xff", FileFormat.JPEG),
    (8, b"WEBP", FileFormat.WEBP),
    (0, b"wOF2", FileFormat.WOFF2),
    (0, b"wOFF", "a WOFF font of the first version"),
    (0, b"\x00\x01\x00\x00\x00", "a TrueType font"),
    (0, b"true\x00", "a TrueType font"),
    (0, b"OTTO", "an OpenType font"),
    (0, b"GIF8", "a GIF picture"),
    (0, b"BM", "a BMP picture"),
    (0, b"II*\x00", "a TIFF picture"),
    (0, b"MM\x00*", "a TIFF picture"),
    (0, b"\x00\x00\x01\x00", "an icon"),
    (4, b"ftypavif", "an AVIF picture"),
    (4, b"ftyphei", "a HEIC photo"),
    (4, b"ftypmif1", "a HEIC photo"),
    (0, b"%PDF", "a PDF"),
    (0, b"%!PS", "an EPS picture"),
    (0, b"\x1f\x8b", "a compressed file (gzip, as in .svgz)"),
    (0, b"PK\x03\x04", "a ZIP archive"),
    (0, b"version https://git-lfs", "only a note of where the file is kept (Git LFS)"),
)
"""Offset, bytes there, and what that is. No text begins with any, but for BM and the note, which no XML begins with."""

_STARTS_OF_WEB_PAGES: Final = (b"<!doctype html", b"<html")
_BYTES_BEFORE_THE_FIRST_TAG: Final = 2000
"""As far as <svg is looked for: past a declaration, a document type and a comment of the drawing program."""

_SAVE_ANEW: Final = "Changing the ending of a name does not change what a file is."


def recognise(content: bytes) -> FileFormat | str | None:
    """Say what a file is by its first bytes: one of ours, another in words, or None where they tell nothing."""
    for offset, signature, what in _SIGNATURES:
        if content.startswith(signature, offset) and (what is not FileFormat.WEBP or content.startswith(b"RIFF")):
            return what
    first = content[:_BYTES_BEFORE_THE_FIRST_TAG].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if first.startswith(_STARTS_OF_WEB_PAGES):
        return "a web page (HTML)"
    return FileFormat.SVG if first.startswith(b"<") and b"<svg" in first else None


def false_name(path: str, said: FileFormat, found: FileFormat | str | None) -> Diagnostic:
    """Say that a file is not what its name says, and what it is where that is known."""
    begin = f"The name of this file says that it is {said.with_article}, but it is"
    if isinstance(found, FileFormat):
        message, hint = f"{begin} {found.with_article}.", f"Rename it to end in {found.suffixes[0]}."
    else:
        message = f"{begin} {found or 'not'}."
        hint = f"{how_to_save(is_font=said.is_font)} {_SAVE_ANEW}"
    return Diagnostic(FALSE_NAME, Location(path), message, hint)


def how_to_save(*, is_font: bool) -> str:
    """Say what to save a picture or a font as."""
    return "Save the font as WOFF2." if is_font else "Save the picture as SVG, PNG, JPEG or WebP."


def damaged(path: str, said: FileFormat) -> Diagnostic:
    """Say that a file begins as it should and goes wrong later."""
    message = f"This {said.noun} is damaged or was not copied whole."
    return Diagnostic(DAMAGED_FILE, Location(path), message, "Copy it here again, or save it anew.")
