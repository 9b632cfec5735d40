"""The second sheet: typical pictures in every look that a reader may have, or may see them in.

How colours look to those who lack one kind of cone: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, “A
Physiologically-based Model for Simulation of Color Vision Deficiency”, IEEE Transactions on Visualization and Computer
Graphics 15 (6), 2009, pp. 1291-1298, doi:10.1109/TVCG.2009.113, at severity 1.0; on linear RGB. Grey is the luminance
of linear RGB (ITU-R BT.709).
"""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from contact_sheet.camera import Camera
from contact_sheet.gathered import Gathered, Tile
from contact_sheet.sheet import draw_tile
from generator.rendering.shown_pictures import SKIN_TONES

WIDTH: Final = 1640
TYPICAL: Final = (
    "techniques/effleurage",
    "exercises/straight-leg-raise",
    "conditions/knee-osteoarthritis",
    "anatomy/popliteal-fossa",
    "cautions/no-pressure-back-of-knee",
    "routines/five-step-knee-routine, step 2",
)
"""A technique, an exercise, a condition with dots and hatching, a body part, a caution and a routine's step.

A project without one of these shows the first of its kind.
"""

_LAYERS: Final = (
    "--picture-bones: inline; --picture-muscles: inline; --picture-cords: inline; --picture-nerves: inline;"
)
_MATRICES: Final = {
    "grey": (0.2126, 0.7152, 0.0722) * 3,
    "protanopia": (0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    "deuteranopia": (0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    "tritanopia": (1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900),
}
_FILTER: Final = Markup(
    '<filter id="{}" color-interpolation-filters="linearRGB"><feColorMatrix type="matrix" values="{}"/></filter>'
)
_STYLE: Final = f"""
body {{ margin: 0; padding: 8px; background: var(--paper); font: 14px var(--md-text-font-family); {_LAYERS} }}
main {{ display: flex; gap: 10px; align-items: flex-start; }}
main > svg {{ display: block; flex: none; overflow: hidden; }}
input {{ display: none; }}
@media print {{ body {{ background: #fff; }} }}
"""
_STYLE_OF_SHEET: Final = """
body { margin: 16px; background: #fff; color: #000; font: 18px var(--md-text-font-family); }
h1 { margin: 0; font-size: 26px; }
h2 { margin: 18px 0 4px; font-size: 18px; }
img { display: block; width: 100%; }
"""


@dataclass(frozen=True)
class Look:
    """One way to see pictures: a palette, a skin tone (1 to 5), and what a filter makes of them."""

    name: str
    scheme: str = "default"
    skin_tone: int = 2
    matrix: str = ""
    printed: bool = False


LOOKS: Final = (
    Look("Light"),
    Look("Dark palette", scheme="slate"),
    *(Look(f"Light, {name}", matrix=name) for name in _MATRICES),
    *(Look(f"Dark palette, {name}", scheme="slate", matrix=name) for name in ("grey", "deuteranopia")),
    Look("Printed on white paper", printed=True),
    *(Look(f"Skin tone {number}: {words.lower()}", skin_tone=number) for number, words in enumerate(SKIN_TONES, 1)),
    Look("Dark palette, darkest skin", scheme="slate", skin_tone=5),
    Look("Darkest skin, grey", skin_tone=5, matrix="grey"),
)


def photograph_looks(gathered: Gathered, eye: Camera) -> bytes:
    """Take typical pictures in every look, and put the looks on one sheet."""
    tiles = [tile for which in TYPICAL if (tile := gathered.tile_like(which))]
    rows = Markup("").join(_row(look, tiles, eye) for look in LOOKS)
    names = ", ".join(f"{tile.name} ({tile.which})" for tile in tiles)
    body = Markup("<body><h1>As others see them</h1><p>{}</p>{}</body>").format(names, rows)
    return eye.take(body, _STYLE_OF_SHEET, WIDTH)


def _row(look: Look, tiles: Sequence[Tile], eye: Camera) -> Markup:
    taken = eye.take(_page(look, tiles), _STYLE, WIDTH - 32, printed=look.printed)
    return Markup('<h2>{}</h2><img src="data:image/png;base64,{}">').format(look.name, b64encode(taken).decode())


def _page(look: Look, tiles: Sequence[Tile]) -> Markup:
    """Lay pictures out in a row, on the page's own paper; the skin tone is chosen as a reader chooses it."""
    drawn = Markup("").join(draw_tile(tile, 0.85 if tile.width > tile.height / 2 else 1) for tile in tiles)
    chosen = Markup('<div class="picture-settings"><input type="radio" name="skin-tone" value="{}" checked></div>')
    return Markup(
        '<body data-md-color-scheme="{}"{}>{}<svg width="0" height="0">{}</svg><main>{}</main></body>'
    ).format(
        look.scheme,
        Markup(' style="filter:url(#{})"').format(look.matrix) if look.matrix else "",
        chosen.format(look.skin_tone),
        Markup("").join(_FILTER.format(name, _matrix(name)) for name in _MATRICES),
        drawn,
    )


def _matrix(name: str) -> str:
    """Write a matrix as feColorMatrix wants it: five columns, and alpha as it is."""
    values = _MATRICES[name]
    rows = (f"{' '.join(f'{value:.6f}' for value in values[place : place + 3])} 0 0" for place in (0, 3, 6))
    return f"{' '.join(rows)} 0 0 0 1 0"
