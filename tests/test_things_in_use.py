"""Pictures of tools in use and of movements: the thing is on the body where it belongs, the way is where it moves."""

from types import MappingProxyType
from typing import Final

import pytest

from generator.drawing.body import Body
from generator.drawing.frame import Frame
from generator.drawing.ink import Ink
from generator.drawing.placing import Place, draw_painted
from generator.drawing.svg import Spot
from generator.drawing.tool_pictures import draw_tool, say_use, tool_on
from generator.drawing.tool_uses import SPREAD, show_use, window_with
from generator.figure.draped import drape
from generator.figure.extent import extent
from generator.figure.movement import way_of
from generator.figure.objects import MASSAGER_HEAD, OBJECTS
from generator.figure.paint import Paint, Painted
from generator.figure.plates import LEG_FRONT, LEG_OUTER
from generator.figure.posed_body import pose_body
from generator.figure.shapes import Box, Cord, through
from generator.figure.tools_in_use import pose_with
from generator.linking import link_site
from generator.model.fields import Part
from generator.model.kinds.anatomy import Anatomy
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.tool import Tool, ToolShape
from generator.model.pose import Angles, Posture
from generator.model.thing import Thing
from generator.pipeline import check_project
from tests.shown_pages import ROOT

FOOT_MM: Final = 190.0
POSED: Final = {ToolShape.PILLOW: "knee-joint", ToolShape.CUFFS: "calf", ToolShape.FOOT_MACHINE: "sole"}


@pytest.fixture(scope="module")
def things() -> MappingProxyType[str, Thing]:
    site = link_site(check_project(ROOT).catalogue)
    return MappingProxyType({page.thing.id: page.thing for page in site.pages.values()})


@pytest.fixture(scope="module")
def body(things: MappingProxyType[str, Thing]) -> Body:
    return Body({thing.id: thing for thing in things.values() if isinstance(thing, Anatomy)})


def tools(things: MappingProxyType[str, Thing]) -> list[Tool]:
    return [thing for thing in things.values() if isinstance(thing, Tool)]


def test_every_tool_is_shown_in_use(things: MappingProxyType[str, Thing], body: Body) -> None:
    spread_by_hand = {tool.id for tool in tools(things) if tool.shape in SPREAD}
    without = []
    for tool in tools(things):
        drawn = tool_on(tool, body.areas(tool.areas[:1]), (), (150, 150))
        if not any(str(ink) in drawn for ink in (Ink.TOOL, Ink.TOOL_DETAIL, Ink.WARM, Ink.COLD)):
            without.append(tool.id)
    assert set(without) == spread_by_hand


def test_a_pack_is_laid_over_the_middle_of_its_place() -> None:
    frame = Frame(LEG_FRONT, LEG_FRONT.window, 0, 0, 1.0)
    region = LEG_FRONT.regions["knee-joint"]
    drawn = show_use(ToolShape.WARM_PACK, frame, [region], ())
    middle = (region.box.bottom + region.box.top) / 2
    pack = drape(Paint.WARM, middle, lambda _: (-60.0, 60.0))[1]
    assert str(Ink.WARM) in drawn
    assert isinstance(pack, Painted)
    assert pack.shape.box.left < -60 < 60 < pack.shape.box.right
    assert (pack.shape.box.bottom + pack.shape.box.top) / 2 == pytest.approx(middle, abs=15)


@pytest.mark.parametrize(("name", "in_front"), [("quadriceps", True), ("calf", False)])
def test_a_machine_is_held_against_the_nearest_edge_of_the_leg_from_outside(name: str, *, in_front: bool) -> None:
    whole = LEG_OUTER.window
    window = window_with(ToolShape.HAND_MASSAGER, LEG_OUTER, whole, [LEG_OUTER.regions[name]])
    assert (window.right > whole.right, window.left < whole.left) == (in_front, not in_front)


def test_the_head_of_the_machine_is_what_touches() -> None:
    box = extent(OBJECTS[ToolShape.HAND_MASSAGER].painted)
    assert box.left <= MASSAGER_HEAD.x <= box.left + 10
    assert box.bottom < MASSAGER_HEAD.y < box.top


@pytest.mark.parametrize("shape", POSED, ids=lambda shape: shape.value)
def test_what_holds_the_leg_is_shown_on_somebody(body: Body, shape: ToolShape) -> None:
    paints = {one.paint for one in pose_with(shape, body.parts[POSED[shape]])}
    assert {Paint.SKIN, Paint.HAIR, Paint.TOOL_DETAIL} <= paints


