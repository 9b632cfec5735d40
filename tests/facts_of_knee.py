"""Facts of anatomy about the knee, as measures of the drawn body; after the usual description (Gray's Anatomy)."""

from typing import Final

from generator.figure.plates import KNEE_BACK, KNEE_FRONT, KNEE_INNER, LEG_BACK, LEG_FRONT, LEG_INNER, LEG_OUTER
from tests.facts_of_leg import KNEE_MM
from tests.figure_measures import Fact

_FRONT: Final = (LEG_FRONT, KNEE_FRONT)
_BACK: Final = (LEG_BACK, KNEE_BACK)
_INNER: Final = (LEG_INNER, KNEE_INNER)
_SIDES: Final = (*_INNER, LEG_OUTER)
_TOUCHING_MM: Final = 3.0
_CARTILAGE_MM: Final = 4.0
"""What lies between a meniscus and the bones."""

KNEECAP: Final = (
    Fact(
        "the kneecap lies above the shinbone, before the thighbone's lower end",
        (*_FRONT, *_SIDES),
        lambda on: (on("tibia").top, on("patella").bottom, on("patella").top, on("femur").bottom + 65),
    ),
    Fact(
        "the kneecap lies in front of the thighbone",
        _SIDES,
        lambda on: (on("femur").right(515), on("patella").left(515)),
    ),
    Fact(
        "the kneecap lies in the middle of the knee",
        _FRONT,
        lambda on: (on("femur").left(515), on("patella").left(515), on("patella").right(515), on("femur").right(515)),
    ),
    Fact(
        "the kneecap is broader above than below",
        _FRONT,
        lambda on: (on("patella").breadth(498), on("patella").breadth(525)),
    ),
    Fact(
        "the quadriceps tendon joins the front thigh muscle and the kneecap",
        (*_FRONT, *_SIDES),
        lambda on: (on("quadriceps-tendon").gap(on("quadriceps"), on("patella")), _TOUCHING_MM),
    ),
    Fact(
        "the quadriceps tendon lies above the kneecap's middle",
        (*_FRONT, *_SIDES),
        lambda on: (on("patella").middle.y, on("quadriceps-tendon").bottom, on("patella").top),
    ),
    Fact(
        "the patellar tendon joins the kneecap and the shinbone",
        (*_FRONT, *_SIDES),
        lambda on: (on("patellar-tendon").gap(on("patella"), on("tibia")), _TOUCHING_MM),
    ),
    Fact(
        "the patellar tendon ends on the bump 3 to 5 cm below the knee's gap",
        (*_FRONT, *_SIDES),
        lambda on: (KNEE_MM - 50, on("patellar-tendon").bottom, KNEE_MM - 30),
    ),
    Fact(
        "the patellar tendon lies in front of the knee joint",
        _SIDES,
        lambda on: (on("knee-joint").right(476), on("patellar-tendon").left(476) + 1),
    ),
)

