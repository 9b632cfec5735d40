"""Pictures of techniques: the stroke on the body, with its names, its legend and its words."""

from collections.abc import Mapping, Sequence
from typing import Final

from generator.drawing.body import Body
from generator.drawing.legend import Legend, draw_legend, legend_height
from generator.drawing.locator import draw_locator
from generator.drawing.names import MOST_NAMES, Named, draw_names
from generator.drawing.picture import NAMES_LEFT, ROOM, WIDTH, Drawn, Picture, path_of
from generator.drawing.stroke_on_parts import NO_THINGS, StrokeOnParts, stroke_on
from generator.drawing.stroke_views import StrokeView, view_stroke
from generator.drawing.svg import Spot
from generator.drawing.visible import spot_of
from generator.drawing.words import joined, label, say_pressure, seen_from, sentence, the
from generator.model.kinds.technique import Technique
from generator.model.thing import Thing

_NO_ROOM: Final = " Between the hatched places there is no room to draw the stroke."


def draw_technique(
    technique: Technique, body: Body, keep_off: Sequence[str], things: Mapping[str, Thing] = NO_THINGS
) -> tuple[Picture, ...]:
    """Draw a technique, from at most two sides; `things` hold its tools."""
    done = stroke_on(technique, body, keep_off, (), things)
    dose = _dose_of(technique)
    return tuple(
        stroke_picture(view, done, path_of("techniques", technique.id, place), technique.full_name, dose)
        for place, view in enumerate(view_stroke(done, 2), 1)
    )


def _dose_of(technique: Technique) -> Legend | None:
    if technique.count:
        return Legend(f"{technique.count} times", "count")
    return Legend(f"For {technique.time}", "time") if technique.time else None


def stroke_picture(view: StrokeView, done: StrokeOnParts, path: str, name: str, dose: Legend | None) -> Picture:
    """Put the names, the legend and the words to a stroke that is laid on the body."""
    frame, plate = view.frame, view.frame.plate
    spots: list[Spot] = []
    names: list[Named] = []
    worked = view.worked[:MOST_NAMES]
    spots.extend(view.laid.spots(frame))
    hatched = [plate.regions[area.drawn_as] for area in view.keep_off]
    outlines = view.laid.outlines_of_hands
    for area, is_off in [*((one, False) for one in worked), *((one, True) for one in view.keep_off)]:
        spot = spot_of(frame, plate.regions[area.drawn_as], spots, () if is_off else hatched, outlines)
        spots.append(spot)
        words = f"Keep off {the(area)}" if is_off else label(area)
        names.append(Named(words, spot, strong=is_off))
    legend = [Legend(say_pressure(done.pressure).partition(":")[0], str(done.pressure.value))]
    if view.keep_off:
        legend.append(Legend("Keep off what is hatched", "keep-off"))
    if dose:
        legend.append(dose)
    bottom = frame.top + frame.height
    clause = view.say(done)
    seen = seen_from(plate.view)
    off = f" Keep off {joined([the(area) for area in view.keep_off])}: hatched." if view.keep_off else ""
    return Picture(
        path=path,
        width=WIDTH,
        height=round(bottom + 8 + legend_height(legend)),
        title=sentence(f"{name}: {clause}, {seen}"),
        caption=sentence(f"{clause}, {seen}"),
        description=f"{say_pressure(done.pressure)}.{off}{'' if view.laid.marks else _NO_ROOM}",
        content=view.draw()
        + draw_names(names, NAMES_LEFT, WIDTH - NAMES_LEFT, 4, bottom)
        + draw_locator(frame, names, view.laid)
        + draw_legend(legend, bottom + 6),
        names=bool(names),
        drawn=(Drawn(0, bottom + 4, ROOM),),
    )
