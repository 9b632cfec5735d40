"""Rules about steps, times and counts: everything that a reader is told to do can be done, and for how long."""

from collections.abc import Iterator

from generator.checking.rule import Finding, Inspection, rule
from generator.diagnostics import Severity, quote
from generator.model.fields import Performer
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.routine import Routine, Step
from generator.model.kinds.technique import Technique
from generator.model.practice import Treatment


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
    for record, routine in inspection.catalogue.of_kind(Routine):
        for path, step in _steps(routine):
            if len(step.named) != 1:
                names = "nothing to do" if not step.named else " and ".join(f"{quote(name)}" for name in step.named)
                yield Finding(
                    record.document.locate(*path),
                    f"This step names {names}.",
                    "Name exactly one technique, exercise or tool.",
                )


@rule("step-without-dose", Severity.ERROR, "A routine's step has neither a time nor a count.")
def find_steps_without_dose(inspection: Inspection) -> Iterator[Finding]:
    """Ask for a time or a count in every step."""
    for record, routine in inspection.catalogue.of_kind(Routine):
        for path, step in _steps(routine):
            if step.time is None and step.count is None:
                hint = "Add time: 2 min or count: 10."
                yield Finding(record.document.locate(*path), "This step has no time and no count.", hint)


@rule("untimed-count", Severity.ERROR, "A step counts repeats of something whose length nobody gave.")
def find_untimed_counts(inspection: Inspection) -> Iterator[Finding]:
    """See to it that the length of a counted step can be computed."""
    for record, routine in inspection.catalogue.of_kind(Routine):
        for path, step in _steps(routine):
            if step.count is None or step.time is not None or len(step.named) != 1:
                continue
            treatment = inspection.catalogue.find(step.named[0], Treatment)
            if treatment is not None and treatment.seconds_per_repeat is None:
                yield Finding(
                    record.document.locate(*path, "count"),
                    f"Nobody knows how long one repeat of {quote(treatment.id)} takes.",
                    f"Add time: to this step, or repeat_time: to {quote(treatment.id)}.",
                )


def _steps(routine: Routine) -> Iterator[tuple[tuple[str | int, ...], Step]]:
    for phase_index, phase in enumerate(routine.phases):
        for step_index, step in enumerate(phase.steps):
            yield ("phases", phase_index, "steps", step_index), step