INSIDE: Final = (
    Fact(
        "the bones of the knee do not overlap",
        (*_FRONT, *_BACK, *_SIDES),
        lambda on: (on("tibia").top, on("femur").bottom),
    ),
    Fact(
        "the knee joint lies round the gap of the bones",
        (*_FRONT, *_BACK, *_SIDES),
        lambda on: (on("knee-joint").bottom, on("tibia").top, on("femur").bottom, on("knee-joint").top),
    ),
    Fact(
        "the menisci lie on the shinbone, under the thighbone",
        (KNEE_FRONT, KNEE_BACK, KNEE_INNER),
        lambda on: (on("meniscus").gap(on("femur"), on("tibia")), _CARTILAGE_MM),
    ),
    Fact(
        "the middle of the menisci is at the knee's gap",
        (KNEE_FRONT, KNEE_BACK, KNEE_INNER),
        lambda on: (on("tibia").top - 6, on("meniscus").middle.y, on("femur").bottom + 1),
    ),
    Fact(
        "one meniscus is inside, the other outside the middle",
        (KNEE_FRONT, KNEE_BACK),
        lambda on: (on("meniscus", 0).box.right, on("tibia").centre(470), on("meniscus", 1).box.left),
    ),
    Fact(
        "cartilage covers the ends of thighbone and shinbone",
        (KNEE_FRONT, KNEE_INNER),
        lambda on: (on("cartilage").gap(on("femur"), on("tibia")), 0),
    ),
    Fact(
        "cartilage covers the back of the kneecap",
        (KNEE_INNER,),
        lambda on: (on("cartilage", 2).centre(511), on("patella").left(511) + 3),
    ),
    Fact(
        "the anterior cruciate ligament joins thighbone and shinbone",
        (KNEE_FRONT, KNEE_INNER),
        lambda on: (on("anterior-cruciate-ligament").gap(on("femur"), on("tibia")), _TOUCHING_MM),
    ),
    Fact(
        "the posterior cruciate ligament joins thighbone and shinbone",
        (KNEE_BACK, KNEE_INNER),
        lambda on: (on("posterior-cruciate-ligament").gap(on("femur"), on("tibia")), _TOUCHING_MM),
    ),
    Fact(
        "the cruciate ligaments meet",
        (KNEE_INNER,),
        lambda on: (on("anterior-cruciate-ligament").gap(on("posterior-cruciate-ligament")), 0),
    ),
    Fact(
        "above, the anterior one lies behind the posterior one",
        (KNEE_INNER,),
        lambda on: (on("anterior-cruciate-ligament").centre(506), on("posterior-cruciate-ligament").centre(506)),
    ),
    Fact(
        "below, the anterior one lies in front of the posterior one",
        (KNEE_INNER,),
        lambda on: (on("posterior-cruciate-ligament").centre(483), on("anterior-cruciate-ligament").centre(483)),
    ),
    Fact(
        "the anterior cruciate ligament comes from the outer half of the thighbone and runs inwards",
        (KNEE_FRONT,),
        lambda on: (
            on("anterior-cruciate-ligament").centre(483),
            on("femur").centre(505),
            on("anterior-cruciate-ligament").centre(505),
        ),
    ),
    Fact(
        "the posterior cruciate ligament comes from the inner half of the thighbone and runs outwards",
        (KNEE_BACK,),
        lambda on: (
            on("posterior-cruciate-ligament").centre(506),
            on("femur").centre(506),
            on("posterior-cruciate-ligament").centre(470),
        ),
    ),
)

