"""Tools: balls, rollers, oil, warm packs and machines."""

from typing import ClassVar

from pydantic import Field

from generator.model.fields import Action, Seconds, Text, TimeSpan
from generator.model.practice import Treatment
from generator.model.thing import Kind


class Tool(Treatment):
    """One thing to use, how to use it safely, and what will do instead."""

    kind: ClassVar = Kind(
        folder="tools",
        singular="tool",
        plural="tools",
        title="Tools",
        lead="You need very little. Most of these are in the house already, or have a stand-in that is.",
        place=50,
        group_by="does",
    )

    does: Action = Field(description="What it does to the body; cautions follow from it.")
    time: TimeSpan | None = Field(None, description="How long to use it at one time.", examples=["15 to 20 min"])
    repeat_time: Seconds | None = Field(None, description="How long one roll or press takes.", examples=["4 s"])
    steps: tuple[Text, ...] = Field(min_length=1, description="How to use it, one short instruction each.")
    instead: Text | None = Field(None, description="What will do instead, from around the house.")
    choosing: Text | None = Field(None, description="What to look for when you choose one.")
    care: Text | None = Field(None, description="How to keep it clean and safe.")

    @property
    def action(self) -> Action:
        """What it does to the body."""
        return self.does

    @property
    def seconds_per_repeat(self) -> int | None:
        """Seconds that one repeat takes."""
        return self.repeat_time

    @property
    def at_a_glance(self) -> tuple[str, ...]:
        """Its time."""
        return (str(self.time),) if self.time is not None else ()
