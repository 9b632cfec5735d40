"""The courses of a stroke: along each place or from one to another, clear of what must not be pressed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Final

from generator.drawing.courses import (
    CLEAR_MM,
    FAR_END,
    NEAR_END,
    course_between,
    course_within,
    crosses,
    is_near,
    lanes_beside,
    length_of,
    point_along,
    side_by_side,
    thinned_line,
)
from generator.drawing.frame import Frame
from generator.drawing.stroke_marks import MARK_RADIUS
from generator.figure.plate import Region
from generator.figure.plates import LEG_PLATES
from generator.figure.shapes import Point
from generator.model.kinds.technique import Direction, HandPart, Stroke, StrokeKind

ALONG: Final = frozenset({StrokeKind.GLIDE, StrokeKind.ROLL})
AT_ONE_PLACE: Final = frozenset(
    {
        *(StrokeKind.STRETCH, StrokeKind.PULL, StrokeKind.TWIST, StrokeKind.HOLD, StrokeKind.SQUEEZE),
        StrokeKind.CROSS_FIBRE,
    }
)

FINE_STEPS: Final = 48
"""Steps of a course, so that no place to keep off lies between two: 17 mm along the whole leg."""

_ON_BELLY: Final = frozenset({StrokeKind.KNEAD, StrokeKind.TAP, StrokeKind.PRESS})

_BELLY: Final = (0.17, 0.76)
"""The part of a muscle of the leg that is thick and soft: below it runs out into its cord, near a joint."""

_SOME: Final = 2
"""Areas, up to which two flat hands work side by side; on more there is one line each, or nobody could read them."""

_NARROW_MM: Final = 65.0
"""A narrower place has no room for two hands side by side."""

_MOST_KEPT: Final = 0.4
"""The part of a course that must be clear for a stroke to stop before what must not be pressed, not to pass it."""

_LEAST_CLEAR_MM: Final = 4.0
"""Millimetres that a course stays clear of what must not be pressed, even where there is little room."""

_SHORTEST: Final = 30.0
"""Units: a shorter arrow is nearly all head, and nobody would know where it runs."""


@dataclass(frozen=True)
class CourseLayer:
    """Lays the courses of one stroke in one frame, for marks of a size that reach so many mm from their middle."""

    frame: Frame
    stroke: Stroke
    keep_off: Sequence[Region]
    size: float
    radius_mm: float

    def courses(
        self, areas: Sequence[Region], ends: tuple[Region | None, Region | None]
    ) -> tuple[list[tuple[Point, ...]], bool]:
        """Find where it would run, and whether that is from one place to another."""
        start, end = ends
        if start is not None and end is not None and start is not end:
            between = [area for area in areas if area is not start and area is not end]
            return [course_between(start, end, between, self._part_of(NEAR_END, FAR_END))], True
        backwards = self.stroke.direction is Direction.UPWARDS
        on_belly = self.stroke.kind in _ON_BELLY and self.frame.plate in LEG_PLATES
        part = self._part_of(*(_BELLY if on_belly else (NEAR_END, FAR_END)))
        return [course_within(area, backwards=backwards, ends=part) for area in areas], False

    def _part_of(self, near: float, far: float) -> tuple[float, float]:
        """Tell between which parts of a place's length the stroke is done: what is told, or else `near` and `far`."""
        stroke = self.stroke
        return (
            near if stroke.free_above is None else stroke.free_above / 100,
            far if stroke.free_below is None else 1 - stroke.free_below / 100,
        )

    def lanes(self, courses: Sequence[tuple[Point, ...]]) -> list[tuple[Point, ...]]:
        """Run past what must not be pressed, or in two lanes for two flat hands; with no room beside it, lift off."""
        alone = len(courses) <= _SOME
        return [lane for course in courses for lane in self._parted(course, alone=alone) or self.clear_parts(course)]

    def stopping(self, courses: Sequence[tuple[Point, ...]], areas: Sequence[Region]) -> list[tuple[Point, ...]]:
        """Run on each place for itself, and stop before what must not be pressed; go past it where most is near it."""
        parts: list[tuple[Point, ...]] = []
        for course in courses:
            runs = self.clear_parts(course)
            longest = max(runs, key=length_of, default=())
            parts.append(longest if runs and length_of(longest) > _MOST_KEPT * length_of(course) else course)
        if self.stroke.kind in ALONG:
            long = [part for part in parts if length_of(part) * self.frame.scale >= _SHORTEST * self.size]
            parts = side_by_side(long or parts, 2 * MARK_RADIUS * self.size / self.frame.scale)
        alone = len(parts) <= _SOME and all(area.box.width >= _NARROW_MM for area in areas)
        return [lane for part in parts for lane in self._parted(part, alone=alone)]

    def clear_parts(self, course: tuple[Point, ...], areas: Sequence[Region] = ()) -> list[tuple[Point, ...]]:
        """Leave out of a course where a mark would lie on what must not be pressed, or else what is very near to it.

        Leave out what lies on none of the areas too, if any are given. Of a stroke at one place the longest part stays.
        """
        points = [point_along(course, step / FINE_STEPS) for step in range(FINE_STEPS + 1)]
        on_areas = [any(is_near(point, area) for area in areas) for point in points]
        off_areas = [any(on_areas) and not on for on in on_areas]
        for clear in (max(CLEAR_MM, self.radius_mm), CLEAR_MM, 2 * _LEAST_CLEAR_MM, _LEAST_CLEAR_MM):
            near = [any(is_near(point, one, clear) for one in self.keep_off) for point in points]
            out = [one or other for one, other in zip(near, off_areas, strict=True)]
            if not any(out):
                return [course]
            runs = [
                [one for _, one in run] for off, run in groupby(zip(out, points, strict=True), itemgetter(0)) if not off
            ]
            parts = [
                thinned_line(run[len(run) // 8 : -(len(run) // 8) or None] if areas else run)
                for run in runs
                if len(run) > 1
            ]
            if parts:
                return [max(parts, key=length_of)] if self.stroke.kind in AT_ONE_PLACE else parts
        return []

    def _parted(self, course: tuple[Point, ...], *, alone: bool) -> list[tuple[Point, ...]]:
        """Part a course in two for two flat hands, or around what must not be pressed."""
        must = crosses(course, self.keep_off)
        is_near_only = must and not crosses(course, self.keep_off, _LEAST_CLEAR_MM)
        wanted = alone and self.stroke.hand is HandPart.FLAT_HANDS and self.stroke.kind is StrokeKind.GLIDE
        if not must and not wanted:
            return [course]
        lanes = lanes_beside(course, self.frame.plate.skin, self.keep_off, _LEAST_CLEAR_MM)
        return lanes or ([] if must and not is_near_only else [course])
