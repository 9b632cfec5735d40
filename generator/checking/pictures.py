"""Rules about pictures: they can show every structure, stroke and pose that the content tells, as it tells them."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from generator.checking.rule import Finding, Inspection, rule, rule_of_each
from generator.checking.steps import steps_in_use
from generator.diagnostics import Location, Severity, quote
from generator.figure.obstacles import find_obstacle
from generator.figure.plates import DRAWN, FOOT_SOLE, FOOT_TOP, LEG_PLATES, PLATES
from generator.figure.stance import drawn_joints, held
from generator.model import Record
from generator.model.kinds.anatomy import Anatomy
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.technique import IN_ORDER, Direction, Stroke, StrokeKind, Technique


@rule("not-drawn", Severity.ERROR, "No picture can show a body part, or not from a side that it names.")
def find_undrawn_structures(inspection: Inspection) -> Iterator[Finding]:
    """Look each body part up in the plates of the figure."""
    for record, area in inspection.catalogue.of_kind(Anatomy):
        if area.drawn_as not in DRAWN:
            path = ("region",) if area.region else ("id",)
            close = get_close_matches(area.drawn_as[:80], sorted(DRAWN), n=3)
            offered = f"such as {', '.join(close)}" if close else "such as foot, knee-joint or thigh"
            yield Finding(
                record.document.locate(*path),
                f"The figure has no structure {quote(area.drawn_as)}, so no picture can show {quote(area.name)}.",
                f"Name under region the structure of the figure that shows it, {offered}, or draw it.",
            )
            continue
        for place, view in enumerate(area.views):
            if not any(plate.view is view and area.drawn_as in plate.regions for plate in PLATES):
                seen = ", ".join(sorted({p.view.value for p in PLATES if area.drawn_as in p.regions}))
                yield Finding(
                    record.document.locate("views", place),
                    f"The figure does not show {quote(area.name)} {view}.",
                    f"Take this side out, for it is drawn from: {seen}.",
                )


_DIRECTIONS: Final = {
    StrokeKind.GLIDE: IN_ORDER,
    StrokeKind.ROLL: IN_ORDER,
    StrokeKind.CIRCLE: (Direction.AROUND, Direction.IN_PLACE, *IN_ORDER),
    StrokeKind.KNEAD: (Direction.IN_PLACE, *IN_ORDER),
    StrokeKind.TAP: (Direction.IN_PLACE, *IN_ORDER),
    StrokeKind.PRESS: (Direction.IN_PLACE, *IN_ORDER),
    StrokeKind.CROSS_FIBRE: (Direction.ACROSS,),
    StrokeKind.SQUEEZE: (Direction.IN_PLACE,),
    StrokeKind.TWIST: (Direction.TO_AND_FRO,),
    StrokeKind.STRETCH: (Direction.OUTWARDS, Direction.TO_AND_FRO),
    StrokeKind.PULL: (Direction.UPWARDS, Direction.DOWNWARDS),
    StrokeKind.HOLD: (Direction.IN_PLACE,),
}
"""Which ways the mark of each stroke can show."""

_SAME_HEIGHT_MM: Final = 15.0
"""Places of which neither lies so much higher are as high as each other."""


@rule("stroke-not-drawn", Severity.ERROR, "No picture can show a stroke as its direction, start and end say.")
def find_undrawn_strokes(inspection: Inspection) -> Iterator[Finding]:
    """Look for directions that a stroke's mark cannot show, and for starts and ends that lie the other way round."""
    for record, technique in inspection.catalogue.of_kind(Technique):
        yield from _undrawn(inspection, technique.stroke, record.document.locate("stroke", "direction"))
    for record, path, _, step, treatment in steps_in_use(inspection):
        if step.stroke is None:
            continue
        where = record.document.locate(*path, "stroke")
        if isinstance(treatment, Technique):
            yield from _undrawn(inspection, step.stroke.change(treatment.stroke), where)
        else:
            yield Finding(
                where,
                f"{quote(treatment.name)} is no technique, so it has no stroke to change.",
                "Take the stroke out of this step.",
            )


def _undrawn(inspection: Inspection, stroke: Stroke, where: Location) -> Iterator[Finding]:
    ways = _DIRECTIONS[stroke.kind]
    if stroke.direction not in ways:
        yield Finding(
            where,
            f"No picture can show {quote(stroke.kind)} with the direction {quote(stroke.direction.value)}.",
            f"Write {_one_of(ways)}, or another kind of stroke.",
        )
    elif (rise := _rise(inspection, stroke)) and abs(rise) > _SAME_HEIGHT_MM and _is_turned(stroke, rise):
        lies, there = ("farther from", "upwards") if rise > 0 else ("nearer to", "downwards")
        yield Finding(
            where,
            f"The stroke runs {stroke.direction.value}, but its start lies {lies} the heart than its end.",
            f"Change start and end about, or write {there}.",
        )


def _one_of(ways: tuple[Direction, ...]) -> str:
    words = [way.value for way in ways]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _is_turned(stroke: Stroke, rise: float) -> bool:
    return stroke.direction is (Direction.DOWNWARDS if rise > 0 else Direction.UPWARDS)


def _rise(inspection: Inspection, stroke: Stroke) -> float:
    """How much nearer to the heart the end of a stroke lies than its start, in mm; 0 where nothing shows both."""
    ends = [inspection.catalogue.find(one, Anatomy) if one else None for one in (stroke.start, stroke.end)]
    if ends[0] is None or ends[1] is None:
        return 0.0
    for plates, sign in ((LEG_PLATES, 1), ((FOOT_TOP, FOOT_SOLE), -1)):
        for plate in plates:
            shown = [plate.regions.get(end.drawn_as) for end in ends if end is not None]
            if shown[0] is not None and shown[1] is not None:
                heights = [(region.box.bottom + region.box.top) / 2 for region in shown if region is not None]
                return sign * (heights[1] - heights[0])
    return 0.0


@rule_of_each("pose-not-drawn", Severity.ERROR, "No picture can show a body posed as an exercise says.")
def find_undrawn_poses(record: Record) -> Iterator[Finding]:
    """Look for angles that a posture does not show, for ends that are no other pose, and for what is in the way."""
    exercise = record.thing
    if not isinstance(exercise, Exercise):
        return
    shown = exercise.shown
    for end, angles in (("start", shown.start), ("end", shown.end)):
        for joint in sorted(angles.model_fields_set - {*drawn_joints(shown.posture)}):
            yield Finding(
                record.document.locate("shown", end, joint),
                f"No picture of somebody {shown.posture} can show {quote(joint)}.",
                f"Take it out. This posture shows: {', '.join(drawn_joints(shown.posture))}.",
            )
        if obstacle := find_obstacle(shown.posture, angles):
            yield Finding(
                record.document.locate("shown", end),
                f"Posed as its {end} says, the body would go through {obstacle}.",
                f"Change the angles of its {end}, or choose another posture.",
            )
    if shown.moves and held(shown.posture, shown.start) == held(shown.posture, shown.end):
        yield Finding(
            record.document.locate("shown", "end"),
            "The pictures of the start and of the end would be the same.",
            "Change an angle of one of them, or take both out where nothing moves.",
        )
