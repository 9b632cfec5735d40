"""The steps of all routines, each with what it puts to use: what the rules about doses and safe use go through."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.checking.rule import Inspection
from generator.model import Record
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.routine import Routine, Step
from generator.model.kinds.technique import Technique
from generator.model.kinds.tool import Tool
from generator.model.practice import Treatment
from generator.reading.yaml_data import Path


class StepInRoutine(NamedTuple):
    """A step, the routine that it is in, and its path in the file."""

    record: Record
    path: Path
    routine: Routine
    step: Step


class StepInUse(NamedTuple):
    """A step and the one technique, exercise or tool that it puts to use."""

    record: Record
    path: Path
    routine: Routine
    step: Step
    treatment: Treatment


def steps_of_routines(inspection: Inspection) -> Iterator[StepInRoutine]:
    """List the steps of all routines."""
    for record, routine in inspection.catalogue.of_kind(Routine):
        for phase_index, phase in enumerate(routine.phases):
            for step_index, step in enumerate(phase.steps):
                yield StepInRoutine(record, ("phases", phase_index, "steps", step_index), routine, step)


def steps_in_use(inspection: Inspection) -> Iterator[StepInUse]:
    """List the steps that name one thing that is there; the others are told by rules of their own."""
    find = inspection.catalogue.find
    for found in steps_of_routines(inspection):
        step = found.step
        if len(step.named) == 1:
            treatment = find(step.technique, Technique) or find(step.exercise, Exercise) or find(step.tool, Tool)
            if treatment is not None:
                yield StepInUse(*found, treatment)
