"""The contact sheet holds every picture of the real content, each once and with its name."""

from pathlib import Path
from typing import Final

import pytest
from markupsafe import escape

from contact_sheet.gathered import Gathered, gather
from contact_sheet.sheet import sheet
from contact_sheet.vision import TYPICAL
from tests.drawn_site import our_files
from tests.projects import write_project

ROOT: Final = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def gathered() -> Gathered:
    return gather(ROOT)


def test_every_picture_of_the_site_is_on_the_sheet_once(gathered: Gathered) -> None:
    rendered = [file.path for file in our_files() if file.path.endswith(".svg")]
    tiles = [tile.which for group in gathered.groups for tile in group.tiles]
    shown = {which.partition(",")[0] for which in tiles}
    assert shown == {
        file.removeprefix("pictures/").removesuffix("/steps.svg").removesuffix(".svg") for file in rendered
    }
    assert len(tiles) == len(set(tiles))


def test_each_picture_stands_above_its_name(gathered: Gathered) -> None:
    page = sheet(gathered)
    tiles = [tile for group in gathered.groups for tile in group.tiles]
    assert [tile.which for tile in tiles if f"{escape(tile.name)}<span>{tile.which}</span>" not in page] == []


def test_the_sheet_holds_the_body_map(gathered: Gathered) -> None:
    assert gathered.body_map.count("<figure") == 6
    assert gathered.body_map in sheet(gathered)


@pytest.mark.parametrize("which", TYPICAL)
def test_a_picture_that_is_shown_in_every_look_exists(which: str, gathered: Gathered) -> None:
    tile = gathered.tile_like(which)
    assert tile is not None
    assert tile.which == which


def test_a_project_without_the_typical_pictures_shows_the_first_of_each_kind(tmp_path: Path) -> None:
    write_project(tmp_path, {})
    small = gather(tmp_path)
    shown = {which: small.tile_like(which) for which in TYPICAL}
    assert {which: tile and tile.which for which, tile in shown.items()} == {
        "techniques/effleurage": "techniques/arch-rub",
        "exercises/straight-leg-raise": "exercises/toe-stretch",
        "conditions/knee-osteoarthritis": "conditions/sore-feet",
        "anatomy/popliteal-fossa": "anatomy/foot",
        "cautions/no-pressure-back-of-knee": "cautions/stop-if-pain",
        "routines/five-step-knee-routine, step 2": "routines/foot-routine, step 1",
    }


def test_a_project_with_errors_has_no_sheet(tmp_path: Path) -> None:
    write_project(tmp_path, {"content/techniques/broken.yml": "id: broken\n"})
    with pytest.raises(ValueError, match="make check"):
        gather(tmp_path)
