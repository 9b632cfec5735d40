"""No structure is drawn before what lies over it; what would hide the part that a picture is about is glass."""

from typing import Final

import pytest
from lxml import etree

from generator.drawing.ink import Ink
from generator.drawing.picture import HEIGHT, ROOM
from generator.drawing.structure_pictures import draw_structure
from generator.drawing.surroundings import Surroundings, surroundings_of
from generator.drawing.views import choose_plates, frame_in, window_around
from generator.figure.plate import Plate
from generator.figure.plates import FOOT_TOP, PLATES
from generator.model.kinds.anatomy import View
from tests.drawn_site import Drawn

OVER: Final = {
    "femur": {View.FRONT: {"quadriceps", "patella"}, View.BACK: {"hamstrings"}},
    "calcaneus": {View.BACK: {"achilles-tendon"}},
    "talus": {View.OUTER: {"fibula"}},
    "tibia": {View.FRONT: {"patellar-tendon"}, View.INNER: {"hamstring-tendons"}},
    "patella": {View.FRONT: {"patellar-tendon", "quadriceps-tendon"}},
}
"""What lies over a bone, seen from some side: the muscles of the thigh around its bone, the outer ankle before the
ankle bone, tendons where they end on a bone."""


def around(drawn: Drawn, name: str, view: View) -> Surroundings:
    area = drawn.body.parts[name]
    seen = area.model_copy(update={"views": (view,)})
    plate = choose_plates([seen], area.part, 1)[0][0]
    return surroundings_of(area, drawn.body, frame_in(plate, window_around(plate, [area.drawn_as]), ROOM, HEIGHT))


@pytest.mark.parametrize(
    ("name", "view", "over"),
    [(name, view, over) for name, views in OVER.items() for view, over in views.items()],
    ids=[f"{name} {view.value}" for name, views in OVER.items() for view in views],
)
def test_what_lies_over_a_bone_is_drawn_after_it(drawn: Drawn, name: str, view: View, over: set[str]) -> None:
    surroundings = around(drawn, name, view)
    assert over <= {one.id for one in surroundings.above}
    assert not over & {one.id for one in surroundings.below}


def test_the_order_of_drawing_is_that_of_the_plate(drawn: Drawn) -> None:
    for area in drawn.body.parts.values():
        for view in area.views:
            surroundings = around(drawn, area.id, view)
            order = list(surroundings.frame.plate.regions)
            places = [order.index(one.drawn_as) for one in surroundings.painted]
            assert places == sorted(places)


def is_glass(drawn: Drawn, name: str, which: int, ink: Ink) -> set[bool]:
    """Tell of everything that a picture of a body part fills with an ink whether it is glass."""
    content = draw_structure(drawn.body.parts[name], drawn.body)[which].content
    filled = etree.fromstring(f"<svg>{content}</svg>").xpath(f"//*[@fill='{ink}']")
    return {bool(one.xpath("ancestor::*[@opacity]")) for one in filled}


def test_a_muscle_over_the_thighbone_is_glass_and_the_bone_is_not(drawn: Drawn) -> None:
    assert is_glass(drawn, "femur", 0, Ink.MUSCLE) == {True}
    assert is_glass(drawn, "femur", 0, Ink.BONE) == {False}


def test_a_bone_over_another_is_not_glass(drawn: Drawn) -> None:
    assert is_glass(drawn, "talus", 1, Ink.BONE) == {False}


def test_a_muscle_that_the_picture_is_about_is_not_glass(drawn: Drawn) -> None:
    assert is_glass(drawn, "quadriceps", 0, Ink.MUSCLE) == {False}


@pytest.mark.parametrize("plate", PLATES, ids=lambda plate: plate.id)
def test_a_bone_that_no_page_tells_of_lies_in_the_body(plate: Plate) -> None:
    outside = [
        point
        for bone in plate.other_bones
        for point in bone.edge
        if point.y <= plate.window.top - 4 and not any(skin.holds(point) for skin in (*plate.skin, *plate.cloth))
    ]
    assert outside == []


def test_the_skeleton_of_a_foot_has_all_its_bones() -> None:
    """7 of the ankle, 5 of the middle foot and 14 of the toes; of the 7 our pages tell of 3 that show from above."""
    told = [FOOT_TOP.regions[one] for one in ("calcaneus", "talus", "navicular")]
    assert len(told) + len(FOOT_TOP.other_bones) == 26


def test_the_other_bones_are_switched_with_the_bones(drawn: Drawn) -> None:
    muscle = draw_structure(drawn.body.parts["sole"], drawn.body)[0]
    assert ("bones", "Bones", False) in muscle.layers
    hidden = etree.fromstring(f"<svg>{muscle.content}</svg>").xpath("//*[@display='var(--picture-bones,none)']")
    assert sum(len(one.xpath(".//path")) for one in hidden) >= len(FOOT_TOP.other_bones)
