"""How a tool is shown at work on the leg: rolled, laid on, held against it, or spread."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from markupsafe import Markup

from generator.drawing.courses import clear_part, course_within, crosses, distance_to_edge, lanes_beside, point_along
from generator.drawing.frame import Frame, outline_of
from generator.drawing.marks import WEIGHTS, arrow, draw_marks
from generator.drawing.placing import Place, draw_painted
from generator.drawing.svg import Spot, angle_from
from generator.figure.draped import drape
from generator.figure.extent import extent
from generator.figure.hands import GLIDING
from generator.figure.objects import BOTTLE_IN_CLOTH, MASSAGER_HEAD, OBJECTS, ROLLERS
from generator.figure.paint import Paint, Painted
from generator.figure.plate import Plate, Region
from generator.figure.plates import BOTH_LEGS, FOOT_PLATES
from generator.figure.shapes import Area, Box, Point
from generator.model.kinds.tool import ToolShape

LAID_ON: Final = {ToolShape.WARM_PACK: Paint.WARM, ToolShape.COLD_PACK: Paint.COLD}
"""What lies on one place and does not press it, and what it is painted as."""

SPREAD: Final = frozenset({ToolShape.OIL_BOTTLE, ToolShape.TUBE})
"""What a light hand spreads, and nobody presses."""

ROLLED: Final = ROLLERS | {ToolShape.BALL, ToolShape.TENNIS_BALL}
_ROOM_FOR_TOOL_MM: Final = 16.0
_FROM_MIDDLE_MM: Final = 3.0
_LARGEST_HAND, _SMALLEST_HAND = 0.9, 0.26
"""Units a mm of a hand that spreads something: it keeps its true size, and leaves some of the place to be seen."""

_MODERATE: Final = WEIGHTS["moderate"]
_CLEAR_OF_LANES_MM: Final = (18.0, 12.0, 4.0)
"""What light hands spread past both sides keeps so far away, where there is room."""

_CLEAR_OF_TOOL_MM: Final = 40.0
"""What rolls or shakes stays half a hand's width away from where nobody may press."""

_PARTS_TRIED: Final = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9)
"""Parts of its way at which a thing is tried: the middle first, and the ends where it must be kept off that."""


def show_use(shape: ToolShape, frame: Frame, worked: Sequence[Region], keep_off: Sequence[Region]) -> Markup:
    """Draw a thing on the first of the places where it is used, with the way that it is moved."""
    if not worked:
        return Markup("")
    region = worked[0]
    if shape in LAID_ON:
        return _laid(shape, frame, region, keep_off)
    whole = course_within(region, backwards=True)
    if shape in SPREAD:
        return _spread(frame, whole, keep_off)
    course = clear_part(whole, keep_off, _CLEAR_OF_TOOL_MM)
    if not course:
        return Markup("")
    if shape in ROLLED:
        return _rolled(shape, frame, course, keep_off)
    return _held(shape, frame, course, keep_off) if shape is ToolShape.HAND_MASSAGER else Markup("")


def _draw_clear(laid: Iterable[tuple[tuple[Painted, ...], Place]], frame: Frame, keep_off: Sequence[Region]) -> Markup:
    """Draw the first of some ways to lay a thing that lies on nothing that must be kept clear, or nothing at all."""
    for painted, place in laid:
        if not any(_lies_on(painted, place, frame, region) for region in keep_off):
            return draw_painted(painted, place)
    return Markup("")


def _lies_on(painted: Iterable[Painted], place: Place, frame: Frame, region: Region) -> bool:
    edge = [place.point_of(frame.at(point)) for shape in region.shapes for point in outline_of(shape)]
    for shape in (one.shape for one in painted if one.paint is not Paint.LINE):
        if any(region.holds(frame.place_of(place.at(point))) for point in outline_of(shape)):
            return True
        if isinstance(shape, Area) and any(shape.holds(point) for point in edge):
            return True
    return False


def window_with(shape: ToolShape, plate: Plate, window: Box, worked: Sequence[Region]) -> Box:
    """Widen a window, so that it holds all of a thing that reaches beyond the leg."""
    if not worked:
        return window
    middle = point_along(course_within(worked[0], backwards=True), 0.5)
    if shape is ToolShape.HAND_MASSAGER:
        touched, sign = _nearest_edge(plate, middle)
        far = [touched.x + sign * (extent(OBJECTS[shape].painted).width + _ROOM_FOR_TOOL_MM)]
    elif shape in ROLLERS:
        far = list(span_across(shape, plate, middle))
    else:
        return window
    return Box(min(window.left, *far), window.bottom, max(window.right, *far), window.top)


def span_across(shape: ToolShape, plate: Plate, middle: Point) -> tuple[float, float]:
    """Tell how far to both sides a thing reaches that lies across a limb, with some room beside it."""
    half = _share_of_size(shape, plate, middle) * extent(OBJECTS[shape].painted).width / 2
    x = _beside_other_leg(plate, middle, half).x
    inner = 0.0 if plate in BOTH_LEGS else x - half - _ROOM_FOR_TOOL_MM
    return inner, x + half + _ROOM_FOR_TOOL_MM


def _rolled(shape: ToolShape, frame: Frame, course: Sequence[Point], keep_off: Sequence[Region]) -> Markup:
    spots = [frame.at(point) for point in course]
    return lay_across(shape, frame, course, keep_off) + draw_marks([arrow(spots, _MODERATE, both_ends=True)], _MODERATE)


