"""The mark of a stroke at one place: which of the marks it is, and how far it reaches on the body there."""

from dataclasses import dataclass
from typing import Final

from generator.drawing.courses import distance_to_edge
from generator.drawing.frame import Frame
from generator.drawing.marks import (
    Mark,
    apart,
    arrow,
    bars_across,
    dot_with_rings,
    facing,
    gathered,
    paused,
    pulse,
    rocking,
    round_arrow,
    to_and_from,
)
from generator.drawing.svg import Spot, angle_from
from generator.figure.shapes import Point
from generator.model.kinds.technique import Direction, HandPart, Stroke, StrokeKind

MARK_RADIUS: Final = 12.5

_CANNOT_LIFT: Final = frozenset({HandPart.KNUCKLES, HandPart.FIST, HandPart.TOOL})
"""What kneads by rolling from side to side, for it cannot take hold of a fold."""


_LEAST_REACH: Final = 15.0
"""Units that a mark across the body reaches to both sides, even where its place lies beside the body."""

_MARGIN: Final = 6.0
"""Units between a mark and the edge of its frame."""


@dataclass(frozen=True)
class MarkMaker:
    """Makes the marks of one stroke in one frame."""

    frame: Frame
    stroke: Stroke
    weight: float

    def at(self, point: Point, course: tuple[Point, ...], size: float) -> Mark:
        """Make the mark at a place of a course."""
        spot, kind, weight = self.frame.at(point), self.stroke.kind, self.weight
        fibres = angle_from(self.frame.at(course[0]), self.frame.at(course[-1]))
        if kind is StrokeKind.CIRCLE:
            return round_arrow(spot, MARK_RADIUS * size, weight, size)
        if kind is StrokeKind.CROSS_FIBRE:
            return bars_across(spot, fibres, weight, size)
        if kind is StrokeKind.TAP:
            return pulse(spot, size)
        if kind is StrokeKind.PRESS:
            return dot_with_rings(spot, weight, size)
        if kind is StrokeKind.KNEAD:
            across = _upright(fibres + 90)
            knead = rocking if self.stroke.hand in _CANNOT_LIFT else gathered
            return knead(spot, across, weight, size)
        if kind is StrokeKind.HOLD:
            return paused(spot, weight, size)
        if kind is StrokeKind.PULL:
            return arrow([spot.towards(fibres, far * size) for far in (0, 20, 40)], weight, size)
        return self._across(point, fibres, size)

    def _across(self, point: Point, fibres: float, size: float) -> Mark:
        """Make a mark that reaches from one edge of the body to the other."""
        spot, kind, weight = self.frame.at(point), self.stroke.kind, self.weight
        left, right = self._edges(point, fibres + 90)
        reach = max(_LEAST_REACH * size, abs(complex(right.x - left.x, right.y - left.y)) / 2)
        if kind is StrokeKind.SQUEEZE:
            return facing(left, right, weight, size=size)
        if kind is StrokeKind.TWIST:
            return to_and_from(spot, fibres + 90, weight, reach, size)
        if self.stroke.direction is Direction.TO_AND_FRO:
            bend = [spot.towards(fibres + turn, far * size) for turn, far in ((60, 30), (0, 22), (-60, 30))]
            return arrow(self._shown(bend), weight, size, both_ends=True)
        return apart(spot, fibres + 90, weight, reach, size)

    def _shown(self, spots: list[Spot]) -> list[Spot]:
        """Shift a mark into the frame, where it would be cut off."""
        frame = self.frame
        x = max(0.0, frame.left + _MARGIN - min(one.x for one in spots))
        x -= max(0.0, max(one.x for one in spots) - frame.left - frame.width + _MARGIN)
        y = max(0.0, frame.top + _MARGIN - min(one.y for one in spots))
        y -= max(0.0, max(one.y for one in spots) - frame.top - frame.height + _MARGIN)
        return [Spot(one.x + x, one.y + y) for one in spots]

    def _edges(self, point: Point, turn: float) -> tuple[Spot, Spot]:
        """Find the two edges of the body beside a place."""
        centre = self.frame.at(point)
        reach = []
        for sign in (-1, 1):
            step = centre.towards(turn, sign)
            x = (step.x - centre.x) * (-1 if self.frame.plate.turned else 1)
            found = distance_to_edge(self.frame.plate.skin, point, Point(x, centre.y - step.y))
            reach.append(found * self.frame.scale)
        return centre.towards(turn, -reach[0]), centre.towards(turn, reach[1])


def _upright(turn: float) -> float:
    """Turn a line by half where what stands on it would hang head down."""
    return turn + 180 if 90 < turn % 360 <= 270 else turn  # noqa: PLR2004 (degrees)
