"""What is drawn around a body part: what it is joined to, and the rest in layers that a reader can switch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

from markupsafe import Markup

from generator.drawing.body import Body, as_painted
from generator.drawing.frame import DRAWN_ONCE, Frame
from generator.drawing.ink import Ink
from generator.drawing.scene import INK_OF, show_structure
from generator.drawing.svg import group
from generator.drawing.visible import visible_part
from generator.drawing.words import joined
from generator.figure.plate import Plate, Region
from generator.figure.shapes import Shape
from generator.model.fields import Part
from generator.model.kinds.anatomy import Anatomy, StructureKind

_LAYERS: Final = {
    "bones": (StructureKind.BONE,),
    "muscles": (StructureKind.MUSCLE,),
    "cords": (StructureKind.TENDON, StructureKind.LIGAMENT, StructureKind.TISSUE),
    "nerves": (StructureKind.NERVE, StructureKind.VESSEL),
}
"""The layers that a reader can switch: the end of each one's property, and its kinds."""

_WORDS: Final = {
    StructureKind.BONE: "bones",
    StructureKind.MUSCLE: "muscles",
    StructureKind.TENDON: "tendons",
    StructureKind.LIGAMENT: "ligaments",
    StructureKind.TISSUE: "other soft parts",
    StructureKind.NERVE: "nerves",
    StructureKind.VESSEL: "vessels",
}
"""What a layer is called: it says only what this picture has of it."""

_ON_BONES: Final = frozenset(
    {StructureKind.BONE, StructureKind.JOINT, StructureKind.LIGAMENT, StructureKind.TENDON, StructureKind.TISSUE}
)
"""Structures that a reader finds by the bones: these are shown with them at first."""

_BROAD: Final = frozenset({StructureKind.MUSCLE, StructureKind.TISSUE})
"""What is glass where it lies over the part: cords hide little of it, and would pale."""

_GLASS: Final = 0.6
"""How much shows of what lies over the part that a picture is about."""

_ON_THE_SKIN: Final = frozenset({StructureKind.REGION, StructureKind.JOINT})


@dataclass(frozen=True)
class Surroundings:
    """What is drawn around a body part, in the order in which the plate paints it: the deepest first.

    What lies over the part itself is drawn over it, too. Where it would hide the part it is glass: then the picture
    shows both, and neither in front of what it lies behind. Bones and cords are never glass: they would pale.
    """

    area: Anatomy
    frame: Frame
    painted: tuple[Anatomy, ...]
    joined_to: tuple[Anatomy, ...]

    @property
    def shown_first(self) -> str:
        """Name the layer that is shown from the start: a bone that ends in the void, for one, nobody understands."""
        if wraps(self.area):
            return "muscles"
        on_bones = self.area.structure in _ON_BONES or (
            self.area.structure in {StructureKind.MUSCLE, StructureKind.REGION}
            and any(one.structure is StructureKind.BONE for one in self.joined_to)
        )
        return "bones" if on_bones else ""

    @property
    def layers(self) -> tuple[tuple[str, str, bool], ...]:
        """The layers that a reader can switch, from the inside out."""
        found = []
        for key, kinds in _LAYERS.items():
            there = {one.structure for one in self.painted if self._layer(one) == key}
            if key == "bones" and self.other_bones:
                there.add(StructureKind.BONE)
            words = joined([_WORDS[kind] for kind in kinds if kind in there]).replace(
                " and cushions and", ", cushions and"
            )
            if there:
                found.append((key, words[0].upper() + words[1:], key == self.shown_first))
        return tuple(found)

    @property
    def below(self) -> tuple[Anatomy, ...]:
        """What lies deeper than the part itself. A place on the skin, and a wrapping, lie over everything."""
        if wraps(self.area) or INK_OF[self.area.structure] is Ink.WORKED:
            return self.painted
        order = list(self.frame.plate.regions)
        own = order.index(self.area.drawn_as)
        return tuple(one for one in self.painted if order.index(one.drawn_as) < own)

    @property
    def above(self) -> tuple[Anatomy, ...]:
        """What lies over the part itself."""
        return self.painted[len(self.below) :]

    def draw(self, own: Markup) -> Iterator[Markup]:
        """Draw it all around the drawing of the part itself, with what is switched together in groups."""
        if self.other_bones:
            bones = self.frame.draw(self.other_bones, Ink.BONE, Ink.EDGE, 1.1)
            yield group([bones], display=self._display("bones"))
        yield from self._drawn(self.below)
        yield own
        yield from self._drawn(self.above)

    def _drawn(self, structures: Sequence[Anatomy]) -> Iterator[Markup]:
        regions = self.frame.plate.regions
        for (key, is_glass), members in groupby(structures, key=lambda one: (self._layer(one), self._hides(one))):
            shapes = [show_structure(self.frame, regions[one.drawn_as], one.structure) for one in members]
            switched = {"display": self._display(key)}
            yield group(shapes, **(switched if key else {}), **({"opacity": _GLASS} if is_glass else {}))

    def _display(self, layer: str) -> str:
        return f"var(--picture-{layer},{'inline' if layer == self.shown_first else 'none'})"

    @property
    def other_bones(self) -> tuple[Shape, ...]:
        """The bones in the frame that no page tells of: they complete the skeleton."""
        return tuple(self.frame.seen(self.frame.plate.other_bones))

    def _hides(self, one: Anatomy) -> bool:
        """Whether a broad structure would hide some of the part that the picture is about."""
        is_broad = one.structure in _BROAD and one in self.above
        regions = self.frame.plate.regions
        return is_broad and _lies_over(self.frame.plate, regions[one.drawn_as], regions[self.area.drawn_as])

    def over(self, one: Anatomy) -> list[Region]:
        """List what a picture paints over one of its structures from the start, and so hides it."""
        regions = self.frame.plate.regions
        after = self.painted[self.painted.index(one) + 1 :]
        hiding = [regions[other.drawn_as] for other in after if self._layer(other) in ("", self.shown_first)]
        own = one in self.below and not wraps(self.area) and INK_OF[self.area.structure] is not Ink.WORKED
        return [*hiding, regions[self.area.drawn_as]] if own else hiding

    def over_itself(self) -> list[Region]:
        """List what a picture paints over the part itself from the start."""
        regions = self.frame.plate.regions
        return [regions[one.drawn_as] for one in self.above if self._layer(one) in ("", self.shown_first)]

    def _layer(self, one: Anatomy) -> str:
        """The layer of a structure: none where the picture's own part is joined to it."""
        if one in self.joined_to:
            return ""
        return next(key for key, kinds in _LAYERS.items() if one.structure in kinds)


