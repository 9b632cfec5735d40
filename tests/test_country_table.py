"""The numbers that we publish: a clinic in any of these countries can tell its readers the right one to call."""

from functools import cache
from pathlib import Path
from typing import Final

import pytest

from generator.model.kinds.country import Country
from generator.model.thing import Urgency
from generator.pipeline import check_project

ROOT: Final = Path(__file__).parent.parent

OF_THE_EU: Final = frozenset(
    {
        *("at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr", "hu"),
        *("ie", "it", "lt", "lu", "lv", "mt", "nl", "pl", "pt", "ro", "se", "si", "sk"),
    }
)


NAMES: Final = sorted(path.stem for path in (ROOT / "content/countries").glob("*.yml"))


@cache
def countries() -> dict[str, Country]:
    return {country.id: country for _, country in check_project(ROOT).catalogue.of_kind(Country)}


def numbers(country: Country, urgency: Urgency) -> list[str]:
    return [line.number for line in country.lines if line.urgency is urgency]


def test_many_countries_can_publish_a_copy() -> None:
    assert len(countries()) >= 30


def test_every_country_of_the_eu_is_there() -> None:
    assert countries().keys() >= OF_THE_EU


def test_each_country_is_named_by_its_code() -> None:
    assert [name for name in countries() if len(name) != 2 or not name.isalpha()] == []


@pytest.mark.parametrize("name", NAMES)
def test_each_country_cites_where_its_numbers_come_from(name: str) -> None:
    assert countries()[name].sources


@pytest.mark.parametrize("name", NAMES)
def test_each_country_has_a_number_for_an_emergency(name: str) -> None:
    assert numbers(countries()[name], Urgency.EMERGENCY)


@pytest.mark.parametrize("name", sorted(OF_THE_EU))
def test_the_european_number_is_told_in_the_whole_eu(name: str) -> None:
    assert "112" in numbers(countries()[name], Urgency.EMERGENCY)


@pytest.mark.parametrize("name", NAMES)
def test_the_first_number_is_for_an_emergency(name: str) -> None:
    assert countries()[name].lines[0].urgency is Urgency.EMERGENCY


@pytest.mark.parametrize("name", NAMES)
def test_no_number_is_told_twice(name: str) -> None:
    told = [line.number.replace(" ", "") for line in countries()[name].lines]
    assert len(told) == len(set(told))
