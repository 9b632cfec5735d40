"""No file that an author can save makes the check slow or brings it down."""

import signal
from collections.abc import Iterator
from types import FrameType

import pytest

from generator.pipeline import check_project
from tests.conftest import WriteProject
from tests.projects import TODAY, base_files, edited, told

BALL = "content/tools/ball.yml"
BIB = "references.bib"
GUIDE = "content/guides/first-steps.md"
MOST_SECONDS = 5
"""Of the processor, not of the clock: other work on the machine does not count."""

BASE = base_files()
SOURCE = "@article{{smith{0},\n  author = {{B, A}},\n  title = {{T}},\n  year = {{2020}},\n}}\n"

LARGE_FILES = {
    "sound citations": {GUIDE: BASE[GUIDE] + "[@smith2020] " * 5000},
    "unknown citations": {GUIDE: BASE[GUIDE] + "[@nil] " * 5000},
    "sound links": {GUIDE: BASE[GUIDE] + "[[foot]] " * 5000},
    "unknown links": {GUIDE: BASE[GUIDE] + "[[nil]] " * 5000},
    "links that never end": {GUIDE: BASE[GUIDE] + "[[ " * 10_000},
    "citations that never end": {GUIDE: BASE[GUIDE] + "[@a " * 10_000},
    "opening brackets": {GUIDE: BASE[GUIDE] + "[" * 100_000},
    "lines with an opening bracket": {GUIDE: BASE[GUIDE] + "\n[x" * 50_000},
    "citations unlike any of many sources": {
        GUIDE: BASE[GUIDE] + " ".join(f"[@smyth{number}]" for number in range(300)),
        BIB: BASE[BIB] + "".join(SOURCE.format(number) for number in range(3000)),
    },
    "items of a list": {BALL: BASE[BALL].replace("  - Roll it slowly.\n", "  - Roll it slowly.\n" * 20_000)},
    "fields that nobody knows": {BALL: BASE[BALL] + "".join(f"k{number}: 1\n" for number in range(10_000))},
    "one field again and again": {BALL: BASE[BALL] + "k: 1\n" * 10_000},
    "a line of a megabyte": {BALL: BASE[BALL] + f"feel: {'a' * 1_000_000}\n"},
    "sources that are never closed": {BIB: "@article{a, title={x\n" * 10_000},
    "one source again and again": {BIB: BASE[BIB] * 2000},
    "fields of a source": {BIB: "@article{smith2020," + "".join(f"a{n}={{b}},\n" for n in range(2000)) + "}"},
    "authors of a source": edited({BIB: {"Smith, Anna": " and ".join(["Smith, Anna"] * 10_000)}}),
    "opening braces in a bibliography": {BIB: BASE[BIB] + "@a{b, c={" + "{" * 300_000},
}


@pytest.fixture
def clock() -> Iterator[None]:
    """Stop a test that takes too long, rather than wait for its end."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        pytest.fail(f"took more than {MOST_SECONDS} seconds of the processor")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("files", LARGE_FILES.values(), ids=LARGE_FILES.keys())
def test_a_large_file_is_checked_soon(project: WriteProject, files: dict[str, str]) -> None:
    check_project(project(files), TODAY)


def test_strings_that_stand_for_each_other_are_told(project: WriteProject) -> None:
    bib = "@string{a = b}\n@string{b = a}\n" + edited({BIB: {"{Foot massage}": "a"}})[BIB]
    assert told(project({BIB: bib})) == [(f"{BIB}:5:3", "broken-bib-field")]


@pytest.mark.parametrize("field", ["author = {Smith, Anna}", "title = {Foot massage}", "journal = {Journal of Feet}"])
def test_braces_in_thousands_of_braces_are_told(project: WriteProject, field: str) -> None:
    deep = field.replace("{", "{" * 3000).replace("}", "}" * 3000)
    assert [code for _, code in told(project(edited({BIB: {field: deep}})))] == ["broken-bib-field"]
