"""A picture: what is drawn, how large, and what it says to who cannot see it."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from markupsafe import Markup, escape

WIDTH: Final = 340
"""Units: about the pixels of a narrow phone, so that letters of 14 units can be read there."""

ROOM: Final = 228.0
"""Units: the width of the body's tile; the names stand beside it."""

NAMES_LEFT: Final = 240.0
HEIGHT: Final = 380.0
"""Units: the tallest tile; with its words the picture fits on a phone's screen."""


class Drawn(NamedTuple):
    """A part of a picture, in units: how far down it begins, how tall it is, and how wide without names beside it."""

    top: float
    height: float
    close: float = WIDTH


@dataclass(frozen=True)
class Picture:
    """One picture. `path` is its file below the folder of the site; title and description are plain sentences."""

    path: str
    width: int
    height: int
    title: str
    caption: str
    description: str
    content: Markup
    names: bool = False
    """Whether it holds names that a reader can switch off."""

    layers: tuple[tuple[str, str, bool], ...] = ()
    """The layers that a reader can switch: the end of each one's property, its words, and whether it is on at first."""

    drawn: tuple[Drawn, ...] = ()
    """What paper and cards show of it, side by side where it is more than one: all but the legend below."""


def path_of(folder: str, thing_id: str, place: int = 1) -> str:
    """Name the file of a page's picture, counted from 1. No id holds a full stop, so none takes another's file."""
    return f"pictures/{folder}/{thing_id}{f'.{place}' if place > 1 else ''}.svg"


def write_picture(picture: Picture) -> str:
    """Write a picture as a file that also stands alone. Its one id lets pages bring it in with `use`."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {picture.width} {picture.height}" role="img" '
        f'font-family="Atkinson Hyperlegible Next, Verdana, sans-serif"><title>{escape(picture.title)}</title>'
        f"<desc>{escape(picture.description)}</desc>"
        f'<g id="picture">{picture.content}</g></svg>\n'
    )
