"""The body on its side, knees bent, seen from in front and a little above: x to the right, y up, mm, the floor at 0.

The head is to the left. The legs are worked out in space first: along the body, upwards, and towards us.
"""

from collections.abc import Iterator, Mapping
from math import cos, radians, sin
from typing import Final, NamedTuple

from generator.figure.outlines import Bone, Depth, arm_skin, short_sleeve, sleeve
from generator.figure.paint import Paint, Painted
from generator.figure.shapes import Area, Point, through
from generator.figure.skeleton import SHANK, THIGH, direction_of, placed
from generator.model.pose import Angles

_FROM_ABOVE: Final = radians(27)
"""How far above the level of the body our eyes are."""

_FLOOR: Final = 230.0
"""Mm from the front edge of the mat to below the body, in the picture."""

_HIP_BENT: Final = radians(45)


class _Place(NamedTuple):
    along: float
    up: float
    near: float

    @property
    def seen(self) -> Point:
        """Where it is in the picture."""
        return Point(self.along, _FLOOR + self.up * cos(_FROM_ABOVE) - self.near * sin(_FROM_ABOVE))


_BENT: Final = (THIGH * cos(_HIP_BENT), THIGH * sin(_HIP_BENT))
_HIP: Final = _Place(490, 245, 20)
_LOWER_HIP: Final = _Place(490, 90, 20)


class _Limb(NamedTuple):
    hip: Point
    knee: Point
    ankle: Point


def _leg(hip: _Place, rests: float, opened: float) -> _Limb:
    """Bend hip and knee; `opened` degrees turn the knee upwards about the line from hip to ankle."""
    ankle = _Place(hip.along + _BENT[0] + SHANK * cos(_HIP_BENT), rests, hip.near - 10)
    middle = _Place((hip.along + ankle.along) / 2, (hip.up + ankle.up) / 2, (hip.near + ankle.near) / 2)
    turn = radians(opened)
    knee = _Place(middle.along, middle.up + _BENT[1] * sin(turn), middle.near + _BENT[1] * cos(turn))
    return _Limb(hip.seen, knee.seen, ankle.seen)


_THIGH: Final = (Depth(0.52, 76, 74), Depth(0.8, 62, 62))
_KNEE: Final = Depth(0, 60, 58)
_SHANK: Final = (Depth(0.25, 54, 60), Depth(0.5, 50, 56), Depth(0.85, 36, 38))
_SHORTS: Final = (Depth(0.3, 94, 92), Depth(0.62, 86, 84))
_LOWER_SHORTS: Final = (Depth(0.05, 90, 92), *_SHORTS)
_FOOT: Final = through(
    *(20, 36, 70, 34, 130, 40, 185, 34, 205, 12, 190, -14, 110, -26, 30, -30, -30, -38, -52, -16, -40, 20),
)
_TRUNK: Final = through(
    *(-40, 370, -20, 450, 20, 492, 20, 492, 110, 486, 230, 438, 340, 420, 430, 448, 430, 448),
    *(440, 300, 430, 146, 430, 146, 340, 158, 240, 166, 100, 130, 20, 124, 20, 124, -20, 180, -40, 240),
)
_WAIST_ABOVE: Final = through(410, 444, 410, 444, 450, 466, 505, 474)
_WAIST_BELOW: Final = through(566, 210, 556, 150, 500, 128, 405, 142, 405, 142, 420, 290)
_HEAD: Final = through(
    *(-20, 350, -76, 372, -100, 392, -170, 402, -244, 390, -292, 335, -288, 270, -234, 228, -150, 226, -96, 246),
    *(-76, 262, -20, 262),
)
_HAIR: Final = through(
    *(-160, 408, -210, 416, -270, 400, -312, 340, -306, 262, -250, 214, -180, 210, -150, 222, -150, 222),
    *(-214, 246, -238, 310, -220, 372, -160, 408, -160, 408),
)
_PILLOW: Final = through(-430, 370, -445, 250, -410, 150, -240, 136, -80, 140, -50, 180, -60, 270, -90, 340, -240, 382)
_MAT: Final = through(-440, 460, 1150, 460, 1200, 40, -490, 40)
_MAT_EDGE: Final = through(-490, 40, 1200, 40, 1200, 6, -490, 6)
_TOP_ARM: Final = through(60, 424, 196, 262, 130, 132)
_LOWER_ARM: Final = through(20, 220, -60, 110, -210, 112)


def lie_on_side(angles: Angles) -> tuple[tuple[Painted, ...], Mapping[str, Point]]:
    """Draw somebody on the side, the top knee opened by `hip_out`."""
    low = _leg(_LOWER_HIP, 45, 0)
    top = _leg(_HIP, 120, angles.hip_out or 0)
    painted = (
        *(Painted(_straight(points), Paint.PROP) for points in (_MAT, _MAT_EDGE)),
        Painted(Area(_PILLOW), Paint.TOOL_DETAIL),
        *_limb(low, Paint.FAR_SKIN),
        _shorts(low),
        *_arm(_LOWER_ARM, Paint.FAR_SKIN),
        Painted(Area(_HEAD), Paint.SKIN),
        Painted(Area(_HAIR), Paint.HAIR),
        Painted(Area(_TRUNK), Paint.CLOTH),
        *_limb(top, Paint.SKIN),
        _shorts_and_pelvis(top),
        *_arm(_TOP_ARM, Paint.SKIN),
    )
    return painted, {"hip": top.hip, "knee": top.knee, "ankle": top.ankle, "other_knee": low.knee}


def _straight(points: tuple[Point, ...]) -> Area:
    return Area(tuple(point for point in points for _ in range(2)))


def _limb(limb: _Limb, paint: Paint) -> Iterator[Painted]:
    bones = (Bone(limb.hip, limb.knee, _THIGH), Bone(limb.knee, limb.ankle, _SHANK))
    front, back = sleeve(bones, (_KNEE,))
    yield Painted(Area(placed(_FOOT, limb.ankle, -18)), paint)
    yield Painted(Area((*front, *reversed(back))), paint)


def _shorts(limb: _Limb) -> Painted:
    front, back = sleeve((Bone(limb.hip, limb.knee, _LOWER_SHORTS),), ())
    return Painted(Area((*front, front[-1], back[-1], *reversed(back))), Paint.CLOTH)


def _shorts_and_pelvis(limb: _Limb) -> Painted:
    front, back = sleeve((Bone(limb.hip, limb.knee, _SHORTS),), ())
    leg = (*front, front[-1], back[-1], *reversed(back))
    return Painted(Area((*_WAIST_ABOVE, *leg, *_WAIST_BELOW)), Paint.CLOTH)


def _arm(joints: tuple[Point, ...], paint: Paint) -> Iterator[Painted]:
    shoulder, elbow, wrist = joints
    yield Painted(arm_skin(shoulder, elbow, wrist, "grip", direction_of(elbow, wrist)), paint)
    yield Painted(short_sleeve(shoulder, elbow), Paint.CLOTH)
