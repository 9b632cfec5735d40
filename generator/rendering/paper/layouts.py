"""How a handout gives way where its words are many: the layouts that are tried in order, until one fits.

Each takes less room than the one before. First the tips go that help and are no part of the safety, then references
become names and then numbers, then letters and pictures become smaller, then lists close up. What forbids it, when to
stop and when to get help is told whole in every one, in letters of 10 points at least.
"""

from dataclasses import dataclass, replace
from typing import Final

PAPERS: Final = {"a4": "a4", "letter": "us-letter"}
"""The end of a file's name, and what typst calls the paper."""

SMALLEST_PT: Final = 10.0
"""Points: 3.5 mm. Clear print begins at 12 in most letters; these are drawn for low vision, and larger than others."""


@dataclass(frozen=True)
class Layout:
    """One way to lay a handout out. `size` is that of the letters in points; `picture`, `code`, `gap`, `margin` are mm.

    `picture` is the width of the picture, or of that of a step. `extras` are how many tips stay, `how` whether a step
    of a routine says the movement that it shows, `sources` is reference, short or number. `names` stand beside a
    picture; without them it is drawn closer. `columns` sets the facts and cautions in columns, and not in lines.
    `tight` closes lists up, and lets the steps of a routine run on from phase to phase. `tries` measures several
    places for the words of the picture. `line_gap` is what lies between two lines, in sizes of a letter.
    """

    paper: str
    size: float
    picture: float
    extras: int
    sources: str
    how: bool
    names: bool
    columns: bool
    tight: bool
    tries: bool
    gap: float
    code: float
    margin: float
    line_gap: float


_ROOMY: Final = Layout(
    paper="a4",
    size=12,
    picture=84,
    extras=9,
    sources="reference",
    how=True,
    names=True,
    columns=True,
    tight=False,
    tries=False,
    gap=2.4,
    code=24,
    margin=11,
    line_gap=0.5,
)
_CLOSE: Final = replace(
    _ROOMY,
    extras=0,
    sources="number",
    names=False,
    columns=False,
    tight=True,
    tries=True,
    gap=1.6,
    code=20,
    line_gap=0.41,
)
_OF_ONE: Final = (
    _ROOMY,
    replace(_ROOMY, size=11.5, extras=2),
    replace(_ROOMY, size=11, extras=1, picture=78),
    replace(_ROOMY, size=11, extras=0, sources="short", picture=72),
    replace(_ROOMY, size=11, extras=0, sources="number", picture=70, tight=True, line_gap=0.41),
    replace(_CLOSE, size=11, picture=56),
    replace(_CLOSE, size=11, picture=48),
    replace(_CLOSE, size=10.5, picture=52),
    replace(_CLOSE, size=10.5, picture=44),
    replace(_CLOSE, size=10, picture=46),
    replace(_CLOSE, size=10, picture=40, gap=1.2),
    replace(_CLOSE, size=10, picture=34, gap=1.1, code=18),
    replace(_CLOSE, size=10, picture=28, gap=1.0, code=17, margin=10, line_gap=0.39),
    replace(_CLOSE, size=10, picture=24, gap=0.8, code=17, margin=9, line_gap=0.37),
)
_OF_A_ROUTINE: Final = (
    replace(_ROOMY, picture=34),
    replace(_ROOMY, size=11.5, extras=1, picture=32),
    replace(_ROOMY, size=11, extras=1, picture=30),
    replace(_ROOMY, size=11, extras=0, sources="short", picture=28),
    replace(_ROOMY, size=11, extras=0, sources="number", picture=26, gap=2.0),
    replace(_CLOSE, size=11, columns=True, picture=26),
    replace(_CLOSE, size=11, picture=24),
    replace(_CLOSE, size=10.5, picture=24),
    replace(_CLOSE, size=10.5, picture=22, how=False),
    replace(_CLOSE, size=10, picture=22),
    replace(_CLOSE, size=10, picture=20, how=False),
    replace(_CLOSE, size=10, picture=17, gap=1.2, code=18, how=False),
    replace(_CLOSE, size=10, picture=14, gap=1.0, code=17, how=False, margin=10, line_gap=0.39),
    replace(_CLOSE, size=10, picture=12, gap=0.8, code=17, how=False, margin=9, line_gap=0.37),
)


def layouts_for(kind: str, paper: str) -> tuple[Layout, ...]:
    """List the layouts of a kind of handout on a paper, the roomiest first."""
    ladder = _OF_A_ROUTINE if kind == "routine" else _OF_ONE
    return tuple(replace(layout, paper=PAPERS[paper]) for layout in ladder)
