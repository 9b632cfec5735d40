"""What a clinic's overlay can do to the base: one file an operation, in the folder of its sort."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Final

from pydantic import Field, StringConstraints

from generator.model.clinic import OwnFile
from generator.model.fields import Action, Line, Phrase, RefersTo, Text, ThingId
from generator.model.kinds.caution import Level
from generator.model.thing import Piece, RedFlag, Signed

_Field = Annotated[
    str, StringConstraints(pattern=r"^[a-z_]+(?: [0-9]+| [a-z_]+)*$", strip_whitespace=True, min_length=1)
]
_Of = Annotated[ThingId, RefersTo((), "")]


class Operation(Piece):
    """One change that a clinic makes."""

    folder: ClassVar[str]


class Hide(Operation):
    """Hide a thing: its page, its place in every list and in the search. Texts that name it keep the words."""

    folder = "hide"

    thing: _Of = Field(description="The id of what to hide.", examples=["foam-rolling"])
    why: Line | None = Field(None, description="Why, for who comes after you.")


class Rewording(Signed, Operation):
    """Replace a wording of a thing. Words of safety and of evidence stay as they are."""

    folder = "wordings"

    thing: _Of = Field(description="The id of the thing.", examples=["arch-rub"])
    field: _Field = Field(
        description="Which of its texts: the field, and the number or field within it.", examples=["steps 2"]
    )
    text: str = Field(min_length=1, description="Your words.")


class AddNote(Signed, Operation):
    """Append a note to a thing's page, in a box that says whose it is."""

    folder = "notes"

    thing: _Of = Field(description="The id of the thing.", examples=["arch-rub"])
    text: Text = Field(description="Your note; a blank line begins a new paragraph.")


class Strengthen(Signed, Operation):
    """Have a caution hold for more, or more strictly. There is no way to have it hold for less."""

    folder = "stricter"

    caution: _Of = Field(description="The id of the caution.", examples=["varicose-veins"])
    level: Level | None = Field(None, description="A stricter level: absolute, local or ask-first.")
    actions: tuple[Action, ...] = Field((), description="More actions that it holds for.")
    things: tuple[_Of, ...] = Field((), description="More techniques, tools, exercises or routines that it holds for.")
    areas: tuple[_Of, ...] = Field((), description="More places that it holds for.")
    about: tuple[_Of, ...] = Field((), description="More conditions whose pages show it.")
    red_flags: tuple[RedFlag, ...] = Field((), description="More signs that need help.")


class AddPicture(Signed, Operation):
    """Add a picture to a thing's page."""

    folder = "pictures"

    thing: _Of = Field(description="The id of the thing.", examples=["arch-rub"])
    file: OwnFile = Field(description="The picture, in overlay/pictures/.", examples=["our-chair.jpg"])
    alt: Line = Field(description="What it shows, for those who cannot see it.")
    caption: Phrase | None = Field(None, description="The words below it.")


OPERATIONS: Final[Mapping[str, type[Operation]]] = {
    model.folder: model for model in (Hide, Rewording, AddNote, Strengthen, AddPicture)
}
"""Operations by the folder of overlay/ that holds them. The other folders there are kinds of content."""
