"""Cautions: when not to massage, where not to, and when to ask first."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.fields import Action, Labelled, Line, RefersTo, Text, ThingId, TrueOrFalse
from generator.model.thing import Kind, Piece, RedFlag, Thing


class Level(Labelled):
    """How far a caution goes."""

    ABSOLUTE = "absolute", "Do not massage"
    LOCAL = "local", "Keep off this area"
    ASK_FIRST = "ask-first", "Ask a doctor, nurse or pharmacist first"
    CARE = "care", "Take care"

    @property
    def rank(self) -> int:
        """3 for the strictest down to 0."""
        return 3 - list(Level).index(self)


class Scope(Piece):
    """What a caution holds for: every thing that does one of the actions, and the things named."""

    actions: tuple[Action, ...] = Field((), description="What it holds for, whoever does it.")
    things: tuple[Annotated[ThingId, RefersTo(("techniques", "tools", "exercises", "routines"), "")], ...] = Field(
        (), description="Single techniques, tools, exercises or routines."
    )


class Caution(Thing):
    """One caution. It reaches every page that its scope, areas and conditions touch; no page can drop it."""

    kind: ClassVar = Kind(
        folder="cautions",
        singular="caution",
        plural="cautions",
        title="Stay safe",
        lead="When not to massage, where not to press, and when to get help.",
        place=60,
        is_optional=False,
        is_rewordable=False,
        group_by="level",
    )

    level: Level = Field(description="How strict it is.")
    question: Line = Field(
        description="The question of the check list before a session; “yes” means that the caution holds.",
        examples=["Do you have a blood clot in your leg, or did you ever have one?"],
    )
    applies_to: Scope = Field(description="What it holds for.")
    areas: tuple[Annotated[ThingId, RefersTo(("anatomy",), "")], ...] = Field(
        (), description="Where on the body; left out where it holds everywhere. A step may not work such an area."
    )
    about: tuple[Annotated[ThingId, RefersTo(("conditions",), "")], ...] = Field(
        (), description="Conditions it is about; their pages show it."
    )
    when_it_hurts: TrueOrFalse = Field(
        default=False, description="True for the one that says what to do when it hurts; the player shows it then."
    )
    why: Text = Field(description="Why it matters.")
    instead: Text = Field(description="What to do instead.")
    red_flags: tuple[RedFlag, ...] = Field((), description="Signs that need help, and how soon.")

    @property
    def recognised_by(self) -> tuple[str, ...]:
        """Its question, and the signs that need help."""
        return (self.question, *(flag.sign for flag in self.red_flags))
