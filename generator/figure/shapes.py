"""What the figure is drawn with: smooth shapes through a few points, in millimetres of a person 1.70 m tall.

In the planes of the leg `y` is the height above the floor; `x` is the distance from the middle of the body, outwards
(coronal), or forwards from the line through hip and ankle (sagittal). In the plane of the sole `y` runs from the heel
to the toes and `x` outwards from the middle of the foot; in the foot's sagittal plane `x` runs from the heel forwards.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

_STEPS: Final = 8
"""Straight pieces for each piece of a curve, where positions are measured; finer than 2 mm at the largest."""


class Point(NamedTuple):
    """A place in a plane, in mm."""

    x: float
    y: float


class Piece(NamedTuple):
    """One piece of a cubic Bézier curve."""

    start: Point
    first: Point
    second: Point
    end: Point


class Box(NamedTuple):
    """An upright box, in mm."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Its width in mm."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Its height in mm."""
        return self.top - self.bottom

    @property
    def corners(self) -> tuple[Point, ...]:
        """Its four corners."""
        return tuple(Point(x, y) for x in (self.left, self.right) for y in (self.bottom, self.top))

    def around(self, other: "Box") -> "Box":
        """The smallest box that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


def box_of(points: Iterable[tuple[float, float]]) -> Box:
    """Find the smallest box that holds all points."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def through(*numbers: float) -> tuple[Point, ...]:
    """Read points from their numbers, x and y in turn. A point given twice is a corner."""
    return tuple(Point(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True))


def mirrored(points: Iterable[Point]) -> tuple[Point, ...]:
    """Draw the same on the other side of the middle."""
    return tuple(Point(-x, y) for x, y in points)


_BANDS: Final = 64
"""Into how many level bands a shape is cut: each then has a few of the hundreds of pieces of its edge."""


@dataclass(frozen=True, eq=False)
class Area:
    """A closed shape, filled."""

    points: tuple[Point, ...]

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Its edge as curves."""
        return tuple(smooth(self.points, closed=True))

    @cached_property
    def edge(self) -> tuple[Point, ...]:
        """Its edge as a fine polygon."""
        return tuple(flatten(self.pieces))

    @cached_property
    def box(self) -> Box:
        """The box around it."""
        return box_of(self.edge)

    def holds(self, point: Point) -> bool:
        """Tell whether a place lies in it."""
        left, bottom, right, top = self.box
        if not (left <= point.x <= right and bottom <= point.y <= top):
            return False
        inside = False
        for (x1, y1), (x2, y2) in self._bands[self._band_of(point.y)]:
            if (y1 > point.y) != (y2 > point.y) and point.x < (x2 - x1) * (point.y - y1) / (y2 - y1) + x1:
                inside = not inside
        return inside

    @cached_property
    def _bands(self) -> tuple[tuple[tuple[Point, Point], ...], ...]:
        """The pieces of the edge by the level bands that they run through: a place needs those of its own band only."""
        bands: tuple[list[tuple[Point, Point]], ...] = tuple([] for _ in range(_BANDS))
        for start, end in pairwise((*self.edge, self.edge[0])):
            low, high = sorted((self._band_of(start.y), self._band_of(end.y)))
            for band in bands[low : high + 1]:
                band.append((start, end))
        return tuple(map(tuple, bands))

    def _band_of(self, y: float) -> int:
        height = self.box.top - self.box.bottom
        return min(_BANDS - 1, int(_BANDS * (y - self.box.bottom) / height)) if height else 0


