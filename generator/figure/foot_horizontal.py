"""The right foot from above and below: x outwards from its middle line, y from the back of the heel to the toes, mm.

Length after the 0.152 of the body's height of Drillis and Contini (1966), for 1.70 m; the ball is about 100 mm broad,
the heel 65 mm. The bump of the navicular lies about 4 cm in front of the inner ankle bone, as surface anatomy teaches.
"""

from typing import Final

from generator.figure.plate import Region
from generator.figure.shapes import Area, Cord, Point, through

_WEBS: Final = through(31, 191, 14, 204, -3, 211, -19.5, 211)
"""The ends of the gaps between the toes, from the little toe's to the big toe's."""
_LITTLE_TOE: Final = through(47, 190, 48.5, 201, 46, 210, 39.5, 214, 33.5, 210, 31.8, 201)
_FOURTH_TOE: Final = through(29.5, 202, 31, 214, 29, 224, 23, 229, 17, 225, 15.2, 215)
_THIRD_TOE: Final = through(12.5, 215, 14.3, 227, 12, 237, 6, 241, 0, 237, -1.8, 226)
_SECOND_TOE: Final = through(-4.5, 223, -2.7, 236, -5, 246, -11, 250, -17, 246, -19.4, 235, -18.2, 222)
_BIG_TOE: Final = through(-21.5, 222, -21, 238, -25, 250, -34, 255, -43, 250, -47.5, 237, -46.5, 221)

_OUTER_SIDE: Final = through(
    *(0, 0, 18, 4, 29, 17, 33, 38, 34.5, 65, 38, 86, 42.5, 104, 45, 126, 49, 148, 51, 164, 49, 179),
)
_INNER_SIDE: Final = through(
    *(-48, 206, -51, 190, -50, 174, -44.5, 153, -37.5, 132, -32, 112, -30, 94, -30.5, 75, -32, 54, -31.5, 34),
    *(-27, 15, -16, 3.5),
)


def _corner(web: int) -> tuple[Point, Point]:
    return _WEBS[web], _WEBS[web]


_FOOT: Final = Area(
    (
        *(*_OUTER_SIDE, *_LITTLE_TOE, _WEBS[0], *_FOURTH_TOE, _WEBS[1], *_THIRD_TOE, _WEBS[2]),
        *(*_SECOND_TOE, _WEBS[3], *_BIG_TOE, *_INNER_SIDE),
    )
)
_OUTER_SIDE_OF_LEG: Final = through(39, 90, 39.5, 76, 41, 62, 39.5, 48, 36, 32, 35, 10, 37, -20, 39, -60, 39, -60)
_INNER_SIDE_OF_LEG: Final = through(
    *(-39, -60, -39, -60, -37, -20, -36, 10, -36.5, 32, -39, 52, -40.5, 66, -37, 80, -30, 96),
)
LEG: Final = (
    Area((_OUTER_SIDE_OF_LEG[0], *_OUTER_SIDE_OF_LEG, *_INNER_SIDE_OF_LEG, _INNER_SIDE_OF_LEG[-1])),
    Cord(_OUTER_SIDE_OF_LEG, 2),
    Cord(_INNER_SIDE_OF_LEG, 2),
)
"""The lower leg from above, as you see your own: it comes towards you and hides the heel."""
SKIN: Final = (_FOOT,)
CLOTH: Final = ()

_TOES: Final = Region(
    "toes",
    (
        Area((*through(49, 181, 49, 181), *_LITTLE_TOE, *_corner(0))),
        Area((*_corner(0), *_FOURTH_TOE, *_corner(1))),
        Area((*_corner(1), *_THIRD_TOE, *_corner(2))),
        Area((*_corner(2), *_SECOND_TOE, *_corner(3))),
        Area((*_corner(3), *_BIG_TOE, *through(-48, 207, -48, 207))),
    ),
    through(-11, 213, -11, 247),
)
_BALL: Final = Region(
    "ball-of-foot",
    (
        Area(
            through(
                *(-45, 166, -25, 171, 0, 167, 25, 155, 44, 143, 48, 158, 47, 174, 31, 186, 14, 198, -3, 205),
                *(-20, 205, -45, 202, -48.5, 187),
            )
        ),
    ),
    through(-6, 170, -10, 204),
)
_CALCANEUS: Final = Region(
    "calcaneus",
    (
        Area(
            through(
                *(0, 6, 13, 8, 20, 19, 19, 36, 17, 52, 20, 68, 26, 83, 25, 94, 14, 97, 5, 91, -2, 82, -12, 79),
                *(-20, 73, -21, 65, -17, 54, -19, 34, -20, 18, -13, 8),
            )
        ),
    ),
    through(0, 8, 13, 94),
)
_TALUS: Final = Region(
    "talus",
    (
        Area(
            through(
                *(-2, 44, 12, 48, 17, 58, 22, 66, 19, 77, 8, 84, 6, 94, 1, 103, -9, 106, -18, 102, -21, 94),
                *(-17, 84, -18, 72, -15, 56, -10, 47),
            )
        ),
    ),
    through(0, 46, -8, 104),
)
_NAVICULAR: Final = Region(
    "navicular",
    (
        Area(
            through(-26.5, 101, -26.5, 110, -20, 116, -9, 120, 3, 118, 7, 111, 4, 106, -8, 109, -18, 105, -22, 99),
        ),
    ),
    through(-9, 109, -9, 119),
)
NOT_FROM_BELOW: Final = (*_TALUS.shapes, *_NAVICULAR.shapes)
"""Bones that the skeleton of the sole has, and that nobody points to from there."""
_FOOT_TO_THE_ANKLE: Final = Area(
    (
        *(*_OUTER_SIDE[6:], *_LITTLE_TOE, _WEBS[0], *_FOURTH_TOE, _WEBS[1], *_THIRD_TOE, _WEBS[2]),
        *(*_SECOND_TOE, _WEBS[3], *_BIG_TOE, *_INNER_SIDE[:6]),
        *through(-31, 97, -34, 80, -35, 62, -33, 46, -20, 37, 0, 34, 20, 37, 34, 46, 37, 62, 38, 86),
    )
)

