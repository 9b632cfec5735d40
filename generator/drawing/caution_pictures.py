"""Pictures of cautions: the place to keep off, or what to leave out, to ask about or to take care with."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from generator.drawing.action_tiles import ADVICE, LABEL, SAID, SIGN_WORDS, TILE, draw_tile
from generator.drawing.body import Body
from generator.drawing.legend import Legend, draw_legend, legend_height
from generator.drawing.picture import WIDTH, Picture, path_of
from generator.drawing.structure_pictures import mark_places
from generator.drawing.words import joined, sentence
from generator.model.fields import Action
from generator.model.kinds.caution import Caution
from generator.model.reach import FORBIDDING

_EXERCISE: Final = frozenset({Action.STRETCH, Action.STRENGTH, Action.MOVEMENT})
_COLUMNS: Final = 3
_GAP: Final = 8.0


def draw_caution(caution: Caution, body: Body) -> tuple[Picture, ...]:
    """Draw the places that a caution keeps hands off; where it has none, what it holds for, under its sign."""
    if caution.areas and caution.level in FORBIDDING:
        return mark_places(body.areas(caution.areas), caution.id, caution.full_name)
    actions = caution.applies_to.actions
    return (_row_of_actions(caution, _in_short(actions)),) if actions else ()


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
    )
