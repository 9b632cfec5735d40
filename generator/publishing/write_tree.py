"""Files of the site's Markdown tree -> a folder in which only what changed is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.rendering import OutputFile

KEEPS_THE_FOLDER: Final = ".gitignore"
"""MkDocs 1.6 wants docs_dir to exist before any plugin runs; this file keeps the empty folder in git."""


@dataclass(frozen=True)
class Written:
    """What a run changed in the folder: paths below it."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def write_tree(files: Iterable[OutputFile], folder: Path) -> Written:
    """Write the files whose text changed and remove those that are not made any more, with their empty folders."""
    wanted = {file.path: file.content.encode() for file in files}
    changed = []
    for path, content in wanted.items():
        target = folder / path
        if not _holds(target, content):
            target.parent.mkdir(parents=True, exist_ok=True)
            _replace(target, content)
            changed.append(path)
    removed = []
    for found in sorted(folder.rglob("*"), reverse=True):
        name = found.relative_to(folder).as_posix()
        if found.is_dir() and not found.is_symlink():
            if not any(found.iterdir()):
                found.rmdir()
        elif name not in wanted and name != KEEPS_THE_FOLDER:
            found.unlink()
            removed.append(name)
    return Written(tuple(changed), tuple(sorted(removed)), len(wanted) - len(changed))


def _holds(target: Path, content: bytes) -> bool:
    try:
        return target.stat().st_size == len(content) and target.read_bytes() == content
    except OSError:
        return False


def _replace(target: Path, content: bytes) -> None:
    """Write beside and rename, so that a build that reads the folder meanwhile never sees half a page."""
    beside = target.with_name(f".{target.name}.part")
    beside.write_bytes(content)
    beside.replace(target)
