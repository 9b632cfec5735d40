"""What lies in and close around the right knee, in the coronal plane: x outwards, y above the floor, in mm of 1.70 m.

Drawn by hand after the usual description, over the bones of `coronal_bones`; the joint line lies at 485.
"""

from typing import Final

from generator.figure.plate import Region
from generator.figure.shapes import Area, Cord, through

CARTILAGE: Final = Region(
    "cartilage",
    (
        Cord(through(47, 499, 55, 488.5, 69, 487.5, 80, 493), 3),
        Cord(through(96, 493, 107, 488.5, 121, 489.5, 129, 500), 3),
        Cord(through(54, 479.5, 66, 479.5, 79, 481.5), 3),
        Cord(through(97, 481.5, 111, 480.5, 124, 479.5), 3),
    ),
    through(66, 496, 66, 478),
)
MENISCUS: Final = Region(
    "meniscus",
    (
        Area(through(44, 494, 50, 489, 60, 485, 74, 484, 74, 484, 62, 482, 49, 481, 43, 485)),
        Area(through(133, 494, 127, 489, 117, 486, 102, 485, 102, 485, 114, 482.5, 128, 481, 134, 485)),
    ),
    through(49, 492, 49, 481),
)
ANTERIOR_CRUCIATE_LIGAMENT: Final = Region(
    "anterior-cruciate-ligament",
    (Area(through(79, 481, 84, 493, 94, 509, 102, 508, 97, 495, 90, 481)),),
    through(98, 508, 90, 495, 85, 482),
)
POSTERIOR_CRUCIATE_LIGAMENT: Final = Region(
    "posterior-cruciate-ligament",
    (Area(through(74, 504, 80, 511, 86, 506, 91, 492, 95, 472, 88, 466, 81, 472, 80, 490)),),
    through(80, 508, 84, 490, 88, 470),
)
MEDIAL_COLLATERAL_LIGAMENT: Final = Region(
    "medial-collateral-ligament",
    (Area(through(45, 521, 53, 519, 51, 490, 56, 462, 67, 428, 58, 427, 47, 458, 42, 490)),),
    through(48, 518, 46, 488, 52, 460, 62, 430),
)
LATERAL_COLLATERAL_LIGAMENT: Final = Region(
    "lateral-collateral-ligament",
    (Area(through(126, 516, 132, 516, 135, 490, 133, 462, 127, 462, 129, 490)),),
    through(129, 515, 132, 490, 130, 465),
)
POPLITEUS: Final = Region(
    "popliteus",
    (
        Area(
            through(
                *(131, 508, 124, 508, 112, 484, 90, 470, 66, 455, 62, 435, 68, 408, 77, 396, 86, 412, 102, 444),
                *(120, 472, 129, 492),
            )
        ),
    ),
    through(127, 505, 112, 474, 92, 450, 74, 415),
)
POPLITEAL_FOSSA: Final = Region(
    "popliteal-fossa",
    (Area(through(88, 566, 99, 544, 113, 505, 103, 465, 88, 428, 74, 465, 63, 505, 77, 544)),),
    through(88, 560, 88, 432),
)
