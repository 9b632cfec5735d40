"""Steps and exercises are drawn as the content says: a picture that shows another thing fails here."""

from typing import Final

import pytest

from generator.drawing.exercise_pictures import draw_exercise, pack_of, poses_of, say_exercise, say_movement
from generator.drawing.ink import Ink
from generator.drawing.stroke_on_parts import stroke_on
from generator.drawing.stroke_views import view_stroke
from generator.drawing.svg import Spot
from generator.drawing.words import place_name, the
from generator.figure.paint import Paint
from generator.figure.posed_body import PosedBody, pose_body
from generator.figure.shapes import Area, Point
from generator.model.fields import Side
from generator.model.kinds.exercise import Exercise
from generator.model.pose import Angles, Movement, Posture
from generator.model.thing import Thing
from tests.drawn_shapes import painted
from tests.drawn_site import Drawn

SEATED: Final = (Posture.SITTING, Posture.SITTING_BACK_SUPPORTED, Posture.LEGS_OUT)


def test_a_step_says_and_shows_its_own_area(drawn: Drawn) -> None:
    seen = 0
    for shown in drawn.steps:
        if isinstance(shown.thing, Exercise):
            continue
        ends = [drawn.body.parts[one] for one in ends_of(shown.thing)]
        own = place_name(drawn.body.parts[shown.step.area]).lower()
        names = [own, *(place_name(end).lower() for end in ends)]
        assert any(name in shown.words.lower() for name in names), shown.words
        seen += own in shown.words.lower()
    assert seen > 60


def ends_of(thing: Thing) -> list[str]:
    """List where a stroke starts and ends, which a step on one of these names."""
    stroke = getattr(thing, "stroke", None)
    return [one for one in (stroke.start, stroke.end) if one] if stroke else []


def test_one_technique_on_two_areas_has_two_pictures(drawn: Drawn) -> None:
    technique, _ = drawn.technique("petrissage")
    drawings = {
        area: next(view_stroke(stroke_on(technique, drawn.body, [], (area,)), 1)).draw()
        for area in ("calf", "thigh", "hamstrings")
    }
    assert len(set(drawings.values())) == 3


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        pytest.param(Angles(), Angles(knee=10), "the knee straightens", id="left-out-at-the-start"),
        pytest.param(Angles(knee=10), Angles(), "the knee bends", id="left-out-at-the-end"),
        pytest.param(Angles(), Angles(hip=110), "the leg lifts at the hip", id="from-a-bend"),
        pytest.param(Angles(trunk=20), Angles(), "the body leans back", id="trunk"),
    ],
)
def test_an_angle_that_is_left_out_is_that_of_the_posture(start: Angles, end: Angles, words: str) -> None:
    shown = Movement(posture=Posture.SITTING, start=start, end=end)
    assert say_movement(shown) == f"{Posture.SITTING}: {words}"


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


PACKED: Final = {
    "knee-joint": ("knee", "knee"),
    "thigh": ("hip", "knee"),
    "calf": ("knee", "ankle"),
    "foot": ("ankle", "toes"),
}
"""Between which joints a pack on an area lies."""


def packs_of(body: PosedBody) -> list[Area]:
    """List the packs of a body, without their steam."""
    inks = (Paint.WARM, Paint.COLD)
    return [one.shape for one in body.painted if one.paint in inks and isinstance(one.shape, Area)]


@pytest.mark.parametrize("name", ["heat-therapy", "cold-therapy"])
@pytest.mark.parametrize("area", PACKED)
def test_a_pack_is_wrapped_around_the_area_of_its_step(drawn: Drawn, name: str, area: str) -> None:
    exercise = drawn.things[name]
    assert isinstance(exercise, Exercise)
    (body,) = poses_of(exercise.shown, pack_of(exercise, drawn.body.parts[area]))
    (pack,) = packs_of(body)
    on = {joint for joint, place in body.joints.items() if pack.holds(place) and not joint.startswith("other_")}
    assert on <= set(PACKED[area])
    first, last = (body.joints[joint] for joint in PACKED[area])
    assert pack.holds(Point(first.x + 0.5 * (last.x - first.x), first.y + 0.5 * (last.y - first.y)))
    assert the(drawn.body.parts[area]) in say_exercise(exercise, [drawn.body.parts[area]])


@pytest.mark.parametrize("name", ["heat-therapy", "cold-therapy"])
def test_packs_on_both_legs_lie_on_each_and_the_legs_do_the_same(drawn: Drawn, name: str) -> None:
    exercise = drawn.things[name]
    assert isinstance(exercise, Exercise)
    (body,) = poses_of(exercise.shown, pack_of(exercise, drawn.body.parts["knee-joint"]), both_legs=True)
    far, near = packs_of(body)
    assert far.holds(body.joints["other_knee"])
    assert near.holds(body.joints["knee"])
    assert body.joints["knee"].y == pytest.approx(body.joints["other_knee"].y, abs=1)


def test_a_published_step_on_both_legs_shows_two_packs(drawn: Drawn) -> None:
    with_packs = [shown for shown in drawn.steps if shown.thing.id in {"heat-therapy", "cold-therapy"}]
    for shown in with_packs:
        packs = len(painted(shown.drawing, Ink.WARM)) + len(painted(shown.drawing, Ink.COLD))
        assert packs == (2 if shown.step.side is Side.BOTH else 1), (shown.routine.id, shown.thing.id)
    assert len(with_packs) > 5
