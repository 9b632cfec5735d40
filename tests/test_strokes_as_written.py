"""Strokes and tools are drawn as the content says: a picture that shows another thing fails here."""

import re
from typing import Final

import pytest

from generator.drawing.courses import is_near, point_along
from generator.drawing.frame import Frame
from generator.drawing.ink import Ink
from generator.drawing.marks import WEIGHTS, bars_across, facing
from generator.drawing.picture import HEIGHT, ROOM
from generator.drawing.stroke_marks import MarkMaker
from generator.drawing.stroke_on_parts import stroke_on
from generator.drawing.stroke_pictures import stroke_picture
from generator.drawing.stroke_views import view_stroke
from generator.drawing.svg import Spot
from generator.drawing.tool_pictures import draw_tool
from generator.drawing.tool_uses import ROLLED
from generator.drawing.views import frame_in
from generator.drawing.words import the
from generator.figure.hands import GLIDING, HANDS
from generator.figure.plates import LEG_FRONT
from generator.figure.shapes import Area, Point
from generator.model.kinds.technique import Direction, HandPart, Pressure, Stroke, StrokeKind
from generator.model.kinds.tool import Tool, ToolShape
from tests.drawn_shapes import lines_of, painted, read_svg
from tests.drawn_site import Drawn

MOVING: Final = frozenset({StrokeKind.GLIDE, StrokeKind.ROLL})
REACH_MM: Final = 25.0
"""Half a mark, or one of two lanes: so near to its place is on it."""


def whole_leg() -> Frame:
    return frame_in(LEG_FRONT, LEG_FRONT.window, ROOM, HEIGHT)


@pytest.mark.parametrize(("direction", "heads"), [(Direction.UPWARDS, 1), (Direction.TO_AND_FRO, 2)])
@pytest.mark.parametrize("kind", [StrokeKind.GLIDE, StrokeKind.ROLL], ids=lambda kind: kind.value)
def test_an_arrow_has_a_head_for_each_way_of_a_stroke(
    drawn: Drawn, kind: StrokeKind, direction: Direction, heads: int
) -> None:
    technique, _ = drawn.technique("deep-tissue-massage")
    stroke = technique.stroke.model_copy(update={"kind": kind, "direction": direction})
    done = stroke_on(technique.model_copy(update={"stroke": stroke}), drawn.body, [])
    for view in view_stroke(done, 2):
        assert {len(mark.fills) for mark in view.laid.marks} == {heads}


@pytest.mark.parametrize("upwards", [True, False], ids=["up", "down"])
def test_an_arrow_runs_the_way_that_is_written(drawn: Drawn, *, upwards: bool) -> None:
    technique, _ = drawn.technique("deep-tissue-massage")
    direction = Direction.UPWARDS if upwards else Direction.DOWNWARDS
    stroke = technique.stroke.model_copy(update={"direction": direction})
    done = stroke_on(technique.model_copy(update={"stroke": stroke}), drawn.body, [], ("calf",))
    for view in view_stroke(done, 1):
        assert [course[-1].y > course[0].y for course in view.laid.courses] == [upwards] * len(view.laid.courses)


def test_a_stroke_between_two_places_starts_at_the_one_and_ends_at_the_other(drawn: Drawn) -> None:
    seen = 0
    for laid in drawn.strokes:
        start, end, regions = laid.done.start, laid.done.end, laid.view.frame.plate.regions
        if not start or not end or {start.drawn_as, end.drawn_as} - regions.keys() or not laid.view.laid.courses:
            continue
        if laid.done.stroke.kind is StrokeKind.CIRCLE:
            continue  # circles around the kneecap go round it
        first, last = regions[start.drawn_as].box, regions[end.drawn_as].box
        rises = laid.view.laid.courses[0][-1].y - laid.view.laid.courses[0][0].y
        assert (rises > 0) == (last.bottom + last.top > first.bottom + first.top), laid.on
        seen += 1
    assert seen > 10


@pytest.mark.parametrize("hand", [hand for hand in HandPart if hand is not HandPart.TOOL], ids=lambda hand: hand.value)
def test_each_hand_is_drawn_as_itself(drawn: Drawn, hand: HandPart) -> None:
    technique, _ = drawn.technique("friction")
    stroke = technique.stroke.model_copy(update={"hand": hand})
    done = stroke_on(technique.model_copy(update={"stroke": stroke}), drawn.body, [])
    assert next(view_stroke(done, 1)).laid.hand is HANDS[hand]


def test_no_two_hands_look_alike() -> None:
    shapes = [hand.plain for hand in (*HANDS.values(), GLIDING)]
    assert len({id(one) for one in shapes}) == len(shapes)


@pytest.mark.parametrize("kind", StrokeKind, ids=lambda kind: kind.value)
def test_no_two_strokes_have_the_same_mark(drawn: Drawn, kind: StrokeKind) -> None:
    technique, _ = drawn.technique("petrissage")

    def mark(of: StrokeKind) -> object:
        stroke = Stroke.model_validate({**technique.stroke.model_dump(), "kind": of, "direction": Direction.UPWARDS})
        course = (Point(90, 700), Point(90, 800))
        return MarkMaker(whole_leg(), stroke, WEIGHTS["moderate"]).at(Point(90, 750), course, 1.0)

    others = set(StrokeKind) - {kind} - (MOVING | {StrokeKind.STRETCH})
    assert all(mark(kind) != mark(other) for other in others)


