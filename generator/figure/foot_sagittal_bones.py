"""The bones of the right foot from its sides, with its tendon, fascia and lymph vessels; axes as in foot_sagittal.

From surface anatomy: the outer ankle bone ends about 1 cm lower and farther back than the inner one, the ankle joint
lies about 2.5 cm above its tip, the bump of the navicular about 4 cm below and in front of the inner ankle bone. The
long vein of the skin, with the lymph vessels beside it, climbs in front of that and then over the shinbone to its
hind edge.
"""

from typing import Final

from generator.figure.plate import Region
from generator.figure.shapes import Area, Cord, through

_ACHILLES_TENDON: Final = Region(
    "achilles-tendon",
    (Cord(through(11, 226, 14.5, 182, 19.5, 148, 23.5, 117, 24.5, 94, 21.5, 75, 14, 57, 9, 44), 8),),
    through(11, 226, 19.5, 148, 24, 94, 11, 50),
)

INNER_BONES: Final = (
    Region(
        "calcaneus",
        (
            Area(
                through(
                    *(6, 30, 9, 44, 18, 55, 30, 57, 42, 56, 52, 56, 62, 51, 76, 49, 84, 45, 94, 43, 97, 35, 91, 26),
                    *(74, 21, 56, 14, 36, 11, 22, 11, 12, 15, 7, 21),
                )
            ),
        ),
        through(10, 32, 92, 35),
    ),
    Region(
        "talus",
        (
            Area(
                through(
                    *(39, 65, 45, 76, 55, 83, 65, 85, 77, 82, 85, 75, 93, 74, 101, 69, 104, 59, 100, 50),
                    *(91, 48, 81, 51),
                    *(69, 51, 57, 54, 47, 58),
                )
            ),
        ),
        through(43, 66, 101, 60),
    ),
    Region(
        "navicular",
        (Area(through(104, 71, 112, 70, 117, 61, 116.5, 49, 112, 39, 103, 37.5, 100, 44, 104, 51, 106, 61)),),
        through(108, 56, 114, 55),
    ),
    Region(
        "tibia",
        (
            Area(
                through(
                    *(60, 231, 60, 231, 87, 231, 87, 231, 86, 190, 83, 150, 81, 118, 83, 98, 84, 88, 79, 79, 75, 70),
                    *(68, 66, 61, 69, 57, 79, 46, 83, 45, 93, 52, 110, 57, 140, 59, 185),
                )
            ),
        ),
        through(74, 230, 70, 150, 68, 68),
    ),
    Region(
        "plantar-fascia",
        (
            Cord(
                through(30, 9.5, 50, 9.5, 68, 14, 87, 23, 107, 27.5, 129, 25.5, 150, 18, 168, 9.5, 184, 6.5, 203, 9), 6
            ),
        ),
        through(30, 9.5, 68, 14, 87, 23, 107, 27.5, 129, 25.5, 150, 18, 168, 9.5, 203, 9),
    ),
    Region(
        "lymphatic-system",
        (
            Cord(through(55, 231, 58, 180, 62, 130, 74, 102, 92, 82, 116, 66, 146, 50, 182, 34), 2.5),
            Cord(through(42, 231, 44, 180, 44, 125, 46, 90, 40, 62, 34, 40), 2.5),
            Cord(through(92, 82, 98, 60, 112, 40), 2.5),
            Cord(through(116, 66, 136, 44, 152, 28), 2.5),
            Cord(through(62, 130, 52, 112, 45, 106), 2.5),
        ),
        through(55, 231, 62, 130, 92, 82, 146, 50, 182, 34),
    ),
    _ACHILLES_TENDON,
)

OUTER_BONES: Final = (
    Region(
        "calcaneus",
        (
            Area(
                through(
                    *(6, 30, 9, 44, 18, 55, 30, 57, 42, 56, 52, 53, 60, 47, 70, 43, 82, 46, 92, 45, 97, 38, 95, 25),
                    *(78, 18, 56, 13, 36, 11, 22, 11, 12, 15, 7, 21),
                )
            ),
        ),
        through(10, 32, 93, 34),
    ),
    Region(
        "talus",
        (
            Area(
                through(
                    *(40, 64, 45, 76, 55, 83, 65, 85, 77, 82, 85, 75, 93, 74, 101, 69, 104, 60, 99, 53, 87, 53),
                    *(77, 51),
                    *(64, 48, 55, 53, 47, 58),
                )
            ),
        ),
        through(43, 66, 101, 61),
    ),
    Region(
        "tibia",
        (
            Area(
                through(
                    *(57, 231, 57, 231, 87, 231, 87, 231, 86, 190, 83, 150, 81, 118, 83, 98, 84, 88, 78, 83, 65, 86),
                    *(53, 84, 46, 84, 46, 94, 52, 110, 56, 140, 57, 185),
                )
            ),
        ),
        through(73, 230, 69, 150, 65, 87),
    ),
    Region(
        "fibula",
        (
            Area(
                through(
                    *(39, 231, 39, 231, 50, 231, 50, 231, 51, 180, 52, 130, 56, 100, 59, 80, 56, 65),
                    *(48.5, 57.5, 41, 63),
                    *(38, 78, 40, 100, 41, 130, 40, 180),
                )
            ),
        ),
        through(45, 230, 46, 140, 49, 60),
    ),
    _ACHILLES_TENDON,
)
