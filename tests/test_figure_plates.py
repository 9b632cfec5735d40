"""The plates of the figure agree with each other, and show all that the content names."""

from functools import cache
from pathlib import Path
from typing import Final

import pytest

from generator.figure.plate import Plate
from generator.figure.plates import (
    FOOT_INNER,
    FOOT_OUTER,
    FOOT_SOLE,
    FOOT_TOP,
    KNEE_BACK,
    KNEE_FRONT,
    KNEE_INNER,
    LEG_BACK,
    LEG_FRONT,
    LEG_INNER,
    LEG_OUTER,
    PLATES,
)
from generator.model.kinds.anatomy import Anatomy, StructureKind, View
from generator.pipeline import check_project
from tests.figure_measures import Look, Seen

ROOT: Final = Path(__file__).parent.parent
TOLERANCE_MM: Final = 5.0
CLOSE_UP_MM: Final = 8.0
"""What a close-up may differ by, since it is drawn finer."""

DIFFER_BY_NATURE: Final = {
    (LEG_FRONT.id, LEG_BACK.id): {"lymphatic-system"},
    (LEG_INNER.id, LEG_OUTER.id): {"tibia", "quadriceps", "gastrocnemius", "hamstring-tendons", "shin"},
    (FOOT_INNER.id, FOOT_OUTER.id): {"tibia", "sole", "toes"},
    (FOOT_TOP.id, FOOT_SOLE.id): {"foot"},
}
"""What ends at other heights from the other side: its inner and outer parts differ, or its front and back vessels.

From above, the lower leg hides the heel.
"""

FROM_HEEL_TO_TOES: Final = {
    *("foot", "sole", "foot-arch", "ball-of-foot", "toes", "top-of-foot", "plantar-fascia", "calcaneus", "talus"),
    "navicular",
}
GAP_OF_KNEE_MM: Final = 10.0
"""How far apart the figure draws thighbone and shinbone, so that what lies between them can be seen."""

JOINED_BY_THE_KNEECAP: Final = frozenset({"quadriceps-tendon", "patellar-tendon"})
ACROSS: Final = {"meniscus", "cartilage"}
"""What lies across the leg, so that neither end is nearer to the heart."""


@cache
def anatomy() -> tuple[Anatomy, ...]:
    return tuple(thing for _, thing in check_project(ROOT).catalogue.of_kind(Anatomy))


def each_region(plates: tuple[Plate, ...]) -> list[tuple[Plate, str]]:
    return [(plate, region) for plate in plates for region in plate.regions]


def names(pairs: list[tuple[Plate, str]]) -> list[str]:
    return [f"{plate.id}: {region}" for plate, region in pairs]


def touch_somewhere(one: str, other: str) -> bool:
    """Tell whether two structures touch on some plate, if any plate shows both."""
    plates = [plate for plate in PLATES if one in plate.regions and other in plate.regions]
    return not plates or any(Look(plate)(one).gap(Look(plate)(other)) <= GAP_OF_KNEE_MM for plate in plates)


def name_of(one: Plate | str) -> str:
    return one.id if isinstance(one, Plate) else one


def shared(one: Plate, other: Plate) -> list[str]:
    return sorted(one.regions.keys() & other.regions.keys())


def farthest(seen: Seen, other: Seen, plate: Plate) -> float:
    """How far what a plate's window shows of one drawing reaches out of another."""
    window = plate.window
    shown = [
        point
        for point in seen.points
        if window.left <= point.x <= window.right and window.bottom <= point.y <= window.top
    ]
    return max((other.to(point) for point in shown), default=0.0)


@pytest.mark.parametrize(("plate", "region"), each_region(PLATES), ids=names(each_region(PLATES)))
def test_every_region_lies_inside_the_skin(plate: Plate, region: str) -> None:
    look = Look(plate)
    assert max(look.skin.to(point) for point in look(region).points) <= TOLERANCE_MM


@pytest.mark.parametrize(("plate", "region"), each_region(PLATES), ids=names(each_region(PLATES)))
def test_every_axis_lies_within_its_regions_reach(plate: Plate, region: str) -> None:
    box = Look(plate)(region).box
    outside = [
        point
        for point in Look(plate).axis(region)
        if not (box.left - 1 <= point.x <= box.right + 1 and box.bottom - 1 <= point.y <= box.top + 1)
    ]
    assert outside == []


LENGTHWISE: Final = [pair for pair in each_region(PLATES) if pair[1] not in ACROSS]


@pytest.mark.parametrize(("plate", "region"), LENGTHWISE, ids=names(LENGTHWISE))
def test_every_axis_begins_nearer_to_the_heart_or_at_the_heel(plate: Plate, region: str) -> None:
    first, *_, last = Look(plate).axis(region)
    if plate.view in {View.TOP, View.SOLE}:
        assert first.y < last.y
    elif plate.view in {View.INNER, View.OUTER} and region in FROM_HEEL_TO_TOES:
        assert first.x < last.x
    else:
        assert first.y > last.y


