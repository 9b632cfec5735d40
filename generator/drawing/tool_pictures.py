"""Pictures of tools: what each looks like, and where and how it is used on the body."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Final

from markupsafe import Markup

from generator.drawing.body import Body, most_specific
from generator.drawing.frame import Frame
from generator.drawing.ink import Ink
from generator.drawing.legend import Legend, draw_legend, legend_height
from generator.drawing.picture import ROOM, WIDTH, Drawn, Picture, path_of
from generator.drawing.placing import Place, draw_painted
from generator.drawing.scene import draw_body, on_both_legs, show_keep_off, show_worked, within
from generator.drawing.stroke_views import filling
from generator.drawing.svg import Spot, clip, tile
from generator.drawing.tool_uses import LAID_ON, show_use, window_with
from generator.drawing.views import choose_plates, frame_in, window_around, window_for
from generator.drawing.words import capitalised, joined, listed_places, seen_from, sentence, the
from generator.figure.extent import extent
from generator.figure.objects import OBJECTS
from generator.figure.paint import Paint, Painted
from generator.figure.plates import LEG_PLATES
from generator.figure.shapes import Box, Point
from generator.figure.tools_in_use import pose_with
from generator.model.fields import Part
from generator.model.kinds.anatomy import Anatomy, View
from generator.model.kinds.tool import Tool, ToolShape

_TILE: Final = WIDTH - ROOM - 8
_HEIGHT: Final = 300.0
_MARGIN: Final = 8.0
_LONG: Final = 3.0
"""How many times as long as high a thing is that lies slanting in its tile."""

_SLANT: Final = 52.0
_WRAPPED_IN_SLEEVE: Final = "the foot and the lower leg"
"""What a sleeve is wrapped around, whichever of its places it is used for."""

_USED: Final = {
    ToolShape.BALL: "rolled slowly under",
    ToolShape.TENNIS_BALL: "rolled slowly under",
    ToolShape.FOAM_ROLLER: "rolled slowly along",
    ToolShape.FOOT_ROLLER: "rolled slowly under",
    ToolShape.ROLLER_STICK: "rolled slowly along",
    ToolShape.BOTTLE: "rolled slowly under",
    ToolShape.OIL_BOTTLE: "spread on",
    ToolShape.TUBE: "spread on",
    ToolShape.PILLOW: "put under",
    ToolShape.WARM_PACK: "laid on",
    ToolShape.COLD_PACK: "laid on",
    ToolShape.CUFFS: "wrapped around",
    ToolShape.HAND_MASSAGER: "moved slowly over",
    ToolShape.FOOT_MACHINE: "used on",
}


def draw_tool(tool: Tool, body: Body, keep_off: Sequence[str]) -> tuple[Picture, ...]:
    """Draw a tool beside the place of the body where it is used; nothing where it is used on no place of its own."""
    areas = _near_each_other(body.areas(tool.areas), tool.part)
    if not areas:
        return ()
    view = _view(tool, areas, body.areas(keep_off), (ROOM, _HEIGHT), _TILE + 8)
    legend = [Legend("Keep off what is hatched", "keep-off")] if view.keep_off else []
    if tool.time:
        legend.append(Legend(f"For {tool.time}", "time"))
    clause = say_use(tool, view.worked)
    hatched = f" Keep off {joined([the(area) for area in view.keep_off])}: hatched." if view.keep_off else ""
    return (
        Picture(
            path=path_of("tools", tool.id),
            width=WIDTH,
            height=round(view.bottom + 8 + legend_height(legend)),
            title=sentence(f"{tool.full_name}, {clause}"),
            caption=sentence(clause),
            description=f"On the left the thing itself, on the right the body. {view.seen}.{hatched}",
            content=draw_object(tool.shape, Spot(0, 0), _TILE, min(view.bottom, _TILE * 1.3))
            + view.draw()
            + draw_legend(legend, view.bottom + 6),
            drawn=(Drawn(0, view.bottom),),
        ),
    )


def tool_on(
    tool: Tool,
    areas: Sequence[Anatomy],
    keep_off: Sequence[Anatomy],
    room: tuple[float, float],
    *,
    both_legs: bool = False,
) -> Markup:
    """Draw a tool in use on some areas, in a room of some width and height."""
    view = _view(tool, areas, keep_off, room, 0.0)
    return view.draw(square=True) if isinstance(view, _OnBody) else view.draw(both_legs=both_legs)


def say_use(tool: Tool, areas: Sequence[Anatomy]) -> str:
    """Say how a tool is used in one clause: “rolled slowly along the calf muscle”."""
    places = _WRAPPED_IN_SLEEVE if _is_in_sleeve(tool, areas) else listed_places(areas)
    return f"{_USED[tool.shape]} {places}"


def _is_in_sleeve(tool: Tool, areas: Sequence[Anatomy]) -> bool:
    return tool.shape is ToolShape.CUFFS and all(pose_with(tool.shape, area) for area in areas)


def _near_each_other(areas: Sequence[Anatomy], part: Part) -> list[Anatomy]:
    """Keep those areas, from the first on, that one picture shows from close by."""
    if not areas:
        return []
    plate, ids = choose_plates(areas, part, 1, [areas[0].id])[0]
    near = [areas[0]]
    for area in areas[1:]:
        window = window_for(plate, [one.drawn_as for one in (*near, area)])
        if area.id in ids and (window != plate.window or plate not in LEG_PLATES):
            near.append(area)
    return near


@dataclass(frozen=True)
class _OnBody:
    """A tool used by somebody who sits or lies, seen from the side."""

    painted: tuple[Painted, ...]
    worked: tuple[Anatomy, ...]
    left: float
    room: tuple[float, float]
    keep_off: tuple[Anatomy, ...] = ()
    seen: str = "Seen from the side"

    @property
    def bottom(self) -> float:
        width, height = self.room
        return min(height, self._box.height * (width - 2 * _MARGIN) / self._box.width + 2 * _MARGIN)

    @property
    def _box(self) -> Box:
        """The box around all but the line of the floor, which runs on to the sides of the tile."""
        return extent(one for one in self.painted if one.paint is not Paint.LINE)

    def draw(self, *, square: bool = False) -> Markup:
        """Draw a tile as wide as its room, and as high as what it shows or as its room."""
        width, height = self.room[0], self.room[1] if square else self.bottom
        box = self._box
        scale = min((width - 2 * _MARGIN) / box.width, (height - 2 * _MARGIN) / box.height)
        middle = Point(box.left + box.width / 2, box.bottom + box.height / 2)
        place = Place(Spot(self.left + width / 2 - middle.x * scale, height / 2 + middle.y * scale), scale)
        corner = Spot(self.left, 0)
        return clip(corner, width, height, tile(corner, width, height, Ink.TILE) + draw_painted(self.painted, place))


@dataclass(frozen=True)
class _OnPlate:
    """A tool used on the leg, knee or foot, seen from close by."""

    shape: ToolShape
    frame: Frame
    worked: tuple[Anatomy, ...]
    keep_off: tuple[Anatomy, ...]

    @property
    def bottom(self) -> float:
        return self.frame.top + self.frame.height

    @property
    def seen(self) -> str:
        return capitalised(seen_from(self.frame.plate.view))

    def draw(self, *, both_legs: bool = False) -> Markup:
        regions = self.frame.plate.regions
        worked = [regions[area.drawn_as] for area in self.worked]
        forbidden = [regions[area.drawn_as] for area in self.keep_off]
        places = [
            *(show_worked(self.frame, region) for region in worked),
            *(show_keep_off(self.frame, region) for region in forbidden),
            show_use(self.shape, self.frame, worked, forbidden),
        ]
        used = Markup("").join(places)
        return within(self.frame, [draw_body(self.frame), on_both_legs(self.frame, used) if both_legs else used])


def _view(
    tool: Tool, areas: Sequence[Anatomy], keep_off: Sequence[Anatomy], room: tuple[float, float], left: float
) -> _OnBody | _OnPlate:
    if painted := pose_with(tool.shape, areas[0]):
        return _OnBody(painted, tuple(areas[:1]), left, room)
    if tool.shape in LAID_ON:
        areas = areas[:1]
    side = View.OUTER if tool.shape is ToolShape.HAND_MASSAGER else None
    plate, ids = choose_plates(areas, tool.part, 1, side=side)[0]
    here = [area for area in areas if area.id in ids]
    shown = most_specific(here)
    worked = [plate.regions[area.drawn_as] for area in shown]
    window = window_with(tool.shape, plate, window_around(plate, [area.drawn_as for area in here], room), worked)
    frame = frame_in(plate, filling(plate, window, room), *room, left=left)
    off = [area for area in keep_off if area.drawn_as in plate.regions]
    return _OnPlate(
        tool.shape,
        frame,
        tuple(shown),
        tuple(area for area in off if frame.shows_part_of(plate.regions[area.drawn_as])),
    )


def draw_object(shape: ToolShape, corner: Spot, width: float, height: float) -> Markup:
    """Draw a thing in a tile of its own, as large as it goes; a long thing lies slanting, which has more room."""
    painted = OBJECTS[shape].painted
    box = extent(painted)
    turn = _SLANT if box.width > _LONG * box.height else 0.0
    c, s = cos(radians(turn)), sin(radians(turn))
    across, up = box.width * c + box.height * s, box.width * s + box.height * c
    scale = min((width - 16) / across, (height - 16) / up)
    middle = Point(box.left + box.width / 2, box.bottom + box.height / 2)
    off = Place(Spot(0, 0), scale, turn).at(middle)
    origin = Spot(corner.x + width / 2 - off.x, corner.y + height / 2 - off.y)
    return tile(corner, width, height, Ink.TILE) + draw_painted(painted, Place(origin, scale, turn))
