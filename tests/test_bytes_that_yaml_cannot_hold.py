"""Files that a golden case cannot hold: wrong encodings, invisible characters, and files made to overwhelm a parser."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.projects import CLINIC_FOLDER, base_files, diagnostics_of, run_check, write_clinic, write_project

PATH: Final = "content/tools/ball.yml"
BALL: Final = base_files()[PATH].encode()

BILLION_LAUGHS: Final = b"a: &a [lol, lol]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: [*d, *d]\n"


@dataclass(frozen=True)
class ByteCase:
    """One file as bytes in place of the sound one, and what the command prints of it."""

    name: str
    raw: bytes
    output: str
    path: str = PATH


BYTE_CASES: Final = (
    ByteCase(
        "not UTF-8",
        BALL.replace(b"A small soft ball.", "Ein Bällchen.".encode("latin-1")),
        f"{PATH}:3:15: error: The byte 0xe4 here is not UTF-8 text. [not-utf-8]\n"
        "    Save the file with the encoding UTF-8.\n"
        "1 error.\n",
    ),
    ByteCase(
        "bibliography not UTF-8",
        "@article{smith2020,\n  author = {Döner, Ayşe},\n}\n".replace("ş", "s").encode("latin-1"),
        "references.bib:2:14: error: The byte 0xf6 here is not UTF-8 text. [not-utf-8]\n"
        "    Save the file with the encoding UTF-8.\n"
        "1 error.\n",
        "references.bib",
    ),
    ByteCase(
        "byte order mark",
        b"\xef\xbb\xbf" + BALL,
        f"{PATH}:1:1: error: The file begins with an invisible byte order mark. [byte-order-mark]\n"
        "    Save the file as “UTF-8”, not as “UTF-8 with BOM”.\n"
        "1 error.\n",
    ),
    ByteCase(
        "UTF-16",
        BALL.decode().encode("utf-16"),
        f"{PATH}:1:1: error: The byte 0xff here is not UTF-8 text. [not-utf-8]\n"
        "    Save the file with the encoding UTF-8.\n"
        "1 error.\n",
    ),
    ByteCase(
        "control character",
        BALL.replace(b"small soft", b"small\x07soft"),
        f"{PATH}:3:17: error: There is an invisible character (U+0007) here. [control-character]\n"
        "    Delete it and type the text around it again.\n"
        "1 error.\n",
    ),
    ByteCase(
        "private use character",
        BALL.replace(b"small soft", "small\ue000soft".encode()),
        f"{PATH}:3:17: error: There is an invisible character (U+E000) here. [control-character]\n"
        "    Delete it and type the text around it again.\n"
        "1 error.\n",
    ),
    ByteCase(
        "10 MB",
        BALL + b"# " + b"x" * 10 * 1024 * 1024,
        f"{PATH}:1:1: error: This file is larger than 1 MB. [file-too-large]\n"
        "    Keep one thing a file, and pictures out of it.\n"
        "1 error.\n",
    ),
    ByteCase(
        "1,000 levels of lists",
        BALL.replace(b"[stop-if-pain]", b"[" * 1000 + b"]" * 1000),
        f"{PATH}:7:30: error: Values are nested more than 20 levels deep here. [too-deep]\n"
        "    Compare a file that works.\n"
        "1 error.\n",
    ),
    ByteCase(
        "1,000 levels of fields",
        b"".join(b" " * level + b"a:\n" for level in range(1000)),
        f"{PATH}:21:21: error: Values are nested more than 20 levels deep here. [too-deep]\n"
        "    Compare a file that works.\n"
        "1 error.\n",
    ),
    ByteCase(
        "billion laughs",
        BILLION_LAUGHS,
        f"{PATH}:1:4: error: The anchor &a names a value for use elsewhere. [yaml-feature]\n"
        "    Take it out.\n"
        "1 error.\n",
    ),
    ByteCase(
        "nothing but a line end",
        b"\n",
        f"{PATH}:1:1: error: This file is empty. [empty-file]\n"
        "    Write the fields of the thing, or delete the file.\n"
        "1 error.\n",
    ),
    ByteCase(
        "60 KB of styles",
        b".lead { color: #123456 }\n" * 2500,
        "clinic/overlay/styles.css:1:1: error: This file is larger than 50 KB. [file-too-large]\n"
        "    Keep one thing a file, and pictures out of it.\n"
        "1 error.\n",
        f"{CLINIC_FOLDER}/overlay/styles.css",
    ),
)


@pytest.mark.parametrize("case", BYTE_CASES, ids=lambda case: case.name)
def test_the_command_prints_where_the_fault_is_and_soon(case: ByteCase, tmp_path: Path) -> None:
    root = write_project(tmp_path, {case.path: case.raw})
    if case.path.startswith(CLINIC_FOLDER):
        write_clinic(root, {})
    started = time.process_time()
    printed = run_check(root)
    assert (printed.exit_code, printed.output) == (1, case.output)
    assert time.process_time() - started < 2


def test_windows_line_ends_are_no_fault(tmp_path: Path) -> None:
    files = {path: text.replace("\n", "\r\n").encode() for path, text in base_files().items()}
    assert run_check(write_project(tmp_path, files)).output == "No faults found.\n"


def test_windows_line_ends_move_no_position(tmp_path: Path) -> None:
    faulty = BALL.replace(b"does: massage", b"does: masage").replace(b"\n", b"\r\n")
    assert run_check(write_project(tmp_path, {PATH: faulty})).output.startswith(f"{PATH}:8:7: error: “masage”")


def test_letters_beyond_ascii_count_as_one_column(tmp_path: Path) -> None:
    faulty = BALL.replace(b"[stop-if-pain]", "[stop-if-pain, “🦶”, stop]".encode())
    assert (
        f"{PATH}:7:31: error: There is nothing with the id “stop”."
        in run_check(write_project(tmp_path, {PATH: faulty})).output
    )


@pytest.mark.parametrize(
    ("field", "escape"),
    [
        *(("summary: A small soft ball.", escape) for escape in (r"\0", r"\a", r"\x7f", r"\x85", r"\r", r"\u2028")),
        *((field, r"\e[2J") for field in ("name: Ball", "does: massage", "repeat_time: 4 s", "part: foot")),
    ],
)
def test_an_invisible_character_that_an_escape_hides_is_told_at_its_value(
    tmp_path: Path, field: str, escape: str
) -> None:
    name, _, value = field.partition(": ")
    faulty = BALL.decode().replace(field, f'{name}: "{value}{escape}"')
    (fault, *rest) = diagnostics_of(write_project(tmp_path, {PATH: faulty}))
    line = faulty.split("\n").index(f'{name}: "{value}{escape}"') + 1
    assert (rest, fault.code.name, fault.location.line) == ([], "control-character", line)
    assert fault.message.isprintable()


@pytest.mark.parametrize("field", ["part: foot", "repeat_time: 4 s", "reviewed: 2026-11-01", "id: ball"])
def test_a_value_of_500_characters_is_not_repeated_whole(tmp_path: Path, field: str) -> None:
    faulty = BALL.decode().replace(field, f"{field} {'x' * 500}")
    assert all(len(fault.message) < 150 for fault in diagnostics_of(write_project(tmp_path, {PATH: faulty})))


def test_a_field_name_with_a_hidden_null_is_not_dropped_in_silence(tmp_path: Path) -> None:
    faulty = BALL.replace(b"does: massage", rb"does: massage" + b"\n" + rb'"feel\0": Soft.')
    assert run_check(write_project(tmp_path, {PATH: faulty})).exit_code == 1


def test_a_file_name_that_is_not_utf_8_is_reported(tmp_path: Path) -> None:
    root = write_project(tmp_path, {})
    (root / "content/tools").joinpath(b"b\xe4ll.yml".decode("utf-8", "surrogateescape")).write_bytes(BALL)
    assert run_check(root).exit_code == 1
