"""Pictures of body parts, and of where a condition is felt: structures shown on the body, in layers."""

from collections.abc import Iterator, Sequence
from typing import Final

from generator.drawing.body import Body
from generator.drawing.ink import Ink
from generator.drawing.legend import Legend, draw_legend, legend_height
from generator.drawing.locator import draw_locator
from generator.drawing.names import MOST_NAMES, Named, draw_names
from generator.drawing.picture import HEIGHT, NAMES_LEFT, ROOM, WIDTH, Drawn, Picture, path_of
from generator.drawing.scene import (
    INK_OF,
    draw_body,
    show_keep_off,
    show_pain,
    show_structure,
    show_worked,
    show_wrapping,
    within,
)
from generator.drawing.surroundings import surroundings_of, wraps
from generator.drawing.svg import Spot
from generator.drawing.views import choose_plates, frame_in, window_around
from generator.drawing.visible import spot_of
from generator.drawing.words import joined, label, listed_places, seen_from, sentence, the, uncapitalised
from generator.figure.plate import Plate
from generator.model.kinds.anatomy import Anatomy, StructureKind
from generator.model.kinds.caution import Caution
from generator.model.kinds.condition import Condition

_LONG_BONE_MM: Final = 120.0
_LEAST_HATCHED_MM: Final = 5.0
"""A strip of a place at the edge of the window that is less high is neither hatched nor named."""

_MOST_SIDES: Final = 3


def draw_structure(area: Anatomy, body: Body) -> tuple[Picture, ...]:
    """Draw a body part from at most two sides, with what lies around it in layers."""
    plates = _own_plates(area)
    return tuple(
        _structure_on(plate, area, body, path_of("anatomy", area.id, place)) for place, plate in enumerate(plates, 1)
    )


def _own_plates(area: Anatomy) -> list[Plate]:
    """Choose the plate that shows a part best, and one from another side where it is seen from there too."""
    found: list[Plate] = []
    for view in area.views:
        seen = area.model_copy(update={"views": (view,)})
        found.extend(plate for plate, _ in choose_plates([seen], area.part, 1) if plate not in found)
    return found[:2]


def _structure_on(plate: Plate, area: Anatomy, body: Body, path: str) -> Picture:
    frame = frame_in(plate, window_around(plate, [area.drawn_as]), ROOM, HEIGHT)
    region = plate.regions[area.drawn_as]
    around = surroundings_of(area, body, frame)
    joined_to = around.joined_to
    if wraps(area):
        own = show_wrapping(frame, region)
    elif INK_OF[area.structure] is Ink.WORKED:
        own = show_worked(frame, region, veiled=not around.shown_first)
    else:
        own = show_structure(frame, region, area.structure)
    is_place = area.structure is StructureKind.REGION
    within_it = [plate.regions[other.drawn_as] for other in joined_to] if is_place else around.over_itself()
    spot = spot_of(frame, region, (), within_it)
    names = [Named(label(area), spot, strong=True)]
    taken = [spot]
    for other in joined_to[: MOST_NAMES - 1]:
        taken.append(spot_of(frame, plate.regions[other.drawn_as], taken, around.over(other)))
        names.append(Named(label(other), taken[-1]))
    bottom = frame.top + frame.height
    with_names = f" Beside it: {listed_places(joined_to)}." if joined_to else ""
    return Picture(
        path=path,
        width=WIDTH,
        height=round(bottom + 4),
        title=sentence(f"{area.full_name}, {seen_from(plate.view)}"),
        caption=sentence(f"{area.full_name}, {seen_from(plate.view)}"),
        description=f"Marked on the right leg: {_KIND_WORDS[area.structure]}.{with_names}",
        content=within(frame, [draw_body(frame), *around.draw(own)])
        + draw_names(names, NAMES_LEFT, WIDTH - NAMES_LEFT, 4, bottom)
        + draw_locator(frame, names),
        names=True,
        layers=around.layers,
        drawn=(Drawn(0, bottom + 4, ROOM),),
    )


_KIND_WORDS: Final = {
    StructureKind.REGION: "a place on the skin",
    StructureKind.BONE: "bone",
    StructureKind.JOINT: "joint",
    StructureKind.MUSCLE: "muscle",
    StructureKind.TENDON: "tendon",
    StructureKind.LIGAMENT: "ligament",
    StructureKind.TISSUE: "soft tissue",
    StructureKind.NERVE: "nerve",
    StructureKind.VESSEL: "vessels",
}


