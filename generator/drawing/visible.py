"""What a reader sees of a structure: not what lies outside of the tile, nor below what is drawn over it."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from generator.drawing.frame import DRAWN_ONCE, Frame, outline_of
from generator.drawing.svg import Spot
from generator.figure.plate import Region
from generator.figure.shapes import Point

_ROWS: Final = 30
_LEAST_ROW: Final = 1.5
"""Units between the rows that a structure is cut into: small things are cut finer, but not finer than a pen sees."""

_RIM: Final = 4.0
"""Units along the edge of the tile in which nothing is pointed at: there a reader takes a part for a speck."""

_ENOUGH_AREA: Final = 420.0
_ENOUGH_SHARE: Final = 0.12
_LEAST_AREA: Final = 50.0
_LEAST_HEIGHT: Final = 11.0
"""Square units, share and units of a structure that must show for a reader to know what it is."""

_DEEP: Final = 7.0
"""Units: a place as far as this from the edge of a structure is as good as one that is farther."""

_WORTH: Final = 3.0
"""What a unit of depth is worth beside the way to the middle."""

_CROWDED: Final = 19.0
"""Units from one name's height to another's below which their lines run close together."""

Span = tuple[float, float]
Outline = tuple[Spot, ...]
"""A closed line in the picture."""


class _Place(NamedTuple):
    """A place of a structure, the number of its row, and where what shows of the structure there begins and ends."""

    spot: Spot
    row: int
    left: float
    right: float


@dataclass(frozen=True)
class Visible:
    """What shows of a structure, in rows from left to right; `whole` is all its area in square units."""

    rows: tuple[tuple[float, tuple[Span, ...]], ...]
    step: float
    whole: float

    @cached_property
    def area(self) -> float:
        """How much of it shows, in square units."""
        return self.step * sum(right - left for _, spans in self.rows for left, right in spans)

    @property
    def is_enough(self) -> bool:
        """Tell whether so much of it shows that a reader knows what it is."""
        height = self.step * sum(bool(spans) for _, spans in self.rows)
        much = self.area >= _ENOUGH_AREA or self.area >= _ENOUGH_SHARE * self.whole
        return much and self.area >= _LEAST_AREA and height >= _LEAST_HEIGHT

    def spot(self, taken: Sequence[Spot]) -> Spot | None:
        """Find the place that a name's line leads to: well inside, near the middle, and on no other name's height."""
        places = self._places
        if not places:
            return None
        breadth = sum(place.right - place.left for place in places)
        middle_x = sum(place.spot.x * (place.right - place.left) for place in places) / breadth
        middle_y = sum(place.spot.y * (place.right - place.left) for place in places) / breadth

        def cost(spot: Spot) -> float:
            x, y = spot
            near = upon = 0.0
            for other_x, other_y in taken:
                above = abs(y - other_y)
                if above < _CROWDED:
                    near += _CROWDED - above
                    if abs(x - other_x) + above < _CROWDED:
                        upon += 40.0
            away = abs(y - middle_y) * 0.15 + abs(x - middle_x) * 0.06
            return away + near * 0.5 + upon - 0.06 * x

        best, least = None, math.inf
        for costs, number in sorted((cost(place.spot), number) for number, place in enumerate(places)):
            if costs - _WORTH * _DEEP >= least:
                break
            whole = costs - _WORTH * min(self._depth(places[number]), _DEEP)
            if whole < least:
                best, least = places[number].spot, whole
        return best

    @cached_property
    def _places(self) -> tuple["_Place", ...]:
        """All places that a line could lead to."""
        return tuple(
            _Place(Spot(left + (right - left) * share, y), index, left, right)
            for index, (y, spans) in enumerate(self.rows)
            for left, right in spans
            for share in (0.5, 0.3, 0.7)
        )

    def _depth(self, place: "_Place") -> float:
        """How far a place is from the edge of what shows, in units, as far as that matters."""
        (x, _), index, left, right = place
        aside = min(_DEEP, x - left, right - x) * 0.7
        reach = (self._reach(index, x + shift, way) for shift in (-aside, 0.0, aside) for way in (-1, 1))
        return min(x - left, right - x, *reach)

    def _reach(self, index: int, x: float, way: int) -> float:
        """How far it goes on above or below a place, in units, as far as that matters."""
        rows = 0.5
        while 0 <= (index := index + way) < len(self.rows) and rows * self.step < _DEEP:
            if not any(left <= x <= right for left, right in self.rows[index][1]):
                break
            rows += 1
        return rows * self.step


@lru_cache(maxsize=DRAWN_ONCE)
def visible_part(
    frame: Frame, region: Region, over: tuple[Region, ...] = (), hands: tuple[Outline, ...] = ()
) -> Visible:
    """Find what shows of a structure in a tile below what is drawn over it; of hands the outlines are given."""
    edges = [[frame.at(point) for point in outline_of(shape)] for shape in region.shapes]
    covers: list[Sequence[Spot]] = [
        [frame.at(point) for point in outline_of(shape)] for one in over for shape in one.shapes
    ]
    covers.extend(hands)
    low, high = (end(spot.y for edge in edges for spot in edge) for end in (min, max))
    top, bottom = max(low, frame.top + _RIM), min(high, frame.top + frame.height - _RIM)
    whole_step = max((high - low) / _ROWS, 0.1)
    whole = whole_step * sum(b - a for spans in rows_of(edges, low, whole_step, _ROWS) for a, b in spans)
    if bottom <= top:
        return Visible((), 1.0, whole)
    step = max((bottom - top) / _ROWS, _LEAST_ROW)
    count = max(1, int((bottom - top) / step))
    left, right = frame.left + _RIM, frame.left + frame.width - _RIM
    rows = []
    for place, (own, hidden) in enumerate(
        zip(rows_of(edges, top, step, count), rows_of(covers, top, step, count), strict=True)
    ):
        spans = ((max(a, left), min(b, right)) for a, b in own)
        rows.append((top + (place + 0.5) * step, tuple(_without([one for one in spans if one[0] < one[1]], hidden))))
    return Visible(tuple(rows), step, whole)


def spot_of(
    frame: Frame,
    region: Region,
    taken: Sequence[Spot] = (),
    over: Iterable[Region] = (),
    hands: Iterable[Outline] = (),
) -> Spot:
    """Find the place of a structure that a name's line leads to, even where hardly any of it shows."""
    regions = tuple(over)
    for covers, outlines in ((regions, tuple(hands)), (regions, ()), ((), ())):
        spot = visible_part(frame, region, covers, outlines).spot(taken)
        if spot:
            return spot
    box = region.box
    return frame.at(Point((box.left + box.right) / 2, (box.bottom + box.top) / 2))


def rows_of(edges: Sequence[Sequence[Spot]], top: float, step: float, count: int) -> list[list[Span]]:
    """Cut closed shapes into rows and list what each row holds of them."""
    rows: list[list[Span]] = [[] for _ in range(count)]
    for edge in edges:
        crossings: list[list[float]] = [[] for _ in range(count)]
        for a, b in pairwise((*edge, edge[0])):
            (x1, y1), (x2, y2) = (a, b) if a.y <= b.y else (b, a)
            first = max(0, int((y1 - top) / step - 0.5))
            last = min(count - 1, int((y2 - top) / step + 0.5))
            for place in range(first, last + 1):
                y = top + (place + 0.5) * step
                if y1 <= y < y2:
                    crossings[place].append(x1 + (x2 - x1) * (y - y1) / (y2 - y1))
        for spans, found in zip(rows, crossings, strict=True):
            found.sort()
            spans.extend(zip(found[::2], found[1::2], strict=False))
    return rows


def _without(spans: list[Span], hidden: Iterable[Span]) -> list[Span]:
    for start, end in hidden:
        spans = [
            part
            for left, right in spans
            for part in ((left, min(right, start)), (max(left, end), right))
            if part[0] < part[1]
        ]
    return spans
