"""Times and counts are written as people write them, and nonsense is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from generator.model.doses import LONGEST_TIME_S, MOST_REPEATS, CountRange, TimeRange, parse_time, time_in_words
from generator.model.fields import Count, TimeSpan


class Dose(BaseModel):
    time: TimeSpan | None = None
    count: Count | None = None


def fault_of(**fields: str) -> str:
    with pytest.raises(ValidationError) as raised:
        Dose.model_validate(fields)
    (error,) = raised.value.errors()
    return error["type"]


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("30 s", 30),
        ("30s", 30),
        ("2 min", 120),
        ("2min", 120),
        ("1 min 30 s", 90),
        ("1min30s", 90),
        ("1 h", 3600),
        ("1 h 30 min", 5400),
        ("90 min", 5400),
        ("  2 min ", 120),
        ("2 h", 7200),
        ("012 s", 12),
    ],
)
def test_a_time_is_read_in_seconds(written: str, seconds: int) -> None:
    assert parse_time(written) == seconds


@pytest.mark.parametrize(
    "written",
    [
        "",
        "5",
        "5 m",
        "5 mins",
        "5 minutes",
        "1:30",
        "half an hour",
        "5 min or so",
        "1.5 min",
        "2 min, 30 s",
        "min",
        "5 5 s",
    ],
)
def test_other_words_are_no_time(written: str) -> None:
    with pytest.raises(PydanticCustomError, match="is not a time"):
        parse_time(written)


@pytest.mark.parametrize(
    "written", ["0 s", "0 min 0 s", "-5 s", "1 min -30 s", "3 h", "121 min", "7201 s", "999999999999 h"]
)
def test_an_impossible_time_is_told_as_such(written: str) -> None:
    with pytest.raises(PydanticCustomError, match="cannot be the time"):
        parse_time(written)


@pytest.mark.parametrize("written", ["30 s 2 min", "2 min 2 min", "30 s 1 h"])
def test_units_run_from_the_largest_to_the_smallest_each_once(written: str) -> None:
    with pytest.raises(PydanticCustomError, match="is not a time"):
        parse_time(written)


@pytest.mark.parametrize("written", ["9" * 5000 + " s", "9" * 5000 + " to 5 min"])
def test_a_number_of_thousands_of_digits_is_a_fault_and_no_crash(written: str) -> None:
    assert fault_of(time=written) in {"impossible_time", "not_a_time"}


@pytest.mark.parametrize(
    ("written", "least", "most"),
    [
        ("2 min", 120, 120),
        ("3 to 5 min", 180, 300),
        ("15 to 30 s", 15, 30),
        ("30 s to 2 min", 30, 120),
        ("3 min to 5 min", 180, 300),
        ("5 to 5 min", 300, 300),
        ("1 min 30 s to 2 min", 90, 120),
        ("1 min to 1 min 30 s", 60, 90),
        ("1 h to 1 h 30 min", 3600, 5400),
    ],
)
def test_a_time_may_be_a_range(written: str, least: int, most: int) -> None:
    assert Dose.model_validate({"time": written}).time == TimeRange(least, most)


@pytest.mark.parametrize("written", ["3-5 min", "3 – 5 min", "3 to min", "3 to 5", "to 5 min", "3 to 5 to 7 min"])
def test_other_words_are_no_range_of_times(written: str) -> None:
    assert fault_of(time=written) == "not_a_time"


@pytest.mark.parametrize("written", ["5 to 3 min", "2 min to 30 s"])
def test_a_range_of_times_that_runs_backwards_is_told(written: str) -> None:
    assert fault_of(time=written) == "range_backwards"


@pytest.mark.parametrize("written", ["0 to 5 min", "1 to 3 h", "-1 to 3 min"])
def test_a_range_with_an_impossible_end_is_told(written: str) -> None:
    assert fault_of(time=written) == "impossible_time"


@pytest.mark.parametrize(
    ("written", "least", "most"),
    [("10", 10, 10), ("10 to 15", 10, 15), (" 1 ", 1, 1), ("200", 200, 200), ("012", 12, 12)],
)
def test_a_count_is_a_number_or_a_range(written: str, least: int, most: int) -> None:
    assert Dose.model_validate({"count": written}).count == CountRange(least, most)


@pytest.mark.parametrize("written", ["", "ten", "10-15", "10 times", "1.5", "10 to", "1 to 2 to 3"])
def test_other_words_are_no_count(written: str) -> None:
    assert fault_of(count=written) == "not_a_count"


@pytest.mark.parametrize("written", ["0", "-1", "201", "1 to 201", "0 to 5"])
def test_an_impossible_count_is_told_as_such(written: str) -> None:
    assert fault_of(count=written) == "impossible_count"


def test_a_count_that_runs_backwards_is_told() -> None:
    assert fault_of(count="15 to 10") == "range_backwards"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("3 to 5 min", "3 to 5 minutes"),
        ("1 to 2 min", "1 to 2 minutes"),
        ("15 to 30 s", "15 to 30 seconds"),
        ("30 s to 2 min", "30 seconds to 2 minutes"),
        ("1 min", "1 minute"),
        ("1 s", "1 second"),
        ("1 to 2 h", "1 to 2 hours"),
        ("90 s", "1 minute 30 seconds"),
        ("1 h 30 min", "1 hour 30 minutes"),
    ],
)
def test_a_time_is_shown_in_words(written: str, shown: str) -> None:
    assert str(Dose.model_validate({"time": written}).time) == shown


@pytest.mark.parametrize(("written", "shown"), [("10", "10"), ("10 to 15", "10 to 15")])
def test_a_count_is_shown_in_figures(written: str, shown: str) -> None:
    assert str(Dose.model_validate({"count": written}).count) == shown


@pytest.mark.parametrize(("seconds", "shown"), [(299, "4 minutes 59 seconds"), (329, "5 minutes"), (3599, "1 hour")])
def test_a_long_time_is_shown_without_its_seconds(seconds: int, shown: str) -> None:
    assert time_in_words(seconds) == shown


def short_form(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return " ".join(f"{number} {unit}" for number, unit in ((hours, "h"), (minutes, "min"), (left, "s")) if number)


@given(st.integers(1, LONGEST_TIME_S))
def test_every_possible_time_is_read_back_as_it_was_written(seconds: int) -> None:
    assert parse_time(short_form(seconds)) == parse_time(f"{seconds} s") == seconds


@given(st.integers(1, 299))
def test_the_words_of_a_short_time_are_read_back(seconds: int) -> None:
    words = time_in_words(seconds)
    for word, unit in (("minute", "min"), ("second", "s")):
        words = words.replace(f"{word}s", unit).replace(word, unit)
    assert parse_time(words) == seconds


@given(st.integers(1, LONGEST_TIME_S), st.integers(1, LONGEST_TIME_S))
def test_a_range_of_times_is_read_back_in_order_or_refused(one: int, other: int) -> None:
    written = f"{one} s to {other} s"
    if one > other:
        assert fault_of(time=written) == "range_backwards"
    else:
        assert Dose.model_validate({"time": written}).time == TimeRange(one, other)


@given(st.integers(-10, MOST_REPEATS + 10))
def test_a_count_is_read_back_or_refused(number: int) -> None:
    if 1 <= number <= MOST_REPEATS:
        assert Dose.model_validate({"count": str(number)}).count == CountRange(number, number)
    else:
        assert fault_of(count=str(number)) == "impossible_count"


@given(st.text())
def test_any_text_is_a_time_or_a_fault(text: str) -> None:
    try:
        seconds = parse_time(text)
    except PydanticCustomError:
        return
    assert 0 < seconds <= LONGEST_TIME_S
