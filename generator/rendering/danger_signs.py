"""The signs of danger that a page tells, out of the cautions that reach it."""

from collections.abc import Iterable

from generator.model.kinds.caution import Caution, Level
from generator.model.thing import RedFlag, Urgency


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
