"""What pydantic says of a file -> diagnostics in the author's words, at the value itself."""

from difflib import get_close_matches
from typing import Final

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Code, Diagnostic, Location, Severity
from generator.model.fields import Labelled
from generator.model.type_paths import type_at
from generator.reading.documents import Document, Path

MISSING_FIELD = Code("missing-field", Severity.ERROR, "A field that every thing of its kind needs is not there.")
EMPTY_FIELD = Code("empty-field", Severity.ERROR, "A field is there but has nothing in it.")
UNKNOWN_FIELD = Code("unknown-field", Severity.ERROR, "A field has a name that this kind does not know.")
WRONG_CHOICE = Code("wrong-choice", Severity.ERROR, "A field with a fixed list of values holds another value.")
WRONG_TYPE = Code("wrong-type", Severity.ERROR, "A field holds a list where text belongs, or the other way round.")
WRONG_VALUE = Code("wrong-value", Severity.ERROR, "A value is not a date, number, time or id as it should be.")
IMPOSSIBLE_TIME = Code("impossible-time", Severity.ERROR, "A time is zero, negative or longer than any session.")
IMPOSSIBLE_COUNT = Code("impossible-count", Severity.ERROR, "A count is zero, negative or larger than anyone does.")
CODES: Final = (
    MISSING_FIELD,
    EMPTY_FIELD,
    UNKNOWN_FIELD,
    WRONG_CHOICE,
    WRONG_TYPE,
    WRONG_VALUE,
    IMPOSSIBLE_TIME,
    IMPOSSIBLE_COUNT,
)

_CODE_BY_CUSTOM_TYPE: Final = {"impossible_time": IMPOSSIBLE_TIME, "impossible_count": IMPOSSIBLE_COUNT}
_EXPECTED: Final = {
    "string_type": "text",
    "tuple_type": "a list",
    "model_type": "fields of its own",
    "date_type": "a date",
    "bool_type": "true or false",
    "int_type": "a number",
}


def diagnose_faults(document: Document, model: type[BaseModel], fault: ValidationError) -> tuple[Diagnostic, ...]:
    """Turn the faults of one file into diagnostics; a field that is both missing and misspelt is told once."""
    diagnostics = [_diagnose(document, model, error) for error in fault.errors(include_url=False)]
    suggested = {d.hint.partition("“")[2].partition("”")[0] for d in diagnostics if d.code is UNKNOWN_FIELD}
    return tuple(
        d for d in diagnostics if not (d.code is MISSING_FIELD and d.message.split("“")[1].split("”")[0] in suggested)
    )


def _diagnose(document: Document, model: type[BaseModel], error: ErrorDetails) -> Diagnostic:
    path = tuple(part for part in error["loc"])
    kind, value = error["type"], error["input"]
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    where = document.locate(*path)
    context = error.get("ctx", {})
    if kind == "missing":
        return Diagnostic(
            MISSING_FIELD, _start_of_thing(document, path), f"The field “{name}” is missing.", _about(model, path)
        )
    if kind == "extra_forbidden":
        return _unknown_field(document, model, path)
    if value is None:
        return Diagnostic(EMPTY_FIELD, document.locate_key(*path), f"The field “{name}” is empty.", _about(model, path))
    if kind == "enum":
        return _wrong_choice(where, model, path, str(value))
    if kind in {"too_short", "string_too_short"}:
        return Diagnostic(EMPTY_FIELD, where, f"The field “{name}” is empty.", _about(model, path))
    if kind in _EXPECTED and not isinstance(value, str):
        found = "a list" if isinstance(value, list) else "fields of its own"
        return Diagnostic(
            WRONG_TYPE, where, f"The field “{name}” holds {found}; it needs {_EXPECTED[kind]}.", _about(model, path)
        )
    if kind in {"tuple_type", "model_type", "model_attributes_type"}:
        hint = "Write each item on its own line, after “- ”." if kind == "tuple_type" else _about(model, path)
        expected = _EXPECTED.get(kind, "fields of its own")
        return Diagnostic(WRONG_TYPE, where, f"The field “{name}” holds text; it needs {expected}.", hint)
    if isinstance(context.get("hint"), str):
        message = error["msg"] + f" (field “{name}”)."
        return Diagnostic(_CODE_BY_CUSTOM_TYPE.get(kind, WRONG_VALUE), where, message, context["hint"])
    return Diagnostic(WRONG_VALUE, where, *_wrong_value(kind, name, str(value), context, model, path))


def _start_of_thing(document: Document, path: Path) -> Location:
    return document.locate(*path[:-1])


def _wrong_value(
    kind: str, name: str, value: str, context: dict[str, object], model: type[BaseModel], path: Path
) -> tuple[str, str]:
    message = f"“{value}” does not fit the field “{name}”."
    if kind.startswith("date"):
        return f"“{value}” is not a date (field “{name}”).", "Write it as year-month-day, such as 2026-11-20."
    if kind.startswith("bool"):
        return message, "Write true or false."
    if kind.startswith("int"):
        return message, "Write a whole number in figures."
    if kind in {"greater_than_equal", "less_than_equal"}:
        bound = "at least" if kind == "greater_than_equal" else "at most"
        return message, f"It is {bound} {context.get('ge', context.get('le'))}."
    if kind == "string_pattern_mismatch" and "a-z0-9" in str(context.get("pattern")):
        return message, "An id has small letters, figures and single hyphens only, such as arch-rub."
    return message, _about(model, path)


def _unknown_field(document: Document, model: type[BaseModel], path: Path) -> Diagnostic:
    name = str(path[-1])
    owner = type_at(model, path[:-1], BaseModel)
    known = [field.alias or field_name for field_name, field in owner.model_fields.items()] if owner else []
    close = get_close_matches(name, known, 1, 0.6)
    hint = f"Did you mean “{close[0]}”?" if close else f"The fields here are: {', '.join(known)}."
    return Diagnostic(UNKNOWN_FIELD, document.locate_key(*path), f"There is no field “{name}” here.", hint)


def _wrong_choice(where: Location, model: type[BaseModel], path: Path, value: str) -> Diagnostic:
    choices = _choices(model, path)
    close = get_close_matches(value, choices, 1, 0.6)
    hint = f"Did you mean “{close[0]}”? " if close else ""
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    return Diagnostic(
        WRONG_CHOICE,
        where,
        f"“{value}” is not a value of the field “{name}”.",
        f"{hint}The values are: {', '.join(choices)}.",
    )


def _choices(model: type[BaseModel], path: Path) -> list[str]:
    labelled = type_at(model, path, Labelled)
    return [] if labelled is None else [str(member.value) for member in labelled]


def _about(model: type[BaseModel], path: Path) -> str:
    """Say what a field is for: its own description."""
    names = [part for part in path if isinstance(part, str)]
    owner = type_at(model, path[: path.index(names[-1])] if names else (), BaseModel)
    for field_name, field in owner.model_fields.items() if owner and names else ():
        if names[-1] in (field.alias, field_name) and field.description:
            return f"It is for: {field.description}"
    return ""