def surroundings_of(area: Anatomy, body: Body, frame: Frame) -> Surroundings:
    """Gather what a plate shows around a body part, each structure that enough is seen of."""
    plate = frame.plate
    joined_to = body.areas(area.connects)
    seen = [
        other
        for other in as_painted(plate, [*joined_to, *body.drawn_on(plate), *_bones_on(plate, body)])
        if other.id != area.id and other.drawn_as != area.drawn_as and not _is_surface(other)
    ]
    own = plate.regions[area.drawn_as]
    hiding = {
        other.id
        for other in seen
        if other.structure is StructureKind.BONE
        and other not in joined_to
        and _lies_over(plate, plate.regions[other.drawn_as], own)
    }
    seen = [
        other
        for other in seen
        if visible_part(frame, plate.regions[other.drawn_as]).is_enough
        and (other.id not in hiding or _is_surface(area))
    ]
    first = Surroundings(area, frame, tuple(seen), tuple(other for other in seen if other in joined_to))
    known = (
        other
        for other in first.joined_to
        if visible_part(frame, plate.regions[other.drawn_as], tuple(first.over(other))).is_enough
    )
    return Surroundings(area, frame, first.painted, tuple(known))


@lru_cache(maxsize=DRAWN_ONCE)
def _lies_over(plate: Plate, region: Region, own: Region) -> bool:
    """Whether a structure hides some of another that lies deeper, as the kneecap does the bands within the knee."""
    order = list(plate.regions)
    return order.index(region.id) > order.index(own.id) and any(
        outer.holds(point) for outer, inner in ((own, region), (region, own)) for s in inner.shapes for point in s.edge
    )


def _bones_on(plate: Plate, body: Body) -> list[Anatomy]:
    """List all bones that a plate has, for a skeleton with gaps is wrong, from whatever side it is told of."""
    return [one for one in body.parts.values() if one.structure is StructureKind.BONE and one.drawn_as in plate.regions]


def _is_surface(area: Anatomy) -> bool:
    """Whether it is a place on the skin, or wraps a whole limb: neither is a layer beside others."""
    return area.structure in _ON_THE_SKIN or wraps(area)


def wraps(area: Anatomy) -> bool:
    """Whether it wraps a whole limb."""
    return area.structure is StructureKind.TISSUE and area.part is Part.WHOLE_LEG
