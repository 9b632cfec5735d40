"""Which cautions reach which thing. Safety is computed here, once, for the checks and for the pages.

A caution reaches a thing that names it, that it names, or whose action it holds for, where it has no areas or the two
share an area; and it reaches what puts such a thing to use: a technique through its tools, a routine through its steps.
Everything is looked up in indexes, so that the cost grows with the things and not with things times cautions.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from generator.model.catalogue import Catalogue
from generator.model.fields import Action, ThingId
from generator.model.kinds.anatomy import Anatomy
from generator.model.kinds.caution import Caution, Level
from generator.model.thing import Thing

FORBIDDING: Final = (Level.ABSOLUTE, Level.LOCAL)
_Ids = frozenset[ThingId]
_NONE: Final[_Ids] = frozenset()


class Reach:
    """The cautions of a catalogue, by what they reach."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the cautions and the tree of anatomy from the catalogue."""
        self._catalogue = catalogue
        cautions = [caution for _, caution in catalogue.of_kind(Caution)]
        strictest_first = sorted(cautions, key=lambda caution: (-caution.level.rank, caution.name))
        self._cautions = {caution.id: caution for caution in strictest_first}
        self._rank = {caution_id: rank for rank, caution_id in enumerate(self._cautions)}
        self._parents = {part.id: part.parent for _, part in catalogue.of_kind(Anatomy) if part.parent is not None}
        self._enclosing: dict[ThingId, tuple[ThingId, ...]] = {}
        self._found: dict[tuple[ThingId, ThingId | None], _Ids] = {}
        self._everywhere = _index(
            (action.value, caution.id)
            for caution in cautions
            if not caution.areas
            for action in caution.applies_to.actions
        )
        self._by_name = _index(
            (thing_id, caution.id) for caution in cautions for thing_id in (*caution.applies_to.things, *caution.about)
        )
        self._on = _index((area, caution.id) for caution in cautions for area in caution.areas)
        self._on_or_within = _index(
            (outer, caution.id) for caution in cautions for area in caution.areas for outer in self.enclosing(area)
        )
        self._forbidding = _index(
            (area, caution.id) for caution in cautions if caution.level in FORBIDDING for area in caution.areas
        )

    def holds_for(self, catalogue: Catalogue) -> bool:
        """Tell whether another catalogue has the same cautions, body parts and uses, so that this is its reach too."""
        mine, other = self._catalogue.records, catalogue.records
        return mine.keys() == other.keys() and all(
            record is other[name] or _what_matters(record.thing) == _what_matters(other[name].thing)
            for name, record in mine.items()
        )

    def enclosing(self, area: ThingId) -> tuple[ThingId, ...]:
        """List an area and all that it belongs to, from the inside out; a circle of parents ends where it closes."""
        if area not in self._enclosing:
            found = [area]
            while (parent := self._parents.get(found[-1])) is not None and parent not in found:
                found.append(parent)
            self._enclosing[area] = tuple(found)
        return self._enclosing[area]

    def forbidding(self, thing: Thing, area: ThingId) -> Caution | None:
        """Find an absolute or local caution that keeps a thing, or a tool that it uses, off an area."""
        candidates = {caution_id for outer in self.enclosing(area) for caution_id in self._forbidding.get(outer, _NONE)}
        if not candidates:
            return None
        used = (self._catalogue.find(use.thing, Thing) for use in thing.uses)
        at_work = [thing, *(tool for tool in used if tool is not None)]
        for caution_id, caution in self._cautions.items():
            if caution_id in candidates and any(_speaks_of(caution, one) for one in at_work):
                return caution
        return None

    def cautions_reaching(self, thing: Thing) -> tuple[Caution, ...]:
        """List every caution that reaches a thing, the strictest first."""
        ids = self._reaching(thing, None, ()) - {thing.id}
        return tuple(self._cautions[caution_id] for caution_id in sorted(ids, key=self._rank.__getitem__))

    def _reaching(self, thing: Thing, area: ThingId | None, above: tuple[ThingId, ...]) -> _Ids:
        key = (thing.id, area)
        if key not in self._found:
            ids = set(self._holding(thing, area))
            for use in thing.uses:
                used = self._catalogue.find(use.thing, Thing)
                if used is None or used.id in above:
                    continue
                for where in {use.area, area}:
                    found = self._reaching(used, where, (*above, thing.id))
                    ids |= {caution_id for caution_id in found if self._concerns(caution_id, thing, area)}
            self._found[key] = frozenset(ids)
        return self._found[key]

    def _holding(self, thing: Thing, area: ThingId | None) -> Iterable[ThingId]:
        yield from self._by_name.get(thing.id, _NONE)
        yield from (caution_id for caution_id in thing.named_cautions if caution_id in self._cautions)
        action = thing.action
        if action is not None:
            yield from self._everywhere.get(action.value, _NONE)
        for one in (*thing.concerned_areas, *((area,) if area is not None else ())):
            for caution_id in self._touching(one):
                if action is None or action in self._cautions[caution_id].applies_to.actions:
                    yield caution_id

    def _concerns(self, caution_id: ThingId, user: Thing, area: ThingId | None) -> bool:
        """Tell whether a caution on what is used concerns its user: a kneecap is no matter to a ball under the foot."""
        if not self._cautions[caution_id].areas or not user.concerned_areas:
            return True
        worked = (*user.concerned_areas, *((area,) if area is not None else ()))
        return any(caution_id in self._touching(one) for one in worked)

    def _touching(self, area: ThingId) -> set[ThingId]:
        """List the cautions on an area, on what it lies in, and on what lies in it."""
        found = set(self._on_or_within.get(area, _NONE))
        for outer in self.enclosing(area):
            found |= self._on.get(outer, _NONE)
        return found


def kept_off(thing: Thing, things: Mapping[ThingId, Thing], cautions: Iterable[Caution]) -> tuple[ThingId, ...]:
    """List the places that absolute and local cautions keep a thing, or a tool that it uses, off.

    A caution counts where it holds for what is done there, or where the thing names it.
    """
    at_work = [thing, *(things[use.thing] for use in thing.uses if use.thing in things)]
    return tuple(
        area
        for caution in cautions
        if caution.level in FORBIDDING
        and any(_speaks_of(caution, one) or caution.id in one.named_cautions for one in at_work)
        for area in caution.areas
    )


def _what_matters(thing: Thing | None) -> object:
    """Give all of a thing that decides which cautions reach it, or what reaches others through it."""
    if thing is None or isinstance(thing, (Caution, Anatomy)):
        return thing
    return type(thing), thing.id, thing.action, thing.uses, thing.named_cautions, thing.concerned_areas


def _speaks_of(caution: Caution, thing: Thing) -> bool:
    return thing.action in caution.applies_to.actions or thing.id in caution.applies_to.things


def acts_on(action: Action | None) -> bool:
    """Tell whether an action does something to the body, so that somebody must have considered its cautions."""
    return action not in {None, Action.SUPPORT}


def _index(pairs: Iterable[tuple[str, ThingId]]) -> dict[str, _Ids]:
    found: dict[str, set[ThingId]] = defaultdict(set)
    for key, caution_id in pairs:
        found[key].add(caution_id)
    return {key: frozenset(ids) for key, ids in found.items()}
