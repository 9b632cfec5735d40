"""Facts about the regions that a hand feels through the skin, as measures of the drawn body."""

from typing import Final

from generator.figure.plates import (
    FOOT_INNER,
    FOOT_OUTER,
    FOOT_SOLE,
    KNEE_BACK,
    KNEE_FRONT,
    KNEE_INNER,
    LEG_BACK,
    LEG_FRONT,
    LEG_INNER,
    LEG_OUTER,
    LEG_PLATES,
)
from tests.facts_of_leg import HIP_MM, KNEE_MM
from tests.figure_measures import Fact

_CORONAL: Final = (LEG_FRONT, LEG_BACK)
_CORONAL_KNEE: Final = (*_CORONAL, KNEE_FRONT, KNEE_BACK)
_SIDES: Final = (LEG_INNER, LEG_OUTER)
_FOOT_SIDES: Final = (FOOT_INNER, FOOT_OUTER)
_UNDER_SKIN_MM: Final = 8.0

LEG: Final = (
    Fact(
        "the thigh reaches from the hip joint to above the kneecap",
        LEG_PLATES,
        lambda on: (KNEE_MM + 45, on("thigh").bottom, KNEE_MM + 75, HIP_MM - 50, on("thigh").top, HIP_MM + 10),
    ),
    Fact(
        "the thigh reaches to the outer skin",
        _CORONAL,
        lambda on: (on.skin.right(700) - _UNDER_SKIN_MM, on("thigh").right(700), on.skin.right(700)),
    ),
    Fact(
        "the thigh reaches from the back to the front",
        _SIDES,
        lambda on: (
            *(on.skin.left(700), on("thigh").left(700), on.skin.left(700) + _UNDER_SKIN_MM),
            *(on.skin.right(700) - _UNDER_SKIN_MM, on("thigh").right(700), on.skin.right(700)),
        ),
    ),
    Fact(
        "the fascia wraps the leg from the thigh to the sole",
        LEG_PLATES,
        lambda on: (0, on("fascia").bottom, 12, on("thigh").middle.y, on("fascia").top, HIP_MM + 50),
    ),
    Fact(
        "the fascia lies close under the skin",
        LEG_PLATES,
        lambda on: (on.skin.right(600) - _UNDER_SKIN_MM, on("fascia").right(600), on.skin.right(600)),
    ),
    Fact(
        "the shin reaches from the bump below the kneecap to the ankle",
        (LEG_FRONT, *_SIDES),
        lambda on: (95, on("shin").bottom, 120, KNEE_MM - 45, on("shin").top, KNEE_MM - 20),
    ),
    Fact(
        "the shin reaches to the skin in front",
        _SIDES,
        lambda on: (on.skin.right(300) - _UNDER_SKIN_MM, on("shin").right(300), on.skin.right(300)),
    ),
    Fact(
        "the shin is felt on the shinbone and outside it",
        (LEG_FRONT,),
        lambda on: (on("shin").left(300), on("tibia").left(300), on("tibia").right(300), on("shin").right(300)),
    ),
    Fact(
        "the calf reaches from below the hollow of the knee to above the heel",
        (LEG_BACK, *_SIDES),
        lambda on: (95, on("calf").bottom, 140, KNEE_MM - 60, on("calf").top, on("popliteal-fossa").bottom + 10),
    ),
    Fact(
        "the calf reaches to the skin behind",
        (*_SIDES, KNEE_INNER),
        lambda on: (on.skin.left(420), on("calf").left(420), on.skin.left(420) + _UNDER_SKIN_MM),
    ),
    Fact(
        "the calf reaches to the outer skin",
        (LEG_BACK, KNEE_BACK),
        lambda on: (on.skin.right(405) - _UNDER_SKIN_MM - 2, on("calf").right(405), on.skin.right(405)),
    ),
    Fact(
        "the calf's muscle lies in the calf",
        (LEG_BACK, *_SIDES),
        lambda on: (on("calf").left(350), on("gastrocnemius").left(350) + 2, on("gastrocnemius").centre(350)),
    ),
    Fact(
        "the knee is broader than its bones",
        _CORONAL_KNEE,
        lambda on: (
            on("knee-joint").left(510),
            on("femur").left(510),
            on("femur").right(510),
            on("knee-joint").right(510),
        ),
    ),
    Fact(
        "the knee reaches from the kneecap's top to the bump below it",
        _CORONAL_KNEE,
        lambda on: (
            KNEE_MM - 55,
            on("knee-joint").bottom,
            KNEE_MM - 30,
            KNEE_MM + 50,
            on("knee-joint").top,
            KNEE_MM + 75,
        ),
    ),
    Fact(
        "the buttock muscle reaches from above the hip joint to the fold of the buttock",
        (LEG_BACK, LEG_OUTER),
        lambda on: (HIP_MM - 130, on("gluteus-maximus").bottom, HIP_MM - 100, HIP_MM + 60, on("gluteus-maximus").top),
    ),
    Fact(
        "the buttock muscle lies under the skin of the buttock",
        (LEG_OUTER,),
        lambda on: (on.skin.left(900), on("gluteus-maximus").left(900), on.skin.left(900) + _UNDER_SKIN_MM),
    ),
    Fact(
        "the tendons above and below the kneecap pull in its middle",
        (LEG_FRONT, KNEE_FRONT),
        lambda on: (
            on("patella").centre(515) - 5,
            *sorted((on("quadriceps-tendon").centre(560), on("patellar-tendon").centre(470))),
            on("patella").centre(515) + 5,
        ),
    ),
    Fact(
        "the Achilles tendon goes down the middle of the heel",
        (LEG_BACK,),
        lambda on: (on("heel").centre(40) - 5, on("achilles-tendon").centre(100), on("heel").centre(40) + 5),
    ),
    Fact(
        "the Achilles tendon lies close under the skin behind",
        (*_SIDES, *_FOOT_SIDES),
        lambda on: (on.skin.left(100), on("achilles-tendon").left(100), on.skin.left(100) + _UNDER_SKIN_MM),
    ),
)

