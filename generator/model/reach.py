"""Which cautions reach which thing. Safety is computed here, once, for the checks and for the pages.

A caution reaches a thing that names it, that it names, or whose action it holds for, where it has no areas or the two
share an area; and it reaches what puts such a thing to use: a technique through its tools, a routine through its steps.
"""

from collections.abc import Mapping
from functools import cached_property

from generator.model.catalogue import Catalogue
from generator.model.fields import Action, ThingId
from generator.model.kinds.anatomy import Anatomy
from generator.model.kinds.caution import Caution, Level
from generator.model.thing import Thing


class Reach:
    """The cautions of a catalogue, by what they reach."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the cautions and the tree of anatomy from the catalogue."""
        self._catalogue = catalogue
        self._cautions = tuple(caution for _, caution in catalogue.of_kind(Caution))
        self._areas_of_caution = {caution.id: caution.areas for caution in self._cautions}
        self._found: dict[tuple[ThingId, ThingId | None], frozenset[ThingId]] = {}

    @cached_property
    def _parents(self) -> Mapping[ThingId, ThingId]:
        return {part.id: part.parent for _, part in self._catalogue.of_kind(Anatomy) if part.parent is not None}

    def enclosing(self, area: ThingId) -> tuple[ThingId, ...]:
        """List an area and all that it belongs to, from the inside out; a circle of parents ends where it closes."""
        found = [area]
        while (parent := self._parents.get(found[-1])) is not None and parent not in found:
            found.append(parent)
        return tuple(found)

    def forbidding(self, thing: Thing, area: ThingId) -> Caution | None:
        """Find an absolute or local caution that forbids a thing's action on an area, or on what the area lies in."""
        within = set(self.enclosing(area))
        for caution in self._cautions:
            if caution.level in {Level.ABSOLUTE, Level.LOCAL} and within & set(caution.areas):
                if thing.action in caution.applies_to.actions or thing.id in caution.applies_to.things:
                    return caution
        return None

    def cautions_reaching(self, thing: Thing) -> tuple[Caution, ...]:
        """List every caution that reaches a thing, the strictest first."""
        ids = self._reaching(thing, None, ())
        found = [caution for caution in self._cautions if caution.id in ids and caution.id != thing.id]
        return tuple(sorted(found, key=lambda caution: (-caution.level.rank, caution.name)))

    def _reaching(self, thing: Thing, area: ThingId | None, above: tuple[ThingId, ...]) -> frozenset[ThingId]:
        key = (thing.id, area)
        if key not in self._found:
            ids = {caution.id for caution in self._cautions if self._holds(caution, thing, area)}
            for use in thing.uses:
                used = self._catalogue.find(use.thing, Thing)
                if used is not None and used.id not in above:
                    found = self._reaching(used, use.area, (*above, thing.id))
                    ids |= {caution_id for caution_id in found if self._concerns(caution_id, thing)}
            self._found[key] = frozenset(ids)
        return self._found[key]

    def _concerns(self, caution_id: ThingId, user: Thing) -> bool:
        """Tell whether a caution on what is used concerns its user: a kneecap is no matter to a ball under the foot."""
        areas = self._areas_of_caution[caution_id]
        return not areas or not user.concerned_areas or self._touch_any(user.concerned_areas, areas)

    def _holds(self, caution: Caution, thing: Thing, area: ThingId | None) -> bool:
        named = thing.id in caution.applies_to.things or thing.id in caution.about or caution.id in thing.named_cautions
        if named:
            return True
        areas = (*thing.concerned_areas, *((area,) if area is not None else ()))
        if not caution.areas:
            return thing.action in caution.applies_to.actions
        acts = thing.action is None or thing.action in caution.applies_to.actions
        return acts and self._touch_any(areas, caution.areas)

    def _touch_any(self, some: tuple[ThingId, ...], others: tuple[ThingId, ...]) -> bool:
        return any(self._touch(one, other) for one in some for other in others)

    def _touch(self, one: ThingId, other: ThingId) -> bool:
        """Tell whether two areas are the same or one lies in the other."""
        return one in self.enclosing(other) or other in self.enclosing(one)


def acts_on(action: Action | None) -> bool:
    """Tell whether an action does something to the body, so that somebody must have considered its cautions."""
    return action not in {None, Action.SUPPORT}
