"""Where the hands of a stroke lie in a picture: on its marks, and never on what must not be pressed."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Final

from generator.drawing.courses import distance_to_edge, length_of, point_along
from generator.drawing.frame import Frame
from generator.drawing.hand_on_frame import COVERED, HandOnFrame, Hands
from generator.drawing.placing import Place
from generator.drawing.svg import Spot, angle_from
from generator.figure.hands import GLIDING, HANDS, Hand
from generator.figure.shapes import Point
from generator.model.kinds.anatomy import View
from generator.model.kinds.technique import Direction, HandPart, Stroke, StrokeKind

_MOVES: Final = frozenset({StrokeKind.GLIDE, StrokeKind.ROLL})
_POINTS_AHEAD: Final = frozenset({HandPart.FLAT_HANDS, HandPart.KNUCKLES, HandPart.FIST})
_HALF_A_HAND_MM: Final = 56.0
"""From the middle of a gliding hand to half-way to the other's thumb."""

_PAIR_MM: Final = 122.0
"""Two hands side by side, without the third of each that may reach beyond the edge of the leg."""

_SMALLEST_OF_PAIR: Final = 0.19
_ALONE: Final = 1.3
"""What weighs against one hand where there are two courses."""

_LATER_PAIR, _SMALL, _SMALL_PAIR = 0.2, 0.8, 4.0
"""What weighs against two hands in a late place, or below this part of their size."""

_SPLAY: Final = 5.0
"""Degrees by which two hands turn to each other, so that their wrists lie apart."""

_FROM_OUTSIDE: Final = (45.0, 70.0, 95.0, 120.0, 150.0, 20.0)
_FROM_ABOVE: Final = (120.0, 105.0, 135.0, 90.0, 150.0, 70.0)
_FROM_ELSEWHERE: Final = (0.0, 20.0, -20.0, 180.0, -45.0, -70.0, -95.0, -120.0)
_FROM_ELSEWHERE_ABOVE: Final = tuple(180.0 - turn for turn in _FROM_ELSEWHERE)
"""Turns of a hand whose arm comes from the outer side of the leg, of one's own leg from above; and others, for where
those do not fit."""

WIDENED_MM: Final = 70.0
"""How far a window is widened for a hand, before the body gets too small."""

_LATER, _TURNED, _ELSEWHERE = 0.3, 0.15, 2.0
"""What weighs against a late place, an odd turn, and an arm from elsewhere."""

_LONG, _UNDER_WAY, _EARLY = 0.5, 3, 1.0
"""A stroke over more than so much of the frame is shown under way, so that the hand does not hide where it starts."""

_GRIP_MM: Final = 70.0
"""From the tip of the thumb to those of the fingers of a hand that grips."""

_BACKS: Final = (0.0, 6.0, 12.0, 26.0)
"""Units that a hand is drawn back from its mark where there is no room for it on the mark."""

_SHRUNK: Final = ((1.0, 0.0), (0.8, 0.35), (0.65, 0.6))
"""Parts of its size in which a hand may be drawn where there is little room, and what weighs against each."""


def hand_of(stroke: Stroke) -> Hand:
    """Choose the hand that a stroke shows: a flat one glides with its fingers together."""
    if stroke.hand is HandPart.FLAT_HANDS and stroke.kind is StrokeKind.GLIDE:
        return GLIDING
    return HANDS[stroke.hand]


def choose_hands(
    hand: HandOnFrame, stroke: Stroke, courses: Sequence[tuple[Point, ...]], points: Sequence[Point]
) -> Hands:
    """Choose where one or two hands lie: the most natural place that covers nothing to keep off; else draw none."""
    best: Hands = ()
    least = COVERED
    for hands, oddity in _natural_places(hand, stroke, courses, points):
        if oddity < least:
            fault = oddity + hand.fault(hands, least - oddity)
            if fault < least:
                best, least = hands, fault
    return best


def _natural_places(
    hand: HandOnFrame, stroke: Stroke, courses: Sequence[tuple[Point, ...]], points: Sequence[Point]
) -> Iterator[tuple[Hands, float]]:
    """List places of the hands, each with how odd it would look."""
    frame, scale, course = hand.frame, hand.scale, courses[0]
    if stroke.kind is StrokeKind.TWIST or stroke.direction is Direction.OUTWARDS:
        yield _from_both_sides(hand, point_along(course, 0.5)), 0.0
    elif stroke.kind is StrokeKind.PULL:
        a, b = (frame.at(point) for point in (course[0], course[-1]))
        for turn in (20.0, -20.0, 0.0, 45.0, -45.0):
            yield (Place(frame.at(points[0]), scale, angle_from(a, b) + 90 + turn),), abs(turn) / 100
    elif stroke.kind is StrokeKind.SQUEEZE and stroke.hand is HandPart.FINGERS_AND_THUMBS:
        yield from _gripping(hand, point_along(course, 0.5))
    elif stroke.kind in _MOVES and stroke.hand in _POINTS_AHEAD:
        yield from _moving(hand, stroke, courses)
    else:
        spots = [frame.at(point) for point in points] or [frame.at(point_along(course, n / 3)) for n in range(4)]
        yield from _from_outside(hand, spots)


