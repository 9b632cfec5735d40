"""Somebody who uses a tool, seen from the side: pillows, sleeves that fill with air, a machine for the feet.

Axes as in `skeleton.py`: x to the right, y up, in mm, the floor at 0.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from generator.figure.arms import Arm
from generator.figure.brushes import block, disc
from generator.figure.furniture import BED, bed, floor, pillow
from generator.figure.paint import Paint, Painted
from generator.figure.posed_body import PosedBody, compose, pose_body
from generator.figure.shapes import Area, Cord, Point, Shape, through
from generator.figure.skeleton import SHANK, THIGH, TRUNK, Leg, moved
from generator.figure.stance import Stance
from generator.model.fields import Part
from generator.model.kinds.anatomy import Anatomy, View
from generator.model.kinds.tool import ToolShape
from generator.model.pose import Angles, Posture

_SEAM: Final = 4.0

_BOOT: Final = through(
    *(-70, -66, -70, -66, 206, -66, 206, -66, 224, -48, 212, -18, 140, 16, 88, 54, 74, 104, 78, 170, 80, 230, 78, 330),
    *(78, 330, -88, 330, -88, 330, -100, 230, -94, 160, -80, 100, -74, 40, -84, -10),
)
"""A sleeve for foot and shin: x forwards and y up from the ankle. It ends a hand's width below the knee."""

_IN_SLEEVE: Final = (Part.FOOT, Part.LOWER_LEG)
_BOOT_SEAMS: Final = ((-96, 258, 80, 258), (-95, 178, 78, 178), (-80, 104, 74, 104), (-78, 22, 132, 20))
_HOSE: Final = through(74, 300, 130, 330, 190, 270, 240, 130, 330, 74)
_PUMP: Final = Point(340, 60)
"""The middle of the pump's face, from below the ankle."""

_MACHINE_BACK: Final = through(
    *(-130, 20, -130, 20, -138, 104, -110, 116, -70, 118, 100, 124, 170, 164, 236, 190, 282, 172, 296, 110),
    *(290, 20, 290, 20),
)
_MACHINE_BASE: Final = through(
    *(-140, 8, -136, 46, -124, 56, -124, 56, 170, 56, 170, 56, 196, 84, 240, 124, 284, 120, 298, 60, 292, 8),
    *(280, 0, 280, 0, -128, 0, -128, 0),
)
_KNOBS: Final = (-44, 12, 68, 124, 176)
_FEET_IN: Final = Angles(hip=95, knee=100, ankle=0, other_hip=95, other_knee=100, other_ankle=0)
"""The feet stand as high as the knobs of the machine, so the thighs rise a little."""


def pose_with(shape: ToolShape, area: Anatomy) -> tuple[Painted, ...]:
    """Paint somebody who uses a tool on an area; nothing where it is shown on the leg, or does not reach it."""
    return tuple(_POSED[shape](area)) if shape in _POSED else ()


def _on_pillow(area: Anatomy) -> tuple[Painted, ...]:
    """Lay a pillow below a knee or a lower leg: the shin lies below in who lies on the belly."""
    if area.part is Part.LOWER_LEG:
        is_shin = set(area.views) == {View.FRONT}
        return _on_belly() if is_shin else pose_body(Posture.LEG_ON_PILLOWS, Angles()).painted
    is_knee = area.part is Part.KNEE and set(area.views) != {View.FRONT}
    return pose_body(Posture.KNEE_ON_PILLOW, Angles()).painted if is_knee else ()


