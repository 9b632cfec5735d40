"""Whole projects in a folder, with the real mkdocs.yml and site_overrides, and the commands that build them."""

import atexit
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from tests import forked_commands
from tests.kept import once_for_all_workers
from tests.projects import Files, write_project
from tests.shown_pages import ROOT

BIN: Final = Path(sys.executable).parent
EPOCH: Final = "1795132800"
"""2026-11-20, the day that all these tests live in."""

TYPESET: Final = "build/typeset"
_KEPT_TYPESET: Final = Path(tempfile.mkdtemp())
"""What the builds of this worker typeset, by a hash of all that it is made of: no project makes it twice."""

LOG: Final = "build.log"

SETTINGS: Final = ("mkdocs.yml", "site_overrides")
WRITTEN: Final = ("content", "docs", "ARCHITECTURE.md", "references.bib", "settings.yml", "addresses.txt", "moved.yml")


def write_whole_project(root: Path, files: Files | None = None) -> Path:
    """Write the sound project with all that a build needs."""
    write_project(root, {"docs/index.md": "# For contributors\n\nWords.\n", **(files or {})})
    return _with_settings(root)


def copy_real_project(root: Path) -> Path:
    """Copy what the real site is made of, and nothing that was made of it."""
    for name in WRITTEN:
        _copy(ROOT / name, root / name)
    return _with_settings(root)


def _with_settings(root: Path) -> Path:
    for name in SETTINGS:
        _copy(ROOT / name, root / name)
    (root / "build/docs").mkdir(parents=True)
    shutil.copytree(_KEPT_TYPESET, root / TYPESET)
    _copy(ROOT / "build/docs/.gitignore", root / "build/docs/.gitignore")
    return root


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copyfile(source, target)


def built_once(base: Path, name: str, build: Callable[[Path], None], site: str = "site") -> Path:
    """Build a project in a folder that all workers share, once for all of them; `site` is where its site is then.

    `base` is the folder of this worker. Those who wait for another fail where that one could not build it.
    """
    root = shared_by_workers(base) / name
    with once_for_all_workers(root) as is_missing:
        if is_missing:
            root.mkdir()
            build(root)
    assert (root / site).is_dir(), "the other worker could not build it"
    return root


def shared_by_workers(base: Path) -> Path:
    """Find the folder that all workers of pytest-xdist see, from the one of this worker."""
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def begin_real_build(root: Path) -> subprocess.Popen[bytes] | None:
    """Begin to build a copy of the real project in `root`; nothing where another worker has begun already.

    Whoever needs the site waits in `once_for_all_workers`, for the command holds the lock until it ends.
    """
    with root.with_suffix(".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return None
        if root.exists():
            return None
        root.mkdir()
        copy_real_project(root)
        with (root / LOG).open("wb") as log:
            return subprocess.Popen(
                [str(BIN / "selfcare"), "build"],
                cwd=root,
                env=environment(),
                stdout=log,
                stderr=subprocess.STDOUT,
                pass_fds=[lock.fileno()],
            )


@dataclass(frozen=True)
class Ended:
    """A command that ended: its code and all that it printed."""

    code: int
    output: str


def run_forked(root: Path, *command: str) -> Ended:
    """Run a command as `run` does, in a process that forks from one that has imported everything already.

    All that a worker of pytest-xdist runs so has one seed of hashes: what is compared to the byte, or shows that the
    script itself is there, is for `run`.
    """
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / LOG
        code = forked_commands.ask(_forking(), root, command, log, environment())
        output = log.read_text(encoding="utf-8")
    _keep_typeset(root)
    return Ended(code, output)


@cache
def _forking() -> forked_commands.Requests:
    process = forked_commands.begin()
    atexit.register(process.communicate)
    return process


def run(root: Path, *command: str) -> Ended:
    """Run a command of this environment in a project's folder, and wait for its end."""
    result = subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=root,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    _keep_typeset(root)
    return Ended(result.returncode, result.stdout)


def _keep_typeset(root: Path) -> None:
    if (root / TYPESET).is_dir():
        shutil.copytree(root / TYPESET, _KEPT_TYPESET, dirs_exist_ok=True)


def environment() -> dict[str, str]:
    """Make the environment of a build that comes out the same at every run."""
    return {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONUNBUFFERED": "1"}


def hashes(folder: Path) -> dict[str, str]:
    """Give a hash of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
