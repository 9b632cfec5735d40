"""The example clinics are sound, and hold against the base as it is."""

from pathlib import Path
from typing import Final

import pytest

from generator.adapting import Standing
from generator.model.kind_registry import kinds_by_folder
from generator.pipeline import check_project, compare_project
from generator.reading import Project
from tests.projects import TODAY
from tests.shown_pages import ROOT

CLINICS: Final = sorted(path.parent for path in (ROOT / "brands").glob("*/clinic.yml"))
OPERATIONS: Final = {"hide", "wordings", "notes", "stricter", "pictures", "routines", "guides", "cautions", "based-on"}


def example(folder: Path) -> Project:
    return Project(ROOT, folder, f"brands/{folder.name}")


def test_there_are_two_in_two_countries() -> None:
    countries = {
        (folder / "clinic.yml").read_text(encoding="utf-8").partition("country: ")[2][:2] for folder in CLINICS
    }
    assert countries == {"gb", "us"}


def test_one_shows_all_that_an_overlay_can_do() -> None:
    assert {path.name for path in (ROOT / "brands/hillside/overlay").iterdir()} == OPERATIONS


@pytest.mark.parametrize("folder", CLINICS, ids=lambda folder: folder.name)
def test_an_example_has_no_fault_and_no_warning(folder: Path) -> None:
    assert check_project(example(folder), TODAY.replace(day=26)).report.diagnostics == ()


@pytest.mark.parametrize("folder", CLINICS, ids=lambda folder: folder.name)
def test_every_change_of_an_example_stands_as_it_was_made(folder: Path) -> None:
    compared = compare_project(example(folder))
    assert {one.standing for one in compared} == {Standing.UNCHANGED}


@pytest.mark.parametrize("folder", CLINICS, ids=lambda folder: folder.name)
def test_every_address_of_an_example_is_written_down(folder: Path) -> None:
    own = {path.relative_to(folder / "overlay").with_suffix("") for path in folder.glob("overlay/*/*.*")}
    pages = {path.as_posix() for path in own if path.parts[0] in kinds_by_folder()}
    listed = (folder / "addresses.txt").read_text(encoding="utf-8").split()
    assert listed == sorted({*pages, "about-clinic", "privacy"})
