"""Painted things put into a picture: hands, tools, and bodies in a posture."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

from markupsafe import Markup

from generator.drawing.frame import DRAWN_ONCE, FINEST
from generator.drawing.ink import OF_PAINT, Ink
from generator.drawing.svg import Spot, curve_data, group, path
from generator.figure.paint import Paint, Painted
from generator.figure.shapes import Area, Cord, Piece, Point, Shape, thinned


@dataclass(frozen=True)
class Place:
    """Where the origin of a thing lies in a picture, its scale in units a mm, and its turn in degrees to the left."""

    spot: Spot
    scale: float
    turn: float = 0.0
    mirrored: bool = False

    def at(self, point: Point) -> Spot:
        """Find where a place of the thing lies in the picture."""
        x = -point.x if self.mirrored else point.x
        cosine, sine = self._turned
        return Spot(
            self.spot.x + (x * cosine - point.y * sine) * self.scale,
            self.spot.y - (x * sine + point.y * cosine) * self.scale,
        )

    def point_of(self, spot: Spot) -> Point:
        """Find which place of the thing lies at a place of the picture."""
        x, y = (spot.x - self.spot.x) / self.scale, (self.spot.y - spot.y) / self.scale
        cosine, sine = self._turned
        turned = x * cosine + y * sine
        return Point(-turned if self.mirrored else turned, y * cosine - x * sine)

    @cached_property
    def _turned(self) -> tuple[float, float]:
        """The cosine and the sine of the turn."""
        return math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))

    def data(self, shape: Shape) -> str:
        """Write the data of a shape's path."""
        return _data(self, shape)


@lru_cache(maxsize=DRAWN_ONCE)
def _data(place: Place, shape: Shape) -> str:
    fine = thinned(shape, FINEST / place.scale)
    pieces = (Piece(*(Point(*place.at(point)) for point in piece)) for piece in fine.pieces)
    return curve_data(pieces, closed=isinstance(shape, Area))


def _gathered(items: Iterable[tuple[Painted, str]]) -> Iterator[tuple[Painted, str]]:
    """Gather cords of one paint and one width that follow one another into one path: they cross without edges."""
    for (paint, width), group_of in groupby(items, key=_cord_of):
        run = list(group_of)
        if paint is None or width is None:
            yield from run
        else:
            yield run[0][0], "".join(data for _, data in run)


def _cord_of(item: tuple[Painted, str]) -> tuple[Paint | None, float | None]:
    shape = item[0].shape
    return (item[0].paint, shape.width) if isinstance(shape, Cord) else (None, None)


def draw_painted(painted: Iterable[Painted], place: Place, *, cased: bool = False, line_width: float = 1.1) -> Markup:
    """Draw a thing, shape on shape; `cased` sets it off from what lies below it."""
    items = list(_gathered((one, place.data(one.shape)) for one in painted))
    content: list[Markup] = []
    if cased:
        outside = "".join(data for one, data in items if isinstance(one.shape, Area) and one.paint is not Paint.LINE)
        content.append(path(outside, stroke=Ink.CASING, stroke_width=line_width + 2.6, fill=Ink.CASING))
    for one, data in items:
        if one.paint is Paint.LINE:
            content.append(path(data, fill="none", stroke=Ink.CREASE, stroke_width=line_width))
        elif isinstance(one.shape, Area):
            content.append(path(data, fill=OF_PAINT[one.paint]))
        else:
            width = max(1.5, one.shape.width * place.scale)
            content.append(path(data, fill="none", stroke_width=width + 2 * line_width))
            content.append(path(data, fill="none", stroke=OF_PAINT[one.paint], stroke_width=width))
    return group(content, stroke=Ink.EDGE, stroke_width=line_width, stroke_linecap="round", stroke_linejoin="round")
