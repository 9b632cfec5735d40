"""The body map of the home page: six views of the leg and the foot, on which each place is a link.

It needs no script, no id and no style attribute: it is made of links and paths, and `body-map.css` says how they look
under a finger, a pointer and the keyboard. Curves are drawn as short straight lines on a grid of whole numbers, which
halves the bytes: all six views stand in the page itself.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from generator.drawing.frame import Frame
from generator.drawing.ink import Ink
from generator.drawing.svg import group, path
from generator.figure import plates
from generator.figure.plate import Plate, Region
from generator.figure.shapes import Area, Box, Cord, Point, Shape, thinned
from generator.linking.site import Place
from generator.model.kinds.anatomy import Anatomy

_WIDTH: Final = 372
"""Units that a view is wide: on the legs one for each mm, and half a pixel of a desk's screen."""

_HEIGHT: Final = 1014
"""Units that a view is high at most: so the legs are of one size on all sides."""

_PIXEL: Final = _WIDTH / 138
"""Units of a pixel on a phone of 320 px, where a view is 138 px wide."""

_LEAST_WIDE: Final = 26 * _PIXEL
_LEAST_HIGH: Final = 29 * _PIXEL
"""A little more than the 24 px that a finger needs, for neighbours overlap."""

_FLATTEST: Final = 0.85
"""Units that a straight line may lie off its curve."""

_ON_FLOOR_MM: Final = 10.0

_ROUND_SHARE: Final = 0.92
"""How much of its region's box a round fills, so that it hardly reaches over its neighbours."""

_CORNERS: Final = 8
"""Points that a round is laid through."""

_GOES_ON_ALONG: Final = {"calf": "achilles-tendon", "toes": "toes", "foot": "foot"}
"""Along whose axis a place goes on, unseen: so a finger finds the heel cord, and the gaps between the toes."""

_GOES_ON_MM: Final = 56
"""How broad: as the leg above the heel."""

_ROUND: Final = ("hip-joint", "knee-joint", "ankle-joint")
"""Joints, which lie deep: a plain round says where, and their outlines would look like marks on the skin."""


@dataclass(frozen=True)
class _View:
    """One picture of the map. `elsewhere` are regions of its plate that another picture shows larger or whole."""

    plate: Plate
    caption: str
    elsewhere: tuple[str, ...] = ()
    both_legs: bool = False
    is_dressed: bool = True

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """The regions that are links where the content has them, the largest first, so that the smaller lie above."""
        found = (region for one, region in self.plate.regions.items() if one not in self.elsewhere)
        return tuple(sorted(found, key=lambda region: -region.box.width * region.box.height))

    @cached_property
    def frame(self) -> Frame:
        """The whole plate in the middle of the view, as large as it goes."""
        window = self.plate.window
        scale = min(_WIDTH / window.width, _HEIGHT / window.height)
        return Frame(self.plate, window, (_WIDTH - window.width * scale) / 2, 0.0, scale)

    def data(self, shapes: Iterable[Shape], *, mirrored: bool = False) -> str:
        """Write the data of shapes as one path; mirrored, each stands on both legs."""
        data = ""
        for shape in shapes:
            course = _course(shape, _FLATTEST / self.frame.scale)
            for points in (course, _on_other_leg(course)) if mirrored else (course,):
                data += self.line(points) + ("z" if isinstance(shape, Area) else "")
        return data

    def line(self, points: Iterable[Point]) -> str:
        """Write the data of straight lines between whole numbers, shorter than `svg.line_data` writes it."""
        spots = [(round(x), round(y)) for x, y in map(self.frame.at, points)]
        moves = (move for (x, y), (to_x, to_y) in pairwise(spots) for move in (to_x - x, to_y - y))
        return f"M{spots[0][0]} {spots[0][1]}l" + "".join(f"{move}" if move < 0 else f" {move}" for move in moves)


_VIEWS: Final = (
    _View(plates.LEG_FRONT, "Front", ("toes", "top-of-foot"), both_legs=True),
    _View(plates.LEG_BACK, "Back", ("foot", "knee-joint"), both_legs=True),
    _View(plates.LEG_INNER, "Inner side", ("foot-arch",)),
    _View(plates.LEG_OUTER, "Outer side"),
    _View(plates.FOOT_TOP, "Top of the foot", ("foot", "ball-of-foot"), is_dressed=False),
    _View(plates.FOOT_SOLE, "Sole", ("foot",), is_dressed=False),
)


@cache  # each copy of a site has the same map, with links of its own
def _course(shape: Shape, flattest: float) -> tuple[Point, ...]:
    """List the corners of a shape, drawn in lines that lie off its curve by `flattest` mm at most."""
    fine = Area(shape.edge) if isinstance(shape, Area) else Cord(shape.edge, shape.width)
    return thinned(fine, flattest).points


