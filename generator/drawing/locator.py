"""The locator: a little person beside a close-up, on whom a box shows which part of the body the picture shows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from generator.drawing.frame import DRAWN_ONCE, Frame
from generator.drawing.ink import Ink
from generator.drawing.names import Named, heights_of_names
from generator.drawing.picture import NAMES_LEFT, WIDTH
from generator.drawing.strokes import StrokeOnBody
from generator.drawing.svg import Spot, group, line_data, number, path
from generator.figure.plate import Plate
from generator.figure.plates import FOOT_PLATES, LEG_PLATES
from generator.figure.shapes import Area, Box, Point, Shape, thinned
from generator.figure.whole_body import BODY_BACK, BODY_FRONT, HAIR
from generator.model.kinds.anatomy import View

_TALL: Final = 110.0
"""Units that the person is high where there is room."""

_SMALL: Final = 66.0
"""Units below which nobody would know the person for one."""

_BROAD: Final = BODY_FRONT.window.width / BODY_FRONT.window.height
_STEP: Final = 4.0
_CLEAR: Final = 5.0
"""Units between the person and what else is drawn."""

_MARK: Final = 16.0
"""Units that a mark reaches to both sides of its course."""

_NAMES_TOP: Final = 4.0
_PARTS: Final = 20
"""Places along a name's line, of which one lies in every room that the line crosses."""

_GRID: Final = 220
"""Steps that the person is high on a grid of its own: whole numbers take fewer bytes, and nobody sees the steps."""

_FLATTEST: Final = 1.3
"""Steps that a straight line may lie off its curve: at this size straight lines look round."""

_RIGHT_LEG: Final = (-6, 182)
"""From the middle of the body to the outer edge of the right leg, for a leg seen from the side."""

_RIGHT_FOOT: Final = Box(14, -24, 166, 150)


@dataclass(frozen=True)
class _Room:
    """A place for the person: a box in units, `y` downwards; `beside` the tile, or else in it."""

    left: float
    top: float
    width: float
    height: float
    beside: bool

    def is_near(self, spot: Spot, gap: float) -> bool:
        """Tell whether a place lies in it or nearer to it than a gap."""
        across = self.left - gap < spot.x < self.left + self.width + gap
        return across and self.top - gap < spot.y < self.top + self.height + gap


def draw_locator(frame: Frame, names: Sequence[Named], laid: StrokeOnBody | None = None) -> Markup:
    """Draw the person beside a close-up, clear of its names, its body, its hands and its marks.

    A picture that shows the legs from the hips to the floor needs none; and where nothing is free, none is drawn.
    """
    if frame.plate in LEG_PLATES and frame.window.height >= frame.plate.window.height:
        return Markup("")
    heights = heights_of_names(names, NAMES_LEFT, WIDTH - NAMES_LEFT, _NAMES_TOP, frame.top + frame.height)
    room = _beside(frame, [(top, bottom) for top, bottom, _ in heights]) or _within(frame, heights, laid)
    return _person(frame, room) if room else Markup("")


def _beside(frame: Frame, heights: Sequence[tuple[float, float]]) -> _Room | None:
    """Find the lowest room in the column of names."""
    bottom = frame.top + frame.height
    edges = [(frame.top, frame.top), *sorted(heights), (bottom + _CLEAR, bottom)]
    gaps = [(above[1] + _CLEAR, below[0] - _CLEAR) for above, below in pairwise(edges)]
    height = min(_TALL, max(below - above for above, below in gaps))
    if height < _SMALL:
        return None
    lowest = max(below for above, below in gaps if below - above >= height)
    width = height * _BROAD
    return _Room((NAMES_LEFT + WIDTH - width) / 2, lowest - height, width, height, beside=True)


def _within(frame: Frame, heights: Sequence[tuple[float, float, Spot]], laid: StrokeOnBody | None) -> _Room | None:
    """Find a free corner of the tile, for as large a person as it goes."""
    taken = [*_outlines(frame, laid), *_leaders(heights)]
    courses = laid.spots(frame) if laid else []
    height = min(_TALL, frame.height - 2 * _CLEAR)
    while height >= _SMALL:
        for room in _corners(frame, height):
            touched = any(room.is_near(spot, _CLEAR) for spot in taken)
            if not touched and not any(room.is_near(spot, _MARK) for spot in courses) and not _is_body(frame, room):
                return room
        height -= _STEP
    return None


