"""Bytes of a file -> text that the parsers can trust, or a located diagnostic."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

from generator.diagnostics import Code, Diagnostic, Location, Severity

LARGEST_FILE_BYTES: Final = 1024 * 1024
"""Bytes. A page of ours is a few kilobytes; past this a file is a mistake, and parsing it would only take long."""

LARGEST_BIBLIOGRAPHY_BYTES: Final = 16 * LARGEST_FILE_BYTES
"""Bytes. About 30,000 references."""

LARGEST_STYLES_BYTES: Final = 50 * 1024
"""Bytes. Half of all styles of ours together."""

TOO_LARGE = Code("file-too-large", Severity.ERROR, "A file is far larger than any page or bibliography.")
NOT_UTF8 = Code("not-utf-8", Severity.ERROR, "A file is not saved as UTF-8 text.")
BYTE_ORDER_MARK = Code("byte-order-mark", Severity.ERROR, "A file begins with an invisible byte order mark.")
CONTROL_CHARACTER = Code("control-character", Severity.ERROR, "A file holds an invisible control character.")
CODES: Final = (TOO_LARGE, NOT_UTF8, BYTE_ORDER_MARK, CONTROL_CHARACTER)

_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.1 (section 5.1) does not call printable; libyaml refuses the same without a line."""

_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True)
class SourceFile:
    """The text of one file, and the way from an offset in it to a line and column."""

    path: str
    text: str

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        """Find where each line starts: once, and only in a file that somebody asks for a place in."""
        return (0, *accumulate(len(line) + 1 for line in self.text.split("\n")[:-1]))

    def locate(self, offset: int) -> Location:
        """Turn an offset in characters into a line and a column, both from 1."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._line_starts, offset)
        return Location(self.path, line, offset - self._line_starts[line - 1] + 1)

    def offset_of_line(self, line: int) -> int:
        """Turn a line number from 1 into the offset of its first character."""
        return self._line_starts[max(0, min(line, len(self._line_starts)) - 1)]

    def locate_line(self, line: int) -> Location:
        """Turn a line number from 1 into the place of the first character on it that is no space."""
        start = self.offset_of_line(line)
        end = self.text.find("\n", start)
        words = self.text[start : end if end >= 0 else len(self.text)]
        return self.locate(start + len(words) - len(words.lstrip()))


def decode_source(path: str, raw: bytes, largest: int = LARGEST_FILE_BYTES) -> SourceFile | Diagnostic:
    """Decode the bytes of a file as UTF-8 and refuse what no parser should see."""
    if len(raw) > largest:
        size = f"{largest // 1024 // 1024} MB" if largest >= LARGEST_FILE_BYTES else f"{largest // 1024} KB"
        return Diagnostic(
            TOO_LARGE,
            Location(path),
            f"This file is larger than {size}.",
            "Keep one thing a file, and pictures out of it.",
        )
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = raw[: fault.start].decode("utf-8")
        return Diagnostic(
            NOT_UTF8,
            SourceFile(path, before).locate(len(before)),
            f"The byte 0x{raw[fault.start]:02x} here is not UTF-8 text.",
            "Save the file with the encoding UTF-8.",
        )
    if text.startswith("\ufeff"):
        return Diagnostic(
            BYTE_ORDER_MARK,
            Location(path),
            "The file begins with an invisible byte order mark.",
            "Save the file as “UTF-8”, not as “UTF-8 with BOM”.",
        )
    source = SourceFile(path, text)
    if found := _CONTROL.search(text) or _PRIVATE_USE.search(text):
        return Diagnostic(
            CONTROL_CHARACTER,
            source.locate(found.start()),
            f"There is an invisible character (U+{ord(found[0]):04X}) here.",
            "Delete it and type the text around it again.",
        )
    return source
