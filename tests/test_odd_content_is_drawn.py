"""Whatever the model lets through can be drawn: no author sees a fault of ours instead of a picture."""

import math
from itertools import product

import pytest

from generator.drawing.exercise_pictures import draw_exercise
from generator.drawing.stroke_on_parts import stroke_on
from generator.drawing.stroke_views import view_stroke
from generator.drawing.tool_pictures import draw_tool, tool_on
from generator.figure.shapes import Point
from generator.figure.skeleton import bend_between
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.technique import Direction, StrokeKind
from generator.model.kinds.tool import Tool, ToolShape
from generator.model.pose import Angles, Movement, Posture
from tests.drawn_site import Drawn


@pytest.mark.parametrize("shape", ToolShape, ids=lambda shape: shape.value)
def test_every_tool_can_be_used_on_every_body_part(drawn: Drawn, shape: ToolShape) -> None:
    tool = drawn.things["foam-roller"]
    assert isinstance(tool, Tool)
    for area in drawn.body.parts.values():
        other = tool.model_copy(update={"shape": shape, "areas": (area.id,), "part": area.part})
        assert len(draw_tool(other, drawn.body, ["patella"])) == 1, area.id
        assert tool_on(other, [area], [], (150, 150), both_legs=True), area.id


@pytest.mark.parametrize("kind", StrokeKind, ids=lambda kind: kind.value)
def test_every_stroke_can_be_done_on_every_body_part(drawn: Drawn, kind: StrokeKind) -> None:
    technique, _ = drawn.technique("effleurage")
    stroke = technique.stroke.model_copy(update={"kind": kind, "direction": Direction.TO_AND_FRO})
    for area in drawn.body.parts.values():
        done = stroke_on(technique.model_copy(update={"stroke": stroke}), drawn.body, ["patella"], (area.id,))
        assert list(view_stroke(done, 1, (150, 150))), area.id


@pytest.mark.parametrize("kind", StrokeKind, ids=lambda kind: kind.value)
def test_every_stroke_can_run_between_any_two_body_parts(drawn: Drawn, kind: StrokeKind) -> None:
    """All pairs would take minutes: each part is a start once, with one after it in the list as the end."""
    technique, _ = drawn.technique("effleurage")
    parts = list(drawn.body.parts.values())
    far = 1 + 7 * list(StrokeKind).index(kind)
    pairs = [(part, parts[(place + far) % len(parts)]) for place, part in enumerate(parts)]
    for start, end in [*pairs, (drawn.body.parts["foot"], drawn.body.parts["achilles-tendon"])]:
        stroke = technique.stroke.model_copy(update={"kind": kind, "start": start.id, "end": end.id})
        other = technique.model_copy(update={"stroke": stroke, "areas": (start.id, end.id), "part": start.part})
        done = stroke_on(other, drawn.body, ["patella"])
        assert list(view_stroke(done, 2)), f"{start.id} to {end.id}"


@pytest.mark.parametrize("apart", [0.0, 20.0, 600.0, 2000.0])
def test_an_elbow_is_found_however_near_or_far_the_hand_is(apart: float) -> None:
    """An upper arm of 300 mm and a forearm of 250 mm: nearer than 50 mm and farther than 550 mm no bend reaches."""
    elbow = bend_between(Point(0, 0), Point(apart, 0), 300, 250, 1)
    assert math.dist(elbow, (0, 0)) == pytest.approx(300)


@pytest.mark.parametrize("posture", Posture, ids=lambda posture: posture.value)
def test_every_posture_can_be_held_to_the_ends_of_every_joint(drawn: Drawn, posture: Posture) -> None:
    exercise = drawn.things["hip-bend"]
    assert isinstance(exercise, Exercise)
    ends = product((-30, 120), (0, 135), (-30, 120), (0, 135), (-30, 80))
    for hip, knee, other_hip, other_knee, trunk in [*ends, (-30, 135, None, None, 80)]:
        end = Angles(hip=hip, knee=knee, other_hip=other_hip, other_knee=other_knee, trunk=trunk)
        shown = Movement(posture=posture, start=Angles(), end=end)
        assert len(draw_exercise(exercise.model_copy(update={"shown": shown}), [])) == 1
