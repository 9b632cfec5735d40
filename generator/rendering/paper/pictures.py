"""Pictures for paper and for cards: typesetters know no custom properties, so every ink gets its colour here."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generator.drawing.picture import WIDTH, Drawn, Picture
from generator.drawing.routine_pictures import FRAME, Strip
from generator.drawing.svg import number

_PROPERTY: Final = re.compile(r"var\(--picture-([a-z-]+),([^()]*)\)")
_GAP: Final = 14.0
"""Units between two drawings that stand side by side."""

_NAMELESS: Final = {"names": "none"}
PAPER: Final = {"text": "#000000", "tile": "#ffffff"}
"""What paper needs: black letters, and no ground that a grey printer would turn into dots."""

TONES: Final[Mapping[int, Mapping[str, str]]] = {
    1: {"skin": "#f2d0b4", "far-skin": "#dcb393", "crease": "#a9714e", "edge": "#7a4a2e"},
    2: {},
    3: {"skin": "#b97f56", "far-skin": "#9c6844", "crease": "#5f3a20", "edge": "#53301a"},
    4: {"skin": "#8d5a3a", "far-skin": "#75482d", "crease": "#38200e", "edge": "#2a170a", "pain": "#7a0a1c"},
    5: {"skin": "#6a4531", "far-skin": "#553626", "crease": "#1f0f07", "edge": "#140a04", "pain": "#7a0a1c"},
}
"""The skin tones of pictures.css; the second is the one that the pictures have by themselves."""


@dataclass(frozen=True)
class PaperPicture:
    """A picture on paper: an SVG of its own, its width and height in units, and what it shows in words."""

    svg: str
    width: float
    height: float
    words: str


def put_on_paper(picture: Picture, skin_tone: int) -> PaperPicture:
    """Take what is drawn, without its legend; what stands one below the other comes side by side, to spare room."""
    return _take(_parts_of(picture), picture, {**TONES[skin_tone], **PAPER}, close=False)


def put_close_on_paper(picture: Picture, skin_tone: int) -> PaperPicture:
    """Take what is drawn without the names beside it, which small letters would only make a puzzle of."""
    return _take(_parts_of(picture), picture, {**TONES[skin_tone], **PAPER, **_NAMELESS}, close=True)


def put_on_card(picture: Picture, skin_tone: int) -> PaperPicture:
    """Take what is drawn for a card on a screen, where its ground keeps its colour, one below the other as it is."""
    parts = _parts_of(picture)
    whole = Drawn(parts[0].top, parts[-1].top + parts[-1].height, parts[0].close)
    return _take((whole,), picture, {**TONES[skin_tone], **_NAMELESS}, close=True)


def _parts_of(picture: Picture) -> tuple[Drawn, ...]:
    return picture.drawn or (Drawn(0, picture.height),)


def _take(parts: Sequence[Drawn], picture: Picture, inks: Mapping[str, str], *, close: bool) -> PaperPicture:
    wide = max(part.close for part in parts) if close else WIDTH
    content = Markup("").join(
        Markup('<svg x="{0}" y="0" width="{1}" height="{3}" viewBox="0 {2} {1} {3}">{4}</svg>').format(
            number(place * (wide + _GAP)), number(wide), number(part.top), number(part.height), picture.content
        )
        for place, part in enumerate(parts)
    )
    size = len(parts) * wide + (len(parts) - 1) * _GAP, max(part.height for part in parts)
    return _paper_picture(content, size, f"{picture.title} {picture.description}", inks)


def put_steps_on_paper(strip: Strip, skin_tone: int) -> Sequence[PaperPicture]:
    """Take the picture of each step of a routine."""
    inks = {**TONES[skin_tone], **PAPER}
    return [_step_picture(strip.drawings[step.number - 1], f"{step.words}.", inks) for step in strip.steps]


def put_steps_on_card(strips: Sequence[Strip], skin_tone: int) -> Sequence[PaperPicture]:
    """Take the drawings of routines for a card, each once."""
    drawings = dict.fromkeys(drawing for strip in strips for drawing in strip.drawings)
    return [_step_picture(drawing, "", TONES[skin_tone]) for drawing in drawings]


def _step_picture(drawing: Markup, words: str, inks: Mapping[str, str]) -> PaperPicture:
    return _paper_picture(drawing, (FRAME, FRAME), words, inks)


def _paper_picture(content: Markup, size: tuple[float, float], words: str, inks: Mapping[str, str]) -> PaperPicture:
    width, height = size
    inked = _PROPERTY.sub(lambda match: inks.get(match[1], match[2]), content)
    return PaperPicture(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(width)} {number(height)}" '
        f'font-family="Atkinson Hyperlegible Next, Noto Sans">{inked}</svg>',
        width,
        height,
        words,
    )
