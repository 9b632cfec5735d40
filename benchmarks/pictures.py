"""How long pictures take: a clock at each page that has some, as the site is rendered."""

import functools
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, ParamSpec, TypeVar

from generator.drawing import draw
from generator.rendering import render

CLOCKED: Final[tuple[tuple[object, str, Callable[..., int]], ...]] = (
    (draw, "draw_pictures", len),
    (draw, "draw_strips", lambda strips: sum(len(strip.drawings) for strip in strips.values())),
    (render, "draw_body_map", lambda views: views.count("<figure")),
    (render, "write_picture", lambda _: 0),
    (render, "write_strip", lambda _: 0),
)
"""The calls that make pictures: where the caller finds them, their names, and how many pictures each made."""

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


@dataclass(frozen=True)
class Drawn:
    """The pictures of one run: how many, the seconds that all took, and those of the slowest.

    Those of one page are drawn together, so each of them counts with its share.
    """

    count: int
    seconds: float
    slowest: float

    @property
    def mean(self) -> float:
        """The seconds that one picture takes."""
        return self.seconds / self.count

    @property
    def per_second(self) -> float:
        """How many are drawn in a second."""
        return self.count / self.seconds


class PictureClock:
    """Clocks the drawing of pictures, and their writing as SVG."""

    def __init__(self) -> None:
        """Begin with nothing measured."""
        self._count = 0
        self._seconds = 0.0
        self._slowest = 0.0

    def start(self) -> None:
        """Put a clock around each call; there is no way back, for the process ends with the build."""
        for owner, name, count in CLOCKED:
            setattr(owner, name, self._clocked(getattr(owner, name), count))

    @property
    def drawn(self) -> Drawn:
        """What was measured."""
        return Drawn(self._count, self._seconds, self._slowest)

    def _clocked(self, make: Callable[_Given, _Made], count: Callable[..., int]) -> Callable[_Given, _Made]:
        @functools.wraps(make)
        def clocked(*given: _Given.args, **named: _Given.kwargs) -> _Made:
            start = time.perf_counter()
            made = make(*given, **named)
            seconds = time.perf_counter() - start
            pictures = count(made)
            self._count += pictures
            self._seconds += seconds
            if pictures:
                self._slowest = max(self._slowest, seconds / pictures)
            return made

        return clocked
