"""The settings of a project: what no single page decides."""

from typing import Annotated

from pydantic import Field

from generator.model.fields import Line, RefersTo, ThingId, WholeNumber
from generator.model.thing import Piece


class Settings(Piece):
    """What settings.yml may say. A project without that file goes by the defaults."""

    country: Annotated[ThingId, RefersTo(("countries",), "")] | None = Field(
        None,
        description="The country whose numbers for help stand in the care cards, from content/countries/. "
        "Left out, the cards name no number.",
        examples=["gb"],
    )
    written_by: Line | None = Field(
        None,
        description="The role of those who wrote the pages, for every page that does not name another.",
        examples=["A physiotherapist and an editor"],
    )
    clinic: Line | None = Field(
        None,
        description="The name of the clinic that hands these pages out; it stands at the top of every handout.",
        examples=["Hillside Physiotherapy"],
    )
    skin_tone: Annotated[WholeNumber, Field(ge=1, le=5)] = Field(
        2,
        description="The skin tone of the pictures, from 1 (lightest) to 5 (darkest). Each reader can choose another.",
        examples=[3],
    )
    same_words: tuple[Line, ...] = Field(
        (),
        description="What readers say when they mean the same, for the search: lines of words or phrases with commas "
        "between them. What is the name of a page belongs to its `also` instead.",
        examples=[["pain, ache, sore, hurts", "swelling, swollen, puffy"]],
    )
