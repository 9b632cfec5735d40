"""A warm or cold pack laid over a limb, with a cloth below it: in mm, on the plane of the limb's plate."""

from collections.abc import Callable
from typing import Final

from generator.figure.brushes import line, snowflake, steam
from generator.figure.paint import Paint, Painted
from generator.figure.shapes import Area, Point

_HALF_HEIGHT: Final = 62.0
_CLOTH_BEYOND: Final = 13.0
_OVER_THE_EDGE: Final = 5.0
"""Mm that a pack stands out beyond the limb, which it is wrapped round."""

_SAGS: Final = 9.0
"""Mm that the near edge of what is wrapped round a limb lies lower than its sides."""

Edges = Callable[[float], tuple[float, float]]
"""Where the limb's left and right edges are, at a height."""


def drape(paint: Paint, middle: float, edges: Edges) -> tuple[Painted, ...]:
    """Lay a pack over a limb, its middle at a height: `paint` is WARM or COLD."""
    half = _HALF_HEIGHT
    left, right = edges(middle)
    centre = (left + right) / 2
    width = right - left
    seams = tuple(
        line(x, middle + half - _SAGS, x, middle - half - _SAGS)
        for x in (centre - 0.2 * width, centre + 0.2 * width)
        if paint is Paint.WARM
    )
    sign = (
        tuple(steam(centre + shift * width, middle + half + 26, middle + half + 112) for shift in (-0.3, 0, 0.3))
        if paint is Paint.WARM
        else snowflake(Paint.TOOL_DETAIL, centre, middle - _SAGS / 2, 38, 5)
    )
    return (
        Painted(_band(middle, half + _CLOTH_BEYOND, edges, _OVER_THE_EDGE), Paint.CLOTH),
        Painted(_band(middle, half, edges, _OVER_THE_EDGE + 3), paint),
        *seams,
        *sign,
    )


def _band(middle: float, half: float, edges: Edges, beyond: float) -> Area:
    """Draw what is wrapped round a limb: its sides follow the limb, its ends sag towards us."""
    sides: tuple[list[Point], list[Point]] = ([], [])
    for height in (middle + half, middle, middle - half):
        for side, x, sign in zip(sides, edges(height), (-1, 1), strict=True):
            side.append(Point(x + sign * beyond, height))
    left, right = sides
    top = Point((left[0].x + right[0].x) / 2, middle + half - _SAGS)
    bottom = Point((left[2].x + right[2].x) / 2, middle - half - _SAGS)
    return Area(
        (left[0], left[0], top, right[0], right[0], right[1], right[2], right[2], bottom, left[2], left[2], left[1])
    )