def _in_sleeves(area: Anatomy) -> tuple[Painted, ...]:
    if area.part not in _IN_SLEEVE:
        return ()
    body = pose_body(Posture.SITTING_BACK_SUPPORTED, Angles())
    ankle = body.joints["ankle"]
    pump = Point(ankle.x + _PUMP.x, _PUMP.y)
    return (
        *body.painted,
        Painted(Cord(_shifted(_HOSE, Point(ankle.x, ankle.y - 67)), 16), Paint.TOOL_DETAIL),
        *_boot(body.joints["other_ankle"]),
        *_boot(ankle),
        block(Paint.TOOL_DETAIL, pump.x - 70, 0, pump.x + 90, 124, 18),
        disc(Paint.TOOL, pump.x - 14, pump.y + 4, 28),
        disc(Paint.TOOL, pump.x + 54, pump.y + 4, 14),
    )


def _boot(ankle: Point) -> tuple[Painted, ...]:
    seams = (Painted(Cord(_shifted(through(*seam), ankle), _SEAM), Paint.LINE) for seam in _BOOT_SEAMS)
    return (Painted(Area(_shifted(_BOOT, ankle)), Paint.TOOL), *seams)


def _feet_in_machine(area: Anatomy) -> tuple[Painted, ...]:
    if area.part is not Part.FOOT:
        return ()
    body = pose_body(Posture.SITTING_BACK_SUPPORTED, _FEET_IN)
    foot = Point(body.joints["ankle"].x, 0)
    return (
        Painted(Area(_shifted(_MACHINE_BACK, foot)), Paint.TOOL),
        *body.painted,
        *(disc(Paint.TOOL_DETAIL, foot.x + x, 56, 17) for x in _KNOBS),
        Painted(Area(_shifted(_MACHINE_BASE, foot)), Paint.TOOL),
    )


_HIP_ABOVE_BED: Final = 108.0
_SHIN_RISES: Final = 21.0
_TOES_DROP: Final = 24.0
_BELLY, _BELLY_PILLOW = -190.0, 62.0
"""Where the pillow below the belly lies from the hip, and how high it is."""


def _on_belly() -> tuple[Painted, ...]:
    """Paint somebody on the belly, with a pillow below the shins: somebody on the back, turned upside down."""
    thigh = 6.0
    knee = moved(Point(0, 0), thigh, THIGH)
    ankle = moved(knee, -_SHIN_RISES, SHANK)
    leg = Leg(Point(0, 0), knee, ankle, _TOES_DROP)
    shoulder = moved(Point(0, 0), 180, TRUNK)
    elbow, wrist = Point(shoulder.x + 312, shoulder.y + 44), Point(shoulder.x + 554, shoulder.y + 84)
    arm = Arm(shoulder, elbow, wrist, 2, "flat")
    body = compose(Stance(Posture.LYING_ON_BACK, 180, leg, leg), (arm, arm), (), ())
    level = BED + _HIP_ABOVE_BED
    shin = moved(knee, -_SHIN_RISES, 0.76 * SHANK)
    height = level - shin.y - 36 - BED
    return (
        floor(-950, 1130),
        pillow(Point(shin.x, BED + height / 2), 340, height),
        pillow(Point(_BELLY, BED + _BELLY_PILLOW / 2), 330, _BELLY_PILLOW),
        *_upside_down(body, level),
        *bed(-860, 1060, headboard=False),
        pillow(Point(-670, BED + 38), 330, 76),
    )


def _upside_down(body: PosedBody, level: float) -> Iterable[Painted]:
    for one in body.painted:
        yield Painted(_flipped(one.shape, level), one.paint)


def _flipped(shape: Shape, level: float) -> Shape:
    points = tuple(Point(x, level - y) for x, y in shape.points)
    return Area(points) if isinstance(shape, Area) else Cord(points, shape.width)


def _shifted(points: Iterable[Point], by: Point) -> tuple[Point, ...]:
    return tuple(Point(x + by.x, y + by.y) for x, y in points)


_POSED: Final[Mapping[ToolShape, Callable[[Anatomy], tuple[Painted, ...]]]] = {
    ToolShape.PILLOW: _on_pillow,
    ToolShape.CUFFS: _in_sleeves,
    ToolShape.FOOT_MACHINE: _feet_in_machine,
}
