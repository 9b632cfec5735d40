"""Pictures of conditions that are about no place of the leg: the whole body, and what the page says of massage."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generator.drawing.action_tiles import ADVICE, LABEL, SAID, SIGN_WORDS, TILE, draw_tile
from generator.drawing.frame import Frame
from generator.drawing.ink import Ink
from generator.drawing.legend import Legend, draw_legend, legend_height
from generator.drawing.names import Named, draw_names
from generator.drawing.picture import NAMES_LEFT, WIDTH, Drawn, Picture, path_of
from generator.drawing.scene import draw_body, show_keep_off, show_pain, within
from generator.drawing.words import joined, sentence
from generator.figure.plate import Plate
from generator.figure.shapes import Box, Point
from generator.figure.whole_body import BODY_BACK, BODY_FRONT, HAIR
from generator.model.fields import Action, Part
from generator.model.kinds.caution import Caution, Level
from generator.model.kinds.condition import Condition, UpperPlace
from generator.model.thing import Thing

_TALL: Final = 312.0
_ROOM: Final = 224.0
_GAP: Final = 8.0
_BELOW_HANDS: Final = 600.0
"""Mm above the floor."""

_LOW: Final = 0.12
"""How far up a place its name's line ends where it passes another body: below what is marked there."""

_MOST_TILES: Final = 2
"""Beside the body stand as many tiles as there is room for below the names."""


@dataclass(frozen=True)
class _Advice:
    """What a page says of some actions: for each the level of its strictest caution, or None where it has none."""

    levels: Mapping[Action, Level | None]

    def sentences(self) -> Iterator[str]:
        """Say it, the strictest first."""
        for level in (*Level, None):
            said = [SAID[action] for action, own in self.levels.items() if own is level]
            if said and level is not None:
                yield sentence(f"{ADVICE[level]} {joined(said)}")
            elif said:
                yield sentence(f"{joined(said)} may help")

    def signs(self) -> Iterator[str]:
        """Say which sign each action has."""
        for level in (*Level, None):
            said = [SAID[action] for action, own in self.levels.items() if own is level]
            if said:
                yield f"{joined(said)}, {'each ' if len(said) > 1 else ''}{SIGN_WORDS[level]}"


def draw_on_whole_body(
    condition: Condition, cautions: Iterable[Caution], things: Mapping[str, Thing], place: int = 1
) -> tuple[Picture, ...]:
    """Draw where above the legs a condition is felt or nobody should massage, and what the page says of massage.

    It is the page's picture number `place`.
    """
    advice = _advice(condition, list(cautions), things)
    places = list(dict.fromkeys((*condition.hands_off, *condition.felt)))
    frames = _frames([plate for plate in (BODY_FRONT, BODY_BACK) if any(one.value in plate.regions for one in places)])
    spare = _TALL - len(advice.levels) * (TILE + LABEL)
    tiles_top = spare if places else spare / 2
    names = [_name(place, frames, off=place in condition.hands_off) for place in places]
    legend = list(_legend(condition, advice))
    clause = _clause(condition)
    said = " ".join((sentence(clause), *advice.sentences()))
    return (
        Picture(
            path=path_of("conditions", condition.id, place),
            width=WIDTH,
            height=round(_TALL + 8 + legend_height(legend)),
            title=f"{condition.full_name}: {said[0].lower()}{said[1:]}",
            caption=said,
            description=_description(condition, advice),
            content=Markup("").join(_body(frame, condition) for frame in frames)
            + Markup("").join(
                draw_tile(action, SAID[action], level, WIDTH - TILE, tiles_top + row * (TILE + LABEL))
                for row, (action, level) in enumerate(advice.levels.items())
            )
            + draw_names(names, NAMES_LEFT, WIDTH - NAMES_LEFT, 4, tiles_top - 4)
            + draw_legend(legend, _TALL + 6),
            names=bool(names),
            drawn=(Drawn(0, _TALL),),
        ),
    )


