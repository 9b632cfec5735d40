"""Lengths, weights and temperatures of a text in the units that people in the United States use.

Figures are the exact ratios of the international yard and pound (1959); what comes out is rounded as people say it.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

_MEASURE: Final = re.compile(
    r"(?<![\w.,/])(\d+(?:\.\d+)?)(?:( to |–| and )(\d+(?:\.\d+)?))?[ \u00a0]?"
    r"(mm|cm|m|metres?|centimetres?|millimetres?|kg|kilograms?|kilos?|g|grams?|°C|degrees C(?:elsius)?)"
    r"(?![\w²³/])(?! scale)"
)


class _Unit(NamedTuple):
    one: str
    many: str
    convert: Callable[[float], float]


def _inches(per_unit: float) -> Callable[[float], float]:
    return lambda figure: figure * per_unit / 25.4


_INCH: Final = ("inch", "inches")
_UNITS: Final[Mapping[str, _Unit]] = {
    "mm": _Unit(*_INCH, _inches(1)),
    "cm": _Unit(*_INCH, _inches(10)),
    "m": _Unit("foot", "feet", lambda figure: figure / 0.3048),
    "kg": _Unit("pound", "pounds", lambda figure: figure / 0.45359237),
    "g": _Unit("ounce", "ounces", lambda figure: figure * 16 / 453.59237),
    "°C": _Unit("°F", "°F", lambda figure: figure * 9 / 5 + 32),
}
_SHORT: Final = {"met": "m", "cen": "cm", "mil": "mm", "kil": "kg", "gra": "g", "deg": "°C"}


def in_us_units(text: str) -> str:
    """Write every length, weight and temperature of a text in US customary units; all else stays."""
    return _MEASURE.sub(_converted, text)


def _converted(match: re.Match[str]) -> str:
    first, between, second, written = match.groups()
    unit = _UNITS[_SHORT.get(written[:3], written)]
    figures = [_said(unit.convert(float(figure))) for figure in (first, second) if figure is not None]
    name = unit.one if figures[-1] in {"1", "1/8", "1/4", "1/2", "3/4"} else unit.many
    if len(set(figures)) == 1:
        return f"{figures[0]} {name}"
    return f"{(between or '').join(figures)} {name}"


def _said(figure: float) -> str:
    """Round as people say it: eighths of little, halves below 3, whole figures above."""
    if figure < 1:
        eighths = max(1, round(figure * 8))
        return {1: "1/8", 2: "1/4", 3: "3/8", 4: "1/2", 5: "5/8", 6: "3/4", 7: "7/8", 8: "1"}[eighths]
    if figure < 3:  # noqa: PLR2004 (above, half an inch matters to nobody)
        halves = round(figure * 2)
        return f"{halves // 2} 1/2" if halves % 2 else str(halves // 2)
    return str(round(figure))
