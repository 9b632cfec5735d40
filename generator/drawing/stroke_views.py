"""A stroke laid on the body: from which sides, in what windows, and what each of them shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Final

from markupsafe import Markup

from generator.drawing.body import most_specific
from generator.drawing.courses import is_near, point_along
from generator.drawing.frame import Frame
from generator.drawing.hand_places import WIDENED_MM
from generator.drawing.picture import HEIGHT, ROOM
from generator.drawing.scene import draw_body, on_both_legs, show_keep_off, show_worked, within
from generator.drawing.stroke_on_parts import StrokeOnParts
from generator.drawing.strokes import StrokeOnBody, lay_stroke
from generator.drawing.tool_uses import lay_across, span_across
from generator.drawing.views import choose_plates, frame_in, window_around
from generator.figure.plate import Plate, Region
from generator.figure.plates import LEG_PLATES
from generator.figure.shapes import Box, box_of
from generator.model.kinds.anatomy import Anatomy, View
from generator.model.kinds.technique import Direction, StrokeKind
from generator.model.kinds.tool import Tool

_LOOKS: Final = 24
_ON_PLACE_MM: Final = 25.0
"""Half a mark, or one of two lanes: a course so near to a place is on it."""


@dataclass(frozen=True)
class StrokeView:
    """A stroke from one side, ready to be drawn: the frame, the places shown, and the stroke laid on them."""

    frame: Frame
    areas: tuple[Anatomy, ...]
    keep_off: tuple[Anatomy, ...]
    laid: StrokeOnBody
    tool: Tool | None = None

    @property
    def worked(self) -> list[Anatomy]:
        """The places that are worked, without those that hold another of them."""
        return most_specific(self.areas)

    @property
    def _marked(self) -> list[Anatomy]:
        """The places that are worked and have a mark; all of them where there was room for none."""
        points = [point_along(course, part / _LOOKS) for course in self.laid.courses for part in range(_LOOKS + 1)]
        regions = self.frame.plate.regions
        marked = [a for a in self.worked if any(is_near(point, regions[a.drawn_as], _ON_PLACE_MM) for point in points)]
        return marked or self.worked

    def say(self, done: StrokeOnParts) -> str:
        """Say what this side shows of a stroke: from where to where only if both ends show here."""
        if done.start in self.areas and done.end in self.areas:
            return done.say(done.areas)
        is_at_start = done.is_at_start and done.start in self.areas
        areas = [area for area in self.areas if area is done.start] if is_at_start else self._marked
        return replace(done, start=None, end=None).say(areas)

    def draw(self, *, both_legs: bool = False) -> Markup:
        """Draw the body and the stroke on it; on both legs its marks lie on each, and its hands on one."""
        frame, regions = self.frame, self.frame.plate.regions
        worked = [show_worked(frame, regions[area.drawn_as], area.structure) for area in self.worked]
        off = [show_keep_off(frame, regions[area.drawn_as]) for area in self.keep_off]
        places = Markup("").join([*worked, *off, self._draw_tool()])
        marks = self.laid.draw_marks()
        if both_legs:
            places, marks = on_both_legs(frame, places), on_both_legs(frame, marks)
        return within(frame, [draw_body(frame), places, self.laid.draw_hands(), marks])

    def _draw_tool(self) -> Markup:
        if self.tool is None or not self.laid.courses:
            return Markup("")
        hatched = self.frame.regions(area.drawn_as for area in self.keep_off)
        return lay_across(self.tool.shape, self.frame, self.laid.courses[0], hatched)


def view_stroke(done: StrokeOnParts, most: int, room: tuple[float, float] = (ROOM, HEIGHT)) -> Iterator[StrokeView]:
    """Lay a stroke on the fewest plates that show all of its places."""
    ends = [end for end in (done.start, done.end) if end is not None]
    everything = list(dict.fromkeys((*ends, *done.areas)))
    wanted = [end.id for end in ends] or [done.areas[0].id]
    bends = done.stroke.kind is StrokeKind.STRETCH and done.stroke.direction is Direction.TO_AND_FRO
    for plate, ids in choose_plates(everything, done.part, most, wanted, View.INNER if bends else None):
        yield _on_plate(plate, ids, done, room)


def _on_plate(plate: Plate, ids: Sequence[str], done: StrokeOnParts, room: tuple[float, float]) -> StrokeView:
    shown = tuple(area for area in dict.fromkeys((*done.areas, done.start, done.end)) if area and area.id in ids)
    window = filling(plate, window_around(plate, [area.drawn_as for area in shown], room), room)
    view = _in_window(plate, window, shown, done, room, WIDENED_MM)
    wider = wide_enough(view)
    return view if wider == window else _in_window(plate, filling(plate, wider, room), shown, done, room)


def _in_window(
    plate: Plate,
    window: Box,
    shown: tuple[Anatomy, ...],
    done: StrokeOnParts,
    room: tuple[float, float],
    spare_mm: float = 0.0,
) -> StrokeView:
    frame = frame_in(plate, window, *room)
    keep_off = tuple(
        area
        for area in done.keep_off
        if area.drawn_as in plate.regions and frame.shows_part_of(plate.regions[area.drawn_as])
    )
    regions = plate.regions
    ends = tuple(
        regions.get(end.drawn_as) if end is not None and end in shown else None for end in (done.start, done.end)
    )
    worked = _worked(plate, shown, done, ends)
    hatched = [regions[area.drawn_as] for area in keep_off]
    laid = lay_stroke(
        frame,
        done.stroke,
        done.pressure,
        tuple(worked),
        (ends[0], ends[1]),
        tuple(hatched),
        spare_mm,
        own_hands=done.by_oneself,
    )
    return StrokeView(frame, shown, keep_off, laid, done.tool)


def filling(plate: Plate, window: Box, room: tuple[float, float]) -> Box:
    """Widen a window to the shape of its room with an empty tile; not where more of the other leg would come in."""
    if plate in LEG_PLATES and not _holds_body(plate, window):
        return window
    more = max(0.0, window.height * room[0] / room[1] - window.width) / 2
    return Box(window.left - more, window.bottom, window.right + more, window.top)


def _holds_body(plate: Plate, window: Box) -> bool:
    """Tell whether a window cuts the body neither on the left nor on the right."""
    beside = _body_beside(plate, window)
    return window.left <= min(beside) and max(beside) <= window.right


def _body_beside(plate: Plate, window: Box) -> list[float]:
    """List how far the body reaches to both sides at the heights of a window."""
    shapes = (*plate.skin, *plate.cloth)
    return [point.x for shape in shapes for point in shape.edge if window.bottom <= point.y <= window.top]


def wide_enough(view: StrokeView) -> Box:
    """Widen a window to the sides that the body does not run out of, so that it shows the hands, or the tool."""
    frame, laid, window = view.frame, view.laid, view.frame.window
    if view.tool is not None and laid.courses:
        left, right = span_across(view.tool.shape, frame.plate, point_along(laid.courses[0], 0.5))
        return Box(min(window.left, left), window.bottom, max(window.right, right), window.top)
    if not laid.hands:
        return window
    skin = reduce(Box.around, (shape.box for shape in frame.plate.skin))
    beside = _body_beside(frame.plate, window)
    spots = [place.at(point) for place in laid.hands for area in laid.hand.skin for point in area.edge]
    hands = box_of(frame.place_of(spot) for spot in spots)
    most = WIDENED_MM
    return Box(
        min(window.left, max(window.left - most, hands.left)) if min(beside) > window.left else window.left,
        min(window.bottom, max(window.bottom - most, hands.bottom)) if skin.bottom > window.bottom else window.bottom,
        max(window.right, min(window.right + most, hands.right)) if max(beside) < window.right else window.right,
        max(window.top, min(window.top + most, hands.top)) if skin.top < window.top else window.top,
    )


def _worked(plate: Plate, shown: Sequence[Anatomy], done: StrokeOnParts, ends: Sequence[Region | None]) -> list[Region]:
    """Choose where the stroke is laid: where it starts, if only that is told; else where no other lies within."""
    if ends[0] is not None and done.is_at_start:
        return [ends[0]]
    return [plate.regions[area.drawn_as] for area in most_specific(shown)]
