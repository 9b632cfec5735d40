"""What was typeset before, kept by the key of all that it was made from."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

KEPT_TIMES: Final = 4
"""How many times as many files stay as the last run needed: a server at another address typesets all anew."""


class TypesetCache:
    """A folder of files, each named by its key."""

    def __init__(self, folder: Path) -> None:
        """Look into a folder, which need not be there yet."""
        self._folder = folder
        self._there = set(os.listdir(folder)) if folder.is_dir() else set()  # noqa: PTH208 (names are all it needs)

    def has(self, key: str) -> bool:
        """Tell whether a file of this key is kept."""
        return key in self._there

    def use(self, key: str) -> Path:
        """Find what is kept, and remember that it was needed."""
        path = self._folder / key
        os.utime(path)
        return path

    def put(self, key: str, content: bytes) -> None:
        """Keep a file. It is written beside and renamed, for a run that is killed must not leave half of one."""
        self._folder.mkdir(parents=True, exist_ok=True)
        beside = self._folder / f".{key}.part"
        beside.write_bytes(content)
        beside.replace(self._folder / key)
        self._there.add(key)

    def forget_all_but(self, keys: Sequence[str]) -> None:
        """Remove what was not needed for longest, where there is much more than was needed now."""
        needed = set(keys)
        others = [self._folder / name for name in self._there - needed]
        spare = len(others) - (KEPT_TIMES - 1) * len(needed)
        if spare > 0:
            for path in sorted(others, key=lambda path: (path.stat().st_mtime_ns, path.name))[:spare]:
                path.unlink()
