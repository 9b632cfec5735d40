"""Where the hands are in each posture: on the thighs, the wall, the chair or the mat. Axes as in `skeleton.py`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import dist
from typing import Final

from generator.figure.furniture import CHAIR_BACK, MAT, SEAT
from generator.figure.shapes import Point
from generator.figure.skeleton import FOREARM, UPPER_ARM, Leg, bend_between, direction_of, moved
from generator.figure.stance import Stance
from generator.model.pose import Posture

WALL: Final = 610.0
"""Mm from the standing ankle to the wall: at arm's length."""

CHAIR_BESIDE: Final = 330.0
"""Mm from the standing ankle to where the chair's back meets its seat."""

_ARM: Final = UPPER_ARM + FOREARM
_SHOULDER_GIVES: Final = 70.0
"""Mm that the shoulder follows a hand that reaches far."""

_FAR: Final = 22.0
_THIGH_TOP: Final = 92.0
_SHIN_TOP: Final = 72.0
_LEANS: Final = 10.0
_LIFTED: Final = 300.0


@dataclass(frozen=True)
class Arm:
    """An arm: its joints, the direction of its fingers and the shape of its hand."""

    shoulder: Point
    elbow: Point
    wrist: Point
    fingers: float
    hand: str


def arms(stance: Stance) -> tuple[Arm, Arm]:
    """Place the near arm and the far arm."""
    return _PLACED[stance.posture](stance)


def _reach(shoulder: Point, wrist: Point, fingers: float, hand: str, side: int = -1) -> Arm:
    """Bend an arm so that its hand gets there; `side` -1 points the elbow backwards, as elbows do."""
    short = dist(shoulder, wrist) - 0.995 * _ARM
    if short > 0:
        shoulder = moved(shoulder, direction_of(shoulder, wrist), min(short, _SHOULDER_GIVES))
    elbow = bend_between(shoulder, wrist, UPPER_ARM, FOREARM, side)
    return Arm(shoulder, elbow, moved(elbow, direction_of(elbow, wrist), FOREARM), fingers, hand)


def _shifted(point: Point, by: float) -> Point:
    return Point(point.x + by, point.y)


def _on_thighs(stance: Stance) -> tuple[Arm, Arm]:
    return (
        _on_limb(stance.shoulder, stance.near.hip, stance.near.knee, 0.42, _THIGH_TOP),
        _on_limb(_shifted(stance.shoulder, _FAR), stance.near.hip, stance.near.knee, 0.5, _THIGH_TOP),
    )


def _on_upper_thighs(stance: Stance) -> tuple[Arm, Arm]:
    return (
        _on_limb(stance.shoulder, stance.near.hip, stance.near.knee, 0.2, _THIGH_TOP + 8),
        _on_limb(_shifted(stance.shoulder, _FAR), stance.near.hip, stance.near.knee, 0.24, _THIGH_TOP + 8),
    )


def _on_limb(shoulder: Point, start: Point, end: Point, share: float, top: float) -> Arm:
    along = direction_of(start, end)
    wrist = moved(moved(start, along, share * dist(start, end)), along + 90, top)
    return _reach(shoulder, wrist, along - 6, "flat")


def _on_leg_out(stance: Stance) -> tuple[Arm, Arm]:
    if stance.lean <= _LEANS:
        return _on_thighs(stance)
    shin = (stance.near.knee, stance.near.ankle)
    return (
        _on_limb(stance.shoulder, *shin, 0.06, _SHIN_TOP),
        _on_limb(_shifted(stance.shoulder, _FAR), *shin, 0.16, _SHIN_TOP),
    )


def _on_seat(stance: Stance) -> tuple[Arm, Arm]:
    wrist = Point(stance.hip.x + 70, SEAT + 52)
    return (
        _reach(stance.shoulder, wrist, 275, "grip"),
        _reach(_shifted(stance.shoulder, _FAR), _shifted(wrist, 2 * _FAR), 275, "grip"),
    )


def _on_mat(stance: Stance) -> tuple[Arm, Arm]:
    wrist = Point(stance.shoulder.x + 0.985 * _ARM, MAT + 28)
    near = _reach(stance.shoulder, wrist, -1, "flat", 1)
    return near, near


def _on_wall(stance: Stance) -> tuple[Arm, Arm]:
    return (
        _reach(stance.shoulder, Point(WALL - 24, 1285), 88, "flat"),
        _reach(_shifted(stance.shoulder, _FAR), Point(WALL - 24, 1315), 88, "flat"),
    )


def _on_chair(stance: Stance) -> tuple[Arm, Arm]:
    top = Point(CHAIR_BESIDE + CHAIR_BACK.x, CHAIR_BACK.y)
    far = _reach(_shifted(stance.shoulder, _FAR), Point(top.x - 50, top.y + 42), -28, "grip")
    ankle = stance.near.ankle
    if ankle.y < _LIFTED:
        return _hanging(stance.shoulder, 266, 12), far
    hold = direction_of(ankle, stance.shoulder)
    return _reach(stance.shoulder, moved(ankle, hold, 62), hold + 180, "grip"), far


def _walking(stance: Stance) -> tuple[Arm, Arm]:
    return (
        _hanging(stance.shoulder, 270 - _swing(stance.near), 22),
        _hanging(_shifted(stance.shoulder, _FAR), 270 - _swing(stance.far), 22),
    )


def _swing(leg: Leg) -> float:
    """Tell how far the arm of the same side swings the other way."""
    return 0.9 * ((direction_of(leg.hip, leg.knee) - 270 + 180) % 360 - 180)


def _hanging(shoulder: Point, upper: float, bent: float) -> Arm:
    elbow = moved(shoulder, upper, UPPER_ARM)
    return Arm(shoulder, elbow, moved(elbow, upper + bent, FOREARM), upper + bent + 4, "at-ease")


_PLACED: Final[Mapping[Posture, Callable[[Stance], tuple[Arm, Arm]]]] = {
    Posture.SITTING: _on_seat,
    Posture.SITTING_BACK_SUPPORTED: _on_thighs,
    Posture.LEGS_OUT: _on_thighs,
    Posture.ONE_LEG_OUT: _on_leg_out,
    Posture.KNEE_ON_PILLOW: _on_upper_thighs,
    Posture.LEG_ON_PILLOWS: _on_upper_thighs,
    Posture.LYING_ON_BACK: _on_mat,
    Posture.STANDING_AT_WALL: _on_wall,
    Posture.STANDING_AT_CHAIR: _on_chair,
    Posture.WALKING: _walking,
}
