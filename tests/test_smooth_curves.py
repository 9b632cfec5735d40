"""Curves of the figure run as they are meant to, through any points."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from hypothesis import assume, given
from hypothesis import strategies as st

from generator.figure.shapes import Area, Cord, Piece, Point, flatten, mirrored, smooth

_TENTHS: Final = st.integers(-20_000, 20_000).map(lambda tenths: tenths / 10)
PLACES: Final = st.builds(Point, _TENTHS, _TENTHS)
COURSES: Final = st.lists(PLACES, min_size=3, max_size=12, unique=True)
ENDS: Final = st.booleans()


@st.composite
def convex_shapes(draw: st.DrawFn) -> tuple[Point, ...]:
    """Points of a convex shape: places on an ellipse, with no gap of half a turn."""
    count = draw(st.integers(4, 24))
    across, up = draw(st.integers(5, 500)), draw(st.integers(5, 500))
    middle = draw(PLACES)
    shifts = draw(st.lists(st.floats(-0.4, 0.4), min_size=count, max_size=count))
    turns = [2 * math.pi * (number + shift) / count for number, shift in enumerate(shifts)]
    return tuple(Point(middle.x + across * math.cos(turn), middle.y + up * math.sin(turn)) for turn in turns)


def centre_of(points: Sequence[Point]) -> Point:
    return Point(sum(point.x for point in points) / len(points), sum(point.y for point in points) / len(points))


def are_near(pieces: Sequence[Piece], others: Sequence[Piece]) -> bool:
    return len(pieces) == len(others) and all(
        math.dist(point, other) < 1e-6
        for piece, second in zip(pieces, others, strict=True)
        for point, other in zip(piece, second, strict=True)
    )


@given(COURSES, ENDS)
def test_a_curve_passes_through_its_points_in_turn(points: list[Point], closed: bool) -> None:  # noqa: FBT001
    pieces = list(smooth(points, closed=closed))
    assert [piece.start for piece in pieces] == (points if closed else points[:-1])
    assert pieces[-1].end == (points[0] if closed else points[-1])


@given(COURSES, ENDS)
def test_a_curve_has_no_gaps(points: list[Point], closed: bool) -> None:  # noqa: FBT001
    assert all(one.end == other.start for one, other in pairwise(smooth(points, closed=closed)))


@given(COURSES)
def test_a_curve_leaves_a_point_in_the_direction_in_which_it_came(points: list[Point]) -> None:
    for one, other in pairwise(smooth(points, closed=False)):
        came = Point(one.end.x - one.second.x, one.end.y - one.second.y)
        leaves = Point(other.first.x - other.start.x, other.first.y - other.start.y)
        turn = came.x * leaves.y - came.y * leaves.x
        assert abs(turn) <= 1e-6 * max(1.0, math.hypot(*came) * math.hypot(*leaves))


@given(COURSES, st.data())
def test_a_point_given_twice_parts_two_curves(points: list[Point], data: st.DataObject) -> None:
    corner = data.draw(st.integers(1, len(points) - 2))
    whole = list(smooth([*points[:corner], points[corner], *points[corner:]], closed=False))
    before, after = smooth(points[: corner + 1], closed=False), smooth(points[corner:], closed=False)
    assert whole == [*before, *after]


@given(COURSES, ENDS)
def test_a_curve_is_the_same_in_both_directions(points: list[Point], closed: bool) -> None:  # noqa: FBT001
    there = list(smooth(points, closed=closed))
    start = [points[0], *points[:0:-1]] if closed else points[::-1]
    back = [Piece(*piece[::-1]) for piece in smooth(start, closed=closed)][::-1]
    assert are_near(there, back)


@given(COURSES, ENDS)
def test_a_mirrored_curve_is_the_curve_of_mirrored_points(points: list[Point], closed: bool) -> None:  # noqa: FBT001
    of_mirrored = list(smooth(mirrored(points), closed=closed))
    assert of_mirrored == [Piece(*mirrored(piece)) for piece in smooth(points, closed=closed)]


@given(COURSES)
def test_mirrored_twice_is_the_same(points: list[Point]) -> None:
    assert mirrored(mirrored(points)) == tuple(points)


@given(convex_shapes())
def test_a_convex_shape_holds_its_own_middle(points: tuple[Point, ...]) -> None:
    assert Area(points).holds(centre_of(points))


@given(convex_shapes(), PLACES)
def test_a_shape_holds_a_place_where_its_mirror_image_holds_the_mirrored_place(
    points: tuple[Point, ...], place: Point
) -> None:
    there, mirror = Area(points), Area(mirrored(points))
    assume(all(math.dist(place, corner) > 1 for corner in there.edge))
    (image,) = mirrored([place])
    assert there.holds(place) == mirror.holds(image)


@given(COURSES, st.integers(1, 40))
def test_a_cord_holds_its_own_course(points: list[Point], width: int) -> None:
    cord = Cord(tuple(points), width)
    assert all(cord.holds(point) for point in points)


@given(COURSES, ENDS)
def test_a_flattened_curve_begins_and_ends_with_the_curve(points: list[Point], closed: bool) -> None:  # noqa: FBT001
    line = list(flatten(smooth(points, closed=closed)))
    assert math.dist(line[0], points[0]) < 1e-6
    assert math.dist(line[-1], points[0] if closed else points[-1]) < 1e-6


@given(points=COURSES, place=PLACES, corner=st.booleans())
def test_a_place_lies_in_a_shape_where_a_ray_from_it_crosses_the_edge_an_odd_number_of_times(
    points: list[Point],
    place: Point,
    corner: bool,  # noqa: FBT001 (Hypothesis gives it by name)
) -> None:
    area = Area(tuple(points))
    if corner:
        place = Point((points[0].x + points[1].x) / 2, points[0].y)
    crossed = [
        place.x < (b.x - a.x) * (place.y - a.y) / (b.y - a.y) + a.x
        for a, b in pairwise((*area.edge, area.edge[0]))
        if (a.y > place.y) != (b.y > place.y)
    ]
    assert area.holds(place) == (sum(crossed) % 2 == 1)
