"""What an SVG draws, read back: the places along the paths that are filled or stroked with some ink."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from generator.drawing.ink import Ink
from generator.drawing.svg import Spot

_STEP: Final = re.compile(r"([MmLlHhVvCcSsAaZz])([^MmLlHhVvCcSsAaZz]*)")
_NUMBER: Final = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_ENDS: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7}


def read_svg(content: str) -> etree._Element:
    """Read a drawing as a tree."""
    root: etree._Element = etree.fromstring(f"<svg>{content}</svg>")
    return root


def painted(content: str, ink: Ink, attribute: str = "fill") -> list[list[Spot]]:
    """List the lines of all paths that have an ink by themselves or from a group, each as the ends of its pieces."""
    found = []
    for one in read_svg(content).iter("path"):
        own = next((e.get(attribute) for e in (one, *one.iterancestors()) if e.get(attribute) is not None), None)
        if own == str(ink):
            found.extend(lines_of(one.get("d")))
    return found


def lines_of(data: str) -> list[list[Spot]]:
    """Follow the data of a path: one list of places for each line of it."""
    lines: list[list[Spot]] = []
    x = y = 0.0
    for letter, rest in _STEP.findall(data):
        numbers = [float(one) for one in _NUMBER.findall(rest)]
        if letter in "Zz":
            continue
        for ends in _split(numbers, _ENDS[letter.upper()]):
            x, y = _end(letter, ends, x, y)
            if letter in "Mm" and ends is not None and (not lines or ends == numbers[:2]):
                lines.append([])
            lines[-1].append(Spot(x, y))
    return lines


def _split(numbers: list[float], size: int) -> Iterator[list[float]]:
    for start in range(0, len(numbers), size):
        yield numbers[start : start + size]


def _end(letter: str, ends: list[float], x: float, y: float) -> tuple[float, float]:
    from_x, from_y = (x, y) if letter.islower() else (0.0, 0.0)
    if letter in "Hh":
        return from_x + ends[0], y
    if letter in "Vv":
        return x, from_y + ends[0]
    return from_x + ends[-2], from_y + ends[-1]
