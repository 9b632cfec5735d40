"""A frame: a plate of the figure, or a part of it, laid out in a picture."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from generator.drawing.ink import Ink
from generator.drawing.svg import Spot, curve_data, group, line_data, path
from generator.figure.plate import Plate, Region
from generator.figure.shapes import Area, Box, Piece, Point, Shape, thinned

FINEST: Final = 0.5
"""Units: a bend of less than this nobody sees, and it need not be written."""

DRAWN_ONCE: Final = 2048
"""How many drawings of each sort are kept: pages that show one place from one side share what it looks like."""

_HATCH_GAP: Final = 6.0
_DOT_GAP: Final = 9.0


@dataclass(frozen=True)
class Frame:
    """A window onto a plate. `left` and `top` are in units of the picture, `scale` in units a mm."""

    plate: Plate
    window: Box
    left: float
    top: float
    scale: float

    @property
    def width(self) -> float:
        """Its width in units of the picture."""
        return self.window.width * self.scale

    @property
    def height(self) -> float:
        """Its height in units of the picture."""
        return self.window.height * self.scale

    def at(self, point: Point) -> Spot:
        """Find where a place of the body lies in the picture."""
        x = self.window.right - point.x if self.plate.turned else point.x - self.window.left
        return Spot(self.left + x * self.scale, self.top + (self.window.top - point.y) * self.scale)

    def place_of(self, spot: Spot) -> Point:
        """Find which place of the body lies at a place of the picture."""
        across, down = (spot.x - self.left) / self.scale, (spot.y - self.top) / self.scale
        x = self.window.right - across if self.plate.turned else self.window.left + across
        return Point(x, self.window.top - down)

    def data(self, shape: Shape) -> str:
        """Write the data of a shape's path."""
        return _data(self, shape)

    def draw(self, shapes: Iterable[Shape], fill: Ink, line: Ink, line_width: float = 1.2, **paint: object) -> Markup:
        """Draw shapes: areas filled and edged, cords as edged lines of their own width."""
        areas: list[Markup] = []
        cords: list[Markup] = []
        for shape in self.seen(shapes):
            if isinstance(shape, Area):
                areas.append(path(self.data(shape)))
            else:
                data, width = self.data(shape), max(1.6, shape.width * self.scale)
                edge = min(2 * line_width, width / 2)
                cords.append(path(data, stroke=line, stroke_width=width + edge))
                cords.append(path(data, stroke=fill, stroke_width=width))
        return group(areas, fill=fill, stroke=line, stroke_width=line_width, stroke_linejoin="round", **paint) + group(
            cords, fill="none", stroke_linecap="round", **paint
        )

    def draw_lines(self, shapes: Iterable[Shape], ink: Ink, width: float = 1.1) -> Markup:
        """Draw shapes as lines alone."""
        lines = "".join(self.data(shape) for shape in self.seen(shapes))
        return group(
            [path(lines)] if lines else [],
            fill="none",
            stroke=ink,
            stroke_width=width,
            stroke_linecap="round",
            stroke_linejoin="round",
        )

    def seen(self, shapes: Iterable[Shape]) -> Iterator[Shape]:
        """List the shapes that the window shows at least a part of."""
        for shape in shapes:
            box, window = shape.box, self.window
            across = box.right > window.left and box.left < window.right
            if across and box.top > window.bottom and box.bottom < window.top:
                yield shape

    def shows_part_of(self, region: Region, least_mm: float = 0.0) -> bool:
        """Tell whether the window shows more than so many mm of a region's height, and some of its width."""
        box, window = region.box, self.window
        across = box.right > window.left and box.left < window.right
        return across and box.bottom < window.top - least_mm and box.top > window.bottom + least_mm

    def shows(self, point: Point) -> bool:
        """Tell whether the window shows a place."""
        box = self.window
        return box.left <= point.x <= box.right and box.bottom <= point.y <= box.top

    def regions(self, ids: Iterable[str]) -> list[Region]:
        """List the regions of the plate among ids, each once."""
        return [self.plate.regions[one] for one in dict.fromkeys(ids) if one in self.plate.regions]

    def hatch(self, region: Region) -> Markup:
        """Hatch a region with slanting lines; computed, for a pattern of SVG's own would need an id."""
        lines = [line_data(ends) for shape in region.shapes for ends in self._hatching(shape)]
        return path("".join(lines), fill="none", stroke=Ink.KEEP_OFF, stroke_width=1.6) if lines else Markup("")

    def dot(self, region: Region) -> Markup:
        """Dot a region: rows of points, each row one broken line, whose dots would else be 20 times as many bytes."""
        rows: list[str] = []
        for shape in region.shapes:
            for start, end in self._rows(shape, _DOT_GAP, 0.0):
                first = math.ceil((start.x + 2 + start.y / 2) / _DOT_GAP) * _DOT_GAP - start.y / 2
                if first < end.x - 1:
                    rows.append(line_data((Spot(first, start.y), Spot(end.x, start.y))))
        if not rows:
            return Markup("")
        return path(
            "".join(rows),
            fill="none",
            stroke=Ink.PAIN,
            stroke_width=3.8,
            stroke_linecap="round",
            stroke_dasharray=f"0 {_DOT_GAP:g}",
        )

    def _hatching(self, shape: Shape) -> Iterator[tuple[Spot, Spot]]:
        return self._rows(shape, _HATCH_GAP, 1.0)

    def _rows(self, shape: Shape, gap: float, slant: float) -> Iterator[tuple[Spot, Spot]]:
        """Cut a shape into rows: lines along which y + slant * x stays the same, `gap` apart, and in the frame."""
        edge = [self.at(point) for point in outline_of(shape)]
        levels = [spot.y + slant * spot.x for spot in edge]
        level = math.ceil(min(levels) / gap) * gap + gap / 2
        while level < max(levels):
            crossings = sorted(_crossings(edge, level, slant))
            for start, end in zip(crossings[::2], crossings[1::2], strict=False):
                ends = Spot(start, level - slant * start), Spot(end, level - slant * end)
                if max(one.y for one in ends) > self.top and min(one.y for one in ends) < self.top + self.height:
                    yield ends
            level += gap


@lru_cache(maxsize=DRAWN_ONCE)
def _data(frame: Frame, shape: Shape) -> str:
    fine = thinned(shape, FINEST / frame.scale)
    pieces = (Piece(*(Point(*frame.at(point)) for point in piece)) for piece in fine.pieces)
    return curve_data(pieces, closed=isinstance(shape, Area))


@lru_cache(maxsize=DRAWN_ONCE)
def outline_of(shape: Shape) -> tuple[Point, ...]:
    """The edge of a shape as a closed polygon; a cord's is made of its two sides."""
    if isinstance(shape, Area):
        return shape.edge
    sides: list[Point] = []
    for sign in (1, -1):
        side = []
        for a, b in pairwise(shape.edge):
            length = math.dist(a, b) or 1.0
            shift = sign * shape.width / 2 / length
            side.append(Point(a.x - (b.y - a.y) * shift, a.y + (b.x - a.x) * shift))
            side.append(Point(b.x - (b.y - a.y) * shift, b.y + (b.x - a.x) * shift))
        sides.extend(side if sign > 0 else reversed(side))
    return tuple(sides)


def _crossings(edge: list[Spot], level: float, slant: float) -> Iterator[float]:
    """Find where the line y + slant * x = level crosses a closed edge, as values of x."""
    for a, b in pairwise((*edge, edge[0])):
        first, second = a.y + slant * a.x - level, b.y + slant * b.x - level
        if (first > 0) != (second > 0):
            yield a.x + (b.x - a.x) * first / (first - second)
