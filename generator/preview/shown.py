"""What browsers are told of a preview: whether their page is another one now, and what is wrong."""

import hashlib
import threading
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from generator.preview.fault import Fault, fault_of_template
from generator.preview.page_builder import PageBuilder

AT_HAND_S: Final = 60
"""Seconds for which a page counts as open after its browser asked or was answered: longer than any browser waits."""


@dataclass(frozen=True)
class State:
    """What a page in a browser should know. `page` is a hash of it and its pictures, empty where there is none."""

    page: str
    faults: tuple[Fault, ...]

    @property
    def token(self) -> str:
        """A word that is another one as soon as anything is."""
        return f"{self.page}-{_hash(repr(self.faults).encode())}"

    def as_json(self) -> dict[str, Any]:
        """Write it for the script in the page."""
        faults = [{**asdict(fault), "place": fault.place} for fault in self.faults]
        return {"token": self.token, "page": self.page, "faults": faults}


class Shown:
    """What is shown at present, and to whom. The thread that rebuilds tells; threads that answer browsers wait."""

    def __init__(self, pages: PageBuilder, roots: tuple[Path, ...]) -> None:
        """Begin without a fault."""
        self.pages = pages
        self._roots = roots
        self._faults: tuple[Fault, ...] = ()
        self._step = 0
        self._news = threading.Condition()
        self._open: dict[str, float] = {}

    def tell(self, faults: Iterable[Fault]) -> None:
        """Have all browsers look again; `faults` take the place of those before.

        The pages at hand are built first: while browsers fetch them, other threads are at work too.
        """
        for address in self.at_hand():
            self.pages.answer(address)
        with self._news:
            self._faults = tuple(faults)
            self._step += 1
            self._news.notify_all()

    def state_of(self, address: str) -> State:
        """Say what a page should know now."""
        answer = self.pages.answer(address)
        if answer is None:
            return State("", self._faults)
        page = _hash(answer.content, *self.pages.files_beside(address))
        if answer.error is not None:
            return State(page, (*self._faults, fault_of_template(answer.error, self._roots)))
        return State(page, self._faults)

    def wait_for_news(self, address: str, token: str, patience_s: float) -> State:
        """Wait until a page should know something else than `token` says, at most for `patience_s` seconds."""
        end = time.monotonic() + patience_s
        while True:
            self.note_open(address)
            step = self._step
            state = self.state_of(address)
            left = end - time.monotonic()
            if state.token != token or left <= 0:
                return state
            with self._news:
                self._news.wait_for(lambda step=step: self._step != step, left)  # type: ignore[misc]

    def note_open(self, address: str) -> None:
        """Take note that somebody has a page open."""
        self._open[address] = time.monotonic()

    def at_hand(self) -> frozenset[str]:
        """Give the addresses of the pages that somebody looks at."""
        now = time.monotonic()
        return frozenset(address for address, when in [*self._open.items()] if now - when <= AT_HAND_S)


def _hash(*contents: bytes) -> str:
    digest = hashlib.sha256()
    for content in contents:
        digest.update(content)
    return digest.hexdigest()[:16]
