"""Tiny real pictures and fonts, as a clinic might supply them, and how a test lets the reader look at them."""

import struct
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image

from generator.reading.supplied_files import SuppliedFile, read_supplied_files

PLAIN_SVG: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 0h120v40H0z" fill="#146"/></svg>\n'
)


def picture(form: str, width: int = 3, height: int = 2) -> bytes:
    """Save a small picture; `form` is Pillow's name, such as PNG."""
    file = BytesIO()
    Image.new("RGB", (width, height), "teal").save(file, form)
    return file.getvalue()


def moving_picture(form: str) -> bytes:
    """Save two pictures in one file."""
    file = BytesIO()
    frames = [Image.new("RGB", (3, 2), colour) for colour in ("teal", "white")]
    frames[0].save(file, form, save_all=True, append_images=frames[1:])
    return file.getvalue()


def font(flavor: bytes = b"\x00\x01\x00\x00", length: int = 60, said: int | None = None) -> bytes:
    """Write the header of a WOFF2 font, and as many bytes after it as make up its length."""
    header = struct.pack(">4s4sIHHIIHHIIIII", b"wOF2", flavor, said or length, 1, *(0,) * 10)
    return header.ljust(length, b"\0")


def write_folder(root: Path, files: Mapping[str, bytes | str]) -> Path:
    """Write a clinic's folder below `root`."""
    folder = root / "my-clinic"
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def taken(folder: Path) -> Mapping[str, SuppliedFile]:
    """Read a folder that is sound."""
    files, diagnostics = read_supplied_files(folder, "my-clinic")
    assert diagnostics == ()
    return files


def told(folder: Path) -> list[str]:
    """Read a folder, and give each fault as the command prints it, with its mend below it."""
    _, diagnostics = read_supplied_files(folder, "my-clinic")
    return [f"{one.location}: {one.message} [{one.code.name}]\n{one.hint}" for one in diagnostics]
