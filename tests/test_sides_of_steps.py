"""The side of a step is what its picture shows: the right leg, the left one, or both."""

from pathlib import Path

import pytest
from lxml import etree

from generator.drawing.body import Body
from generator.drawing.ink import Ink
from generator.drawing.routine_pictures import FRAME, Strip, draw_strips, write_strip
from generator.model.fields import Side
from generator.model.kinds.anatomy import Anatomy
from generator.model.kinds.routine import Routine
from tests.drawn_site import our_site

ROUTINE = "five-step-knee-routine"
"""Its first step lays a warm pack on, its third glides with both hands."""

STEPS = {"warm pack": 0, "long strokes": 2}


@pytest.fixture(scope="module")
def real() -> dict[str, object]:
    return {page.thing.id: page.thing for page in our_site().pages.values()}


def strip_on(things: dict[str, object], side: Side) -> Strip:
    """Draw the routine with every step on one side."""
    routine = things[ROUTINE]
    assert isinstance(routine, Routine)
    phases = tuple(
        phase.model_copy(update={"steps": tuple(step.model_copy(update={"side": side}) for step in phase.steps)})
        for phase in routine.phases
    )
    body = Body({name: thing for name, thing in things.items() if isinstance(thing, Anatomy)})
    told = routine.model_copy(update={"phases": phases})
    return draw_strips([(told, [things["no-pressure-kneecap"]])], things, body)[ROUTINE]  # type: ignore[arg-type, list-item]


def drawing_of(strip: Strip, step: int) -> str:
    return str(strip.drawings[strip.steps[step].number - 1])


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS.keys())
def test_a_step_on_the_left_is_the_mirror_image_of_one_on_the_right(real: dict[str, object], step: int) -> None:
    right, left = (drawing_of(strip_on(real, side), step) for side in (Side.RIGHT, Side.LEFT))
    assert left == f'<g transform="translate({FRAME:g} 0)scale(-1 1)">{right}</g>'


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS.keys())
def test_a_step_on_each_side_shows_the_right_one(real: dict[str, object], step: int) -> None:
    right, each = (drawing_of(strip_on(real, side), step) for side in (Side.RIGHT, Side.EACH))
    assert each == right


def test_a_pack_on_both_legs_lies_on_both(real: dict[str, object]) -> None:
    packs = {side: drawing_of(strip_on(real, side), 0).count(f'fill="{Ink.WARM}"') for side in (Side.RIGHT, Side.BOTH)}
    assert packs[Side.BOTH] == 2 * packs[Side.RIGHT] > 0


def test_hands_on_both_legs_are_still_two_hands(real: dict[str, object]) -> None:
    drawings = {side: drawing_of(strip_on(real, side), 2) for side in (Side.RIGHT, Side.BOTH)}
    sleeves = {side: drawing.count(f'fill="{Ink.CLOTH}"') for side, drawing in drawings.items()}
    casings = {side: drawing.count(f'stroke="{Ink.STROKE}"') for side, drawing in drawings.items()}
    assert sleeves[Side.BOTH] == sleeves[Side.RIGHT]
    assert casings[Side.BOTH] > casings[Side.RIGHT]


def test_a_strip_with_left_steps_is_a_sound_file(real: dict[str, object], tmp_path: Path) -> None:
    file = tmp_path / "steps.svg"
    file.write_text(write_strip(strip_on(real, Side.LEFT)), encoding="utf-8")
    assert len(etree.parse(file).findall("{http://www.w3.org/2000/svg}symbol")) > 3