@pytest.mark.parametrize(
    ("shape", "area"),
    [
        *((shape, area) for shape in (ToolShape.CUFFS, ToolShape.FOOT_MACHINE) for area in ("knee-joint", "thigh")),
        (ToolShape.FOOT_MACHINE, "calf"),
        *((ToolShape.PILLOW, area) for area in ("foot", "thigh", "quadriceps", "patella")),
    ],
    ids=str,
)
def test_nobody_is_shown_with_a_thing_at_another_place_than_is_told(body: Body, shape: ToolShape, area: str) -> None:
    assert pose_with(shape, body.parts[area]) == ()


def test_a_sleeve_is_said_to_hold_what_it_is_drawn_around(things: MappingProxyType[str, Thing], body: Body) -> None:
    sleeve = next(tool for tool in tools(things) if tool.shape is ToolShape.CUFFS)
    (picture,) = draw_tool(sleeve, body, ())
    assert picture.caption == "Wrapped around the foot and the lower leg."
    assert say_use(sleeve, body.areas(("thigh",))) == "wrapped around the thigh"


def test_what_is_shown_on_the_leg_alone_needs_nobody(body: Body) -> None:
    others = [shape for shape in ToolShape if shape not in POSED]
    assert [shape for shape in others if pose_with(shape, body.parts["calf"])] == []


def test_a_pillow_below_the_front_of_the_leg_is_for_who_lies_on_the_belly(body: Body) -> None:
    def height(area: str) -> float:
        hair = next(one for one in pose_with(ToolShape.PILLOW, body.parts[area]) if one.paint is Paint.HAIR)
        return hair.shape.box.top

    assert height("shin") < height("knee-joint") == height("calf")


@pytest.mark.parametrize(("part", "other"), [("knee-joint", "calf"), ("calf", "shin")])
def test_a_pillow_is_laid_below_the_place_that_is_named(body: Body, part: str, other: str) -> None:
    assert pose_with(ToolShape.PILLOW, body.parts[part]) != pose_with(ToolShape.PILLOW, body.parts[other])
    assert body.parts["calf"].part is Part.LOWER_LEG


def test_every_movement_that_is_no_cycle_has_a_way(things: MappingProxyType[str, Thing]) -> None:
    shown = {thing.id: thing.shown for thing in things.values() if isinstance(thing, Exercise)}
    moving = {name: one for name, one in shown.items() if one.moves and not one.is_a_cycle}
    assert moving
    assert [
        name
        for name, one in moving.items()
        if not way_of(pose_body(one.posture, one.end), pose_body(one.posture, one.start))
    ] == []


def test_what_hardly_moves_has_no_way() -> None:
    assert way_of(pose_body(Posture.SITTING, Angles(knee=91)), pose_body(Posture.SITTING, Angles(knee=90))) == ()


def test_the_way_of_a_raised_leg_lies_outside_its_toes() -> None:
    start, end = (pose_body(Posture.LYING_ON_BACK, Angles(hip=hip, knee=0)) for hip in (0, 20))
    course = way_of(end, start)
    assert course[0].y < course[-1].y
    assert min(point.x for point in course) > end.joints["toes"].x


def test_the_way_of_a_bow_lies_above_the_head() -> None:
    start, end = (pose_body(Posture.ONE_LEG_OUT, Angles(trunk=trunk)) for trunk in (0, 32))
    course = way_of(end, start)
    hair = next(one for one in end.painted if one.paint is Paint.HAIR)
    assert course[0].x < course[-1].x
    assert course[-1].y > hair.shape.box.top


def test_a_step_is_lifted_off_the_floor() -> None:
    start = pose_body(Posture.STANDING_AT_WALL, Angles())
    end = pose_body(Posture.STANDING_AT_WALL, Angles(hip=-14, other_hip=20, other_knee=30))
    course = way_of(end, start)
    assert course[0].x > course[-1].x
    assert max(point.y for point in course) > max(course[0].y, course[-1].y) + FOOT_MM / 4


def test_cords_of_one_paint_are_one_path() -> None:
    cords = [Painted(Cord(through(0, y, 20, y), 4), Paint.TOOL) for y in (0, 10, 20)]
    other = Painted(Cord(through(0, 30, 20, 30), 6), Paint.TOOL)
    assert draw_painted(cords, Place(Spot(0, 0), 1.0)).count("<path") == 2
    assert draw_painted([*cords, other], Place(Spot(0, 0), 1.0)).count("<path") == 4


def test_the_box_around_somebody_with_a_tool_is_of_ordinary_size(body: Body) -> None:
    boxes: list[Box] = [extent(pose_with(shape, body.parts[area])) for shape, area in POSED.items()]
    assert all(700 < box.height < 1500 and box.width < 2300 for box in boxes)
