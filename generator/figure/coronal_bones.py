"""The right leg's bones in the coronal plane: x outwards from the middle of the body, y above the floor, mm of 1.70 m.

Lengths after the segment lengths of Drillis and Contini (1966); outlines drawn by hand after the usual description of
the bones. The thighbone slants inwards to the knee, the calf bone lies outside. The gap at the knee is drawn a few mm
wider than in life, so that what lies in it can be seen.
"""

from typing import Final

from generator.figure.plate import Region
from generator.figure.shapes import Area, through

_FEMUR_OUTER: Final = through(
    *(104, 916, 116, 903, 128, 906, 140, 913, 150, 904, 152, 885, 143, 856, 135, 810, 123, 710, 114, 620, 114, 572),
    *(122, 545, 130, 524, 130, 503, 121, 491, 107, 490),
)
_FEMUR_INNER: Final = through(
    *(69, 489, 55, 490, 46, 502, 46, 522, 60, 545, 78, 572, 87, 620, 98, 710, 107, 810, 104, 832, 98, 848, 101, 864),
    *(90, 877, 74, 882, 64, 896, 67, 914, 84, 925),
)
FEMUR_FRONT: Final = Region(
    "femur",
    (Area((*_FEMUR_OUTER, *through(96, 495, 88, 501, 80, 495), *_FEMUR_INNER)),),
    through(124, 880, 118, 760, 103, 640, 90, 500),
)
FEMUR_BACK: Final = Region(
    "femur",
    (Area((*_FEMUR_OUTER, *through(98, 497, 93, 512, 83, 512, 78, 497), *_FEMUR_INNER)),),
    FEMUR_FRONT.axis,
)

TIBIA: Final = Region(
    "tibia",
    (
        Area(
            through(
                *(49, 471, 52, 478, 66, 478, 79, 480, 83, 486, 87, 482, 92, 486, 96, 480, 111, 479, 126, 478, 128, 470),
                *(122, 455, 109, 430, 103, 390, 100, 330, 96, 250, 91, 165, 94, 120, 99, 95, 98, 80, 82, 79, 68, 79),
                *(63, 68, 56, 65, 52, 75, 56, 105, 65, 150, 71, 250, 73, 330, 71, 390, 64, 430, 54, 453),
            )
        ),
    ),
    through(87, 475, 87, 330, 82, 180, 76, 80),
)

FIBULA: Final = Region(
    "fibula",
    (
        Area(
            through(
                *(118, 457, 121, 466, 128, 470, 134, 463, 132, 448, 127, 425, 125, 340, 118, 240, 109, 150, 108, 105),
                *(111, 75, 107, 56, 102, 62, 100, 85, 100, 110, 100, 150, 107, 240, 114, 340, 117, 425),
            )
        ),
    ),
    through(127, 466, 120, 330, 110, 180, 107, 60),
)

PATELLA: Final = Region(
    "patella",
    (Area(through(88, 490, 99, 497, 109, 512, 110, 525, 101, 535, 88, 537, 75, 535, 66, 525, 67, 512, 77, 497)),),
    through(88, 535, 88, 492),
)

CALCANEUS: Final = Region(
    "calcaneus",
    (Area(through(72, 50, 83, 57, 94, 51, 101, 37, 102, 19, 94, 8, 82, 6, 70, 8, 63, 19, 65, 37)),),
    through(83, 55, 83, 8),
)

HIP_JOINT: Final = Region(
    "hip-joint",
    (Area(through(85, 940, 112, 929, 123, 902, 112, 875, 85, 864, 58, 875, 47, 902, 58, 929)),),
    through(85, 936, 85, 868),
)
"""The capsule around the ball and the cup that it turns in."""
