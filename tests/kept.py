"""What takes long to make and is the same for every worker of pytest-xdist: the first makes it, the others read it."""

import fcntl
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

Made = TypeVar("Made")

_FOLDERS: Final[list[Path]] = []


@contextmanager
def once_for_all_workers(folder: Path) -> Iterator[bool]:
    """Hold others back who would make `folder` too, and say whether it is still to be made."""
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield not folder.exists()


def keep_in(folder: Path) -> None:
    """Name the folder that all workers see, before anything is kept."""
    _FOLDERS.append(folder)


def kept_for_all_workers(name: str, make: Callable[[], Made]) -> Made:
    """Make something, or read what another worker made of the same name; alone, where no folder is named."""
    if not _FOLDERS:
        return make()
    file = _FOLDERS[-1] / f"{name}.pickle"
    with once_for_all_workers(file) as is_missing:
        if is_missing:
            made = make()
            file.write_bytes(pickle.dumps(made))
            return made
    read: Made = pickle.loads(file.read_bytes())  # noqa: S301 (we wrote it in this very run)
    return read
