"""What a clinic says of itself in clinic.yml: its name, how to reach it, how its copy looks, and what it shows."""

import re
from typing import Annotated, Final
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from generator.model.colour import Colour
from generator.model.fields import Labelled, Line, RefersTo, ThingId, WholeNumber
from generator.model.thing import Piece

_PHONE: Final = re.compile(r"\+?[0-9][0-9 ()/-]{2,24}[0-9]")
_HOST: Final = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?")
_EMAIL: Final = re.compile(r"[^\s@<>\"']+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+")


def _phone(value: object) -> object:
    if isinstance(value, str) and not _PHONE.fullmatch(value.strip()):
        raise PydanticCustomError(
            "not_a_phone_number",
            "“{text}” is not a telephone number",
            {"text": value, "hint": 'Write it in quotation marks, with figures and spaces: "+44 20 7946 0000".'},
        )
    return value.strip() if isinstance(value, str) else value


def _email(value: object) -> object:
    if isinstance(value, str) and not _EMAIL.fullmatch(value.strip()):
        raise PydanticCustomError(
            "not_an_email",
            "“{text}” is not an e-mail address",
            {"text": value, "hint": "Write it as name@clinic.example."},
        )
    return value.strip() if isinstance(value, str) else value


def _web_address(value: object) -> object:
    """Take an http or https address with a host of plain letters, and no name or password before it."""
    if not isinstance(value, str):
        return value
    found = value.strip()
    try:
        parts = urlsplit(found)
        is_sound = parts.scheme in {"http", "https"} and _HOST.fullmatch(parts.netloc.lower()) is not None
    except ValueError:
        is_sound = False
    if not is_sound or re.search(r"[\s<>\"'`\\{}|^]", found):
        raise PydanticCustomError(
            "not_an_address",
            "“{text}” is not a web address",
            {"text": value, "hint": "Write it whole, such as https://guides.clinic.example/."},
        )
    return found


def _site_address(value: object) -> object:
    found = _web_address(value)
    if isinstance(found, str) and (urlsplit(found).query or urlsplit(found).fragment):
        raise PydanticCustomError(
            "not_a_site_address",
            "“{text}” is not the address of a site",
            {"text": found, "hint": "Leave out what begins with ? or #."},
        )
    return f"{found.rstrip('/')}/" if isinstance(found, str) else found


Phone = Annotated[str, BeforeValidator(_phone)]
Email = Annotated[str, BeforeValidator(_email)]
WebAddress = Annotated[str, BeforeValidator(_web_address)]
SiteAddress = Annotated[str, BeforeValidator(_site_address)]
OwnFile = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^\n\\:*?\"<>|]+$", strip_whitespace=True)]
"""A file of the clinic's folder, by its path below the folder, with forward slashes."""


Paragraphs = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Words without markup; a blank line begins a new paragraph."""


class Language(Labelled):
    """The English of which country the pages say they are written in, for screen readers and search engines."""

    GB = "en-GB", "British English"
    IE = "en-IE", "Irish English"
    US = "en-US", "American English"
    CA = "en-CA", "Canadian English"
    AU = "en-AU", "Australian English"
    NZ = "en-NZ", "New Zealand English"
    ZA = "en-ZA", "South African English"
    IN = "en-IN", "Indian English"
    SG = "en-SG", "Singaporean English"


class Units(Labelled):
    """In which units lengths, weights and temperatures stand."""

    METRIC = "metric", "Metres and degrees Celsius"
    US = "us", "Inches, pounds and degrees Fahrenheit"


class Logo(Piece):
    """The logo. Each file is an SVG or a picture of points, and stands beside the name in every page's header."""

    light: OwnFile = Field(description="The file for the light colours.", examples=["logo.svg"])
    dark: OwnFile | None = Field(
        None, description="The file for the dark colours; left out where the other can be seen there too."
    )


