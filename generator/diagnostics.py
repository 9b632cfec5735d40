"""What an author got wrong: where, what, and how to mend it. Every stage reports in these; none of them prints."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class Severity(IntEnum):
    """How bad it is. Errors stop the build; notices, on dates and on paper, never fail a strict build."""

    ERROR = 0
    WARNING = 1
    NOTICE = 2

    @property
    def word(self) -> str:
        """The word that messages use."""
        return self.name.lower()


@dataclass(frozen=True)
class Code:
    """The name of one sort of fault, such as `unknown-id`, and in a sentence what it means."""

    name: str
    severity: Severity
    meaning: str


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file: `path` from the project's root with forward slashes, `line` and `column` from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Write it so that editors and terminals make it a link."""
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Replacement:
    """A word on a line, what stands `before` it there, and the word that was probably meant."""

    line: int
    before: str
    written: str
    meant: str


@dataclass(frozen=True)
class Diagnostic:
    """One fault: what is wrong in the author's words, how to mend it, and other places that it has to do with.

    `mend` is a word to put in place of another, where that is known: programs offer it.
    """

    code: Code
    location: Location
    message: str
    hint: str = ""
    related: tuple[tuple[Location, str], ...] = ()
    mend: Replacement | None = None

    @property
    def severity(self) -> Severity:
        """As bad as its code says."""
        return self.code.severity


LONGEST_QUOTATION: Final = 60
"""Characters of an author's value that a message repeats."""


def make_printable(text: str) -> str:
    """Write what no screen shows, such as control characters, as escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def quote(value: object) -> str:
    """Repeat what an author wrote in a message: on one line, printable, short, in quotation marks."""
    shown = make_printable(" ".join(str(value).split()))
    return f"“{shown if len(shown) <= LONGEST_QUOTATION else shown[: LONGEST_QUOTATION - 1] + '…'}”"


def with_article(noun: str) -> str:
    """Put “a” or “an” before a noun."""
    return f"an {noun}" if noun[:1].lower() in set("aeiou") else f"a {noun}"


@dataclass(frozen=True)
class Report:
    """All diagnostics of a run, in order of file, line and column, each once."""

    diagnostics: tuple[Diagnostic, ...]

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> "Report":
        """Sort the diagnostics and drop what is there twice."""
        unique = dict.fromkeys(diagnostics)
        return cls(tuple(sorted(unique, key=lambda d: (d.location, d.severity, d.code.name, d.message))))

    def count(self, severity: Severity) -> int:
        """Count the diagnostics of one severity."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)

    @property
    def has_errors(self) -> bool:
        """Tell whether the build must stop."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)
