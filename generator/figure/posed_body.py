"""The body in the postures of the exercises, seen from its right side: x to the right, y up, in mm, floor at 0.

The near leg, the right one, is the one that moves. Who lies on the side is seen from the front: `side_lying.py`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from generator.figure.arms import CHAIR_BESIDE, WALL, Arm, arms
from generator.figure.furniture import BED, MAT, bed, chair, floor, mat, pack, pillow, wall
from generator.figure.outlines import HAIR, HEAD, NECK, SHIRT, arm_skin, leg_skin, shoe, short_sleeve, shorts
from generator.figure.paint import Paint, Painted
from generator.figure.shapes import Area, Point
from generator.figure.side_lying import lie_on_side
from generator.figure.skeleton import THIGH, TO_TOES, TRUNK, Leg, direction_of, moved, placed
from generator.figure.stance import Stance, settle
from generator.model.fields import Part
from generator.model.pose import Angles, Posture

_SHOD: Final = (Posture.STANDING_AT_WALL, Posture.WALKING)
CHAIR_BACK_AT: Final = {Posture.SITTING: -250.0, Posture.SITTING_BACK_SUPPORTED: -142.0}
"""Where the back of the chair meets its seat, from the hip."""

_ON_BED: Final = (Posture.LEGS_OUT, Posture.KNEE_ON_PILLOW, Posture.LEG_ON_PILLOWS)
_FAR: Final = Point(26, 0)
"""By how much far limbs are shown further forwards, so that they do not hide."""

_PACKED: Final = {
    Part.THIGH: ("hip", "knee", 0.6),
    Part.LOWER_LEG: ("knee", "ankle", 0.45),
    Part.FOOT: ("ankle", "toes", 0.3),
}
"""Between which joints a pack is wrapped around a part, and how far along; it bends around a knee, and all the rest."""

_SEEN_BEHIND: Final = 42.0
"""Mm that the pack on the far leg lies nearer to the foot, so that it is seen to be a second one."""

_HIP_TO_CROWN: Final = 808.0
_BED_LENGTH: Final = 1330.0


@dataclass(frozen=True)
class PosedBody:
    """The picture of a posture, from what lies furthest to what lies nearest, and where the joints are."""

    behind: tuple[Painted, ...]
    """All behind the trunk and the near leg: the far leg, and what somebody sits, lies or leans on."""

    before: tuple[Painted, ...]
    joints: Mapping[str, Point]

    @property
    def painted(self) -> tuple[Painted, ...]:
        """All of it."""
        return (*self.behind, *self.before)


@cache
def pose_body(posture: Posture, angles: Angles) -> PosedBody:
    """Draw somebody in a posture, with what they sit, lie or lean on."""
    if posture is Posture.LYING_ON_SIDE:
        painted, joints = lie_on_side(angles)
        return PosedBody((), painted, joints)
    stance = settle(posture, angles)
    return compose(stance, arms(stance), tuple(_furniture(stance)), tuple(_pillows(stance)))


def compose(
    stance: Stance, both_arms: tuple[Arm, Arm], furniture: tuple[Painted, ...], pillows: tuple[Painted, ...]
) -> PosedBody:
    """Paint a body at rest: furniture behind it, and pillows behind what is near."""
    near, far = both_arms
    leg_behind = tuple(_leg(stance, stance.far, Paint.FAR_SKIN))
    hangs_behind = stance.posture is Posture.ONE_LEG_OUT
    behind = (
        *(leg_behind if hangs_behind else ()),
        *furniture,
        *_arm(far, Paint.FAR_SKIN),
        *(() if hangs_behind else leg_behind),
        *pillows,
    )
    before = (
        *_head_and_trunk(stance),
        *_leg(stance, stance.near, Paint.SKIN),
        *_arm(near, Paint.SKIN),
    )
    joints = {
        "hip": stance.hip,
        "knee": stance.near.knee,
        "ankle": stance.near.ankle,
        "toes": moved(stance.near.ankle, stance.near.toes, TO_TOES),
        "other_toes": moved(_beside(stance.far.ankle), stance.far.toes, TO_TOES),
        "other_hip": stance.far.hip,
        "other_knee": _beside(stance.far.knee),
        "other_ankle": _beside(stance.far.ankle),
        "shoulder": near.shoulder,
        "head": _crown(stance),
        "elbow": near.elbow,
        "wrist": near.wrist,
    }
    return PosedBody(behind, before, joints)


def lay_pack(body: PosedBody, paint: Paint, part: Part, *, both_legs: bool = False) -> PosedBody:
    """Wrap a pack around a part of the near leg, or of both: paint WARM or COLD."""
    far = _pack_on(body.joints, "other_", paint, part, _SEEN_BEHIND) if both_legs else ()
    return PosedBody(
        (*body.behind, *(one for one in far if isinstance(one.shape, Area))),
        (*body.before, *_pack_on(body.joints, "", paint, part)),
        body.joints,
    )


def _pack_on(
    joints: Mapping[str, Point], side: str, paint: Paint, part: Part, farther: float = 0.0
) -> tuple[Painted, ...]:
    begin, end, share = _PACKED.get(part, ("hip", "ankle", None))
    begin, knee, end = (f"{side}{joint}" for joint in (begin, "knee", end))
    if not {begin, knee, end} <= joints.keys():
        return ()
    first, last = joints[begin], joints[end]
    middle = joints[knee] if share is None else _between(first, last, share)
    along = direction_of(first, last)
    return pack(moved(middle, along, farther), along, paint)


def _between(one: Point, other: Point, part: float) -> Point:
    return Point(one.x + part * (other.x - one.x), one.y + part * (other.y - one.y))


def _beside(point: Point) -> Point:
    return Point(point.x + _FAR.x, point.y + _FAR.y)


def _leg(stance: Stance, leg: Leg, paint: Paint) -> Iterator[Painted]:
    if paint is Paint.FAR_SKIN:
        leg = Leg(leg.hip, _beside(leg.knee), _beside(leg.ankle), leg.toes)
    yield Painted(leg_skin(leg), paint)
    if stance.posture in _SHOD:
        yield Painted(shoe(leg), Paint.HAIR)
    yield Painted(shorts(leg, stance.trunk), Paint.CLOTH)


def _arm(arm: Arm, paint: Paint) -> Iterator[Painted]:
    yield Painted(arm_skin(arm.shoulder, arm.elbow, arm.wrist, arm.hand, arm.fingers), paint)
    yield Painted(short_sleeve(arm.shoulder, arm.elbow), Paint.CLOTH)


def _head_and_trunk(stance: Stance) -> Iterator[Painted]:
    """Draw head, hair and shirt. The head stays nearer to upright than the trunk, or on its pillow."""
    along = stance.trunk - 90
    nape = placed((NECK,), stance.hip, along)[0]
    turned = 0.5 * along
    if stance.posture is Posture.LYING_ON_BACK:
        nape = placed((Point(NECK.x, NECK.y - TRUNK),), stance.shoulder, 90)[0]
        turned = 86
    for points, paint in ((HEAD, Paint.SKIN), (HAIR, Paint.HAIR)):
        from_nape = (Point(x - NECK.x, y - NECK.y) for x, y in points)
        yield Painted(Area(placed(from_nape, nape, turned)), paint)
    yield Painted(Area(placed(SHIRT, stance.hip, along)), Paint.CLOTH)


def _crown(stance: Stance) -> Point:
    """Find the top of the head, as far from the hip as somebody who bows their head with the trunk has it."""
    return moved(stance.hip, stance.trunk, _HIP_TO_CROWN)


def _furniture(stance: Stance) -> Iterator[Painted]:
    posture = stance.posture
    if posture is Posture.LYING_ON_BACK:
        yield floor(-480, 1420)
        yield mat(-430, 1370)
        yield pillow(Point(-190, MAT + 28), 330, 56)
    elif posture in CHAIR_BACK_AT:
        yield floor(-340, 780)
        yield chair(CHAIR_BACK_AT[posture])
    elif posture is Posture.STANDING_AT_WALL:
        yield floor(-620, WALL)
        yield wall(WALL)
    elif posture is Posture.STANDING_AT_CHAIR:
        yield floor(-480, 820)
        yield chair(CHAIR_BESIDE)
    elif posture is Posture.WALKING:
        yield floor(-520, 560)
    else:
        yield floor(-460, 1160)
        yield from bed(-280 if posture in _ON_BED else -170, -280 + _BED_LENGTH, headboard=posture in _ON_BED)


def _pillows(stance: Stance) -> Iterator[Painted]:
    if stance.posture in _ON_BED:
        back = moved(moved(stance.hip, stance.trunk, 260), stance.trunk + 90, 150)
        yield pillow(back, 520, 130, stance.trunk)
    knee, ankle = stance.near.knee, stance.near.ankle
    if stance.posture is Posture.KNEE_ON_PILLOW:
        yield pillow(Point(knee.x, (BED + knee.y - 50) / 2), 330, knee.y - 50 - BED)
    elif stance.posture is Posture.LEG_ON_PILLOWS:
        high = (knee.y + ankle.y) / 2 - 55 - BED
        for layer in (0.25, 0.75):
            yield pillow(Point((knee.x + ankle.x) / 2, BED + layer * high), 1.2 * THIGH, high / 2)
