"""The questions that matter for a new thing, and what an answer means."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Any, Final

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from generator.authoring.fields_in_files import Answer, Path, fields_in_order, is_list, item_model, marks_of
from generator.diagnostics import quote
from generator.model import Catalogue
from generator.model.doses import TIME_SPAN_WRITTEN, TIME_WRITTEN
from generator.model.fields import CitesSource, Labelled, Part, RefersTo, Written
from generator.model.kinds.anatomy import Anatomy
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

_UNIT_OF_TIME: Final = re.compile(r"\b(?:seconds?|secs?|minutes?|mins?|hours?|hrs?)\b\.?", re.IGNORECASE)
_ABOUT: Final = re.compile(r"^(?:about|around|some|for) ", re.IGNORECASE)
_UNITS_OF_TIME: Final = {"s": "s", "m": "min", "h": "h"}

FEW: Final = 14
"""Choices that are listed with their words; of more, things are listed by their ids."""


@dataclass(frozen=True)
class Question:
    """What an author is asked: the field, what it is for, and what can be chosen where that is known.

    `groups` sorts things that can be chosen: body parts by where they are, and all others by their kind.
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
    groups: Mapping[str, tuple[str, ...]]

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
        is_listed = len(self.choices) <= FEW or self.groups
        where = "Choose one of those above." if is_listed else "Look it up with “selfcare show”."
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
        listed = item_model(field)
        if inner is not None or listed is not None:
            yield from _questions(inner or listed, catalogue, path, more)  # type: ignore[arg-type]  # one of them is there
            continue
        choices = _choices(model, name, field, catalogue)
        yield Question(
            path=path,
            about=field.description or "",
            examples=tuple(str(one) for one in field.examples or () if not isinstance(one, list)),
            choices=choices,
            is_list=is_list(field.annotation),
            is_needed=named in more or (field.is_required() and f"{named}?" not in more),
            annotation=field.annotation,
            metadata=tuple(field.metadata),
            is_time=any(
                isinstance(mark, Written) and mark.pattern in {TIME_WRITTEN, TIME_SPAN_WRITTEN}
                for mark in marks_of(field.annotation, tuple(field.metadata))
            ),
            groups=_grouped(catalogue, choices),
        )


def _choices(model: type[BaseModel], name: str, field: FieldInfo, catalogue: Catalogue) -> Mapping[str, str]:
    labelled = type_at(model, (name, 0) if is_list(field.annotation) else (name,), Labelled)
    if labelled is not None:
        return {str(one.value): one.label for one in labelled}
    marks = list(marks_of(field.annotation, tuple(field.metadata)))
    refers = next((mark for mark in marks if isinstance(mark, RefersTo)), None)
    if refers is not None:
        things = (record.thing for record in catalogue.records.values() if record.document.folder in refers.kinds)
        return {thing.id: thing.full_name for thing in things if thing is not None}
    if any(isinstance(mark, CitesSource) for mark in marks):
        return dict.fromkeys(catalogue.bib_entries, "")
    return {}


def _grouped(catalogue: Catalogue, choices: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {part.label: [] for part in Part}
    for choice in choices:
        thing = catalogue.find(choice, Thing)
        if thing is not None:
            heading = thing.part.label if isinstance(thing, Anatomy) else thing.kind.title
            found.setdefault(heading, []).append(choice)
    return {heading: tuple(ids) for heading, ids in found.items() if ids}