def test_short_strokes_run_across_the_fibres_between_bars_along_them() -> None:
    mark = bars_across(Spot(100, 100), 90, 2.0)  # fibres from below upwards
    shaft, bars = (painted(f'<path d="{line}" fill="{Ink.STROKE}"/>', Ink.STROKE) for line in mark.lines)
    ((left, *_, right),) = shaft
    assert abs(left.x - right.x) > 10
    assert abs(left.y - right.y) < 1
    assert all(abs(a.y - b.y) > 10 and abs(a.x - b.x) < 1 for a, b in bars)


def test_the_arrows_of_a_squeeze_point_to_each_other() -> None:
    mark = facing(Spot(50, 100), Spot(150, 100), 2.0)
    from_left, from_right = (painted(f'<path d="{fill}" fill="{Ink.STROKE}"/>', Ink.STROKE)[0] for fill in mark.fills)
    assert max(spot.x for spot in from_left) == pytest.approx(50, abs=6)
    assert min(spot.x for spot in from_right) == pytest.approx(150, abs=6)
    assert lean(from_left) < 0 < lean(from_right)


def lean(head: list[Spot]) -> float:
    """Tell on which side of the middle of a head two of its three corners lie: its tip is on the other."""
    return sum(spot.x for spot in head) / len(head) - (min(s.x for s in head) + max(s.x for s in head)) / 2


@pytest.mark.parametrize("pressure", Pressure, ids=lambda pressure: pressure.value)
def test_the_legend_shows_the_line_of_the_pressure(drawn: Drawn, pressure: Pressure) -> None:
    technique, _ = drawn.technique("friction")
    done = stroke_on(technique.model_copy(update={"pressure": pressure}), drawn.body, [])
    view = next(view_stroke(done, 1))
    picture = stroke_picture(view, done, "one.svg", "Stroke", None)
    lines = read_svg(picture.content).xpath(f"//path[@stroke='{Ink.TEXT}'][@stroke-linecap='round']/@stroke-width")
    assert [float(width) for width in lines] == [WEIGHTS[pressure.value]]
    assert picture.description.startswith(pressure.value.capitalize())


def test_a_tool_that_rolls_lies_clear_of_what_must_not_be_pressed(drawn: Drawn) -> None:
    seen = 0
    for laid in drawn.strokes:
        technique = drawn.things.get(laid.name)
        if technique is None or laid.done.stroke.hand is not HandPart.TOOL:
            continue
        done = stroke_on(technique, drawn.body, [area.id for area in laid.done.keep_off], (), drawn.things)  # type: ignore[arg-type]
        for view in view_stroke(done, 2):
            lowest, highest = reach_of(painted(view.draw(), Ink.TOOL))
            for area in view.keep_off:
                box = view.frame.plate.regions[area.drawn_as].box
                low, high = view.frame.at(Point(0, box.bottom)).y, view.frame.at(Point(0, box.top)).y
                assert highest < high or lowest > low, (laid.name, area.id)
                seen += 1
    assert seen > 1


def reach_of(lines: list[list[Spot]]) -> tuple[float, float]:
    """Tell how far down and how far up lines reach, in units from the top."""
    heights = [spot.y for line in lines for spot in line]
    return min(heights), max(heights)


def test_no_tool_is_moved_over_what_must_not_be_pressed(drawn: Drawn) -> None:
    hatched = 0
    for page in drawn.site.pages.values():
        tool = page.thing
        if not isinstance(tool, Tool) or tool.shape not in ROLLED | {ToolShape.HAND_MASSAGER}:
            continue
        (picture,) = draw_tool(tool, drawn.body, drawn.off(tool, page))
        off = [
            Area(tuple(Point(*one) for one in line))
            for line in painted(picture.content, Ink.KEEP_OFF, "stroke")
            if len(line) > 8
        ]
        arrows = read_svg(picture.content).xpath(f"//path[@stroke='{Ink.STROKE}'][not(@stroke-dasharray)]/@d")
        ways = [line for data in arrows for line in lines_of(data)]
        assert ways
        hatched += bool(off)
        crossed = [spot for line in ways for spot in line for area in off if area.holds(Point(*spot))]
        assert crossed == [], tool.id
    assert hatched > 2


def test_every_stroke_has_a_mark(drawn: Drawn) -> None:
    assert [laid.on for laid in drawn.strokes if not laid.view.laid.marks] == []


def test_the_words_of_a_stroke_name_no_place_without_its_mark(drawn: Drawn) -> None:
    """A stroke from one place to another passes others that its words leave out."""
    wrong = []
    for laid in drawn.strokes:
        regions = laid.view.frame.plate.regions
        points = [point_along(course, part / 24) for course in laid.view.laid.courses for part in range(25)]
        named = [area for area in laid.view.areas if re.search(rf"{re.escape(the(area))}\b", laid.view.say(laid.done))]
        wrong += [
            (laid.on, area.id)
            for area in named
            if not any(is_near(point, regions[area.drawn_as], REACH_MM) for point in points)
        ]
    assert wrong == [], wrong
