"""Pictures of exercises: the body at the start and at the end of the movement, and the way between."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from generator.drawing.ink import Ink
from generator.drawing.marks import arrow, draw_marks
from generator.drawing.picture import WIDTH, Drawn, Picture, path_of
from generator.drawing.placing import Place, draw_painted
from generator.drawing.svg import Spot, tile, words_at
from generator.drawing.words import listed_places, sentence
from generator.figure.movement import way_of
from generator.figure.paint import Paint
from generator.figure.posed_body import PosedBody, lay_pack, pose_body
from generator.figure.shapes import Box, box_of
from generator.figure.stance import held, together
from generator.model.fields import Action, Part
from generator.model.kinds.anatomy import Anatomy
from generator.model.kinds.exercise import Exercise
from generator.model.pose import Movement, Posture

_HEADINGS: Final = {False: ("Start", "End"), True: ("One step", "The next")}
_GAP: Final = 10.0
_HEAD: Final = 22.0
_TALLEST: Final = 330.0
_MARGIN_MM: Final = 60.0
_BELOW_FLOOR_MM: Final = 15.0
_PACKS: Final = {Action.HEAT: (Paint.WARM, "a warm pack"), Action.COLD: (Paint.COLD, "a cold pack")}
_WEIGHT: Final = 3.4


def draw_exercise(exercise: Exercise, areas: Sequence[Anatomy]) -> tuple[Picture, ...]:
    """Draw an exercise: its start beside or above its end, or the one posture that it is held in."""
    bodies = poses_of(exercise.shown, pack_of(exercise, areas[0]) if areas else None)
    window = window_of(bodies)
    beside = window.width < window.height * 1.15 and len(bodies) > 1
    room = (WIDTH - _GAP) / 2 if beside else float(WIDTH)
    scale = min(room / window.width, _TALLEST / window.height)
    tall = window.height * scale
    content: list[Markup] = []
    for place, body in enumerate(bodies):
        left = place * (room + _GAP) if beside else 0.0
        top = 0.0 if beside else place * (tall + _HEAD + _GAP)
        heading = f"{place + 1}. {_HEADINGS[exercise.shown.is_a_cycle][place]}" if len(bodies) > 1 else ""
        content.append(words_at(Spot(left + 4, top + 15), heading, 14, bold=True) if heading else Markup(""))
        room_below = Box(left, top + _HEAD, left + room, top + _HEAD + tall)
        content.append(draw_pose(body, window, room_below, bodies[0], exercise.shown))
    rows = 1 if beside else len(bodies)
    height = rows * (tall + _HEAD) + (rows - 1) * _GAP
    words = say_exercise(exercise, areas[:1])
    return (
        Picture(
            path=path_of("exercises", exercise.id),
            width=WIDTH,
            height=round(height + 4),
            title=sentence(f"{exercise.full_name}: {words}"),
            caption=sentence(words),
            description=sentence(f"{_seen(exercise.shown)}. It works on {listed_places(areas)}"),
            content=Markup("").join(content),
            drawn=tuple(Drawn(row * (tall + _HEAD + _GAP), tall + _HEAD) for row in range(rows)),
        ),
    )


def _seen(shown: Movement) -> str:
    side = "Seen from the front" if shown.posture is Posture.LYING_ON_SIDE else "Seen from the side"
    if not shown.moves:
        return side
    return f"{side}, {'at one step and at the next' if shown.is_a_cycle else 'at the start and at the end'}"


Pack = tuple[Paint, Part]
"""A warm or a cold pack, and the part of the leg that it is wrapped around."""


def pack_of(exercise: Exercise, area: Anatomy) -> Pack | None:
    """Tell which pack an exercise lays on an area: none where it is neither heat nor cold."""
    return (_PACKS[exercise.does][0], area.part) if exercise.does in _PACKS else None


def poses_of(shown: Movement, pack: Pack | None = None, *, both_legs: bool = False) -> list[PosedBody]:
    """Pose the body at the start, and at the end where that differs; `both_legs` do what the near one does."""
    ends = [shown.start, shown.end] if shown.moves else [shown.start]
    if both_legs:
        ends = [together(shown.posture, angles) for angles in ends]
    bodies = [pose_body(shown.posture, angles) for angles in ends]
    return [lay_pack(body, *pack, both_legs=both_legs) for body in bodies] if pack else bodies


def draw_pose(body: PosedBody, window: Box, room: Box, start: PosedBody, shown: Movement) -> Markup:
    """Draw a body on a tile. Where it is not at its start, an arrow shows the way of the joint that moved most."""
    scale = min(room.width / window.width, room.height / window.height)
    left = room.left + (room.width - window.width * scale) / 2
    place = Place(Spot(left - window.left * scale, room.bottom + window.top * scale), scale)
    return (
        tile(Spot(room.left, room.bottom), room.width, room.height, Ink.TILE)
        + draw_painted(body.painted, place)
        + (_way(body, start, place) if not shown.is_a_cycle else Markup(""))
    )


def _way(body: PosedBody, start: PosedBody, place: Place) -> Markup:
    """Draw the way of the part of the body that shows the movement best."""
    course = way_of(body, start)
    return draw_marks([arrow([place.at(point) for point in course], _WEIGHT)], _WEIGHT) if course else Markup("")


def window_of(bodies: Sequence[PosedBody]) -> Box:
    """Find the room in mm that all bodies and their way take up, so that nobody moves but who should."""
    around = box_of(point for body in bodies for one in body.painted for point in one.shape.edge)
    if way := way_of(bodies[-1], bodies[0]):
        lies = box_of(way)
        around = around.around(Box(lies.left, lies.bottom, lies.right, lies.top + _MARGIN_MM / 2))
    return Box(
        around.left - _MARGIN_MM, around.bottom - _BELOW_FLOOR_MM, around.right + _MARGIN_MM, around.top + _MARGIN_MM
    )


_CHANGES: Final = {
    "trunk": ("the body leans forwards", "the body leans back"),
    "hip": ("the leg lifts at the hip", "the hip straightens"),
    "hip_out": ("the top knee opens", "the top knee closes"),
    "knee": ("the knee bends", "the knee straightens"),
    "ankle": ("the foot pulls up", "the foot points away"),
    "other_knee": ("the front knee bends", "the front knee straightens"),
}
"""What each joint is said to do; the trunk comes first, for a thigh that stays where it is follows it."""


def say_exercise(exercise: Exercise, areas: Sequence[Anatomy]) -> str:
    """Say what an exercise does on some areas: its movement, and where its pack lies."""
    words = say_movement(exercise.shown)
    return (
        f"{words}, {_PACKS[exercise.does][1]} on {listed_places(areas)}" if areas and exercise.does in _PACKS else words
    )


def say_movement(shown: Movement) -> str:
    """Say a movement in words, by the joint that moves most: “sitting on a chair: the knee straightens”."""
    words = str(shown.posture)
    start, end = (held(shown.posture, angles) for angles in (shown.start, shown.end))
    change = {joint: (getattr(end, joint) or 0) - (getattr(start, joint) or 0) for joint in _CHANGES}
    most = max(change, key=lambda joint: abs(change[joint]))
    if not change[most] or shown.is_a_cycle:
        return words
    return f"{words}: {_CHANGES[most][0 if change[most] > 0 else 1]}"
