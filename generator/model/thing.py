"""What every kind of content has in common, and the parts that several kinds share."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from generator.model.fields import (
    Action,
    Certainty,
    CitationKey,
    Day,
    FromOverlay,
    Labelled,
    Line,
    Phrase,
    RefersTo,
    Text,
    ThingId,
)
from generator.model.use import Use


@dataclass(frozen=True)
class Kind:
    """One kind of content: its folder in content/ and in the site, and the words its pages use for it.

    `title` and `lead` head the index page, `group_by` names the field that groups it, and `place` orders the kinds.
    `hardest_reading` is the readability index above which a page is called too hard (7: the 7th school year).
    `other_names` are the words before the other names on a page. What `has_handout` can be taken home as a PDF, which
    gives its page a short address too.
    A clinic can hide things of an `is_optional` kind, and replace words of an `is_rewordable` one.
    `in_prose` kinds are Markdown files with front matter; the others are YAML. The first mention of a thing whose
    kind `links_itself` becomes a link on every page. A kind that is not `in_navigation` is linked from the guides.
    """

    folder: str
    singular: str
    plural: str
    title: str
    lead: str
    place: int
    group_by: str | None = None
    in_prose: bool = False
    links_itself: bool = False
    in_navigation: bool = True
    has_handout: bool = False
    is_optional: bool = True
    is_rewordable: bool = True
    hardest_reading: float = 7.0
    other_names: str = "Also called"

    @property
    def suffix(self) -> str:
        """The ending of the files of this kind."""
        return ".md" if self.in_prose else ".yml"


class Piece(BaseModel):
    """A piece of a thing: frozen, and closed against unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Applies(Labelled):
    """Whether a study tested what the reader would do."""

    DIRECT = "direct", "The study tested self-massage."
    INDIRECT = "indirect", "The studies did not test self-massage."


class Basis(Labelled):
    """What a claim rests on."""

    EVIDENCE = "evidence", "Studies"
    PRACTICE = "practice", "Custom and experience only"


class Urgency(Labelled):
    """How soon to get help for a red flag (the three care cards of the NHS standard)."""

    EMERGENCY = "emergency", "Get emergency help"
    URGENT = "urgent", "Get help today"
    SOON = "soon", "Ask a doctor or nurse"


class Claim(Piece):
    """One thing that massage may do for the reader, and how sure that is."""

    says: Text = Field(
        description="The claim in one plain sentence; its verb follows the certainty.",
        examples=["Massage may ease knee pain for a few weeks."],
    )
    about: Annotated[ThingId, RefersTo(("conditions",), "")] | None = Field(
        None, description="The condition that the claim is about.", examples=["knee-osteoarthritis"]
    )
    sources: tuple[CitationKey, ...] = Field(
        (), description="Citation keys of the studies behind the claim.", examples=[["wu2022"]]
    )
    certainty: Certainty | None = Field(None, description="How sure the evidence is: high, moderate, low, very-low.")
    applies: Applies | None = Field(
        None, description="direct: a study tested self-massage of this kind; indirect: anything else."
    )
    basis: Basis = Field(
        Basis.EVIDENCE, description="evidence (the default), or practice for what is only custom and has no study."
    )


class RedFlag(Piece):
    """A sign that needs help, and how soon."""

    sign: Text = Field(description="What the reader sees or feels.", examples=["Your calf is hot, red and swollen."])
    urgency: Urgency = Field(description="emergency (ambulance), urgent (today) or soon (make an appointment).")


class Mistake(Piece):
    """A common mistake and its mend."""

    mistake: Phrase = Field(description="What people do wrong.", examples=["Pressing harder because nothing happens."])
    instead: Text = Field(description="What to do instead.", examples=["Stay at the same pressure and slow down."])


class WhatIf(Piece):
    """A small problem while doing it, and what to do."""

    happens: Phrase = Field(description="What the reader notices.", examples=["Your hands get tired."])
    then: Text = Field(description="What to do.", examples=["Rest for a minute, then go on with your palms."])


class Signed(Piece):
    """Words of a clinic's own: who wrote them, and when somebody looked at them last."""

    written_by: Line | None = Field(None, description="Who wrote it; left out where clinic.yml says it.")
    reviewed_by: Line | None = Field(None, description="Who reviewed it; left out where clinic.yml says it.")
    reviewed: Day = Field(description="The day of its last review, as YYYY-MM-DD.", examples=["2026-11-20"])
    review_due: Day = Field(description="The day by which to review it again.", examples=["2028-11-20"])


