"""What pydantic says of a file -> diagnostics in the author's words, at the value itself."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Final, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.diagnostics import Code, Diagnostic, Location, Severity, quote
from generator.model.fields import ID_PATTERN, FromOverlay, Labelled
from generator.model.type_paths import type_at
from generator.reading.documents import Document
from generator.reading.yaml_data import Data, Path

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
_NEEDED: Final = {
    "string_type": "text",
    "enum": "one value",
    "tuple_type": "a list",
    "model_type": "fields of its own",
    "model_attributes_type": "fields of its own",
    "date_type": "a date",
    "bool_type": "true or false",
    "int_type": "a number",
    "is_instance_of": "text",
    "dataclass_type": "text",
}
"""What a field needs, by pydantic's name of the error that a value of another type makes."""

Model = TypeVar("Model", bound=BaseModel)

_LIST_HINT: Final = "Write each item on its own line, after “- ”."


@dataclass(frozen=True)
class _Fault:
    """One fault that pydantic found, with what its author needs to know of the field."""

    document: Document
    model: type[BaseModel]
    path: Path
    kind: str
    value: object
    context: dict[str, object]
    message: str

    @property
    def name(self) -> str:
        return next((str(part) for part in reversed(self.path) if isinstance(part, str)), "")

    @property
    def where(self) -> Location:
        return self.document.locate(*self.path)

    @property
    def about(self) -> str:
        """What the field is for, with an example: its own description."""
        field = _field_at(self.model, self.path)
        if field is None or not field.description:
            return ""
        examples = [example for example in field.examples or () if isinstance(example, (str, int))]
        return f"It is for: {field.description}" + (f" Such as {examples[0]}." if examples else "")


def diagnose_faults(document: Document, model: type[BaseModel], fault: ValidationError | None) -> Iterator[Diagnostic]:
    """Turn the faults of one file into diagnostics; a field that is misspelt and so missing is told once.

    Fields that are there with nothing in them are faults too: pydantic would take them for fields left out.
    """
    faults = [_read(document, model, error) for error in fault.errors(include_url=False)] if fault else []
    unknown = {found.path for found in faults if found.kind == "extra_forbidden"}
    for path in _empty_fields(document.data, ()):
        if any(path[: len(known)] == known for known in unknown) or not _is_known(model, path):
            continue
        about = _Fault(document, model, path, "", None, {}, "")
        yield Diagnostic(
            EMPTY_FIELD, document.locate_key(*path), f"The field {quote(about.name)} is empty.", about.about
        )
    suggested = {
        (*found.path[:-1], close)
        for found in faults
        if found.kind == "extra_forbidden" and (close := _close_field(found))
    }
    for found in faults:
        is_empty = found.value is None and found.kind != "extra_forbidden"
        if is_empty or (found.kind == "missing" and found.path in suggested):
            continue
        if found.kind == "too_short" and found.value:
            continue  # pydantic 2 counts only the sound items; the unsound ones are told by themselves
        yield _diagnose(found)


@dataclass(frozen=True)
class Validated(Generic[Model]):
    """What became of a file: what it holds, or the fault for which pydantic finds nothing in it; and all its faults."""

    value: Model | None
    fault: ValidationError | None
    diagnostics: tuple[Diagnostic, ...]


def validate(document: Document, model: type[Model]) -> Validated[Model]:
    """Hold a file against the model of what it should be."""
    value: Model | None = None
    fault: ValidationError | None = None
    try:
        value = model.model_validate(document.data)
    except ValidationError as found:
        fault = found
    return Validated(value, fault, tuple(diagnose_faults(document, model, fault)))


def with_names_mended(document: Document, model: type[BaseModel], fault: ValidationError) -> dict[str, Data]:
    """Copy the data of a file with misspelt fields renamed to what was meant, and other unknown fields left out."""
    data: dict[str, Data] = deepcopy(dict(document.data))
    for error in fault.errors(include_url=False):
        if error["type"] != "extra_forbidden":
            continue
        found = _read(document, model, error)
        owner: object = data
        for part in found.path[:-1]:
            owner = owner[part]  # type: ignore[index]  # the path is pydantic's own, through dicts and lists
        if isinstance(owner, dict):
            value = owner.pop(found.name)
            owner.setdefault(_close_field(found) or found.name, value)
            owner.pop(found.name, None)
    return data


def _read(document: Document, model: type[BaseModel], error: ErrorDetails) -> _Fault:
    return _Fault(document, model, error["loc"], error["type"], error["input"], error.get("ctx", {}), error["msg"])


def _empty_fields(value: Mapping[str, Data] | list[Data], path: Path) -> Iterator[Path]:
    items: Iterable[tuple[str | int, Data]] = enumerate(value) if isinstance(value, list) else value.items()
    for name, inner in items:
        if inner is None:
            yield (*path, name)
        elif not isinstance(inner, str):
            yield from _empty_fields(inner, (*path, name))


