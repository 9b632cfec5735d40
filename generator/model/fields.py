"""What a field may hold: the types of the content model and the marks that later stages read off them."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated, Final, Self

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from generator.model.doses import (
    COUNT_WRITTEN,
    TIME_SPAN_WRITTEN,
    TIME_WRITTEN,
    CountRange,
    TimeRange,
    read_count_range,
    read_time,
    read_time_range,
)

ID_PATTERN: Final = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"

ONE_LINE: Final = r"^[^\n]*$"

_DAY_WRITTEN: Final = (
    r"^\s*(?!0000)(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)"
    r"|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)\s*$"
)
"""Every day of the calendar, leap years among them."""


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")


@dataclass(frozen=True)
class RefersTo:
    """Marks a field that holds the id of another thing.

    `kinds` are the folders the id may come from. `inverse` heads the list of what refers, on the page of the thing
    referred to, with the kind in place of `{}`: "{} that use it"; where it is empty that page says it another way.
    """

    kinds: tuple[str, ...]
    inverse: str


@dataclass(frozen=True)
class CitesSource:
    """Marks a field that holds a citation key of references.bib."""


@dataclass(frozen=True)
class FromOverlay:
    """Marks a field that a clinic's overlay fills, and no file of content."""


@dataclass(frozen=True)
class HoldsMarkup:
    """Marks text in which `[[id]]`, `[[id|words]]` and `[@key]` are markup; `markdown` tells a guide's body."""

    markdown: bool = False


@dataclass(frozen=True)
class Written:
    """Marks how a value is written in a file, for editors, which read a schema: as text that matches `pattern`.

    `is_number` tells a value that may be a bare number, which YAML 1.2 does not take for text.
    """

    pattern: str
    is_number: bool = False


ThingId = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
CitationKey = Annotated[str, StringConstraints(min_length=1), CitesSource()]
Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True, pattern=ONE_LINE)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), HoldsMarkup()]
Phrase = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True, pattern=ONE_LINE), HoldsMarkup()]
"""Text with markup that is one paragraph."""

MarkdownBody = Annotated[str, StringConstraints(min_length=1, pattern=r"\S"), HoldsMarkup(markdown=True)]


class Labelled(Enum):
    """A choice with the words that a page shows for it; YAML holds the value, templates show the label."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make a member out of its YAML value and its words."""
        member = object.__new__(cls)
        member._value_ = value
        member.label = label
        return member

    def __str__(self) -> str:
        """Show the words, so that a template needs no filter."""
        return self.label


class Part(Labelled):
    """Where on the body, as a reader would say it; the home page starts from these."""

    FOOT = "foot", "Foot and ankle"
    LOWER_LEG = "lower-leg", "Lower leg and calf"
    KNEE = "knee", "Knee"
    THIGH = "thigh", "Thigh and hip"
    WHOLE_LEG = "whole-leg", "Whole leg"
    WHOLE_BODY = "whole-body", "Whole body"


class Goal(Labelled):
    """What a reader would like to do; the home page offers these."""

    RELAX = "relax", "Relax and unwind"
    EASE_PAIN = "ease-pain", "Ease an ache"
    LOOSEN = "loosen", "Loosen a stiff joint"
    WARM_UP = "warm-up", "Warm up before moving"
    RECOVER = "recover", "Recover after exercise"
    STRENGTHEN = "strengthen", "Build strength"


class Performer(Labelled):
    """Whose hands do it."""

    SELF = "self", "yourself"
    PARTNER = "partner", "a partner or friend"
    PROFESSIONAL = "professional", "a trained professional"


class Action(Labelled):
    """What is done to the body; a caution says which of these it holds for."""

    MASSAGE = "massage", "Massage"
    HEAT = "heat", "Heat"
    COLD = "cold", "Cold"
    STRETCH = "stretch", "Stretch"
    STRENGTH = "strength", "Strengthening"
    MOVEMENT = "movement", "Movement"
    LOTION = "lotion", "Oil, lotion or cream"
    SUPPORT = "support", "Support"


class Certainty(Labelled):
    """How sure the evidence is (GRADE: Guyatt 2008, doi 10.1136/bmj.39489.470347.AD)."""

    HIGH = "high", "High"
    MODERATE = "moderate", "Moderate"
    LOW = "low", "Low"
    VERY_LOW = "very-low", "Very low"

    @property
    def rank(self) -> int:
        """3 for high down to 0 for very low."""
        return 3 - list(Certainty).index(self)


class Side(Labelled):
    """Which side a step works."""

    EACH = "each", "Each side, one after the other"
    LEFT = "left", "Left side"
    RIGHT = "right", "Right side"
    BOTH = "both", "Both sides together"


def _day(value: object) -> object:
    if isinstance(value, str) and not _DAY.fullmatch(value.strip()):
        raise PydanticCustomError(
            "not_a_day",
            "“{text}” is not a date",
            {"text": value, "hint": "Write it as year-month-day, such as 2026-11-20."},
        )
    return value


def _whole_number(value: object) -> object:
    if isinstance(value, str) and not _WHOLE_NUMBER.fullmatch(value.strip()):
        raise PydanticCustomError(
            "not_a_number",
            "“{text}” is not a whole number",
            {"text": value, "hint": "Write it in figures, such as 12."},
        )
    return value


def _true_or_false(value: object) -> object:
    """Refuse “yes”, “on” and “1”, which pydantic 2 takes for true: an editor takes them for text or a number."""
    if isinstance(value, str) and value.strip().lower() not in {"true", "false"}:
        raise PydanticCustomError("bool_parsing", "not true or false")
    return value


TrueOrFalse = Annotated[bool, BeforeValidator(_true_or_false)]
Day = Annotated[date, BeforeValidator(_day), Written(_DAY_WRITTEN)]
WholeNumber = Annotated[int, BeforeValidator(_whole_number), Written(rf"^{_WHOLE_NUMBER.pattern}$", is_number=True)]
Seconds = Annotated[int, BeforeValidator(read_time), Written(TIME_WRITTEN)]
TimeSpan = Annotated[TimeRange, BeforeValidator(read_time_range), Written(TIME_SPAN_WRITTEN)]
Count = Annotated[CountRange, BeforeValidator(read_count_range), Written(COUNT_WRITTEN, is_number=True)]
