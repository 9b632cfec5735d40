"""A plate: the body seen from one side, with the structures that show there.

Shapes, regions and plates are themselves alone (`eq=False`): each stands once in the figure, and to compare or hash
them point by point would take longer than to draw them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, reduce

from generator.figure.shapes import Box, Cord, Point, Shape
from generator.model.kinds.anatomy import View


@dataclass(frozen=True, eq=False)
class Region:
    """A structure of the body in one plane.

    `axis` is the line along which a hand strokes it: from its upper end down, or from the heel to the toes.
    """

    id: str
    shapes: tuple[Shape, ...]
    axis: tuple[Point, ...]

    @cached_property
    def box(self) -> Box:
        """The box around it, in mm."""
        return reduce(Box.around, (shape.box for shape in self.shapes))

    def holds(self, point: Point) -> bool:
        """Tell whether a place lies in it."""
        return any(shape.holds(point) for shape in self.shapes)


@dataclass(frozen=True, eq=False)
class Plate:
    """The body from one side. `window` is what of the plane is shown; `turned` plates show x from right to left.

    `before` is skin that comes towards the reader and hides some of the rest: its areas have no edge of their own, its
    cords are their edge. `other_bones` are those that are no region, for no page tells of them.
    """

    id: str
    view: View
    window: Box
    turned: bool
    skin: tuple[Shape, ...]
    cloth: tuple[Shape, ...]
    creases: tuple[Cord, ...]
    regions: Mapping[str, Region]
    before: tuple[Shape, ...] = ()
    other_bones: tuple[Shape, ...] = ()