TOP: Final = (
    Region("foot", (_FOOT_TO_THE_ANKLE,), through(0, 40, -2, 120, -11, 246)),
    Region(
        "top-of-foot",
        (
            Area(
                through(
                    *(-26, 90, -16, 93, -3, 95.5, 14, 92, 26, 85, 34, 88, 41, 118, 46, 150, 45, 176, 31, 187),
                    *(14, 199, -3, 206, -20, 206, -43, 203, -47, 189, -46, 173, -41, 152, -34, 131, -29, 112),
                )
            ),
        ),
        through(0, 97, -4, 150, -10, 204),
    ),
    _TOES,
    _BALL,
    Region(
        "ankle-joint",
        (Area(through(1, 27, 17, 31, 28, 42, 31, 56, 25, 71, 12, 80, -3, 83, -18, 80, -29, 70, -32, 57, -26, 41)),),
        through(0, 28, -2, 81),
    ),
    _TALUS,
    _NAVICULAR,
    _CALCANEUS,
)

SOLE: Final = (
    Region("foot", (_FOOT,), through(0, 6, -2, 120, -11, 246)),
    Region(
        "sole",
        (
            Area(
                through(
                    *(0, 3, 17, 7, 26, 18, 30, 38, 31.5, 66, 39, 103, 42, 126, 46, 148, 48, 164, 46, 179, 31, 187),
                    *(14, 199, -3, 206, -20, 206, -45, 203, -48.5, 188, -47, 173, -39, 149, -31, 127, -27, 110),
                    *(-28, 78, -29, 37, -25, 18, -15, 6),
                )
            ),
        ),
        through(0, 6, -3, 110, -10, 204),
    ),
    Region(
        "heel",
        (Area(through(0, 3, 17, 7, 26, 18, 30, 38, 28, 53, 14, 62, -8, 62, -25, 54, -29, 37, -25, 18, -15, 6)),),
        through(0, 6, 0, 60),
    ),
    Region(
        "foot-arch",
        (
            Area(
                through(
                    *(-28, 67, -14, 68, 1, 80, 8, 103, 6, 130, -5, 150, -24, 161, -42, 159, -41, 150, -35, 132),
                    *(-29.5, 112, -27.5, 94),
                )
            ),
        ),
        through(-15, 70, -11, 110, -20, 158),
    ),
    _BALL,
    _TOES,
    _CALCANEUS,
    Region(
        "plantar-fascia",
        (
            Area(
                through(
                    *(-11, 27, -4, 22, 4, 27, 7, 60, 14, 100, 25, 138, 37, 165, 38, 176, 30, 181, 23, 171, 23, 171),
                    *(24, 186, 15, 191, 9, 181, 9, 181, 8, 196, -2, 199, -6, 187, -6, 187, -9, 202, -17, 202),
                    *(-20.5, 188, -20.5, 188, -25, 202, -36, 201, -40, 192, -38, 174, -32, 153, -25, 126, -18, 93),
                    *(-13, 60),
                )
            ),
        ),
        through(-3, 26, -3, 100, -11, 200),
    ),
)

CREASES_TOP: Final = (
    Cord(through(-34, 233, -40, 235, -41.5, 242, -40, 249, -34, 250.5, -28, 249, -26.5, 242, -28, 235, -34, 233), 2),
    Cord(through(-11, 237, -14.5, 238.5, -15, 244, -11, 247.5, -7, 244, -7.5, 238.5, -11, 237), 2),
    Cord(through(6.3, 229, 3, 230.5, 2.5, 235.5, 6.2, 238.5, 10, 235.5, 9.6, 230.5, 6.3, 229), 2),
    Cord(through(23.2, 218, 20.2, 219.5, 19.7, 223.5, 23, 226.4, 26.6, 223.5, 26.4, 219.5, 23.2, 218), 2),
    Cord(through(40, 204, 37, 205.5, 36.5, 209, 39.6, 211.5, 43, 209, 43, 205.5, 40, 204), 2),
    Cord(through(-20, 120, -26, 152, -33, 192), 2),
    Cord(through(-8, 126, -10, 158, -11.5, 192), 2),
    Cord(through(3, 126, 4, 156, 6, 186), 2),
    Cord(through(14, 124, 17, 148, 22, 176), 2),
    Cord(through(24, 118, 30, 142, 36, 164), 2),
    Cord(through(-18, 97, -6, 100, 8, 99, 20, 94), 2),
    Cord(through(-29, 50, -25, 62, -28, 76), 2),
    Cord(through(31, 44, 28, 55, 30, 67), 2),
)
CREASES_SOLE: Final = (
    Cord(through(-45, 219, -34, 213, -23, 220), 2),
    Cord(through(-17, 225.5, -11, 222.5, -5.5, 226.5), 2),
    Cord(through(0, 218, 6, 214.5, 11.5, 218), 2),
    Cord(through(17, 207, 23, 204, 28.5, 206.5), 2),
    Cord(through(33.5, 194.5, 39.5, 191.5, 45.5, 193.5), 2),
    Cord(through(-46, 165, -28, 169, -5, 168, 20, 160, 44, 141), 2),
    Cord(through(-20, 169, -15, 180, -15, 193), 2),
    Cord(through(-28, 69, -8, 83, 4, 106, 1, 130, -14, 149), 2),
    Cord(through(-26, 46, -15, 57, 1, 61, 18, 56, 28, 43), 2),
)
