"""The whole body from the front and from behind: x outwards from its middle, to its right; y above the floor; mm.

Heights after the segment lengths of Drillis and Contini (1966) for 1.70 m: hip 901, shoulder 1391, finger tips 641; the
head is a good seventh of the whole. The legs are those of `leg_coronal.py`, so that all pictures show one person.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from generator.figure import leg_coronal
from generator.figure.plate import Plate, Region
from generator.figure.shapes import Area, Box, Cord, Point, mirrored, through
from generator.model.kinds.anatomy import View
from generator.model.kinds.condition import UpperPlace

_WINDOW: Final = Box(-300, -30, 300, 1732)
_KNEE_CREASES_FROM: Final = 400.0
"""Mm: the creases of the feet are too fine for a picture of all of the body."""


def _both(right: tuple[Point, ...], *middle: Point) -> Area:
    return Area((*right, *middle, *reversed(mirrored(right))))


_RIGHT_ARM: Final = through(
    *(160, 1365, 198, 1334, 222, 1270, 232, 1200, 236, 1120, 248, 1040, 258, 960, 261, 880, 267, 830, 281, 780),
    *(283, 730, 276, 676, 261, 644, 248, 650, 244, 690, 243, 724, 231, 716, 224, 742, 229, 792, 231, 836),
    *(219, 900, 201, 980, 188, 1060, 176, 1130, 160, 1210),
)
_ARMS: Final = (Area(_RIGHT_ARM), Area(mirrored(_RIGHT_ARM)))
_NECK_SIDE: Final = through(50, 1560, 47, 1500, 48, 1462, 58, 1442, 100, 1420, 100, 1390)
_NECK: Final = Area((*mirrored(_NECK_SIDE), *reversed(_NECK_SIDE)))
_HEAD: Final = _both(through(0, 1472, 24, 1477, 46, 1498, 64, 1540, 71, 1590, 66, 1660, 0, 1698))
_HAIR_SIDE: Final = through(50, 1484, 50, 1484, 78, 1484, 94, 1520, 94, 1600, 80, 1670, 44, 1706, 0, 1714)
_HAIR_FROM_THE_FRONT: Final = Area(
    (
        *_HAIR_SIDE,
        *reversed(mirrored(_HAIR_SIDE[:-1])),
        *through(-64, 1530, -70, 1580, -62, 1626, -62, 1626, -24, 1638, 14, 1664, 14, 1664, 44, 1648, 66, 1610),
        *through(70, 1570, 64, 1530),
    )
)
_HAIR_FROM_BEHIND: Final = Area((*_HAIR_SIDE[2:], *reversed(mirrored(_HAIR_SIDE[2:-1])), Point(0, 1474)))
_SHIRT_SIDE: Final = through(
    *(60, 1446, 60, 1446, 112, 1424, 152, 1408, 188, 1376, 220, 1312, 244, 1208, 244, 1208, 206, 1190, 166, 1192),
    *(166, 1192, 152, 1262, 152, 1262, 142, 1170, 138, 1090, 150, 1010, 179, 908, 179, 908, 90, 898),
)
_SHIRT_FROM_THE_FRONT: Final = Area(
    (
        Point(0, 1406),
        *through(40, 1418),
        *_SHIRT_SIDE,
        Point(0, 896),
        *reversed(mirrored(_SHIRT_SIDE)),
        Point(-40, 1418),
    )
)
_SHIRT_FROM_BEHIND: Final = Area((Point(0, 1434), *_SHIRT_SIDE, Point(0, 896), *reversed(mirrored(_SHIRT_SIDE))))


def _creases(creases: Iterable[Cord]) -> tuple[Cord, ...]:
    return tuple(one for one in creases if one.box.bottom > _KNEE_CREASES_FROM)


def _region(place: UpperPlace, *right: float) -> Region:
    area = _both(through(*right))
    return Region(place.value, (area,), (Point(0, area.box.top), Point(0, area.box.bottom)))


_FROM_THE_FRONT: Final = (
    _region(UpperPlace.HEAD, 0, 1706, 52, 1686, 73, 1640, 66, 1560, 46, 1500, 0, 1476),
    _region(UpperPlace.NECK, 0, 1472, 34, 1484, 47, 1498, 47, 1498, 48, 1464, 57, 1447, 57, 1447, 38, 1421, 0, 1411),
    _region(UpperPlace.CHEST, 0, 1376, 64, 1380, 120, 1340, 124, 1250, 106, 1200, 0, 1180),
    _region(UpperPlace.BELLY, 0, 1116, 60, 1106, 108, 1056, 118, 986, 84, 930, 0, 916),
)
_FROM_BEHIND: Final = (_region(UpperPlace.BACK, 0, 1210, 80, 1204, 110, 1160, 106, 1080, 112, 1010, 84, 974, 0, 968),)


def _by_id(regions: Iterable[Region]) -> Mapping[str, Region]:
    return {region.id: region for region in regions}


BODY_FRONT: Final = Plate(
    id="body-front",
    view=View.FRONT,
    window=_WINDOW,
    turned=True,
    skin=(*leg_coronal.SKIN, *_ARMS, _NECK, _HEAD),
    cloth=(*leg_coronal.CLOTH, _SHIRT_FROM_THE_FRONT),
    creases=_creases(leg_coronal.CREASES_FRONT),
    regions=_by_id(_FROM_THE_FRONT),
)
BODY_BACK: Final = Plate(
    id="body-back",
    view=View.BACK,
    window=_WINDOW,
    turned=False,
    skin=(*leg_coronal.SKIN_BACK, *_ARMS, _NECK, _HEAD),
    cloth=(*leg_coronal.CLOTH, _SHIRT_FROM_BEHIND),
    creases=_creases(leg_coronal.CREASES_BACK),
    regions=_by_id(_FROM_BEHIND),
)
HAIR: Final[Mapping[View, Area]] = {View.FRONT: _HAIR_FROM_THE_FRONT, View.BACK: _HAIR_FROM_BEHIND}
"""The hair of the body from each side that shows it: it lies over all else."""
