"""A path -> the bytes of the file, or why it cannot be opened."""

import os
from pathlib import Path
from typing import Final

from generator.diagnostics import Code, Diagnostic, Location, Severity, make_printable

UNREADABLE = Code("unreadable", Severity.ERROR, "A file or folder cannot be opened.")
CODES: Final = (UNREADABLE,)


def read_bytes(path: Path, name: str, largest: int) -> bytes | Diagnostic:
    """Read a file that people know as `name`; of one past `largest` bytes, only as much as shows that it is."""
    try:
        with path.open("rb") as file:
            is_small = os.fstat(file.fileno()).st_size <= largest
            return file.read(-1 if is_small else largest + 1)  # with a number Python makes room for that many bytes
    except OSError as fault:
        return explain_unreadable(name, fault)


def explain_unreadable(name: str, fault: OSError, noun: str = "file") -> Diagnostic:
    """Say why a file or folder that people know as `name` cannot be opened."""
    message = f"This {noun} cannot be opened: {(fault.strerror or 'unknown cause').lower()}."
    return Diagnostic(UNREADABLE, Location(name), message, "Look whether it is there and may be read.")


def printable_path(path: Path) -> str:
    """Write a path with forward slashes; bytes of it that are no UTF-8 show as escapes."""
    return make_printable(os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace"))
