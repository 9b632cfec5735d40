"""Brushes for things that are made, not grown: blocks, discs, seams and the signs for warmth and cold; all in mm."""

import math
from typing import Final

from generator.figure.paint import Paint, Painted
from generator.figure.shapes import Area, Cord, Point, mirrored, through

_SEAM: Final = 2.0
"""mm. The width of a seam or an edge that is only a line."""

_LARGE: Final = 22
"""mm. A disc with a larger radius needs more corners to look round."""


def area(paint: Paint, *numbers: float) -> Painted:
    """Paint an area through points."""
    return Painted(Area(through(*numbers)), paint)


def cord(paint: Paint, width: float, *numbers: float) -> Painted:
    """Paint a cord through points."""
    return Painted(Cord(through(*numbers), width), paint)


def line(*numbers: float) -> Painted:
    """Paint a seam or an edge through points."""
    return cord(Paint.LINE, _SEAM, *numbers)


def even(paint: Paint, *numbers: float) -> Painted:
    """Paint a shape of two like halves from the points of its right half, from the bottom up."""
    half = through(*numbers)
    return Painted(Area((*half, *reversed(mirrored(half)))), paint)


def ring(x: float, y: float, *radii: float, corners: int = 8) -> tuple[Point, ...]:
    """Find places around a middle, at each radius in turn."""
    turns = [math.tau * place / corners for place in range(corners)]
    return tuple(
        Point(x + radii[place % len(radii)] * math.cos(turn), y + radii[place % len(radii)] * math.sin(turn))
        for place, turn in enumerate(turns)
    )


def disc(paint: Paint, x: float, y: float, radius: float) -> Painted:
    """Paint a disc."""
    return Painted(Area(ring(x, y, radius, corners=12 if radius > _LARGE else 8)), paint)


def block(paint: Paint, left: float, bottom: float, right: float, top: float, bend: float) -> Painted:
    """Paint a block with rounded corners."""
    return area(
        paint,
        *(left + bend, bottom, left + bend, bottom, right - bend, bottom, right - bend, bottom),
        *(right - bend * 0.3, bottom + bend * 0.3, right, bottom + bend, right, bottom + bend),
        *(right, top - bend, right, top - bend, right - bend * 0.3, top - bend * 0.3),
        *(right - bend, top, right - bend, top, left + bend, top, left + bend, top),
        *(left + bend * 0.3, top - bend * 0.3, left, top - bend, left, top - bend),
        *(left, bottom + bend, left, bottom + bend, left + bend * 0.3, bottom + bend * 0.3),
    )


def steam(x: float, bottom: float, top: float) -> Painted:
    """Draw warmth that rises in a wave."""
    steps = 12
    rise = (top - bottom) / steps
    wave = (Point(x + 9 * math.sin(math.tau * step / 8), bottom + step * rise) for step in range(steps + 1))
    return Painted(Cord(tuple(wave), 8), Paint.WARM)


def snowflake(paint: Paint, x: float, y: float, radius: float, width: float) -> tuple[Painted, ...]:
    """Paint a snowflake of cords."""
    arms = ring(x, y, radius, corners=12)[1::2]
    inner = ring(x, y, radius * 0.62, corners=12)[1::2]
    outer = [(arms[i], inner[i], one) for i in range(6) for one in (-1, 1)]
    twigs = []
    for arm, fork, side in outer:
        turn = math.atan2(arm.y - y, arm.x - x) + side * 0.9
        twigs.append((fork, Point(fork.x + radius * 0.34 * math.cos(turn), fork.y + radius * 0.34 * math.sin(turn))))
    bars = [(arms[i], arms[i + 3]) for i in range(3)]
    return tuple(Painted(Cord(bar, width), paint) for bar in (*bars, *twigs))
