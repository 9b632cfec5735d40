"""Rules about safe use: by whom, where, how firmly, how long and with what a thing may be done."""

from collections.abc import Iterator
from typing import Final

from generator.checking.rule import Finding, Inspection, rule
from generator.diagnostics import Location, Severity, quote
from generator.model import Record
from generator.model.fields import Action, Performer, ThingId, TimeRange, time_in_words
from generator.model.kinds.anatomy import Anatomy, StructureKind
from generator.model.kinds.caution import Caution, Level
from generator.model.kinds.condition import Condition
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.routine import Routine, Step
from generator.model.kinds.technique import Pressure, Technique
from generator.model.kinds.tool import Tool
from generator.model.practice import Treatment
from generator.model.thing import RedFlag, Urgency
from generator.reading.yaml_data import Path

LONGEST_HEAT_OR_COLD_S: Final = 20 * 60
"""Seconds. Packs stay on the skin for at most 20 minutes (NHS, sprains and strains; bibliography: nhs-sprains)."""

_NOT_FOR_FIRM_HANDS: Final = frozenset(
    {StructureKind.BONE, StructureKind.JOINT, StructureKind.NERVE, StructureKind.VESSEL}
)


@rule("professional-only", Severity.ERROR, "A routine for readers uses what a professional alone may do.")
def find_professional_steps(inspection: Inspection) -> Iterator[Finding]:
    """Keep techniques that only professionals do out of the routines of everybody else."""
    for record, path, routine, _, treatment in _steps(inspection):
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
    for record, path, _, step, treatment in _steps(inspection):
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


@rule("longer-than-its-page", Severity.ERROR, "A step lasts longer than the page of its technique says is enough.")
def find_overlong_steps(inspection: Inspection) -> Iterator[Finding]:
    """Hold the time, the hold and the count of each step against the most that its own page gives."""
    for record, path, _, step, treatment in _steps(inspection):
        longest = _longest(treatment, counted=step.count is not None)
        if step.time is not None and longest is not None and step.time > longest.most:
            yield Finding(
                record.document.locate(*path, "time"),
                f"{quote(treatment.name)} is for at most {time_in_words(longest.most)}; "
                f"this step says {time_in_words(step.time)}.",
                "Shorten the step.",
            )
        most = _most_repeats(treatment)
        if step.count is not None and most is not None and step.count > most:
            yield Finding(
                record.document.locate(*path, "count"),
                f"{quote(treatment.name)} is for at most {most} repeats; this step says {step.count}.",
                "Write fewer.",
            )


@rule("too-long-on-skin", Severity.ERROR, "Heat or cold stays on the skin for more than 20 minutes.")
def find_burns(inspection: Inspection) -> Iterator[Finding]:
    """Hold every time of heat or cold against 20 minutes: longer burns the skin or damages it by frost."""
    for record, treatment in inspection.catalogue.of_kind(Treatment):
        time = getattr(treatment, "time", None)
        if treatment.action in {Action.HEAT, Action.COLD} and time is not None and time.most > LONGEST_HEAT_OR_COLD_S:
            yield _too_long(record.document.locate("time"), time.most)
    for record, path, _, step, treatment in _steps(inspection):
        if treatment.action in {Action.HEAT, Action.COLD} and step.time is not None:
            seconds = step.time * (step.count or 1)
            if seconds > LONGEST_HEAT_OR_COLD_S:
                yield _too_long(record.document.locate(*path, "time"), seconds)


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
    for record, path, routine, _, treatment in _steps(inspection):
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


@rule("absolute-spares-massage", Severity.ERROR, "A caution says “Do not massage”, but does not hold for massage.")
def find_cautions_that_spare_massage(inspection: Inspection) -> Iterator[Finding]:
    """See to it that the strictest cautions hold for every massage, or name what they hold for."""
    for record, caution in inspection.catalogue.of_kind(Caution):
        scope = caution.applies_to
        if caution.level is Level.ABSOLUTE and scope.actions and Action.MASSAGE not in scope.actions:
            yield Finding(
                record.document.locate_key("applies_to"),
                f"The caution {quote(caution.name)} forbids massage, but does not hold for it.",
                "Add massage under actions, or choose another level.",
            )


@rule("no-red-flag", Severity.ERROR, "A danger has no sign that says when to get help at once.")
def find_missing_red_flags(inspection: Inspection) -> Iterator[Finding]:
    """Ask for an emergency or urgent sign on each absolute caution, and on each condition that one is about."""
    dangerous: set[ThingId] = set()
    for record, caution in inspection.catalogue.of_kind(Caution):
        if caution.level is Level.ABSOLUTE:
            dangerous.update(caution.about)
            if not _warns(caution.red_flags):
                yield _no_flag(record, caution.name)
    for record, condition in inspection.catalogue.of_kind(Condition):
        if condition.id in dangerous and not _warns(condition.red_flags):
            yield _no_flag(record, condition.name)


def _steps(inspection: Inspection) -> Iterator[tuple[Record, Path, Routine, Step, Treatment]]:
    """List the steps of all routines with what each does; steps that name nothing that is there are told elsewhere."""
    for record, routine in inspection.catalogue.of_kind(Routine):
        for phase_index, phase in enumerate(routine.phases):
            for step_index, step in enumerate(phase.steps):
                if len(step.named) != 1:
                    continue
                for thing, kind in ((step.technique, Technique), (step.exercise, Exercise), (step.tool, Tool)):
                    treatment = inspection.catalogue.find(thing, kind)
                    if isinstance(treatment, Treatment):
                        yield record, ("phases", phase_index, "steps", step_index), routine, step, treatment


def _longest(treatment: Treatment, *, counted: bool) -> TimeRange | None:
    if isinstance(treatment, Exercise) and counted:
        return treatment.hold
    if counted:
        return None
    time = getattr(treatment, "time", None)
    return time if isinstance(time, TimeRange) else None


def _most_repeats(treatment: Treatment) -> int | None:
    if isinstance(treatment, Exercise) and treatment.repeats is not None:
        return treatment.repeats.most * (treatment.sets.most if treatment.sets is not None else 1)
    if isinstance(treatment, Technique) and treatment.count is not None:
        return treatment.count.most
    return None


def _clash(one: Treatment, other: Treatment) -> bool:
    return one.id in other.never_with or other.id in one.never_with


def _too_long(where: Location, seconds: int) -> Finding:
    return Finding(
        where,
        f"{time_in_words(seconds).capitalize()} of heat or cold can damage the skin.",
        "Write 20 min or less.",
    )


def _warns(flags: tuple[RedFlag, ...]) -> bool:
    return any(flag.urgency is not Urgency.SOON for flag in flags)


def _no_flag(record: Record, name: str) -> Finding:
    return Finding(
        record.document.locate_key("name"),
        f"{quote(name)} has no sign that needs help at once.",
        "Add one under red_flags, with urgency: emergency or urgent.",
    )


def _place_of(inspection: Inspection, thing_id: ThingId, field: str) -> Location:
    return inspection.catalogue.records[thing_id].document.locate_key(field)
