"""Question-and-answer pages in Markdown: each second-level heading is a question."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.fields import MarkdownBody, Part, RefersTo, ThingId
from generator.model.thing import Kind, Thing
from generator.model.use import Use


class Questions(Thing):
    """Questions that readers ask, each with a short answer."""

    kind: ClassVar = Kind(
        folder="questions",
        singular="question page",
        plural="question pages",
        title="Questions",
        lead="Short answers to what people ask most.",
        place=95,
        in_prose=True,
        in_navigation=False,
    )

    part: Part = Field(description="The part of the body the questions are about.")
    mentions: tuple[Annotated[ThingId, RefersTo(("techniques", "tools", "exercises", "routines"), "")], ...] = Field(
        (), description="What the answers teach; the cautions of these show on the page."
    )
    body: MarkdownBody = Field(description="Questions as `## ` headings, each followed by its answer.")

    @property
    def uses(self) -> tuple[Use, ...]:
        """What it teaches."""
        return tuple(Use(thing) for thing in self.mentions)
