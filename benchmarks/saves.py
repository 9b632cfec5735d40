"""How soon a save shows in the browser, beside a whole build of the same project: `python -m benchmarks.saves`.

The client does what the script in a previewed page does: it waits for news of its page, and fetches the page again.
"""

import argparse
import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.processes import measure
from benchmarks.report import describe_machine, table
from benchmarks.synthetic import make_project

ROOT: Final = Path(__file__).parents[1]
SELFCARE: Final = Path(sys.executable).parent / "selfcare"
SIZES: Final = (1000,)
TIMES: Final = 7
GOAL_S: Final = 1.0
"""Seconds, of issue 7: at 1,000 things a save is followed by its page within this."""

PATIENCE_S: Final = 60
"""Seconds after which a save is not shown any more."""

_DONE: Final = ("All pages and handouts: ", "Theme and settings: ")
"""What the last line says when nothing is left to do."""


@dataclass(frozen=True)
class Place:
    """A project and a copy of the package, both there to be written in."""

    project: Path
    package: Path

    @property
    def technique(self) -> Path:
        """The file of a technique."""
        return min((self.project / "content/techniques").glob("*.yml"))


@dataclass(frozen=True)
class Save:
    """A sort of save: what is written so that the page at an address shows a word that nobody wrote before."""

    name: str
    address: Callable[[Place], str]
    write: Callable[[Place, str], None]


@dataclass(frozen=True)
class Measured:
    """Seconds from a save to the page that shows it, each time; and of one whole build."""

    things: int
    whole_build: float
    saves: dict[str, list[float]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each size and write what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=lambda text: [int(one) for one in text.split(",")], default=list(SIZES))
    parser.add_argument("--times", type=int, default=TIMES)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args(arguments)
    page = write_page([_measure(things, options.times) for things in options.sizes], options.times)
    if options.out is not None:
        options.out.write_text(page, encoding="utf-8")
    sys.stdout.write(page)
    return 0


def _change_step(place: Place, word: str) -> None:
    _replace(place.technique, r"^steps:\n- .*?$", f"steps:\n- Breathe out, {word}.")


def _change_source(place: Place, word: str) -> None:
    _replace(place.project / "references.bib", r"^  journal = \{.*?\},$", f"  journal = {{Journal of {word}}},")


def _change_template(place: Place, word: str) -> None:
    template = place.package / "templates/technique.md.j2"
    plain = (ROOT / "generator/templates/technique.md.j2").read_text(encoding="utf-8")
    template.write_text(plain.replace("**Works on**", f"**Works on {word}**"), encoding="utf-8")


def _change_theme(place: Place, word: str) -> None:
    footer = Path("site_overrides/partials/footer.html")
    plain = (ROOT / footer).read_text(encoding="utf-8")
    (place.project / footer).write_text(f"{plain}<p>{word}</p>", encoding="utf-8")


def _add_file(place: Place, word: str) -> None:
    text = place.technique.read_text(encoding="utf-8")
    text = re.sub(r"^id: .*$", "id: added", text, flags=re.MULTILINE)
    text = re.sub(r"^name: .*$", f"name: Added {word}", text, flags=re.MULTILINE)
    text = re.sub(r"^also:\n(?:- .*\n)+|^codes:\n(?:[ -].*\n)+", "", text, flags=re.MULTILINE)
    (place.project / "content/techniques/added.yml").write_text(text, encoding="utf-8")


def _address_of_technique(place: Place) -> str:
    return f"techniques/{place.technique.stem}/"


def _address_of_source(place: Place) -> str:
    text = (place.project / "references.bib").read_text(encoding="utf-8")
    entry = next(one for one in text.split("\n\n") if "  journal = {" in one)
    return f"sources/{entry.split('{', 1)[1].split(',', 1)[0]}/"


SAVES: Final = (
    Save("A step of the technique whose page is open", _address_of_technique, _change_step),
    Save("A source whose page is open", _address_of_source, _change_source),
    Save("The template of the page that is open", _address_of_technique, _change_template),
    Save("The theme", _address_of_technique, _change_theme),
    Save("A new file, and from then on its name", lambda _: "techniques/added/", _add_file),
)


