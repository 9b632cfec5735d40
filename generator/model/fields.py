"""What a field may hold: the types of the content model and the marks that later stages read off them."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated, Final, Self, TypeVar

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

ID_PATTERN: Final = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"

ONE_LINE: Final = r"^[^\n]*$"

LONGEST_TIME_S: Final = 2 * 60 * 60
"""Seconds. No step of a self-care session lasts longer; a longer time is a slip of the unit."""

MOST_REPEATS: Final = 200
"""Repeats. More than this in one step is a slip of the key, not a dose."""

_UP_TO_59 = r"0*(?:[1-9]|[1-5]\d)"
_UP_TO_120 = r"0*(?:[1-9]\d?|1[01]\d|120)"
_UP_TO_200 = r"0*(?:[1-9]\d?|1\d\d|200)"
_UP_TO_7200 = r"0*(?:[1-9]\d{0,2}|[1-6]\d{3}|7[01]\d\d|7200)"
_ONE_TIME = (
    rf"(?:{_UP_TO_7200} ?s|{_UP_TO_120} ?min|0*[12] ?h"
    rf"|0*(?:[1-9]\d?|1[01]\d) ?min ?{_UP_TO_59} ?s|0*1 ?h ?{_UP_TO_59} ?(?:min(?: ?{_UP_TO_59} ?s)?|s))"
)
_TIME_WRITTEN = rf"^\s*{_ONE_TIME}\s*$"
_TIME_SPAN_WRITTEN = (
    rf"^\s*(?:{_ONE_TIME}(?: to {_ONE_TIME})?"
    rf"|{_UP_TO_7200} to {_UP_TO_7200} ?s|{_UP_TO_120} to {_UP_TO_120} ?min|1 to 2 ?h)\s*$"
)
_COUNT_WRITTEN = rf"^\s*{_UP_TO_200}(?: to {_UP_TO_200})?\s*$"
_DAY_WRITTEN: Final = (
    r"^\s*(?!0000)(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)"
    r"|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)\s*$"
)
"""Every day of the calendar, leap years among them."""


_EXACT_UP_TO_S: Final = 300
"""Seconds. Nobody times a longer session to the second."""

_TIME = re.compile(r"(?:(-?\d{1,15}) ?h)?(?: ?(-?\d{1,15}) ?min)?(?: ?(-?\d{1,15}) ?s)?")
_BARE_NUMBER = re.compile(r"-?\d{1,6}")
_UNIT = re.compile(r"^\d+ ?(s|min|h)$")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")
_COUNT = re.compile(r"(-?\d{1,15})(?: to (-?\d{1,15}))?")


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


@dataclass(frozen=True)
class TimeRange:
    """From `least` to `most` seconds; equal where the text names one time."""

    least: int
    most: int

    def __str__(self) -> str:
        """Say it in words: `3 to 5 minutes`."""
        if self.least == self.most:
            return time_in_words(self.least)
        least, most = time_in_words(self.least), time_in_words(self.most)
        unit = most.partition(" ")[2]
        return f"{least.removesuffix(f' {unit}').removesuffix(f' {unit[:-1]}')} to {most}"


@dataclass(frozen=True)
class CountRange:
    """From `least` to `most` repeats; equal where the text names one number."""

    least: int
    most: int

    def __str__(self) -> str:
        """Say it in figures: `10 to 15`."""
        return str(self.least) if self.least == self.most else f"{self.least} to {self.most}"


def whole_minutes(seconds: int) -> int:
    """Round a time from 5 minutes on to whole minutes, in seconds."""
    return seconds if seconds < _EXACT_UP_TO_S else round(seconds / 60) * 60


def time_in_words(seconds: int) -> str:
    """Say a time as a reader would: `1 minute 30 seconds`; seconds go unsaid from 5 minutes on."""
    hours, rest = divmod(whole_minutes(seconds), 3600)
    minutes, left = divmod(rest, 60)
    parts = ((hours, "hour"), (minutes, "minute"), (left, "second"))
    return " ".join(f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in parts if number)


_Range = TypeVar("_Range", TimeRange, CountRange)


def parse_time(text: str) -> int:
    """Read `90 s`, `2 min` or `1 min 30 s` as seconds.

    Raises PydanticCustomError `not_a_time` for other words, `impossible_time` for zero, less, or over two hours.
    """
    words = text.strip()
    match = _TIME.fullmatch(words)
    if not words or match is None:
        raise PydanticCustomError(
            "not_a_time",
            "“{text}” is not a time",
            {"text": words, "hint": "Write it as `30 s`, `2 min` or `1 min 30 s`."},
        )
    parts = [int(number) if number else 0 for number in match.groups()]
    seconds = sum(number * unit for number, unit in zip(parts, (3600, 60, 1), strict=True))
    if min(parts) < 0 or not 0 < seconds <= LONGEST_TIME_S:
        raise PydanticCustomError(
            "impossible_time",
            "“{text}” cannot be the time of one step",
            {"text": words, "hint": "A time is at least 1 s and at most 2 h."},
        )
    if not re.match(_TIME_WRITTEN, words):
        raise PydanticCustomError(
            "not_a_time",
            "“{text}” is not how a time is written",
            {"text": words, "hint": "Leave out what is 0, and write 90 s or 1 min 30 s, not 1 min 90 s."},
        )
    return seconds


def _time(value: object) -> object:
    return parse_time(value) if isinstance(value, str) else value


def _time_range(value: object) -> object:
    if not isinstance(value, str):
        return value
    first, between, last = value.strip().partition(" to ")
    if not between:
        seconds = parse_time(first)
        return TimeRange(seconds, seconds)
    unit = _UNIT.search(last)
    if _BARE_NUMBER.fullmatch(first) and unit is not None:
        first = f"{first} {unit[1]}"
    found = _ordered(TimeRange(parse_time(first), parse_time(last)), value)
    if not re.match(_TIME_SPAN_WRITTEN, value):
        raise PydanticCustomError(
            "not_a_time",
            "“{text}” is not how a range is written",
            {"text": value.strip(), "hint": "Write it as `3 to 5 min` or `45 s to 2 min`, with single spaces."},
        )
    return found


def _count_range(value: object) -> object:
    if not isinstance(value, str):
        return value
    match = _COUNT.fullmatch(value.strip())
    if match is None:
        raise PydanticCustomError(
            "not_a_count", "“{text}” is not a count", {"text": value, "hint": "Write it as `10` or `10 to 15`."}
        )
    least = int(match[1])
    most = int(match[2]) if match[2] else least
    if least < 1 or most > MOST_REPEATS:
        raise PydanticCustomError(
            "impossible_count",
            "“{text}” cannot be a number of repeats",
            {"text": value, "hint": f"A count is at least 1 and at most {MOST_REPEATS}."},
        )
    return _ordered(CountRange(least, most), value)


def _ordered(found: _Range, written: str) -> _Range:
    if found.least > found.most:
        raise PydanticCustomError(
            "range_backwards", "“{text}” runs backwards", {"text": written, "hint": "Write the smaller number first."}
        )
    return found


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


Day = Annotated[date, BeforeValidator(_day), Written(_DAY_WRITTEN)]
WholeNumber = Annotated[int, BeforeValidator(_whole_number), Written(rf"^{_WHOLE_NUMBER.pattern}$", is_number=True)]
Seconds = Annotated[int, BeforeValidator(_time), Written(_TIME_WRITTEN)]
TimeSpan = Annotated[TimeRange, BeforeValidator(_time_range), Written(_TIME_SPAN_WRITTEN)]
Count = Annotated[CountRange, BeforeValidator(_count_range), Written(_COUNT_WRITTEN, is_number=True)]
