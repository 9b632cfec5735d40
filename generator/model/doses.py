"""How long and how often: times and counts as people write them, as data, and in words."""

import re
from dataclasses import dataclass
from typing import Final, TypeVar

from pydantic_core import PydanticCustomError

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
TIME_WRITTEN: Final = rf"^\s*{_ONE_TIME}\s*$"
TIME_SPAN_WRITTEN: Final = (
    rf"^\s*(?:{_ONE_TIME}(?: to {_ONE_TIME})?"
    rf"|{_UP_TO_7200} to {_UP_TO_7200} ?s|{_UP_TO_120} to {_UP_TO_120} ?min|1 to 2 ?h)\s*$"
)
COUNT_WRITTEN: Final = rf"^\s*{_UP_TO_200}(?: to {_UP_TO_200})?\s*$"

_EXACT_UP_TO_S: Final = 300
"""Seconds. Nobody times a longer session to the second."""

_TIME = re.compile(r"(?:(-?\d{1,15}) ?h)?(?: ?(-?\d{1,15}) ?min)?(?: ?(-?\d{1,15}) ?s)?")
_BARE_NUMBER = re.compile(r"-?\d{1,6}")
_UNIT = re.compile(r"^\d+ ?(s|min|h)$")
_COUNT = re.compile(r"(-?\d{1,15})(?: to (-?\d{1,15}))?")


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
    if not re.match(TIME_WRITTEN, words):
        raise PydanticCustomError(
            "not_a_time",
            "“{text}” is not how a time is written",
            {"text": words, "hint": "Leave out what is 0, and write 90 s or 1 min 30 s, not 1 min 90 s."},
        )
    return seconds


def read_time(value: object) -> object:
    """Read a time where it is a text; raises what `parse_time` does."""
    return parse_time(value) if isinstance(value, str) else value


def read_time_range(value: object) -> object:
    """Read one time or a range, such as `45 s to 2 min`; raises PydanticCustomError with the mend of what is wrong."""
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
    if not re.match(TIME_SPAN_WRITTEN, value):
        raise PydanticCustomError(
            "not_a_time",
            "“{text}” is not how a range is written",
            {"text": value.strip(), "hint": "Write it as `3 to 5 min` or `45 s to 2 min`, with single spaces."},
        )
    return found


def read_count_range(value: object) -> object:
    """Read one count or a range, such as `10 to 15`; raises PydanticCustomError with the mend of what is wrong."""
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
