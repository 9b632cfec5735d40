"""The inks of the pictures: each a custom property that a page may set, and the colour it has where none does.

They stand in presentation attributes, so that no style needs leave from a Content-Security-Policy, and they are
inherited by a picture that a page brings in with `use`: the page's palette and the reader's skin tone reach it.
"""

from enum import Enum
from typing import Self

from generator.figure.paint import Paint


class Ink(Enum):
    """An ink: the end of its property's name, and its colour on white paper."""

    TEXT = "text", "#23292c"
    SOFT = "soft", "#51595d"
    TILE = "tile", "#f1eade"
    EDGE = "edge", "#6b3f26"
    SKIN = "skin", "#d9a47c"
    FAR_SKIN = "far-skin", "#bd8660"
    CREASE = "crease", "#7a4a2e"
    CLOTH = "cloth", "#8ea3ab"
    HAIR = "hair", "#4b3a32"
    PROP = "prop", "#b9b0a2"
    TOOL = "tool", "#3f7f8c"
    TOOL_DETAIL = "tool-detail", "#cfe3e6"
    WARM = "warm", "#d9653b"
    COLD = "cold", "#5b9fd6"
    STROKE = "stroke", "#073b4c"
    CASING = "casing", "#ffffff"
    WORKED = "worked", "#ffffff"
    PAIN = "pain", "#a3122a"
    KEEP_OFF = "keep-off", "#8a1020"
    BONE = "bone", "#f6f0df"
    MUSCLE = "muscle", "#b4564c"
    CORD = "cord", "#f3dfa6"
    TISSUE = "tissue", "#a9d3dc"
    NERVE = "nerve", "#f0c929"
    VESSEL = "vessel", "#4c9a6a"

    property_name: str
    colour: str
    value_of_attribute: str

    def __new__(cls, name: str, colour: str) -> Self:
        """Make an ink out of its name and its colour on white paper."""
        ink = object.__new__(cls)
        ink._value_ = name
        ink.property_name = f"--picture-{name}"
        ink.colour = colour
        ink.value_of_attribute = f"var({ink.property_name},{colour})"
        return ink

    def __str__(self) -> str:
        """Write it as the value of an attribute."""
        return self.value_of_attribute


OF_PAINT = {
    Paint.SKIN: Ink.SKIN,
    Paint.FAR_SKIN: Ink.FAR_SKIN,
    Paint.CLOTH: Ink.CLOTH,
    Paint.HAIR: Ink.HAIR,
    Paint.PROP: Ink.PROP,
    Paint.TOOL: Ink.TOOL,
    Paint.TOOL_DETAIL: Ink.TOOL_DETAIL,
    Paint.WARM: Ink.WARM,
    Paint.COLD: Ink.COLD,
}
"""The ink of what something is made of; LINE has none, for it is drawn with the ink of edges."""
