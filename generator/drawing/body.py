"""What pictures need to know of the body: its parts as the content tells them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.figure.plate import Plate
from generator.model.kinds.anatomy import Anatomy


@dataclass(frozen=True)
class Body:
    """The parts of the body, by their ids."""

    parts: Mapping[str, Anatomy]

    def areas(self, ids: Sequence[str]) -> list[Anatomy]:
        """Find parts by their ids, each once."""
        return [self.parts[one] for one in dict.fromkeys(ids)]

    def drawn_on(self, plate: Plate) -> list[Anatomy]:
        """List the parts that a plate shows, in the order in which it paints them; none is shown twice."""
        return as_painted(plate, (part for part in self.parts.values() if plate.view in part.views))


def as_painted(plate: Plate, areas: Iterable[Anatomy]) -> list[Anatomy]:
    """Sort areas as a plate paints them, each region once, and leave out what it does not show."""
    by_region = _by_region(areas)
    return [by_region[one] for one in plate.regions if one in by_region]


def most_specific(areas: Sequence[Anatomy]) -> list[Anatomy]:
    """Leave out areas that hold another of them, and any that is drawn as one before it."""
    holding = {area.parent for area in areas}
    return list(_by_region(area for area in areas if area.id not in holding).values())


def _by_region(areas: Iterable[Anatomy]) -> dict[str, Anatomy]:
    """Index areas by what they are drawn as; of two that are drawn alike the first counts."""
    found: dict[str, Anatomy] = {}
    for area in areas:
        found.setdefault(area.drawn_as, area)
    return found