SIDES_AND_BACK: Final = (
    Fact(
        "the medial collateral ligament joins thighbone and shinbone",
        (KNEE_FRONT, KNEE_BACK, KNEE_INNER),
        lambda on: (on("medial-collateral-ligament").gap(on("femur"), on("tibia")), 0),
    ),
    Fact(
        "the medial collateral ligament lies on the inner side",
        (KNEE_FRONT, KNEE_BACK),
        lambda on: (on("medial-collateral-ligament").right(490), on("femur").left(495) + 10),
    ),
    Fact(
        "the medial collateral ligament reaches 4 to 7 cm below the knee's gap",
        (KNEE_FRONT, KNEE_BACK, KNEE_INNER),
        lambda on: (
            KNEE_MM - 70,
            on("medial-collateral-ligament").bottom,
            KNEE_MM - 40,
            on("medial-collateral-ligament").top,
        ),
    ),
    Fact(
        "the lateral collateral ligament joins thighbone and calf bone",
        (KNEE_FRONT, KNEE_BACK, LEG_OUTER),
        lambda on: (on("lateral-collateral-ligament").gap(on("femur"), on("fibula")), 0),
    ),
    Fact(
        "the lateral collateral ligament lies on the outer side",
        (KNEE_FRONT, KNEE_BACK),
        lambda on: (on("femur").right(495) - 5, on("lateral-collateral-ligament").left(490)),
    ),
    Fact(
        "the lateral collateral ligament is the shorter one",
        (KNEE_FRONT, KNEE_BACK),
        lambda on: (on("lateral-collateral-ligament").height, on("medial-collateral-ligament").height),
    ),
    Fact(
        "the lateral collateral ligament slants backwards to the calf bone",
        (LEG_OUTER,),
        lambda on: (on("lateral-collateral-ligament").centre(470), on("lateral-collateral-ligament").centre(510)),
    ),
    Fact(
        "the hollow lies behind the knee joint",
        _SIDES,
        lambda on: (on.skin.left(490), on("popliteal-fossa").right(490), on("knee-joint").left(490) + 2),
    ),
    Fact(
        "the hollow reaches above and below the knee's gap",
        (*_BACK, *_SIDES),
        lambda on: (on("popliteal-fossa").bottom, KNEE_MM - 30, KNEE_MM + 50, on("popliteal-fossa").top),
    ),
    Fact(
        "the hollow is a diamond: broad at the knee's gap, narrow above",
        _BACK,
        lambda on: (on("popliteal-fossa").breadth(555), on("popliteal-fossa").breadth(500) / 2),
    ),
    Fact(
        "the hollow is a diamond: broad at the knee's gap, narrow below",
        _BACK,
        lambda on: (on("popliteal-fossa").breadth(437), on("popliteal-fossa").breadth(500) / 2),
    ),
    Fact(
        "the hamstring tendons lie on both sides of the hollow",
        _BACK,
        lambda on: (
            max(on("hamstring-tendons", 1).right(505), on("hamstring-tendons", 2).right(505)),
            on("popliteal-fossa").left(505),
            on("popliteal-fossa").right(505),
            on("hamstring-tendons", 0).left(505),
        ),
    ),
    Fact(
        "the hamstrings bound the hollow above",
        _BACK,
        lambda on: (
            on("hamstrings", 1).right(562),
            on("popliteal-fossa").left(562),
            on("popliteal-fossa").right(562),
            on("hamstrings", 0).left(562),
        ),
    ),
    Fact(
        "the heads of the calf muscle bound the hollow below",
        _BACK,
        lambda on: (
            on("gastrocnemius", 0).centre(445),
            on("popliteal-fossa").left(445),
            on("popliteal-fossa").right(445),
            on("gastrocnemius", 1).centre(445),
        ),
    ),
    Fact(
        "the outer hamstring tendon ends on the calf bone's head, from behind",
        _BACK,
        lambda on: (on("hamstring-tendons", 0).gap(on("fibula")), _TOUCHING_MM),
    ),
    Fact(
        "the outer hamstring tendon ends on the calf bone's head, from the side",
        (LEG_OUTER,),
        lambda on: (on("hamstring-tendons").gap(on("fibula")), _TOUCHING_MM),
    ),
    Fact(
        "the inner hamstring tendons end on the shinbone, from behind",
        _BACK,
        lambda on: (on("tibia").gap(on("hamstring-tendons", 1), on("hamstring-tendons", 2)), _TOUCHING_MM),
    ),
    Fact(
        "the inner hamstring tendons end on the shinbone, from the side",
        _INNER,
        lambda on: (on("tibia").gap(on("hamstring-tendons", 0), on("hamstring-tendons", 1)), _TOUCHING_MM),
    ),
    Fact(
        "the calf muscle comes from the thighbone",
        (*_BACK, *_SIDES),
        lambda on: (on("femur").gap(on("gastrocnemius")), _TOUCHING_MM),
    ),
    Fact(
        "the popliteus joins thighbone and shinbone",
        (KNEE_BACK,),
        lambda on: (on("popliteus").gap(on("femur"), on("tibia")), 0),
    ),
    Fact(
        "the popliteus slants from the outer thighbone inwards and down",
        (KNEE_BACK,),
        lambda on: (on("popliteus").centre(420), on("femur").centre(500), on("popliteus").centre(500)),
    ),
)
FACTS_OF_KNEE: Final = (*KNEECAP, *INSIDE, *SIDES_AND_BACK)
