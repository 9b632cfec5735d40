"""How the body comes to rest in a posture: seat, bed and floor carry it. Axes as in `skeleton.py`."""

from dataclasses import dataclass
from typing import Final

from generator.figure.furniture import BED, MAT, SEAT
from generator.figure.shapes import Point
from generator.figure.skeleton import THIGH, TRUNK, Leg, LegAngles, leg_at, moved, rested
from generator.model.pose import Angles, Posture

_HIP_ABOVE_SEAT: Final = 82.0
_HIP_ABOVE_MAT: Final = 114.0
_STEEPEST_BRIDGE: Final = 60.0
_ON_CHAIR: Final = SEAT + _HIP_ABOVE_SEAT
_ON_BED: Final = BED + _HIP_ABOVE_SEAT


@dataclass(frozen=True)
class _Own:
    """What a posture is like where an exercise says nothing: its angles, and how high the hip and the feet rest."""

    hip: int
    knee: int
    other_hip: int
    other_knee: int
    trunk: int = 0
    seat: float = 0
    ground: float = 0
    other_ground: float = 0
    other_thigh: float = THIGH


_OWN: Final = {
    Posture.SITTING: _Own(90, 90, 90, 90, seat=_ON_CHAIR),
    Posture.SITTING_BACK_SUPPORTED: _Own(85, 90, 85, 90, trunk=-5, seat=_ON_CHAIR),
    Posture.LEGS_OUT: _Own(72, 0, 72, 0, trunk=-18, seat=_ON_BED, ground=BED, other_ground=BED),
    Posture.ONE_LEG_OUT: _Own(90, 3, 90, 90, seat=_ON_BED, ground=BED, other_thigh=0.55 * THIGH),
    Posture.KNEE_ON_PILLOW: _Own(85, 26, 72, 2, trunk=-18, seat=_ON_BED, ground=BED, other_ground=BED),
    Posture.LEG_ON_PILLOWS: _Own(85, 10, 72, 2, trunk=-18, seat=_ON_BED, ground=BED, other_ground=BED),
    Posture.LYING_ON_BACK: _Own(50, 102, 50, 102, ground=MAT, other_ground=MAT),
    Posture.STANDING_AT_WALL: _Own(3, 2, 3, 2, trunk=3),
    Posture.STANDING_AT_CHAIR: _Own(0, 2, 0, 2),
    Posture.WALKING: _Own(0, 4, 0, 4),
}
_STANDING: Final = (Posture.STANDING_AT_WALL, Posture.STANDING_AT_CHAIR, Posture.WALKING)
_ONE_LEG_ONLY: Final = (Posture.ONE_LEG_OUT, Posture.LYING_ON_SIDE, *_STANDING)
"""Postures that one leg holds while the other carries, hangs or lies below."""


@dataclass(frozen=True)
class Stance:
    """The body at rest; `trunk` is the direction from the hip to the shoulder, `lean` how far it leans forwards."""

    posture: Posture
    trunk: float
    near: Leg
    far: Leg

    @property
    def hip(self) -> Point:
        """The hip joint."""
        return self.near.hip

    @property
    def shoulder(self) -> Point:
        """The shoulder joint."""
        return moved(self.hip, self.trunk, TRUNK)

    @property
    def lean(self) -> float:
        """Degrees that the trunk leans forwards from upright."""
        return 90 - self.trunk


def held(posture: Posture, angles: Angles) -> Angles:
    """Complete angles with those of the posture. A thigh that nobody gives one stays where it is when the trunk leans.

    Ankles are left as they are: a foot that nobody gives an angle stands flat.
    """
    own = _OWN.get(posture)
    if own is None:
        return angles
    lean = own.trunk if angles.trunk is None else angles.trunk
    of_posture = {
        "hip": own.hip + lean - own.trunk,
        "knee": own.knee,
        "other_hip": own.other_hip + lean - own.trunk,
        "other_knee": own.other_knee,
        "trunk": lean,
    }
    left_out = {joint: angle for joint, angle in of_posture.items() if getattr(angles, joint) is None}
    return angles.model_copy(update=left_out)


def drawn_joints(posture: Posture) -> tuple[str, ...]:
    """List the angles that the pictures of a posture show: who lies on the side only opens the knee."""
    if posture is Posture.LYING_ON_SIDE:
        return ("hip_out",)
    return tuple(joint for joint in Angles.model_fields if joint != "hip_out")


def together(posture: Posture, angles: Angles) -> Angles:
    """Let the other leg do what the near one does, in its angles that are left out; not where only one leg can."""
    if posture in _ONE_LEG_ONLY:
        return angles
    whole = held(posture, angles)
    of_near = {"other_hip": whole.hip, "other_knee": whole.knee, "other_ankle": whole.ankle}
    left_out = {joint: angle for joint, angle in of_near.items() if getattr(angles, joint) is None}
    return angles.model_copy(update=left_out)


def settle(posture: Posture, angles: Angles) -> Stance:
    """Let the body come to rest."""
    own, whole = _OWN[posture], held(posture, angles)
    lean = whole.trunk or 0
    near = LegAngles(whole.hip or 0, whole.knee or 0, angles.ankle)
    far = LegAngles(whole.other_hip or 0, whole.other_knee or 0, angles.other_ankle, own.other_thigh)
    hip, trunk = Point(0, own.seat), 90.0 - lean
    if posture is Posture.LYING_ON_BACK:
        tilt = _tilt(near, far)
        hip, trunk = _lifted_hip(tilt), 180.0 + tilt - lean
    elif posture in _STANDING:
        legs = [leg_at(hip, trunk, leg) for leg in (near, far)]
        hip = Point(0 if posture is Posture.WALKING else -legs[1].ankle.x, -min(leg.lowest for leg in legs))
    return Stance(
        posture,
        trunk,
        rested(leg_at(hip, trunk, near), near, own.ground),
        rested(leg_at(hip, trunk, far), far, own.other_ground),
    )


def _lifted_hip(tilt: float) -> Point:
    return moved(Point(0, MAT + _HIP_ABOVE_MAT), tilt, TRUNK)


def _tilt(near: LegAngles, far: LegAngles) -> float:
    """Find how far the legs lift the trunk off the mat: so far that no foot sinks into it."""
    low, high = 0.0, _STEEPEST_BRIDGE
    for _ in range(16):
        tilt = (low + high) / 2
        if min(leg_at(_lifted_hip(tilt), 180 + tilt, leg).lowest for leg in (near, far)) < MAT:
            low = tilt
        else:
            high = tilt
    return low
