"""What the cautions of a page forbid is hatched in its published pictures, and nothing that is told is left out."""

from dataclasses import replace
from itertools import pairwise

import pytest

from generator.drawing.body import most_specific
from generator.drawing.caution_pictures import draw_caution
from generator.drawing.draw import draw_pictures
from generator.drawing.ink import Ink
from generator.drawing.routine_pictures import draw_strips
from generator.drawing.svg import Spot
from generator.drawing.tool_pictures import draw_tool
from generator.drawing.tool_uses import LAID_ON, ROLLED, SPREAD
from generator.drawing.words import the
from generator.figure.shapes import Area, Point
from generator.linking.site import ThingPage
from generator.model.fields import Action
from generator.model.kinds.anatomy import StructureKind
from generator.model.kinds.caution import Caution, Level
from generator.model.kinds.condition import Condition, UpperPlace
from generator.model.kinds.routine import Routine
from generator.model.kinds.tool import Tool, ToolShape
from tests.drawn_shapes import lines_of, painted
from tests.drawn_site import Drawn

LEAST_CORNERS = 8
"""A line of fewer is one of the lines of a hatching, and no edge of a place."""

HATCHED = [
    ("effleurage", "the kneecap"),
    ("effleurage", "the back of the knee"),
    ("trigger-point-release", "the kneecap"),
    ("foam-roller", "the back of the knee"),
    ("roller-stick", "the kneecap"),
    ("knee-pain", "the kneecap"),
    ("knee-pain", "the back of the knee"),
]


def changed(caution: Caution, **fields: object) -> Caution:
    return caution.model_copy(update=fields)


def with_cautions(page: ThingPage, **fields: object) -> ThingPage:
    """Change every caution of a page that names places."""
    return replace(page, cautions=tuple(changed(one, **fields) if one.areas else one for one in page.cautions))


@pytest.mark.parametrize("level", [Level.LOCAL, Level.ABSOLUTE], ids=lambda level: level.name.lower())
@pytest.mark.parametrize(("name", "place"), HATCHED, ids=str)
def test_a_place_to_keep_off_is_hatched_and_told_however_strict_the_caution(
    drawn: Drawn, name: str, place: str, level: Level
) -> None:
    page = with_cautions(drawn.site.pages[name], level=level)
    if isinstance(page.thing, Condition):
        page = replace(page, cautions=tuple(changed(one, about=()) for one in page.cautions))
    pictures = draw_pictures(page, drawn.body, drawn.things)
    told = [picture for picture in pictures if "eep off" in picture.description and place in picture.description]
    assert told
    assert all(painted(picture.content, Ink.KEEP_OFF, "stroke") for picture in told)


def test_the_published_steps_of_a_routine_show_what_its_cautions_keep_off(drawn: Drawn) -> None:
    for name in ("five-step-knee-routine", "full-knee-routine", "whole-leg-self-massage"):
        hatched = [one for one in drawn.drawings.strips[name].drawings if painted(one, Ink.KEEP_OFF, "stroke")]
        assert hatched, name


def test_the_published_picture_of_a_clot_forbids_massage_and_does_not_ask_where_it_hurts(drawn: Drawn) -> None:
    for picture in drawn.drawings.pictures["deep-vein-thrombosis"]:
        assert "do not massage" in picture.title
        assert painted(picture.content, Ink.KEEP_OFF, "stroke")
        assert not painted(picture.content, Ink.PAIN, "stroke")


def test_a_caution_about_one_tool_does_not_forbid_all_massage(drawn: Drawn) -> None:
    page, clots = drawn.site.pages["muscle-soreness"], drawn.things["blood-clots"]
    assert isinstance(clots, Caution)
    for actions, word in (((Action.MASSAGE,), "do not massage"), ((Action.HEAT,), "you may feel this")):
        scope = clots.applies_to.model_copy(update={"actions": actions})
        told = changed(clots, about=("muscle-soreness",), applies_to=scope)
        (picture, *_) = draw_pictures(replace(page, cautions=(told,)), drawn.body, drawn.things)
        assert word in picture.title


