"""Guides: prose pages in Markdown."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.fields import Labelled, MarkdownBody, RefersTo, ThingId, TrueOrFalse
from generator.model.thing import Kind, Thing
from generator.model.use import Use


class GuideGroup(Labelled):
    """Where a reader would look for it."""

    START = "start", "Before and during a session"
    UNDERSTAND = "understand", "Understand massage"
    LIVING = "living", "Living with pain"


class Guide(Thing):
    """A page of prose. The text below the front matter is its body."""

    kind: ClassVar = Kind(
        folder="guides",
        singular="guide",
        plural="guides",
        title="Guides",
        lead="How to prepare, what massage can and cannot do, and how to live well with sore legs.",
        place=90,
        group_by="group",
        in_prose=True,
    )

    group: GuideGroup = Field(description="Where a reader would look for it.")
    mentions: tuple[Annotated[ThingId, RefersTo(("techniques", "tools", "exercises", "routines"), "")], ...] = Field(
        (), description="What the guide teaches; the cautions of these show on its page."
    )
    safety: TrueOrFalse = Field(
        default=False, description="True where readers' safety rests on the page: no clinic can hide or reword it."
    )
    body: MarkdownBody = Field(description="The text, in Markdown, below the front matter.")

    @property
    def is_for_safety(self) -> bool:
        """Whether its author says so."""
        return self.safety

    @property
    def uses(self) -> tuple[Use, ...]:
        """What it teaches."""
        return tuple(Use(thing) for thing in self.mentions)
