"""The legs from the front and from behind, in the coronal plane: x outwards from the middle of the body, y upwards, mm.

Heights and breadths after the segment lengths of Drillis and Contini (1966) for 1.70 m: knee 485, hip 901. Skin and
creases are drawn for both legs, what lies under the skin only for the right leg (x above 0).
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from generator.figure import coronal_bones as bones
from generator.figure import coronal_knee as knee
from generator.figure import coronal_soft_parts as soft
from generator.figure.plate import Region
from generator.figure.shapes import Area, Cord, Point, mirrored, through

_OUTER_EDGE: Final = through(
    *(138, 1000, 138, 1000, 151, 965, 164, 925, 172, 882, 174, 840, 171, 780, 164, 710, 154, 640, 145, 585, 140, 550),
    *(142, 522, 142, 495, 138, 465, 139, 435, 145, 400, 148, 365, 145, 315, 136, 255, 123, 190, 113, 135, 111, 105),
    *(115, 76, 114, 56, 122, 40, 136, 24),
)
_TOES_FROM_THE_FRONT: Final = through(
    *(140, 11, 137, 3, 130, 1, 123, 5, 123, 5, 115, 1, 107, 5, 107, 5, 99, 0, 91, 5, 91, 5, 83, 0, 74, 6, 74, 6),
    *(68, 0, 54, 0, 45, 5, 42, 18),
)
_FOREFOOT_FROM_BEHIND: Final = through(140, 11, 132, 2, 116, 1, 83, 0, 55, 1, 45, 6, 43, 18)
_INNER_EDGE: Final = through(
    *(46, 36, 51, 52, 51, 68, 47, 88, 51, 112, 54, 148, 51, 200, 41, 265, 31, 320, 28, 360, 32, 405, 37, 445, 35, 470),
    *(30, 495, 29, 520, 31, 540, 28, 565, 27, 600, 20, 660, 11, 720, 5, 765, 2, 797),
)


def _of_both_legs(right: Sequence[Point]) -> tuple[Area, ...]:
    return (Area((*right, Point(0, 806), *reversed(mirrored(right)))),)


SKIN: Final = _of_both_legs((*_OUTER_EDGE, *_TOES_FROM_THE_FRONT, *_INNER_EDGE))
SKIN_BACK: Final = _of_both_legs((*_OUTER_EDGE, *_FOREFOOT_FROM_BEHIND, *_INNER_EDGE))
CLOTH: Final = _of_both_legs(
    through(
        *(137, 1000, 137, 1000, 152, 965, 166, 925, 174, 882, 177, 840, 176, 792, 176, 792, 130, 784, 70, 780, 7, 780),
        *(7, 780, 4, 795),
    )
)


def _creases(*right: Cord) -> tuple[Cord, ...]:
    return (*right, *(Cord(mirrored(cord.points), cord.width) for cord in right))


CREASES_FRONT: Final = _creases(
    Cord(through(72, 540, 64, 530, 63, 514, 70, 499, 79, 490), 2),
    Cord(through(104, 540, 112, 530, 113, 514, 106, 499, 97, 490), 2),
    Cord(through(36, 545, 40, 531, 49, 525, 58, 530), 2),
    Cord(through(56, 100, 60, 88, 57, 76), 2),
    Cord(through(106, 88, 103, 74, 107, 62), 2),
    Cord(through(51, 13, 52, 19, 58, 21, 64, 19, 65, 13), 2),
    Cord(through(74, 6, 75, 16, 70, 25), 2),
    Cord(through(91, 6, 91, 15, 87, 22, 80, 22), 2),
    Cord(through(107, 6, 107, 13, 103, 19, 96, 20), 2),
    Cord(through(123, 6, 122, 12, 118, 16, 111, 18), 2),
)
CREASES_BACK: Final = _creases(
    Cord(through(14, 816, 40, 808, 72, 808, 98, 816), 2),
    Cord(through(64, 494, 76, 490, 96, 489, 110, 492), 2),
    Cord(through(42, 300, 54, 276, 70, 270, 82, 288), 2),
    Cord(through(94, 296, 106, 286, 120, 290, 132, 312), 2),
    Cord(through(70, 165, 75, 120, 75, 82), 2),
    Cord(through(97, 165, 92, 120, 92, 82), 2),
    Cord(through(55, 60, 53, 35, 56, 12, 66, 2), 2),
    Cord(through(111, 54, 113, 35, 110, 12, 100, 2), 2),
)

_INSET: Final = 3
_ROUNDING: Final = 12


def _along(edge: tuple[Point, ...], heights: Sequence[float], inwards: int) -> list[Point]:
    """Follow an edge of the skin a little inside it, from the first height down to the last; the ends turn inwards."""
    course = []
    for height in heights:
        a, b = next((a, b) for a, b in pairwise(edge) if min(a.y, b.y) <= height < max(a.y, b.y))
        inset = _ROUNDING if height in {heights[0], heights[-1]} else _INSET
        course.append(Point(round(a.x + (b.x - a.x) * (height - a.y) / (b.y - a.y) + inwards * inset), height))
    return course


def _sleeve(outer: Sequence[float], inner: Sequence[float], *ending: Point) -> Area:
    """Draw what fills the leg between heights, given from above at each edge; `ending` closes it below."""
    outwards = _along(Cord(_OUTER_EDGE, 1).edge, outer, -1)
    inwards = _along(Cord(_INNER_EDGE, 1).edge, inner, 1)
    return Area((*outwards, *ending, *reversed(inwards)))


_THIGH: Final = Region(
    "thigh",
    (_sleeve((905, 880, 840, 780, 710, 640, 585, 562, 552), (788, 765, 720, 660, 600, 562, 552)),),
    through(112, 850, 102, 740, 93, 640, 89, 572),
)
_SHIN: Final = Region(
    "shin",
    (_sleeve((446, 434, 400, 365, 315, 255, 190, 125, 112), (446, 434, 405, 360, 320, 265, 200, 125, 112)),),
    through(100, 438, 100, 340, 94, 220, 86, 118),
)
_CALF: Final = Region(
    "calf",
    (_sleeve((430, 418, 400, 365, 315, 255, 190, 125, 112), (430, 418, 405, 360, 320, 265, 200, 125, 112)),),
    through(88, 425, 88, 340, 86, 220, 83, 118),
)
_KNEE_JOINT: Final = Region(
    "knee-joint",
    (_sleeve((548, 538, 522, 495, 465, 450, 440), (548, 538, 520, 495, 470, 450, 440)),),
    through(88, 544, 88, 444),
)
_ANKLE_JOINT: Final = Region(
    "ankle-joint", (_sleeve((104, 97, 76, 62, 56), (106, 100, 88, 66, 58)),), through(82, 102, 83, 58)
)
_FOOT_FRONT: Final = Region(
    "foot",
    (_sleeve((64, 56, 40, 28), (64, 52, 40), *through(136, 12, 128, 6, 90, 7, 54, 4, 46, 10, 46, 20)),),
    through(83, 60, 89, 30, 92, 6),
)
_FOOT_BACK: Final = Region("foot", _FOOT_FRONT.shapes, through(83, 60, 83, 6))
_TOP_OF_FOOT: Final = Region(
    "top-of-foot",
    (Area(through(64, 62, 84, 66, 104, 61, 117, 40, 126, 22, 112, 22, 98, 23, 80, 25, 60, 27, 50, 30, 55, 50)),),
    through(84, 62, 91, 26),
)
_TOES: Final = Region(
    "toes",
    (
        Area(through(45, 13, 48, 23, 58, 27, 69, 23, 73, 13, 67, 3, 53, 2)),
        Area(through(76, 11, 77, 19, 82, 21, 87, 19, 89, 11, 86, 4, 79, 4)),
        Area(through(92, 10, 93, 17, 98, 19, 103, 17, 105, 10, 102, 4, 95, 4)),
        Area(through(108, 9, 109, 15, 114, 17, 119, 14, 121, 9, 118, 4, 111, 4)),
        Area(through(124, 9, 125, 14, 130, 16, 135, 14, 138, 10, 135, 4, 127, 4)),
    ),
    through(92, 23, 94, 3),
)
_HEEL: Final = Region(
    "heel",
    (Area(through(66, 64, 83, 68, 100, 62, 109, 44, 110, 18, 101, 5, 65, 5, 56, 18, 56, 44)),),
    through(83, 66, 83, 6),
)
_FASCIA_BELOW_THE_HIP: Final = (942, 915, 840, 710, 585, 545, 500, 460, 400, 365, 255, 135, 105, 76, 56, 40, 30)
_FASCIA_BELOW_THE_GROIN: Final = (790, 765, 660, 570, 520, 495, 445, 360, 265, 148, 112, 88, 60, 44)
_FASCIA_OF_TOES: Final = through(135, 12, 122, 7, 88, 7, 56, 5, 47, 16)
_FASCIA_AXIS: Final = through(112, 880, 100, 720, 88, 500, 90, 340, 83, 90, 88, 10)
_FASCIA_FRONT: Final = Region(
    "fascia", (_sleeve(_FASCIA_BELOW_THE_HIP, _FASCIA_BELOW_THE_GROIN, *_FASCIA_OF_TOES),), _FASCIA_AXIS
)
_FASCIA_BACK: Final = Region(
    "fascia",
    (
        Area(
            (
                *_sleeve(_FASCIA_BELOW_THE_HIP, _FASCIA_BELOW_THE_GROIN[1:], *_FASCIA_OF_TOES).points,
                *through(5, 800, 5, 850, 6, 915, 14, 938, 60, 944, 110, 944),
            )
        ),
    ),
    _FASCIA_AXIS,
)

FRONT: Final = (
    _FASCIA_FRONT,
    _THIGH,
    _SHIN,
    _FOOT_FRONT,
    bones.HIP_JOINT,
    bones.FEMUR_FRONT,
    bones.FIBULA,
    bones.TIBIA,
    _KNEE_JOINT,
    _ANKLE_JOINT,
    bones.PATELLA,
    soft.QUADRICEPS,
    soft.QUADRICEPS_TENDON,
    soft.PATELLAR_TENDON,
    soft.ILIOTIBIAL_BAND,
    soft.LYMPH_FRONT,
    _TOP_OF_FOOT,
    _TOES,
)
BACK: Final = (
    _FASCIA_BACK,
    _THIGH,
    _CALF,
    _FOOT_BACK,
    bones.HIP_JOINT,
    bones.FEMUR_BACK,
    bones.TIBIA,
    bones.FIBULA,
    bones.CALCANEUS,
    _KNEE_JOINT,
    soft.SCIATIC_NERVE,
    knee.POPLITEAL_FOSSA,
    soft.HAMSTRINGS,
    soft.HAMSTRING_TENDONS,
    soft.GASTROCNEMIUS,
    soft.ACHILLES_TENDON,
    soft.GLUTEUS_MAXIMUS,
    soft.LYMPH_BACK,
    _HEEL,
)
KNEE_FRONT: Final = (
    _THIGH,
    _SHIN,
    bones.FIBULA,
    bones.FEMUR_FRONT,
    bones.TIBIA,
    _KNEE_JOINT,
    knee.CARTILAGE,
    knee.ANTERIOR_CRUCIATE_LIGAMENT,
    knee.MENISCUS,
    knee.MEDIAL_COLLATERAL_LIGAMENT,
    knee.LATERAL_COLLATERAL_LIGAMENT,
    soft.QUADRICEPS,
    bones.PATELLA,
    soft.QUADRICEPS_TENDON,
    soft.PATELLAR_TENDON,
)
KNEE_BACK: Final = (
    _CALF,
    bones.FEMUR_BACK,
    bones.TIBIA,
    bones.FIBULA,
    _KNEE_JOINT,
    knee.MENISCUS,
    knee.POSTERIOR_CRUCIATE_LIGAMENT,
    knee.MEDIAL_COLLATERAL_LIGAMENT,
    knee.LATERAL_COLLATERAL_LIGAMENT,
    knee.POPLITEUS,
    knee.POPLITEAL_FOSSA,
    soft.SCIATIC_NERVE,
    soft.HAMSTRINGS,
    soft.HAMSTRING_TENDONS,
    soft.GASTROCNEMIUS,
)
