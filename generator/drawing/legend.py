"""The lines below a picture: how hard, how often, and what the hatching means."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generator.drawing.ink import Ink
from generator.drawing.marks import WEIGHTS, clock, draw_marks, tally
from generator.drawing.names import SIZE, wrapped
from generator.drawing.picture import WIDTH
from generator.drawing.svg import Spot, line_data, path, words_at

ROW: Final = 22.0
"""Units from one line of the legend to the next."""

_WORDS_LEFT: Final = 42.0
_ROOM: Final = WIDTH - _WORDS_LEFT


@dataclass(frozen=True)
class Legend:
    """One line: its words, and its sign: a pressure, `keep-off`, `pain`, `time`, `count` or nothing."""

    words: str
    sign: str = ""


def legend_height(lines: Sequence[Legend]) -> float:
    """How much room the lines take, in units."""
    return ROW * sum(len(wrapped(line.words, _ROOM)) for line in lines)


def draw_legend(lines: Sequence[Legend], top: float) -> Markup:
    """Draw the lines below one another, each with its sign."""
    content: list[Markup] = []
    y = top + ROW / 2
    for line in lines:
        content.extend(_sign(line.sign, y))
        for words in wrapped(line.words, _ROOM):
            content.append(words_at(Spot(_WORDS_LEFT if line.sign else 6.0, y + 5), words, SIZE))
            y += ROW
    return Markup("").join(content)


def _sign(sign: str, y: float) -> Iterator[Markup]:
    if sign in WEIGHTS:
        yield path(f"M6 {y:g}h26", stroke=Ink.TEXT, stroke_width=WEIGHTS[sign], stroke_linecap="round")
    elif sign == "keep-off":
        yield _box(y, Ink.CASING, Ink.KEEP_OFF)
        slants = "".join(line_data((Spot(x, y + 7), Spot(x + 7, y - 7))) for x in (7, 13, 19, 25))
        yield path(slants, stroke=Ink.KEEP_OFF, stroke_width=1.6)
    elif sign == "pain":
        yield _box(y, Ink.CASING, Ink.PAIN)
        dots = "".join(f"M{x} {y + shift:g}h.1" for x, shift in ((9, -3), (15, 3), (21, -3), (27, 3)))
        yield path(dots, stroke=Ink.PAIN, stroke_width=4.0, stroke_linecap="round")
    elif sign == "time":
        yield draw_marks([clock(Spot(19, y), 7.5)], 1.8)
    elif sign == "count":
        yield draw_marks([tally(Spot(19, y), 6.5)], 1.8)


def _box(y: float, fill: Ink, line: Ink) -> Markup:
    return path(f"M5 {y - 8:g}h28v16h-28z", fill=fill, stroke=line, stroke_width=1.4)
