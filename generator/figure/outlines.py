"""The flesh of the posed body: smooth outlines round the bones, in mm.

Depths from front to back as in the sagittal plates. `front` of a limb lies to the left of its course from the trunk to
its end, as the shin does in somebody who stands and faces right.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, dist, radians, sin
from typing import Final, NamedTuple

from generator.figure.shapes import Area, Point, through
from generator.figure.skeleton import FOOT, Leg, direction_of, moved, placed

_FOLDED: Final = 55.0
"""Degrees of bend from which the skin folds to a crease."""

_CLEAR: Final = 14.0
"""Mm that a point of the outline keeps from the middle of a bend."""

_LONGEST_CREASE: Final = 1.9
"""A crease lies at most this many times as far from the joint as the skin of the straight limb."""


class Depth(NamedTuple):
    """How far the skin lies from the bone, before and behind it, at a fraction of the bone's length."""

    at: float
    front: float
    back: float


@dataclass(frozen=True)
class Bone:
    """One straight piece of a limb with the depths along it."""

    start: Point
    end: Point
    depths: tuple[Depth, ...]

    @property
    def direction(self) -> float:
        """Where it points."""
        return direction_of(self.start, self.end)


def sleeve(bones: Sequence[Bone], joints: Sequence[Depth]) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Lay skin round bones: the front edge and the back edge, both from the trunk to the end."""
    return tuple(_edge(bones, joints, 1)), tuple(_edge(bones, joints, -1))


def _edge(bones: Sequence[Bone], joints: Sequence[Depth], side: int) -> Iterator[Point]:
    for number, bone in enumerate(bones):
        before = bones[number - 1] if number > 0 else None
        after = bones[number + 1] if number + 1 < len(bones) else None
        length = dist(bone.start, bone.end)
        for at, front, back in bone.depths:
            along = moved(bone.start, bone.direction, at * length)
            point = moved(along, bone.direction + side * 90, front if side > 0 else back)
            if (before is None or _past(point, bone.start, _middle(before, bone)) > _CLEAR) and (
                after is None or _past(point, bone.end, _middle(bone, after)) < -_CLEAR
            ):
                yield point
        if after is not None:
            yield from _at_joint(bone, after, joints[number], side)


def _at_joint(bone: Bone, after: Bone, joint: Depth, side: int) -> Iterator[Point]:
    turn = _turn(bone, after)
    depth = joint.front if side > 0 else joint.back
    folds = turn * side > 0
    if folds:
        depth *= min(_LONGEST_CREASE, 1 / cos(radians(turn / 2)))
    point = moved(bone.end, _middle(bone, after) + side * 90, depth)
    yield point
    if folds and abs(turn) > _FOLDED:
        yield point


def _turn(bone: Bone, after: Bone) -> float:
    return (after.direction - bone.direction + 180) % 360 - 180


def _middle(bone: Bone, after: Bone) -> float:
    return bone.direction + _turn(bone, after) / 2


def _past(point: Point, joint: Point, direction: float) -> float:
    c, s = cos(radians(direction)), sin(radians(direction))
    return (point.x - joint.x) * c + (point.y - joint.y) * s


def _depths(*numbers: float) -> tuple[Depth, ...]:
    return tuple(Depth(*numbers[i : i + 3]) for i in range(0, len(numbers), 3))


def _closed(edges: tuple[tuple[Point, ...], tuple[Point, ...]], end: Iterable[Point] = ()) -> Area:
    front, back = edges
    return Area((*front, *end, *reversed(back)))


_THIGH: Final = _depths(*(0.1, 84, 84), *(0.4, 80, 78), *(0.68, 69, 66), *(0.9, 57, 57))
_KNEE: Final = Depth(0, 59, 54)
_SHANK: Final = _depths(*(0.12, 50, 58), *(0.32, 45, 68), *(0.55, 41, 60), *(0.8, 36, 40), *(0.94, 37, 38))
_SHORTS_WAIST: Final = _depths(*(0.0, 106, 92), *(0.45, 104, 106))
_SHORTS_HIP: Final = Depth(0, 92, 116)
_SHORTS_THIGH: Final = _depths(*(0.28, 94, 92), *(0.56, 86, 84))
_UPPER_ARM: Final = _depths(*(0.1, 44, 44), *(0.45, 43, 43), *(0.8, 40, 38))
_ELBOW: Final = Depth(0, 43, 38)
_FOREARM: Final = _depths(*(0.25, 42, 38), *(0.6, 34, 31), *(0.95, 25, 24))
_SLEEVE: Final = _depths(*(0.1, 60, 58), *(0.5, 57, 55))
WAIST: Final = 135.0
"""Mm from the hip joint to the top of the shorts."""

_SHOE: Final = through(
    *(44, 16, 60, -6, 130, -28, 195, -38, 216, -52, 212, -66, 212, -66, 110, -67, -62, -66, -62, -66, -70, -30),
    *(-52, 18),
)


def leg_skin(leg: Leg) -> Area:
    """Draw thigh, shin and foot as one."""
    bones = (Bone(leg.hip, leg.knee, _THIGH), Bone(leg.knee, leg.ankle, _SHANK))
    return _closed(sleeve(bones, (_KNEE,)), placed(FOOT, leg.ankle, leg.toes))


def shoe(leg: Leg) -> Area:
    """Draw a laced shoe on the foot."""
    return Area(placed(_SHOE, leg.ankle, leg.toes))


def shorts(leg: Leg, trunk: float) -> Area:
    """Draw the shorts over hip and thigh, from the waist to the hem."""
    waist = moved(leg.hip, trunk, WAIST)
    bones = (Bone(waist, leg.hip, _SHORTS_WAIST), Bone(leg.hip, leg.knee, _SHORTS_THIGH))
    front, back = sleeve(bones, (_SHORTS_HIP,))
    return Area((front[0], *front, front[-1], back[-1], *reversed(back), back[0]))


_HANDS: Final = {
    "flat": through(44, 24, 100, 17, 160, 11, 184, 0, 160, -10, 100, -15, 44, -23),
    "at-ease": through(34, 38, 80, 46, 92, 36, 76, 24, 120, 24, 170, 12, 180, -2, 160, -17, 90, -29, 40, -28),
    "grip": through(34, 34, 72, 36, 96, 22, 100, -4, 84, -27, 40, -30),
}


def arm_skin(shoulder: Point, elbow: Point, wrist: Point, hand: str, fingers: float) -> Area:
    """Draw upper arm, forearm and hand as one. `fingers` is the direction in which the hand points."""
    bones = (Bone(shoulder, elbow, _UPPER_ARM), Bone(elbow, wrist, _FOREARM))
    return _closed(sleeve(bones, (_ELBOW,)), placed(_HANDS[hand], wrist, fingers))


def short_sleeve(shoulder: Point, elbow: Point) -> Area:
    """Draw the sleeve of the T-shirt round the shoulder."""
    front, back = sleeve((Bone(shoulder, elbow, _SLEEVE),), ())
    top = moved(shoulder, direction_of(elbow, shoulder), 46)
    return Area((top, *front, front[-1], back[-1], *reversed(back)))


SHIRT: Final = through(
    *(52, 528, 52, 528, 92, 470, 117, 385, 108, 280, 108, 170, 100, 90, 100, 90, -100, 90, -100, 90, -88, 195),
    *(-110, 360, -104, 455, -60, 542, -60, 542, -10, 522),
)
"""The T-shirt from the side: x forwards, y from the hip up to the collar."""

HEAD: Final = through(
    *(40, 490, 42, 555, 60, 582, 96, 588, 110, 604, 110, 628, 130, 650, 114, 678, 113, 722, 82, 778, 20, 799),
    *(-48, 780, -84, 715, -72, 645, -60, 600, -70, 500),
)
HAIR: Final = through(
    *(113, 742, 86, 788, 20, 808, -54, 790, -93, 716, -84, 648, -62, 612, -62, 612, -34, 640, -18, 690, 20, 668),
    *(26, 712, 66, 716, 113, 742),
)
NECK: Final = Point(-10, 545)
"""Where the head turns on the trunk."""
