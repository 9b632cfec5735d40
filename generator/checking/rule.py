"""What a rule is: a function from the catalogue to findings, with the code that they are reported under."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.diagnostics import Code, Diagnostic, Location, Replacement, Severity
from generator.model import Catalogue, Record
from generator.model.reach import Reach


@dataclass(frozen=True)
class Inspection:
    """What the rules look at: the catalogue, what its cautions reach, and the day of the inspection."""

    catalogue: Catalogue
    reach: Reach
    today: date


@dataclass(frozen=True)
class Finding:
    """One fault that a rule found."""

    location: Location
    message: str
    hint: str
    related: tuple[tuple[Location, str], ...] = ()
    mend: Replacement | None = None


FindFaults = Callable[[Inspection], Iterator[Finding]]
FindFaultsOfOne = Callable[[Record], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """A function that finds one sort of fault."""

    code: Code
    find: FindFaults

    def apply(self, inspection: Inspection) -> Iterator[Diagnostic]:
        """Report what the rule finds."""
        for found in self.find(inspection):
            yield Diagnostic(self.code, found.location, found.message, found.hint, found.related, found.mend)


RULES: Final[list[Rule]] = []
"""Every rule, in the order of definition; the decorator below fills it as the rule modules are imported."""


def rule(name: str, severity: Severity, meaning: str) -> Callable[[FindFaults], FindFaults]:
    """Make a function a rule. `name` is its code, and `meaning` says in a sentence what the fault is."""

    def register(find: FindFaults) -> FindFaults:
        RULES.append(Rule(Code(name, severity, meaning), find))
        return find

    return register


def rule_of_each(name: str, severity: Severity, meaning: str) -> Callable[[FindFaultsOfOne], FindFaultsOfOne]:
    """Make a function that looks at one file alone a rule: where a file stays as it was, so does what was found."""

    def register(find: FindFaultsOfOne) -> FindFaultsOfOne:
        def find_once(record: Record) -> tuple[Finding, ...]:
            return tuple(find(record))

        def find_in_all(inspection: Inspection) -> Iterator[Finding]:
            for record in inspection.catalogue.all_records():
                yield from record.ask_once(find_once)

        find_in_all.__doc__ = find.__doc__
        RULES.append(Rule(Code(name, severity, meaning), find_in_all))
        return find

    return register
