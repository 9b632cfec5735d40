"""Rules about safe use: by whom, where, how firmly and with what a thing may be done."""

from collections.abc import Iterator
from typing import Final

from generator.checking.rule import Finding, Inspection, rule
from generator.checking.steps import steps_in_use
from generator.diagnostics import Location, Severity, quote
from generator.model.fields import Performer, ThingId
from generator.model.kinds.anatomy import Anatomy, StructureKind
from generator.model.kinds.technique import Pressure, Technique
from generator.model.kinds.tool import Tool
from generator.model.practice import Treatment

_NOT_FOR_FIRM_HANDS: Final = frozenset(
    {StructureKind.BONE, StructureKind.JOINT, StructureKind.NERVE, StructureKind.VESSEL}
)


@rule("professional-only", Severity.ERROR, "A routine for readers uses what a professional alone may do.")
def find_professional_steps(inspection: Inspection) -> Iterator[Finding]:
    """Keep techniques that only professionals do out of the routines of everybody else."""
    for record, path, routine, _, treatment in steps_in_use(inspection):
        performers = getattr(treatment, "who", ())
        if set(performers) == {Performer.PROFESSIONAL} and set(routine.who) != {Performer.PROFESSIONAL}:
            yield Finding(
                record.document.locate(*path),
                f"A professional alone may do {quote(treatment.name)}, and this routine is for others too.",
                "Take another technique.",
                ((_place_of(inspection, treatment.id, "who"), "It says so here."),),
            )


@rule("area-of-another", Severity.ERROR, "A step works a place that its technique, exercise or tool is not for.")
def find_foreign_areas(inspection: Inspection) -> Iterator[Finding]:
    """Hold the place of each step against the places that the page of its technique names."""
    for record, path, _, step, treatment in steps_in_use(inspection):
        written_for = treatment.concerned_areas
        if not written_for or inspection.catalogue.find(step.area, Anatomy) is None:
            continue
        around = inspection.reach.enclosing(step.area)
        if not any(area in around or step.area in inspection.reach.enclosing(area) for area in written_for):
            yield Finding(
                record.document.locate(*path, "area"),
                f"{quote(treatment.name)} is not for {quote(step.area)}.",
                f"It is for {', '.join(written_for)}. Name one of these, or take another technique.",
                ((_place_of(inspection, treatment.id, "areas"), "It says so here."),),
            )


@rule("firm-on-bone", Severity.ERROR, "A technique presses firmly on a bone, a joint, a nerve or a vessel.")
def find_firm_pressure_on_bone(inspection: Inspection) -> Iterator[Finding]:
    """Keep firm pressure to muscle and other soft tissue."""
    for record, technique in inspection.catalogue.of_kind(Technique):
        if technique.pressure is not Pressure.FIRM:
            continue
        for index, area in enumerate(technique.areas):
            part = inspection.catalogue.find(area, Anatomy)
            if part is not None and part.structure in _NOT_FOR_FIRM_HANDS:
                yield Finding(
                    record.document.locate("areas", index),
                    f"{quote(technique.name)} is firm, and {quote(area)} is a {part.structure.value}.",
                    "Name the muscle beside it, or write a lighter pressure.",
                )


@rule("never-together", Severity.ERROR, "A routine uses two things that must not be used together.")
def find_forbidden_pairs(inspection: Inspection) -> Iterator[Finding]:
    """Hold what the steps of a routine put to use against what each of it must never be used with."""
    seen: dict[str, dict[ThingId, Treatment]] = {}
    for record, path, routine, _, treatment in steps_in_use(inspection):
        before = seen.setdefault(routine.id, {})
        at_work = {treatment.id: treatment}
        for use in treatment.uses:
            tool = inspection.catalogue.find(use.thing, Tool)
            if tool is not None:
                at_work[tool.id] = tool
        for one in at_work.values():
            clash = next((other for other in before.values() if _clash(one, other)), None)
            if clash is not None:
                yield Finding(
                    record.document.locate(*path),
                    f"{quote(one.name)} must not be used in one session with {quote(clash.name)}, "
                    "which an earlier step uses.",
                    "Take one of the two out.",
                )
                break
        before |= at_work


def _clash(one: Treatment, other: Treatment) -> bool:
    return one.id in other.never_with or other.id in one.never_with


def _place_of(inspection: Inspection, thing_id: ThingId, field: str) -> Location:
    return inspection.catalogue.records[thing_id].document.locate_key(field)
