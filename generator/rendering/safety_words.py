"""What a page and its handout both say of safety: the headings, the signs of danger, and what to do instead."""

from collections.abc import Iterable, Mapping
from typing import Final

from generator.linking.site import Site
from generator.model.kinds.caution import Caution, Level
from generator.model.kinds.country import HelpLine
from generator.model.readability import first_sentence
from generator.model.thing import RedFlag, Urgency

TITLES_IN_SHORT: Final[Mapping[str, str]] = {
    "absolute": "Do not do this with any of these",
    "local": "Keep off these places",
    "ask-first": "Ask a doctor, nurse or pharmacist first",
}
"""Over the names of cautions, by the value of their level: what to look at before one begins."""

TITLES_IN_FULL: Final[Mapping[str, str]] = {"absolute": "Not at all", "local": "Keep off", "care": "Take care"}
"""Over what cautions say, by the value of their level."""

TITLES_OF_HELP: Final[Mapping[str, str]] = {
    "emergency": "Get emergency help now",
    "urgent": "Get medical help today",
    "soon": "Ask a doctor or nurse",
}
"""Over the signs of danger, by the value of their urgency."""


def urgent_flags(cautions: tuple[Caution, ...]) -> list[RedFlag]:
    """List the signs of what forbids any massage, and what may happen during one that needs emergency help.

    The other red flags are on the pages of the cautions: a reader in trouble must not search a long list.
    """
    shown = {Urgency.EMERGENCY: {Level.ABSOLUTE, Level.CARE}, Urgency.URGENT: {Level.ABSOLUTE}}
    return [flag for caution in cautions for flag in caution.red_flags if caution.level in shown.get(flag.urgency, ())]


def signs_by_urgency(flags: Iterable[RedFlag]) -> dict[str, tuple[str, ...]]:
    """List the signs under the value of their urgency, none twice."""
    signs: dict[str, dict[str, None]] = {}
    for flag in flags:
        signs.setdefault(str(flag.urgency.value), {})[flag.sign] = None
    return {urgency: tuple(found) for urgency, found in signs.items()}


def help_lines(site: Site, urgency: str) -> list[HelpLine]:
    """List the numbers to call for an urgency, in the country of the settings."""
    return [line for line in site.country.lines if line.urgency.value == urgency] if site.country is not None else []


def what_instead(caution: Caution) -> str:
    """Say what to do instead in a sentence; but whole where it hurts, for nobody then turns to another page."""
    return caution.instead if caution.when_it_hurts else first_sentence(caution.instead)