def _advice(condition: Condition, cautions: Sequence[Caution], things: Mapping[str, Thing]) -> _Advice:
    """Gather what may help, and massage where a caution speaks of it, each with the strictest caution's level.

    Where there is room for only some, they are the ones with the strictest.
    """
    helping = [things[one.with_] for one in condition.may_help if one.with_ in things]
    used = [*helping, *(things[use.thing] for thing in helping for use in thing.uses)]
    found = {thing.action for thing in used}
    if any(Action.MASSAGE in caution.applies_to.actions for caution in cautions):
        found.add(Action.MASSAGE)
    levels = {action: _strictest(action, cautions, used) for action in Action if action in found}
    strictest_first = sorted(levels, key=lambda action: -_rank(levels[action]))[:_MOST_TILES]
    return _Advice({action: level for action, level in levels.items() if action in strictest_first})


def _rank(level: Level | None) -> int:
    return -1 if level is None else level.rank


def _strictest(action: Action, cautions: Sequence[Caution], used: Sequence[Thing]) -> Level | None:
    """Find the level of the strictest caution about an action; one about some things that do it asks for care."""
    named = {thing.id for thing in used if thing.action is action}
    levels = [one.level for one in cautions if action in one.applies_to.actions and one.level is not Level.LOCAL]
    levels += [Level.CARE for one in cautions if named.intersection(one.applies_to.things)]
    return max(levels, key=lambda level: level.rank, default=None)


def _frames(plates: Sequence[Plate]) -> list[Frame]:
    """Lay bodies out side by side; one alone on which something is marked is cut below the hands, and so larger."""
    shown = plates or [BODY_FRONT]
    width = (_ROOM - _GAP * (len(shown) - 1)) / len(shown)
    frames = []
    for place, plate in enumerate(shown):
        bottom = _BELOW_HANDS if len(plates) == 1 else plate.window.bottom
        scale = _TALL / (plate.window.top - bottom)
        around = Box(-width / 2 / scale, bottom, width / 2 / scale, plate.window.top)
        frames.append(Frame(plate, around, place * (width + _GAP), 0.0, scale))
    return frames


def _body(frame: Frame, condition: Condition) -> Markup:
    regions = frame.plate.regions
    off = [regions[one.value] for one in condition.hands_off if one.value in regions]
    felt = [regions[one.value] for one in _only_felt(condition) if one.value in regions]
    return within(
        frame,
        [
            draw_body(frame),
            frame.draw((HAIR[frame.plate.view],), Ink.HAIR, Ink.EDGE),
            show_pain(frame, tuple(felt)),
            *(show_keep_off(frame, region) for region in off),
        ],
    )


def _only_felt(condition: Condition) -> list[UpperPlace]:
    return [one for one in condition.felt if one not in condition.hands_off]


def _the(places: Iterable[UpperPlace]) -> str:
    return joined([f"the {place.value}" for place in places])


def _name(place: UpperPlace, frames: Sequence[Frame], *, off: bool) -> Named:
    frame = next(one for one in reversed(frames) if place.value in one.plate.regions)
    words = f"Keep off the {place.value}" if off else place.value.capitalize()
    box = frame.plate.regions[place.value].box
    share = 0.5 if frame is frames[-1] else _LOW
    return Named(words, frame.at(Point(0, box.bottom + share * box.height)), strong=off)


def _clause(condition: Condition) -> str:
    """Say in one clause where a condition is felt, and what nobody should massage."""
    felt = _only_felt(condition)
    clauses = []
    if condition.hands_off:
        clauses.append(f"nobody should massage {_the(condition.hands_off)}")
    if felt:
        clauses.append(f"you may feel this in {_the(felt)}")
    if not clauses and condition.part is not Part.WHOLE_BODY:
        return f"it concerns the {str(condition.part).lower()}"
    return " and ".join(clauses) or "not felt in any one place"


def _description(condition: Condition, advice: _Advice) -> str:
    felt = _only_felt(condition)
    told = []
    if condition.hands_off:
        told.append(sentence(f"hatched: {_the(condition.hands_off)}"))
    if felt:
        told.append(sentence(f"dotted: {_the(felt)}"))
    signs = "; ".join(advice.signs())
    return " ".join(
        [*(told or ["A whole body, on which nothing is marked."]), *([f"Beside the body: {signs}."] if signs else [])]
    )


def _legend(condition: Condition, advice: _Advice) -> Iterator[Legend]:
    if _only_felt(condition):
        yield Legend("Where you may feel this", "pain")
    if condition.hands_off:
        yield Legend("Keep off what is hatched", "keep-off")
    for said in advice.sentences():
        yield Legend(said.removesuffix("."))
