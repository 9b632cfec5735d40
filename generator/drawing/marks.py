"""The marks of movement: what each stroke looks like, apart from where it lies. Their weight is the pressure."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generator.drawing.ink import Ink
from generator.drawing.svg import Spot, angle_from, curve_data, group, line_data, number, path
from generator.figure.shapes import Piece, Point, smooth

WEIGHTS: Final = {"light": 2.4, "moderate": 4.0, "firm": 6.0}
"""Width of a line, in units of the picture, for each pressure: told apart side by side and in grey."""

HALF_ACROSS: Final = 15.0
"""How far a short stroke across the fibres reaches from its middle."""

_CASING: Final = 3.6
_HALF_A_TURN: Final = 180.0


@dataclass(frozen=True)
class Mark:
    """One mark: the data of its lines, and of what is filled."""

    lines: tuple[str, ...] = ()
    fills: tuple[str, ...] = ()

    def __add__(self, other: "Mark") -> "Mark":
        """Draw two marks as one."""
        return Mark(self.lines + other.lines, self.fills + other.fills)


def draw_marks(marks: Iterable[Mark], weight: float, size: float = 1.0) -> Markup:
    """Draw marks in ink with a white casing, so that they show on every skin; `size` shrinks them in a small frame."""
    whole = sum(marks, start=Mark())
    lines, fills = "".join(whole.lines), "".join(whole.fills)
    if not lines and not fills:
        return Markup("")
    strokes = [path(lines, fill="none")] if lines else []
    solid = [path(fills)] if fills else []
    round_ = {"stroke_linecap": "round", "stroke_linejoin": "round"}
    casing = group(
        [
            *(path(lines, fill="none", stroke_width=weight + _CASING * size) for _ in strokes),
            *(path(fills, stroke_width=_CASING * size) for _ in solid),
        ],
        stroke=Ink.CASING,
        fill=Ink.CASING,
        **round_,
    )
    core = group(
        [*(path(lines, fill="none", stroke_width=weight, stroke=Ink.STROKE) for _ in strokes), *solid],
        fill=Ink.STROKE,
        **round_,
    )
    return casing + core


def arrow(spots: Sequence[Spot], weight: float, size: float = 1.0, *, both_ends: bool = False) -> Mark:
    """A long arrow on a smooth line."""
    head = _head_size(weight, size)
    spots = _shortened(spots, head)
    if both_ends:
        spots = tuple(reversed(_shortened(tuple(reversed(spots)), head)))
    pieces = [Piece(*piece) for piece in smooth([Point(*spot) for spot in spots], closed=False)]
    last = pieces[-1]
    fills = [_head(Spot(*last.end), angle_from(Spot(*last.second), Spot(*last.end)), head)]
    if both_ends:
        first = pieces[0]
        fills.append(_head(Spot(*first.start), angle_from(Spot(*first.first), Spot(*first.start)), head))
    return Mark((curve_data(pieces, closed=False),), tuple(fills))


def round_arrow(centre: Spot, radius: float, weight: float, size: float = 1.0) -> Mark:
    """A circular arrow, clockwise as one sees it."""
    start, sweep = 60.0, 290.0
    end = start - sweep
    a, b = centre.towards(start, radius), centre.towards(end, radius)
    r, large = number(radius), int(sweep > _HALF_A_TURN)
    data = f"M{number(a.x)} {number(a.y)}A{r} {r} 0 {large} 1 {number(b.x)} {number(b.y)}"
    return Mark((data,), (_head(b, end - 90, _head_size(weight, size)),))


def bars_across(centre: Spot, fibres: float, weight: float, size: float = 1.0) -> Mark:
    """A short arrow to and fro across the fibres, between two bars that stop it: cross-fibre."""
    across, reach = fibres + 90, HALF_ACROSS * size
    ends = (centre.towards(across, -reach), centre.towards(across, reach))
    stops = "".join(line_data((end.towards(fibres, -7 * size), end.towards(fibres, 7 * size))) for end in ends)
    inside = reach - 2 * size
    shaft = arrow((centre.towards(across, -inside), centre.towards(across, inside)), weight, size, both_ends=True)
    return Mark((*shaft.lines, stops), shaft.fills)


def dot_with_rings(centre: Spot, weight: float, size: float = 1.0) -> Mark:
    """A dot in two rings, which are wider the firmer it is: press and let go."""
    return Mark(
        (_circle(centre, 4.5 * size + 1.4 * weight), _circle(centre, 7 * size + 2.8 * weight)),
        (_circle(centre, 1.6 * size + weight * 0.4),),
    )


def pulse(centre: Spot, size: float = 1.0) -> Mark:
    """A dot with short rays all around: a tap."""
    rays = tuple(
        line_data((centre.towards(turn, 7.5 * size), centre.towards(turn, 12.5 * size))) for turn in range(0, 360, 60)
    )
    return Mark(rays, (_circle(centre, 3.2 * size),))


def facing(left: Spot, right: Spot, weight: float, length: float = 26.0, size: float = 1.0) -> Mark:
    """Two arrows that face each other: squeeze."""
    turn = angle_from(left, right)
    return arrow((left.towards(turn, -length * size), left), weight, size) + arrow(
        (right.towards(turn, length * size), right), weight, size
    )


def paused(centre: Spot, weight: float, size: float = 1.0) -> Mark:
    """Two bars in a ring, as on a player's button: hold still."""
    bars = "".join(
        line_data((Spot(centre.x + x * size, centre.y - 5 * size), Spot(centre.x + x * size, centre.y + 5 * size)))
        for x in (-4, 4)
    )
    return Mark((_circle(centre, 9.5 * size + weight), bars))


