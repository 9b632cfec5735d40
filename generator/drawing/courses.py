"""Where a stroke runs on the body: along a structure, from one to another, and around what must not be pressed."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from generator.drawing.frame import outline_of
from generator.figure.plate import Region
from generator.figure.shapes import Point, Shape

CLEAR_MM: Final = 12.0
"""Millimetres between the middle of a stroke and what must not be pressed: a finger's width from its edge."""

NEAR_END, FAR_END = 0.12, 0.88
"""Parts of the length of a place between which a stroke is done, where nothing else is told."""


def point_along(axis: Sequence[Point], part: float) -> Point:
    """Find the place some part of the way along a line: 0 is its first end, 1 its last."""
    lengths = [math.dist(a, b) for a, b in pairwise(axis)]
    left = part * sum(lengths)
    for (a, b), length in zip(pairwise(axis), lengths, strict=True):
        if left <= length and length:
            return Point(a.x + (b.x - a.x) * left / length, a.y + (b.y - a.y) * left / length)
        left -= length
    return axis[-1]


def course_within(
    region: Region, *, backwards: bool, ends: tuple[float, float] = (NEAR_END, FAR_END)
) -> tuple[Point, ...]:
    """Run along a structure, a little inside its ends."""
    parts = [ends[0] + (ends[1] - ends[0]) * step / 3 for step in range(4)]
    course = tuple(point_along(region.axis, part) for part in parts)
    return course[::-1] if backwards else course


def course_between(
    start: Region, end: Region, via: Iterable[Region] = (), ends: tuple[float, float] = (NEAR_END, FAR_END)
) -> tuple[Point, ...]:
    """Run from the far end of one structure to the far end of another, through what lies between.

    `ends` are the parts of their lengths between which they are worked.
    """
    first = _farthest(start.axis, point_along(end.axis, 0.5), ends)
    last = _farthest(end.axis, point_along(start.axis, 0.5), ends)
    between = [mid for region in via if 0.25 < _share(first, last, mid := point_along(region.axis, 0.5)) < 0.75]  # noqa: PLR2004
    if between:
        return (first, between[0], last)
    return tuple(point_along((first, last), part) for part in (0, 0.2, 0.4, 0.6, 0.8, 1))


def length_of(line: Sequence[tuple[float, float]]) -> float:
    """Measure a line."""
    return sum(math.dist(a, b) for a, b in pairwise(line))


def thinned_line(run: Sequence[Point]) -> tuple[Point, ...]:
    """Keep as many places of a line as its curve needs: its ends, and three between."""
    return tuple(point_along(run, step / 4) for step in range(5))


