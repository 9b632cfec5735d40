"""All pictures of a site, by the things whose pages show them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

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

_Item = TypeVar("_Item")


@dataclass(frozen=True)
class MadeFrom:
    """What the pictures of a page were drawn from: its thing, its cautions, and the things that it puts to use."""

    thing: Thing
    cautions: tuple[Caution, ...]
    others: tuple[Thing, ...]

    def is_same(self, other: "MadeFrom") -> bool:
        """Tell whether both are the very same things, and not only alike: nothing is compared that could be long."""
        mine, theirs = ((one.thing, *one.cautions, *one.others) for one in (self, other))
        return len(mine) == len(theirs) and all(one is another for one, another in zip(mine, theirs, strict=True))


@dataclass(frozen=True)
class Drawings:
    """The pictures of a site and the strips of its routines, each by the id of its thing, and what they are made from.

    `structures` are the parts of the body, of which every picture shows some.
    """

    pictures: Mapping[str, tuple[Picture, ...]]
    strips: Mapping[str, Strip]
    made_from: Mapping[str, MadeFrom]
    structures: tuple[Anatomy, ...]


def draw_site(
    site: Site,
    before: Drawings | None = None,
    only: Collection[str] | None = None,
    pause: Callable[[], None] = lambda: None,
) -> Drawings:
    """Draw the pictures of every page that has some; what was drawn `before` from the same things is taken over.

    `only` are the ids of the things to draw, where not all are wanted. `pause` is called before each page, and may
    raise to stop.
    """
    things = {page.thing.id: page.thing for page in (*site.pages.values(), *site.hidden.values())}
    structures = tuple(thing for thing in things.values() if isinstance(thing, Anatomy))
    body = Body({thing.id: thing for thing in structures})
    pages = [page for page in site.pages.values() if only is None or page.thing.id in only]
    made_from = {page.thing.id: _made_from(page, things) for page in pages}
    kept = _kept(before, made_from, structures) if before is not None else frozenset()
    pictures: dict[str, tuple[Picture, ...]] = {}
    for page in pages:
        pause()
        is_kept = before is not None and page.thing.id in kept
        drawn = before.pictures.get(page.thing.id, ()) if before and is_kept else draw_pictures(page, body, things)
        if drawn:
            pictures[page.thing.id] = drawn
    routines = [(page.thing, page.cautions) for page in pages if isinstance(page.thing, Routine)]
    strips = draw_strips(_with_pauses([one for one in routines if one[0].id not in kept], pause), things, body)
    if before is not None:
        strips |= {routine.id: before.strips[routine.id] for routine, _ in routines if routine.id in kept}
    return Drawings(pictures, strips, made_from, structures)


def _with_pauses(items: Iterable[_Item], pause: Callable[[], None]) -> Iterator[_Item]:
    for item in items:
        pause()
        yield item


def _kept(before: Drawings, made_from: Mapping[str, MadeFrom], structures: tuple[Anatomy, ...]) -> frozenset[str]:
    """List the pages whose pictures are made from what they were made from before."""
    same_body = len(structures) == len(before.structures) and {id(one) for one in structures} == {
        id(one) for one in before.structures
    }
    if not same_body:
        return frozenset()
    return frozenset(
        thing_id
        for thing_id, sources in made_from.items()
        if thing_id in before.made_from and sources.is_same(before.made_from[thing_id])
    )


def _made_from(page: ThingPage, things: Mapping[str, Thing]) -> MadeFrom:
    """Gather what a page's pictures are drawn from: what it uses or advises, and what that uses."""
    found: dict[str, Thing] = {}
    waiting = [page.thing]
    while waiting:
        thing = waiting.pop()
        advised = [one.with_ for one in thing.may_help] if isinstance(thing, Condition) else []
        for thing_id in (*(use.thing for use in thing.uses), *advised):
            if thing_id in things and thing_id not in found:
                found[thing_id] = things[thing_id]
                waiting.append(things[thing_id])
    return MadeFrom(page.thing, page.cautions, tuple(found.values()))


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
