"""What a shape of the figure is painted as. The colours are chosen where it is drawn."""

from dataclasses import dataclass
from enum import Enum

from generator.figure.shapes import Shape


class Paint(Enum):
    """What something is made of, as far as its colour goes."""

    SKIN = "skin"
    FAR_SKIN = "far-skin"
    CLOTH = "cloth"
    HAIR = "hair"
    PROP = "prop"
    TOOL = "tool"
    TOOL_DETAIL = "tool-detail"
    WARM = "warm"
    COLD = "cold"
    LINE = "line"


@dataclass(frozen=True)
class Painted:
    """A shape and what it is made of. LINE is an ink line without a filling, such as a crease or a seam."""

    shape: Shape
    paint: Paint
