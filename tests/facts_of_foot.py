"""Facts of anatomy about foot and ankle, as measures of the drawn body.

After the usual description (Gray's Anatomy). Length of the foot: Drillis and Contini (1966), for 1.70 m.
"""

from typing import Final

from generator.figure.plates import (
    FOOT_INNER,
    FOOT_OUTER,
    FOOT_SOLE,
    FOOT_TOP,
    LEG_BACK,
    LEG_FRONT,
    LEG_INNER,
    LEG_OUTER,
)
from tests.facts_of_leg import STATURE_MM
from tests.figure_measures import Fact, Look

_FOOT_MM: Final = 0.152 * STATURE_MM
_HORIZONTAL: Final = (FOOT_TOP, FOOT_SOLE)
_INNER: Final = (LEG_INNER, FOOT_INNER)
_OUTER: Final = (LEG_OUTER, FOOT_OUTER)
_SIDES: Final = (*_INNER, *_OUTER)
_TOUCHING_MM: Final = 3.0
_GAP_OF_JOINT_MM: Final = 5.0


def _foot_length(on: Look) -> tuple[float, ...]:
    length = on.skin.height if on.plate in _HORIZONTAL else max(on.skin.breadth(height) for height in range(6, 32, 2))
    return (_FOOT_MM * 0.97, length, _FOOT_MM * 1.03)


ANKLE: Final = (
    Fact("the foot's length is 0.152 of the height", (*_HORIZONTAL, *_SIDES), _foot_length),
    Fact(
        "the talus lies between the shinbone and the heel bone",
        _SIDES,
        lambda on: (on("calcaneus").middle.y, on("talus").middle.y, on("tibia").middle.y),
    ),
    Fact(
        "the talus bears the shinbone",
        _SIDES,
        lambda on: (on("talus").gap(on("tibia")), _GAP_OF_JOINT_MM),
    ),
    Fact(
        "the talus rests on the heel bone",
        _SIDES,
        lambda on: (on("talus").gap(on("calcaneus")), _GAP_OF_JOINT_MM),
    ),
    Fact(
        "the outer ankle knob reaches down beside the talus",
        _OUTER,
        lambda on: (on("talus").bottom - 5, on("fibula").bottom, on("talus").middle.y, on("talus").top),
    ),
    Fact(
        "the outer ankle knob lies farther back than the inner one",
        (FOOT_OUTER,),
        lambda on: (on("fibula").centre(70) + 5, Look(FOOT_INNER)("tibia").centre(75)),
    ),
    Fact(
        "the ankle joint lies round the talus's top",
        _SIDES,
        lambda on: (on("ankle-joint").bottom, on("talus").top, on("ankle-joint").top),
    ),
    Fact(
        "the ankle joint lies where the shinbone ends",
        (LEG_FRONT, *_SIDES),
        lambda on: (on("ankle-joint").bottom, on("tibia").bottom, on("ankle-joint").top),
    ),
    Fact(
        "the Achilles tendon ends on the heel bone",
        (LEG_BACK, *_SIDES),
        lambda on: (on("achilles-tendon").gap(on("calcaneus")), 0),
    ),
    Fact(
        "the Achilles tendon ends between top and bottom of the heel bone",
        (LEG_BACK, *_SIDES),
        lambda on: (on("calcaneus").bottom, on("achilles-tendon").bottom, on("calcaneus").top),
    ),
    Fact(
        "the Achilles tendon lies behind the ankle joint",
        _SIDES,
        lambda on: (on("achilles-tendon").right(75), on("ankle-joint").left(75)),
    ),
    Fact(
        "the Achilles tendon is narrowest above the heel",
        (LEG_BACK,),
        lambda on: (
            on("achilles-tendon").breadth(100),
            on("achilles-tendon").breadth(200),
            on("achilles-tendon").breadth(255),
        ),
    ),
)

BONES: Final = (
    Fact(
        "the heel bone is the hindmost",
        _SIDES,
        lambda on: (on("calcaneus").box.left + 10, on("talus").box.left, on("tibia").left(100) + 5),
    ),
    Fact(
        "the heel bone is longer than the talus",
        _SIDES,
        lambda on: (on("talus").box.width, on("calcaneus").box.width),
    ),
    Fact(
        "the navicular lies in front of the talus, from the inner side",
        _INNER,
        lambda on: (on("talus").middle.x + 20, on("navicular").middle.x),
    ),
    Fact(
        "the navicular lies in front of the talus, from above",
        (FOOT_TOP,),
        lambda on: (on("talus").middle.y + 20, on("navicular").middle.y),
    ),
    Fact(
        "the navicular joins the talus",
        (*_INNER, FOOT_TOP),
        lambda on: (on("navicular").gap(on("talus")), _GAP_OF_JOINT_MM),
    ),
    Fact(
        "the navicular lies on the inner side",
        (FOOT_TOP,),
        lambda on: (on("foot").left(110), on("navicular").middle.x, on("foot").centre(110) - 5),
    ),
    Fact(
        "the talus lies above the heel bone's inner half",
        (FOOT_TOP,),
        lambda on: (on("talus").centre(90), on("calcaneus").centre(90)),
    ),
    Fact(
        "the heel bone lies in the heel",
        (LEG_BACK, *_SIDES, FOOT_SOLE),
        lambda on: (on("heel").gap(on("calcaneus")), 0),
    ),
)