@dataclass(frozen=True, eq=False)
class Cord:
    """A line of some width (mm): a tendon, a ligament, a nerve, a vessel, or a crease of the skin."""

    points: tuple[Point, ...]
    width: float

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Its course as curves."""
        return tuple(smooth(self.points, closed=False))

    @cached_property
    def edge(self) -> tuple[Point, ...]:
        """Its course as a fine line."""
        return tuple(flatten(self.pieces))

    @cached_property
    def box(self) -> Box:
        """The box around its course."""
        return box_of(self.edge)

    def holds(self, point: Point) -> bool:
        """Tell whether a place lies on it."""
        return any(_distance_to(point, a, b) <= self.width / 2 for a, b in pairwise(self.edge))


Shape = Area | Cord


def smooth(points: Sequence[Point], *, closed: bool) -> Iterator[Piece]:
    """Lay a smooth curve through points: a centripetal Catmull-Rom spline (Yuksel 2011, doi 10.1016/j.cad.2010.08.008).

    It never overshoots or loops between its points. A point given twice in a row ends one curve and begins the next.
    """
    bare = [point for index, point in enumerate(points) if index == 0 or point != points[index - 1]]
    sharp = {points[i] for i in range(1, len(points)) if points[i] == points[i - 1]}
    if closed and bare[0] == bare[-1]:
        sharp.add(bare.pop())
    count = len(bare)
    for index in range(count if closed else count - 1):
        start, end = bare[index], bare[(index + 1) % count]
        before = bare[index - 1] if (closed or index > 0) and start not in sharp else start
        after = bare[(index + 2) % count] if (closed or index + 2 < count) and end not in sharp else end
        yield Piece(start, _handle(before, start, end), _handle(after, end, start), end)


def thinned(shape: Shape, tolerance: float) -> Shape:
    """Leave out the points of a shape that change its course by less than `tolerance` mm; its corners stay.

    After Ramer (Computer Graphics and Image Processing, 1972) and Douglas and Peucker (Cartographica, 1973).
    """
    points = shape.points
    fixed = {0, len(points) - 1} | {i for i in range(1, len(points)) if points[i] == points[i - 1]}
    fixed |= {i - 1 for i in fixed if i and points[i] == points[i - 1]}
    if isinstance(shape, Area):
        fixed.add(max(range(len(points)), key=lambda i: math.dist(points[0], points[i])))
    kept = sorted(fixed | {i for a, b in pairwise(sorted(fixed)) for i in _needed_between(points, a, b, tolerance)})
    few = tuple(points[i] for i in kept)
    if isinstance(shape, Area):
        return Area(few) if len(few) > 2 else shape  # noqa: PLR2004 (two points enclose nothing)
    return Cord(few, shape.width)


def _needed_between(points: Sequence[Point], first: int, last: int, tolerance: float) -> Iterator[int]:
    if last - first < 2:  # noqa: PLR2004 (nothing lies between neighbours)
        return
    farthest = max(range(first + 1, last), key=lambda i: _distance_to(points[i], points[first], points[last]))
    if _distance_to(points[farthest], points[first], points[last]) > tolerance:
        yield farthest
        yield from _needed_between(points, first, farthest, tolerance)
        yield from _needed_between(points, farthest, last, tolerance)


def _handle(beyond: Point, here: Point, there: Point) -> Point:
    """Place the handle of a curve that comes from `beyond` and leaves `here` for `there`."""
    span, back = math.sqrt(math.dist(here, there)), math.sqrt(math.dist(beyond, here))
    if back == 0:
        return Point(here.x + (there.x - here.x) / 3, here.y + (there.y - here.y) / 3)
    weight = 3 * back * (back + span)
    own = 2 * back**2 + 3 * back * span + span**2
    x = (back**2 * there.x - span**2 * beyond.x + own * here.x) / weight
    y = (back**2 * there.y - span**2 * beyond.y + own * here.y) / weight
    return Point(x, y)


def flatten(pieces: Iterable[Piece]) -> Iterator[Point]:
    """Cut curves into short straight pieces."""
    for number, (a, b, c, d) in enumerate(pieces):
        if number == 0:
            yield a
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            p, q, r, s = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            yield Point(p * a.x + q * b.x + r * c.x + s * d.x, p * a.y + q * b.y + r * c.y + s * d.y)


def _distance_to(point: Point, a: Point, b: Point) -> float:
    length = math.dist(a, b)
    if length == 0:
        return math.dist(point, a)
    t = max(0.0, min(1.0, ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length**2))
    return math.dist(point, (a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)))
