"""ARCHITECTURE.md tells of the house as it is: its rooms, their order, and the files that it names."""

import re
from collections.abc import Iterator
from typing import Final

from tests.shown_pages import ROOT
from tests.test_architecture import ABOVE, GENERATOR, ORDER

PAGE: Final = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
ROOMS: Final = re.findall(r"^\| `(\w+)(?:\.py|/)` \| \S", PAGE, re.MULTILINE)
SHARED_STEP: Final = {"typeset": "publishing"}
"""A step on the way that has no stage of its own."""

MADE: Final = {"overlay/based-on/", "generator/base/", "hosting/nginx.conf", "hosting/Caddyfile", "build/docs"}
"""What a build or a clinic's folder brings."""


def rooms() -> Iterator[str]:
    """List what lies in generator/, without the endings of files."""
    for path in GENERATOR.iterdir():
        if not path.name.startswith(("_", ".")) and path.name != "base":
            yield path.stem


def test_the_table_shows_each_room_once() -> None:
    assert sorted(ROOMS) == sorted(rooms())


def test_the_stages_stand_in_the_order_in_which_they_may_import() -> None:
    assert [room for room in ROOMS if room in ORDER] == list(ORDER)
    for room, imported in ABOVE.items():
        assert imported <= set(ROOMS[: ROOMS.index(room)]), room


def test_the_way_in_bold_runs_through_the_stages_in_their_order() -> None:
    (way,) = re.findall(r"\*\*(\w+(?: → \w+)+)\*\*", PAGE)
    steps = way.split(" → ")
    stages = [SHARED_STEP.get(step) or next(stage for stage in ORDER if stage.startswith(step)) for step in steps]
    assert stages == sorted(stages, key=ORDER.index)
    assert {*ORDER} - {*stages} == {"diagnostics", "figure", "explaining"}


def test_each_file_that_it_names_is_there() -> None:
    named = set(re.findall(r"`((?:[\w.-]+/)+[\w*.-]*)`", PAGE)) - MADE
    roots = (ROOT, GENERATOR, *(path for path in GENERATOR.iterdir() if path.is_dir()))
    there = {name for name in named for root in roots if any(root.glob(name.rstrip("/")))}
    assert named - there == set()
