"""Rules over the catalogue. Nothing is mended here and nothing raised: every fault is a diagnostic."""

from collections.abc import Iterator
from datetime import date

from generator.checking import (  # noqa: F401  (importing fills RULES)
    cautions,
    clinics,
    doses,
    evidence,
    guides,
    help_numbers,
    medical_codes,
    names,
    pictures,
    pressing_words,
    promises,
    reading_ease,
    reviews,
    safety,
    sentences,
    short_addresses,
    unsafe_use,
    wording,
)
from generator.checking.rule import RULES, Inspection
from generator.diagnostics import Diagnostic
from generator.model import Catalogue
from generator.model.reach import Reach

CODES = tuple(rule.code for rule in RULES)

__all__ = ["CODES", "RULES", "check"]


def check(catalogue: Catalogue, today: date, reach: Reach | None = None) -> Iterator[Diagnostic]:
    """Apply every rule to the catalogue; `today` decides which reviews are due.

    `reach` is that of the catalogue, where somebody worked it out before.
    """
    inspection = Inspection(catalogue, reach or Reach(catalogue), today)
    for rule in RULES:
        yield from rule.apply(inspection)
