"""The strip of a routine: a small picture for each step, all in one file, from which its page takes one by one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from markupsafe import Markup, escape

from generator.drawing.body import Body
from generator.drawing.exercise_pictures import draw_pose, poses_of, say_movement, window_of
from generator.drawing.stroke_pictures import stroke_on, view_stroke
from generator.drawing.tool_pictures import say_use, tool_on
from generator.drawing.words import sentence
from generator.figure.shapes import Box
from generator.model.fields import Side
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.routine import Routine
from generator.model.kinds.technique import Technique
from generator.model.kinds.tool import Tool
from generator.model.thing import Thing

FRAME: Final = 150.0
"""Units: the side of a step's picture, which is square."""

_SIDES: Final = {
    Side.EACH: "each leg in turn",
    Side.LEFT: "left leg",
    Side.RIGHT: "right leg",
    Side.BOTH: "both legs",
}


@dataclass(frozen=True)
class StepPicture:
    """The picture of a step: the number that it has in its strip, what it shows, and that with the step's name."""

    number: int
    words: str
    title: str


@dataclass(frozen=True)
class Strip:
    """All pictures of a routine, in the order of its steps. Steps that look the same share one drawing."""

    path: str
    steps: tuple[StepPicture, ...]
    drawings: tuple[Markup, ...]


Draw = Callable[[str, str, tuple[str, ...]], tuple[Markup, str]]
"""Draws a thing on an area, clear of what must not be pressed: the drawing, and what it shows in words."""


def draw_strips(
    routines: Iterable[tuple[Routine, Sequence[str]]], things: Mapping[str, Thing], body: Body
) -> dict[str, Strip]:
    """Draw the steps of routines, each given with the places to keep off. What several have in common is drawn once."""

    @cache
    def draw(thing: str, area: str, keep_off: tuple[str, ...]) -> tuple[Markup, str]:
        return _draw_step(things[thing], area, body, keep_off, things)

    return {routine.id: _strip(routine, things, tuple(keep_off), draw) for routine, keep_off in routines}


def _strip(routine: Routine, things: Mapping[str, Thing], keep_off: tuple[str, ...], draw: Draw) -> Strip:
    drawings: dict[Markup, int] = {}
    steps: list[StepPicture] = []
    for step in (step for phase in routine.phases for step in phase.steps):
        drawing, words = draw(step.named[0], step.area, keep_off)
        number = drawings.setdefault(drawing, len(drawings) + 1)
        name = things[step.named[0]].full_name
        title = sentence(f"Step {len(steps) + 1}, {name}: {words}, {_SIDES[step.side]}")
        steps.append(StepPicture(number, sentence(words).removesuffix("."), title))
    return Strip(f"pictures/routines/{routine.id}.svg", tuple(steps), tuple(drawings))


def write_strip(strip: Strip) -> str:
    """Write all pictures of a strip as one file: symbols that a page takes, and a list for who opens it."""
    frame = f"{FRAME:g}"
    count = len(strip.drawings)
    symbols = "".join(
        f'<symbol id="s{number}" viewBox="0 0 {frame} {frame}">{drawing}</symbol>'
        for number, drawing in enumerate(strip.drawings, 1)
    )
    shown = "".join(
        f'<use href="#s{number + 1}" y="{number * FRAME:g}" width="{frame}" height="{frame}"/>'
        for number in range(count)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {frame} {count * FRAME:g}" role="img">'
        f"<title>{escape(f'{count} steps')}</title>{symbols}{shown}</svg>\n"
    )


def _draw_step(
    thing: Thing, area: str, body: Body, keep_off: Sequence[str], things: Mapping[str, Thing]
) -> tuple[Markup, str]:
    if isinstance(thing, Technique):
        done = stroke_on(thing, body, keep_off, (area,), things)
        view = next(view_stroke(done, 1, (FRAME, FRAME)))
        return view.draw(), done.say(done.areas)
    if isinstance(thing, Tool):
        areas = body.areas((area,))
        return tool_on(thing, areas, body.areas(keep_off), (FRAME, FRAME)), say_use(thing, areas)
    if not isinstance(thing, Exercise):
        raise TypeError(thing.kind.singular)
    bodies = poses_of(thing.shown)
    room = Box(0, 0, FRAME, FRAME)
    return draw_pose(bodies[-1], window_of(bodies), room, bodies[0], thing), say_movement(thing.shown)
