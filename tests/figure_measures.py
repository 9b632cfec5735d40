"""Where the structures of the drawn body lie: distances in mm, measured on its plates."""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import Final

from generator.figure.plate import Plate
from generator.figure.shapes import Area, Box, Cord, Point, Shape

_FINE_MM: Final = 6.0
"""Points on an edge lie at most this far apart where distances are measured."""


@dataclass(frozen=True)
class Seen:
    """Shapes as one plate shows them, the widths of cords included."""

    shapes: tuple[Shape, ...]

    @cached_property
    def box(self) -> Box:
        points = [
            Point(point.x + sign * half, point.y + sign * half)
            for shape in self.shapes
            for half in [_half(shape)]
            for point in shape.edge
            for sign in (-1, 1)
        ]
        xs, ys = zip(*points, strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Points all along its edges."""
        return tuple(point for shape in self.shapes for point in _fine(shape))

    @property
    def top(self) -> float:
        """Its upper end; in the plane of the sole the end towards the toes."""
        return self.box.top

    @property
    def bottom(self) -> float:
        """Its lower end; in the plane of the sole the end towards the heel."""
        return self.box.bottom

    @property
    def height(self) -> float:
        """From end to end, upwards; in the plane of the sole its length."""
        return self.box.height

    @property
    def middle(self) -> Point:
        return Point((self.box.left + self.box.right) / 2, (self.box.bottom + self.box.top) / 2)

    def left(self, height: float) -> float:
        """Its least x at a height: the inner edge, from the side the hind edge, on the sole the big toe's side."""
        return min(self._crossings(height))

    def right(self, height: float) -> float:
        """Its greatest x at a height: the outer edge, from the side the front, on the sole the little toe's side."""
        return max(self._crossings(height))

    def centre(self, height: float) -> float:
        return (self.left(height) + self.right(height)) / 2

    def breadth(self, height: float) -> float:
        return self.right(height) - self.left(height)

    def underside(self, x: float) -> float:
        """Its least y at some x: from the side, how far it stays off the floor."""
        return min(y for shape in self.shapes for y in _crossings(shape, x, across=True))

    def to(self, point: Point) -> float:
        """How far it is from a point: 0 where it holds it."""
        return min(_distance(shape, point) for shape in self.shapes)

    def gap(self, *others: "Seen") -> float:
        """The way to the farthest of other structures: 0 where it touches or overlaps them all."""
        return max(min(_nearest(self, other), _nearest(other, self)) for other in others)

    def _crossings(self, height: float) -> list[float]:
        return [x for shape in self.shapes for x in _crossings(shape, height, across=False)]


@dataclass(frozen=True)
class Look:
    """A look at one plate: its structures by their ids, or one of the shapes that they are drawn with."""

    plate: Plate

    def __call__(self, region: str, piece: int | None = None) -> Seen:
        return _seen(self.plate.regions[region].shapes, piece)

    @property
    def skin(self) -> Seen:
        return _seen(self.plate.skin, None)

    def axis(self, region: str) -> tuple[Point, ...]:
        return self.plate.regions[region].axis


@dataclass(frozen=True)
class Fact:
    """A fact of anatomy and what proves it on each of some plates: measures that do not descend."""

    says: str
    plates: tuple[Plate, ...]
    ascending: Callable[[Look], tuple[float, ...]]


@cache
def _seen(shapes: tuple[Shape, ...], piece: int | None) -> Seen:
    return Seen(shapes if piece is None else (shapes[piece],))


def _half(shape: Shape) -> float:
    return shape.width / 2 if isinstance(shape, Cord) else 0.0


def _sides(shape: Shape) -> Iterator[tuple[Point, Point]]:
    return pairwise((*shape.edge, shape.edge[0]) if isinstance(shape, Area) else shape.edge)


def _crossings(shape: Shape, at: float, *, across: bool) -> Iterator[float]:
    half = _half(shape)
    for one, other in _sides(shape):
        (u1, v1), (u2, v2) = ((one.y, one.x), (other.y, other.x)) if across else (one, other)
        if min(v1, v2) <= at <= max(v1, v2):
            found = u1 if v1 == v2 else u1 + (u2 - u1) * (at - v1) / (v2 - v1)
            yield from (found - half, found + half)


def _fine(shape: Shape) -> Iterator[Point]:
    for a, b in _sides(shape):
        count = max(1, math.ceil(math.dist(a, b) / _FINE_MM))
        yield from (Point(a.x + (b.x - a.x) * n / count, a.y + (b.y - a.y) * n / count) for n in range(count))
    yield shape.edge[-1]


def _nearest(structure: Seen, other: Seen) -> float:
    best = math.inf
    for point in other.points:
        if best and _to_box(structure.box, point) < best:
            best = min(best, structure.to(point))
    return max(0.0, best - max(_half(shape) for shape in other.shapes))


def _to_box(box: Box, point: Point) -> float:
    return math.hypot(
        max(box.left - point.x, 0.0, point.x - box.right), max(box.bottom - point.y, 0.0, point.y - box.top)
    )


def _distance(shape: Shape, point: Point) -> float:
    if shape.holds(point):
        return 0.0
    return max(0.0, min(_to_line(point, a, b) for a, b in _sides(shape)) - _half(shape))


def _to_line(point: Point, a: Point, b: Point) -> float:
    length = math.dist(a, b)
    if length == 0:
        return math.dist(point, a)
    along = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length**2
    part = max(0.0, min(1.0, along))
    return math.dist(point, (a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)))


def cases(facts: Iterable[Fact]) -> dict[str, tuple[Fact, Plate]]:
    """List the facts on each of their plates, under names to read in a report."""
    return {f"{fact.says} ({plate.id})": (fact, plate) for fact in facts for plate in fact.plates}
