"""A hand on a frame: what it must not cover there, and how much is wrong with a place of it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.drawing.frame import Frame, outline_of
from generator.drawing.placing import Place
from generator.drawing.svg import Spot
from generator.figure.hands import Hand
from generator.figure.plate import Region
from generator.figure.plates import BOTH_LEGS, FOOT_PLATES
from generator.figure.shapes import Area, Box, Point, box_of

COVERED: Final = 100.0
_NEAR: Final = 4.0
_OUTSIDE: Final = 14.0
"""What weighs against a place: a hand on or near what must not be pressed, or outside the frame."""

_MOST_OUTSIDE: Final = 0.12
"""The part of a hand that may lie outside the frame: its wrist."""

_CLEAR: Final = 6.0
"""Units that a hand had better stay clear of what must not be pressed."""

_MOST_ACROSS: Final = 0.04
"""The part of a hand that may lie over the other leg."""

Hands = tuple[Place, ...]


@dataclass(frozen=True)
class HandOnFrame:
    """A hand at its scale, the frame that it is to lie on, and what it must not cover there."""

    frame: Frame
    hand: Hand
    scale: float
    keep_off: Sequence[Region]
    spare_mm: float
    own: bool = False
    """Whether readers work on themselves: their right hand on their right leg, its arm from above."""

    @property
    def reaches_down(self) -> bool:
        """Whether the hand is the reader's own, on the leg: one holds a foot as one likes."""
        return self.own and self.frame.plate not in FOOT_PLATES

    def fault(self, hands: Hands, most: float) -> float:
        """Weigh what is wrong with hands: what lies outside the frame, and what they cover that must not be pressed.

        The quick looks come first, and beyond `most` the rest does not matter.
        """
        fault = 0.0
        left, right, top, bottom = self._room
        for place in hands:
            corners = [place.at(point) for point in self._corners]
            inside = sum([left <= x <= right and top <= y <= bottom for x, y in corners])
            outside = (len(corners) - inside) / len(corners)
            fault += _OUTSIDE * max(0.0, outside - _MOST_OUTSIDE)
            if fault > most:
                return fault
            across = sum(self._is_across(spot) for spot in corners) / len(corners) if self._shows_both_legs else 0.0
            fault += _OUTSIDE * max(0.0, across - _MOST_ACROSS)
            around = box_of([place.at(corner) for corner in self.hand.reach.corners])
            for edge, box in self._edges_to_keep_off:
                if fault > most:
                    return fault
                if _is_near(around, box):
                    fault += self._presses(place, corners, around, edge)
        return fault

    @cached_property
    def _corners(self) -> tuple[Point, ...]:
        """Some places all along the edge of the hand."""
        return tuple(point for area in self.hand.skin for point in area.edge[::4])

    @cached_property
    def _shows_both_legs(self) -> bool:
        return self.frame.plate in BOTH_LEGS

    def _is_across(self, spot: Spot) -> bool:
        """Tell whether a place lies on the other leg, where both show."""
        frame = self.frame
        point = frame.place_of(spot)
        return point.x < 0 and any(shape.holds(point) for shape in frame.plate.skin)

    @cached_property
    def _room(self) -> tuple[float, float, float, float]:
        """The edges between which a hand has room: of the frame, or beside it where the window can be widened."""
        frame = self.frame
        skin = [frame.at(point) for shape in frame.plate.skin for point in shape.edge]
        more = self.spare_mm * frame.scale
        left, right, top, bottom = frame.left, frame.left + frame.width, frame.top, frame.top + frame.height
        beside = [one.x for one in skin if top <= one.y <= bottom]
        return (
            left - more * all(x > left for x in beside),
            right + more * all(x < right for x in beside),
            top - more * all(one.y > top for one in skin),
            bottom + more * all(one.y < bottom for one in skin),
        )

    @cached_property
    def _edges_to_keep_off(self) -> tuple[tuple[tuple[Spot, ...], Box], ...]:
        """The edge of each region to keep off, as places in the picture, and the box around it."""
        edges = (
            tuple(self.frame.at(point) for shape in region.shapes for point in outline_of(shape)[::2])
            for region in self.keep_off
        )
        return tuple((edge, box_of(edge)) for edge in edges if edge)

    @cached_property
    def _areas(self) -> tuple[Area, ...]:
        return tuple(one.shape for one in self.hand.plain if isinstance(one.shape, Area))

    def _presses(self, place: Place, corners: Sequence[Spot], around: Box, edge: Sequence[Spot]) -> float:
        near = 0.0
        for spot in edge:
            if not (around.left - _CLEAR < spot.x < around.right + _CLEAR):
                continue
            if not (around.bottom - _CLEAR < spot.y < around.top + _CLEAR):
                continue
            if any(area.holds(place.point_of(spot)) for area in self._areas):
                return COVERED
            if not near and any(math.dist(spot, other) < _CLEAR for other in corners):
                near = _NEAR
        return near


def _is_near(one: Box, other: Box) -> bool:
    """Tell whether anything in one box can be within reach of the other."""
    across = one.left - _CLEAR < other.right and other.left < one.right + _CLEAR
    return across and one.bottom - _CLEAR < other.top and other.bottom < one.top + _CLEAR