def _moving(hand: HandOnFrame, stroke: Stroke, courses: Sequence[tuple[Point, ...]]) -> Iterator[tuple[Hands, float]]:
    """Point the way the stroke runs; of a stroke to and fro also the other way. Own hands point down their leg."""
    frame, scale = hand.frame, hand.scale
    back = 180.0 if hand.reaches_down and courses[0][-1].y > courses[0][0].y else 0.0
    early = _EARLY if length_of([frame.at(point) for point in courses[0]]) > _LONG * frame.height else 0.0
    for step in range(8):
        if len(courses) == 2 and stroke.hand is HandPart.FLAT_HANDS:  # noqa: PLR2004 (a hand for each)
            fitting = min(scale, _scale_of_pair(frame, courses, step / 10))
            if fitting >= _SMALLEST_OF_PAIR:
                small = _SMALL_PAIR * max(0.0, _SMALL - fitting / min(scale, frame.scale))
                yield _pair(frame, courses, step / 10, fitting, back), step * _LATER_PAIR + small
            yield (_ahead(frame, _midway(*courses), step / 10, scale, back),), _ALONE + step * _LATER
        else:
            ahead = _ahead(frame, courses[0], step / 10, scale, back)
            yield (ahead,), step * _LATER + (early if step < _UNDER_WAY else 0.0)
            if stroke.direction is Direction.TO_AND_FRO:
                yield (replace(ahead, turn=ahead.turn + 180),), 0.1 + step * _LATER


def _from_outside(hand: HandOnFrame, spots: Sequence[Spot]) -> Iterator[tuple[Hands, float]]:
    """Come from the outer side of the leg: an arm between the legs would seem to reach for the other one."""
    frame, scale, window = hand.frame, hand.scale, hand.frame.plate.window
    middle = frame.at(Point((window.left + window.right) / 2, 0)).x
    for later, spot in enumerate(spots):
        side = 1 if spot.x >= middle - 1 else -1
        above, ahead = (_FROM_ABOVE, _FROM_ELSEWHERE_ABOVE), (_FROM_OUTSIDE, _FROM_ELSEWHERE)
        for elsewhere, turns in enumerate(above if hand.reaches_down else ahead):
            for place, turn in enumerate(turns):
                oddity = later * _LATER + place * _TURNED + elsewhere * _ELSEWHERE
                for back, (share, small) in product(_BACKS, _SHRUNK):
                    fingers = spot.towards(side * turn - 90, back)
                    mirrored = side * turn < 0 and not hand.reaches_down
                    yield (Place(fingers, scale * share, side * turn, mirrored),), oddity + back / 10 + small


def _ahead(frame: Frame, course: tuple[Point, ...], part: float, scale: float, back: float) -> Place:
    spot, beyond = frame.at(point_along(course, part)), frame.at(point_along(course, part + 0.05))
    return Place(spot, scale, angle_from(spot, beyond) - 90 + back)


def _midway(one: Sequence[Point], other: Sequence[Point]) -> tuple[Point, ...]:
    """Run in the middle between two courses."""
    pairs = [(point_along(one, step / 4), point_along(other, step / 4)) for step in range(5)]
    return tuple(Point((a.x + b.x) / 2, (a.y + b.y) / 2) for a, b in pairs)


def _scale_of_pair(frame: Frame, courses: Sequence[tuple[Point, ...]], part: float) -> float:
    """Find in which scale two hands side by side fit on the body at some part of their courses."""
    a, b = (point_along(course, part) for course in courses)
    middle = Point((a.x + b.x) / 2, (a.y + b.y) / 2)
    length = math.dist(a, b) or 1.0
    reaches = [
        distance_to_edge(frame.plate.skin, middle, Point(sign * (b.x - a.x) / length, sign * (b.y - a.y) / length))
        for sign in (-1, 1)
    ]
    return 2 * min(reaches) * frame.scale / _PAIR_MM


def _pair(frame: Frame, courses: Sequence[tuple[Point, ...]], part: float, scale: float, back: float) -> Hands:
    """Lay two hands side by side, so far apart that neither hides the other.

    Their thumbs lie between them; of own hands that reach behind the leg they lie on the outside.
    """
    one, other = (_ahead(frame, course, part, scale, back) for course in courses)
    if one.spot.x > other.spot.x:
        one, other = other, one
    gap = math.dist(one.spot, other.spot) or 1.0
    push = max(0.0, _HALF_A_HAND_MM * scale - gap / 2)
    across = angle_from(one.spot, other.spot)
    turn = one.turn + ((other.turn - one.turn + 180) % 360 - 180) / 2
    splay = _SPLAY if math.cos(math.radians(turn)) > 0 else -_SPLAY
    one_is_left = (splay > 0) != (back > 0 and frame.plate.view is View.BACK)
    return (
        Place(one.spot.towards(across, -push), scale, turn - splay, mirrored=one_is_left),
        Place(other.spot.towards(across, push), scale, turn + splay, mirrored=not one_is_left),
    )


def _from_both_sides(hand: HandOnFrame, point: Point) -> Hands:
    """Lay two hands at the edges of the body, their fingers towards each other, and neither over the other."""
    frame, scale = hand.frame, hand.scale
    spot = frame.at(point)
    reach = [distance_to_edge(frame.plate.skin, point, Point(sign, 0)) * frame.scale for sign in (-1, 1)]
    if frame.plate.turned:
        reach.reverse()
    reach = [max(one, hand.hand.reach.top * scale) for one in reach]
    return (
        Place(Spot(spot.x - reach[0], spot.y + 14), scale, -75, mirrored=True),
        Place(Spot(spot.x + reach[1], spot.y + 14), scale, 75),
    )


def _gripping(hand: HandOnFrame, point: Point) -> Iterator[tuple[Hands, float]]:
    """Take hold of both edges of the body, as the arrows of a squeeze do, with a hand no larger than life."""
    frame = hand.frame
    spot = frame.at(point)
    breadth = frame.scale * sum(distance_to_edge(frame.plate.skin, point, Point(sign, 0)) for sign in (-1, 1))
    scale = min(frame.scale, breadth / _GRIP_MM)
    for place, turn in enumerate((180.0, 0.0, 160.0, -160.0, 20.0, -20.0)):
        yield (Place(spot, scale, turn),), place * _TURNED
