"""A close-up says where on the body it is: beside it stands a small person with a box around what it shows."""

import re
from typing import Final

import pytest
from lxml import etree

from generator.drawing import Drawings
from generator.drawing.frame import Frame
from generator.drawing.locator import draw_locator
from generator.drawing.names import Named, heights_of_names
from generator.drawing.picture import HEIGHT, NAMES_LEFT, ROOM, WIDTH
from generator.drawing.svg import Spot
from generator.drawing.views import frame_in
from generator.figure.plate import Plate
from generator.figure.plates import (
    FOOT_INNER,
    FOOT_PLATES,
    FOOT_TOP,
    KNEE_BACK,
    KNEE_FRONT,
    KNEE_INNER,
    KNEE_PLATES,
    LEG_PLATES,
)
from generator.figure.shapes import Box, Point
from generator.figure.whole_body import BODY_FRONT
from generator.model.kinds.anatomy import Anatomy, View
from generator.model.kinds.condition import Condition
from generator.model.kinds.technique import Technique
from tests.drawn_site import our_drawings, our_site

MOST_BYTES: Final = 1_200
PERSON: Final = re.compile(r"translate\(([\d.]+) ([\d.]+)\)scale\(([\d.]+)\)")
BOX: Final = re.compile(r'd="M([\d.]+) ([\d.]+)h')
"""Where the lines on the person begin."""

GRID: Final = 220
ROUNDED: Final = 0.6
"""Units by which a written place may lie beside its own."""


@pytest.fixture(scope="module")
def drawings() -> Drawings:
    return our_drawings()


def whole(plate: Plate) -> Frame:
    return frame_in(plate, plate.window, ROOM, HEIGHT)


def place_of(markup: str) -> tuple[float, float, float, float]:
    """Find the box in which the person stands: left, top, right, bottom."""
    match = PERSON.search(markup)
    assert match
    left, top, scale = (float(part) for part in match.groups())
    height = GRID * scale
    return left, top, left + height * BODY_FRONT.window.width / BODY_FRONT.window.height, top + height


@pytest.mark.parametrize("plate", [*KNEE_PLATES, *FOOT_PLATES], ids=lambda plate: plate.id)
def test_a_close_up_has_a_small_person(plate: Plate) -> None:
    markup = draw_locator(whole(plate), [])
    assert etree.fromstring(f"<svg>{markup}</svg>").tag == "svg"
    assert place_of(markup)
    assert len(markup.encode()) < MOST_BYTES


@pytest.mark.parametrize("plate", LEG_PLATES, ids=lambda plate: plate.id)
def test_whole_legs_need_none_and_a_part_of_them_does(plate: Plate) -> None:
    assert draw_locator(whole(plate), []) == ""
    window = plate.window
    part = Box(window.left, window.bottom, window.right, window.bottom + 400)
    assert PERSON.search(draw_locator(frame_in(plate, part, ROOM, HEIGHT), []))


@pytest.mark.parametrize("plate", [*KNEE_PLATES, *FOOT_PLATES], ids=lambda plate: plate.id)
def test_the_person_stands_clear_of_every_name(plate: Plate) -> None:
    frame = whole(plate)
    bottom = frame.top + frame.height
    for count in range(1, 6):
        names = [Named("Keep off the kneecap", Spot(100, 20 + 30 * n)) for n in range(count)]
        markup = draw_locator(frame, names)
        if markup:
            left, top, right, low = place_of(markup)
            heights = heights_of_names(names, NAMES_LEFT, WIDTH - NAMES_LEFT, 4, bottom)
            assert top >= 0
            assert low <= bottom + ROUNDED
            assert right <= NAMES_LEFT or all(
                low <= above + ROUNDED or top >= below - ROUNDED for above, below, _ in heights
            )
            assert left >= 0
            assert right <= WIDTH


def test_where_nothing_is_free_none_is_drawn() -> None:
    names = [Named("Keep off the kneecap", Spot(100, 20 + 50 * n)) for n in range(7)]
    skin_alone = frame_in(KNEE_FRONT, Box(45, 430, 130, 590), ROOM, HEIGHT)
    assert draw_locator(skin_alone, names) == ""


def test_nearly_every_close_up_of_our_own_has_one(drawings: Drawings) -> None:
    pictures = [
        picture.content
        for thing_id, found in drawings.pictures.items()
        if isinstance(our_site().pages[thing_id].thing, Technique | Anatomy | Condition)
        for picture in found
    ]
    assert sum(bool(PERSON.search(content)) for content in pictures) > 90


def test_a_person_within_the_tile_stands_clear_of_the_body() -> None:
    """With a column full of names there is room in the tile alone."""
    within = []
    for plate in (*KNEE_PLATES, *FOOT_PLATES):
        frame = whole(plate)
        names = [Named("Keep off the kneecap", Spot(frame.left + frame.width / 2, 20.0 + 60 * n)) for n in range(6)]
        markup = draw_locator(frame, names)
        if markup:
            left, top, right, low = place_of(markup)
            assert right < frame.left + frame.width
            edges = [frame.at(point) for shape in frame.seen(plate.skin) for point in shape.edge]
            within.append(plate.id)
            assert [spot for spot in edges if left < spot.x < right and top < spot.y < low] == []
    assert within


@pytest.mark.parametrize(
    ("plate", "bottom", "top"),
    [
        (KNEE_FRONT, 400, 620),
        (KNEE_BACK, 400, 620),
        (KNEE_INNER, 400, 620),
        (FOOT_TOP, -30, 160),
        (FOOT_INNER, -30, 160),
    ],
    ids=lambda value: getattr(value, "id", ""),
)
def test_the_box_lies_on_the_right_leg_of_who_is_seen(plate: Plate, bottom: float, top: float) -> None:
    markup = draw_locator(whole(plate), [])
    left, above, right, low = place_of(markup)
    body = Frame(BODY_FRONT, BODY_FRONT.window, left, above, (low - above) / BODY_FRONT.window.height)
    x, y = (float(number) for number in BOX.findall(markup)[-1])
    heights = [body.at(Point(0, height)).y for height in (top, bottom)]
    assert heights[0] <= y <= heights[1]
    middle = (left + right) / 2
    assert (x < middle - 1) == (plate.view is not View.BACK)
