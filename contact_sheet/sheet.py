"""The sheet: all pictures side by side, group by group, each with its name below."""

from typing import Final

from markupsafe import Markup

from contact_sheet.gathered import Gathered, Group, Tile

WIDTH: Final = 1600
_SCALE: Final = 0.6
_STEP_SCALE: Final = 0.8
"""A step is drawn for half the width of other pictures, and holds no letters to shrink."""

STYLE: Final = """
body { margin: 16px; background: var(--paper); color: var(--ink); font: 11px/1.25 var(--md-text-font-family); }
h1 { margin: 0 0 8px; font-size: 26px; }
h2 { margin: 22px 0 8px; padding-top: 6px; border-top: 2px solid var(--line); font-size: 17px; }
section > div { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 12px 10px; }
figure { margin: 0; }
figure > svg { display: block; overflow: hidden; }
figcaption span { display: block; color: var(--ink-soft); overflow-wrap: anywhere; }
.body-map { display: flex !important; max-width: none !important; align-items: flex-end; }
.body-map figure { width: auto; text-align: center; font-size: 11px; }
.body-map svg { width: 200px; background: var(--picture-tile); }
"""


def sheet(gathered: Gathered) -> Markup:
    """Lay out the body of the sheet."""
    count = sum(len(group.tiles) for group in gathered.groups)
    sections = Markup("").join(_section(group) for group in gathered.groups)
    return Markup(
        '<body data-md-color-scheme="default"><h1>All {} pictures</h1>'
        '<section><h2>Body map of the home page</h2><div class="body-map">{}</div></section>{}</body>'
    ).format(count, gathered.body_map, sections)


def _section(group: Group) -> Markup:
    tiles = Markup("").join(_figure(tile) for tile in group.tiles)
    return Markup("<section><h2>{} ({})</h2><div>{}</div></section>").format(group.heading, len(group.tiles), tiles)


def _figure(tile: Tile) -> Markup:
    scale = _STEP_SCALE if tile.which.startswith("routines/") else _SCALE
    width = round(tile.width * scale)
    return Markup('<figure style="width:{}px">{}<figcaption>{}<span>{}</span></figcaption></figure>').format(
        width, draw_tile(tile, scale), tile.name, tile.which
    )


def draw_tile(tile: Tile, scale: float) -> Markup:
    """Draw a picture at some part of its size."""
    return Markup('<svg viewBox="0 0 {0:g} {1:g}" width="{2:.0f}" height="{3:.0f}">{4}</svg>').format(
        tile.width, tile.height, tile.width * scale, tile.height * scale, tile.drawing
    )