class ClinicNote(Signed):
    """A note of a clinic on a page of the base."""

    text: Text = Field(description="The note; a blank line begins a new paragraph.")


class ClinicPicture(Signed):
    """A picture of a clinic on a page of the base; its size is in pixels."""

    file: Line = Field(description="Its path below the site.")
    alt: Line = Field(description="What it shows, for those who cannot see it.")
    caption: Phrase | None = Field(None, description="The words below it.")
    width: int = Field(description="Pixels.")
    height: int = Field(description="Pixels.")


class Reworded(Signed):
    """A text of the base in a clinic's words."""

    field: Line = Field(description="Which text.", examples=["steps 2"])
    text: str = Field(description="The clinic's words.")


class ClinicWords(Piece):
    """What a clinic's overlay put into a thing of the base."""

    notes: tuple[ClinicNote, ...] = Field((), description="Notes.")
    pictures: tuple[ClinicPicture, ...] = Field((), description="Pictures.")
    reworded: tuple[Reworded, ...] = Field((), description="Texts in the clinic's words.")

    @property
    def signed(self) -> tuple[Signed, ...]:
        """All of it."""
        return (*self.notes, *self.pictures, *self.reworded)


class Thing(Piece):
    """One thing of the content: one file, one page."""

    kind: ClassVar[Kind]

    id: ThingId = Field(description="The same as the file name without its ending.", examples=["arch-rub"])
    name: Line = Field(description="The name that a reader sees, as a heading.", examples=["Arch rub"])
    also: tuple[Line, ...] = Field(
        (), description="Other names and lay names; they feed the search and the “Also called” line."
    )
    plain: Line | None = Field(
        None,
        description="The plain word for a technical name, shown behind it in brackets wherever it stands alone.",
        examples=["kneading"],
    )
    summary: Phrase = Field(description="One or two plain sentences: what it is and whom it is for.")
    in_short: tuple[Text, ...] = Field(
        (), description="Key points, 2 or 3 of them, for the box at the top: what matters most, and what to do."
    )
    reviewed: Day = Field(description="The day of the last review, as YYYY-MM-DD.", examples=["2026-11-20"])
    review_due: Day = Field(description="The day by which to review it again.", examples=["2028-11-20"])
    written_by: Line | None = Field(
        None, description="The role of who wrote it; left out where settings.yml says it for all pages."
    )
    reviewed_by: Line | None = Field(
        None, description="The role of the clinician who reviewed it; left out while nobody has."
    )
    sources: tuple[CitationKey, ...] = Field(
        (), description="Citation keys of what the page as a whole rests on.", examples=[["nice-ng226"]]
    )
    claims: tuple[Claim, ...] = Field((), description="What it may do for the reader, each with its evidence.")
    clinic: Annotated[ClinicWords | None, FromOverlay()] = Field(
        None, description="What a clinic's overlay puts in. No file of content holds it."
    )

    @property
    def full_name(self) -> str:
        """The name with the plain word behind it."""
        return f"{self.name} ({self.plain})" if self.plain else self.name

    @property
    def other_names(self) -> tuple[str, ...]:
        """Its plain word and its other names, none twice."""
        return tuple(dict.fromkeys((*((self.plain,) if self.plain else ()), *self.also)))

    @property
    def is_for_safety(self) -> bool:
        """Whether its page tells of safety or of what is known, so that no clinic can hide or reword it."""
        return not self.kind.is_optional

    @property
    def action(self) -> Action | None:
        """What it does to the body, or None where it does nothing by itself."""
        return None

    @property
    def at_a_glance(self) -> tuple[str, ...]:
        """A few words for its card on an index page, such as its time."""
        return ()

    @property
    def concerned_areas(self) -> tuple[ThingId, ...]:
        """The structures it works on or is about; cautions on them reach its page."""
        return ()

    @property
    def recognised_by(self) -> tuple[str, ...]:
        """What a reader feels or sees who should find its page; the search looks there first after the names."""
        return ()

    @property
    def named_cautions(self) -> tuple[ThingId, ...]:
        """The cautions that its author named."""
        return ()

    @property
    def uses(self) -> tuple[Use, ...]:
        """The things that it puts to use; their cautions reach its page."""
        return ()
