"""What a stroke does, gathered from a technique: where, how hard, how often, with what, and where not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generator.drawing.body import Body
from generator.drawing.tool_uses import ROLLED
from generator.drawing.words import say_stroke, with_article
from generator.model.fields import Part, Performer
from generator.model.kinds.anatomy import Anatomy
from generator.model.kinds.technique import HandPart, Pressure, StepStroke, Stroke, StrokeKind, Technique
from generator.model.kinds.tool import Tool
from generator.model.thing import Thing

NO_THINGS: Final[Mapping[str, Thing]] = MappingProxyType({})
_ON_EACH: Final = frozenset({StrokeKind.CROSS_FIBRE, StrokeKind.PRESS, StrokeKind.TAP, StrokeKind.KNEAD})
"""Strokes that are done on each area for itself: a step that names one area means that one alone."""


@dataclass(frozen=True)
class StrokeOnParts:
    """A stroke with all that a picture of it says: where, how hard, how often, and where not."""

    stroke: Stroke
    pressure: Pressure
    areas: tuple[Anatomy, ...]
    start: Anatomy | None
    end: Anatomy | None
    part: Part
    keep_off: tuple[Anatomy, ...]
    tool: Tool | None = None
    by_oneself: bool = False

    @property
    def is_at_start(self) -> bool:
        """Whether it is done at its start alone: that is told, no end is, and it is not done on each area by turns."""
        is_repeated = self.stroke.kind in _ON_EACH | {StrokeKind.ROLL}
        return self.start is not None and self.end is None and len(self.areas) > 1 and not is_repeated

    def say(self, areas: Sequence[Anatomy]) -> str:
        """Say what is done on some of its areas."""
        tool = with_article(self.tool.name) if self.tool else ""
        return say_stroke(self.stroke, self.start, self.end, areas, tool)


def stroke_on(
    technique: Technique,
    body: Body,
    keep_off: Sequence[str],
    areas: Sequence[str] = (),
    things: Mapping[str, Thing] = NO_THINGS,
    changed: StepStroke | None = None,
) -> StrokeOnParts:
    """Gather what a technique does, on its own areas or on those of a routine's step; `things` hold its tools.

    `changed` is what a step says of the stroke itself.
    """
    own = body.areas(areas or technique.areas)
    stroke = changed.change(technique.stroke) if changed else technique.stroke
    ends = [body.parts[one] if one else None for one in (stroke.start, stroke.end)]
    is_told = changed is not None and (changed.start or changed.end)
    if areas and not is_told and (stroke.kind in _ON_EACH or not {end.id for end in ends if end} & set(areas)):
        if all(ends):
            stroke = _within(stroke, changed)
        ends = [None, None]
    return StrokeOnParts(
        stroke,
        technique.pressure,
        tuple(own),
        ends[0],
        ends[1],
        technique.part,
        tuple(body.areas(keep_off)),
        _rolling_tool(technique, things),
        Performer.SELF in technique.who,
    )


def _within(stroke: Stroke, changed: StepStroke | None) -> Stroke:
    """Keep what a step itself leaves free of its area: what the technique does belongs to where its stroke ends."""
    above, below = (changed.free_above, changed.free_below) if changed else (None, None)
    return stroke.model_copy(update={"free_above": above, "free_below": below})


def _rolling_tool(technique: Technique, things: Mapping[str, Thing]) -> Tool | None:
    """Find the first of the tools of a technique that rolls, where it is done with a tool."""
    if technique.stroke.hand is not HandPart.TOOL:
        return None
    tools = (things.get(one) for one in technique.tools)
    return next((one for one in tools if isinstance(one, Tool) and one.shape in ROLLED), None)
