"""No picture contradicts the text: a picture that shows another thing than the content says fails here."""

from typing import Final

import pytest

from generator.drawing.action_tiles import draw_tile
from generator.drawing.body import Body
from generator.drawing.exercise_pictures import draw_exercise, poses_of
from generator.drawing.frame import Frame
from generator.drawing.ink import Ink
from generator.drawing.marks import WEIGHTS, bars_across, facing
from generator.drawing.picture import HEIGHT, ROOM
from generator.drawing.scene import show_keep_off, show_pain
from generator.drawing.stroke_marks import MarkMaker
from generator.drawing.stroke_pictures import stroke_on, stroke_picture, view_stroke
from generator.drawing.structure_pictures import draw_condition, draw_structure
from generator.drawing.svg import Spot
from generator.drawing.tool_pictures import draw_tool
from generator.drawing.tool_uses import ROLLED
from generator.drawing.views import frame_in
from generator.drawing.words import place_name
from generator.figure.hands import GLIDING, HANDS
from generator.figure.paint import Paint
from generator.figure.plates import KNEE_FRONT, LEG_FRONT
from generator.figure.posed_body import lay_pack, pose_body
from generator.figure.shapes import Area, Point
from generator.model.fields import Action
from generator.model.kinds.anatomy import StructureKind
from generator.model.kinds.caution import Caution, Level
from generator.model.kinds.condition import Condition
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.routine import Routine
from generator.model.kinds.technique import Direction, HandPart, Pressure, Stroke, StrokeKind
from generator.model.kinds.tool import Tool, ToolShape
from generator.model.pose import Angles, Posture
from tests.drawn_shapes import lines_of, painted, read_svg
from tests.drawn_site import Drawn, off_on

SEATED: Final = (Posture.SITTING, Posture.SITTING_BACK_SUPPORTED, Posture.LEGS_OUT)
MOVING: Final = frozenset({StrokeKind.GLIDE, StrokeKind.ROLL})


def whole_leg() -> Frame:
    return frame_in(LEG_FRONT, LEG_FRONT.window, ROOM, HEIGHT)


def knee() -> Frame:
    return frame_in(KNEE_FRONT, KNEE_FRONT.window, ROOM, HEIGHT)


# Strokes


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


# Tools


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
        (picture,) = draw_tool(tool, drawn.body, off_on(page))
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


# Steps


def test_a_step_says_and_shows_its_own_area(drawn: Drawn) -> None:
    seen = 0
    for page in drawn.site.pages.values():
        routine = page.thing
        if not isinstance(routine, Routine):
            continue
        strip = drawn.drawings.strips[routine.id]
        for step, shown in zip(routine.steps, strip.steps, strict=True):
            if isinstance(drawn.things[step.named[0]], Exercise):
                continue
            ends = [drawn.body.parts[one] for one in ends_of(drawn, step.named[0])]
            names = [place_name(drawn.body.parts[step.area]), *map(place_name, ends)]
            assert any(name.lower() in shown.title.lower() for name in names), shown.title
            seen += place_name(drawn.body.parts[step.area]).lower() in shown.title.lower()
    assert seen > 60


def ends_of(drawn: Drawn, thing: str) -> list[str]:
    """List where a stroke starts and ends, which a step on one of these names."""
    stroke = getattr(drawn.things[thing], "stroke", None)
    return [one for one in (stroke.start, stroke.end) if one] if stroke else []


def test_one_technique_on_two_areas_has_two_pictures(drawn: Drawn) -> None:
    technique, _ = drawn.technique("petrissage")
    drawings = {
        area: next(view_stroke(stroke_on(technique, drawn.body, [], (area,)), 1)).draw()
        for area in ("calf", "thigh", "hamstrings")
    }
    assert len(set(drawings.values())) == 3


# Exercises


@pytest.mark.parametrize("posture", SEATED, ids=lambda posture: posture.value)
def test_a_bent_knee_takes_the_foot_back_and_not_forwards(posture: Posture) -> None:
    straight, bent = (pose_body(posture, Angles(hip=80, knee=bend)).joints for bend in (0, 90))
    assert bent["ankle"].x < straight["ankle"].x


def test_a_bent_knee_of_somebody_who_stands_lies_before_the_foot() -> None:
    joints = pose_body(Posture.STANDING_AT_CHAIR, Angles(hip=0, knee=90)).joints
    assert joints["ankle"].x < joints["knee"].x


def test_a_foot_that_is_pulled_up_points_higher_than_one_that_points_away() -> None:
    up, away = (pose_body(Posture.LEGS_OUT, Angles(ankle=angle)).joints["toes"] for angle in (15, -35))
    assert up.y > away.y
    assert up.x < away.x


def test_the_first_picture_of_an_exercise_is_its_start_and_the_second_its_end(drawn: Drawn) -> None:
    seen = 0
    for thing in drawn.things.values():
        if isinstance(thing, Exercise) and thing.shown.moves:
            start, end = poses_of(thing.shown)
            assert start.joints == pose_body(thing.shown.posture, thing.shown.start).joints, thing.id
            assert end.joints == pose_body(thing.shown.posture, thing.shown.end).joints, thing.id
            seen += 1
    assert seen > 8


