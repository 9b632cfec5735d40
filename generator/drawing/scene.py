"""A scene: the body from one side in its tile, with structures, what hurts and what to keep off shown on it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from generator.drawing.frame import DRAWN_ONCE, Frame, outline_of
from generator.drawing.ink import Ink
from generator.drawing.svg import Spot, clip, group, line_data, number, path, tile
from generator.drawing.visible import rows_of
from generator.figure.plate import Region
from generator.figure.plates import BOTH_LEGS
from generator.figure.shapes import Area, Point, Shape
from generator.model.kinds.anatomy import StructureKind

INK_OF: Final = {
    StructureKind.BONE: Ink.BONE,
    StructureKind.MUSCLE: Ink.MUSCLE,
    StructureKind.TENDON: Ink.CORD,
    StructureKind.LIGAMENT: Ink.CORD,
    StructureKind.TISSUE: Ink.TISSUE,
    StructureKind.NERVE: Ink.NERVE,
    StructureKind.VESSEL: Ink.VESSEL,
    StructureKind.REGION: Ink.WORKED,
    StructureKind.JOINT: Ink.WORKED,
}


@lru_cache(maxsize=DRAWN_ONCE)
def draw_body(frame: Frame) -> Markup:
    """Draw the tile, the skin, what comes before it, the creases and the clothes. Many pictures share a frame."""
    plate = frame.plate
    return (
        tile(Spot(frame.left, frame.top), frame.width, frame.height, Ink.TILE)
        + frame.draw(plate.skin, Ink.SKIN, Ink.EDGE, 1.5)
        + _draw_before(frame)
        + frame.draw_lines(plate.creases, Ink.CREASE)
        + frame.draw(plate.cloth, Ink.CLOTH, Ink.EDGE, 1.2)
    )


def _draw_before(frame: Frame) -> Markup:
    """Draw skin that comes towards the reader: it goes over into the skin behind it without an edge."""
    areas = [shape for shape in frame.plate.before if isinstance(shape, Area)]
    sides = [shape for shape in frame.plate.before if not isinstance(shape, Area)]
    return frame.draw(areas, Ink.SKIN, Ink.SKIN, 1.0) + frame.draw_lines(sides, Ink.EDGE, 1.5)


def within(frame: Frame, content: Iterable[Markup]) -> Markup:
    """Show content within a frame alone."""
    return clip(Spot(frame.left, frame.top), frame.width, frame.height, Markup("").join(content))


def on_both_legs(frame: Frame, drawn: Markup) -> Markup:
    """Draw what lies on the right leg on the left one too, where the frame shows both."""
    if frame.plate not in BOTH_LEGS:
        return drawn
    across = number(2 * frame.at(Point(0, 0)).x)
    return drawn + group([drawn], transform=f"translate({across} 0)scale(-1 1)")


@lru_cache(maxsize=DRAWN_ONCE)
def show_structure(frame: Frame, region: Region, kind: StructureKind) -> Markup:
    """Show a structure in the ink of its kind."""
    if INK_OF[kind] is Ink.WORKED:
        return show_worked(frame, region)
    return frame.draw(region.shapes, INK_OF[kind], Ink.EDGE, 1.1)


@lru_cache(maxsize=DRAWN_ONCE)
def show_wrapping(frame: Frame, region: Region) -> Markup:
    """Show tissue that wraps what lies below it: as a film with threads around the leg, through which all shows."""
    data = "".join(_threads(frame, region))
    return frame.draw(region.shapes, Ink.TISSUE, Ink.EDGE, 1.3, fill_opacity=0.42) + path(
        data, fill="none", stroke=Ink.CASING, stroke_width=0.9, opacity=0.65
    )


_THREAD_GAP: Final = 7.5
_THREAD_SLANT: Final = 0.35


def _threads(frame: Frame, region: Region) -> Iterator[str]:
    """Wind threads obliquely around the leg, all one way: crossing, they would look like a net stocking."""
    edges = [[frame.at(point) for point in outline_of(shape)] for shape in region.shapes]
    slanted = [[Spot(spot.x, spot.y + _THREAD_SLANT * spot.x) for spot in edge] for edge in edges]
    low, high = (end(spot.y for edge in slanted for spot in edge) for end in (min, max))
    for place, spans in enumerate(rows_of(slanted, low, _THREAD_GAP, int((high - low) / _THREAD_GAP))):
        y = low + (place + 0.5) * _THREAD_GAP
        for left, right in spans:
            ends = [Spot(round(x), round(y - _THREAD_SLANT * x)) for x in (left, right)]
            yield line_data(ends)


@lru_cache(maxsize=DRAWN_ONCE)
def show_worked(
    frame: Frame, region: Region, kind: StructureKind = StructureKind.TENDON, *, veiled: bool = True
) -> Markup:
    """Show the place that is worked: lighter than the skin, with a broken edge; what is thin in the ink of its kind.

    Without its veil what lies below it keeps its colours.
    """
    fills = group(
        (path(frame.data(shape)) for shape in region.shapes if isinstance(shape, Area)),
        fill=Ink.WORKED,
        stroke=Ink.CASING,
        stroke_width=3.0,
        opacity=0.4,
    )
    cords = [shape for shape in region.shapes if not isinstance(shape, Area)]
    band = Markup("")
    if cords:
        band = frame.draw(cords, INK_OF[kind], Ink.EDGE, 1.0)
    edges = "".join(frame.data(shape) for shape in region.shapes if isinstance(shape, Area))
    edge = (
        path(edges, fill="none", stroke=Ink.STROKE, stroke_width=1.5, stroke_dasharray="4 3") if edges else Markup("")
    )
    return (fills if veiled else Markup("")) + band + edge


@lru_cache(maxsize=DRAWN_ONCE)
def show_keep_off(frame: Frame, region: Region) -> Markup:
    """Show a place to keep off: hatched, in a firm edge."""
    data = "".join(_edge_data(frame, shape) for shape in region.shapes)
    return (
        path(data, fill=Ink.CASING, opacity=0.72)
        + frame.hatch(region)
        + path(data, fill="none", stroke=Ink.KEEP_OFF, stroke_width=1.8)
    )


def _edge_data(frame: Frame, shape: Shape) -> str:
    """Write the edge of a shape; a cord's goes around it."""
    if isinstance(shape, Area):
        return frame.data(shape)
    return line_data([frame.at(point) for point in outline_of(shape)][::4], closed=True)


@lru_cache(maxsize=DRAWN_ONCE)
def show_pain(frame: Frame, regions: tuple[Region, ...]) -> Markup:
    """Show places that hurt: dotted, in a broken edge, which is only faint where one lies over another."""
    if not regions:
        return Markup("")
    outermost = [region for region in regions if not _is_within_another(region, regions)]
    edges = "".join(_edge_data(frame, shape) for region in regions for shape in region.shapes)
    fills = [path(_edge_data(frame, shape)) for region in outermost for shape in region.shapes]
    return (
        path(edges, fill="none", stroke=Ink.PAIN, stroke_width=2.6, stroke_dasharray="5 3")
        + group(fills, fill=Ink.CASING, opacity=0.5)
        + Markup("").join(frame.dot(region) for region in outermost)
    )


def _is_within_another(region: Region, regions: Iterable[Region]) -> bool:
    """Tell whether another place holds all of a place, and so has its dots already."""
    edge = [point for shape in region.shapes for point in outline_of(shape)]
    return any(other is not region and all(map(other.holds, edge)) for other in regions)
