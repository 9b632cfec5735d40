"""Bones, joints and bands that the leg shows from both sides, in the sagittal plane: x forwards, y up, mm.

The thighbone bows forwards; the kneecap lies in front of it, the heel bone behind and below the ankle.
Heights after the segment lengths of Drillis and Contini (1966) for 1.70 m: knee 485, hip 901, ankle 66.
"""

from typing import Final

from generator.figure.plate import Region
from generator.figure.shapes import Area, through

FEMUR: Final = Region(
    "femur",
    (
        Area(
            through(
                *(25, 903, 16, 919, 1, 923, -12, 916, -18, 907, -27, 913, -35, 900, -31, 876, -18, 845),
                *(-7, 800, 2, 740, 4, 690),
                *(0, 630, -8, 580, -20, 548, -33, 523, -35, 502, -26, 489, -8, 486, 12, 486, 27, 492, 34, 507),
                *(33, 527, 28, 550, 28, 585, 33, 640, 35, 690, 32, 750, 24, 810, 13, 850, 10, 868, 20, 883),
            )
        ),
    ),
    through(0, 895, 8, 830, 18, 720, 16, 640, 4, 560, 0, 495),
)
_HEAD: Final = Area(through(0, 924, 16, 919, 24, 903, 17, 887, 2, 881, -14, 886, -22, 902, -15, 918))
_SHAFT_WITH_TROCHANTER: Final = Area(
    through(
        *(14, 888, 6, 904, -8, 915, -24, 916, -36, 906, -38, 890, -31, 868, -18, 845, -7, 800, 2, 740, 4, 690),
        *(0, 630, -8, 580, -20, 548, -33, 523, -35, 502, -26, 489, -8, 486, 12, 486, 27, 492, 34, 507),
        *(33, 527, 28, 550, 28, 585, 33, 640, 35, 690, 32, 750, 24, 810, 15, 850),
    )
)
FEMUR_OUTER: Final = Region("femur", (_HEAD, _SHAFT_WITH_TROCHANTER), FEMUR.axis)
"""From outside the greater trochanter, the bump that one feels at the hip, hides the neck and some of the head."""

TALUS: Final = Region(
    "talus",
    (
        Area(
            through(
                *(-19, 67, -12, 78, 1, 83, 14, 82, 25, 74, 36, 70, 43, 63, 43, 52, 33, 49, 21, 55, 7, 57, -5, 53),
                *(-18, 57),
            )
        ),
    ),
    through(-15, 66, 11, 68, 38, 60),
)
CALCANEUS: Final = Region(
    "calcaneus",
    (
        Area(
            through(
                *(-27, 53, -37, 55, -46, 49, -49, 34, -46, 18, -36, 11, -22, 15, 2, 20, 26, 25, 35, 31, 37, 42, 29, 47),
                *(18, 46, 12, 52, 0, 54, -10, 50),
            )
        ),
    ),
    through(-40, 40, -8, 34, 30, 36),
)
PATELLA: Final = Region(
    "patella",
    (Area(through(49, 537, 56, 531, 59, 516, 56, 501, 50, 490, 43, 499, 38, 511, 37, 524, 41, 534)),),
    through(48, 534, 49, 494),
)
PATELLAR_TENDON: Final = Region(
    "patellar-tendon",
    (Area(through(46, 497, 54, 497, 52, 475, 49, 450, 45, 441, 42, 447, 44, 472)),),
    through(50, 492, 48, 472, 45, 447),
)
QUADRICEPS_TENDON: Final = Region(
    "quadriceps-tendon",
    (Area(through(55, 533, 60, 550, 66, 575, 72, 602, 72, 602, 60, 585, 51, 562, 44, 536)),),
    through(66, 592, 57, 562, 51, 537),
)
HIP_JOINT: Final = Region(
    "hip-joint",
    (Area(through(0, 930, 19, 922, 29, 902, 22, 880, 2, 871, -19, 880, -28, 900, -20, 922)),),
    through(0, 925, 0, 876),
)
KNEE_JOINT: Final = Region(
    "knee-joint",
    (
        Area(
            through(
                *(-38, 508, -39, 488, -33, 472, -8, 469, 20, 469, 37, 472, 44, 488, 42, 506, 38, 524, 30, 530),
                *(16, 520, -6, 514, -26, 516),
            )
        ),
    ),
    through(4, 512, 2, 488, 2, 472),
)
ANKLE_JOINT: Final = Region(
    "ankle-joint",
    (Area(through(-27, 76, -17, 90, 2, 95, 20, 90, 29, 77, 20, 66, 2, 62, -17, 65)),),
    through(0, 92, 0, 66),
)
