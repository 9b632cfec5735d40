"""A clinic's colours, held against the colours that they meet on a page; what it left out is mixed to be readable."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import partial
from typing import Final, NamedTuple

from generator.diagnostics import Code, Diagnostic, Severity
from generator.model.clinic import Palette
from generator.model.clinic_copy import SchemeColours
from generator.model.colour import CONTROL_CONTRAST, TEXT_CONTRAST, contrast, mix, nearest
from generator.reading.documents import Document

LOW_CONTRAST = Code(
    "low-contrast", Severity.ERROR, "A clinic's colour cannot be told from what lies behind or beside it."
)

GROUNDS: Final[Mapping[str, Mapping[str, str]]] = {
    "light": {
        "paper": "#faf6ef",
        "paper-raised": "#fffdf9",
        "paper-sunk": "#f1eade",
        "ink": "#23292c",
        "ink-soft": "#51595d",
    },
    "dark": {
        "paper": "#101a2c",
        "paper-raised": "#18243a",
        "paper-sunk": "#0b1321",
        "ink": "#e8ecf2",
        "ink-soft": "#b4bece",
    },
}
"""The colours of tokens.css that a clinic's colours meet, by scheme."""

_NAMES_OF_GROUNDS: Final = {
    "paper": "the page",
    "paper-raised": "a card",
    "paper-sunk": "the footer",
    "ink": "the text",
    "ink-soft": "the small text",
    "accent": "the accent",
    "accent_strong": "the strong accent",
    "accent_wash": "the wash",
    "on_accent": "the words on the accent",
}


class Pair(NamedTuple):
    """Two colours that meet on a page, and the least contrast that they need."""

    front: str
    behind: str
    least: float


PAIRS: Final[tuple[Pair, ...]] = (
    *(Pair("accent", ground, TEXT_CONTRAST) for ground in ("paper", "paper-raised", "paper-sunk")),
    *(
        Pair("accent_strong", ground, TEXT_CONTRAST)
        for ground in ("paper", "paper-raised", "paper-sunk", "accent_wash")
    ),
    Pair("on_accent", "accent", TEXT_CONTRAST),
    Pair("on_accent", "accent_strong", TEXT_CONTRAST),
    Pair("accent", "accent_wash", CONTROL_CONTRAST),
    Pair("accent_wash", "ink", TEXT_CONTRAST),
    Pair("accent_wash", "ink-soft", TEXT_CONTRAST),
)
"""Links on their grounds, words on buttons and on the wash, edges of what is chosen: as the style sheets use them."""

_WASH: Final = {"light": 0.12, "dark": 0.18}
"""How much accent a mixed wash holds: what the base's own washes come to."""


def complete_palette(palette: Palette, scheme: str) -> SchemeColours:
    """Mix what a clinic left out of a scheme (`light` or `dark`), so that it can be read wherever that is possible."""
    grounds = GROUNDS[scheme]
    wash = palette.accent_wash or mix(palette.accent, grounds["paper-raised"], _WASH[scheme])
    known = {**grounds, "accent": palette.accent, "accent_wash": wash}
    end = "#000000" if scheme == "light" else "#ffffff"
    strong = palette.accent_strong or _readable("accent_strong", mix(palette.accent, end, 0.7), known)
    known["accent_strong"] = strong
    other_end = grounds["paper-raised"] if scheme == "light" else grounds["paper-sunk"]
    return SchemeColours(palette.accent, strong, palette.on_accent or _readable("on_accent", other_end, known), wash)


def check_palette(document: Document, palette: Palette, scheme: str) -> Iterator[Diagnostic]:
    """Tell each pair that cannot be read, at the colour that a clinic gave, with the nearest that can."""
    colours = asdict(complete_palette(palette, scheme))
    known = {**GROUNDS[scheme], **colours}
    given = {name: value for name, value in palette.model_dump().items() if value is not None}
    for name, value in given.items():
        failing = [pair for pair in _pairs_of(name) if _contrast(pair, known) < pair.least]
        mine = [pair for pair in failing if not (_other(pair, name) in given and _is_first(_other(pair, name), name))]
        if not mine:
            continue
        worst = min(mine, key=lambda pair: _contrast(pair, known) / pair.least)
        ground = _NAMES_OF_GROUNDS[_other(worst, name)]
        found = nearest(value, partial(_fits, known=known, given=given, name=name))
        yield Diagnostic(
            LOW_CONTRAST,
            document.locate("colours", scheme, name),
            f"The {name} {value} of the {scheme} colours has a contrast of "
            f"{int(_contrast(worst, known) * 100) / 100:.2f} to {ground} ({known[_other(worst, name)]}); "
            f"it needs {worst.least:g}.",
            f'The nearest that can be read is "{found}".'
            if found
            else "No lightness of it can be read: choose another.",
        )


def _pairs_of(name: str) -> Iterator[Pair]:
    yield from (pair for pair in PAIRS if name in (pair.front, pair.behind))


def _other(pair: Pair, name: str) -> str:
    return pair.behind if pair.front == name else pair.front


def _is_first(one: str, other: str) -> bool:
    """Tell which of two colours of a clinic is to be told: the accent decides, and the others follow it."""
    order = list(Palette.model_fields)
    return order.index(one) > order.index(other)


def _contrast(pair: Pair, known: Mapping[str, str]) -> float:
    return contrast(known[pair.front], known[pair.behind])


def _fits(colour: str, *, name: str, known: Mapping[str, str], given: Mapping[str, str]) -> bool:
    """Tell whether a colour can be read on all that it meets; what would be mixed anew from it does not count."""
    fixed = {*GROUNDS["light"], *given}
    tried = {**known, name: colour}
    return all(_contrast(pair, tried) >= pair.least for pair in _pairs_of(name) if _other(pair, name) in fixed)


def _readable(name: str, colour: str, known: Mapping[str, str]) -> str:
    """Move a mixed colour in lightness until it can be read on what is known so far; else leave it."""

    def fits(tried: str) -> bool:
        pairs = (pair for pair in _pairs_of(name) if _other(pair, name) in known)
        return all(_contrast(pair, {**known, name: tried}) >= pair.least for pair in pairs)

    return nearest(colour, fits) or colour
