"""Countries: whom to call there. settings.yml names the one whose numbers stand in every care card."""

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from generator.model.fields import Phrase
from generator.model.thing import Kind, Piece, Thing, Urgency

PhoneNumber = Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 ]{0,18}[0-9]$", strip_whitespace=True)]


class HelpLine(Piece):
    """A number to call, and when."""

    urgency: Urgency = Field(description="Which care card shows it: emergency, urgent or soon.")
    number: PhoneNumber = Field(description="The number as people write it there.", examples=["112"])
    reaches: Phrase = Field(description="Whom it reaches, in a few words.", examples=["ambulance, all day and night"])


class Country(Thing):
    """One country and its numbers for help. Numbers come from public bodies, and each review looks them up again."""

    kind: ClassVar = Kind(
        folder="countries",
        singular="country",
        plural="countries",
        title="Numbers to call",
        lead="Whom to call for help, country by country.",
        place=98,
        is_optional=False,
        is_rewordable=False,
        in_navigation=False,
    )

    lines: tuple[HelpLine, ...] = Field(min_length=1, description="The numbers, the most urgent first.")