def draw_condition(
    condition: Condition, body: Body, keep_off: Sequence[str], forbidding: Sequence[Caution]
) -> tuple[Picture, ...]:
    """Draw where a condition is felt, from at most three sides, and where hands keep off.

    Where a caution forbids all massage of what the condition is about, its places are hatched, not dotted.
    """
    areas = body.areas(condition.areas)
    return tuple(
        _marked_on(
            plate, [area for area in areas if area.id in ids], condition, body.areas(keep_off), forbidding, place
        )
        for place, (plate, ids) in enumerate(choose_plates(areas, condition.part, _MOST_SIDES), 1)
    )


def _marked_on(
    plate: Plate,
    areas: Sequence[Anatomy],
    condition: Condition,
    keep_off: Sequence[Anatomy],
    forbidding: Sequence[Caution],
    place: int,
) -> Picture:
    frame = frame_in(plate, window_around(plate, [area.drawn_as for area in areas]), ROOM, HEIGHT)
    named = _felt_in(areas, plate)
    felt = [plate.regions[area.drawn_as] for area in named]
    off = [
        area
        for area in keep_off
        if area.drawn_as in plate.regions and frame.shows_part_of(plate.regions[area.drawn_as], _LEAST_HATCHED_MM)
    ]
    where_felt = [show_keep_off(frame, one) for one in felt] if forbidding else [show_pain(frame, tuple(felt))]
    spots: list[Spot] = []
    names: list[Named] = []
    hatched = [plate.regions[area.drawn_as] for area in off if area not in named]
    for place_in, area in enumerate(named[:MOST_NAMES]):
        spots.append(spot_of(frame, felt[place_in], spots, [*felt[place_in + 1 :], *hatched]))
        is_off = area in off and not forbidding
        names.append(Named(f"Keep off {the(area)}" if is_off else label(area), spots[-1], strong=is_off))
    for area in (area for area in off if area not in named):
        spots.append(spot_of(frame, plate.regions[area.drawn_as], spots))
        names.append(Named(f"Keep off {the(area)}", spots[-1], strong=True))
    legend = list(_legend(forbidding, off))
    bottom = frame.top + frame.height
    where = listed_places(named, "or" if forbidding else "and")
    seen = seen_from(plate.view)
    clause = f"do not massage {where} ({_reasons(forbidding)})" if forbidding else f"you may feel this in {where}"
    rest = [area for area in off if not forbidding or area not in named]
    return Picture(
        path=path_of("conditions", condition.id, place),
        width=WIDTH,
        height=round(bottom + 8 + legend_height(legend)),
        title=sentence(f"{condition.full_name}: {clause}, {seen}"),
        caption=sentence(f"{clause}, {seen}"),
        description=(
            f"The places are {'hatched' if forbidding else 'dotted'}."
            + (f" Keep off {joined([the(area) for area in rest])}: hatched." if rest else "")
        ),
        content=within(
            frame,
            [
                draw_body(frame),
                *where_felt,
                *(show_keep_off(frame, plate.regions[area.drawn_as]) for area in rest),
            ],
        )
        + draw_names(names, NAMES_LEFT, WIDTH - NAMES_LEFT, 4, bottom)
        + draw_locator(frame, names)
        + draw_legend(legend, bottom + 6),
        names=True,
        drawn=(Drawn(0, bottom + 4, ROOM),),
    )


def _reasons(forbidding: Sequence[Caution]) -> str:
    return "; ".join(uncapitalised(caution.name) for caution in forbidding)


def _felt_in(areas: Sequence[Anatomy], plate: Plate) -> list[Anatomy]:
    """Choose what to mark: all that is told, and long bones only where nothing else is: they hurt at their ends."""
    if all(area.structure is StructureKind.BONE for area in areas):
        return list(areas)
    return [
        area
        for area in areas
        if area.structure is not StructureKind.BONE or plate.regions[area.drawn_as].box.height < _LONG_BONE_MM
    ]


def _legend(forbidding: Sequence[Caution], off: Sequence[Anatomy]) -> Iterator[Legend]:
    if forbidding:
        yield Legend(f"Do not massage here: {_reasons(forbidding)}", "keep-off")
    else:
        yield Legend("Where you may feel this", "pain")
        if off:
            yield Legend("Keep off what is hatched", "keep-off")
