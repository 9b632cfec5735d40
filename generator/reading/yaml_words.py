"""What libyaml says of a broken file -> what its author can do about it."""

from typing import Final

import yaml

from generator.diagnostics import Code, Diagnostic, Severity
from generator.reading.source_file import SourceFile

NOT_YAML = Code("not-yaml", Severity.ERROR, "A file cannot be read as YAML.")

_SIGN_AT_START: Final = (
    "YAML gives the character at the start of this text another meaning.",
    "Put the whole text in double quotes.",
)

_BEGAN_EARLIER: Final = frozenset(
    {"found unexpected end of stream", "did not find expected ',' or ']'", "did not find expected ',' or '}'"}
)
"""Problems that libyaml sees at the end of the file; where they began is what helps."""

_PLAIN_WORDS: Final = {
    "mapping values are not allowed in this context": (
        "There is a colon here that YAML takes for a new field.",
        "Put the whole text in double quotes, or indent the field like its neighbours.",
    ),
    "did not find expected key": (
        "YAML expected a field here.",
        "Look at the indentation of this line and the one before; fields of one thing start in the same column.",
    ),
    "did not find expected '-' indicator": (
        "YAML expected a list item here.",
        "Start each item with “- ” in the same column.",
    ),
    "could not find expected ':'": (
        "A field here has no colon.",
        "Write “field: value”, with a space after the colon.",
    ),
    "found unexpected end of stream": (
        "The file ends inside a quoted text.",
        "Close the text with the same quotation mark.",
    ),
    "found character that cannot start any token": _SIGN_AT_START,
    "did not find expected alphabetic or numeric character": _SIGN_AT_START,
    "did not find expected comment or line break": _SIGN_AT_START,
    "mapping keys are not allowed in this context": _SIGN_AT_START,
    "did not find expected ',' or ']'": ("A list in brackets is not closed.", "Close it with ]."),
    "did not find expected ',' or '}'": ("Fields in braces are not closed.", "Close them with }."),
    "did not find expected node content": (
        "A value is missing here.",
        "Write it, or put the whole text in double quotes.",
    ),
    "found unknown escape character": (
        "The backslash in this text means nothing to YAML.",
        "Use single quotes around the text, or write the backslash twice.",
    ),
    "block sequence entries are not allowed in this context": (
        "A list cannot begin on the line of its field.",
        "Begin it on the next line, each item after “- ”.",
    ),
}


def explain_syntax_fault(source: SourceFile, offset: int, fault: yaml.MarkedYAMLError) -> Diagnostic:
    """Locate a syntax fault of YAML that stands `offset` characters into a file, and say it in plain words."""
    mark = fault.problem_mark or fault.context_mark
    problem = str(fault.problem or fault)
    message, hint = _PLAIN_WORDS.get(
        problem, (f"YAML cannot read this: {problem}.", "Compare it with a file that works.")
    )
    where = source.locate(offset + (mark.index if mark else 0))
    if (
        fault.context_mark is None
        or fault.context_mark == mark
        or fault.context_mark.index == (mark.index if mark else 0)
    ):
        return Diagnostic(NOT_YAML, where, message, hint)
    began = source.locate(offset + fault.context_mark.index)
    if problem in _BEGAN_EARLIER:
        return Diagnostic(NOT_YAML, began, message, hint, ((where, "It was missed here."),))
    return Diagnostic(NOT_YAML, where, message, hint, ((began, "It began here."),))