def draw_body_map(places: Sequence[Place]) -> Markup:
    """Draw the views on which places show, as HTML without a blank line; the links lead there from the site's root."""
    named_like_its_shape_last = sorted(places, key=lambda place: place.area.drawn_as == place.area.id)
    shown = {place.area.drawn_as: place for place in named_like_its_shape_last}
    return Markup("").join(_figure(view, shown) for view in _VIEWS if any(one.id in shown for one in view.regions))


def is_on_map(area: Anatomy) -> bool:
    """Tell whether a view has a shape for a place."""
    return any(region.id == area.drawn_as for view in _VIEWS for region in view.regions)


def _figure(view: _View, shown: dict[str, Place]) -> Markup:
    plate = view.plate
    links = (_link(view, region, shown[region.id]) for region in view.regions if region.id in shown)
    return Markup('<figure><svg viewBox="0 0 {} {}">{}{}{}{}</svg><figcaption>{}</figcaption></figure>').format(
        _WIDTH,
        math.ceil(view.frame.height),
        path(view.data(plate.skin), fill=Ink.SKIN, stroke=Ink.EDGE, stroke_width=3),
        path(view.data(plate.cloth), fill=Ink.CLOTH, stroke=Ink.EDGE, stroke_width=2) if view.is_dressed else "",
        group(links, fill=Ink.WORKED, fill_opacity=0.3, stroke=Ink.EDGE, stroke_width=2),
        path(view.data(plate.creases), fill="none", stroke=Ink.CREASE, stroke_width=2, pointer_events="none"),
        view.caption,
    )


def _link(view: _View, region: Region, place: Place) -> Markup:
    return Markup('<a href="{}"><title>{}, {}</title>{}{}</a>').format(
        place.named.address.url,
        place.named.name,
        view.plate.view.label,
        path(view.data(_shapes(region), mirrored=view.both_legs)),
        _goes_on(view, region) + _target(view, region.box),
    )


def _shapes(region: Region) -> tuple[Shape, ...]:
    return (_round(region.box),) if region.id in _ROUND else region.shapes


def _round(box: Box) -> Area:
    middle = Point((box.left + box.right) / 2, (box.bottom + box.top) / 2)
    across, up = box.width / 2 * _ROUND_SHARE, box.height / 2 * _ROUND_SHARE
    turns = (corner * math.tau / _CORNERS for corner in range(_CORNERS))
    return Area(tuple(Point(middle.x + across * math.cos(turn), middle.y + up * math.sin(turn)) for turn in turns))


def _goes_on(view: _View, region: Region) -> Markup:
    along = view.plate.regions.get(_GOES_ON_ALONG.get(region.id, ""))
    return _unseen(view, (along.axis[0], along.axis[-1]), _GOES_ON_MM) if along else Markup("")


def _target(view: _View, box: Box) -> Markup:
    """Draw what makes a small place large enough for a finger: an unseen broad line over it.

    It reaches to both sides, but from the edge of a leg seen from the side into the empty space beside it alone; and
    upwards, but from what stands on the floor downwards.
    """
    scale = view.frame.scale
    wide, high = max(0.0, _LEAST_WIDE / scale - box.width), max(0.0, _LEAST_HIGH / scale - box.height)
    if not wide and not high:
        return Markup("")
    bottom, top = (box.bottom - high, box.top) if box.bottom < _ON_FLOOR_MM else (box.bottom, box.top + high)
    if view.both_legs or box.left < 0 < box.right:
        left, right = box.left - wide / 2, box.right + wide / 2
    else:
        left, right = (box.left - wide, box.right) if box.right < 0 else (box.left, box.right + wide)
    half = min(right - left, top - bottom) / 2
    ends = (
        (Point((left + right) / 2, bottom + half), Point((left + right) / 2, top - half))
        if top - bottom > right - left
        else (Point(left + half, (bottom + top) / 2), Point(right - half, (bottom + top) / 2))
    )
    return _unseen(view, ends, 2 * half)


def _unseen(view: _View, ends: tuple[Point, Point], width: float) -> Markup:
    """Draw a line that only a finger or a pointer finds."""
    legs = (ends, _on_other_leg(ends)) if view.both_legs else (ends,)
    data = "".join(map(view.line, legs))
    return path(data, stroke="transparent", stroke_width=round(width * view.frame.scale), stroke_linecap="square")


def _on_other_leg(points: Iterable[Point]) -> tuple[Point, ...]:
    return tuple(Point(-point.x, point.y) for point in points)
