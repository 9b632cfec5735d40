"""Strokes on the body: marks and hands, laid where the content says, and nowhere that must not be pressed."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from markupsafe import Markup

from generator.drawing.courses import (
    CLEAR_MM,
    around,
    clearance,
    crosses,
    length_of,
    point_along,
)
from generator.drawing.frame import DRAWN_ONCE, Frame
from generator.drawing.hand_on_frame import HandOnFrame, Hands
from generator.drawing.hand_places import choose_hands, hand_of
from generator.drawing.marks import HALF_ACROSS, WEIGHTS, Mark, arrow, draw_marks, onwards
from generator.drawing.placing import Place, draw_painted
from generator.drawing.stroke_courses import ALONG, AT_ONE_PLACE, FINE_STEPS, CourseLayer
from generator.drawing.stroke_marks import MARK_RADIUS, MarkMaker
from generator.drawing.svg import Spot
from generator.figure.hands import Hand
from generator.figure.paint import Painted
from generator.figure.plate import Region
from generator.figure.plates import LEG_PLATES
from generator.figure.shapes import Area, Point, thinned
from generator.model.kinds.technique import IN_ORDER, Direction, Pressure, Stroke, StrokeKind

_GAP: Final = 40.0
"""Units between marks that repeat along a course."""

_MOST_MARKS: Final = 4
_HEAD_BETWEEN: Final = 8.0
_LEAST_RING, _MOST_RING = 4, 6
_RUNS_ON: Final = ALONG | {StrokeKind.CIRCLE}
_LARGEST_HAND, _SMALLEST_HAND = 0.62, 0.3
"""Units a mm: a hand keeps its true size beside the leg, and does not hide the foot or the knee that it works on."""

_MOST_OF_FRAME, _HAND_MM = 0.52, 180.0
"""A hand takes up at most this part of its frame."""

_FINEST: Final = 0.6
"""Units: a bend of less than this in a hand nobody sees; two hands would else take half the bytes of a picture."""

_FINE_FROM: Final = 0.6
"""Units a mm, below which nobody sees the nails."""

_WEIGHT_OF_DOTS: Final = 0.6
"""Rings lie close together: finer lines keep them apart, and their size tells the pressure too."""

_SMALLEST_MARKS, _LARGE_FRAME = 0.66, 190.0
"""In a frame smaller than a square of this many units marks shrink with it, or they would hide the place."""

_BROADEST: Final = 0.6
"""Parts of its height that a picture of a leg counts as wide: beside that the tile is empty."""

_SMALLEST_MARK: Final = 0.5
"""A mark where there is little room shrinks to this part of itself at most."""

_HALF_A_HEAD: Final = 7.0


@dataclass(frozen=True)
class StrokeOnBody:
    """A stroke laid on a frame: its marks, where its hands lie, and the courses (in mm) along which it runs."""

    marks: tuple[Mark, ...]
    hand: Hand
    hands: tuple[Place, ...]
    courses: tuple[tuple[Point, ...], ...]
    weight: float
    size: float = 1.0

    def spots(self, frame: Frame) -> list[Spot]:
        """List places on its courses, which the names keep off."""
        return [frame.at(point_along(course, part / 10)) for course in self.courses for part in range(11)]

    @property
    def outlines_of_hands(self) -> list[tuple[Spot, ...]]:
        """The outlines of its hands in the picture, under which no name's line can end."""
        shapes = [one.shape for one in self.hand.plain if isinstance(one.shape, Area)]
        return [tuple(place.at(point) for point in shape.edge) for place in self.hands for shape in shapes]

    def draw_hands(self) -> Markup:
        """Draw the hands, which lie below the marks."""
        return Markup("").join(self._draw_hand(place) for place in self.hands)

    def draw_marks(self) -> Markup:
        """Draw the marks."""
        return draw_marks(self.marks, self.weight, self.size)

    def _draw_hand(self, place: Place) -> Markup:
        painted = self.hand.painted if place.scale >= _FINE_FROM else self.hand.plain
        return draw_painted(_thinned(painted, _FINEST / place.scale), place)


