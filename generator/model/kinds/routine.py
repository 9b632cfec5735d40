"""Routines: techniques, exercises and tools in order, each with its time."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.doses import MOST_REPEATS
from generator.model.fields import (
    Count,
    Goal,
    Labelled,
    Line,
    Performer,
    RefersTo,
    Seconds,
    Side,
    Text,
    ThingId,
    TrueOrFalse,
    WholeNumber,
)
from generator.model.kinds.technique import StepStroke
from generator.model.practice import Practice
from generator.model.thing import Kind, Piece
from generator.model.use import Use


class Period(Labelled):
    """How often, counted per what."""

    DAY = "day", "a day"
    WEEK = "week", "a week"


class Frequency(Piece):
    """How often to do the routine."""

    times: Count = Field(description="How many times.", examples=["1 to 2"])
    per: Period = Field(description="day or week.")

    @property
    def in_words(self) -> str:
        """Say it: `2 times a week`, or `once a day`."""
        return f"once {self.per}" if self.times.most == 1 else f"{self.times} times {self.per}"


class Step(Piece):
    """One step: exactly one of technique, exercise or tool, on an area, on a side, for a time or a count."""

    technique: Annotated[ThingId, RefersTo(("techniques",), "{} that use it")] | None = Field(
        None, description="The technique of this step."
    )
    exercise: Annotated[ThingId, RefersTo(("exercises",), "{} that use it")] | None = Field(
        None, description="The exercise of this step."
    )
    tool: Annotated[ThingId, RefersTo(("tools",), "{} that use it")] | None = Field(
        None, description="The tool of this step."
    )
    area: Annotated[ThingId, RefersTo(("anatomy",), "{} that work this area")] = Field(description="Where it is done.")
    stroke: StepStroke | None = Field(
        None, description="What is different about the technique's stroke here, for the picture of this step to show."
    )
    side: Side = Field(description="each (one after the other), left, right, or both together.")
    time: Seconds | None = Field(None, description="How long; with a count, how long each repeat.", examples=["2 min"])
    count: Annotated[WholeNumber, Field(ge=1, le=MOST_REPEATS)] | None = Field(
        None, description="How many repeats.", examples=[10]
    )
    optional: TrueOrFalse = Field(default=False, description="Whether a shorter session may leave it out.")
    note: Text | None = Field(None, description="What is special in this routine, in a sentence.")

    @property
    def worked(self) -> tuple[ThingId, ...]:
        """Its area, and where its own stroke starts and ends."""
        ends = (self.stroke.start, self.stroke.end) if self.stroke else ()
        return (self.area, *(end for end in ends if end is not None))

    @property
    def named(self) -> tuple[ThingId, ...]:
        """The technique, exercise or tool that it names; a rule of the checks sees to it that it is one."""
        return tuple(thing for thing in (self.technique, self.exercise, self.tool) if thing is not None)


class Phase(Piece):
    """A stretch of the routine with one purpose."""

    name: Line = Field(description="What this part is for.", examples=["Warm up"])
    steps: tuple[Step, ...] = Field(min_length=1, description="The steps, in order.")


class Routine(Practice):
    """A whole session. Its cautions and total time are computed from its parts."""

    kind: ClassVar = Kind(
        folder="routines",
        singular="routine",
        plural="routines",
        title="Routines",
        lead="Whole sessions to follow from start to end, with a time for every step.",
        place=20,
        group_by="part",
        has_handout=True,
    )

    goals: tuple[Goal, ...] = Field((), description="What a reader would use it for.")
    who: tuple[Performer, ...] = Field(min_length=1, description="Who can do it.")
    offered_for: tuple[Annotated[ThingId, RefersTo(("conditions",), "{} offered for it")], ...] = Field(
        (), description="Conditions it is offered for; an error where one of its parts excludes one of them."
    )
    frequency: Frequency = Field(description="How often.")
    position: Text | None = Field(None, description="How to sit or lie, and what to set up.")
    before: tuple[Text, ...] = Field((), description="What to do before you start.")
    phases: tuple[Phase, ...] = Field(min_length=1, description="The parts of the session, in order.")
    after: tuple[Text, ...] = Field((), description="What to do afterwards.")

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps of all phases, in order."""
        return tuple(step for phase in self.phases for step in phase.steps)

    @property
    def uses(self) -> tuple[Use, ...]:
        """What the steps put to use, and where."""
        return tuple(Use(thing, area) for step in self.steps for thing in step.named for area in step.worked)
