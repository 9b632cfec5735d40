"""Tools: balls, rollers, oil, warm packs and machines."""

from typing import ClassVar

from pydantic import Field

from generator.model.fields import Action, Labelled, Seconds, Text, TimeSpan
from generator.model.practice import Treatment
from generator.model.thing import Kind


class ToolShape(Labelled):
    """What it looks like; the pictures are drawn from this."""

    BALL = "ball", "Ball, smooth or with bumps"
    TENNIS_BALL = "tennis-ball", "Tennis ball"
    FOAM_ROLLER = "foam-roller", "Foam roller"
    FOOT_ROLLER = "foot-roller", "Ridged roller for the foot"
    ROLLER_STICK = "roller-stick", "Stick with rollers and two handles"
    BOTTLE = "bottle", "Bottle of frozen water"
    OIL_BOTTLE = "oil-bottle", "Bottle of oil or lotion"
    TUBE = "tube", "Tube of cream"
    PILLOW = "pillow", "Pillow"
    WARM_PACK = "warm-pack", "Warm pack"
    COLD_PACK = "cold-pack", "Cold pack"
    CUFFS = "cuffs", "Sleeves that fill with air"
    HAND_MASSAGER = "hand-massager", "Machine held in the hand"
    FOOT_MACHINE = "foot-machine", "Machine to put the feet in"


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
    shape: ToolShape = Field(description="What it looks like. The pictures show this form.")
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
