"""What techniques, tools, exercises and routines share: things a reader does to the body."""

from typing import Annotated

from pydantic import Field

from generator.model.fields import Line, Part, RefersTo, Text, ThingId
from generator.model.thing import Mistake, Thing, WhatIf


class Practice(Thing):
    """Something to do, with the advice that goes with it."""

    part: Part = Field(description="The part of the body.", examples=["foot"])
    do: tuple[Text, ...] = Field((), description="Things to do, each a short instruction.")
    do_not: tuple[Text, ...] = Field(
        (), description="Things not to do; each finishes the words “Do not”.", examples=[["press on the kneecap."]]
    )
    mistakes: tuple[Mistake, ...] = Field((), description="Common mistakes, and what to do instead.")
    what_if: tuple[WhatIf, ...] = Field((), description="Small problems and what to do.")
    next: tuple[Annotated[ThingId, RefersTo(("techniques", "exercises", "routines"), "")], ...] = Field(
        (), description="Good next steps after this one."
    )


class Treatment(Practice):
    """A practice that acts on the body by itself, so its author must have considered the cautions."""

    areas: tuple[Annotated[ThingId, RefersTo(("anatomy",), "{} that work this area")], ...] = Field(
        (), description="Every part of the body that it works on."
    )
    feel: Text | None = Field(None, description="How it should feel while you do it.")
    cautions: tuple[Annotated[ThingId, RefersTo(("cautions",), "")], ...] = Field(
        (), description="Cautions that you thought of. Those on its areas, tools and action come by themselves."
    )
    never_with: tuple[
        Annotated[ThingId, RefersTo(("tools", "exercises", "techniques"), "{} never to use with it")], ...
    ] = Field((), description="What must not be used in the same session; a routine with both is an error.")
    no_cautions_because: Line | None = Field(
        None, description="Why there is none under cautions. Either cautions or this reason must be there."
    )

    @property
    def concerned_areas(self) -> tuple[ThingId, ...]:
        """The structures that it works on."""
        return self.areas

    @property
    def named_cautions(self) -> tuple[ThingId, ...]:
        """The cautions that its author considered."""
        return self.cautions

    @property
    def easier_way(self) -> str | None:
        """How to do it with sore hands or a tender leg, or None where nobody said."""
        return None

    @property
    def seconds_per_repeat(self) -> int | None:
        """Seconds that one repeat takes, or None where nobody gave it."""
        return None
