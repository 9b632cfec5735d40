"""The right knee from its inner side, close up, in the sagittal plane: x forwards, y up, mm; heights 400 to 620.

Drawn finer than the whole leg: the gap of the joint, the pads and coats in it, and the bands that cross inside it.
"""

from typing import Final

from generator.figure.plate import Region
from generator.figure.sagittal_bones import PATELLA, PATELLAR_TENDON, QUADRICEPS_TENDON
from generator.figure.shapes import Area, Cord, through

_FEMUR: Final = Region(
    "femur",
    (
        Area(
            through(
                *(0, 628, 0, 628, -5, 598, -12, 570, -20, 552, -29, 536, -35, 519, -34, 503, -26, 493),
                *(-13, 489, 2, 489),
                *(16, 491, 26, 497, 32, 509, 33, 523, 30, 536, 26, 550, 26, 575, 31, 628, 31, 628),
            )
        ),
    ),
    through(16, 618, 10, 570, 4, 530, 0, 494),
)
_TIBIA: Final = Region(
    "tibia",
    (
        Area(
            through(
                *(3, 392, 3, 392, -4, 420, -13, 440, -24, 456, -31, 470, -30, 479, -20, 480, -4, 478, 8, 481, 20, 479),
                *(31, 479, 35, 472, 39, 461, 45, 452, 45, 441, 42, 425, 40, 392, 40, 392),
            )
        ),
    ),
    through(4, 474, 14, 440, 21, 402),
)
_CARTILAGE: Final = Region(
    "cartilage",
    (
        Cord(through(-34, 519, -33, 503, -25, 494, -12, 490, 2, 490, 16, 492, 25, 498, 31, 509, 32, 524), 3.5),
        Cord(through(-28, 479, -18, 479, -4, 478, 8, 480, 20, 478, 30, 478), 3),
        Cord(through(43, 501, 39, 511, 38, 524, 41, 532), 3),
    ),
    through(31, 509, 25, 498, 16, 492, 2, 490, -12, 490, -25, 494),
)
_MENISCUS: Final = Region(
    "meniscus",
    (
        Area(
            through(
                *(-32, 493, -32, 481, -18, 482, -2, 482, 14, 482, 31, 481, 30, 493, 18, 488),
                *(2, 486, -14, 486, -24, 489),
            )
        ),
    ),
    through(28, 486, 0, 484, -29, 487),
)
_ANTERIOR_CRUCIATE_LIGAMENT: Final = Region(
    "anterior-cruciate-ligament",
    (Cord(through(-19, 514, -8, 500, 12, 480), 6),),
    through(-19, 514, -8, 500, 12, 480),
)
_POSTERIOR_CRUCIATE_LIGAMENT: Final = Region(
    "posterior-cruciate-ligament",
    (Cord(through(8, 508, -8, 494, -27, 473), 7),),
    through(8, 508, -8, 494, -27, 473),
)
_MEDIAL_COLLATERAL_LIGAMENT: Final = Region(
    "medial-collateral-ligament",
    (Area(through(-8, 521, 0, 525, 7, 520, 9, 485, 13, 445, 13, 421, 6, 418, 3, 445, -4, 485)),),
    through(0, 520, 2, 485, 8, 424),
)
_KNEE_JOINT: Final = Region(
    "knee-joint",
    (
        Area(
            through(
                *(-39, 511, -40, 488, -33, 471, -8, 468, 20, 468, 37, 471, 44, 487, 42, 505, 38, 524, 30, 531),
                *(16, 522, -6, 516, -27, 518),
            )
        ),
    ),
    through(4, 514, 2, 488, 2, 472),
)
_HAMSTRING_TENDONS: Final = Region(
    "hamstring-tendons",
    (
        Cord(through(-53, 626, -53, 570, -49, 515, -37, 474, -14, 448, 16, 430), 5),
        Cord(through(-40, 626, -41, 560, -37, 505, -27, 472), 7),
    ),
    through(-53, 614, -49, 515, -37, 474, -14, 448, 12, 433),
)
_POPLITEAL_FOSSA: Final = Region(
    "popliteal-fossa",
    (
        Area(
            through(-64, 440, -64, 440, -60, 475, -57, 508, -60, 545, -63, 575, -63, 575, -50, 548, -41, 510, -42, 472)
        ),
    ),
    through(-55, 556, -48, 510, -55, 452),
)
_QUADRICEPS: Final = Region(
    "quadriceps",
    (
        Area(
            through(
                *(16, 628, 16, 628, 14, 590, 18, 550, 27, 528, 36, 524, 48, 540, 58, 556, 66, 580, 76, 628, 76, 628),
            )
        ),
    ),
    through(50, 614, 42, 572, 34, 534),
)
_GASTROCNEMIUS: Final = Region(
    "gastrocnemius",
    (
        Area(
            through(-32, 516, -43, 503, -53, 478, -63, 440, -71, 392, -71, 392, -30, 392, -30, 392, -25, 430, -26, 480)
        ),
    ),
    through(-37, 506, -44, 450, -48, 402),
)
_THIGH: Final = Region(
    "thigh",
    (
        Area(
            through(
                *(77, 628, 77, 628, 66, 576, 60, 553, 60, 553, 30, 540, -10, 537, -58, 546, -58, 546, -66, 600),
                *(-70, 628, -70, 628),
            )
        ),
    ),
    through(4, 614, 2, 550),
)
_CALF: Final = Region(
    "calf",
    (Area(through(-72, 392, -72, 392, -65, 437, -50, 437, -34, 435, -18, 426, -3, 392, -3, 392)),),
    through(-40, 430, -41, 402),
)

KNEE_INNER: Final = (
    *(_FEMUR, _TIBIA, _CARTILAGE, _ANTERIOR_CRUCIATE_LIGAMENT, _POSTERIOR_CRUCIATE_LIGAMENT, _MENISCUS, _KNEE_JOINT),
    *(_MEDIAL_COLLATERAL_LIGAMENT, PATELLA, _POPLITEAL_FOSSA, _GASTROCNEMIUS, _QUADRICEPS, QUADRICEPS_TENDON),
    *(PATELLAR_TENDON, _HAMSTRING_TENDONS, _THIGH, _CALF),
)
"""Everything the close-up shows, in the order in which it is painted: the deepest first."""
