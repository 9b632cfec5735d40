"""The hands that massage: a right hand of an adult, about 180 x 85 mm, one for each way to touch the skin.

The origin is the middle of what touches the skin, `y` runs the way the fingers point and `x` to the right of one who
looks at the back of the hand; all in mm. Length of the hand 0.108 of the height, after Drillis and Contini (1966).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.figure.extent import extent
from generator.figure.paint import Paint, Painted
from generator.figure.shapes import Area, Box, Cord, Point, through
from generator.model.kinds.technique import HandPart

_CREASE: Final = 1.6
"""mm. The width of a crease of the skin and of the edge of a nail."""


@dataclass(frozen=True)
class Hand:
    """A hand, painted from the back to the front; `fine` are the nails, which nobody sees where it is small."""

    plain: tuple[Painted, ...]
    fine: tuple[Painted, ...]

    @cached_property
    def painted(self) -> tuple[Painted, ...]:
        """All of it."""
        return self.plain + self.fine

    @cached_property
    def skin(self) -> tuple[Area, ...]:
        """The hand itself, without its sleeve."""
        return tuple(one.shape for one in self.plain if one.paint is Paint.SKIN and isinstance(one.shape, Area))

    @cached_property
    def reach(self) -> Box:
        """The box around it, in mm."""
        return extent(self.painted)


def _skin(*points: Point) -> Painted:
    return Painted(Area(points), Paint.SKIN)


def _sleeve(*numbers: float) -> Painted:
    return Painted(Area(through(*numbers)), Paint.CLOTH)


def _line(*points: Point) -> Painted:
    return Painted(Cord(points, _CREASE), Paint.LINE)


def _digit(*numbers: float) -> tuple[Point, ...]:
    """Draw round a finger, up its left side and down its right: x, y and breadth at each joint, and at the tip."""
    joints = list(zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True))
    left: list[Point] = []
    right: list[Point] = []
    for place, (x, y, breadth) in enumerate(joints[:-1]):
        before, after = joints[max(place - 1, 0)], joints[place + 1]
        turn = math.atan2(after[1] - before[1], after[0] - before[0])
        across = Point(-math.sin(turn) * breadth / 2, math.cos(turn) * breadth / 2)
        left.append(Point(x + across.x, y + across.y))
        right.append(Point(x - across.x, y - across.y))
    tip = [_off_tip(numbers, along, aside) for along, aside in ((-0.45, 0.48), (0, 0), (-0.45, -0.48))]
    return (*left, *tip, *reversed(right))


def _fold(x: float, y: float, breadth: float) -> Painted:
    """Draw the fold of the skin over a bent knuckle."""
    near, far = breadth / 4, breadth / 2
    return _line(*through(x - far, y - near, x - near, y, x + near, y, x + far, y - near))


def _nail(*numbers: float) -> Painted:
    """Draw the nail of the finger that has these joints."""
    edge = ((-0.2, 0.27), (-0.62, 0.29), (-0.78, 0), (-0.62, -0.29), (-0.2, -0.27))
    return Painted(Cord(tuple(_off_tip(numbers, along, aside) for along, aside in edge), _CREASE), Paint.LINE)


def _off_tip(numbers: tuple[float, ...], along: float, aside: float) -> Point:
    """Find a place near the tip of a finger, in breadths of the tip: beyond it, and to its left."""
    before_x, before_y, _, x, y, breadth = numbers[-6:]
    length = math.dist((before_x, before_y), (x, y))
    ahead = Point((x - before_x) / length * breadth, (y - before_y) / length * breadth)
    return Point(x + along * ahead.x - aside * ahead.y, y + along * ahead.y + aside * ahead.x)


_FLAT_THUMB: Final = (-43, -44, 25, -57, -16, 19, -66, 13, 15)
_FLAT_INDEX: Final = (-30, 10, 18.5, -33, 42, 17.5, -36, 77, 14)
_FLAT_MIDDLE: Final = (-9, 15, 18.5, -9.5, 50, 17.5, -10, 91, 14.5)
_FLAT_RING: Final = (11, 12, 17.5, 14, 45, 16.5, 17, 82, 13.5)
_FLAT_LITTLE: Final = (29, 0, 15.5, 35, 26, 14.5, 42, 54, 12)
_FLAT: Final = Hand(
    (
        _skin(
            *through(-28, -118, -29, -92, -36, -74),
            *_digit(*_FLAT_THUMB),
            *through(-36, -12),
            *_digit(*_FLAT_INDEX),
            *through(-19.5, 4),
            *_digit(*_FLAT_MIDDLE),
            *through(1, 5),
            *_digit(*_FLAT_RING),
            *through(20.5, -2),
            *_digit(*_FLAT_LITTLE),
            *through(40, -24, 39, -48, 33, -74, 29, -94, 29, -118),
        ),
        _sleeve(-32, -112, -32, -112, 0, -108, 33, -112, 33, -112, 35, -128, 33, -134, 0, -137, -32, -134, -34, -128),
    ),
    (*(_nail(*digit) for digit in (_FLAT_THUMB, _FLAT_INDEX, _FLAT_MIDDLE, _FLAT_RING, _FLAT_LITTLE)),),
)

_GLIDING_THUMB: Final = (-36, -46, 24, -45, -14, 19, -42, 12, 14)
_GLIDING_INDEX: Final = (-27, 58, 16.5, -27, 77, 13.5)
_GLIDING_MIDDLE: Final = (-9, 64, 17, -8.5, 91, 14)
_GLIDING_RING: Final = (9.5, 58, 16.5, 10, 83, 13.5)
_GLIDING_LITTLE: Final = (27.5, 36, 15, 28.5, 57, 12)
GLIDING: Final = Hand(
    (
        _skin(
            *through(-28, -118, -29, -92, -36, -74),
            *_digit(*_GLIDING_THUMB),
            *through(-35, 12),
            *_digit(*_GLIDING_INDEX),
            *_digit(*_GLIDING_MIDDLE),
            *_digit(*_GLIDING_RING),
            *_digit(*_GLIDING_LITTLE),
            *through(37, 0, 40, -24, 39, -48, 33, -74, 29, -94, 29, -118),
        ),
        _line(*through(-35, 10, -34, -12, -30, -28)),
        _line(*through(-18.5, 58, -18.5, 6)),
        _line(*through(0.5, 58, 0.5, 8)),
        _line(*through(19, 36, 19, 2)),
        _sleeve(-32, -112, -32, -112, 0, -108, 33, -112, 33, -112, 35, -128, 33, -134, 0, -137, -32, -134, -34, -128),
    ),
    (*(_nail(*one) for one in (_GLIDING_THUMB, _GLIDING_INDEX, _GLIDING_MIDDLE, _GLIDING_RING, _GLIDING_LITTLE)),),
)
"""A flat hand with its fingers together and its thumb along them, as it glides: another has room beside it."""

_TIPS_THUMB: Final = (-43, -94, 25, -62, -70, 19, -57, -41, 15)
_TIPS_INDEX: Final = (-29, -62, 19.5, -40, -30, 18.5, -26, -2, 12)
_TIPS_MIDDLE: Final = (-9, -54, 19.5, -12, -18, 19, -6, 12, 13)
_TIPS_RING: Final = (12, -57, 19, 17, -23, 18, 12, 7, 12)
_TIPS_LITTLE: Final = (30, -68, 17, 40, -42, 15.5, 31, -15, 10.5)
_TIPS: Final = Hand(
    (
        _skin(
            *through(-26, -160, -27, -136, -36, -118),
            *_digit(*_TIPS_THUMB),
            *through(-37, -76),
            *_digit(*_TIPS_INDEX),
            *through(-19, -60),
            *_digit(*_TIPS_MIDDLE),
            *through(2, -58),
            *_digit(*_TIPS_RING),
            *through(21, -64),
            *_digit(*_TIPS_LITTLE),
            *through(41, -90, 38, -110, 30, -134, 28, -160),
        ),
        *(_fold(-39, -26, 11), _fold(-11.5, -13, 12), _fold(17, -19, 11), _fold(39.5, -39, 9)),
        _sleeve(-30, -152, -30, -152, 0, -148, 31, -152, 31, -152, 33, -168, 31, -174, 0, -177, -30, -174, -32, -168),
    ),
    (*(_nail(*digit) for digit in (_TIPS_THUMB, _TIPS_INDEX, _TIPS_MIDDLE, _TIPS_RING, _TIPS_LITTLE)),),
)

_THUMB: Final = (-5, -64, 30, 0, -30, 22.5, -6, 10, 18)
_THUMBS: Final = Hand(
    (
        _skin(
            *through(-42, -182, -37, -158, -31, -130, -26, -98),
            *_digit(*_THUMB),
            *through(18, -78, 30, -72, 50, -54, 74, -38, 98, -34, 116, -46, 126, -64, 125, -74, 117, -74),
            *through(117, -74, 130, -80, 138, -98, 135, -107, 126, -104),
            *through(126, -104, 132, -112, 133, -126, 128, -132, 119, -128),
            *through(119, -128, 120, -142, 114, -150, 106, -145, 90, -141, 66, -144, 44, -148, 30, -160, 20, -182),
        ),
        _line(*through(117, -74, 104, -58, 86, -56, 56, -72)),
        _line(*through(126, -104, 114, -84, 92, -82, 60, -95)),
        _line(*through(119, -128, 106, -110, 88, -110, 58, -118)),
        _sleeve(
            *(-50, -172, -50, -172, -10, -172, 26, -178, 26, -178, 22, -194, 18, -200, -16, -199, -50, -192, -53, -187)
        ),
    ),
    (_nail(*_THUMB),),
)

_GRIP_THUMB: Final = (-36, -74, 26, -47, -40, 20, -31, 1, 15)
_GRIP: Final = Hand(
    (
        _skin(
            *through(-26, -170, -27, -144, -36, -112),
            *_digit(*_GRIP_THUMB),
            *through(-10, -64, 8, -63, 26, -48, 34, -32, 33, -16, 24, -4, 22, 5, 29, 10, 39, 3),
            *through(39, 3, 36, 13, 42, 20, 52, 14, 57, 5, 57, 5, 57, 13, 63, 14, 70, 5, 73, -6),
            *through(73, -6, 75, -2, 81, -4, 85, -18, 84, -44, 73, -72, 55, -98, 43, -122, 31, -146, 30, -170),
        ),
        _line(*through(39, 3, 50, -14, 51, -34, 40, -56, 30, -66)),
        _line(*through(57, 5, 66, -12, 66, -36, 53, -62, 43, -74)),
        _line(*through(73, -6, 77, -22, 75, -44, 63, -68, 54, -80)),
        _sleeve(-30, -162, -30, -162, 2, -158, 34, -162, 34, -162, 36, -178, 34, -184, 2, -187, -30, -184, -32, -178),
    ),
    (_nail(*_GRIP_THUMB),),
)

_KNUCKLES_THUMB: Final = (-44, -78, 24, -54, -54, 19, -44, -26, 15)
_KNUCKLES: Final = Hand(
    (
        _skin(
            *through(-27, -150, -28, -124, -36, -104),
            *_digit(*_KNUCKLES_THUMB)[:5],
            *through(-44, -16, -43, -3, -33, 3, -23, 2, -19, -1),
            *through(-19, -1, -15, 5, -8, 6, -1, 5, 2, 0, 2, 0, 6, 4, 13, 4, 19, 1, 22, -5),
            *through(22, -5, 28, -3, 36, -6, 42, -16, 44, -40, 42, -70, 33, -100, 29, -124, 29, -150),
        ),
        _line(*_digit(*_KNUCKLES_THUMB)[4:]),
        _line(*through(-19, -1, -18, -20, -18, -40)),
        _line(*through(2, 0, 2, -20, 2, -38)),
        _line(*through(22, -5, 21, -22, 20, -42)),
        *(_fold(-29, -46, 15), _fold(-8, -42, 16), _fold(12, -44, 15), _fold(30, -51, 13)),
        _sleeve(-32, -142, -32, -142, 0, -138, 33, -142, 33, -142, 35, -158, 33, -164, 0, -167, -32, -164, -34, -158),
    ),
    (),
)

_FIST_THUMB: Final = (14, -76, 28, -8, -46, 23, -40, -32, 18)
_FIST: Final = Hand(
    (
        _skin(
            *through(-26, -142, -25, -114, -30, -92, -40, -74, -42, -62),
            *through(-42, -62, -52, -50, -54, -30, -48, -8, -36, 6, -20, 9, 4, 5, 22, 6, 34, -2),
            *through(34, -2, 42, 0, 48, -4, 50, -10, 50, -10, 58, -12, 60, -24, 56, -46, 46, -80, 36, -112, 34, -142),
        ),
        _line(*_digit(*_FIST_THUMB)),
        _line(*through(34, -2, 32, -10, 26, -16)),
        _line(*through(50, -10, 48, -17, 43, -22)),
        _line(*through(24, -34, 10, -22, -10, -16, -26, -18)),
        _line(*through(-42, -62, -30, -66, -16, -58)),
        _sleeve(-30, -134, -30, -134, 4, -130, 38, -134, 38, -134, 40, -150, 38, -156, 4, -159, -30, -156, -32, -150),
    ),
    (_nail(*_FIST_THUMB),),
)

_EDGE_THUMB: Final = (-46, -66, 22, -54, -34, 18, -52, 2, 13)
_EDGE: Final = Hand(
    (
        _skin(
            *through(-48, -122, -48, -100, -54, -80),
            *_digit(*_EDGE_THUMB)[:5],
            *through(-46, -4, -46, 30, -44, 60, -40, 74, -33, 74, -30, 64, -30, 64),
            *through(
                -30, 82, -26, 91, -20, 86, -18, 76, -18, 76, -15, 83, -10, 80, -8, 62, -8, 62, -5, 62, -2, 54, 0, 30
            ),
            *through(1, 0, 0, -40, -6, -76, -9, -100, -9, -122),
        ),
        _line(*_digit(*_EDGE_THUMB)[4:]),
        _line(*through(-30, 64, -29, 30, -28, 2)),
        _line(*through(-18, 76, -16, 36, -16, 2)),
        _line(*through(-8, 62, -6, 30, -6, -4)),
        _sleeve(
            -52, -114, -52, -114, -28, -110, -5, -114, -5, -114, -3, -130, -5, -136, -28, -139, -52, -136, -54, -130
        ),
    ),
    (),
)

NO_HAND: Final = Hand((), ())
"""What a stroke with a tool shows."""

HANDS: Final[Mapping[HandPart, Hand]] = {
    HandPart.FLAT_HANDS: _FLAT,
    HandPart.FINGERTIPS: _TIPS,
    HandPart.THUMBS: _THUMBS,
    HandPart.FINGERS_AND_THUMBS: _GRIP,
    HandPart.KNUCKLES: _KNUCKLES,
    HandPart.FIST: _FIST,
    HandPart.HAND_EDGE: _EDGE,
    HandPart.TOOL: NO_HAND,
}
