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

    def builds(self) -> int:
        """Count the builds so far, those that failed included."""
        return self.log.read_text(encoding="utf-8").count("Building documentation")

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
        """Tell whether it builds nothing for a while."""
        wait_for(self._settled, lambda: f"it never stops building:\n{self.log.read_text()}")
        return self._settled()

    def is_alive(self) -> bool:
        """Tell whether it still runs."""
        return self.process.poll() is None

    def _settled(self) -> bool:
        before = self.builds()
        time.sleep(QUIET_S)
        return self.builds() == before


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