def _corners(frame: Frame, height: float) -> Iterator[_Room]:
    width = height * _BROAD
    for top in (frame.top + _CLEAR, frame.top + frame.height - height - _CLEAR):
        for left in (frame.left + _CLEAR, frame.left + frame.width - width - _CLEAR):
            yield _Room(left, top, width, height, beside=False)


def _outlines(frame: Frame, laid: StrokeOnBody | None) -> Iterator[Spot]:
    """List places along the edges of the body and of the hands."""
    for shape in frame.seen((*frame.plate.skin, *frame.plate.cloth)):
        yield from (frame.at(point) for point in shape.edge)
    if laid:
        points = [point for one in laid.hand.painted for point in one.shape.edge]
        yield from (place.at(point) for place in laid.hands for point in points)


def _leaders(heights: Iterable[tuple[float, float, Spot]]) -> Iterator[Spot]:
    for top, bottom, (x, y) in heights:
        middle = (top + bottom) / 2
        for step in range(_PARTS + 1):
            yield Spot(x + (NAMES_LEFT - x) * step / _PARTS, y + (middle - y) * step / _PARTS)


def _is_body(frame: Frame, room: _Room) -> bool:
    """Tell whether a room lies in the middle of the body, where no edge passes."""
    middle = frame.place_of(Spot(room.left + room.width / 2, room.top + room.height / 2))
    return any(shape.holds(middle) for shape in (*frame.plate.skin, *frame.plate.cloth))


@lru_cache(maxsize=DRAWN_ONCE)
def _person(frame: Frame, room: _Room) -> Markup:
    """Draw the person, and around the part that the frame shows a box, from which a line leads to the tile."""
    plate = BODY_BACK if frame.plate.view is View.BACK else BODY_FRONT
    body = Frame(plate, plate.window, round(room.left), round(room.top), room.height / plate.window.height)
    shown = _shown(frame)
    one, other = body.at(Point(shown.left, shown.top)), body.at(Point(shown.right, shown.bottom))
    left, right = sorted((one.x, other.x))
    middle = (one.y + other.y) / 2
    wide, high = number(right - left), number(other.y - one.y)
    box = f"M{number(left)} {number(one.y)}h{wide}v{high}h-{wide}z"
    leader = f"M{number(left)} {number(middle)}H{number(frame.left + frame.width)}"
    place = f"translate({room.left:.0f} {room.top:.0f})scale({room.height / _GRID:.3f})"
    return group(
        [
            path(leader, stroke=Ink.SOFT) if room.beside else Markup(""),
            _body(plate.view, place),
            path(box, stroke=Ink.CASING, stroke_width=4),
            path(box, stroke=Ink.STROKE, stroke_width=2),
        ],
        fill="none",
    )


def _body(view: View, place: str) -> Markup:
    """Draw the body on its grid, put to its place."""
    plate = BODY_BACK if view is View.BACK else BODY_FRONT
    *limbs, head = plate.skin
    return group(
        [
            path(_coarse(plate, tuple(limbs))),
            path(_coarse(plate, (head,))),
            path(_coarse(plate, plate.cloth), fill=Ink.CLOTH),
            path(_coarse(plate, (HAIR[view],)), fill=Ink.HAIR),
        ],
        transform=place,
        fill=Ink.SKIN,
        stroke=Ink.EDGE,
        stroke_width=1.5,
    )


@cache
def _coarse(plate: Plate, shapes: tuple[Shape, ...]) -> str:
    """Write shapes as straight lines between whole numbers."""
    body = Frame(plate, plate.window, 0, 0, _GRID / plate.window.height)
    data = ""
    for shape in shapes:
        points = thinned(Area(shape.edge), _FLATTEST / body.scale).points
        data += line_data([Spot(round(x), round(y)) for x, y in map(body.at, points)], closed=True)
    return data


def _shown(frame: Frame) -> Box:
    """Tell which part of the body a frame shows."""
    if frame.plate in FOOT_PLATES:
        return _RIGHT_FOOT
    window = frame.window
    if frame.plate.view in {View.INNER, View.OUTER}:
        return Box(_RIGHT_LEG[0], window.bottom, _RIGHT_LEG[1], window.top)
    return window
