"""A new file of content: the questions that must be answered, and the file with a comment for every field."""

import json
import re
import textwrap
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, Final, TypeGuard, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from generator.authoring.editor_schemas import SCHEMAS_FOLDER
from generator.diagnostics import quote
from generator.model import Catalogue
from generator.model.doses import TIME_SPAN_WRITTEN, TIME_WRITTEN
from generator.model.faults import fields_of_files
from generator.model.fields import CitesSource, Labelled, Part, RefersTo, Written
from generator.model.kind_registry import kinds_by_folder
from generator.model.kinds.anatomy import Anatomy
from generator.model.kinds.study import Study
from generator.model.reference import build_reference
from generator.model.thing import Thing
from generator.model.type_paths import type_at

ASKED_TOO: Final[Mapping[str, tuple[str, ...]]] = {
    "techniques": ("goals?", "time", "steps", "cautions"),
    "exercises": ("goals?", "repeats", "cautions"),
    "tools": ("time", "cautions"),
    "cautions": ("applies_to actions", "areas?", "red_flags sign?", "red_flags urgency"),
    "routines": ("phases steps technique", "phases steps time"),
    "conditions": ("areas?",),
    "anatomy": ("parent?", "region?"),
    "studies": ("about?", "people?", "given_by?", "compared_with?"),
    "beliefs": ("sources",),
}
"""Fields that a kind does not need to be read, and a page does; those of fields with fields by both names.

What ends in “?” can be left out.
"""

_GIVEN: Final = ("id", "name", "reviewed", "review_due")
_YEARS_TO_REVIEW: Final = 2
_WIDTH: Final = 100
_PLAIN: Final = re.compile(r"[A-Za-z0-9(][^\n\t#{}\[\]&*!|>\"%@`]*")
_MEANS_SOMETHING: Final = re.compile(r":\s|:$|\s#|\s$|^(?:true|false|null|yes|no|on|off|[\d.eE+-]+)$", re.IGNORECASE)

_UNIT_OF_TIME: Final = re.compile(r"\b(?:seconds?|secs?|minutes?|mins?|hours?|hrs?)\b\.?", re.IGNORECASE)
_ABOUT: Final = re.compile(r"^(?:about|around|some|for) ", re.IGNORECASE)
_UNITS_OF_TIME: Final = {"s": "s", "m": "min", "h": "h"}

FEW: Final = 14
"""Choices that are listed; of more, an author types a part of the name."""

Answer = str | list[str]
Path = tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """What an author is asked: the field, what it is for, and what can be chosen where that is known.

    `parts` sorts choices by the part of the body that they belong to, where they belong to one.
    """

    path: Path
    about: str
    examples: tuple[str, ...]
    choices: Mapping[str, str]
    is_list: bool
    is_needed: bool
    annotation: Any
    metadata: tuple[object, ...]
    is_time: bool
    parts: Mapping[str, tuple[str, ...]]

    @property
    def name(self) -> str:
        """The field as people write it: `stroke kind`."""
        return " ".join(self.path)

    def read(self, answer: str) -> str:
        """Give the value that an answer means: a choice by itself, with spaces in it, or by the words beside it.

        A time may be said in whole words, such as “about 2 to 3 minutes”.
        """
        words = answer.strip()
        if self.is_time:
            return _UNIT_OF_TIME.sub(lambda unit: _UNITS_OF_TIME[unit[0][0].lower()], _ABOUT.sub("", words))
        by_words = {label.casefold(): value for value, label in self.choices.items() if label}
        hyphened = re.sub(r"\s+", "-", words.lower())
        return hyphened if hyphened in self.choices else by_words.get(words.casefold(), words)

    def _not_there(self, given: str) -> str:
        close = get_close_matches(given.lower(), self.choices, 3, 0.6)
        if close:
            return f"{quote(given)} is not there. Did you mean {' or '.join(map(quote, close))}?"
        where = "Choose one of those above." if len(self.choices) <= FEW else "Look it up with “selfcare show”."
        return f"{quote(given)} is not there. {where}"

    def fault_in(self, answer: Answer) -> str:
        """Say what is wrong with an answer, and how to mend it; nothing where it is sound."""
        if self.choices:
            given = answer if isinstance(answer, list) else [answer]
            return " ".join(self._not_there(one) for one in given if one not in self.choices)
        try:
            held: TypeAdapter[object] = TypeAdapter(
                Annotated[self.annotation, *self.metadata] if self.metadata else self.annotation  # type: ignore[arg-type]  # a type made while running
            )
            held.validate_python(answer)
        except ValidationError as fault:
            error = fault.errors(include_url=False)[0]
            hint = error.get("ctx", {}).get("hint") or (f"For example: {self.examples[0]}" if self.examples else "")
            return f"This does not fit: {error['msg']}. {hint}".strip()
        return ""


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


