"""Colours: their contrast as WCAG defines it, and the nearest that can be read."""

import re
from dataclasses import asdict
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.adapting.palette import GROUNDS, PAIRS, complete_palette
from generator.model.clinic import Palette
from generator.model.colour import contrast, mix, nearest
from tests.shown_pages import ROOT

colours = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
TOKENS: Final = (ROOT / "site_overrides/assets/styles/tokens.css").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54), ("#777777", "#ffffff", 4.48)],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@given(colours, colours)
def test_contrast_is_the_same_both_ways(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)


@given(colours, colours)
def test_a_mix_of_nothing_and_all_is_one_of_the_two(one: str, other: str) -> None:
    assert (mix(one, other, 1), mix(one, other, 0)) == (one, other)


@given(colours)
def test_the_nearest_that_fits_does_fit(colour: str) -> None:
    found = nearest(colour, lambda tried: contrast(tried, "#faf6ef") >= 4.5)
    assert found is not None
    assert contrast(found, "#faf6ef") >= 4.5


@given(colours)
def test_a_colour_that_fits_is_its_own_nearest(colour: str) -> None:
    found = nearest(colour, lambda _: True)
    assert found is not None
    differences = [abs(int(found[at : at + 2], 16) - int(colour[at : at + 2], 16)) for at in (1, 3, 5)]
    assert max(differences) <= 1


def test_where_no_lightness_fits_there_is_none() -> None:
    assert nearest("#808080", lambda _: False) is None


@given(colours, st.sampled_from(["light", "dark"]))
def test_what_is_mixed_from_an_accent_that_can_be_read_can_be_read(colour: str, scheme: str) -> None:
    grounds = GROUNDS[scheme]
    accent = nearest(colour, lambda one: all(contrast(one, grounds[name]) >= 4.5 for name in list(grounds)[:3]))
    assert accent is not None
    known = {**grounds, **asdict(complete_palette(_palette(accent), scheme))}
    assert [pair for pair in PAIRS if contrast(known[pair.front], known[pair.behind]) < pair.least] == []


def _palette(accent: str) -> Palette:
    return Palette(accent=accent, accent_strong=None, on_accent=None, accent_wash=None)


@pytest.mark.parametrize(
    ("scheme", "selector"),
    [("light", r':root,\n\[data-md-color-scheme="default"\]'), ("dark", r'\[data-md-color-scheme="slate"\]')],
)
def test_the_grounds_are_those_of_the_style_sheet(scheme: str, selector: str) -> None:
    block = re.search(rf"{selector} \{{(.*?)\}}", TOKENS, re.DOTALL)
    assert block is not None
    written = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[1]))
    assert {name: written[name] for name in GROUNDS[scheme]} == GROUNDS[scheme]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_of_the_base_itself_pass(scheme: str) -> None:
    accents = {
        "light": {"accent": "#0a5a5f", "accent_strong": "#063d41", "on_accent": "#ffffff", "accent_wash": "#e1eeeb"},
        "dark": {"accent": "#84d4d0", "accent_strong": "#b6ebe8", "on_accent": "#0b1a2a", "accent_wash": "#17323f"},
    }
    known = {**GROUNDS[scheme], **accents[scheme]}
    assert [pair for pair in PAIRS if contrast(known[pair.front], known[pair.behind]) < pair.least] == []
