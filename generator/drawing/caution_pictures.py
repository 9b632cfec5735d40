"""Pictures of cautions: the place to keep off, or what to leave out, to ask about or to take care with."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from generator.drawing.action_tiles import ADVICE, LABEL, SAID, SIGN_WORDS, TILE, draw_tile
from generator.drawing.body import Body
from generator.drawing.legend import Legend, draw_legend, legend_height
from generator.drawing.locator import draw_locator
from generator.drawing.names import MOST_NAMES, Named, draw_names
from generator.drawing.picture import HEIGHT, NAMES_LEFT, ROOM, WIDTH, Drawn, Picture, path_of
from generator.drawing.scene import draw_body, show_keep_off, within
from generator.drawing.views import choose_plates, frame_in, window_around
from generator.drawing.visible import spot_of
from generator.drawing.words import joined, label, listed_places, seen_from, sentence
from generator.figure.plate import Plate
from generator.model.fields import Action
from generator.model.kinds.anatomy import Anatomy
from generator.model.kinds.caution import Caution
from generator.model.reach import FORBIDDING

_EXERCISE: Final = frozenset({Action.STRETCH, Action.STRENGTH, Action.MOVEMENT})
_COLUMNS: Final = 3
_GAP: Final = 8.0


def draw_caution(caution: Caution, body: Body) -> tuple[Picture, ...]:
    """Draw the places that a caution keeps hands off; where it has none, what it holds for, under its sign."""
    if caution.areas and caution.level in FORBIDDING:
        return _mark_places(body.areas(caution.areas), caution.id, caution.full_name)
    actions = caution.applies_to.actions
    return (_row_of_actions(caution, _in_short(actions)),) if actions else ()


def _mark_places(areas: Sequence[Anatomy], caution_id: str, name: str) -> tuple[Picture, ...]:
    """Draw places to keep off, hatched, from as many sides as it takes to show them all."""
    plates = choose_plates(areas, areas[0].part, len(areas))
    return tuple(
        _hatched_on(plate, [area for area in areas if area.id in ids], path_of("cautions", caution_id, place), name)
        for place, (plate, ids) in enumerate(plates, 1)
    )


def _hatched_on(plate: Plate, areas: Sequence[Anatomy], path: str, name: str) -> Picture:
    frame = frame_in(plate, window_around(plate, [area.drawn_as for area in areas]), ROOM, HEIGHT)
    regions = [plate.regions[area.drawn_as] for area in areas]
    names = [
        Named(label(area), spot_of(frame, region), strong=True)
        for area, region in zip(areas[:MOST_NAMES], regions, strict=False)
    ]
    bottom = frame.top + frame.height
    lines = [Legend("Keep off what is hatched", "keep-off")]
    clause = f"keep off {listed_places(areas)}, {seen_from(plate.view)}"
    return Picture(
        path=path,
        width=WIDTH,
        height=round(bottom + 8 + legend_height(lines)),
        title=sentence(f"{name}: {clause}"),
        caption=sentence(clause),
        description="The place is hatched." if len(areas) == 1 else "The places are hatched.",
        content=within(frame, [draw_body(frame), *(show_keep_off(frame, region) for region in regions)])
        + draw_names(names, NAMES_LEFT, WIDTH - NAMES_LEFT, 4, bottom)
        + draw_locator(frame, names)
        + draw_legend(lines, bottom + 6),
        names=True,
        drawn=(Drawn(0, bottom + 4, ROOM),),
    )


def _in_short(actions: Sequence[Action]) -> list[tuple[Action, str]]:
    """List actions with their words; stretching, strengthening and movement together are exercise."""
    if not _EXERCISE.issubset(actions):
        return [(action, SAID[action]) for action in actions]
    others = [(action, SAID[action]) for action in actions if action not in _EXERCISE]
    return [*others, (Action.STRENGTH, "exercise")]


def _row_of_actions(caution: Caution, actions: Sequence[tuple[Action, str]]) -> Picture:
    content: list[Markup] = []
    for place, (action, said) in enumerate(actions):
        row, column = divmod(place, _COLUMNS)
        left, top = column * (TILE + _GAP), row * (TILE + LABEL + _GAP)
        content.append(draw_tile(action, said, caution.level, left, top))
    rows = (len(actions) + _COLUMNS - 1) // _COLUMNS
    bottom = rows * (TILE + LABEL + _GAP)
    advice = f"{ADVICE[caution.level]} {joined([said for _, said in actions])}"
    legend = [Legend(f"{ADVICE[caution.level]} what you see here")]
    return Picture(
        path=path_of("cautions", caution.id),
        width=WIDTH,
        height=round(bottom + legend_height(legend)),
        title=sentence(f"{caution.full_name}: {advice[0].lower()}{advice[1:]}"),
        caption=sentence(advice),
        description=f"Small pictures, each {SIGN_WORDS[caution.level]}.",
        content=Markup("").join(content) + draw_legend(legend, bottom - 2),
        drawn=(Drawn(0, bottom),),
    )
