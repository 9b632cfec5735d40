"""What is read again after a save: the files that changed, and no others."""

from pathlib import Path

import pytest

from generator.reading import project, read_content
from generator.reading.open_source import read_source
from tests.projects import write_project

BALL = "content/tools/ball.yml"


@pytest.fixture
def names_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """List the names of the files that are read from now on."""
    found: list[str] = []

    def read_and_note(path: Path, name: str, *largest: int) -> object:
        found.append(name)
        return read_source(path, name, *largest)

    monkeypatch.setattr(project, "read_source", read_and_note)
    return found


@pytest.fixture
def at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have all files count as settled, also those that were written just now."""
    monkeypatch.setattr(project, "_SETTLED_NS", -(10**12))


def content_of(names: list[str]) -> list[str]:
    return [name for name in names if name.startswith("content/")]


@pytest.mark.usefixtures("at_rest")
def test_a_file_that_stayed_is_not_read_again(tmp_path: Path, names_read: list[str]) -> None:
    before, _ = read_content(write_project(tmp_path, {}))
    names_read.clear()
    again, _ = read_content(tmp_path, before)
    assert (again, content_of(names_read)) == (before, [])


@pytest.mark.usefixtures("at_rest")
def test_a_file_that_changed_is_read_again_and_alone(tmp_path: Path, names_read: list[str]) -> None:
    before, _ = read_content(write_project(tmp_path, {}))
    names_read.clear()
    ball = tmp_path / BALL
    ball.write_text(ball.read_text(encoding="utf-8").replace("small", "large"), encoding="utf-8")
    again, _ = read_content(tmp_path, before)
    assert content_of(names_read) == [BALL]
    assert again == read_content(tmp_path)[0]


@pytest.mark.usefixtures("at_rest")
def test_files_that_came_and_went_are_noticed(tmp_path: Path) -> None:
    before, _ = read_content(write_project(tmp_path, {}))
    (tmp_path / BALL).rename(tmp_path / "content/tools/soft-ball.yml")
    again, _ = read_content(tmp_path, before)
    assert again == read_content(tmp_path)[0] != before


def test_a_file_that_was_written_just_now_is_read_again(tmp_path: Path, names_read: list[str]) -> None:
    before, _ = read_content(write_project(tmp_path, {}))
    names_read.clear()
    read_content(tmp_path, before)
    assert BALL in names_read
