"""What the cautions of a page forbid is hatched in its published pictures, and nothing that is told is left out."""

from dataclasses import replace

import pytest

from generator.drawing.caution_pictures import draw_caution
from generator.drawing.draw import draw_pictures
from generator.drawing.ink import Ink
from generator.drawing.words import the
from generator.linking.site import ThingPage
from generator.model.fields import Action
from generator.model.kinds.anatomy import StructureKind
from generator.model.kinds.caution import Caution, Level
from generator.model.kinds.condition import Condition
from tests.drawn_shapes import painted
from tests.drawn_site import Drawn

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
    for actions, word in (((Action.MASSAGE,), "do not massage"), ((Action.HEAT,), "you may feel it")):
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
