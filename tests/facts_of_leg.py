"""Facts of anatomy about the thigh, the lower leg and the whole leg, as measures of the drawn body.

After the usual description (Gray's Anatomy). Heights of joints: Drillis and Contini (1966), for 1.70 m.
"""

from collections.abc import Callable
from typing import Final

from generator.figure.plates import FOOT_INNER, KNEE_BACK, LEG_BACK, LEG_FRONT, LEG_INNER, LEG_OUTER, LEG_PLATES
from tests.figure_measures import Fact, Look

STATURE_MM: Final = 1700.0
KNEE_MM: Final = 0.285 * STATURE_MM
HIP_MM: Final = 0.530 * STATURE_MM
_FRONT_AND_BACK: Final = (LEG_FRONT, LEG_BACK)
_SIDES: Final = (LEG_INNER, LEG_OUTER)
_TOUCHING_MM: Final = 3.0


def _apart(inner: str, outer: str, height: float) -> Callable[[Look], tuple[float, ...]]:
    return lambda on: (on(inner).right(height), on(outer).left(height))


def _behind(hind: str, front: str, height: float) -> Callable[[Look], tuple[float, ...]]:
    return lambda on: (on(hind).centre(height), on(front).centre(height))


BONES: Final = (
    Fact(
        "the knee is at 0.285 of the height",
        LEG_PLATES,
        lambda on: (KNEE_MM * 0.97, (on("femur").bottom + on("tibia").top) / 2, KNEE_MM * 1.03),
    ),
    Fact(
        "the hip is at 0.530 of the height",
        (*_FRONT_AND_BACK, LEG_OUTER),
        lambda on: (HIP_MM * 0.97, on("hip-joint", 0).middle.y, HIP_MM * 1.03),
    ),
    Fact(
        "the hip joint lies round the thighbone's head",
        (*_FRONT_AND_BACK, LEG_OUTER),
        lambda on: (on("femur").to(on("hip-joint", 0).middle), 0),
    ),
    Fact(
        "the thighbone's head points inwards, its knob outwards",
        _FRONT_AND_BACK,
        lambda on: (
            on("femur").left(905),
            on("femur").centre(780) - 20,
            on("femur").centre(780),
            on("femur").right(905),
        ),
    ),
    Fact(
        "the thighbone slants inwards to the knee",
        _FRONT_AND_BACK,
        lambda on: (on("femur").centre(510), on("femur").centre(600), on("femur").centre(700), on("femur").centre(800)),
    ),
    Fact("the thighbone is longer than the shinbone", LEG_PLATES, lambda on: (on("tibia").height, on("femur").height)),
    *(
        Fact(
            f"the calf bone lies outside the shinbone at {height} mm",
            _FRONT_AND_BACK,
            _apart("tibia", "fibula", height),
        )
        for height in (150, 250, 350, 420)
    ),
    *(
        Fact(
            f"the calf bone lies behind the shinbone at {height} mm",
            (LEG_OUTER,),
            _behind("fibula", "tibia", height),
        )
        for height in (150, 250, 350, 450)
    ),
    Fact(
        "the calf bone is thinner than the shinbone",
        (*_FRONT_AND_BACK, LEG_OUTER),
        lambda on: (on("fibula").breadth(300), on("tibia").breadth(300) * 0.7),
    ),
    Fact(
        "the calf bone has no part in the knee joint",
        (*_FRONT_AND_BACK, LEG_OUTER),
        lambda on: (KNEE_MM - 30, on("fibula").top, KNEE_MM - 8, on("femur").bottom),
    ),
    Fact(
        "the outer ankle knob ends about 1 cm lower than the inner one",
        _FRONT_AND_BACK,
        lambda on: (on("tibia").bottom - 16, on("fibula").bottom, on("tibia").bottom - 5),
    ),
    Fact(
        "the inner ankle knob is the shinbone's end",
        _FRONT_AND_BACK,
        lambda on: (on("tibia").centre(70), on("tibia").centre(100), on("fibula").left(70)),
    ),
)

