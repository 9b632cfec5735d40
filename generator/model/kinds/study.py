"""Studies: what a source in references.bib found, and what it means for the reader."""

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from generator.model.fields import (
    Certainty,
    CitesSource,
    Labelled,
    Line,
    Performer,
    RefersTo,
    Text,
    ThingId,
    TrueOrFalse,
    WholeNumber,
)
from generator.model.thing import Kind, Thing


class Design(Labelled):
    """How the study was made."""

    META_ANALYSIS = "meta-analysis", "Review that adds up many trials (meta-analysis)"
    REVIEW_MAP = "review-map", "Map of reviews"
    RANDOMISED = "randomised-trial", "Trial with groups made by chance (randomised)"
    CONTROLLED = "controlled-trial", "Trial with 2 or more groups, perhaps not made by chance"
    BEFORE_AFTER = "before-after", "Measured before and after, with nobody to compare"
    GUIDELINE = "guideline", "Guideline"
    CONSENSUS = "expert-consensus", "Agreement among experts"
    REPORT = "report", "Report or statistic"


class Study(Thing):
    """One source, read for the reader. Its id is its citation key."""

    kind: ClassVar = Kind(
        folder="studies",
        singular="study",
        plural="studies",
        title="The evidence",
        lead="Who says so, how sure they are, and whether they tested what you would do.",
        place=80,
        is_optional=False,
        is_rewordable=False,
        group_by="design",
        hardest_reading=10.0,
    )

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$"), CitesSource()] = Field(
        description="The citation key in references.bib, and the file name.", examples=["wu2022"]
    )
    design: Design = Field(description="How the study was made.")
    about: tuple[
        Annotated[
            ThingId, RefersTo(("conditions", "techniques", "tools", "exercises", "anatomy"), "{} that speak to it")
        ],
        ...,
    ] = Field((), description="What it is about.")
    people: Annotated[WholeNumber, Field(ge=1)] | None = Field(
        None, description="How many people (or experts) took part, as a number."
    )
    who: Text = Field(description="Who they were.")
    done: Text = Field(description="What was done, how long and how often.")
    given_by: Performer | None = Field(
        None, description="Whose hands did it; self makes the study direct. Left out where nothing was given."
    )
    compared_with: Text | None = Field(None, description="What it was compared with.")
    outcome: tuple[Text, ...] = Field(min_length=1, description="What changed, with figures where they are known.")
    lasted: Text | None = Field(None, description="For how long the change lasted.")
    limits: tuple[Text, ...] = Field(min_length=1, description="What makes the result less sure.")
    certainty: Certainty = Field(description="How sure we can be: high, moderate, low or very-low.")
    under_care: TrueOrFalse = Field(
        default=False,
        description="Whether the people were patients under care, so that the page says it is not self-care.",
    )
    means: Text = Field(description="What it means for the reader, in one plain sentence.")
    record: Line = Field(description="Where the bibliographic record comes from, and what is not confirmed.")

    @property
    def at_a_glance(self) -> tuple[str, ...]:
        """Its size, its certainty, and whether it speaks to self-massage."""
        people = (f"{self.people} people",) if self.people is not None else ()
        return (*people, f"{self.certainty.label.lower()} certainty", *(("self-massage",) if self.is_direct else ()))

    @property
    def is_direct(self) -> bool:
        """Whether it tested what a reader can do alone."""
        return self.given_by is Performer.SELF
