"""Conditions that are about no place of the leg are shown on the whole body, with what their page says of massage."""

import pytest

from generator.drawing.ink import Ink
from generator.drawing.picture import Picture
from generator.drawing.whole_body_pictures import draw_on_whole_body
from generator.model.fields import Action, Part
from generator.model.kinds.caution import Caution, Level
from generator.model.kinds.condition import Condition, UpperPlace
from tests.drawn_site import our_drawings, our_site


def condition(**fields: object) -> Condition:
    """Take a condition of ours that names no place, and change some of its fields."""
    thing = our_site().pages["poor-sleep"].thing
    assert isinstance(thing, Condition)
    return thing.model_copy(update=fields)


def caution(level: Level) -> Caution:
    """Take a caution of ours about massage, and change its level."""
    thing = our_site().pages["stop-if-dizzy"].thing
    assert isinstance(thing, Caution)
    return thing.model_copy(update={"level": level})


def drawn(of: Condition, *cautions: Caution) -> Picture:
    things = {page.thing.id: page.thing for page in our_site().pages.values()}
    (picture,) = draw_on_whole_body(of, cautions, things)
    return picture


def test_every_condition_has_a_picture() -> None:
    pictures = our_drawings().pictures
    conditions = [page.thing.id for page in our_site().pages.values() if isinstance(page.thing, Condition)]
    assert [one for one in conditions if not pictures.get(one)] == []


def test_a_condition_without_a_place_says_so_and_marks_none() -> None:
    picture = drawn(condition())
    assert "not felt in any one place" in picture.title
    assert str(Ink.PAIN) not in picture.content
    assert str(Ink.KEEP_OFF) not in picture.content
    assert not picture.names


@pytest.mark.parametrize("place", UpperPlace, ids=lambda place: place.value)
def test_a_place_where_it_is_felt_is_dotted_and_named(place: UpperPlace) -> None:
    picture = drawn(condition(felt=(place,)))
    assert f"you may feel this in the {place.value}" in picture.title
    assert str(Ink.PAIN) in picture.content
    assert f">{place.value.capitalize()}</text>" in picture.content


@pytest.mark.parametrize("place", UpperPlace, ids=lambda place: place.value)
def test_a_place_that_nobody_should_massage_is_hatched_and_never_dotted(place: UpperPlace) -> None:
    picture = drawn(condition(felt=(place,), hands_off=(place,)))
    assert f"nobody should massage the {place.value}" in picture.title
    assert "you may feel" not in picture.title
    assert str(Ink.KEEP_OFF) in picture.content
    assert str(Ink.PAIN) not in picture.content


@pytest.mark.parametrize(
    ("level", "says", "sign"),
    [
        (Level.ABSOLUTE, "Leave out massage and movement", "crossed out"),
        (Level.ASK_FIRST, "Ask first about massage and movement", "with a question mark"),
        (Level.CARE, "Take care with massage and movement", "with an exclamation mark"),
    ],
)
def test_a_caution_puts_its_sign_over_what_may_help(level: Level, says: str, sign: str) -> None:
    picture = drawn(condition(), caution(level))
    assert says in picture.title
    assert sign in picture.description
    assert "may help" not in picture.title


def test_the_strictest_caution_counts() -> None:
    picture = drawn(condition(), caution(Level.CARE), caution(Level.ABSOLUTE), caution(Level.ASK_FIRST))
    assert "Leave out massage and movement" in picture.title
    assert "Take care" not in picture.title


def test_where_nothing_is_said_of_massage_no_hand_is_shown() -> None:
    picture = drawn(condition(may_help=()))
    assert "assage" not in picture.title + picture.description + picture.content


def test_massage_is_never_called_a_help_because_a_caution_speaks_of_it() -> None:
    picture = drawn(condition(may_help=()), caution(Level.ASK_FIRST))
    assert "Ask first about massage." in picture.title
    assert "may help" not in picture.title


def test_a_caution_about_one_thing_that_may_help_takes_its_tick_away() -> None:
    scope = {"actions": (), "things": ("low-impact-exercise",)}
    told = caution(Level.ABSOLUTE)
    told = told.model_copy(update={"applies_to": told.applies_to.model_copy(update=scope)})
    assert "ovement may help" not in drawn(condition(), told).title
    assert "Take care with movement." in drawn(condition(), told).title


def test_where_there_is_room_for_some_actions_the_strictest_are_shown() -> None:
    """Of three actions two have room: heat, which a caution forbids, and one of the others."""
    told = caution(Level.ABSOLUTE)
    told = told.model_copy(update={"applies_to": told.applies_to.model_copy(update={"actions": (Action.HEAT,)})})
    helps = tuple(
        condition().may_help[0].model_copy(update={"with_": one})
        for one in ("effleurage", "low-impact-exercise", "heat-therapy")
    )
    picture = drawn(condition(may_help=helps), told)
    assert "Leave out heat." in picture.title
    assert "ovement" not in picture.title or "assage" not in picture.title


def test_a_condition_of_a_part_of_which_no_place_is_told_names_the_part() -> None:
    assert "it concerns the knee" in drawn(condition(part=Part.KNEE)).title