def apart(centre: Spot, turn: float, weight: float, reach: float = 34.0, size: float = 1.0) -> Mark:
    """Two arrows that leave each other: stretch."""
    near = 7 * size
    return arrow((centre.towards(turn, near), centre.towards(turn, reach)), weight, size) + arrow(
        (centre.towards(turn, -near), centre.towards(turn, -reach)), weight, size
    )


def to_and_from(centre: Spot, turn: float, weight: float, reach: float = 30.0, size: float = 1.0) -> Mark:
    """Two arrows side by side that run against each other: twist."""
    up = turn + 90
    one, other = centre.towards(up, 11 * size), centre.towards(up, -11 * size)
    return arrow((one.towards(turn, -reach), one.towards(turn, reach)), weight, size) + arrow(
        (other.towards(turn, reach), other.towards(turn, -reach)), weight, size
    )


def gathered(centre: Spot, turn: float, weight: float, size: float = 1.0) -> Mark:
    """A fold of the skin, seen from its side, and two arrows that squeeze it: knead."""
    up = turn + 90
    fold = [
        centre.towards(turn, x * size).towards(up, y * size)
        for x, y in ((-9, -9), (-5, -5), (-6, 4), (0, 10), (6, 4), (5, -5), (9, -9))
    ]
    pieces = [Piece(*piece) for piece in smooth([Point(*spot) for spot in fold], closed=False)]
    reach = 9 * size + weight
    pressed = facing(centre.towards(turn, -reach), centre.towards(turn, reach), weight, 16, size)
    return Mark((curve_data(pieces, closed=False), *pressed.lines), pressed.fills)


def rocking(centre: Spot, turn: float, weight: float, size: float = 1.0) -> Mark:
    """A bent arrow with two heads: something round that rolls from side to side."""
    side, up = 17 * size, turn + 90
    ends = [centre.towards(turn, sign * side).towards(up, -4 * size) for sign in (-1, 1)]
    return arrow((ends[0], centre.towards(up, 5 * size), ends[1]), weight, size, both_ends=True)


def onwards(a: Spot, b: Spot, size: float = 1.0, *, and_back: bool = False) -> Mark:
    """A small head half-way between two marks: the next one is done after this; two heads: and back again."""
    middle, turn = Spot((a.x + b.x) / 2, (a.y + b.y) / 2), angle_from(a, b)
    head = 7.0 * size
    if not and_back:
        return Mark((), (_head(middle.towards(turn, -head * 0.25), turn, head),))
    apart_by = head * 0.45
    return Mark(
        (),
        (_head(middle.towards(turn, apart_by), turn, head), _head(middle.towards(turn, -apart_by), turn + 180, head)),
    )


def clock(centre: Spot, radius: float) -> Mark:
    """A clock's face: how long."""
    hands = line_data((Spot(centre.x, centre.y - radius * 0.6), centre, Spot(centre.x + radius * 0.5, centre.y)))
    return Mark((_circle(centre, radius), hands))


def tally(centre: Spot, radius: float) -> Mark:
    """Four strokes and a fifth across, as one counts on paper: how often."""
    strokes = [
        (Spot(centre.x + x * radius, centre.y - radius), Spot(centre.x + x * radius, centre.y + radius))
        for x in (-0.9, -0.3, 0.3, 0.9)
    ]
    aside, up = 1.5 * radius, 0.7 * radius
    across = (Spot(centre.x - aside, centre.y + up), Spot(centre.x + aside, centre.y - up))
    return Mark(("".join(line_data(ends) for ends in (*strokes, across)),))


def _circle(centre: Spot, radius: float) -> str:
    r = number(radius)
    half = f"a{r} {r} 0 1 0"
    return (
        f"M{number(centre.x - radius)} {number(centre.y)}{half} {number(2 * radius)} 0{half} {number(-2 * radius)} 0z"
    )


def _head_size(weight: float, size: float) -> float:
    return 5.5 * size + 1.5 * weight


def _head(tip: Spot, turn: float, size: float) -> str:
    """The head of an arrow; its middle lies where the line ends, so that line and head join."""
    point = tip.towards(turn, size * 0.75)
    return line_data((point, tip.towards(turn + 112, size * 0.66), tip.towards(turn - 112, size * 0.66)), closed=True)


def _shortened(spots: Sequence[Spot], by: float) -> tuple[Spot, ...]:
    """Take some length off the end of a line, which the head of the arrow fills."""
    kept, left = list(spots), 0.75 * by
    while len(kept) > 2 and math.dist(kept[-1], kept[-2]) <= left:  # noqa: PLR2004 (a line has 2 ends)
        left -= math.dist(kept[-1], kept[-2])
        kept.pop()
    length = math.dist(kept[-2], kept[-1]) or 1.0
    part = max(0.1, 1 - left / length)
    a, b = kept[-2], kept[-1]
    kept[-1] = Spot(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part)
    return tuple(kept)
