"""What the right leg shows from its outer side, in the sagittal plane: x forwards from hip and ankle, y up, mm.

The calf bone lies behind the shinbone, from the knob below the outer knee to the outer ankle bone. The iliotibial band
runs from the crest of the hip bone down the outside of the thigh to the shinbone, just below the knee.
"""

from typing import Final

from generator.figure.plate import Region
from generator.figure.sagittal_bones import (
    ANKLE_JOINT,
    CALCANEUS,
    FEMUR_OUTER,
    HIP_JOINT,
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
                *(23, 140, 24, 103, 23, 81, 12, 85, -2, 87, -14, 84, -20, 79, -15, 110, -7, 160),
                *(3, 230, 9, 300, 9, 350, 3, 400, -10, 436, -27, 462),
            )
        ),
    ),
    through(6, 474, 22, 400, 20, 280, 12, 180, 4, 90),
)
_FIBULA: Final = Region(
    "fibula",
    (
        Area(
            through(
                *(-24, 473, -14, 469, -10, 458, -13, 440, -13, 400, -11, 300, -7, 200, -2, 125, 4, 95, 4, 74, -4, 58),
                *(-14, 61, -20, 80, -16, 125, -18, 200, -21, 300, -23, 400, -25, 440, -31, 457, -30, 468),
            )
        ),
    ),
    through(-20, 466, -18, 400, -16, 300, -12, 180, -7, 66),
)
_LATERAL_COLLATERAL_LIGAMENT: Final = Region(
    "lateral-collateral-ligament",
    (Cord(through(-6, 513, -12, 492, -20, 468), 6),),
    through(-6, 513, -12, 492, -20, 468),
)
_SCIATIC_NERVE: Final = Region(
    "sciatic-nerve",
    (
        Cord(through(-62, 938, -58, 900, -50, 850, -42, 780, -40, 690, -40, 610, -42, 560), 7),
        Cord(through(-42, 562, -46, 520, -46, 480, -40, 430), 4),
        Cord(through(-42, 562, -40, 520, -38, 485, -34, 455, -14, 438), 4),
    ),
    through(-60, 928, -48, 840, -40, 690, -42, 560),
)
_GLUTEUS_MAXIMUS: Final = Region(
    "gluteus-maximus",
    (
        Area(
            through(
                *(-74, 982, -94, 972, -110, 938, -118, 900, -115, 864, -102, 826, -86, 802),
                *(-58, 792, -26, 784, -8, 776),
                *(-2, 795, -10, 835, -22, 880, -42, 935),
            )
        ),
    ),
    through(-84, 955, -66, 890, -14, 795),
)
_QUADRICEPS: Final = Region(
    "quadriceps",
    (
        Area(
            through(
                *(46, 935, 60, 930, 76, 885, 83, 835, 84, 785, 84, 735, 81, 680, 75, 620, 66, 580, 59, 556, 50, 540),
                *(40, 534, 28, 548, 16, 580, 0, 640, -11, 710, -10, 790, -2, 850, 16, 888, 34, 922),
            )
        ),
    ),
    through(54, 900, 46, 780, 42, 660, 44, 555),
)
_HAMSTRINGS: Final = Region(
    "hamstrings",
    (
        Area(
            through(
                *(-42, 862, -58, 845, -72, 800, -80, 765, -79, 720, -74, 660, -66, 605, -58, 560, -46, 532, -36, 545),
                *(-28, 590, -20, 650, -16, 720, -20, 790, -32, 840),
            )
        ),
    ),
    through(-48, 845, -50, 740, -46, 640, -46, 545),
)
_HAMSTRING_TENDONS: Final = Region(
    "hamstring-tendons",
    (Cord(through(-46, 600, -46, 555, -40, 510, -30, 485, -24, 470), 8),),
    through(-46, 595, -44, 535, -24, 472),
)
_GASTROCNEMIUS: Final = Region(
    "gastrocnemius",
    (
        Area(
            through(
                *(-33, 516, -45, 500, -55, 475, -64, 440, -71, 400, -73, 350, -70, 310, -65, 288, -55, 286, -45, 308),
                *(-36, 350, -29, 400, -28, 460),
            )
        ),
    ),
    through(-40, 500, -50, 430, -54, 350, -60, 294),
)
_ILIOTIBIAL_BAND: Final = Region(
    "iliotibial-band",
    (
        Area(
            through(
                *(-8, 992, 14, 994, 36, 986, 32, 950, 22, 900, 17, 840, 16, 760, 17, 660, 21, 580, 28, 520, 37, 474),
                *(33, 464, 27, 468, 16, 510, 4, 570, -4, 660, -9, 760, -14, 840, -18, 900, -16, 950),
            )
        ),
    ),
    through(10, 980, 0, 880, 4, 740, 10, 600, 32, 470),
)
_SHIN: Final = Region(
    "shin",
    (
        Area(
            (
                *FRONT_OF_SHIN[1:],
                *through(30, 114, 16, 112, 4, 150, -2, 210, -4, 280, -4, 350, 2, 410, 18, 446, 34, 458),
            )
        ),
    ),
    through(34, 440, 20, 340, 18, 240, 20, 120),
)

OUTER: Final = (
    *(TALUS, CALCANEUS, HIP_JOINT, FEMUR_OUTER, _TIBIA, _FIBULA, KNEE_JOINT, ANKLE_JOINT, PATELLA, POPLITEAL_FOSSA),
    *(_SCIATIC_NERVE, _LATERAL_COLLATERAL_LIGAMENT, _HAMSTRINGS, _QUADRICEPS, QUADRICEPS_TENDON, PATELLAR_TENDON),
    *(_GASTROCNEMIUS, ACHILLES_TENDON, _HAMSTRING_TENDONS, _GLUTEUS_MAXIMUS, _ILIOTIBIAL_BAND, FASCIA, THIGH, CALF),
    *(_SHIN, FOOT, HEEL),
)
"""Everything this side shows, in the order in which it is painted: the deepest first."""
