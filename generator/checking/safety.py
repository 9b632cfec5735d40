"""Rules about safety: no step where a caution forbids it, no routine for whom one of its parts excludes."""

from collections.abc import Iterator

from generator.checking.rule import Finding, Inspection, rule
from generator.checking.steps import steps_in_use
from generator.diagnostics import Location, Severity, quote
from generator.model import Record
from generator.model.fields import RefersTo, ThingId
from generator.model.kinds.anatomy import Anatomy
from generator.model.kinds.caution import Caution, Level
from generator.model.kinds.condition import Condition
from generator.model.kinds.routine import Routine
from generator.model.practice import Practice, Treatment
from generator.model.thing import Thing
from generator.reading.yaml_data import Path


@rule("cautioned-area", Severity.ERROR, "A step or technique works an area that a caution keeps off.")
def find_cautioned_areas(inspection: Inspection) -> Iterator[Finding]:
    """Hold every area that is worked against the absolute and local cautions that hold there."""
    for record, path, treatment, area in _worked_areas(inspection):
        caution = inspection.reach.forbidding(treatment, area)
        if caution is not None:
            yield Finding(
                record.document.locate(*path),
                f"{quote(area)} is worked here, but the caution {quote(caution.name)} forbids it.",
                "Name an area beside it, or leave this out.",
                ((_place_of(inspection, caution), "The caution is here."),),
            )


@rule("excluded-condition", Severity.ERROR, "Something is offered for a condition that a caution excludes.")
def find_excluded_conditions(inspection: Inspection) -> Iterator[Finding]:
    """Hold what is offered for a condition against the absolute cautions about that condition."""
    for record, path, offered, condition in _offers(inspection):
        for caution in inspection.reach.cautions_reaching(offered):
            if caution.level is Level.ABSOLUTE and condition in caution.about:
                yield Finding(
                    record.document.locate(*path),
                    f"{quote(offered.id)} is offered for {quote(condition)}, "
                    f"but the caution {quote(caution.name)} excludes it.",
                    "Take the offer out.",
                    ((_place_of(inspection, caution), "The caution is here."),),
                )


@rule("circle-of-parents", Severity.ERROR, "A body part belongs to itself by way of its parents.")
def find_circles_of_parents(inspection: Inspection) -> Iterator[Finding]:
    """Refuse a circle in the tree of anatomy: cautions of a parent hold for all below it."""
    for record, part in inspection.catalogue.of_kind(Anatomy):
        above = inspection.reach.enclosing(part.id)
        last = inspection.catalogue.find(above[-1], Anatomy)
        if len(above) > 1 and last is not None and last.parent == part.id:
            names = " → ".join([*above, part.id])
            yield Finding(record.document.locate("parent"), f"The parents run in a circle: {names}.", "Break it here.")


def _worked_areas(inspection: Inspection) -> Iterator[tuple[Record, Path, Treatment, ThingId]]:
    for record, treatment in inspection.catalogue.of_kind(Treatment):
        for mention in record.mentions:
            if isinstance(mention.mark, RefersTo) and mention.mark.kinds == ("anatomy",):
                yield record, mention.path, treatment, mention.value
    for record, path, _, step, treatment in steps_in_use(inspection):
        yield record, (*path, "area"), treatment, step.area
        for end in ("start", "end"):
            area = getattr(step.stroke, end, None)
            if area is not None:
                yield record, (*path, "stroke", end), treatment, area


def _offers(inspection: Inspection) -> Iterator[tuple[Record, Path, Thing, ThingId]]:
    catalogue = inspection.catalogue
    for record, routine in catalogue.of_kind(Routine):
        for index, condition_id in enumerate(routine.offered_for):
            yield record, ("offered_for", index), routine, condition_id
    for record, condition in catalogue.of_kind(Condition):
        for index, help_ in enumerate(condition.may_help):
            offered = catalogue.find(help_.with_, Thing)
            if offered is not None:
                yield record, ("may_help", index, "with"), offered, condition.id
    for record, practice in catalogue.of_kind(Practice):
        for index, claim in enumerate(practice.claims):
            if claim.about is not None:
                yield record, ("claims", index, "about"), practice, claim.about


def _place_of(inspection: Inspection, caution: Caution) -> Location:
    return inspection.catalogue.records[caution.id].document.locate_key("level")
