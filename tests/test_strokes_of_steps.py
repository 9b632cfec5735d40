"""What a step says of its stroke is what its picture shows: another hand, way or part of the place."""

import pytest

from generator.drawing.routine_pictures import draw_strips
from generator.drawing.stroke_on_parts import stroke_on
from generator.drawing.stroke_views import StrokeView, view_stroke
from generator.figure.hands import HANDS
from generator.model.kinds.routine import Routine
from generator.model.kinds.technique import Direction, HandPart, StepStroke
from tests.drawn_site import Drawn


def seen(drawn: Drawn, technique: str, area: str, changed: StepStroke | None) -> tuple[StrokeView, str]:
    thing, _ = drawn.technique(technique)
    done = stroke_on(thing, drawn.body, [], (area,), {}, changed)
    view = next(view_stroke(done, 1))
    return view, view.say(done)


def heights(view: StrokeView) -> tuple[float, float]:
    """Tell where a stroke begins and where it ends, in mm from the floor."""
    course = view.laid.courses[0]
    return course[0].y, course[-1].y


def test_another_hand_is_shown_and_said(drawn: Drawn) -> None:
    view, words = seen(drawn, "friction", "knee-joint", StepStroke(hand=HandPart.THUMBS))
    assert view.laid.hand is HANDS[HandPart.THUMBS]
    assert "with the thumbs" in words


def test_another_direction_is_shown_and_said(drawn: Drawn) -> None:
    up, words_up = seen(drawn, "deep-tissue-massage", "calf", StepStroke(direction=Direction.UPWARDS))
    down, words_down = seen(drawn, "deep-tissue-massage", "calf", StepStroke(direction=Direction.DOWNWARDS))
    assert heights(up)[0] < heights(up)[1]
    assert heights(down)[0] > heights(down)[1]
    assert "upwards" in words_up
    assert "downwards" in words_down


@pytest.mark.parametrize(("above", "below"), [(0, 45), (45, 0), (30, 30)])
def test_free_ends_of_a_place_stay_free(drawn: Drawn, above: int, below: int) -> None:
    view, _ = seen(drawn, "deep-tissue-massage", "calf", StepStroke(free_above=above, free_below=below))
    box = view.frame.plate.regions["calf"].box
    lowest, highest = sorted(heights(view))
    assert (box.top - highest) / box.height == pytest.approx(above / 100, abs=0.12)
    assert (lowest - box.bottom) / box.height == pytest.approx(below / 100, abs=0.12)


def test_a_stroke_with_a_free_end_stays_on_the_area_of_its_step(drawn: Drawn) -> None:
    _, words = seen(drawn, "effleurage", "thigh", None)
    assert "from the knee joint up to the thigh" in words
    view, words = seen(drawn, "effleurage", "thigh", StepStroke(free_below=20))
    assert "upwards along the thigh" in words
    assert min(heights(view)) > view.frame.plate.regions["patella"].box.top


def test_ends_that_a_step_names_are_shown_and_said(drawn: Drawn) -> None:
    changed = StepStroke(start="thigh", end="shin", direction=Direction.DOWNWARDS)
    view, words = seen(drawn, "effleurage", "thigh", changed)
    assert "from the thigh down to the shin" in words
    assert heights(view)[0] > view.frame.plate.regions["knee-joint"].box.top
    assert heights(view)[1] < view.frame.plate.regions["knee-joint"].box.bottom


def test_what_a_technique_leaves_free_holds_between_its_own_ends_alone(drawn: Drawn) -> None:
    """The long strokes stop at the middle of the thigh; on the front muscles a step goes all the way up."""
    thigh, _ = seen(drawn, "effleurage", "thigh", None)
    muscles, _ = seen(drawn, "effleurage", "quadriceps", None)
    assert max(heights(thigh)) < max(heights(muscles)) - 40


def test_the_picture_of_a_step_follows_its_own_stroke(drawn: Drawn) -> None:
    routine = drawn.things["hands-on-practice"]
    assert isinstance(routine, Routine)
    place = next(index for index, step in enumerate(routine.steps) if step.stroke)
    plain = tuple(
        phase.model_copy(update={"steps": tuple(step.model_copy(update={"stroke": None}) for step in phase.steps)})
        for phase in routine.phases
    )
    told, untold = (
        draw_strips([(one, [])], drawn.things, drawn.body)[routine.id]
        for one in (routine, routine.model_copy(update={"phases": plain}))
    )
    assert told.steps[place].words != untold.steps[place].words
    assert told.drawings[told.steps[place].number - 1] not in untold.drawings


def test_the_way_along_a_foot_is_told_by_its_toes(drawn: Drawn) -> None:
    """A picture shows the foot with its toes above, where “downwards” would be misread."""
    for area, direction, words in (
        ("foot-arch", Direction.DOWNWARDS, "along the arch of the foot, towards the toes"),
        ("foot-arch", Direction.UPWARDS, "along the arch of the foot, towards the leg"),
        ("toes", Direction.DOWNWARDS, "along the toes, away from the foot"),
    ):
        assert words in seen(drawn, "deep-tissue-massage", area, StepStroke(direction=direction))[1]