def test_the_arrow_of_a_movement_points_to_its_end(drawn: Drawn) -> None:
    """Straightening the knee lifts the foot, and bending it again would lower it."""
    exercise = drawn.things["knee-bend-and-straighten"]
    assert isinstance(exercise, Exercise)
    (picture,) = draw_exercise(exercise, [])
    (way, *_) = [line for line in painted(picture.content, Ink.STROKE, "stroke") if len(line) > 2]
    (head, *_) = painted(picture.content, Ink.STROKE)
    tip = Spot(sum(spot.x for spot in head) / len(head), sum(spot.y for spot in head) / len(head))
    assert way[-1].y < way[0].y
    assert abs(tip.x - way[-1].x) + abs(tip.y - way[-1].y) < abs(tip.x - way[0].x) + abs(tip.y - way[0].y)


@pytest.mark.parametrize(
    ("name", "ink", "other"), [("heat-therapy", Ink.WARM, Ink.COLD), ("cold-therapy", Ink.COLD, Ink.WARM)]
)
def test_heat_is_red_and_cold_is_blue(drawn: Drawn, name: str, ink: Ink, other: Ink) -> None:
    content = drawn.drawings.pictures[name][0].content
    assert painted(content, ink)
    assert not painted(content, other)


@pytest.mark.parametrize("name", ["heat-therapy", "cold-therapy"])
def test_a_pack_lies_around_the_knee(drawn: Drawn, name: str) -> None:
    exercise = drawn.things[name]
    assert isinstance(exercise, Exercise)
    joints = pose_body(exercise.shown.posture, exercise.shown.start).joints
    body = pose_body(exercise.shown.posture, exercise.shown.start)
    pack = next(one.shape for one in lay_pack(body, Paint.WARM) if one.paint is Paint.WARM)
    assert pack.holds(joints["knee"])
    assert not pack.holds(joints["hip"])
    assert not pack.holds(joints["ankle"])


# Places


def test_a_place_to_keep_off_is_hatched_all_over() -> None:
    region = KNEE_FRONT.regions["patella"]
    lines = [line for line in painted(show_keep_off(knee(), region), Ink.KEEP_OFF, "stroke") if len(line) == 2]
    box = region.box
    assert len(lines) > 8
    assert {abs(a.x - b.x) > 0.5 and abs(a.y - b.y) > 0.5 for a, b in lines} == {True}
    heights = [spot.y for line in lines for spot in line]
    assert max(heights) - min(heights) > 0.7 * box.height * knee().scale


def test_a_place_that_hurts_is_dotted_all_over() -> None:
    region = KNEE_FRONT.regions["knee-joint"]
    drawing = read_svg(show_pain(knee(), (region,)))
    (dots,) = drawing.xpath("//path[@stroke-linecap='round']")
    assert dots.get("stroke-dasharray").startswith("0 ")
    rows = [line for line in painted(show_pain(knee(), (region,)), Ink.PAIN, "stroke") if len(line) == 2]
    assert len(rows) > 8


def test_a_place_that_no_hand_may_massage_is_hatched_and_not_dotted(drawn: Drawn) -> None:
    condition, caution = drawn.things["knee-pain"], drawn.things["blood-clots"]
    assert isinstance(condition, Condition)
    assert isinstance(caution, Caution)
    told, forbidden = (draw_condition(condition, drawn.body, [], forbidding)[0] for forbidding in ([], [caution]))
    assert painted(told.content, Ink.PAIN, "stroke")
    assert not painted(told.content, Ink.KEEP_OFF, "stroke")
    assert painted(forbidden.content, Ink.KEEP_OFF, "stroke")
    assert not painted(forbidden.content, Ink.PAIN, "stroke")


def test_a_picture_of_a_body_part_shows_the_part(drawn: Drawn) -> None:
    """Drawn alone, without what it is joined to."""
    inks = {StructureKind.MUSCLE: Ink.MUSCLE, StructureKind.NERVE: Ink.NERVE, StructureKind.LIGAMENT: Ink.CORD}
    shown = {area.id: area for area in drawn.body.parts.values() if area.structure in inks}
    assert len(shown) > 6
    bare = {area.id: area for area in drawn.body.parts.values() if area.structure is StructureKind.BONE}
    for area in shown.values():
        (first, *_) = draw_structure(area.model_copy(update={"connects": ()}), Body(bare))
        own = inks[area.structure]
        assert painted(first.content, own) or painted(first.content, own, "stroke"), area.id


# Signs


@pytest.mark.parametrize(
    ("level", "sign"), [(Level.ABSOLUTE, ""), (Level.ASK_FIRST, "?"), (Level.CARE, "!"), (None, "")], ids=str
)
def test_the_sign_over_an_action_is_that_of_its_level(level: Level | None, sign: str) -> None:
    tile = read_svg(draw_tile(Action.MASSAGE, "massage", level, 0, 0))
    assert [one.text for one in tile.iter("text")][:-1] == ([sign] if sign else [])
    crossed = tile.xpath(f"//path[@stroke='{Ink.KEEP_OFF}']")
    assert bool(crossed) == (level is Level.ABSOLUTE)
    assert bool(tile.xpath("//circle")) == (level is not Level.ABSOLUTE)