FRONT_AND_SIDE_OF_THIGH: Final = (
    Fact(
        "the front thigh muscle reaches from the hip to the kneecap",
        (LEG_FRONT, *_SIDES),
        lambda on: (on("quadriceps").bottom, on("patella").top, HIP_MM, on("quadriceps").top),
    ),
    Fact(
        "the front thigh muscle lies in front of the thighbone",
        _SIDES,
        lambda on: (on("femur").right(650), on("quadriceps").centre(650) + 10, on("quadriceps").right(650)),
    ),
    Fact(
        "the inner part of the front thigh muscle reaches lower than the outer",
        (LEG_FRONT,),
        lambda on: (on("quadriceps", 1).middle.x, on("quadriceps", 0).middle.x),
    ),
    Fact(
        "the inner part ends lower at the kneecap than the outer",
        (LEG_FRONT,),
        lambda on: (on("quadriceps", 1).bottom + 10, on("quadriceps", 0).bottom),
    ),
    *(
        Fact(
            f"the IT band lies outside the thighbone at {height} mm",
            (LEG_FRONT,),
            _apart("femur", "iliotibial-band", height),
        )
        for height in (600, 700, 800)
    ),
    Fact(
        "the IT band runs from above the hip joint to below the knee's gap",
        (LEG_FRONT, LEG_OUTER),
        lambda on: (KNEE_MM - 35, on("iliotibial-band").bottom, KNEE_MM - 10, HIP_MM, on("iliotibial-band").top),
    ),
    Fact(
        "the IT band ends on the outer half of the shinbone",
        (LEG_FRONT,),
        lambda on: (on("tibia").centre(466), on("iliotibial-band").left(466), on("tibia").right(466)),
    ),
    Fact(
        "the IT band ends in front of the calf bone's head",
        (LEG_OUTER,),
        lambda on: (on("fibula").right(467), on("iliotibial-band").left(467), on("tibia").right(467)),
    ),
    Fact(
        "the lymph vessels run on the inner side of knee and thigh",
        (LEG_FRONT,),
        lambda on: (on("lymphatic-system").centre(490), on("tibia").centre(470) - 20),
    ),
    Fact(
        "the long lymph vessel passes behind the middle of the knee",
        (LEG_INNER,),
        lambda on: (on("lymphatic-system", 0).centre(490), on("femur").centre(500)),
    ),
    Fact(
        "the long lymph vessel passes in front of the inner ankle knob",
        (LEG_INNER, FOOT_INNER),
        lambda on: (on("tibia").centre(75), on("lymphatic-system", 0).left(85)),
    ),
    Fact(
        "the lymph vessels end in the groin, below the hip joint",
        (LEG_FRONT, LEG_INNER),
        lambda on: (HIP_MM - 70, on("lymphatic-system").top, HIP_MM),
    ),
    Fact(
        "lymph nodes lie in the hollow of the knee",
        (LEG_BACK,),
        lambda on: (on("popliteal-fossa").gap(on("lymphatic-system", 3), on("lymphatic-system", 4)), 0),
    ),
)


def _outer_branch(on: Look) -> tuple[float, ...]:
    nerve, fibula = on("sciatic-nerve", 2), on("fibula")
    return (fibula.top - 50, nerve.bottom, fibula.top - 15)