def questions_for(model: type[Thing], catalogue: Catalogue) -> tuple[Question, ...]:
    """List the questions that matter for a kind, in the order of its file."""
    return tuple(_questions(model, catalogue, (), ASKED_TOO.get(model.kind.folder, ())))


def _questions(model: type[BaseModel], catalogue: Catalogue, above: Path, more: Sequence[str]) -> Iterator[Question]:
    for name, field in fields_in_order(model):
        path = (*above, field.alias or name)
        named = " ".join(path)
        is_asked = field.is_required() or any(one.rstrip("?") == named or one.startswith(f"{named} ") for one in more)
        if (not above and name in _GIVEN) or not is_asked:
            continue
        inner = type_at(model, (name,), BaseModel)
        listed = _item_model(field)
        if inner is not None or listed is not None:
            yield from _questions(inner or listed, catalogue, path, more)  # type: ignore[arg-type]  # one of them is there
            continue
        choices = _choices(model, name, field, catalogue)
        yield Question(
            path=path,
            about=field.description or "",
            examples=tuple(str(one) for one in field.examples or () if not isinstance(one, list)),
            choices=choices,
            is_list=_is_list(field.annotation),
            is_needed=named in more or (field.is_required() and f"{named}?" not in more),
            annotation=field.annotation,
            metadata=tuple(field.metadata),
            is_time=any(
                isinstance(mark, Written) and mark.pattern in {TIME_WRITTEN, TIME_SPAN_WRITTEN}
                for mark in _marks(field.annotation, tuple(field.metadata))
            ),
            parts=_by_part(catalogue, choices),
        )


def fields_in_order(model: type[BaseModel]) -> list[tuple[str, FieldInfo]]:
    """List fields as a file has them: who it is first, and what is signed last."""
    last = ("sources", "claims", "reviewed", "review_due", "written_by", "reviewed_by")
    return sorted(fields_of_files(model), key=lambda one: one[0] in last)


def _is_list(annotation: object) -> bool:
    return get_origin(annotation) is tuple


def _item_model(field: FieldInfo) -> type[BaseModel] | None:
    inner = get_args(field.annotation)[0] if _is_list(field.annotation) else None
    return inner if isinstance(inner, type) and issubclass(inner, BaseModel) else None


def _choices(model: type[BaseModel], name: str, field: FieldInfo, catalogue: Catalogue) -> Mapping[str, str]:
    labelled = type_at(model, (name, 0) if _is_list(field.annotation) else (name,), Labelled)
    if labelled is not None:
        return {str(one.value): one.label for one in labelled}
    marks = list(_marks(field.annotation, tuple(field.metadata)))
    refers = next((mark for mark in marks if isinstance(mark, RefersTo)), None)
    if refers is not None:
        things = (record.thing for record in catalogue.records.values() if record.document.folder in refers.kinds)
        return {thing.id: thing.full_name for thing in things if thing is not None}
    if any(isinstance(mark, CitesSource) for mark in marks):
        return dict.fromkeys(catalogue.bib_entries, "")
    return {}


def _by_part(catalogue: Catalogue, choices: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[Part, list[str]] = defaultdict(list)
    for choice in choices:
        thing = catalogue.find(choice, Anatomy)
        if thing is not None:
            found[thing.part].append(choice)
    return {part.label: tuple(found[part]) for part in Part if part in found}


def _marks(annotation: object, metadata: tuple[object, ...]) -> Iterator[object]:
    yield from metadata
    for inner in get_args(annotation):
        if get_origin(annotation) is Annotated or isinstance(inner, (RefersTo, CitesSource)):
            yield inner
        yield from _marks(inner, ())


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
        inner, listed = type_at(model, (name,), BaseModel), _item_model(field)
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
    piece = _item_model(field) or next((one for one in get_args(field.annotation) if _is_model(one)), field.annotation)
    if examples and not isinstance(examples[0], list):
        yield f"{key}: {_scalar(str(examples[0]))}"
    elif examples:
        yield from _value(key, [str(one) for one in examples[0]], "")
    elif _is_model(piece):
        lines = [line for name, inner in fields_of_files(piece) for line in _left_out(inner.alias or name, inner)]
        starts = ("  - ", "    ") if _is_list(field.annotation) else ("  ", "  ")
        yield f"{key}:"
        yield from (f"{starts[bool(place)]}{line}" for place, line in enumerate(lines))
    elif not _is_list(field.annotation):
        yield f"{key}: {' | '.join(_values_of(field)) or '…'}"
    elif any(isinstance(mark, (RefersTo, CitesSource)) for mark in _marks(field.annotation, tuple(field.metadata))):
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
