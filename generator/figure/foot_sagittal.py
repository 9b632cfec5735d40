"""The right foot from its inner and outer sides: x forwards from the back of the heel, y up from the floor, mm.

Length after the 0.152 of the body's height of Drillis and Contini (1966), for 1.70 m. The lower leg is cut at 232 mm.
"""

from typing import Final

from generator.figure.foot_sagittal_bones import INNER_BONES, OUTER_BONES
from generator.figure.plate import Region
from generator.figure.shapes import Area, Cord, through

_LEG: Final = through(
    *(11, 59, 17, 76, 19, 94, 17.5, 117, 13, 148, 8, 182, 4, 212, 3, 232, 3, 232, 97, 232, 97, 232, 97, 205, 95, 170),
    *(92, 138, 91.5, 118, 94, 102),
)
_INSTEP: Final = through(101, 89, 114, 77, 131, 66.5, 150, 56.5, 170, 47, 190, 39.5, 206, 34, 221, 30)
_BIG_TOE_AND_ARCH: Final = through(
    *(236, 28.5, 247, 25.5, 253, 19, 255, 11, 251, 3.5, 240, 0, 228, 0.5, 218, 5, 212, 7, 206, 4.5, 196, 0.5, 182, 0),
    *(168, 3, 150, 11.5, 129, 19, 107, 21, 87, 16, 70, 6.5, 52, 1),
)
_LITTLE_TOES_AND_EDGE: Final = through(
    *(236, 27.5, 247, 23.5, 254, 15, 253, 5, 246, 1, 242, 3, 242, 3, 238, 0.5, 234, 0.5, 230, 3, 230, 3, 225, 0),
    *(221, 0.5, 217, 3, 217, 3, 211, 0, 203, 0.5, 196, 4, 190, 2, 176, 0, 158, 0, 138, 1.5, 112, 3.5, 86, 3, 64, 1),
    *(48, 0),
)
_HEEL: Final = through(32, 0, 16, 1.5, 5, 9, 0, 24, 3, 42)
_BELOW_THE_ANKLE: Final = through(11, 59, 18, 80, 18, 80, 44, 85, 72, 92, 97, 96, 97, 96)

SKIN_INNER: Final = (Area((*_LEG, *_INSTEP, *_BIG_TOE_AND_ARCH, *_HEEL)),)
SKIN_OUTER: Final = (Area((*_LEG, *_INSTEP, *_LITTLE_TOES_AND_EDGE, *_HEEL)),)
SKIN: Final = SKIN_INNER
CLOTH: Final = ()

_HEEL_CORD_EDGE: Final = Cord(through(27, 150, 31, 120, 31, 96, 27, 74), 2)
_SHIN_CORD_EDGE: Final = Cord(through(83, 150, 83, 118, 89, 98, 102, 81, 120, 67), 2)
CREASES_INNER: Final = (
    _HEEL_CORD_EDGE,
    _SHIN_CORD_EDGE,
    Cord(through(80, 80, 77, 70, 68, 65.5, 59, 69, 55, 79), 2),
    Cord(through(66, 6, 79, 17, 97, 26, 117, 28), 2),
    Cord(through(235, 28.5, 236, 22.5, 244, 20, 253, 19), 2),
    Cord(through(216, 31, 217.5, 26.5, 216, 22), 2),
    Cord(through(209, 6, 206, 12, 208, 19), 2),
)
CREASES_OUTER: Final = (
    _HEEL_CORD_EDGE,
    _SHIN_CORD_EDGE,
    Cord(through(59, 75, 56, 63, 48, 57, 40, 62, 37, 73), 2),
    Cord(through(195, 5, 193, 11, 199, 17, 208, 17, 215, 11, 217, 3), 2),
    Cord(through(207, 19, 214, 22.5, 223, 20.5, 229, 12, 230, 3), 2),
    Cord(through(220, 24, 229, 26, 237, 21.5, 241.5, 12, 242, 3), 2),
)