def in_lanes(
    course: Sequence[Point], body: Sequence[Shape], share: float
) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Part a course in two, each some share of the way to the edge of the body on its side."""
    lanes: tuple[list[Point], list[Point]] = ([], [])
    for index, point in enumerate(course):
        a, b = course[max(0, index - 1)], course[min(len(course) - 1, index + 1)]
        length = math.dist(a, b) or 1.0
        across = Point(-(b.y - a.y) / length, (b.x - a.x) / length)
        reaches = [distance_to_edge(body, point, Point(sign * across.x, sign * across.y)) for sign in (1, -1)]
        for lane, sign in zip(lanes, (1, -1), strict=True):
            reach = min(reaches[0], reaches[1], reaches[(1 - sign) // 2])
            lane.append(Point(point.x + sign * across.x * reach * share, point.y + sign * across.y * reach * share))
    return tuple(lanes[0]), tuple(lanes[1])


def lanes_beside(
    course: Sequence[Point], body: Sequence[Shape], forbidden: Sequence[Region], clear: float
) -> list[tuple[Point, ...]]:
    """Part a course in two as near to its middle as what must not be pressed allows; nothing where it does not."""
    for share in (0.5, 0.6, 0.7, 0.8):
        lanes = in_lanes(course, body, share)
        if not any(crosses(lane, forbidden, clear) for lane in lanes):
            return list(lanes)
    return []


def distance_to_edge(body: Sequence[Shape], point: Point, direction: Point) -> float:
    """How far it is from a place to the edge of the body in a direction (of length 1), in mm; 0 outside it."""
    (x, y), (across, up) = point, direction
    distances: list[float] = []
    for shape in body:
        if not shape.holds(point):
            continue
        edge = outline_of(shape)
        for (ax, ay), (bx, by) in pairwise((*edge, edge[0])):
            side, other = (ax - x) * up - (ay - y) * across, (bx - x) * up - (by - y) * across
            if (side > 0) != (other > 0):
                away = ((ax - x) * (by - ay) - (ay - y) * (bx - ax)) / (across * (by - ay) - up * (bx - ax))
                if away > 0:
                    distances.append(away)
    return min(distances, default=0.0)


def crosses(course: Sequence[Point], forbidden: Iterable[Region], clear: float = CLEAR_MM) -> bool:
    """Tell whether a course comes too near to what must not be pressed."""
    dense = [point_along((a, b), step / 8) for a, b in pairwise(course) for step in range(9)]
    return any(is_near(point, region, clear) for region in forbidden for point in dense)


def is_near(point: Point, region: Region, clear: float = CLEAR_MM) -> bool:
    """Tell whether a place lies in a region, or nearer to it than it should."""
    box = region.box
    if not (box.left - clear <= point.x <= box.right + clear and box.bottom - clear <= point.y <= box.top + clear):
        return False
    return region.holds(point) or any(
        math.dist(point, corner) < clear for shape in region.shapes for corner in outline_of(shape)
    )


def clearance(point: Point, forbidden: Iterable[Region]) -> float:
    """How far a place lies from what must not be pressed, in mm; 0 in it."""
    return min(
        (
            0.0
            if region.holds(point)
            else min(math.dist(point, corner) for shape in region.shapes for corner in outline_of(shape))
            for region in forbidden
        ),
        default=math.inf,
    )


def side_by_side(courses: Sequence[tuple[Point, ...]], gap: float) -> list[tuple[Point, ...]]:
    """Leave out each course that runs along one before it, nearer than a gap."""
    kept: list[tuple[Point, ...]] = []
    for course in courses:
        points = [point_along(course, step / 8) for step in range(9)]
        if not any(_runs_along(points, other, gap) for other in kept):
            kept.append(course)
    return kept


def _runs_along(points: Sequence[Point], other: tuple[Point, ...], gap: float) -> bool:
    """Whether more than a third of places on a line lie near another line."""
    on_it = [point_along(other, step / 24) for step in range(25)]
    near = sum(min(math.dist(point, one) for one in on_it) < gap for point in points)
    return near * 3 > len(points)


def clear_part(course: tuple[Point, ...], forbidden: Sequence[Region], clear: float = CLEAR_MM) -> tuple[Point, ...]:
    """Keep the longest part of a course that stays clear of what must not be pressed; nothing where no part does."""
    if not crosses(course, forbidden, clear):
        return course
    steps = [point_along(course, step / 24) for step in range(25)]
    runs: list[list[Point]] = [[]]
    for point in steps:
        if any(is_near(point, region, clear) for region in forbidden):
            runs.append([])
        else:
            runs[-1].append(point)
    longest = max(runs, key=len)
    return tuple(longest[:: max(1, len(longest) // 5)]) if len(longest) > 2 else ()  # noqa: PLR2004 (a line)


def around(region: Region, clear: float, count: int) -> tuple[Point, ...]:
    """Lay places in a ring around a region, clear of its edge."""
    box = region.box
    middle = Point((box.left + box.right) / 2, (box.bottom + box.top) / 2)
    across, up = box.width / 2 + clear, box.height / 2 + clear
    turns = (2 * math.pi * (place + 0.5) / count for place in range(count))
    return tuple(Point(middle.x + across * math.sin(turn), middle.y + up * math.cos(turn)) for turn in turns)


def _farthest(axis: Sequence[Point], other: Point, ends: tuple[float, float]) -> Point:
    return max((point_along(axis, part) for part in ends), key=lambda end: math.dist(end, other))


def _share(start: Point, end: Point, point: Point) -> float:
    """How far along the straight way from start to end a place lies: 0 at the start, 1 at the end."""
    run = Point(end.x - start.x, end.y - start.y)
    length = run.x**2 + run.y**2 or 1.0
    return ((point.x - start.x) * run.x + (point.y - start.y) * run.y) / length
