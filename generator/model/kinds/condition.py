"""Conditions: what hurts, why, when to get help, and what may help."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.fields import Labelled, Part, RefersTo, Text, ThingId
from generator.model.medical_codes import MedicalCodes
from generator.model.thing import Kind, Piece, RedFlag, Thing


class ConditionGroup(Labelled):
    """How a reader would look for it."""

    SYMPTOM = "symptom", "What you feel"
    JOINT = "joint", "Joint conditions"
    MUSCLE_TENDON = "muscle-tendon", "Muscles and tendons"
    INJURY = "injury", "Injuries"
    CIRCULATION = "circulation", "Veins and circulation"
    NERVE = "nerve", "Nerves"
    GENERAL = "general", "General health"


class UpperPlace(Labelled):
    """A place above the legs, of which only pictures of the whole body tell."""

    HEAD = "head", "The head"
    NECK = "neck", "The neck"
    CHEST = "chest", "The chest"
    BELLY = "belly", "The belly"
    BACK = "back", "The back"


class Help(Piece):
    """Something that may help, and how."""

    with_: Annotated[
        ThingId, RefersTo(("techniques", "tools", "exercises", "routines", "guides"), "{} where it may help")
    ] = Field(alias="with", description="The technique, tool, exercise, routine or guide that may help.")
    how: Text | None = Field(None, description="How it may help, in a sentence that promises nothing.")


class Condition(Thing):
    """One condition or symptom."""

    kind: ClassVar = Kind(
        folder="conditions",
        singular="condition",
        plural="conditions",
        title="Pain and conditions",
        lead="Find what you feel. See what may help, what to watch for, and when massage is the wrong thing.",
        place=10,
        group_by="group",
    )

    group: ConditionGroup = Field(description="Where a reader would look for it.")
    part: Part = Field(description="The part of the body.")
    areas: tuple[Annotated[ThingId, RefersTo(("anatomy",), "{} that involve it")], ...] = Field(
        (), description="Structures that it involves."
    )
    felt: tuple[UpperPlace, ...] = Field(
        (), description="Where above the legs it is felt: head, neck, chest, belly, back."
    )
    hands_off: tuple[UpperPlace, ...] = Field(
        (), description="Places above the legs that nobody should massage: head, neck, chest, belly, back."
    )
    what: Text = Field(description="What it is.")
    signs: tuple[Text, ...] = Field(min_length=1, description="What you may see or feel.")
    causes: tuple[Text, ...] = Field((), description="What brings it on.")
    red_flags: tuple[RedFlag, ...] = Field((), description="Signs that need help, and how soon.")
    may_help: tuple[Help, ...] = Field((), description="What may help; an error where a caution excludes it.")
    self_care: tuple[Text, ...] = Field((), description="Other things a reader can do.")
    professional: Text | None = Field(None, description="When and whom to see.")
    related: tuple[Annotated[ThingId, RefersTo(("conditions",), "{} that point to it")], ...] = Field(
        (), description="Conditions that are close to it or easily taken for it."
    )
    codes: MedicalCodes | None = Field(None, description="Verified codes, for those who look the page up by one.")

    @property
    def recognised_by(self) -> tuple[str, ...]:
        """Its signs."""
        return self.signs

    @property
    def concerned_areas(self) -> tuple[ThingId, ...]:
        """The structures that it involves."""
        return self.areas
