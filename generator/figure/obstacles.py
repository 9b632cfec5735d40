"""What a pose would go through: floor, seat, bed, wall and chair are firm. Mm; axes as in `skeleton.py`.

Who lies on the back needs no look: the trunk is lifted until no foot sinks into the mat.
"""

from collections.abc import Iterator
from typing import Final

from generator.figure.arms import CHAIR_BESIDE, WALL
from generator.figure.furniture import BED, CHAIR_BACK, SEAT, SEAT_DEPTH
from generator.figure.posed_body import CHAIR_BACK_AT, pose_body
from generator.figure.shapes import Point
from generator.figure.skeleton import TO_TOES, Leg, moved
from generator.figure.stance import Stance, settle
from generator.model.pose import Angles, Posture

_INTO: Final = 8.0
"""A sole or a heel may press so far into what carries it."""

_HALF_KNEE: Final = 45.0
_HALF_THIGH: Final = 25.0
_HALF_TRUNK: Final = 80.0
_HALF_HEAD: Final = 60.0
_BACK_GIVES: Final = 25.0
_ON_BED: Final = (Posture.LEGS_OUT, Posture.ONE_LEG_OUT, Posture.KNEE_ON_PILLOW, Posture.LEG_ON_PILLOWS)


def find_obstacle(posture: Posture, angles: Angles) -> str | None:
    """Name what a body would go through if it were posed so: “the wall”; None where nothing is in its way."""
    if posture is Posture.LYING_ON_SIDE:
        return None
    return next(_obstacles(settle(posture, angles), posture, angles), None)


def _obstacles(stance: Stance, posture: Posture, angles: Angles) -> Iterator[str]:
    legs = (stance.near, stance.far)
    on_bed = legs[:1] if posture is Posture.ONE_LEG_OUT else legs if posture in _ON_BED else ()
    if any(_sinks(leg, BED) for leg in on_bed):
        yield "the bed"
    if any(_sinks(leg, 0.0) for leg in legs):
        yield "the floor"
    if posture in CHAIR_BACK_AT:
        yield from _of_chair(stance, CHAIR_BACK_AT[posture])
    head = pose_body(posture, angles).joints["head"]
    if posture is Posture.STANDING_AT_WALL and any(x > WALL for x in (*_reaches(legs), head.x + _HALF_HEAD)):
        yield "the wall"
    if posture is Posture.STANDING_AT_CHAIR and any(map(_is_in_chair, _outer_points(legs))):
        yield "the chair"


def _sinks(leg: Leg, ground: float) -> bool:
    return leg.lowest < ground - _INTO or leg.knee.y - _HALF_KNEE < ground - _INTO


def _of_chair(stance: Stance, back: float) -> Iterator[str]:
    front = back + SEAT_DEPTH
    for leg in (stance.near, stance.far):
        hip, knee = leg.hip, leg.knee
        share = min(1.0, (front - hip.x) / (knee.x - hip.x)) if knee.x > hip.x else 1.0
        if hip.y + share * (knee.y - hip.y) < SEAT + _HALF_THIGH:
            yield "the seat of the chair"
    if stance.shoulder.x - _HALF_TRUNK < back - _BACK_GIVES:
        yield "the back of the chair"


def _outer_points(legs: tuple[Leg, Leg]) -> Iterator[Point]:
    for leg in legs:
        yield from (leg.knee, leg.ankle, moved(leg.ankle, leg.toes, TO_TOES))


def _reaches(legs: tuple[Leg, Leg]) -> Iterator[float]:
    for leg in legs:
        yield from (leg.knee.x + _HALF_KNEE, moved(leg.ankle, leg.toes, TO_TOES).x)


def _is_in_chair(point: Point) -> bool:
    is_below_seat = CHAIR_BESIDE < point.x < CHAIR_BESIDE + SEAT_DEPTH and point.y < SEAT
    is_behind_back = abs(point.x - CHAIR_BESIDE) < _HALF_KNEE and point.y < CHAIR_BACK.y
    return is_below_seat or is_behind_back