def test_the_picture_of_an_absolute_caution_shows_its_places(drawn: Drawn) -> None:
    caution = drawn.things["no-pressure-kneecap"]
    assert isinstance(caution, Caution)
    (picture,) = draw_caution(changed(caution, level=Level.ABSOLUTE), drawn.body)
    assert "keep off the kneecap" in picture.title
    assert painted(picture.content, Ink.KEEP_OFF, "stroke")


def test_every_place_of_a_condition_is_named_in_one_of_its_pictures(drawn: Drawn) -> None:
    """Bones count only where nothing else is told."""
    left_out = []
    for thing in drawn.things.values():
        if not isinstance(thing, Condition) or not thing.areas:
            continue
        areas = drawn.body.areas(thing.areas)
        soft = [area for area in areas if area.structure is not StructureKind.BONE] or areas
        titles = " ".join(picture.title for picture in drawn.drawings.pictures[thing.id])
        left_out += [(thing.id, area.id) for area in soft if the(area) not in titles]
    assert left_out == []


DONE = [("effleurage", Action.MASSAGE), ("foam-roller", Action.MASSAGE), ("warm-pack", Action.HEAT)]
DONE += [("cold-pack", Action.COLD), ("massage-oil", Action.LOTION)]


@pytest.mark.parametrize(("name", "action"), DONE, ids=str)
def test_a_place_is_hatched_where_a_caution_speaks_of_what_is_done_there(
    drawn: Drawn, name: str, action: Action
) -> None:
    page, caution = drawn.site.pages[name], drawn.things["no-pressure-kneecap"]
    assert isinstance(caution, Caution)
    thing = page.thing.model_copy(update={"cautions": (), "tools": ()})
    for scope, is_meant in (
        ({"actions": (action,), "things": ()}, True),
        ({"actions": (Action.MOVEMENT,), "things": (name,)}, True),
        ({"actions": tuple(one for one in Action if one is not action), "things": ()}, False),
    ):
        both = ("patella", "popliteal-fossa")
        told = changed(caution, areas=both, applies_to=caution.applies_to.model_copy(update=scope))
        pictures = draw_pictures(replace(page, thing=thing, cautions=(told,)), drawn.body, drawn.things)
        assert any(painted(one.content, Ink.KEEP_OFF, "stroke") for one in pictures) == is_meant, scope


def test_a_place_is_hatched_where_the_thing_itself_names_the_caution(drawn: Drawn) -> None:
    page, caution = drawn.site.pages["massage-oil"], drawn.things["no-pressure-kneecap"]
    assert isinstance(caution, Caution)
    for named in ((), (caution.id,)):
        thing = page.thing.model_copy(update={"cautions": named})
        (picture,) = draw_pictures(replace(page, thing=thing, cautions=(caution,)), drawn.body, drawn.things)
        assert bool(painted(picture.content, Ink.KEEP_OFF, "stroke")) == bool(named)


def test_a_step_is_hatched_by_what_it_does_itself(drawn: Drawn) -> None:
    """The routine lays on a warm pack and then massages; a caution about heat alone does not keep the hands off."""
    routine, caution = drawn.things["five-step-knee-routine"], drawn.things["no-pressure-kneecap"]
    assert isinstance(routine, Routine)
    assert isinstance(caution, Caution)
    for actions, hatched in (((Action.HEAT,), "tool"), ((Action.STRENGTH,), None)):
        told = changed(caution, applies_to=caution.applies_to.model_copy(update={"actions": actions}))
        unnamed = {"cautions": ()}
        things = {
            name: thing.model_copy(update=unnamed) if thing.action else thing for name, thing in drawn.things.items()
        }
        strip = draw_strips([(routine, [told])], things, drawn.body)[routine.id]
        for step, shown in zip(routine.steps, strip.steps, strict=True):
            drawing = strip.drawings[shown.number - 1]
            is_hatched = bool(painted(drawing, Ink.KEEP_OFF, "stroke"))
            assert is_hatched == (hatched is not None and step.tool == "warm-pack"), step.named