@pytest.mark.parametrize(
    ("one", "other"),
    [(LEG_FRONT, LEG_BACK), (LEG_INNER, LEG_OUTER), (FOOT_INNER, FOOT_OUTER), (FOOT_TOP, FOOT_SOLE)],
    ids=lambda plate: plate.id,
)
def test_opposite_sides_agree_on_the_heights_of_what_both_show(one: Plate, other: Plate) -> None:
    by_nature = DIFFER_BY_NATURE[one.id, other.id]
    differing = {
        region: (Look(one)(region).box, Look(other)(region).box)
        for region in shared(one, other)
        if abs(Look(one)(region).top - Look(other)(region).top) > TOLERANCE_MM
        or abs(Look(one)(region).bottom - Look(other)(region).bottom) > TOLERANCE_MM
    }
    assert differing.keys() <= by_nature, differing


@pytest.mark.parametrize("region", ["femur", "tibia", "patella", "patellar-tendon", "quadriceps-tendon"])
def test_front_and_inner_side_agree_on_the_heights_of_knee_and_bones(region: str) -> None:
    front, side = Look(LEG_FRONT)(region), Look(LEG_INNER)(region)
    assert (side.bottom, side.top) == pytest.approx((front.bottom, front.top), abs=TOLERANCE_MM)


@pytest.mark.parametrize("region", ["fibula", "calcaneus"])
def test_back_and_outer_side_agree_on_the_heights_of_bones(region: str) -> None:
    back, side = Look(LEG_BACK)(region), Look(LEG_OUTER)(region)
    assert (side.bottom, side.top) == pytest.approx((back.bottom, back.top), abs=TOLERANCE_MM)


def test_back_and_sides_agree_on_where_the_calf_begins() -> None:
    assert Look(LEG_INNER)("calf").top == pytest.approx(Look(LEG_BACK)("calf").top, abs=TOLERANCE_MM)


CLOSE_UPS: Final = [
    (leg, knee, region)
    for leg, knee in ((LEG_FRONT, KNEE_FRONT), (LEG_BACK, KNEE_BACK), (LEG_INNER, KNEE_INNER))
    for region in shared(leg, knee)
]


@pytest.mark.parametrize(("leg", "knee", "region"), CLOSE_UPS, ids=name_of)
def test_the_close_ups_of_the_knee_agree_with_the_leg(leg: Plate, knee: Plate, region: str) -> None:
    whole, close = Look(leg)(region), Look(knee)(region)
    assert farthest(whole, close, knee) <= CLOSE_UP_MM
    assert farthest(close, whole, knee) <= CLOSE_UP_MM


SIDES_OF_LEG_AND_FOOT: Final = [
    (leg, foot, bone)
    for leg, foot in ((LEG_INNER, FOOT_INNER), (LEG_OUTER, FOOT_OUTER))
    for bone in ("calcaneus", "talus", "navicular")
    if bone in foot.regions
]


@pytest.mark.parametrize(("leg", "foot", "bone"), SIDES_OF_LEG_AND_FOOT, ids=name_of)
def test_leg_and_foot_agree_on_the_bones_of_the_foot(leg: Plate, foot: Plate, bone: str) -> None:
    heel_of_leg, heel_of_foot = Look(leg).skin.left(30), Look(foot).skin.left(30)
    large, small = Look(foot)(bone).box, Look(leg)(bone).box
    assert (small.bottom, small.top) == pytest.approx((large.bottom, large.top), abs=TOLERANCE_MM)
    assert (small.left - heel_of_leg, small.right - heel_of_leg) == pytest.approx(
        (large.left - heel_of_foot, large.right - heel_of_foot), abs=TOLERANCE_MM
    )


@pytest.mark.parametrize("bone", ["calcaneus", "talus", "navicular"])
def test_the_foot_from_above_and_from_its_side_agree_on_how_far_forward_a_bone_lies(bone: str) -> None:
    above, side = Look(FOOT_TOP)(bone).box, Look(FOOT_INNER)(bone).box
    middle_above, middle_side = (above.bottom + above.top) / 2, (side.left + side.right) / 2
    assert middle_above == pytest.approx(middle_side, abs=TOLERANCE_MM)


def test_what_the_content_joins_touches_where_a_plate_shows_both() -> None:
    structures = {thing.id: thing.drawn_as for thing in anatomy() if thing.structure is not StructureKind.REGION}
    joined = {frozenset((thing.id, other)) for thing in anatomy() for other in thing.connects} - {JOINED_BY_THE_KNEECAP}
    pairs = [sorted(pair) for pair in joined if pair <= structures.keys()]
    apart = [(one, other) for one, other in pairs if not touch_somewhere(structures[one], structures[other])]
    assert apart == []


def test_every_part_of_the_body_is_drawn_on_a_plate_of_each_view_that_it_names() -> None:
    missing = [
        (thing.id, view.value)
        for thing in anatomy()
        for view in thing.views
        if not any(plate.view is view and thing.drawn_as in plate.regions for plate in PLATES)
    ]
    assert missing == []


def test_every_file_about_the_body_is_among_them() -> None:
    assert {thing.id for thing in anatomy()} == {path.stem for path in (ROOT / "content" / "anatomy").glob("*.yml")}


@pytest.mark.parametrize("plate", PLATES, ids=lambda plate: plate.id)
def test_a_plate_shows_only_what_the_content_explains(plate: Plate) -> None:
    assert plate.regions.keys() - {thing.drawn_as for thing in anatomy()} == set()
