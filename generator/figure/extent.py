"""How far painted shapes reach, the widths of their cords included."""

from collections.abc import Iterable

from generator.figure.paint import Painted
from generator.figure.shapes import Box, Cord, Point, box_of


def extent(painted: Iterable[Painted]) -> Box:
    """Find the smallest box that holds all that is painted."""
    corners: list[Point] = []
    for one in painted:
        box, half = box_of(one.shape.edge), one.shape.width / 2 if isinstance(one.shape, Cord) else 0.0
        corners += (Point(box.left - half, box.bottom - half), Point(box.right + half, box.top + half))
    return box_of(corners)
