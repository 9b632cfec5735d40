"""The edge of the right leg from the side, in the sagittal plane: x forwards from the line of hip and ankle, y up, mm.

Heights after the segment lengths of Drillis and Contini (1966) for 1.70 m: knee 485, hip 901, length of the foot 258.
The depths of thigh, knee, calf and ankle are those of a slim grown-up.
"""

import math
from collections.abc import Sequence
from typing import Final

from generator.figure.shapes import Area, Cord, Point, through

_INSET: Final = 3.0
"""How far (mm) the large regions of the surface stay inside the skin."""

_BELLY: Final = through(90, 1000, 90, 1000, 95, 960, 93, 920, 88, 880)
_FRONT_THIGH: Final = through(87, 835, 88, 785, 88, 735, 85, 680, 78, 620, 69, 575)
_KNEECAP: Final = through(63, 553, 63, 535, 64, 515, 62, 498, 57, 480)
_FRONT_SHIN: Final = through(54, 462, 52, 446, 47, 420, 44, 390, 42, 340, 38, 270, 34, 200, 33, 150, 34, 122)
_INSTEP: Final = through(38, 103, 50, 87, 72, 73, 104, 57, 138, 42, 162, 31)
_TOES: Final = through(178, 28, 192, 25, 199, 17, 198, 8, 188, 3, 174, 4)
_SOLE: Final = through(162, 3, 148, 0, 130, 0, 112, 3, 85, 9, 55, 10, 25, 5, 0, 0, -25, 0)
_HEEL: Final = through(-44, 4, -54, 15, -56, 30, -52, 50)
_ACHILLES: Final = through(-45, 76, -42, 106, -45, 140)
_BACK_CALF: Final = through(-54, 190, -65, 245, -73, 300, -76, 350, -74, 400, -68, 440)
_BACK_KNEE: Final = through(-63, 475, -60, 508, -63, 545)
_BACK_THIGH: Final = through(-70, 600, -77, 660, -81, 720, -83, 770)
_BUTTOCK: Final = through(-88, 797, -105, 822, -119, 862, -122, 900, -114, 940, -98, 975, -88, 1000, -88, 1000)


def _inside(points: Sequence[Point]) -> tuple[Point, ...]:
    """Move a piece of the edge into the leg. The edge runs down the front, along the sole and up the back."""
    last = len(points) - 1
    moved = []
    for index, point in enumerate(points):
        before, after = points[max(index - 1, 0)], points[min(index + 1, last)]
        length = math.dist(before, after)
        x = point.x + _INSET * (after.y - before.y) / length
        y = point.y - _INSET * (after.x - before.x) / length
        moved.append(Point(round(x, 1), round(y, 1)))
    return tuple(moved)


FRONT_OF_THIGH: Final = _inside(_FRONT_THIGH)
FRONT_OF_SHIN: Final = _inside(_FRONT_SHIN)
OUTLINE_OF_FOOT: Final = _inside((*_INSTEP, *_TOES, *_SOLE, *_HEEL, *_ACHILLES[:1]))
BACK_OF_CALF: Final = _inside(_BACK_CALF)
BACK_OF_KNEE: Final = _inside(_BACK_KNEE)
BACK_OF_THIGH: Final = _inside(_BACK_THIGH)
INSIDE_SKIN: Final = _inside(
    (
        *(*_FRONT_THIGH, *_KNEECAP, *_FRONT_SHIN, *_INSTEP, *_TOES, *_SOLE, *_HEEL),
        *(*_ACHILLES, *_BACK_CALF, *_BACK_KNEE, *_BACK_THIGH),
    )
)
"""The whole edge of the leg from the groin down to the sole and up to the fold of the buttock."""

SKIN: Final = (
    Area(
        (
            *(*_BELLY, *_FRONT_THIGH, *_KNEECAP, *_FRONT_SHIN, *_INSTEP, *_TOES, *_SOLE, *_HEEL),
            *(*_ACHILLES, *_BACK_CALF, *_BACK_KNEE, *_BACK_THIGH, *_BUTTOCK),
        )
    ),
)
CLOTH: Final = (
    Area(
        through(
            *(92, 1000, 92, 1000, 98, 960, 97, 915, 93, 870, 94, 820, 94, 787, 94, 787, 50, 781, 0, 779, -50, 781),
            *(-96, 786, -96, 786, -104, 815, -121, 855, -126, 900, -118, 940, -101, 975, -91, 1000, -91, 1000),
        )
    ),
)
_KNEECAP_EDGE: Final = Cord(through(46, 542, 37, 528, 35, 512, 43, 494), 1.6)
_HOLLOW_OF_KNEE: Final = Cord(through(-60, 500, -53, 494, -43, 494), 1.6)
CREASES_INNER: Final = (
    _KNEECAP_EDGE,
    _HOLLOW_OF_KNEE,
    Cord(through(-12, 76, -9, 66, 0, 61, 10, 65, 15, 76), 1.6),
    Cord(through(14, 11, 40, 24, 75, 26, 108, 15), 1.6),
    Cord(through(164, 4, 168, 11, 176, 14), 1.4),
    Cord(through(184, 25, 190, 20, 198, 18), 1.4),
)
CREASES_OUTER: Final = (
    _KNEECAP_EDGE,
    _HOLLOW_OF_KNEE,
    Cord(through(-21, 71, -17, 60, -8, 55, 1, 59, 6, 71), 1.6),
    Cord(through(138, 20, 152, 20, 159, 12, 154, 3), 1.4),
    Cord(through(153, 25, 167, 20, 172, 11, 168, 4), 1.4),
    Cord(through(168, 27, 180, 19, 184, 10, 181, 4), 1.4),
)