def _diagnose(fault: _Fault) -> Diagnostic:
    where, name, value = fault.where, fault.name, fault.value
    if fault.kind == "missing":
        owner = fault.document.locate(*fault.path[:-1])
        return Diagnostic(MISSING_FIELD, owner, f"The field {quote(name)} is missing.", fault.about)
    if fault.kind == "extra_forbidden":
        return _unknown_field(fault)
    if fault.kind in {"too_short", "string_too_short"} or (isinstance(value, str) and not value.strip()):
        return Diagnostic(EMPTY_FIELD, where, f"The field {quote(name)} is empty.", fault.about)
    needed = _NEEDED.get(fault.kind)
    if needed is not None and (fault.kind != "enum" or not isinstance(value, str)):
        found = "a list" if isinstance(value, list) else "text" if isinstance(value, str) else "fields of its own"
        hint = _LIST_HINT if needed == "a list" else _choices_hint(fault) or fault.about
        return Diagnostic(WRONG_TYPE, where, f"The field {quote(name)} holds {found}; it needs {needed}.", hint)
    if fault.kind == "enum":
        message = f"{quote(value)} is not a value of the field {quote(name)}."
        close = _close_choice(fault)
        mend = fault.document.replace_word(where, str(value), close)
        return Diagnostic(WRONG_CHOICE, where, message, _choices_hint(fault), mend=mend)
    advice = fault.context.get("hint")
    if isinstance(advice, str):
        code = _CODE_BY_CUSTOM_TYPE.get(fault.kind, WRONG_VALUE)
        written = fault.context.get("text")
        words = fault.message.replace(f"“{written}”", quote(written))
        return Diagnostic(code, where, f"{words} (field {quote(name)}).", advice)
    fits = (
        f"is not a date (field {quote(name)})"
        if fault.kind.startswith("date")
        else f"does not fit the field {quote(name)}"
    )
    return Diagnostic(WRONG_VALUE, where, f"{quote(value)} {fits}.", _form_hint(fault))


def _form_hint(fault: _Fault) -> str:
    if fault.kind.startswith("date"):
        return "This day is not in the calendar. Write it as year-month-day, such as 2026-11-20."
    if fault.kind.startswith("bool"):
        return "Write true or false."
    if fault.kind in {"greater_than_equal", "less_than_equal"}:
        bound = "at least" if fault.kind == "greater_than_equal" else "at most"
        return f"It is {bound} {fault.context.get('ge', fault.context.get('le'))}."
    if fault.context.get("pattern") == ID_PATTERN:
        return "An id has small letters, figures and single hyphens only, such as arch-rub."
    if isinstance(fault.value, str) and "\n" in fault.value.strip():
        return "Write it on one line."
    return fault.about


def _unknown_field(fault: _Fault) -> Diagnostic:
    close = _close_field(fault)
    hint = f"Did you mean {quote(close)}?" if close else f"The fields here are: {', '.join(_fields_beside(fault))}."
    where = fault.document.locate_key(*fault.path)
    message = f"There is no field {quote(fault.name)} here."
    return Diagnostic(UNKNOWN_FIELD, where, message, hint, mend=fault.document.replace_word(where, fault.name, close))


def _close_field(fault: _Fault) -> str:
    return _closest(fault.name, tuple(_fields_beside(fault)))


@lru_cache(maxsize=10_000)  # each fault asks several times, and the comparison is slow
def _closest(name: str, known: tuple[str, ...]) -> str:
    return next(iter(get_close_matches(name, known, 1, 0.6)), "")


def _fields_beside(fault: _Fault) -> list[str]:
    owner = type_at(fault.model, fault.path[:-1], BaseModel)
    return [field.alias or name for name, field in fields_of_files(owner)] if owner else []


def fields_of_files(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    """List the fields of a model that a file of content can hold."""
    for name, field in model.model_fields.items():
        if not any(isinstance(mark, FromOverlay) for mark in field.metadata):
            yield name, field


def _choices(fault: _Fault) -> list[str]:
    labelled = type_at(fault.model, fault.path, Labelled)
    return [str(member.value) for member in labelled] if labelled is not None else []


def _close_choice(fault: _Fault) -> str:
    return next(iter(get_close_matches(str(fault.value), _choices(fault), 1, 0.6)), "")


def _choices_hint(fault: _Fault) -> str:
    choices, close = _choices(fault), _close_choice(fault)
    if not choices:
        return ""
    return (f"Did you mean {quote(close)}? " if close else "") + f"The values are: {', '.join(choices)}."


def _is_known(model: type[BaseModel], path: Path) -> bool:
    """Tell whether the model has a field at this very path, or a list of which it is an item."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    return bool(path) and type_at(model, path[:-1], BaseModel) is not None


def _field_at(model: type[BaseModel], path: Path) -> FieldInfo | None:
    for index in range(len(path) - 1, -1, -1):
        wanted = path[index]
        if isinstance(wanted, str):
            owner = type_at(model, path[:index], BaseModel)
            fields = owner.model_fields.items() if owner else ()
            return next((field for name, field in fields if wanted in {field.alias, name}), None)
    return None
