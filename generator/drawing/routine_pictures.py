"""The strip of a routine: a small picture for each step, all in one file, from which its page takes one by one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from markupsafe import Markup

from generator.drawing.body import Body
from generator.drawing.exercise_pictures import draw_pose, pack_of, poses_of, say_exercise, window_of
from generator.drawing.stroke_on_parts import stroke_on
from generator.drawing.stroke_views import view_stroke
from generator.drawing.svg import group
from generator.drawing.tool_pictures import say_use, tool_on
from generator.drawing.words import capitalised
from generator.figure.shapes import Box
from generator.model.fields import Performer, Side
from generator.model.kinds.caution import Caution
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.routine import Routine
from generator.model.kinds.technique import StepStroke, Technique
from generator.model.kinds.tool import Tool
from generator.model.reach import kept_off
from generator.model.thing import Thing

FRAME: Final = 150.0
"""Units: the side of a step's picture, which is square."""


@dataclass(frozen=True)
class StepPicture:
    """The picture of a step: the number that it has in its strip, and what it shows in words."""

    number: int
    words: str


@dataclass(frozen=True)
class Strip:
    """All pictures of a routine, in the order of its steps. Steps that look the same share one drawing."""

    steps: tuple[StepPicture, ...]
    drawings: tuple[Markup, ...]


@dataclass(frozen=True)
class Shown:
    """What a step's picture depends on: two steps with the same look the same."""

    thing: str
    area: str
    side: Side
    by_oneself: bool
    keep_off: tuple[str, ...]
    stroke: StepStroke | None = None


Draw = Callable[[Shown], tuple[Markup, str]]
"""Draws a step: the drawing, and what it shows in words."""


def draw_strips(
    routines: Iterable[tuple[Routine, Sequence[Caution]]], things: Mapping[str, Thing], body: Body
) -> dict[str, Strip]:
    """Draw the steps of routines, each given with its cautions. What several have in common is drawn once."""

    @cache
    def draw(shown: Shown) -> tuple[Markup, str]:
        drawing, words = _draw_step(shown, body, things)
        return (_mirrored(drawing) if shown.side is Side.LEFT else drawing), words

    return {routine.id: _strip(routine, things, cautions, draw) for routine, cautions in routines}


def _strip(routine: Routine, things: Mapping[str, Thing], cautions: Sequence[Caution], draw: Draw) -> Strip:
    drawings: dict[Markup, int] = {}
    steps: list[StepPicture] = []
    by_oneself = Performer.SELF in routine.who
    for step in (step for phase in routine.phases for step in phase.steps):
        thing = things[step.named[0]]
        keep_off = kept_off(thing, things, cautions)
        drawing, words = draw(Shown(thing.id, step.area, step.side, by_oneself, keep_off, step.stroke))
        number = drawings.setdefault(drawing, len(drawings) + 1)
        steps.append(StepPicture(number, capitalised(words)))
    return Strip(tuple(steps), tuple(drawings))


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
        f"<title>The steps of a routine</title>{symbols}{shown}</svg>\n"
    )


def _mirrored(drawing: Markup) -> Markup:
    """Show the left leg: the figure is drawn as a right one, and a step's picture holds no letters to turn round."""
    return group([drawing], transform=f"translate({FRAME:g} 0)scale(-1 1)")


def _draw_step(shown: Shown, body: Body, things: Mapping[str, Thing]) -> tuple[Markup, str]:
    thing, both_legs = things[shown.thing], shown.side is Side.BOTH
    if isinstance(thing, Technique):
        done = stroke_on(thing, body, shown.keep_off, (shown.area,), things, shown.stroke)
        done = replace(done, by_oneself=done.by_oneself and shown.by_oneself)
        view = next(view_stroke(done, 1, (FRAME, FRAME)))
        return view.draw(both_legs=both_legs), view.say(done)
    if isinstance(thing, Tool):
        areas = body.areas((shown.area,))
        drawn = tool_on(thing, areas, body.areas(shown.keep_off), (FRAME, FRAME), both_legs=both_legs)
        return drawn, say_use(thing, areas)
    if not isinstance(thing, Exercise):
        raise TypeError(thing.kind.singular)
    (area,) = body.areas((shown.area,))
    bodies = poses_of(thing.shown, pack_of(thing, area), both_legs=both_legs)
    room = Box(0, 0, FRAME, FRAME)
    return draw_pose(bodies[-1], window_of(bodies), room, bodies[0], thing.shown), say_exercise(thing, [area])
