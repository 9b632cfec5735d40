"""Colours as hexadecimal figures: their contrast, what lies between two, and the nearest that can be read."""

import colorsys
import re
from collections.abc import Callable
from typing import Annotated, Final, NamedTuple

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

TEXT_CONTRAST: Final = 4.5
"""The least contrast of words (WCAG 2.2, success criterion 1.4.3)."""

CONTROL_CONTRAST: Final = 3.0
"""The least contrast of what shows a control, and of large words (WCAG 2.2, 1.4.11 and 1.4.3)."""

_HEX: Final = re.compile(r"#[0-9a-f]{6}")
_STEPS: Final = 400
"""How finely lightness is searched: a step is smaller than a figure of a hexadecimal colour."""


class _Channels(NamedTuple):
    red: float
    green: float
    blue: float


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours such as `#0a5a5f`, from 1 to 21 (WCAG 2.2, “contrast ratio”)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """Mix two colours; `share` (0 to 1) is that of the first."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return _write(_Channels(*(share * a + (1 - share) * b for a, b in pairs)))


def nearest(colour: str, fits: Callable[[str], bool]) -> str | None:
    """Find the colour of the same hue that fits and is nearest in lightness; None where no lightness does."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    for step in range(_STEPS + 1):
        for moved in (lightness - step / _STEPS, lightness + step / _STEPS):
            if 0 <= moved <= 1:
                found = _write(_Channels(*colorsys.hls_to_rgb(hue, moved, saturation)))
                if fits(found):
                    return found
    return None


def _luminance(colour: str) -> float:
    """Give the relative luminance (WCAG 2.2; the sRGB threshold is 0.04045)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour)]  # noqa: PLR2004
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> _Channels:
    return _Channels(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))


def _write(channels: _Channels) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _colour(value: object) -> object:
    if not isinstance(value, str):
        return value
    found = value.strip().lower()
    if not _HEX.fullmatch(found):
        raise PydanticCustomError(
            "not_a_colour",
            "“{text}” is not a colour",
            {"text": value, "hint": 'Write it as a hash and 6 figures in quotation marks, such as "#0a5a5f".'},
        )
    return found


Colour = Annotated[str, BeforeValidator(_colour)]
"""A colour as a hash and 6 hexadecimal figures, small letters."""
