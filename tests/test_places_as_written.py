"""Places and signs are drawn as the content says: a picture that shows another thing fails here."""

import pytest

from generator.drawing.action_tiles import draw_tile
from generator.drawing.body import Body
from generator.drawing.frame import Frame
from generator.drawing.ink import Ink
from generator.drawing.picture import HEIGHT, ROOM
from generator.drawing.scene import show_keep_off, show_pain
from generator.drawing.structure_pictures import draw_condition, draw_structure
from generator.drawing.views import frame_in
from generator.figure.plates import KNEE_FRONT
from generator.model.fields import Action
from generator.model.kinds.anatomy import StructureKind
from generator.model.kinds.caution import Caution, Level
from generator.model.kinds.condition import Condition
from tests.drawn_shapes import painted, read_svg
from tests.drawn_site import Drawn


def knee() -> Frame:
    return frame_in(KNEE_FRONT, KNEE_FRONT.window, ROOM, HEIGHT)


def test_a_place_to_keep_off_is_hatched_all_over() -> None:
    region = KNEE_FRONT.regions["patella"]
    lines = [line for line in painted(show_keep_off(knee(), region), Ink.KEEP_OFF, "stroke") if len(line) == 2]
    box = region.box
    assert len(lines) > 8
    assert {abs(a.x - b.x) > 0.5 and abs(a.y - b.y) > 0.5 for a, b in lines} == {True}
    heights = [spot.y for line in lines for spot in line]
    assert max(heights) - min(heights) > 0.7 * box.height * knee().scale


def test_a_place_that_hurts_is_dotted_all_over() -> None:
    region = KNEE_FRONT.regions["knee-joint"]
    drawing = read_svg(show_pain(knee(), (region,)))
    (dots,) = drawing.xpath("//path[@stroke-linecap='round']")
    assert dots.get("stroke-dasharray").startswith("0 ")
    rows = [line for line in painted(show_pain(knee(), (region,)), Ink.PAIN, "stroke") if len(line) == 2]
    assert len(rows) > 8


def test_each_of_two_places_that_hurt_is_dotted() -> None:
    kneecap, cord = KNEE_FRONT.regions["patella"], KNEE_FRONT.regions["quadriceps-tendon"]
    both = read_svg(show_pain(knee(), (kneecap, cord))).xpath("//path[@stroke-linecap='round']")
    assert len(both) == 2


def test_a_place_within_another_that_hurts_is_not_dotted_twice() -> None:
    joint, kneecap = KNEE_FRONT.regions["knee-joint"], KNEE_FRONT.regions["patella"]
    alone, both = (read_svg(show_pain(knee(), places)) for places in ((joint,), (joint, kneecap)))
    dots = "//path[@stroke-linecap='round']/@d"
    assert both.xpath(dots) == alone.xpath(dots)


def test_a_place_that_no_hand_may_massage_is_hatched_and_not_dotted(drawn: Drawn) -> None:
    condition, caution = drawn.things["knee-pain"], drawn.things["blood-clots"]
    assert isinstance(condition, Condition)
    assert isinstance(caution, Caution)
    told, forbidden = (draw_condition(condition, drawn.body, [], forbidding)[0] for forbidding in ([], [caution]))
    assert painted(told.content, Ink.PAIN, "stroke")
    assert not painted(told.content, Ink.KEEP_OFF, "stroke")
    assert painted(forbidden.content, Ink.KEEP_OFF, "stroke")
    assert not painted(forbidden.content, Ink.PAIN, "stroke")


def test_a_picture_of_a_body_part_shows_the_part(drawn: Drawn) -> None:
    """Drawn alone, without what it is joined to."""
    inks = {StructureKind.MUSCLE: Ink.MUSCLE, StructureKind.NERVE: Ink.NERVE, StructureKind.LIGAMENT: Ink.CORD}
    shown = {area.id: area for area in drawn.body.parts.values() if area.structure in inks}
    assert len(shown) > 6
    bare = {area.id: area for area in drawn.body.parts.values() if area.structure is StructureKind.BONE}
    for area in shown.values():
        (first, *_) = draw_structure(area.model_copy(update={"connects": ()}), Body(bare))
        own = inks[area.structure]
        assert painted(first.content, own) or painted(first.content, own, "stroke"), area.id


@pytest.mark.parametrize(
    ("level", "sign"), [(Level.ABSOLUTE, ""), (Level.ASK_FIRST, "?"), (Level.CARE, "!"), (None, "")], ids=str
)
def test_the_sign_over_an_action_is_that_of_its_level(level: Level | None, sign: str) -> None:
    tile = read_svg(draw_tile(Action.MASSAGE, "massage", level, 0, 0))
    assert [one.text for one in tile.iter("text")][:-1] == ([sign] if sign else [])
    crossed = tile.xpath(f"//path[@stroke='{Ink.KEEP_OFF}']")
    assert bool(crossed) == (level is Level.ABSOLUTE)
    assert bool(tile.xpath("//circle")) == (level is not Level.ABSOLUTE)
