"""Build beside, then swap: whoever looks at the site sees the whole old one or the whole new one."""

import ctypes
import os
import shutil
import sys
from pathlib import Path
from typing import Final

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2
"""From linux/fcntl.h and linux/fs.h; glibc has had renameat2 since 2.28."""


def staging_folder(site: Path) -> Path:
    """Name the folder beside the site in which the next one is built, on the same file system."""
    return site.with_name(f".{site.name}.next")


def swap_in(staging: Path, site: Path) -> None:
    """Put a finished folder in the site's place, in one step where the system can, and remove the old one."""
    if not site.exists():
        staging.rename(site)
        return
    if not _exchange(staging, site):
        old = site.with_name(f".{site.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        site.rename(old)
        staging.rename(site)
        old.rename(staging)
    shutil.rmtree(staging)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step (Linux renameat2); False where the system or its file system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
