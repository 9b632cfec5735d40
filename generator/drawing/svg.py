"""Writing SVG: paths in relative coordinates to a tenth of a unit, which is what keeps a picture small."""

import math
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple

from markupsafe import Markup

from generator.drawing.ink import Ink
from generator.figure.shapes import Piece

_ONE: Final = 10
"""Tenths of a unit in a unit."""

_NO_BEND: Final = 4
"""Tenths of a unit by which a handle may lie elsewhere, and nobody sees it: the curve moves by half as much."""


class Spot(NamedTuple):
    """A place in a picture, in its units: about the pixels of a narrow phone. `y` runs downwards."""

    x: float
    y: float

    def towards(self, angle: float, distance: float) -> "Spot":
        """The place some way off, at an angle in degrees: 0 is right, 90 is up."""
        turn = math.radians(angle)
        return Spot(self.x + distance * math.cos(turn), self.y - distance * math.sin(turn))


def angle_from(a: Spot, b: Spot) -> float:
    """The angle in degrees at which one place lies from another: 0 is right, 90 is up."""
    return math.degrees(math.atan2(a.y - b.y, b.x - a.x))


def number(value: float) -> str:
    """Write a number to a tenth, as short as it goes."""
    return _written(round(value * 10))


def curve_data(pieces: Iterable[Piece], *, closed: bool) -> str:
    """Write the data of a path through pieces that are given in units of the picture.

    A straight piece is written as a line, and a piece that goes on as the one before came as a smooth curve, which
    needs no first handle.
    """
    data: list[str] = []
    x = y = 0
    onward: tuple[int, int] | None = None
    for piece in pieces:
        (a, b), (c, d), (e, f) = ((round(one.x * 10) - x, round(one.y * 10) - y) for one in piece[1:])
        if not data:
            x, y = round(piece.start.x * 10), round(piece.start.y * 10)
            data.append(f"M{_joined((x, y))}")
            a, b, c, d, e, f = a - x, b - y, c - x, d - y, e - x, f - y
        if _is_straight(a, b, c, d, e, f):
            data.append("l" + _joined((e, f)))
            onward = None
        elif onward and abs(a - onward[0]) <= _NO_BEND and abs(b - onward[1]) <= _NO_BEND:
            data.append("s" + _joined((c, d, e, f)))
            onward = e - c, f - d
        else:
            data.append("c" + _joined((a, b, c, d, e, f)))
            onward = e - c, f - d
        x, y = x + e, y + f
    return "".join(data) + ("z" if closed else "")


def _is_straight(a: int, b: int, c: int, d: int, e: int, f: int) -> bool:
    """Tell whether a curve's handles lie between its ends and on the line between them, as near as nobody sees."""
    length = e * e + f * f
    forwards = 0 <= a * e + b * f <= length and 0 <= c * e + d * f <= length
    return forwards and max(abs(a * f - b * e), abs(c * f - d * e)) <= _NO_BEND * math.sqrt(length)


def line_data(spots: Sequence[Spot], *, closed: bool = False) -> str:
    """Write the data of a path of straight lines."""
    x, y = round(spots[0].x * 10), round(spots[0].y * 10)
    data = [f"M{_joined((x, y))}"]
    for spot in spots[1:]:
        to_x, to_y = round(spot.x * 10), round(spot.y * 10)
        data.append("l" + _joined((to_x - x, to_y - y)))
        x, y = to_x, to_y
    return "".join(data) + ("z" if closed else "")


def _joined(tenths: Iterable[int]) -> str:
    """Write numbers side by side; a minus sign parts them as well as a space, and so does a second point."""
    words = ""
    has_point = False
    for value in tenths:
        written = _written(value)
        parts = written[0] == "-" or not words or (written[0] == "." and has_point)
        words += written if parts else f" {written}"
        has_point = "." in written
    return words


@cache
def _written(tenths: int) -> str:
    """Write tenths as a number, without a nought that says nothing."""
    return f"{tenths / 10:g}".replace("0.", ".", 1) if abs(tenths) < _ONE else f"{tenths / 10:g}"


def path(data: str, **paint: object) -> Markup:
    """Write a path. Attributes are given with underscores for hyphens; those that are None are left out."""
    return Markup(f'<path d="{data}"{attributes(paint)}/>')  # noqa: S704 (our own data)


def group(content: Iterable[Markup], **paint: object) -> Markup:
    """Write a group whose paint all its parts share; nothing where it has no parts."""
    inside = Markup("").join(content)
    return Markup(f"<g{attributes(paint)}>{inside}</g>") if inside else Markup("")  # noqa: S704 (joined as Markup)


def attributes(paint: dict[str, object]) -> Markup:
    """Write attributes, numbers to a tenth. No value comes from the content: the words of a picture are its text."""
    written = (
        f' {_name(name)}="{number(value) if isinstance(value, float) else value}"'
        for name, value in paint.items()
        if value is not None
    )
    return Markup("".join(written))  # noqa: S704 (our own words)


def tile(corner: Spot, width: float, height: float, ink: Ink) -> Markup:
    """Write the rounded ground that a drawing stands on."""
    return Markup('<rect x="{}" y="{}" width="{}" height="{}" rx="10" fill="{}"/>').format(
        number(corner.x), number(corner.y), number(width), number(height), ink
    )


def clip(corner: Spot, width: float, height: float, content: Markup) -> Markup:
    """Show content within a box alone. An inner `svg` clips without an id, which two pictures could share."""
    box = [number(value) for value in (corner.x, corner.y, width, height)]
    return Markup('<svg x="{0}" y="{1}" width="{2}" height="{3}" viewBox="{0} {1} {2} {3}">{4}</svg>').format(
        *box, content
    )


@cache
def _name(keyword: str) -> str:
    return keyword.rstrip("_").replace("_", "-")


def words_at(
    spot: Spot, words: str, size: float, *, anchor: str = "start", ink: Ink = Ink.TEXT, bold: bool = False
) -> Markup:
    """Write words, cased in the paper's colour so that they can be read over any line."""
    return Markup("<text{}>{}</text>").format(
        attributes(
            {
                "x": spot.x,
                "y": spot.y,
                "font_size": number(size),
                "text_anchor": None if anchor == "start" else anchor,
                "font_weight": 700 if bold else None,
                "fill": ink,
            }
        ),
        words,
    )
