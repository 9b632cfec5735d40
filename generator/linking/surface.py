"""The parts of the body and the places on it, each with the gateway that gathers what belongs to it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from generator.linking.address import Address
from generator.linking.site import Gateway, Group, Place, ThingPage
from generator.model.fields import Part, ThingId
from generator.model.kinds.anatomy import Anatomy, StructureKind
from generator.model.kinds.caution import Caution
from generator.model.kinds.condition import Condition
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.routine import Routine
from generator.model.kinds.technique import Technique
from generator.model.kinds.tool import Tool
from generator.model.thing import Thing

_SURFACE: Final = (StructureKind.REGION, StructureKind.JOINT)

_HEADINGS: Final = ("What may help", "What to watch for", "What to learn")
_HELPS: Final = (Technique, Exercise, Tool, Routine)
_WATCHED: Final = (Caution, Condition)
"""The kinds under the first two headings of a gateway, in their order; all others are there to learn from."""

Enclosing = Callable[[ThingId], tuple[ThingId, ...]]
"""Lists an area and all that it belongs to, from the inside out."""


def link_parts(pages: Mapping[str, ThingPage]) -> tuple[Gateway, ...]:
    """Gather what belongs to each part of the body."""
    by_part: dict[Part, list[ThingPage]] = {part: [] for part in Part}
    for page in pages.values():
        part = getattr(page.thing, "part", None)
        if part is not None:
            by_part[part].append(page)
    return tuple(
        Gateway(part, Address(f"where/{part.value}.md"), tuple(_grouped([members])))
        for part, members in by_part.items()
    )


def link_places(
    pages: Mapping[str, ThingPage], hidden: Iterable[Thing], parts: tuple[Gateway, ...], enclosing: Enclosing
) -> tuple[Place, ...]:
    """Find the places on the body; one that shares its address with a part of the body leads to that part's gateway.

    `hidden` are things without a page: places among them have a gateway nevertheless.
    """
    taken = {gateway.address: gateway for gateway in parts if gateway.groups}
    found = _Found(pages, enclosing)
    places = []
    for area in (*(page.thing for page in pages.values()), *hidden):
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
        return _grouped((*near, *around))


def _grouped(nearest_first: Iterable[Iterable[ThingPage]]) -> Iterator[Group]:
    """Gather pages under the headings of a gateway: the nearest first, and of these one kind after the other."""
    found: dict[str, dict[str, ThingPage]] = {heading: {} for heading in _HEADINGS}
    for pages in nearest_first:
        for page in sorted(pages, key=_order):
            found[_HEADINGS[_order(page)[0]]][page.thing.id] = page
    for heading, members in found.items():
        if members:
            yield Group(heading, tuple(members.values()))


def _order(page: ThingPage) -> tuple[int, int]:
    """Tell under which heading a page stands, and where its kind stands there."""
    for heading, kinds in enumerate((_HELPS, _WATCHED)):
        for place, kind in enumerate(kinds):
            if isinstance(page.thing, kind):
                return heading, place
    return len(_HEADINGS) - 1, 0


def _concerned(thing: Thing) -> Iterator[ThingId]:
    yield from thing.concerned_areas
    yield from (use.area for use in thing.uses if use.area is not None)
    if isinstance(thing, Caution):
        yield from thing.areas
