"""How long the steps of a routine take. Times are computed here and typed nowhere."""

from collections.abc import Mapping
from typing import Final

from generator.linking.address import Named
from generator.linking.site import TimedPhase, TimedStep
from generator.model.fields import Side
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.routine import Routine, Step
from generator.model.practice import Treatment
from generator.model.readability import first_sentence

STEPS_OF_A_MOVEMENT: Final = 3
"""Steps of an exercise that a routine repeats; the rest is on its own page."""

SIDES_IN_TURN: Final = {Side.EACH: 2, Side.LEFT: 1, Side.RIGHT: 1, Side.BOTH: 1}
"""How many times a step is done for its side to be done."""


def time_phases(
    routine: Routine, treatments: Mapping[str, Treatment], named: Mapping[str, Named]
) -> tuple[TimedPhase, ...]:
    """Give every step its number, its links and its seconds."""
    phases: list[TimedPhase] = []
    number = 0
    told: set[str] = set()
    for phase in routine.phases:
        steps = []
        for step in phase.steps:
            number += 1
            treatment = treatments[step.named[0]]
            seconds = seconds_a_side(step, treatment)
            steps.append(
                TimedStep(
                    number=number,
                    link=named[treatment.id],
                    area=named[step.area],
                    side=step.side,
                    seconds_a_side=seconds,
                    seconds=seconds * SIDES_IN_TURN[step.side],
                    count=step.count,
                    optional=step.optional,
                    how="" if treatment.id in told else _movement(treatment),
                    easier="" if treatment.id in told else treatment.easier_way or "",
                    note=step.note,
                )
            )
            told.add(treatment.id)
        phases.append(TimedPhase(phase.name, tuple(steps)))
    return tuple(phases)


def _movement(treatment: Treatment) -> str:
    """Say how it is done: an exercise by its first steps, which are one movement, the others by their summary."""
    if isinstance(treatment, Exercise):
        return " ".join(treatment.steps[:STEPS_OF_A_MOVEMENT])
    return first_sentence(treatment.summary)


def seconds_a_side(step: Step, treatment: Treatment) -> int:
    """Compute the seconds of a step on one side: its time; with a count, each repeat's time, its own or the step's."""
    if step.count is None:
        return step.time or 0
    return step.count * (step.time or treatment.seconds_per_repeat or 0)
