"""Exercises: stretches, strengthening, movement, heat and cold; what goes with massage."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.fields import (
    Action,
    Count,
    Goal,
    Performer,
    RefersTo,
    Seconds,
    Side,
    Text,
    ThingId,
    TimeSpan,
)
from generator.model.pose import Movement
from generator.model.practice import Treatment
from generator.model.thing import Kind
from generator.model.use import Use


class Exercise(Treatment):
    """One exercise with its dose."""

    kind: ClassVar = Kind(
        folder="exercises",
        singular="exercise",
        plural="exercises",
        title="Exercises",
        lead="Stretches, strengthening, warmth and cold. They go well with massage, and often do more.",
        place=40,
        group_by="does",
        has_handout=True,
    )

    does: Action = Field(description="stretch, strength, movement, heat or cold.")
    goals: tuple[Goal, ...] = Field((), description="What a reader would use it for.")
    areas: tuple[Annotated[ThingId, RefersTo(("anatomy",), "{} that work this area")], ...] = Field(
        min_length=1, description="Every structure that it works on."
    )
    tools: tuple[Annotated[ThingId, RefersTo(("tools",), "{} that use it")], ...] = Field(
        (), description="Tools that help."
    )
    who: tuple[Performer, ...] = Field((Performer.SELF,), description="Who can do it.")
    sides: Side = Field(description="each, where it is done on one side and then the other; both, where together.")
    hold: TimeSpan | None = Field(None, description="How long to hold once.", examples=["15 to 30 s"])
    time: TimeSpan | None = Field(None, description="How long in all, where nothing is counted.")
    repeats: Count | None = Field(None, description="How many repeats in a set, for one side.", examples=["2 to 3"])
    sets: Count | None = Field(None, description="How many sets.", examples=["2 to 3"])
    repeat_time: Seconds = Field(description="How long one repeat takes, with its hold.", examples=["30 s"])
    position: Text | None = Field(None, description="How to sit, stand or lie.")
    shown: Movement = Field(
        description="How the pictures show it: the posture, and the angles of the joints at its start and its end."
    )
    steps: tuple[Text, ...] = Field(min_length=1, description="What to do, one short instruction each.")
    easier: Text | None = Field(None, description="An easier way.")
    harder: Text | None = Field(None, description="A harder way, for later.")

    @property
    def action(self) -> Action:
        """What it does to the body."""
        return self.does

    @property
    def uses(self) -> tuple[Use, ...]:
        """The tools that help, on each of its areas."""
        return tuple(Use(tool, area) for tool in self.tools for area in self.areas)

    @property
    def easier_way(self) -> str | None:
        """How to do it with less effort."""
        return self.easier

    @property
    def seconds_per_repeat(self) -> int:
        """Seconds that one repeat takes."""
        return self.repeat_time

    @property
    def at_a_glance(self) -> tuple[str, ...]:
        """Its time or repeats."""
        if self.time is not None:
            return (str(self.time),)
        hold = (f"hold {self.hold}",) if self.hold is not None else ()
        return (f"{self.repeats} times", *hold) if self.repeats is not None else hold
