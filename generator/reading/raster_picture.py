"""The bytes of a PNG, JPEG or WebP picture -> its size, or why a page cannot show it."""

import struct
import warnings
import zlib
from io import BytesIO
from typing import Final

from PIL import ExifTags, Image

from generator.diagnostics import Code, Diagnostic, Location, Severity
from generator.reading.file_format import FileFormat, Size, damaged

MOST_PIXELS_A_SIDE: Final = 4000
"""More than the 3,840 that a 4K screen is wide. 4000 by 4000 take 64 MB to show, and a phone has few such."""

TOO_LARGE = Code("supplied-file-too-large", Severity.ERROR, "A picture or font is too large for readers to load.")
MOVING_PICTURE = Code("moving-picture", Severity.ERROR, "A picture moves by itself.")
CODES: Final = (TOO_LARGE, MOVING_PICTURE)

_DAMAGE: Final = (
    *(OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, ArithmeticError),
    *(RuntimeError, MemoryError, struct.error, zlib.error),
)
"""What Pillow raises for broken pictures: it has no class of its own for that."""

_TURNED_BY_A_QUARTER: Final = frozenset({5, 6, 7, 8})
"""Values of Exif's Orientation at which a browser swaps width and height (Exif 2.3, section 4.6.4)."""


def vet_raster_picture(path: str, content: bytes, said: FileFormat) -> Size | Diagnostic:
    """Decode a whole picture, unless what it says of its size shows that this must not be tried."""
    canvas = _canvas_of_webp(content) if said is FileFormat.WEBP else None
    if canvas is not None and _is_too_wide_or_high(canvas):
        return _too_many_pixels(path)
    try:
        with warnings.catch_warnings():
            # Pillow warns of odd data about a photo too, such as Exif's, which no browser minds.
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _decode(path, content, said)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return _too_many_pixels(path)
    except _DAMAGE:
        return damaged(path, said)


def _decode(path: str, content: bytes, said: FileFormat) -> Size | Diagnostic:
    with Image.open(BytesIO(content), formats=[said.name]) as picture:
        if _is_too_wide_or_high(Size(*picture.size)):
            return _too_many_pixels(path)
        # A phone's JPEG can hold a second, smaller picture beside the first, which no browser shows.
        if said is not FileFormat.JPEG and getattr(picture, "n_frames", 1) > 1:
            hint = "Save one still picture of it: what moves by itself keeps readers from reading."
            return Diagnostic(MOVING_PICTURE, Location(path), "This picture moves by itself.", hint)
        picture.load()
        size = _size_as_shown(picture)
    with Image.open(BytesIO(content), formats=[said.name]) as picture:
        picture.verify()  # the check sums of a PNG, which load() does not look at; it leaves nothing to be loaded
    return size


def _size_as_shown(picture: Image.Image) -> Size:
    try:
        orientation = picture.getexif().get(ExifTags.Base.Orientation)
    except _DAMAGE:
        orientation = None
    width, height = picture.size
    return Size(height, width) if orientation in _TURNED_BY_A_QUARTER else Size(width, height)


def _canvas_of_webp(content: bytes) -> Size | None:
    """Read the size of the canvas (RFC 9649), which libwebp makes room for as soon as Pillow (13.0) opens the file."""

    def number(start: int, length: int) -> int:
        return int.from_bytes(content[start : start + length], "little")

    match content[12:16]:
        case b"VP8X":
            return Size(number(24, 3) + 1, number(27, 3) + 1)
        case b"VP8L":
            return Size((number(21, 4) & 0x3FFF) + 1, (number(21, 4) >> 14 & 0x3FFF) + 1)
        case b"VP8 ":
            return Size(number(26, 2) & 0x3FFF, number(28, 2) & 0x3FFF)
    return None


def _is_too_wide_or_high(size: Size) -> bool:
    return max(size.width, size.height) > MOST_PIXELS_A_SIDE


def _too_many_pixels(path: str) -> Diagnostic:
    message = f"This picture is more than {MOST_PIXELS_A_SIDE} pixels wide or high."
    return Diagnostic(TOO_LARGE, Location(path), message, "Make it smaller in a program for photos, and save it anew.")
