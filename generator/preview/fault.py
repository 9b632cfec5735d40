"""What stands in the way of a preview, in the form in which a browser shows it."""

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.exceptions import BuildError, ConfigurationError
from typst import TypstError

from generator.diagnostics import Diagnostic, Severity

FAULTS_OF_TEMPLATES: Final = (
    TemplateError,
    TypstError,
    BuildError,
    ConfigurationError,
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError),
)
"""What a template, or the settings of the site builder, can raise: somebody is writing them just now."""

_MEND: Final = "Mend it and save: this goes away by itself."


@dataclass(frozen=True)
class Fault:
    """One fault: its file from the project's root, line and column from 1, and the line as it is written.

    `line` is 0 where the fault is of a whole file, and `code` is empty where it is no diagnostic.
    """

    file: str
    line: int
    column: int
    message: str
    hint: str
    code: str
    excerpt: str

    @property
    def place(self) -> str:
        """Where it is, as editors take it."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


def faults_of(diagnostics: Iterable[Diagnostic], roots: tuple[Path, ...]) -> Iterator[Fault]:
    """List the errors among diagnostics; their files lie below one of the `roots`."""
    for one in diagnostics:
        if one.severity is Severity.ERROR:
            where = one.location
            excerpt = _line_of(where.path, where.line, roots)
            yield Fault(where.path, where.line, where.column, one.message, one.hint, one.code.name, excerpt)


def fault_of_template(error: Exception, roots: tuple[Path, ...]) -> Fault:
    """Say where a template, or the settings of the site builder, have a fault, as far as the error tells it."""
    file, line = _place_of(error)
    shown = next((str(Path(file).relative_to(root)) for root in roots if Path(file).is_relative_to(root)), file)
    message = f"{type(error).__name__}: {error}" if not isinstance(error, BuildError) else str(error)
    return Fault(shown, line, 1 if line else 0, message, _MEND, "", _line_of(file, line, roots))


def _place_of(error: Exception) -> tuple[str, int]:
    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name or "a template", error.lineno
    if isinstance(error, TypstError):
        return "generator/templates/handout.typ", 0
    if isinstance(error, ConfigurationError):
        return "mkdocs.yml", 0
    # Jinja 3.1 puts the template's own file and line into the traceback.
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if not frame.filename.endswith(".py")]
    return (frames[-1].filename, frames[-1].lineno or 0) if frames else ("a template", 0)


def _line_of(file: str, line: int, roots: tuple[Path, ...]) -> str:
    """Read the line that a fault is on; nothing where there is none any more."""
    for root in roots:
        try:
            lines = (root / file).read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            continue
        return lines[line - 1] if 0 < line <= len(lines) else ""
    return ""