class Palette(Piece):
    """The colours of one scheme. Only the first is needed; what is left out is mixed so that it can be read."""

    accent: Colour = Field(description="Links, buttons and what is chosen.", examples=["#0a5a5f"])
    accent_strong: Colour | None = Field(None, description="Links under the pointer, and words on the wash.")
    on_accent: Colour | None = Field(None, description="Words on a button of the accent.")
    accent_wash: Colour | None = Field(None, description="The ground of what is chosen or near the pointer.")


class Colours(Piece):
    """The colours of both schemes."""

    light: Palette = Field(description="In the light scheme, on warm paper.")
    dark: Palette = Field(description="In the dark scheme, on night blue.")


class Fonts(Piece):
    """Letters of the clinic's own, as WOFF2 files in its folder: none ever comes from another host."""

    name: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9 _-]{0,59}$")] = Field(
        description="The name of the letters.", examples=["Source Sans 3"]
    )
    regular: OwnFile = Field(description="The file of upright letters; a variable font serves for bold too.")
    bold: OwnFile | None = Field(None, description="The file of bold letters.")
    italic: OwnFile | None = Field(None, description="The file of slanted letters.")
    bold_italic: OwnFile | None = Field(None, description="The file of bold slanted letters.")


class Shown(Piece):
    """What the copy shows, where it is not all."""

    kinds: tuple[Line, ...] | None = Field(
        None, description="The kinds to show, by their folders in content/. Cautions, studies and countries always are."
    )
    guides: tuple[Annotated[ThingId, RefersTo(("guides",), "")], ...] | None = Field(
        None, description="The guides to show. Those about safety cannot be left out."
    )
    conditions: tuple[Annotated[ThingId, RefersTo(("conditions",), "")], ...] | None = Field(
        None, description="The conditions to show."
    )


class Clinic(Piece):
    """What clinic.yml may say. Unknown fields are errors, and everything has a place to be told at."""

    name: Line = Field(
        description="The name that stands beside the logo, on handouts and in the footer.",
        examples=["Hillside Physiotherapy"],
    )
    url: SiteAddress = Field(
        description="The address where the site will be, with the path to it where it is not at the root.",
        examples=["https://guides.hillside.example/"],
    )
    country: Annotated[ThingId, RefersTo(("countries",), "")] = Field(
        description="The country whose numbers stand in the care cards, by its two letters.", examples=["gb"]
    )
    language: Language = Field(
        Language.GB, description="The English of which country: en-GB, en-IE, en-US and so on. The words stay British."
    )
    units: Units = Field(Units.METRIC, description="metric, or us for inches, pounds and degrees Fahrenheit.")
    logo: Logo | None = Field(None, description="Your logo. Left out, the name stands alone.")
    colours: Colours | None = Field(None, description="Your colours. Left out, those of the base stay.")
    fonts: Fonts | None = Field(
        None, description="Your letters. Left out, those of the base stay: they are easy to read."
    )
    skin_tone: Annotated[WholeNumber, Field(ge=1, le=5)] | None = Field(
        None, description="The skin tone of the pictures at first, from 1 (lightest) to 5 (darkest)."
    )
    address: tuple[Line, ...] = Field((), description="Where you are, line by line.")
    phone: Phone | None = Field(None, description="Your telephone number.", examples=["+44 20 7946 0000"])
    email: Email | None = Field(None, description="Your e-mail address.", examples=["desk@hillside.example"])
    booking: WebAddress | None = Field(
        None, description="Where to book a visit.", examples=["https://hillside.example/book"]
    )
    hours: tuple[Line, ...] = Field(
        (), description="When you are open, line by line.", examples=[["Monday to Friday: 8 am to 6 pm"]]
    )
    footer: Line | None = Field(None, description="A sentence at the end of every page, without markup.")
    privacy: Paragraphs | None = Field(
        None,
        description="What you do with readers' data, for the page about privacy, without markup; the site itself "
        "collects none.",
    )
    written_by: Line | None = Field(
        None, description="The role or name of who writes your own words.", examples=["Asha Rao, physiotherapist"]
    )
    reviewed_by: Line | None = Field(None, description="The role or name of the clinician who reviews your own words.")
    show: Shown = Field(Shown(kinds=None, guides=None, conditions=None), description="What to show, if not all.")
