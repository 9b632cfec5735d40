"""A file of a project -> its text, or why it cannot be read."""

from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.reading.file_bytes import read_bytes
from generator.reading.source_file import LARGEST_FILE_BYTES, SourceFile, decode_source


def read_source(path: Path, name: str, largest: int = LARGEST_FILE_BYTES) -> SourceFile | Diagnostic:
    """Read a text file that people know under `name`; `largest` is in bytes."""
    raw = read_bytes(path, name, largest)
    return raw if isinstance(raw, Diagnostic) else decode_source(name, raw, largest)
