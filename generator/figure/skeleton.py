"""The bones of the posed body: where the joints are, from the angles that clinicians measure.

Seen from its right side, facing right: x to the right, y upwards, in mm, the floor at 0. Directions are degrees,
anticlockwise from the right. Lengths after the segments of Drillis and Contini (1966) for 1.70 m.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import acos, atan2, cos, degrees, dist, radians, sin
from typing import Final

from generator.figure.shapes import Point, through

THIGH: Final = 417.0
SHANK: Final = 418.0
TO_TOES: Final = 190.0
UPPER_ARM: Final = 316.0
FOREARM: Final = 248.0
TRUNK: Final = 490.0

FOOT: Final = through(
    *(55, -10, 120, -34, 180, -46, 202, -55, 194, -66, 140, -67, 40, -66, -40, -66, -60, -50, -56, -16),
)
"""The foot from its side: x from the ankle to the toes, y towards the shin, from the instep round to the heel."""

_NEARLY: Final = 60.0
"""Mm. A foot this near to what lies under it is meant to rest on it."""

_STEEP: Final = 60.0
"""Degrees from upright, up to which a shin stands on its sole and not on its heel."""

_HANGING_FOOT: Final = -12.0


def moved(start: Point, direction: float, length: float) -> Point:
    """Go some way in a direction."""
    return Point(start.x + length * cos(radians(direction)), start.y + length * sin(radians(direction)))


def direction_of(start: Point, end: Point) -> float:
    """Tell the direction from one place to another, from 0 to 360."""
    return degrees(atan2(end.y - start.y, end.x - start.x)) % 360


def placed(points: Iterable[Point], origin: Point, direction: float) -> tuple[Point, ...]:
    """Put a shape at a place, with its own x in a direction."""
    c, s = cos(radians(direction)), sin(radians(direction))
    return tuple(Point(origin.x + c * x - s * y, origin.y + s * x + c * y) for x, y in points)


def bend_between(start: Point, end: Point, first: float, second: float, side: int) -> Point:
    """Find the joint between two bones that reach from `start` to `end`: 1 bends it to the left of that line."""
    nearest, farthest = abs(first - second), first + second
    reach = min(max(dist(start, end), nearest + 0.001 * farthest), 0.999 * farthest)
    angle = degrees(acos((first**2 + reach**2 - second**2) / (2 * first * reach)))
    return moved(start, direction_of(start, end) + side * angle, first)


@dataclass(frozen=True)
class Leg:
    """One leg: its joints, and the direction from the ankle to the toes."""

    hip: Point
    knee: Point
    ankle: Point
    toes: float

    @property
    def lowest(self) -> float:
        """How high its lowest part is."""
        return self.ankle.y + _depth(self.toes)


@dataclass(frozen=True)
class LegAngles:
    """The angles of one leg; `ankle` None lets the foot stand flat, or hang."""

    hip: float
    knee: float
    ankle: float | None
    thigh: float = THIGH
    """Mm. Less than its length where the thigh points away from us."""


def leg_at(hip: Point, trunk: float, angles: LegAngles) -> Leg:
    """Hang a leg from the hip. `trunk` is the direction from the hip to the shoulder."""
    thigh = trunk + 180 + angles.hip
    shank = thigh - angles.knee
    knee = moved(hip, thigh, angles.thigh)
    if angles.ankle is None:
        toes = 0.0 if _upright(shank) else shank + 90 + _HANGING_FOOT
    else:
        toes = shank + 90 + angles.ankle
    return Leg(hip, knee, moved(knee, shank, SHANK), toes)


def rested(leg: Leg, angles: LegAngles, ground: float) -> Leg:
    """Let a foot that is close to the ground rest on it, and one that is not hang."""
    gap = leg.lowest - ground
    if abs(gap) <= _NEARLY:
        ankle = Point(leg.ankle.x, leg.ankle.y - gap)
        return Leg(leg.hip, bend_between(leg.hip, ankle, angles.thigh, SHANK, 1), ankle, leg.toes)
    if angles.ankle is None:
        return Leg(leg.hip, leg.knee, leg.ankle, direction_of(leg.knee, leg.ankle) + 90 + _HANGING_FOOT)
    return leg


def _upright(shank: float) -> bool:
    return abs((shank - 270 + 180) % 360 - 180) < _STEEP


def _depth(toes: float) -> float:
    return min(y for _, y in placed(FOOT, Point(0, 0), toes))
