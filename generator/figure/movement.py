"""Where an exercise moves the body: the course of an arrow, in mm; axes as in `skeleton.py`."""

import math
from typing import Final

from generator.figure.posed_body import PosedBody
from generator.figure.shapes import Point
from generator.figure.skeleton import direction_of, moved

_CHAINS: Final = (
    ("hip", "knee", "ankle", "toes"),
    ("hip", "shoulder", "head"),
    ("other_hip", "other_knee", "other_ankle"),
)
"""The joints that turn about one another, from the trunk outwards."""

_BEYOND: Final = {"knee": 85.0, "toes": 75.0, "head": 48.0}
"""Mm by which the way lies outside what moves, so that it does not hide it; an ankle's lies in the room it leaves."""

_LEAST_WAY_MM: Final = 40.0
"""A joint that moves less does not show where the movement goes."""

_AT_REST: Final = 0.2
"""A joint that moves by a smaller part of the longest way is what the others turn about."""

_FARTHER: Final = 1.5
"""The next joint shows a movement, unless one beyond it goes so many times as far."""

_PARTS: Final = (0.0, 0.3, 0.6, 1.0)
"""Parts of a way at which its points lie: the last piece is long enough for the head of the arrow."""

_SHORTEST_ARC_MM: Final = 200.0
"""A shorter arc begins farther back, so that it is seen to be one."""

_STEP_HEIGHT: Final = 0.5
"""How high a foot is shown to step, in parts of the length of its step."""

_ON_FLOOR_MM: Final = 130.0
"""An ankle that is no higher stands on the floor, or its heel is a little lifted."""

_TRIM, _TRIM_OF_ANKLE = 0.06, 0.2
"""Parts of a way that are left out at its end: before a foot more, for the head of the arrow would lie on it."""

_SEEN_FROM_ABOVE: Final = 0.8
"""What turns by less of its way than this comes towards us, and its way is a straight line in the picture."""


def way_of(body: PosedBody, start: PosedBody) -> tuple[Point, ...]:
    """Lay the way from the start to where the body is now; nothing where it hardly moved."""
    ways = {name: math.dist(start.joints[name], body.joints[name]) for name in start.joints if name in body.joints}
    longest = max((ways[name] for chain in _CHAINS for name in chain if name in ways), default=0.0)
    if longest < _LEAST_WAY_MM:
        return ()
    chain = next(chain for chain in _CHAINS if any(ways.get(name) == longest for name in chain))
    joints = [name for name in chain if name in ways]
    first = next(i for i, name in enumerate(joints) if ways[name] > _AT_REST * longest)
    mover = joints[first]
    if longest > _FARTHER * ways[mover]:
        mover = max(joints[first:], key=lambda name: ways[name])
    begin, end = start.joints[mover], body.joints[mover]
    if mover == "ankle" and max(begin.y, end.y) < _ON_FLOOR_MM:
        return _step(begin, end)
    if first == 0:
        return begin, end
    hubs = start.joints[joints[first - 1]], body.joints[joints[first - 1]]
    return _turn(*hubs, begin, end, _BEYOND.get(mover, 0.0), _TRIM_OF_ANKLE if mover == "ankle" else _TRIM)


def _step(begin: Point, end: Point) -> tuple[Point, ...]:
    """Lift the way of a foot off the floor, where it is seen."""
    low, rise = max(begin.y, end.y) + 70, 2 * abs(end.x - begin.x) * _STEP_HEIGHT
    return tuple(Point(begin.x + part * (end.x - begin.x), low + rise * part * (1 - part)) for part in _PARTS)


def _turn(hub: Point, hub_now: Point, begin: Point, end: Point, beyond: float, trim: float) -> tuple[Point, ...]:
    """Lay an arc about the joint that something turns about, a little shorter than its whole way."""
    first, last = direction_of(hub, begin), direction_of(hub_now, end)
    sweep = (last - first + 180) % 360 - 180
    way = math.dist(begin, end)
    if math.radians(abs(sweep)) * math.dist(hub, end) < _SEEN_FROM_ABOVE * way:
        return begin, moved(end, direction_of(begin, end), beyond)
    radii = math.dist(hub, begin) + beyond, math.dist(hub_now, end) + beyond
    arc = math.radians(abs(sweep)) * radii[1]
    since = min(_TRIM, 1 - trim - _SHORTEST_ARC_MM / arc)
    parts = [since + (1 - trim - since) * part for part in _PARTS]
    return tuple(
        moved(_between(hub, hub_now, part), first + part * sweep, radii[0] + part * (radii[1] - radii[0]))
        for part in parts
    )


def _between(one: Point, other: Point, part: float) -> Point:
    return Point(one.x + part * (other.x - one.x), one.y + part * (other.y - one.y))
