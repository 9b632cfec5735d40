"""Parts of the leg that both sides show to the hand, in the sagittal plane: x forwards, y up, mm.

They follow the edge of the skin a little inside it. What differs from side to side is drawn with that side.
"""

from typing import Final

from generator.figure.plate import Region
from generator.figure.sagittal_skin import (
    BACK_OF_CALF,
    BACK_OF_KNEE,
    BACK_OF_THIGH,
    FRONT_OF_THIGH,
    INSIDE_SKIN,
    OUTLINE_OF_FOOT,
)
from generator.figure.shapes import Area, through

ACHILLES_TENDON: Final = Region(
    "achilles-tendon",
    (
        Area(
            through(
                *(-68, 305, -68, 305, -61, 245, -50, 190, -42, 140, -39, 106, -42, 76, -48, 52, -49, 38),
                *(-45, 42, -39, 57, -33, 78),
                *(-31, 106, -33, 140, -38, 190, -47, 245, -58, 285),
            )
        ),
    ),
    through(-62, 290, -44, 190, -35, 108, -46, 46),
)
HEEL: Final = Region(
    "heel",
    (Area(through(-49, 50, -53, 30, -51, 17, -42, 7, -25, 3, -2, 4, 8, 14, 4, 34, -10, 50, -30, 60, -43, 60)),),
    through(-44, 54, -45, 26, -24, 9, 2, 10),
)
CALF: Final = Region(
    "calf",
    (
        Area(
            (
                *through(-37, 132),
                *BACK_OF_CALF[:-1],
                *through(-66, 426, -52, 435, -34, 433, -18, 424, -5, 400, 0, 360, -1, 300, -6, 240, -15, 190, -27, 142),
            )
        ),
    ),
    through(-40, 430, -42, 350, -36, 240, -37, 148),
)
THIGH: Final = Region(
    "thigh",
    (
        Area(
            (
                *through(84, 862, 84, 862),
                *FRONT_OF_THIGH,
                *through(60, 553, 60, 553, 30, 540, -10, 536, -58, 546, -58, 546),
                *BACK_OF_THIGH,
                *through(-84, 792, -84, 792, -30, 822, 30, 852),
            )
        ),
    ),
    through(4, 830, 6, 700, 0, 552),
)
POPLITEAL_FOSSA: Final = Region(
    "popliteal-fossa",
    (
        Area(
            (
                *through(-63, 442, -63, 442),
                *BACK_OF_KNEE,
                *through(-63, 572, -63, 572, -48, 545, -39, 510, -40, 475, -50, 450),
            )
        ),
    ),
    through(-54, 552, -48, 510, -54, 456),
)
FOOT: Final = Region(
    "foot",
    (Area((*OUTLINE_OF_FOOT, *through(-42, 80, -42, 80, -20, 89, 10, 98, 34, 105, 34, 105))),),
    through(-42, 30, 20, 40, 90, 36, 190, 15),
)
FASCIA: Final = Region(
    "fascia",
    (Area((*INSIDE_SKIN, INSIDE_SKIN[-1], *through(-30, 800, 40, 832), INSIDE_SKIN[0])),),
    through(4, 800, 4, 600, -6, 350, -2, 100),
)