def _measure(things: int, times: int) -> Measured:
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder) / "project", Path(folder) / "code/generator")
        place.project.mkdir()
        make_project(ROOT, things, place.project)
        shutil.copytree(ROOT / "generator", place.package, ignore=shutil.ignore_patterns("__pycache__"))
        _build(place)
        start = time.perf_counter()
        _build(place)
        whole_build = time.perf_counter() - start
        with _serving(place) as (address, wait_for_rest):
            wait_for_rest()
            found = {save.name: [*_time_saves(save, place, address, wait_for_rest, times)] for save in SAVES}
        return Measured(things, whole_build, found)


def _build(place: Place) -> None:
    measure([str(SELFCARE), "build"], place.project, _environment(place))


def _time_saves(
    save: Save, place: Place, address: str, wait_for_rest: Callable[[], None], times: int
) -> Iterator[float]:
    """Save several times, and each time wait until the page shows it, and then until nothing is left to do."""
    page = save.address(place)
    for number in range(times):
        word = f"sign{SAVES.index(save)}of{number}"
        news = _ask(address, page, "")
        start = time.perf_counter()
        save.write(place, word)
        while word not in _fetch(address, page):
            if time.perf_counter() - start > PATIENCE_S:
                message = f"“{save.name}” was never shown"
                raise RuntimeError(message)
            news = _ask(address, page, news)
        yield time.perf_counter() - start
        sys.stderr.write(f"{save.name}: {time.perf_counter() - start:.2f} s\n")
        wait_for_rest()


def _ask(address: str, page: str, token: str) -> str:
    """Wait until there is news of a page, and give its token."""
    answer = _fetch(address, f"__preview__/state?page={page}&token={token}")
    told = json.loads(answer)
    if told["faults"]:
        raise RuntimeError(answer)
    return str(told["token"])


def _fetch(address: str, path: str) -> str:
    try:
        with urllib.request.urlopen(address + path, timeout=120) as answer:  # noqa: S310 (our own server)
            text: str = answer.read().decode()
            return text
    except urllib.error.HTTPError:
        return ""


@contextmanager
def _serving(place: Place) -> Iterator[tuple[str, Callable[[], None]]]:
    """Serve a project; give the address, and what waits until all that was saved is done."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{found.getsockname()[1]}"
    log = place.project / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(  # noqa: S603 (our own command)
            [SELFCARE, "serve", "--address", address],
            cwd=place.project,
            env=_environment(place),
            stdout=output,
            stderr=subprocess.STDOUT,
        )

    def wait_for_rest() -> None:
        size = -1
        while size != log.stat().st_size or not any(done in _last_line(log) for done in _DONE):
            if server.poll() is not None:
                raise RuntimeError(log.read_text(encoding="utf-8"))
            size = log.stat().st_size
            time.sleep(1)

    try:
        yield f"http://{address}/", wait_for_rest
    finally:
        server.terminate()
        server.wait()


def _last_line(log: Path) -> str:
    return "".join(log.read_text(encoding="utf-8").splitlines()[-1:])


def _environment(place: Place) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(place.package.parent)}


def _replace(path: Path, pattern: str, words: str) -> None:
    text = path.read_text(encoding="utf-8")
    changed = re.sub(pattern, words, text, count=1, flags=re.MULTILINE)
    if changed == text:
        message = f"nothing to change in {path}"
        raise RuntimeError(message)
    path.write_text(changed, encoding="utf-8")


def write_page(measured: Sequence[Measured], times: int) -> str:
    """Write the page of figures."""
    largest = measured[-1]
    slowest = max(statistics.median(seconds) for seconds in largest.saves.values())
    verdict = "reached" if slowest < GOAL_S else "**missed**"
    about = (
        f"`make saves` measures it: a file is written {times} times, and a client does what a previewed page does. "
        "Seconds are from the save to the page that shows it: the middle one, and the slowest. A whole build is "
        "`selfcare build` of the same project, where all handouts were typeset before."
    )
    goal = f"The goal is less than {GOAL_S:g} s at {largest.things:,} things. The slowest middle is {slowest:.2f} s: "
    lines = ["# How soon a save shows", "", about, "", describe_machine(), "", f"{goal}{verdict}.", ""]
    for one in measured:
        rows = (
            (
                name,
                f"{statistics.median(seconds):.2f}",
                f"{max(seconds):.2f}",
                f"{one.whole_build / statistics.median(seconds):.0f} times",
            )
            for name, seconds in one.saves.items()
        )
        lines += [f"## {one.things:,} things", "", f"A whole build takes {one.whole_build:.1f} s.", ""]
        lines += [*table(("What is saved", "Middle, s", "Slowest, s", "As fast as a whole build"), rows, "lrrr"), ""]
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    sys.exit(main())
