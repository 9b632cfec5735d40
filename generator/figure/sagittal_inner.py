"""What the right leg shows from the midline, in the sagittal plane: x forwards from hip and ankle, y up, mm.

The shinbone ends as the inner ankle bone. The tendons of the inner hamstrings pass behind the knee and turn forwards to
the shinbone; the lymph vessels follow the long vein of the leg, in front of the inner ankle bone and behind the knee.
"""

from typing import Final

from generator.figure.plate import Region
from generator.figure.sagittal_bones import (
    ANKLE_JOINT,
    CALCANEUS,
    FEMUR,
    KNEE_JOINT,
    PATELLA,
    PATELLAR_TENDON,
    QUADRICEPS_TENDON,
    TALUS,
)
from generator.figure.sagittal_skin import FRONT_OF_SHIN
from generator.figure.sagittal_surface import (
    ACHILLES_TENDON,
    CALF,
    FASCIA,
    FOOT,
    HEEL,
    POPLITEAL_FOSSA,
    THIGH,
)
from generator.figure.shapes import Area, Cord, through

_TIBIA: Final = Region(
    "tibia",
    (
        Area(
            through(
                *(-30, 481, -8, 480, 14, 480, 30, 481, 36, 470, 44, 454, 45, 442, 41, 412, 38, 345, 32, 270, 26, 200),
                *(23, 140, 24, 105, 24, 84, 15, 70, 4, 64, -8, 68, -17, 82, -15, 110, -7, 160, 3, 230, 9, 300, 9, 350),
                *(3, 400, -10, 436, -27, 462),
            )
        ),
    ),
    through(6, 474, 22, 400, 20, 280, 12, 180, 4, 75),
)
_NAVICULAR: Final = Region(
    "navicular",
    (Area(through(46, 68, 53, 67, 59, 57, 58, 45, 51, 39, 45, 46, 47, 57)),),
    through(47, 57, 57, 54),
)
_QUADRICEPS: Final = Region(
    "quadriceps",
    (
        Area(
            through(
                *(46, 935, 60, 930, 76, 885, 83, 835, 84, 785, 84, 735, 81, 680, 75, 620, 66, 580, 59, 556, 50, 540),
                *(38, 524, 27, 526, 18, 545, 14, 580, 18, 640, 28, 710, 36, 790, 38, 870),
            )
        ),
    ),
    through(58, 900, 62, 780, 52, 660, 40, 545),
)
_HAMSTRINGS: Final = Region(
    "hamstrings",
    (
        Area(
            through(
                *(-42, 862, -58, 845, -72, 800, -80, 765, -79, 720, -74, 660, -66, 605, -58, 560, -48, 535, -40, 545),
                *(-33, 590, -26, 650, -22, 720, -26, 790, -33, 840),
            )
        ),
    ),
    through(-48, 845, -52, 740, -48, 640, -48, 545),
)
_HAMSTRING_TENDONS: Final = Region(
    "hamstring-tendons",
    (
        Cord(through(-54, 626, -52, 560, -47, 505, -35, 470, -12, 446, 16, 432), 6),
        Cord(through(-40, 626, -40, 550, -36, 500, -27, 474), 8),
    ),
    through(-53, 620, -48, 520, -36, 472, 12, 434),
)
_GASTROCNEMIUS: Final = Region(
    "gastrocnemius",
    (
        Area(
            through(
                *(-34, 514, -46, 500, -55, 475, -64, 440, -71, 400, -73, 350, -70, 302, -64, 272, -54, 270, -43, 295),
                *(-34, 340, -27, 400, -27, 460),
            )
        ),
    ),
    through(-40, 500, -50, 430, -54, 350, -58, 280),
)
_SHIN: Final = Region(
    "shin",
    (
        Area(
            (
                *FRONT_OF_SHIN[1:],
                *through(30, 114, 16, 112, 10, 150, 12, 200, 16, 270, 20, 340, 22, 400, 30, 436),
            )
        ),
    ),
    through(42, 436, 32, 340, 25, 240, 22, 120),
)
_FOOT_ARCH: Final = Region(
    "foot-arch",
    (Area(through(2, 8, 18, 20, 42, 31, 70, 33, 96, 25, 122, 8, 108, 7, 85, 13, 55, 14, 25, 9)),),
    through(6, 10, 45, 23, 75, 24, 116, 10),
)
_LONG_VESSEL: Final = through(
    *(48, 866, 42, 810, 22, 730, -8, 620, -28, 530, -32, 470, -26, 370, -12, 260, 6, 160),
    *(22, 92, 42, 70, 80, 56, 128, 36),
)
_LYMPHATIC_SYSTEM: Final = Region(
    "lymphatic-system",
    (
        Cord(_LONG_VESSEL, 3),
        Cord(
            through(
                *(104, 30, 60, 50, 32, 66, 10, 92, -6, 160, -26, 260, -40, 370, -42, 470, -38, 530, -20, 620, 8, 730),
                *(32, 810, 42, 862),
            ),
            3,
        ),
        Cord(through(44, 884, 43, 873), 10),
        Cord(through(57, 874, 55, 866), 8),
        Cord(through(31, 866, 32, 858), 8),
    ),
    _LONG_VESSEL,
)

INNER: Final = (
    *(TALUS, CALCANEUS, _NAVICULAR, FEMUR, _TIBIA, KNEE_JOINT, ANKLE_JOINT, PATELLA, POPLITEAL_FOSSA, _HAMSTRINGS),
    *(_QUADRICEPS, QUADRICEPS_TENDON, PATELLAR_TENDON, _GASTROCNEMIUS, ACHILLES_TENDON, _HAMSTRING_TENDONS),
    *(_LYMPHATIC_SYSTEM, FASCIA, THIGH, CALF, _SHIN, FOOT, HEEL, _FOOT_ARCH),
)
"""Everything this side shows, in the order in which it is painted: the deepest first."""
