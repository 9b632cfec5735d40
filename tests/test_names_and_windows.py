"""Names lead to what a reader sees, their lines do not cross, and no picture shows a strip of the other leg."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Final

import pytest
from lxml import etree

from generator.drawing.frame import Frame
from generator.drawing.ink import Ink
from generator.drawing.names import Named, draw_names
from generator.drawing.picture import HEIGHT, ROOM, Picture, write_picture
from generator.drawing.scene import draw_body
from generator.drawing.svg import Spot
from generator.drawing.views import frame_in, window_around
from generator.drawing.visible import spot_of, visible_part
from generator.figure.plate import Plate
from generator.figure.plates import FOOT_TOP, KNEE_FRONT, LEG_BACK, LEG_FRONT, LEG_INNER, LEG_OUTER
from generator.figure.shapes import Area, Box
from tests.drawn_site import our_drawings

NUMBER: Final = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


@pytest.fixture(scope="module")
def pictures() -> tuple[Picture, ...]:
    return tuple(
        picture
        for several in our_drawings().pictures.values()
        for picture in several
        if picture.path.startswith(("pictures/anatomy/", "pictures/conditions/"))
    )


def leaders_of(content: str) -> list[list[Spot]]:
    """Read the lines of names out of a picture: each from its name to what it names."""
    root = etree.fromstring(content)
    names = f"//*[@display='var(--picture-names,inline)']/*[@stroke='{Ink.STROKE}'][@stroke-width='1']/@d"
    return [list(spots_of(line)) for data in root.xpath(names) for line in data.split("M")[1:]]


def spots_of(line: str) -> Iterator[Spot]:
    x = y = 0.0
    for step in line.split("l"):
        dx, dy = map(float, NUMBER.findall(step))
        x, y = x + dx, y + dy
        yield Spot(x, y)


def cross(one: list[Spot], other: list[Spot]) -> bool:
    return any(
        turn(a, b, c) != turn(a, b, d) and turn(c, d, a) != turn(c, d, b)
        for a, b in pairwise(one)
        for c, d in pairwise(other)
    )


def turn(a: Spot, b: Spot, c: Spot) -> bool:
    return (b.x - a.x) * (c.y - a.y) > (b.y - a.y) * (c.x - a.x)


def test_no_two_lines_of_names_cross(pictures: tuple[Picture, ...]) -> None:
    found = {picture.path: leaders_of(write_picture(picture)) for picture in pictures}
    assert sum(len(lines) for lines in found.values()) > len(pictures)
    crossing = [path for path, lines in found.items() for pair in combinations(lines, 2) if cross(*pair)]
    assert crossing == []


def test_names_whose_heights_are_alike_do_not_cross() -> None:
    spots = (Spot(200, 100), Spot(40, 103), Spot(120, 98), Spot(60, 101))
    names = [Named(f"Name of {place}", spot) for place, spot in enumerate(spots)]
    lines = leaders_of(f"<svg>{draw_names(names, 240, 100, 4, 380)}</svg>")
    assert len(lines) == len(names)
    assert not any(cross(*pair) for pair in combinations(lines, 2))


def test_what_a_tile_cuts_off_is_not_enough_to_be_named() -> None:
    frame = Frame(LEG_FRONT, Box(-60, 470, 186, 900), 0, 0, 0.9)
    assert visible_part(frame, LEG_FRONT.regions["femur"]).is_enough
    assert not visible_part(frame, LEG_FRONT.regions["tibia"]).is_enough


def test_a_name_leads_to_a_place_that_nothing_covers() -> None:
    frame = frame_in(KNEE_FRONT, KNEE_FRONT.window, ROOM, HEIGHT)
    joint, kneecap = KNEE_FRONT.regions["knee-joint"], KNEE_FRONT.regions["patella"]
    spot = spot_of(frame, joint, (), [kneecap])
    (edge,) = [[frame.at(point) for point in shape.edge] for shape in kneecap.shapes]
    assert not holds(edge, spot)
    assert holds(edge, spot_of(frame, kneecap))


def holds(edge: list[Spot], spot: Spot) -> bool:
    sides = pairwise((*edge, edge[0]))
    return sum((a.y > spot.y) != (b.y > spot.y) and crossing(a, b, spot.y) > spot.x for a, b in sides) % 2 == 1


def crossing(a: Spot, b: Spot, y: float) -> float:
    return a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y)


WINDOWS: Final = [(plate, region) for plate in (LEG_FRONT, LEG_BACK) for region in plate.regions]


@pytest.mark.parametrize(("plate", "region"), WINDOWS, ids=[f"{plate.id}: {region}" for plate, region in WINDOWS])
def test_the_other_leg_is_shown_whole_or_not_at_all(plate: Plate, region: str) -> None:
    window = window_around(plate, [region])
    other = [p.x for s in plate.skin for p in s.edge if p.x < 0 and window.bottom < p.y < window.top]
    assert window.left <= min(other) or window.left >= max(other)


@pytest.mark.parametrize("plate", [LEG_FRONT, LEG_BACK, LEG_INNER, LEG_OUTER], ids=lambda plate: plate.id)
def test_a_window_holds_what_it_is_about(plate: Plate) -> None:
    outside = []
    for one, region in plate.regions.items():
        window = window_around(plate, [one])
        if window.around(region.box) != window:
            outside.append(one)
    assert outside == []


def test_the_foot_from_above_has_a_leg_and_no_clothes() -> None:
    assert FOOT_TOP.cloth == ()
    leg = next(shape for shape in FOOT_TOP.before if isinstance(shape, Area))
    assert leg.box.bottom < FOOT_TOP.window.bottom
    assert str(Ink.CLOTH) not in draw_body(frame_in(FOOT_TOP, FOOT_TOP.window, ROOM, HEIGHT))


def test_a_layer_is_called_what_it_holds(pictures: tuple[Picture, ...]) -> None:
    words = {picture.path: {key: words for key, words, _ in picture.layers} for picture in pictures}
    assert words["pictures/anatomy/sciatic-nerve.svg"]["nerves"] == "Vessels"
    assert words["pictures/anatomy/toes.2.svg"]["bones"] == "Bones"
