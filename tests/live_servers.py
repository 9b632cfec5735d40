"""A running server over a project, with a copy of the package, so that a test may edit templates too."""

import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.shown_pages import ROOT
from tests.whole_projects import BIN, environment

PATIENCE_S: Final = 60
"""Seconds. Generous: a busy machine must not fail a test."""

QUIET_S: Final = 1.5
"""Seconds. A server that loops would build again within a third of this."""

REST_S: Final = 0.7
"""Seconds. Each step of a rebuild of a tiny project takes less, and says that it is done."""

DONE: Final = "All pages and handouts: "
"""How a server begins the line that says that nothing is left to do."""

MADE: Final = ("build", "__pycache__")
"""Folders of a project and of the package that nobody writes by hand."""


@dataclass(frozen=True)
class Server:
    """A server: the project it shows, the package it runs, its address and its log."""

    project: Path
    package: Path
    address: str
    log: Path
    process: subprocess.Popen[bytes]

    def page(self, path: str) -> str:
        """Fetch a page; an empty text where there is none."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=10) as answer:  # noqa: S310 (our own server)
                text: str = answer.read().decode()
                return text
        except urllib.error.HTTPError:
            return ""

    def rebuilds(self) -> int:
        """Count how often all pages and handouts were made so far."""
        return self.log.read_text(encoding="utf-8").count(DONE)

    def shows(self, path: str, words: str) -> None:
        """Wait until a page shows some words."""
        wait_for(lambda: words in self.page(path), lambda: f"{path} never showed “{words}”:\n{self.log.read_text()}")

    def shows_no(self, path: str, words: str) -> None:
        """Wait until a page does not show some words any more."""
        wait_for(lambda: words not in self.page(path), lambda: f"{path} still shows “{words}”:\n{self.log.read_text()}")

    def says(self, words: str) -> None:
        """Wait until the server has printed some words."""
        wait_for(lambda: words in self.log.read_text(), lambda: f"“{words}” was never printed:\n{self.log.read_text()}")

    def is_quiet(self) -> bool:
        """Tell whether it does nothing for a while, after all that it had to do."""
        wait_for(lambda: self._rests(QUIET_S), lambda: f"it never stops building:\n{self.log.read_text()}")
        return self._rests(QUIET_S)

    def comes_to_rest(self) -> None:
        """Wait until it has done what it had to do."""
        wait_for(
            lambda: self._rests(REST_S) and not self._is_on_its_way(),
            lambda: f"it never stops building:\n{self.log.read_text()}",
        )

    def ends(self) -> int:
        """Count how often it came to the end of something so far."""
        said = self.log.read_text(encoding="utf-8")
        return sum(said.count(words) for words in (DONE, "Theme and settings: "))

    def _is_on_its_way(self) -> bool:
        last = self.log.read_text(encoding="utf-8").rstrip().rpartition("\n")[2]
        return any(words in last for words in ("Look at ", "The pages at hand: ", "All pages: "))

    def is_alive(self) -> bool:
        """Tell whether it still runs."""
        return self.process.poll() is None

    def _rests(self, seconds: float) -> bool:
        before = self.log.read_text(encoding="utf-8")
        time.sleep(seconds)
        return self.log.read_text(encoding="utf-8") == before


def save(path: Path, old: str, new: str) -> None:
    """Write other words into a file, in place of some that stand there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def wait_for(condition: Callable[[], bool], complaint: Callable[[], str]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, complaint()
        time.sleep(0.05)


@contextmanager
def serving(project: Path, place: Path, *command: str) -> Iterator[Server]:
    """Serve a project on a free port with a copy of the package in `place`; `{address}` in the command is filled in."""
    package = place / "code/generator"
    shutil.copytree(ROOT / "generator", package, ignore=shutil.ignore_patterns("__pycache__"))
    address = f"127.0.0.1:{_free_port()}"
    log = place / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [str(BIN / command[0]), *(part.format(address=address) for part in command[1:])],
            cwd=project,
            env={**environment(), "PYTHONPATH": str(package.parent), "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        server = Server(project, package, f"http://{address}/", log, process)
        try:
            wait_for(lambda: _answers(server), lambda: f"the server never began:\n{log.read_text()}")
            yield server
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@contextmanager
def lent(server: Server) -> Iterator[Server]:
    """Lend a server to a test, and undo afterwards what the test did to the project and the package."""
    before = _written(server)
    yield server
    ends = server.ends()
    after = _written(server)
    for path in after.keys() - before.keys():
        path.unlink()
    for path, content in before.items():
        if after.get(path) != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    if after != before:
        wait_for(lambda: server.ends() > ends, lambda: f"it never came back:\n{server.log.read_text()}")
    server.comes_to_rest()


def _written(server: Server) -> dict[Path, bytes]:
    """Read all that authors write, by where it is."""
    roots = (server.project, server.package / "templates")
    files = (path for root in roots for path in root.rglob("*") if path.is_file())
    return {path: path.read_bytes() for path in files if not {*MADE} & {*path.parts}}


def _answers(server: Server) -> bool:
    assert server.is_alive(), server.log.read_text()
    try:
        return bool(server.page(""))
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
