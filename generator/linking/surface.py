"""The places on the body that a reader can point to, each with the gateway that gathers what belongs to it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from generator.linking.site import Address, Gateway, Group, Place, ThingPage
from generator.model.fields import ThingId
from generator.model.kinds.anatomy import Anatomy, StructureKind
from generator.model.kinds.caution import Caution
from generator.model.kinds.condition import Condition
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.routine import Routine
from generator.model.kinds.technique import Technique
from generator.model.kinds.tool import Tool
from generator.model.thing import Thing

_SURFACE: Final = (StructureKind.REGION, StructureKind.JOINT)

_GROUPS: Final[tuple[tuple[str, tuple[type[Thing], ...]], ...]] = (
    ("What may help", (Technique, Exercise, Tool, Routine)),
    ("What to watch for", (Caution, Condition)),
    ("What to learn", (Anatomy,)),
)
"""The headings of a gateway with the kinds that stand under them, in this order."""

Enclosing = Callable[[ThingId], tuple[ThingId, ...]]
"""Lists an area and all that it belongs to, from the inside out."""


def link_places(pages: Mapping[str, ThingPage], parts: tuple[Gateway, ...], enclosing: Enclosing) -> tuple[Place, ...]:
    """Find the places on the body; one that shares its address with a part of the body leads to that part's gateway."""
    taken = {gateway.address: gateway for gateway in parts if gateway.groups}
    found = _Found(pages, enclosing)
    places = []
    for page in pages.values():
        area = page.thing
        if isinstance(area, Anatomy) and area.structure in _SURFACE:
            address = Address(f"where/{area.id}.md")
            gateway = taken.get(address) or Gateway(area, address, tuple(found.groups(area)))
            places.append(Place(area, gateway))
    return tuple(places)


class _Found:
    """The pages that concern each area, looked up once."""

    def __init__(self, pages: Mapping[str, ThingPage], enclosing: Enclosing) -> None:
        self._enclosing = enclosing
        self._on: dict[ThingId, list[ThingPage]] = defaultdict(list)
        self._within: dict[ThingId, dict[str, ThingPage]] = defaultdict(dict)
        for page in pages.values():
            for area in dict.fromkeys(_concerned(page.thing)):
                self._on[area].append(page)
                for outer in enclosing(area):
                    self._within[outer][page.thing.id] = page

    def groups(self, area: Anatomy) -> Iterator[Group]:
        """Group what concerns an area: first what is on it, then what is within it, then what is around it."""
        near = [self._on[area.id], list(self._within[area.id].values())]
        around = [self._on[outer] for outer in self._enclosing(area.id)[1:]]
        for heading, kinds in _GROUPS:
            found: dict[str, ThingPage] = {}
            for pages in (*near, *around):
                for kind in kinds:
                    found |= {page.thing.id: page for page in pages if isinstance(page.thing, kind)}
            if found:
                yield Group(heading, tuple(found.values()))


def _concerned(thing: Thing) -> Iterator[ThingId]:
    yield from thing.concerned_areas
    yield from (use.area for use in thing.uses if use.area is not None)
    if isinstance(thing, Caution):
        yield from thing.areas