BACK: Final = (
    Fact(
        "the buttock muscle lies behind the hip joint",
        (LEG_OUTER,),
        lambda on: (on("gluteus-maximus").centre(900), on("hip-joint").left(900)),
    ),
    Fact(
        "the buttock muscle runs downwards and outwards",
        (LEG_BACK,),
        lambda on: (on.axis("gluteus-maximus")[0].x, on.axis("gluteus-maximus")[-1].x),
    ),
    Fact(
        "the buttock muscle ends in the IT band",
        (LEG_OUTER,),
        lambda on: (on("gluteus-maximus").gap(on("iliotibial-band")), _TOUCHING_MM),
    ),
    Fact(
        "the hamstrings lie behind the thighbone",
        _SIDES,
        lambda on: (on("hamstrings").right(700), on("femur").left(700)),
    ),
    Fact(
        "the hamstrings come from the sitting bone, below the hip joint",
        (LEG_BACK, *_SIDES),
        lambda on: (HIP_MM - 90, on("hamstrings").top, HIP_MM - 20),
    ),
    Fact(
        "the hamstrings run into their tendons",
        (LEG_BACK, *_SIDES),
        lambda on: (on("hamstrings").gap(on("hamstring-tendons")), 0),
    ),
    Fact(
        "the sciatic nerve begins under the buttock muscle",
        (LEG_BACK, LEG_OUTER),
        lambda on: (on("gluteus-maximus").to(on.axis("sciatic-nerve")[0]), 0),
    ),
    Fact(
        "the sciatic nerve passes between the sitting bone and the thighbone",
        (LEG_BACK,),
        lambda on: (on("hamstrings").centre(828), on("sciatic-nerve").centre(828), on("femur").left(828)),
    ),
    Fact(
        "the sciatic nerve lies behind the thighbone",
        (LEG_OUTER,),
        lambda on: (on("sciatic-nerve").right(700), on("femur").left(700)),
    ),
    Fact(
        "the sciatic nerve goes down between the hamstrings",
        (LEG_BACK,),
        lambda on: (on("hamstrings").left(680), on("sciatic-nerve").centre(680), on("hamstrings").right(680)),
    ),
    Fact(
        "the sciatic nerve parts where the hollow of the knee begins or above",
        (LEG_BACK, KNEE_BACK),
        lambda on: (on("popliteal-fossa").top - 10, on("sciatic-nerve", 1).top, on("sciatic-nerve", 2).top + 5),
    ),
    Fact(
        "a branch of the nerve goes down through the hollow of the knee",
        (LEG_BACK, KNEE_BACK),
        lambda on: (
            on("popliteal-fossa").left(490),
            on("sciatic-nerve", 1).centre(490),
            on("popliteal-fossa").right(490),
        ),
    ),
    Fact("a branch of the nerve ends below the calf bone's head", (LEG_BACK, KNEE_BACK, LEG_OUTER), _outer_branch),
    Fact(
        "that branch lies on the neck of the calf bone",
        (LEG_BACK, KNEE_BACK, LEG_OUTER),
        lambda on: (on("sciatic-nerve", 2).gap(on("fibula")), _TOUCHING_MM),
    ),
    Fact(
        "the calf muscle runs into the Achilles tendon",
        (LEG_BACK, *_SIDES),
        lambda on: (on("gastrocnemius").gap(on("achilles-tendon")), 0),
    ),
    Fact(
        "the inner head of the calf muscle reaches lower than the outer, from behind",
        (LEG_BACK,),
        lambda on: (on("gastrocnemius", 0).bottom + 10, on("gastrocnemius", 1).bottom),
    ),
    Fact(
        "the inner head lies on the inner side",
        (LEG_BACK, KNEE_BACK),
        lambda on: (on("gastrocnemius", 0).right(400), on("gastrocnemius", 1).left(400)),
    ),
    Fact(
        "the inner head of the calf muscle reaches lower than the outer, from the side",
        (LEG_INNER,),
        lambda on: (on("gastrocnemius").bottom + 10, Look(LEG_OUTER)("gastrocnemius").bottom),
    ),
    Fact(
        "the calf lies behind the shin",
        _SIDES,
        lambda on: (on("calf").centre(250), on("shin").centre(250)),
    ),
    Fact(
        "the lower leg is thickest in its upper half",
        LEG_PLATES,
        lambda on: (
            (on.skin.right(120), on.skin.right(220), on.skin.right(345))
            if on.plate in _FRONT_AND_BACK
            else (on.skin.breadth(120), on.skin.breadth(220), on.skin.breadth(345))
        ),
    ),
    Fact(
        "strokes along the calf begin below the hollow of the knee",
        (LEG_BACK, *_SIDES),
        lambda on: (on.axis("calf")[0].y, on("popliteal-fossa").bottom),
    ),
    Fact(
        "strokes along the back of the thigh end above the hollow of the knee",
        (LEG_BACK,),
        lambda on: (on("popliteal-fossa").top, on.axis("thigh")[-1].y),
    ),
)
FACTS_OF_LEG: Final = (*BONES, *FRONT_AND_SIDE_OF_THIGH, *BACK)
