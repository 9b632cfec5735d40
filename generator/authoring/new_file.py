"""A new file of content: its id and name, and the file with a comment for every field."""

import json
import re
import textwrap
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, TypeGuard, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.authoring.editor_schemas import SCHEMAS_FOLDER
from generator.authoring.fields_in_files import Answer, Path, fields_in_order, is_list, item_model, marks_of
from generator.model import Catalogue
from generator.model.faults import fields_of_files
from generator.model.fields import CitesSource, Labelled, RefersTo
from generator.model.kind_registry import kinds_by_folder
from generator.model.kinds.study import Study
from generator.model.reference import build_reference
from generator.model.thing import Thing
from generator.model.type_paths import type_at

_YEARS_TO_REVIEW: Final = 2
_WIDTH: Final = 100
_PLAIN: Final = re.compile(r"[A-Za-z0-9(][^\n\t#{}\[\]&*!|>\"%@`]*")
_MEANS_SOMETHING: Final = re.compile(r":\s|:$|\s#|\s$|^(?:true|false|null|yes|no|on|off|[\d.eE+-]+)$", re.IGNORECASE)


def find_kind(word: str) -> type[Thing] | None:
    """Find a kind that is YAML by its name or folder: `technique` or `techniques`."""
    for folder, model in kinds_by_folder().items():
        if word in {folder, model.kind.singular, model.kind.singular.replace(" ", "-")} and not model.kind.in_prose:
            return model
    return None


def id_of(name: str) -> str:
    """Make an id out of a name: small letters and hyphens."""
    apart = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", apart).strip("-")


def name_of(model: type[Thing], given: str, catalogue: Catalogue) -> str:
    """Give the name that readers see: for a study that is named by its citation key, its first author and its year."""
    entry = catalogue.bib_entries.get(given) if model is Study else None
    reference = build_reference(entry)[0] if entry is not None else None
    if reference is None or not reference.authors:
        return given
    return f"{reference.authors[0].family} {reference.year}".strip()


def write_file(model: type[Thing], thing_id: str, name: str, answers: Mapping[Path, Answer], today: date) -> str:
    """Write a file with the answers; what was not asked stands in it as a comment that tells what it is for."""
    given: dict[Path, Answer] = {
        ("id",): thing_id,
        ("name",): name,
        **answers,
        ("reviewed",): today.isoformat(),
        ("review_due",): today.replace(year=today.year + _YEARS_TO_REVIEW, day=min(today.day, 28)).isoformat(),
    }
    schema = f"# yaml-language-server: $schema=../../{SCHEMAS_FOLDER}/{model.kind.folder}.json"
    return "\n".join((schema, *_fields(model, given, (), ""))) + "\n"


def _fields(model: type[BaseModel], given: Mapping[Path, Answer], above: Path, indent: str) -> Iterator[str]:
    for name, field in fields_in_order(model):
        key = field.alias or name
        path = (*above, key)
        inner, listed = type_at(model, (name,), BaseModel), item_model(field)
        is_there = any(answered[: len(path)] == path for answered in given)
        yield from _comment(field, indent)
        if not is_there:
            yield from (f"{indent}# {line}" for line in _left_out(key, field))
        elif inner is not None:
            yield f"{indent}{key}:"
            yield from _fields(inner, given, path, f"{indent}  ")
        elif listed is not None:
            yield f"{indent}{key}:"
            lines = list(_fields(listed, given, path, f"{indent}    "))
            first = next(place for place, line in enumerate(lines) if not line.lstrip().startswith("#"))
            lines[first] = f"{indent}  - {lines[first].lstrip()}"
            yield from (*lines[first:],)
        else:
            yield from _value(key, given[path], indent)


def _comment(field: FieldInfo, indent: str) -> Iterator[str]:
    yield from textwrap.wrap(
        field.description or "", _WIDTH - len(indent), initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# "
    )


def _left_out(key: str, field: FieldInfo) -> Iterator[str]:
    """Write a field as it would stand in the file; sentences go on lines of their own, for in [ ] a comma ends one."""
    examples = field.examples or ()
    piece = item_model(field) or next((one for one in get_args(field.annotation) if _is_model(one)), field.annotation)
    if examples and not isinstance(examples[0], list):
        yield f"{key}: {_scalar(str(examples[0]))}"
    elif examples:
        yield from _value(key, [str(one) for one in examples[0]], "")
    elif _is_model(piece):
        lines = [line for name, inner in fields_of_files(piece) for line in _left_out(inner.alias or name, inner)]
        starts = ("  - ", "    ") if is_list(field.annotation) else ("  ", "  ")
        yield f"{key}:"
        yield from (f"{starts[bool(place)]}{line}" for place, line in enumerate(lines))
    elif not is_list(field.annotation):
        yield f"{key}: {' | '.join(_values_of(field)) or '…'}"
    elif any(isinstance(mark, (RefersTo, CitesSource)) for mark in marks_of(field.annotation, tuple(field.metadata))):
        yield f"{key}: []"
    else:
        yield f"{key}:"
        yield f"  - {' | '.join(_values_of(field)) or '…'}"


def _values_of(field: FieldInfo) -> Iterator[str]:
    """List what a field can hold, where that is a fixed list."""
    for one in (field.annotation, *get_args(field.annotation)):
        if isinstance(one, type) and issubclass(one, Labelled):
            yield from (str(member.value) for member in one)


def _is_model(annotation: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _in_flow(values: Sequence[object]) -> str:
    return f"[{', '.join(_scalar(str(value)) if ',' not in str(value) else json.dumps(value) for value in values)}]"


def _value(key: str, answer: Answer, indent: str) -> Iterator[str]:
    if isinstance(answer, str):
        yield f"{indent}{key}: {_scalar(answer)}"
    elif all(re.fullmatch(r"[\w-]+", one) for one in answer):
        yield f"{indent}{key}: {_in_flow(answer)}"
    else:
        yield f"{indent}{key}:"
        yield from (f"{indent}  - {_scalar(one)}" for one in answer)


def _scalar(text: str) -> str:
    """Write text so that YAML takes it for what it says."""
    is_plain = _PLAIN.fullmatch(text) and not _MEANS_SOMETHING.search(text)
    is_number_or_date = re.fullmatch(r"\d+|\d{4}-\d\d-\d\d", text)
    return text if is_plain or is_number_or_date else json.dumps(text, ensure_ascii=False)
