"""All pictures of a site, by the things whose pages show them."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.drawing.body import Body
from generator.drawing.caution_pictures import draw_caution
from generator.drawing.exercise_pictures import draw_exercise
from generator.drawing.picture import Picture
from generator.drawing.routine_pictures import Strip, draw_strips
from generator.drawing.stroke_pictures import draw_technique
from generator.drawing.structure_pictures import draw_condition, draw_structure
from generator.drawing.tool_pictures import draw_tool
from generator.drawing.whole_body_pictures import draw_on_whole_body
from generator.linking import Site
from generator.linking.site import ThingPage
from generator.model.fields import Action
from generator.model.kinds.anatomy import Anatomy
from generator.model.kinds.caution import Caution, Level
from generator.model.kinds.condition import Condition
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.routine import Routine
from generator.model.kinds.technique import Technique
from generator.model.kinds.tool import Tool
from generator.model.reach import FORBIDDING, kept_off
from generator.model.thing import Thing


@dataclass(frozen=True)
class Drawings:
    """The pictures of a site and the strips of its routines, each by the id of its thing."""

    pictures: Mapping[str, tuple[Picture, ...]]
    strips: Mapping[str, Strip]


def draw_site(site: Site) -> Drawings:
    """Draw the pictures of every page that has some."""
    things = {page.thing.id: page.thing for page in site.pages.values()}
    body = Body({thing.id: thing for thing in things.values() if isinstance(thing, Anatomy)})
    pictures = {page.thing.id: draw_pictures(page, body, things) for page in site.pages.values()}
    return Drawings(
        {thing_id: drawn for thing_id, drawn in pictures.items() if drawn},
        draw_strips(
            ((page.thing, page.cautions) for page in site.pages.values() if isinstance(page.thing, Routine)),
            things,
            body,
        ),
    )


def draw_pictures(page: ThingPage, body: Body, things: Mapping[str, Thing]) -> tuple[Picture, ...]:
    """Draw the pictures of one page, by the kind of its thing; some kinds have none."""
    thing: Thing = page.thing
    match thing:
        case Technique():
            return draw_technique(thing, body, kept_off(thing, things, page.cautions), things)
        case Exercise():
            return draw_exercise(thing, body.areas(thing.areas))
        case Tool():
            return draw_tool(thing, body, kept_off(thing, things, page.cautions))
        case Anatomy():
            return draw_structure(thing, body)
        case Condition() if not thing.areas:
            return draw_on_whole_body(thing, page.cautions, things)
        case Condition():
            massage = [one for one in page.cautions if Action.MASSAGE in one.applies_to.actions]
            forbidding = [one for one in massage if one.level is Level.ABSOLUTE and thing.id in one.about]
            keep_off = [area for one in massage if one.level in FORBIDDING for area in one.areas]
            pictures = draw_condition(thing, body, keep_off, forbidding)
            if not thing.felt and not thing.hands_off:
                return pictures
            return (*pictures, *draw_on_whole_body(thing, page.cautions, things, len(pictures) + 1))
        case Caution():
            return draw_caution(thing, body)
        case _:
            return ()