SOLE_AND_TOES: Final = (
    Fact(
        "the plantar fascia comes from the heel bone",
        (FOOT_SOLE, FOOT_INNER),
        lambda on: (on("plantar-fascia").gap(on("calcaneus")), _TOUCHING_MM),
    ),
    Fact(
        "the plantar fascia reaches the toes' base, from below",
        (FOOT_SOLE,),
        lambda on: (on("ball-of-foot").bottom, on("toes").bottom, on("plantar-fascia").top, on("toes", 4).middle.y),
    ),
    Fact(
        "the plantar fascia reaches the toes' base, from the side",
        (FOOT_INNER,),
        lambda on: (on("ball-of-foot").middle.x, on("plantar-fascia").box.right, on("toes").box.left + 5),
    ),
    Fact(
        "the plantar fascia fans out to the toes",
        (FOOT_SOLE,),
        lambda on: (
            on("plantar-fascia").breadth(40),
            on("plantar-fascia").breadth(100),
            on("plantar-fascia").breadth(160),
        ),
    ),
    Fact(
        "the plantar fascia lies under the bones of the arch",
        (FOOT_INNER,),
        lambda on: (on("plantar-fascia").underside(113), on("navicular").bottom),
    ),
    Fact(
        "the arch lies on the inner side of the sole",
        (FOOT_SOLE,),
        lambda on: (on("foot-arch").middle.x, on("sole").centre(on("foot-arch").middle.y) - 8),
    ),
    Fact(
        "the arch lies between heel and ball, from below",
        (FOOT_SOLE,),
        lambda on: (on("heel").middle.y, on("heel").top - 5, on("foot-arch").middle.y, on("ball-of-foot").middle.y),
    ),
    Fact(
        "the arch lies between heel and ball, from the inner side",
        (FOOT_INNER,),
        lambda on: (on("heel").box.right, on("foot-arch").middle.x, on("ball-of-foot").box.left + 3),
    ),
    Fact(
        "the inner edge of the foot is lifted off the floor",
        (FOOT_INNER,),
        lambda on: (5, Look(FOOT_OUTER).skin.underside(110) + 10, on.skin.underside(110)),
    ),
    Fact(
        "the heel and the ball stand on the floor",
        (LEG_INNER, LEG_OUTER, FOOT_INNER, FOOT_OUTER),
        lambda on: (-1.5, on.skin.bottom, on.skin.underside(on("heel").middle.x), 2.5),
    ),
    Fact(
        "the toes follow each other from the inner side outwards",
        _HORIZONTAL,
        lambda on: tuple(on("toes", number).middle.x for number in (4, 3, 2, 1, 0)),
    ),
    Fact(
        "the big toe is the longest or the second",
        _HORIZONTAL,
        lambda on: (on("toes", 2).top, on("toes", 4).top),
    ),
    Fact(
        "the little toes shorten outwards",
        _HORIZONTAL,
        lambda on: tuple(on("toes", number).top for number in (0, 1, 2, 3)),
    ),
    Fact(
        "the big toe is the broadest",
        _HORIZONTAL,
        lambda on: (max(on("toes", number).box.width for number in range(4)), on("toes", 4).box.width),
    ),
    Fact(
        "the big toe is on the inner side, from the front",
        (LEG_FRONT,),
        lambda on: tuple(on("toes", number).middle.x for number in range(5)),
    ),
    Fact(
        "the ball lies behind the toes, from above and below",
        _HORIZONTAL,
        lambda on: (on("ball-of-foot").middle.y, on("toes").bottom, on("ball-of-foot").top, on("toes").middle.y),
    ),
    Fact(
        "the ball lies behind the toes, from the side",
        (FOOT_INNER, FOOT_OUTER),
        lambda on: (on("ball-of-foot").middle.x, on("toes").box.left + 2, on("toes").middle.x),
    ),
    Fact(
        "the heel is at the other end",
        (FOOT_SOLE,),
        lambda on: (on("foot").bottom, on("heel").middle.y, on("foot").height / 4),
    ),
    Fact(
        "the foot is broadest at the ball and narrower at the heel",
        _HORIZONTAL,
        lambda on: (on("foot").breadth(40), on("foot").breadth(165), on("foot").box.width),
    ),
    Fact(
        "the top of the foot lies between ankle and toes",
        (FOOT_TOP,),
        lambda on: (on("ankle-joint").middle.y, on("top-of-foot").middle.y, on("toes").middle.y),
    ),
    Fact(
        "the top of the foot lies above the sole",
        (FOOT_INNER, FOOT_OUTER),
        lambda on: (on("sole").middle.y, on("top-of-foot").bottom),
    ),
)
FACTS_OF_FOOT: Final = (*ANKLE, *BONES, *SOLE_AND_TOES)