@lru_cache(maxsize=DRAWN_ONCE)
def _thinned(painted: tuple[Painted, ...], tolerance: float) -> tuple[Painted, ...]:
    return tuple(Painted(thinned(one.shape, tolerance), one.paint) for one in painted)


@lru_cache(maxsize=DRAWN_ONCE)
def lay_stroke(
    frame: Frame,
    stroke: Stroke,
    pressure: Pressure,
    areas: tuple[Region, ...],
    ends: tuple[Region | None, Region | None],
    keep_off: tuple[Region, ...],
    spare_mm: float = 0.0,
    *,
    own_hands: bool = False,
) -> StrokeOnBody:
    """Lay a stroke on the areas of a frame; `ends` are where it starts and ends, as far as the frame shows them.

    `spare_mm` is by how much the frame can still be widened for a hand; own hands are those of who owns the leg.
    """
    width = min(frame.width, _BROADEST * frame.height) if frame.plate in LEG_PLATES else frame.width
    size = max(_SMALLEST_MARKS, min(1.0, math.sqrt(width * frame.height) / _LARGE_FRAME))
    weight = WEIGHTS[str(pressure.value)] * size
    if stroke.kind in {StrokeKind.PRESS, StrokeKind.TAP}:
        weight *= _WEIGHT_OF_DOTS
    return _Layer(frame, stroke, weight, size, keep_off, spare_mm, own_hands=own_hands).lay(areas, ends)