_ANKLE_JOINT: Final = Region(
    "ankle-joint",
    (Area(through(61, 98, 79, 94, 87, 80, 81, 64, 65, 55, 47, 53, 36, 62, 35, 77, 43, 92)),),
    through(62, 97, 61, 56),
)
_HEEL_REGION: Final = Region(
    "heel",
    (Area(through(12, 57, 27, 61, 42, 52, 51, 32, 51, 10, 46, 2, 32, 1.5, 17, 3, 6.5, 10, 2, 24, 5, 42)),),
    through(16, 57, 7, 36, 10, 12, 40, 5),
)
_TOP_OF_FOOT: Final = Region(
    "top-of-foot",
    (
        Area(
            through(
                *(99, 87, 112, 75.5, 131, 65, 150, 55, 170, 45.5, 190, 38, 206, 32.5, 208, 25, 186, 28, 160, 35),
                *(132, 45, 112, 57, 99, 72, 96, 82),
            )
        ),
    ),
    through(103, 80, 130, 57, 160, 42, 205, 29),
)
_CALF: Final = Region(
    "calf",
    (
        Area(
            through(
                *(4.5, 231, 4.5, 231, 52, 231, 52, 231, 51, 205, 46, 172, 37, 146, 26, 128, 18.5, 124, 14.5, 148),
                *(9.5, 182, 5.5, 212),
            )
        ),
    ),
    through(26, 230, 27, 175, 22, 130),
)
_SHIN: Final = Region(
    "shin",
    (
        Area(
            through(
                *(70, 231, 70, 231, 95.5, 231, 95.5, 231, 95.5, 205, 93.5, 170, 90.5, 138, 90, 116, 84, 108, 78, 114),
                *(75, 140, 72, 175, 70, 205),
            )
        ),
    ),
    through(83, 230, 83, 170, 84, 112),
)

INNER: Final = (
    Region(
        "foot", (Area((*_BELOW_THE_ANKLE, *_INSTEP, *_BIG_TOE_AND_ARCH, *_HEEL)),), through(20, 40, 110, 50, 250, 14)
    ),
    _CALF,
    _SHIN,
    _HEEL_REGION,
    _TOP_OF_FOOT,
    Region(
        "sole",
        (
            Area(
                through(
                    *(6, 9, 16, 3, 32, 1.5, 52, 2.5, 70, 8, 87, 17.5, 107, 22.5, 129, 20.5, 150, 13, 168, 4.5),
                    *(182, 1.5),
                    *(196, 2, 207, 6.5, 206, 14, 194, 11, 182, 10, 168, 13.5, 150, 22, 129, 29.5, 107, 31.5, 87, 26.5),
                    *(70, 17, 52, 11.5, 32, 10, 15, 13),
                )
            ),
        ),
        through(12, 8, 50, 7, 80, 19, 107, 27, 140, 21, 175, 6, 203, 8),
    ),
    Region(
        "foot-arch",
        (
            Area(
                through(
                    *(56, 4, 70, 9, 87, 18, 107, 23, 129, 21, 150, 13.5, 167, 5, 167, 15, 148, 28, 122, 38, 98, 36),
                    *(76, 26, 60, 14),
                )
            ),
        ),
        through(60, 9, 84, 24, 112, 31, 140, 24, 164, 10),
    ),
    Region(
        "ball-of-foot",
        (Area(through(166, 5, 182, 1.5, 196, 2, 207, 7, 209, 16, 200, 24, 184, 25, 170, 18)),),
        through(168, 12, 205, 14),
    ),
    Region(
        "toes",
        (
            Area(
                through(
                    *(209, 32, 221, 28.5, 236, 27, 246, 24.5, 251.5, 18.5, 253, 11, 250, 5, 240, 1.5, 228, 2, 218, 6.5),
                    *(212, 8.5, 208, 20),
                )
            ),
        ),
        through(211, 20, 250, 13),
    ),
    _ANKLE_JOINT,
    *INNER_BONES,
)

OUTER: Final = (
    Region(
        "foot",
        (Area((*_BELOW_THE_ANKLE, *_INSTEP, *_LITTLE_TOES_AND_EDGE, *_HEEL)),),
        through(20, 40, 110, 44, 248, 12),
    ),
    _CALF,
    _SHIN,
    _HEEL_REGION,
    _TOP_OF_FOOT,
    Region(
        "sole",
        (
            Area(
                through(
                    *(6, 9, 16, 3, 32, 1.5, 64, 2.5, 86, 4.5, 112, 5, 138, 3, 158, 1.5, 176, 1.5, 189, 3.5, 194, 7),
                    *(190, 12, 176, 11, 158, 11, 138, 12.5, 112, 14, 86, 13.5, 64, 12, 32, 11, 15, 13),
                )
            ),
        ),
        through(12, 8, 60, 7, 112, 9.5, 158, 6, 191, 8),
    ),
    Region(
        "ball-of-foot",
        (Area(through(148, 3, 168, 1.5, 186, 3, 193, 8, 191, 16, 180, 22, 162, 22, 150, 14)),),
        through(151, 11, 190, 11),
    ),
    Region(
        "toes",
        (
            Area(
                through(
                    *(195, 7, 193.5, 12, 199, 18, 207, 20.5, 214, 25, 222, 27, 236, 26, 246, 22, 252, 14.5, 251, 6),
                    *(246, 3, 230, 3.5, 217, 3.5, 203, 2),
                )
            ),
        ),
        through(197, 12, 249, 12),
    ),
    _ANKLE_JOINT,
    *OUTER_BONES,
)
