"""Heads of arrows point the way that is written, and things in use touch what they are used on."""

import math
from typing import Final

import pytest

from generator.drawing.exercise_pictures import pack_of
from generator.drawing.ink import Ink
from generator.drawing.marks import Mark, apart
from generator.drawing.picture import ROOM, WIDTH
from generator.drawing.stroke_on_parts import stroke_on
from generator.drawing.stroke_views import view_stroke
from generator.drawing.svg import Spot
from generator.figure.objects import OBJECTS
from generator.figure.paint import Paint
from generator.figure.shapes import Area, Point
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.technique import Direction, HandPart, StrokeKind
from generator.model.kinds.tool import Tool
from tests.drawn_shapes import lines_of, painted
from tests.drawn_site import Drawn

TOUCHING: Final = 8.0
"""Units."""

TILE: Final = WIDTH - ROOM - 8
"""Units: the tile of the thing itself, left of the body."""


def heads_of(mark: Mark) -> list[tuple[Spot, Spot]]:
    """List the heads of a mark, each as its middle and the way that it points, in units."""
    heads = []
    for fill in mark.fills:
        (corners,) = lines_of(fill)
        middle = Spot(sum(one.x for one in corners) / len(corners), sum(one.y for one in corners) / len(corners))
        heads.append((middle, Spot(corners[0].x - middle.x, corners[0].y - middle.y)))
    return heads


@pytest.mark.parametrize(
    ("kind", "direction", "is_up"),
    [
        (StrokeKind.PULL, Direction.UPWARDS, True),
        (StrokeKind.PULL, Direction.DOWNWARDS, False),
        (StrokeKind.GLIDE, Direction.UPWARDS, True),
        (StrokeKind.GLIDE, Direction.DOWNWARDS, False),
    ],
    ids=str,
)
def test_the_head_of_an_arrow_points_up_or_down_as_is_written(
    drawn: Drawn, kind: StrokeKind, direction: Direction, *, is_up: bool
) -> None:
    technique, _ = drawn.technique("deep-tissue-massage")
    update = {"kind": kind, "direction": direction, "hand": HandPart.THUMBS}
    stroke = technique.stroke.model_copy(update=update)
    done = stroke_on(technique.model_copy(update={"stroke": stroke}), drawn.body, [], ("calf",))
    heads = [head for mark in next(view_stroke(done, 1)).laid.marks for head in heads_of(mark)]
    assert heads
    assert {way.y < 0 for _, way in heads} == {is_up}


@pytest.mark.parametrize(
    ("direction", "ways"),
    [(Direction.UPWARDS, {True}), (Direction.DOWNWARDS, {False}), (Direction.TO_AND_FRO, {True, False})],
    ids=str,
)
def test_the_heads_between_marks_point_to_the_next_one(drawn: Drawn, direction: Direction, ways: set[bool]) -> None:
    technique, _ = drawn.technique("deep-tissue-massage")
    update = {"kind": StrokeKind.TAP, "direction": direction, "hand": HandPart.FINGERTIPS}
    stroke = technique.stroke.model_copy(update=update)
    done = stroke_on(technique.model_copy(update={"stroke": stroke}), drawn.body, [], ("calf",))
    between = [mark for mark in next(view_stroke(done, 1)).laid.marks if not mark.lines]
    assert between
    assert {way.y < 0 for mark in between for _, way in heads_of(mark)} == ways


def test_the_arrows_of_a_stretch_leave_each_other() -> None:
    for middle, way in heads_of(apart(Spot(100, 100), 0, 2.0)):
        assert (middle.x > 100) == (way.x > 0)


def test_a_toe_that_is_bent_to_and_fro_is_seen_from_its_side(drawn: Drawn) -> None:
    (picture, *_) = drawn.drawings.pictures["toe-bend"]
    assert "seen from the inner side" in picture.title


def test_oil_is_spread_towards_the_heart(drawn: Drawn) -> None:
    (picture,) = drawn.drawings.pictures["massage-oil"]
    ways = [line for line in painted(picture.content, Ink.STROKE, "stroke") if len(line) > 1 and line[0].x > TILE]
    arrows = [line for line in ways if abs(line[0].x - line[-1].x) < abs(line[0].y - line[-1].y)]
    heads = [line for line in painted(picture.content, Ink.STROKE) if len(line) == 3 and line[0].x > TILE]
    assert arrows
    assert heads
    assert all(head[0].y < sum(spot.y for spot in head) / len(head) for head in heads)


def test_a_machine_touches_the_edge_of_the_leg_from_outside(drawn: Drawn) -> None:
    (picture,) = drawn.drawings.pictures["body-massager"]
    legs = [line for line in painted(picture.content, Ink.SKIN) if line[0].x > TILE]
    machine = [
        spot
        for ink in (Ink.TOOL, Ink.TOOL_DETAIL)
        for line in painted(picture.content, ink)
        if line[0].x > TILE
        for spot in line
    ]
    edge = [spot for line in legs for spot in line]
    assert min(math.dist(one, other) for one in machine for other in edge) < 5 * TOUCHING
    skin = [Area(tuple(Point(*spot) for spot in line)) for line in legs]
    inside = [spot for spot in machine if any(area.holds(Point(*spot)) for area in skin)]
    assert len(inside) < len(machine) / 5


def test_the_tile_of_a_tool_shows_the_thing_itself(drawn: Drawn) -> None:
    inks = {Paint.TOOL: Ink.TOOL, Paint.TOOL_DETAIL: Ink.TOOL_DETAIL, Paint.WARM: Ink.WARM, Paint.COLD: Ink.COLD}
    looks = set()
    for tool in (thing for thing in drawn.things.values() if isinstance(thing, Tool)):
        (picture,) = drawn.drawings.pictures[tool.id]
        for paint, ink in inks.items():
            there = [line for line in painted(picture.content, ink) if all(spot.x < TILE for spot in line)]
            own = [one for one in OBJECTS[tool.shape].painted if one.paint is paint and isinstance(one.shape, Area)]
            assert len(there) == len(own), (tool.id, ink)
        looks.add(tuple(len([one for one in OBJECTS[tool.shape].painted if one.paint is paint]) for paint in inks))
    assert len(looks) > 5


def test_a_step_shows_the_end_of_an_exercise_and_the_way_to_it(drawn: Drawn) -> None:
    seen = 0
    for shown in drawn.steps:
        exercise = shown.thing
        if isinstance(exercise, Exercise) and exercise.shown.moves and not exercise.shown.is_a_cycle:
            assert pack_of(exercise, drawn.body.parts[shown.step.area]) is None
            assert painted(shown.drawing, Ink.STROKE), (shown.routine.id, exercise.id)
            seen += 1
    assert seen > 8
