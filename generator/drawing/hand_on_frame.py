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
from generator.figure.shapes import Area, box_of

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
        for place in hands:
            corners = [place.at(point) for area in self.hand.skin for point in area.edge[::4]]
            outside = sum(not self._has_room(spot) for spot in corners) / len(corners)
            fault += _OUTSIDE * max(0.0, outside - _MOST_OUTSIDE)
            if fault > most:
                return fault
            across = sum(self._is_across(spot) for spot in corners) / len(corners)
            fault += _OUTSIDE * max(0.0, across - _MOST_ACROSS)
            for edge in self._edges_to_keep_off:
                if fault > most:
                    return fault
                fault += self._presses(place, corners, edge)
        return fault

    def _has_room(self, spot: Spot) -> bool:
        """Tell whether a place lies in the frame, or beside it where the window can be widened."""
        left, right, top, bottom = self._room
        return left <= spot.x <= right and top <= spot.y <= bottom

    def _is_across(self, spot: Spot) -> bool:
        """Tell whether a place lies on the other leg, where both show."""
        frame = self.frame
        if frame.plate not in BOTH_LEGS:
            return False
        point = frame.place_of(spot)
        return point.x < 0 and any(shape.holds(point) for shape in frame.plate.skin)

    @cached_property
    def _room(self) -> tuple[float, float, float, float]:
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
    def _edges_to_keep_off(self) -> tuple[tuple[Spot, ...], ...]:
        """The edge of each region to keep off, as places in the picture."""
        return tuple(
            tuple(self.frame.at(point) for shape in region.shapes for point in outline_of(shape)[::2])
            for region in self.keep_off
        )

    def _presses(self, place: Place, corners: Sequence[Spot], edge: Sequence[Spot]) -> float:
        areas = [one.shape for one in self.hand.plain if isinstance(one.shape, Area)]
        near = 0.0
        around = box_of(place.at(corner) for corner in self.hand.reach.corners)
        for spot in edge:
            if not (around.left - _CLEAR < spot.x < around.right + _CLEAR):
                continue
            if not (around.bottom - _CLEAR < spot.y < around.top + _CLEAR):
                continue
            if any(area.holds(place.point_of(spot)) for area in areas):
                return COVERED
            if not near and any(math.dist(spot, other) < _CLEAR for other in corners):
                near = _NEAR
        return near