FOOT: Final = (
    Fact(
        "the ankle joint lies between the ankle knobs",
        (LEG_FRONT,),
        lambda on: (
            *(on("ankle-joint").left(75), on("tibia").left(75), on("fibula").right(75)),
            *(on("ankle-joint").right(75), on.skin.right(75)),
        ),
    ),
    Fact(
        "the top of the foot lies between ankle and toes, from the front",
        (LEG_FRONT,),
        lambda on: (
            *(on("toes").middle.y, on("top-of-foot").bottom, on("toes").top),
            *(on("ankle-joint").bottom, on("top-of-foot").top + 2, on("tibia").bottom + 5),
        ),
    ),
    Fact(
        "the arch lies between heel and toes, low down",
        (LEG_INNER,),
        lambda on: (
            on("heel").middle.x,
            on("foot-arch").box.left,
            on("navicular").middle.x,
            on("foot-arch").box.right,
            130,
        ),
    ),
    Fact(
        "the heel lies on the floor and ends below the ankle knobs' top",
        (LEG_BACK, *_SIDES, *_FOOT_SIDES),
        lambda on: (0, on("heel").bottom, 6, 45, on("heel").top, 72),
    ),
    Fact(
        "the heel is the hindmost part of the foot",
        (*_SIDES, *_FOOT_SIDES),
        lambda on: (on.skin.left(25), on("heel").left(25), on.skin.left(25) + _UNDER_SKIN_MM),
    ),
    Fact(
        "the foot stands on the floor and ends at the ankle",
        (*LEG_PLATES, *_FOOT_SIDES),
        lambda on: (-1, on("foot").bottom, 5, 55, on("foot").top, 112),
    ),
    Fact(
        "the foot's region is as long as the foot",
        (*_SIDES, *_FOOT_SIDES),
        lambda on: (
            *(on.skin.left(20) - 2, on("foot").box.left, on.skin.left(20) + _UNDER_SKIN_MM),
            *(on.skin.right(17) - _UNDER_SKIN_MM, on("foot").box.right, on.skin.right(17) + 3),
        ),
    ),
    Fact(
        "the sole reaches from the heel to the ball",
        _FOOT_SIDES,
        lambda on: (
            *(on("heel").box.left, on("sole").box.left, on("heel").middle.x),
            *(on("ball-of-foot").middle.x, on("sole").box.right, on("ball-of-foot").box.right + 5),
        ),
    ),
    Fact(
        "sole, ball and toes lie at the floor",
        _FOOT_SIDES,
        lambda on: (0, min(on(region).bottom for region in ("sole", "ball-of-foot", "toes")), 5),
    ),
    Fact(
        "the toes end where the foot ends",
        _FOOT_SIDES,
        lambda on: (on("foot").box.right - _UNDER_SKIN_MM, on("toes").box.right, on("foot").box.right),
    ),
    Fact(
        "the top of the foot lies close under the skin",
        _FOOT_SIDES,
        lambda on: (on.skin.right(50) - _UNDER_SKIN_MM, on("top-of-foot").right(50), on.skin.right(50)),
    ),
    Fact(
        "calf and shin stand above the ankle, the calf behind",
        _FOOT_SIDES,
        lambda on: (
            *(on.skin.left(200), on("calf").left(200), on("calf").right(200)),
            *(on("shin").left(200), on("shin").right(200), on.skin.right(200)),
        ),
    ),
    Fact(
        "the arch lies above the skin of the sole, under the navicular's middle",
        (FOOT_INNER,),
        lambda on: (on.skin.underside(110), on("foot-arch").underside(110), on("navicular").middle.y),
    ),
    Fact(
        "the ball is the broad part behind all toes",
        (FOOT_SOLE,),
        lambda on: (on("toes").box.width - 8, on("ball-of-foot").box.width, on.skin.box.width),
    ),
    Fact(
        "the toes lie at the front of the foot, low down",
        (LEG_FRONT,),
        lambda on: (0, on("toes").bottom, 5, on("toes").top, 30, on("top-of-foot").top),
    ),
)
FACTS_OF_SURFACE: Final = (*LEG, *FOOT)
