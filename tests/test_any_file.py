"""Whatever stands in a file, the check ends with a report of places that exist and messages of one short line."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Location, Report
from generator.pipeline import check_project
from generator.reporting import FORMATS, MOST_PRINTED, format_text
from tests.authors_files import saved_files
from tests.projects import TODAY, base_files, write_project

PATHS = list(base_files())
many = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
BREAKS = {"Cc", "Cs", "Zl", "Zp"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("any"), {})


def exists(root: Path, place: Location) -> bool:
    lines = (root / place.path).read_bytes().decode("utf-8", "replace").split("\n")
    return 1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1


def is_one_short_line(words: str) -> bool:
    return len(words) < 400 and not any(unicodedata.category(character) in BREAKS for character in words)


def places_of(diagnostic: Diagnostic) -> list[Location]:
    return [diagnostic.location, *(place for place, _ in diagnostic.related)]


@pytest.mark.parametrize("path", PATHS)
@many
@given(data=st.data())
def test_any_bytes_in_a_file_give_a_report_whose_places_exist(folder: Path, path: str, data: st.DataObject) -> None:
    sound = base_files()[path]
    file = folder / path
    file.write_bytes(data.draw(saved_files(sound)))
    try:
        report = check_project(folder, TODAY).report
        for diagnostic in report.diagnostics:
            assert all(exists(folder, place) for place in places_of(diagnostic)), diagnostic
            assert is_one_short_line(diagnostic.message), diagnostic.message
            assert is_one_short_line(diagnostic.hint.replace("The fields here are", "")), diagnostic.hint
            assert diagnostic.hint, diagnostic
        for write in FORMATS.values():
            write(report).encode()
    finally:
        file.write_text(sound, encoding="utf-8")


def lines_of(report: Report) -> int:
    faults = sum(1 + bool(one.hint) + len(one.related) for one in report.diagnostics[:MOST_PRINTED])
    return faults + (len(report.diagnostics) > MOST_PRINTED) + 1


@pytest.mark.parametrize("kind", [".yml", ".md", ".txt", ".yaml", ""])
@many
@given(
    name=st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=20).filter(
        lambda n: n.strip(". ")
    )
)
def test_any_file_name_gives_a_report_of_clean_lines(folder: Path, kind: str, name: str) -> None:
    file = folder / "content/tools" / f"{name}{kind}"
    file.write_text("id: x\n", encoding="utf-8")
    try:
        report = check_project(folder, TODAY).report
        lines = format_text(report).split("\n")
        assert len(lines) == lines_of(report)
        assert all(is_one_short_line(line.partition("The fields here are")[0]) for line in lines)
    finally:
        file.unlink()