def _laid(shape: ToolShape, frame: Frame, region: Region, keep_off: Sequence[Region]) -> Markup:
    place = Place(frame.at(Point(0, 0)), frame.scale, mirrored=frame.at(Point(1, 0)).x < frame.at(Point(0, 0)).x)
    middles = (point_along(region.axis, part) for part in _PARTS_TRIED)
    packs = (drape(LAID_ON[shape], one.y, partial(_edges_at, frame.plate, one.x)) for one in middles)
    return _draw_clear(((pack, place) for pack in packs), frame, keep_off)


def _edges_at(plate: Plate, x: float, height: float) -> tuple[float, float]:
    left, right = (distance_to_edge(plate.skin, Point(x, height), Point(sign, 0)) for sign in (-1, 1))
    return x - left, x + right


def _held(shape: ToolShape, frame: Frame, course: Sequence[Point], keep_off: Sequence[Region]) -> Markup:
    """Hold a machine against the edge of the leg by its head, its grip outside, and show its way along the skin."""

    def place_at(part: float) -> Place:
        touched, sign = _nearest_edge(frame.plate, point_along(course, part))
        to_the_right = frame.at(Point(sign, 0)).x > frame.at(Point(0, 0)).x
        at_origin = Place(Spot(0, 0), frame.scale, mirrored=not to_the_right)
        head, spot = at_origin.at(MASSAGER_HEAD), frame.at(touched)
        return replace(at_origin, spot=Spot(spot.x - head.x, spot.y - head.y))

    machine = OBJECTS[shape].painted
    spots = [frame.at(point) for point in course]
    return _draw_clear(((machine, place_at(part)) for part in _PARTS_TRIED), frame, keep_off) + draw_marks(
        [arrow(spots, _MODERATE, both_ends=True)], _MODERATE
    )


def _nearest_edge(plate: Plate, point: Point) -> tuple[Point, int]:
    """Find the edge of the leg that is nearest to a place at its height, and on which side: never between the legs."""
    away = {sign: distance_to_edge(plate.skin, point, Point(sign, 0)) for sign in (1, -1)}
    sign = 1 if plate in BOTH_LEGS else min(away, key=lambda one: away[one])
    return Point(point.x + sign * away[sign], point.y), sign


def _spread(frame: Frame, course: tuple[Point, ...], keep_off: Sequence[Region]) -> Markup:
    courses = _past(course, frame.plate, keep_off)
    ways = [[frame.at(point) for point in one] for one in courses]
    scale = min(_LARGEST_HAND, max(_SMALLEST_HAND, frame.scale))
    back = 0 if frame.plate in FOOT_PLATES else 180
    hands = (
        (GLIDING.painted, Place(frame.at(point_along(one, part)), scale, angle_from(spots[0], spots[-1]) - 90 + back))
        for part in (0.35, *_PARTS_TRIED)
        for one, spots in zip(courses, ways, strict=True)
    )
    return _draw_clear(hands, frame, keep_off) + draw_marks(
        [arrow(spots, WEIGHTS["light"]) for spots in ways], _MODERATE
    )


def _past(course: tuple[Point, ...], plate: Plate, keep_off: Sequence[Region]) -> list[tuple[Point, ...]]:
    """Run on both sides of what must be kept clear, or on the longest part beside it."""
    if not crosses(course, keep_off):
        return [course]
    for clear in _CLEAR_OF_LANES_MM:
        if lanes := lanes_beside(course, plate.skin, keep_off, clear):
            return lanes
    part = clear_part(course, keep_off)
    return [part] if part else []


def lay_across(shape: ToolShape, frame: Frame, course: Sequence[Point], keep_off: Sequence[Region]) -> Markup:
    """Lay a thing across the middle of its way along a limb, or near it, clear of what must not be pressed."""
    painted = BOTTLE_IN_CLOTH if shape is ToolShape.BOTTLE else OBJECTS[shape].painted
    box = extent(painted)
    turn = angle_from(frame.at(course[0]), frame.at(course[-1])) % 180 - 90

    def place_at(part: float) -> Place:
        middle = point_along(course, part)
        share = _share_of_size(shape, frame.plate, middle)
        spot = frame.at(_beside_other_leg(frame.plate, middle, share * box.width / 2))
        at_spot = Place(spot, frame.scale * share, turn)
        centre = at_spot.at(Point(box.left + box.width / 2, box.bottom + box.height / 2))
        return replace(at_spot, spot=Spot(2 * spot.x - centre.x, 2 * spot.y - centre.y))

    return _draw_clear(((painted, place_at(part)) for part in _PARTS_TRIED), frame, keep_off)


def _beside_other_leg(plate: Plate, middle: Point, half: float) -> Point:
    """Shift the middle of a thing outwards, where it would reach over the other leg."""
    return Point(max(middle.x, half + _FROM_MIDDLE_MM), middle.y) if plate in BOTH_LEGS else middle


def _share_of_size(shape: ToolShape, plate: Plate, middle: Point) -> float:
    """Tell how much of its true size a thing is drawn in: never more than a little wider than the limb."""
    reach = sum(distance_to_edge(plate.skin, middle, Point(sign, 0)) for sign in (-1, 1))
    return min(1.0, max(0.35, 1.5 * reach / extent(OBJECTS[shape].painted).width))
