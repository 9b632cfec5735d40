"""Files of the site's Markdown tree -> a folder in which only what changed is written."""

import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.publishing.typesetting import TypesetFile
from generator.rendering import AssetFile, OutputFile

KEEPS_THE_FOLDER: Final = ".gitignore"
"""MkDocs 1.6 wants docs_dir to exist before any plugin runs; this file keeps the empty folder in git."""


@dataclass(frozen=True)
class Written:
    """What a run changed in the folder: paths below it."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def write_tree(
    files: Iterable[OutputFile | AssetFile | TypesetFile], folder: Path, to_come: Collection[str] = ()
) -> Written:
    """Write the files whose text changed and remove those that are not made any more, with their empty folders.

    Files `to_come`, by their paths below the folder, stay as they are.
    """
    there = _sizes_of_files(folder)
    changed = []
    made: set[Path] = set()
    wanted: set[str] = set()
    for file in files:
        wanted.add(file.path)
        if _write(file, folder, there.get(file.path), made):
            changed.append(file.path)
    removed = sorted(there.keys() - wanted - {KEEPS_THE_FOLDER, *to_come})
    for path in removed:
        (folder / path).unlink()
    _remove_empty_folders(folder)
    return Written(tuple(changed), tuple(removed), len(wanted) - len(changed))


def write_some(files: Iterable[OutputFile | TypesetFile], folder: Path) -> tuple[str, ...]:
    """Write those of some files whose text changed, beside all that is there, and give their paths."""
    made: set[Path] = set()
    changed = []
    for file in files:
        target = folder / file.path
        if _write(file, folder, target.stat().st_size if target.is_file() else None, made):
            changed.append(file.path)
    return tuple(changed)


def _write(file: OutputFile | AssetFile | TypesetFile, folder: Path, size: int | None, made: set[Path]) -> bool:
    """Write a file unless it is there with the same bytes. `size` is that of what is there, None where nothing is."""
    content = file.content.encode() if isinstance(file, OutputFile) else file.content
    target = folder / file.path
    if size == len(content) and target.read_bytes() == content:
        return False
    if target.parent not in made:
        target.parent.mkdir(parents=True, exist_ok=True)
        made.add(target.parent)
    if size is not None:
        _replace(target, content)
    else:
        target.write_bytes(content)
    return True


def _sizes_of_files(folder: Path) -> dict[str, int]:
    """Map the files below a folder, by their path with forward slashes, to their sizes in bytes."""
    found: dict[str, int] = {}
    for parent, folders, names in os.walk(folder):
        below = Path(parent).relative_to(folder).as_posix()
        for name in (*names, *(name for name in folders if os.path.islink(f"{parent}/{name}"))):  # noqa: PTH114
            path = name if below == "." else f"{below}/{name}"
            found[path] = os.lstat(f"{parent}/{name}").st_size
    return found


def _remove_empty_folders(folder: Path) -> None:
    for parent, _, _ in os.walk(folder, topdown=False):
        if parent != str(folder) and not os.listdir(parent):  # noqa: PTH208 (the walk gives names)
            Path(parent).rmdir()


def _replace(target: Path, content: bytes) -> None:
    """Write beside and rename, so that a build that reads the folder meanwhile never sees half a page."""
    beside = target.with_name(f".{target.name}.part")
    beside.write_bytes(content)
    beside.replace(target)
