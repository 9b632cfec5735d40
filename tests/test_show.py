"""`selfcare show` tells what a thing or a source is, and every place that names it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.projects import edited, write_project


def show(root: Path, name: str) -> Result:
    return CliRunner().invoke(main, ["show", name, "--project", str(root)])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path, {})


def test_a_thing_has_its_file_its_page_and_what_it_is(root: Path) -> None:
    lines = show(root, "arch-rub").output.splitlines()
    assert lines[:3] == [
        "arch-rub: Arch rub, technique",
        "  file     content/techniques/arch-rub.yml",
        "  page     /techniques/arch-rub/",
    ]
    assert "  Long strokes along the sole." in lines


def test_its_cautions_are_told_with_their_levels(root: Path) -> None:
    output = show(root, "arch-rub").output
    assert "Cautions that reach it, the strictest first:\n  stop-if-pain: " in output
    assert " (care)\n" in output


def test_every_place_that_names_it_is_told_with_its_field(root: Path) -> None:
    output = show(root, "ball").output
    assert "content/techniques/arch-rub.yml:8:9  tools 1\n" in output


def test_what_nothing_names_says_so(tmp_path: Path) -> None:
    root = write_project(tmp_path, edited({"content/techniques/arch-rub.yml": {"tools: [ball]\n": ""}}))
    text = (root / "content/tools/ball.yml").read_text(encoding="utf-8")
    loner = text.replace("id: ball", "id: stick").replace("name: Ball", "name: Stick")
    (root / "content/tools/stick.yml").write_text(loner, encoding="utf-8")
    assert show(root, "stick").output.endswith("No file names it.\n")


@pytest.mark.parametrize("name", ["Arch rub", "ARCH RUB", "arch rub"])
def test_a_thing_is_found_by_the_name_that_readers_know(root: Path, name: str) -> None:
    assert show(root, name).output.startswith("arch-rub: Arch rub, technique\n")


def test_a_thing_is_found_by_its_other_names(root: Path) -> None:
    assert show(root, "tired feet").output.startswith("sore-feet: Sore feet, condition\n")


def test_a_thing_is_found_by_the_id_that_it_had_before(tmp_path: Path) -> None:
    root = write_project(tmp_path, {"moved.yml": "techniques/sole-rub: techniques/arch-rub\n"})
    assert show(root, "sole-rub").output.startswith("arch-rub: Arch rub, technique\n")


def test_a_caution_tells_what_it_reaches(root: Path) -> None:
    output = show(root, "stop-if-pain").output
    assert "\n  Techniques: arch-rub\n" in output


def test_a_source_has_its_title_and_the_pages_that_cite_it(root: Path) -> None:
    output = show(root, "smith2020").output
    assert "  page     /sources/smith2020/\n  Foot massage\n" in output
    assert "content/techniques/arch-rub.yml:23:15  claims 1 sources 1\n" in output


def test_a_name_that_nothing_has_is_told_with_what_is_close(root: Path) -> None:
    result = show(root, "arch-rubb")
    assert result.exit_code == 2
    assert "Nothing is called “arch-rubb”. Did you mean “arch-rub”?" in result.output


def test_a_name_like_none_is_told_alone(root: Path) -> None:
    assert show(root, "xylophone").output.rstrip().endswith("Nothing is called “xylophone”.")