@pytest.mark.parametrize(
    "shape", sorted({*ROLLED, *LAID_ON, *SPREAD, ToolShape.HAND_MASSAGER}, key=str), ids=lambda one: one.value
)
@pytest.mark.parametrize("off", ["patella", "popliteal-fossa", "gastrocnemius", "heel"])
def test_no_tool_lies_on_a_hatched_place(drawn: Drawn, shape: ToolShape, off: str) -> None:
    tool = drawn.things["foam-roller"]
    assert isinstance(tool, Tool)
    for area in ("calf", "thigh", "knee-joint", "hamstrings", "sole", "foot", "shin"):
        other = tool.model_copy(update={"shape": shape, "areas": (area,), "part": drawn.body.parts[area].part})
        (picture,) = draw_tool(other, drawn.body, [off])
        hatched = [
            Area(tuple(Point(*spot) for spot in line))
            for line in painted(picture.content, Ink.KEEP_OFF, "stroke")
            if len(line) > LEAST_CORNERS
        ]
        inks = (Ink.TOOL, Ink.TOOL_DETAIL, Ink.WARM, Ink.COLD)
        laid = [spot for ink in inks for line in painted(picture.content, ink) for spot in line]
        assert [spot for spot in laid if any(one.holds(Point(*spot)) for one in hatched)] == [], area


def test_each_picture_of_a_caution_names_what_it_shows_and_together_they_name_all(drawn: Drawn) -> None:
    caution = drawn.things["no-pressure-kneecap"]
    assert isinstance(caution, Caution)
    ids = ("patella", "popliteal-fossa", "sole", "top-of-foot")
    pictures = draw_caution(changed(caution, areas=ids), drawn.body)
    told = [{one for one in ids if the(drawn.body.parts[one]) in picture.title} for picture in pictures]
    assert len(pictures) > 2
    assert set().union(*told) == set(ids)
    assert all(0 < len(one) < len(ids) for one in told)


def test_a_condition_of_the_leg_that_is_felt_above_it_too_has_both_pictures(drawn: Drawn) -> None:
    page = drawn.site.pages["sciatica"]
    told = page.thing.model_copy(update={"hands_off": (UpperPlace.BACK,)})
    before = draw_pictures(page, drawn.body, drawn.things)
    after = draw_pictures(replace(page, thing=told), drawn.body, drawn.things)
    assert after[:-1] == before
    assert "nobody should massage the back" in after[-1].title
    assert len({picture.path for picture in after}) == len(after)


def test_what_holds_another_is_told_by_ids_and_not_by_what_it_is_drawn_as(drawn: Drawn) -> None:
    calf, muscle, foot = (drawn.body.parts[one] for one in ("calf", "gastrocnemius", "foot"))
    alias = calf.model_copy(update={"id": "my-calf", "region": "calf"})
    within = muscle.model_copy(update={"parent": "my-calf"})
    assert most_specific([alias, within, foot]) == [within, foot]
    assert most_specific([calf, within]) == [calf, within]
    assert most_specific([calf, alias]) == [calf]


def test_a_stroke_that_has_no_room_is_not_drawn_and_the_words_say_so(drawn: Drawn) -> None:
    page = drawn.site.pages["trigger-point-release"]
    caution = drawn.things["no-pressure-kneecap"]
    assert isinstance(caution, Caution)
    everywhere = changed(caution, areas=("thigh", "calf", "knee-joint", "hamstrings", "gastrocnemius", "quadriceps"))
    for told, says in ((caution, False), (everywhere, True)):
        for picture in draw_pictures(replace(page, cautions=(told,)), drawn.body, drawn.things):
            assert ("no room to draw the stroke" in picture.description) == says


def test_no_mark_of_a_stroke_lies_on_a_hatched_place(drawn: Drawn) -> None:
    hatched = 0
    for laid in drawn.strokes:
        frame = laid.view.frame
        lines = [
            line for mark in laid.view.laid.marks for data in (*mark.lines, *mark.fills) for line in lines_of(data)
        ]
        spots = [
            Spot(a.x + (b.x - a.x) * part / 6, a.y + (b.y - a.y) * part / 6)
            for line in lines
            for a, b in pairwise(line)
            for part in range(7)
        ]
        on = [spot for spot in spots for region in laid.keep_off if region.holds(frame.place_of(spot))]
        assert on == [], laid.on
        hatched += bool(laid.keep_off)
    assert hatched > 40