class _Layer:
    def __init__(
        self,
        frame: Frame,
        stroke: Stroke,
        weight: float,
        size: float,
        keep_off: Sequence[Region],
        spare_mm: float,
        *,
        own_hands: bool,
    ) -> None:
        self.spare_mm = spare_mm
        self.own_hands = own_hands
        self.frame = frame
        self.stroke = stroke
        self.weight = weight
        self.size = size
        self.radius_mm = self._radius() / frame.scale
        self.keep_off = keep_off
        self.layer = CourseLayer(frame, stroke, keep_off, size, self.radius_mm)

    def _radius(self) -> float:
        """How far a mark reaches from its middle, and the head of an arrow from its line, in units."""
        if self.stroke.kind is StrokeKind.PRESS:
            return 7 * self.size + 3.3 * self.weight
        if self.stroke.kind is StrokeKind.CROSS_FIBRE:
            return HALF_ACROSS * self.size + self.weight / 2
        return (_HALF_A_HEAD if self.stroke.kind in ALONG else MARK_RADIUS) * self.size + self.weight / 2

    def lay(self, areas: Sequence[Region], ends: tuple[Region | None, Region | None]) -> StrokeOnBody:
        """Lay it: in a ring around what must not be pressed, along courses, or at places of them."""
        courses, is_between = self.layer.courses(areas, ends)
        ring = self._ring(courses)
        if ring is not None:
            points = around(*ring, self._count_around(*ring))
            courses, stations = [around(*ring, 4 * _LEAST_RING)], [[_Station(point, self.size) for point in points]]
        elif self.stroke.kind in _RUNS_ON:
            courses = self.layer.lanes(courses) if is_between else self.layer.stopping(courses, areas)
            stations = [] if self.stroke.kind in ALONG else self._stations(courses)
        else:
            courses = [
                part for course in courses for part in self.layer.clear_parts(course, areas if is_between else ())
            ]
            stations = self._stations(courses)
        marks = self._marks(stations, courses)
        if self.stroke.kind in ALONG:
            both = self.stroke.direction is Direction.TO_AND_FRO
            marks = [arrow(self._spots(course), self.weight, self.size, both_ends=both) for course in courses]
        elif ring is None and (is_between or self.stroke.direction in IN_ORDER):
            marks += self._order([[one for places in stations for one in places]] if is_between else stations)
        hands = self._hands(courses, [one.point for places in stations for one in places])
        return StrokeOnBody(tuple(marks), hand_of(self.stroke), hands, tuple(courses), self.weight, self.size)

    def _ring(self, courses: Sequence[tuple[Point, ...]]) -> tuple[Region, float] | None:
        """Circle around what must not be pressed where a course would run over it: around what, and how far off."""
        if self.stroke.kind is not StrokeKind.CIRCLE or len(courses) != 1:
            return None
        on_it = [one for one in self.keep_off if crosses((courses[0][0], courses[0][-1]), (one,), 0)]
        return (on_it[0], max(CLEAR_MM, self.radius_mm + self.weight / self.frame.scale)) if on_it else None

    def _count_around(self, region: Region, clear: float) -> int:
        """Count the marks that a ring has room for."""
        length = math.pi * (region.box.width / 2 + region.box.height / 2 + 2 * clear)
        return _MOST_RING if length / _MOST_RING > 3 * self.radius_mm else _LEAST_RING

    def _stations(self, courses: Sequence[tuple[Point, ...]]) -> list[list["_Station"]]:
        """Choose the places of marks on each course, none on another."""
        gap = 2 * MARK_RADIUS * self.size
        taken: list[Spot] = []
        stations: list[list[_Station]] = []
        for course in courses:
            here = []
            for station in self._stations_on(course):
                spot = self.frame.at(station.point)
                if all(math.dist(spot, other) >= gap for other in taken):
                    here.append(station)
                    taken.append(spot)
            stations.append(here)
        return stations

    def _stations_on(self, course: tuple[Point, ...]) -> list["_Station"]:
        """Choose places on a course; where all are near to what must not be pressed, a small mark in the clearest."""
        length = length_of(self._spots(course))
        count = max(1, min(_MOST_MARKS, round(length / (_GAP * self.size))))
        if self.stroke.kind in AT_ONE_PLACE:
            count = 1
        parts = [0.5] if count == 1 else [place / (count - 1) for place in range(count)]
        points = [point_along(course, part) for part in parts]
        clear = [point for point in points if clearance(point, self.keep_off) >= self.radius_mm]
        if clear:
            return [_Station(point, self.size) for point in clear]
        every = [point_along(course, step / FINE_STEPS) for step in range(FINE_STEPS + 1)]
        clearest = max(every, key=lambda point: min(clearance(point, self.keep_off), self.radius_mm))
        room = min(1.0, clearance(clearest, self.keep_off) / self.radius_mm)
        return [_Station(clearest, self.size * max(_SMALLEST_MARK, room))]

    def _marks(self, stations: Sequence[Sequence["_Station"]], courses: Sequence[tuple[Point, ...]]) -> list[Mark]:
        maker = MarkMaker(self.frame, self.stroke, self.weight)
        return [
            maker.at(one.point, course, one.size)
            for course, places in zip(courses, stations, strict=False)
            for one in places
        ]

    def _order(self, stations: Sequence[Sequence["_Station"]]) -> list[Mark]:
        """Show between the marks in which order they are done."""
        and_back = self.stroke.direction is Direction.TO_AND_FRO
        least = 2 * self.radius_mm + _HEAD_BETWEEN * self.size / self.frame.scale
        return [
            onwards(self.frame.at(a), self.frame.at(b), self.size, and_back=and_back)
            for line in stations
            for (a, _), (b, _) in pairwise(line)
            if math.dist(a, b) > least and clearance(point_along((a, b), 0.5), self.keep_off) > CLEAR_MM
        ]

    def _spots(self, course: Sequence[Point]) -> list[Spot]:
        return [self.frame.at(point) for point in course]

    def _hands(self, courses: Sequence[tuple[Point, ...]], points: Sequence[Point]) -> Hands:
        hand = hand_of(self.stroke)
        if not hand.plain or not courses:
            return ()
        most = _MOST_OF_FRAME * min(self.frame.width, self.frame.height) / _HAND_MM
        scale = min(_LARGEST_HAND, max(_SMALLEST_HAND, self.frame.scale), most)
        on_frame = HandOnFrame(self.frame, hand, scale, self.keep_off, self.spare_mm, self.own_hands)
        return choose_hands(on_frame, self.stroke, courses, points)


class _Station(NamedTuple):
    """Where a mark lies, and how large it is there."""

    point: Point
    size: float
