"""From which side a picture shows its structures: the fewest plates that show them best."""

from collections.abc import Mapping, Sequence
from typing import Final

from generator.drawing.frame import Frame
from generator.drawing.picture import HEIGHT, ROOM
from generator.figure.plate import Plate
from generator.figure.plates import FOOT_PLATES, KNEE_PLATES, LEG_PLATES, PLATES
from generator.figure.shapes import Box, Point
from generator.model.fields import Part
from generator.model.kinds.anatomy import Anatomy, View

_NEAREST: Final = {Part.FOOT: FOOT_PLATES, Part.KNEE: KNEE_PLATES}
"""The plates that show a part of the body from close by."""

_MARGIN_MM: Final = 45.0
_LONGEST_CROP_MM: Final = 640.0
"""A longer part of the leg is shown as the whole of both legs, which a reader recognises sooner."""

_LEAST_CROP_MM: Final = 380.0


def choose_plates(
    areas: Sequence[Anatomy], part: Part, most: int, first: Sequence[str] = (), side: View | None = None
) -> tuple[tuple[Plate, tuple[str, ...]], ...]:
    """Choose plates for areas, each with those that it is to show. `first` are the ids that the first plate must show.

    `side` is the side from which a movement shows best: it is chosen where they are seen from there.
    """
    regions = {area.id: area for area in areas}
    left = list(regions)
    wanted = list(first) or left[:1]
    chosen: list[tuple[Plate, tuple[str, ...]]] = []
    while left and len(chosen) < most:
        from_there = [one for one in PLATES if one.view is side and any(_shows(one, regions[id_]) for id_ in left)]
        plate = max(
            from_there or PLATES,
            key=lambda one: _worth(one, left, wanted if not chosen else (), regions, part),
        )
        shown = tuple(one for one in left if _shows(plate, regions[one]))
        if not shown:
            break
        every = tuple(one for one in left if regions[one].drawn_as in plate.regions)
        chosen.append((plate, every))
        left = [one for one in left if one not in every]
    return tuple(chosen)


def _shows(plate: Plate, area: Anatomy) -> bool:
    return area.drawn_as in plate.regions and plate.view in area.views


def _worth(plate: Plate, left: Sequence[str], wanted: Sequence[str], areas: Mapping[str, Anatomy], part: Part) -> float:
    """How well a plate shows what is left: what is wanted first, then all, from the side that is best for each."""
    worth = 0.0
    for one in left:
        area = areas[one]
        if _shows(plate, area):
            worth += 10 + (2 if plate.view is area.views[0] else 0)
            if one in wanted:
                worth += 60 if plate.view is area.views[0] else 30
    if plate in _NEAREST.get(part, LEG_PLATES):
        worth += 6 if worth else 0
    return worth - PLATES.index(plate) / 100


def window_for(plate: Plate, ids: Sequence[str]) -> Box:
    """Choose what of a plate to show: all of a close-up, of the leg what the structures take up, and some around."""
    if plate not in LEG_PLATES:
        return plate.window
    boxes = [plate.regions[one].box for one in ids if one in plate.regions]
    if not boxes:
        return plate.window
    around = boxes[0]
    for box in boxes[1:]:
        around = around.around(box)
    bottom, top = around.bottom - _MARGIN_MM, around.top + _MARGIN_MM
    if top - bottom > _LONGEST_CROP_MM:
        return plate.window
    short = max(0.0, _LEAST_CROP_MM - (top - bottom)) / 2
    bottom, top = max(plate.window.bottom, bottom - short), min(plate.window.top, top + short)
    return _widened(plate, Box(around.left, bottom, around.right, top))


def window_around(plate: Plate, ids: Sequence[str], room: tuple[float, float] = (ROOM, HEIGHT)) -> Box:
    """Choose what of a plate to show in a room of some width and height.

    A leg is shown down to its sole rather than cut at the ankle. The other leg is shown whole or not at all: a reader
    takes a strip of it for something else.
    """
    window = window_for(plate, ids)
    if plate not in LEG_PLATES or window == plate.window:
        return window
    bottom, top = window.bottom, window.top
    for low, high in (_FOOT_MM, _KNEE_MM, _HIP_MM):
        bottom = low if low < bottom < high else bottom
        top = high if low < top < high else top
    edge = [p for shape in (*plate.skin, *plate.cloth) for p in shape.edge if bottom <= p.y <= top]
    if plate.view in _BOTH_LEGS_SHOW:
        return _of_one_or_both_legs(edge, bottom, top, room)
    left, right = min(p.x for p in edge) - _BESIDE_LEG_MM, max(p.x for p in edge) + _BESIDE_LEG_MM
    more = max(0.0, (top - bottom) * room[0] / room[1] - (right - left)) / 2
    return Box(left - more, bottom, right + more, top)


_FOOT_MM: Final = (-12.0, 125.0)
_KNEE_MM: Final = (412.0, 585.0)
_HIP_MM: Final = (830.0, 1002.0)
"""Heights that a window shows whole or not at all: a reader tells by them what part of the leg it is."""

_BOTH_LEGS_SHOW: Final = (View.FRONT, View.BACK)
_BESIDE_LEG_MM: Final = 9.0
_SMALLER: Final = 0.82
"""How much smaller a leg may be drawn so that both of them show."""


def _of_one_or_both_legs(edge: Sequence[Point], bottom: float, top: float, room: tuple[float, float]) -> Box:
    """Show the right leg alone, or both where they touch or hardly get smaller by it."""
    outer = max(p.x for p in edge)
    inner = -max((p.x for p in edge if p.x < 0), default=0.0)
    both = outer + _BESIDE_LEG_MM
    middle = (inner + outer) / 2
    half = min((top - bottom) * room[0] / room[1] / 2, middle + inner - 3)
    one_fits = half >= (outer - inner) / 2 + _BESIDE_LEG_MM / 2
    whole = Box(-both, bottom, both, top)
    one = Box(middle - half, bottom, middle + half, top)
    if one_fits and _scale_of(whole, *room) < _SMALLER * _scale_of(one, *room):
        return one
    return whole


def _scale_of(window: Box, width: float, height: float) -> float:
    return min(width / window.width, height / window.height)


def _widened(plate: Plate, box: Box) -> Box:
    """Show as much to both sides as the tile has room for."""
    bottom, top = box.bottom, box.top
    width = min((top - bottom) * ROOM / HEIGHT, plate.window.width)
    middle = (box.left + box.right) / 2
    left = max(plate.window.left, min(middle - width / 2, plate.window.right - width))
    return Box(left, bottom, left + width, top)


def frame_in(plate: Plate, window: Box, width: float, height: float, top: float = 0.0, left: float = 0.0) -> Frame:
    """Lay a window out in a room of some width and height, as large as it goes, in the middle of the width."""
    scale = _scale_of(window, width, height)
    return Frame(plate, window, left + (width - window.width * scale) / 2, top, scale)
