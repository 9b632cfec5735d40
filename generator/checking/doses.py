"""Rules about steps, times and counts: what a reader is told to do can be done, for how long, and not for too long."""

from collections.abc import Iterator
from typing import Final

from generator.checking.rule import Finding, Inspection, rule
from generator.checking.steps import steps_in_use, steps_of_routines
from generator.diagnostics import Location, Severity, quote
from generator.model.doses import TimeRange, time_in_words
from generator.model.fields import Action, Performer
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.technique import Technique
from generator.model.practice import Treatment

LONGEST_HEAT_OR_COLD_S: Final = 20 * 60
"""Seconds. Packs stay on the skin for at most 20 minutes (NHS leaflets; in references.bib: mpft-cold, mpft-heat)."""


@rule("no-steps", Severity.ERROR, "A technique that a reader can do has no steps.")
def find_missing_steps(inspection: Inspection) -> Iterator[Finding]:
    """Let a technique go without steps only where a professional alone does it."""
    for record, technique in inspection.catalogue.of_kind(Technique):
        if not technique.steps and set(technique.who) != {Performer.PROFESSIONAL}:
            yield Finding(
                record.document.locate_key("name"),
                f"{quote(technique.name)} has no steps.",
                "Write the steps, or name the professional alone under who.",
            )


@rule("no-dose", Severity.ERROR, "A technique or exercise does not say how long or how often.")
def find_missing_doses(inspection: Inspection) -> Iterator[Finding]:
    """Ask for a time or a count wherever a reader does something by themselves."""
    for record, technique in inspection.catalogue.of_kind(Technique):
        if technique.time is None and technique.count is None and set(technique.who) != {Performer.PROFESSIONAL}:
            hint = "Add time: 2 min or count: 10."
            yield Finding(
                record.document.locate_key("name"), f"{quote(technique.name)} has no time and no count.", hint
            )
    for record, exercise in inspection.catalogue.of_kind(Exercise):
        if exercise.time is None and exercise.repeats is None:
            hint = "Add time: 10 min or repeats: 10."
            yield Finding(
                record.document.locate_key("name"), f"{quote(exercise.name)} has no time and no repeats.", hint
            )


@rule("step-names-one", Severity.ERROR, "A routine's step names no technique, exercise or tool, or several.")
def find_unclear_steps(inspection: Inspection) -> Iterator[Finding]:
    """See to it that each step names one thing to do."""
    for record, path, _, step in steps_of_routines(inspection):
        if len(step.named) != 1:
            names = " and ".join(quote(name) for name in step.named) or "nothing to do"
            hint = "Name exactly one technique, exercise or tool."
            yield Finding(record.document.locate(*path), f"This step names {names}.", hint)


@rule("step-without-dose", Severity.ERROR, "A routine's step has neither a time nor a count.")
def find_steps_without_dose(inspection: Inspection) -> Iterator[Finding]:
    """Ask for a time or a count in every step."""
    for record, path, _, step in steps_of_routines(inspection):
        if step.time is None and step.count is None:
            hint = "Add time: 2 min or count: 10."
            yield Finding(record.document.locate(*path), "This step has no time and no count.", hint)


@rule("untimed-count", Severity.ERROR, "A step counts repeats of something whose length nobody gave.")
def find_untimed_counts(inspection: Inspection) -> Iterator[Finding]:
    """See to it that the length of a counted step can be computed."""
    for record, path, _, step, treatment in steps_in_use(inspection):
        if step.count is not None and step.time is None and treatment.seconds_per_repeat is None:
            yield Finding(
                record.document.locate(*path, "count"),
                f"Nobody knows how long one repeat of {quote(treatment.id)} takes.",
                f"Add time: to this step, or repeat_time: to {quote(treatment.id)}.",
            )


@rule("longer-than-its-page", Severity.ERROR, "A step lasts longer than the page of its technique says is enough.")
def find_overlong_steps(inspection: Inspection) -> Iterator[Finding]:
    """Hold the time, the hold and the count of each step against the most that its own page gives."""
    for record, path, _, step, treatment in steps_in_use(inspection):
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
    for record, path, _, step, treatment in steps_in_use(inspection):
        if treatment.action in {Action.HEAT, Action.COLD} and step.time is not None:
            seconds = step.time * (step.count or 1)
            if seconds > LONGEST_HEAT_OR_COLD_S:
                yield _too_long(record.document.locate(*path, "time"), seconds)


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


def _too_long(where: Location, seconds: int) -> Finding:
    return Finding(
        where,
        f"{time_in_words(seconds).capitalize()} of heat or cold can damage the skin.",
        "Write 20 min or less.",
    )
