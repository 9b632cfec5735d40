"""Names beside a picture, each with a line to what it names."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from markupsafe import Markup

from generator.drawing.ink import Ink
from generator.drawing.svg import Spot, group, line_data, number, path, words_at

MOST_NAMES: Final = 6
"""Beside a picture is room for no more."""

SIZE: Final = 14.0
_LINE: Final = 16.0
_LETTER: Final = 0.55
"""Mean width of a letter of Atkinson Hyperlegible Next, in its size; measured over our names."""

_GAP: Final = 5.0
_BEND: Final = 10.0
"""Units to the left of the names at which their lines bend."""


@dataclass(frozen=True)
class Named:
    """A name, and the place in the picture that it names."""

    words: str
    spot: Spot
    strong: bool = False


def draw_names(names: Sequence[Named], left: float, width: float, top: float, bottom: float) -> Markup:
    """Set names in a column from `left`, none over another, each as near its place's height as it can be."""
    blocks, tops = _laid(names, left, width, top, bottom)
    lines_data: list[str] = []
    dots: list[str] = []
    words: list[Markup] = []
    for (name, lines), y in zip(blocks, tops, strict=True):
        middle = y + len(lines) * _LINE / 2
        lines_data.append(line_data((Spot(left - 4, middle), Spot(left - _BEND, middle), name.spot)))
        dots.append(f"M{number(name.spot.x)} {number(name.spot.y)}h.1")
        words.extend(
            words_at(Spot(left, y + (row + 0.78) * _LINE), line, SIZE, bold=name.strong)
            for row, line in enumerate(lines)
        )
    if not blocks:
        return Markup("")
    leaders = "".join(lines_data)
    return group(
        [
            path(leaders, fill="none", stroke=Ink.CASING, stroke_width=3.0),
            path(leaders, fill="none", stroke=Ink.STROKE, stroke_width=1.0),
            path("".join(dots), stroke=Ink.CASING, stroke_width=6.8, stroke_linecap="round"),
            path("".join(dots), stroke=Ink.STROKE, stroke_width=4.6, stroke_linecap="round"),
            *words,
        ],
        display="var(--picture-names,inline)",
    )


_Block = tuple[Named, list[str]]


def heights_of_names(
    names: Sequence[Named], left: float, width: float, top: float, bottom: float
) -> list[tuple[float, float, Spot]]:
    """Tell from where to where each name reaches that `draw_names` sets in a column, and where its line ends."""
    blocks, tops = _laid(names, left, width, top, bottom)
    return [(y, y + len(lines) * _LINE, name.spot) for (name, lines), y in zip(blocks, tops, strict=True)]


def _laid(
    names: Sequence[Named], left: float, width: float, top: float, bottom: float
) -> tuple[list[_Block], list[float]]:
    blocks = _uncrossed(
        [(name, wrapped(name.words, width)) for name in sorted(names, key=lambda name: name.spot.y)], left, top, bottom
    )
    return blocks, _tops(blocks, top, bottom)


def _tops(blocks: Sequence[_Block], top: float, bottom: float) -> list[float]:
    """Place names below one another, in their order."""
    tops: list[float] = []
    edge = top
    for name, lines in blocks:
        place = max(edge, name.spot.y - len(lines) * _LINE / 2)
        tops.append(place)
        edge = place + len(lines) * _LINE + _GAP
    limit = bottom
    for index in range(len(blocks) - 1, -1, -1):
        height = len(blocks[index][1]) * _LINE
        tops[index] = min(tops[index], limit - height)
        limit = tops[index] - _GAP
    return tops


def _uncrossed(blocks: list[_Block], left: float, top: float, bottom: float) -> list[_Block]:
    """Swap names until no two of their lines cross. Each swap shortens the lines, so it comes to an end."""
    for _ in range(len(blocks) ** 2):
        ends = [
            (Spot(left - _BEND, y + len(lines) * _LINE / 2), name.spot)
            for (name, lines), y in zip(blocks, _tops(blocks, top, bottom), strict=True)
        ]
        crossed = next(
            (pair for pair in combinations(range(len(blocks)), 2) if _cross(*ends[pair[0]], *ends[pair[1]])), None
        )
        if crossed is None:
            break
        one, other = crossed
        blocks[one], blocks[other] = blocks[other], blocks[one]
    return blocks


def _cross(a: Spot, b: Spot, c: Spot, d: Spot) -> bool:
    """Tell whether the line from a to b crosses that from c to d."""
    return _turn(a, b, c) != _turn(a, b, d) and _turn(c, d, a) != _turn(c, d, b)


def _turn(a: Spot, b: Spot, c: Spot) -> bool:
    return (b.x - a.x) * (c.y - a.y) > (b.y - a.y) * (c.x - a.x)


def wrapped(words: str, width: float) -> list[str]:
    """Break a name into lines of some width in units."""
    lines: list[str] = []
    for word in words.split():
        if lines and (len(lines[-1]) + 1 + len(word)) * SIZE * _LETTER <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
