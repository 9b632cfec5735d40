"""A thing of each kind with every field of the model filled in, so that a test reaches every text there is."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Final, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from generator.model.doses import CountRange, TimeRange
from generator.model.faults import fields_of_files
from generator.model.fields import CitesSource, HoldsMarkup, Labelled, RefersTo, Seconds
from generator.model.kind_registry import kinds_by_folder
from generator.model.thing import Thing
from tests.things import routine, thing

SOURCE: Final = "smith2020"
BIB: Final = "@article{smith2020, author = {Smith, Anna}, title = {Massage}, journal = {Journal}, year = {2020}}\n"

NOT_SHOWN: Final = {("no_cautions_because",)}
"""Texts for the checks alone."""

NEEDED: Final[Mapping[str, Mapping[str, object]]] = {
    "techniques": {"areas": ["other-anatomy"], "steps": ["Rub."]},
    "exercises": {"areas": ["other-anatomy"]},
}
"""What the small things of some kinds need, for the sound project's other things are not there."""

WriteWords = Callable[[tuple[str, ...], bool], str]
"""Makes the words of a field, given its path and whether it may have paragraphs."""


def full_thing(folder: str, words: WriteWords) -> dict[str, str]:
    """Write a thing `full-<folder>` with every field, whose texts are made by `words`."""
    model = kinds_by_folder()[folder]
    data = {**_fields(model, words, ()), "id": f"full-{folder}"}
    body = data.pop("body", "")
    written = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100_000)
    text = f"---\n{written}---\n\n{body}\n" if model.kind.in_prose else written
    return {f"content/{folder}/full-{folder}{model.kind.suffix}": text}


@cache
def others() -> Mapping[str, str]:
    """Write one small thing of each kind for the full ones to refer to."""
    found: dict[str, str] = {}
    for folder in kinds_by_folder().keys() - {"routines"}:
        found |= thing(folder, f"other-{folder}", **NEEDED.get(folder, {}), name=f"Zzother {folder}")
    step = {"technique": "other-techniques", "area": "other-anatomy"}
    return found | routine("other-routines", step, name="Zzother routines") | thing("studies", SOURCE)


def text_paths(model: type[BaseModel]) -> list[tuple[str, ...]]:
    """List the paths of all texts of a kind, as `words` is given them."""
    paths: list[tuple[str, ...]] = []

    def note(path: tuple[str, ...], may_have_paragraphs: bool) -> str:  # noqa: FBT001 (the form of WriteWords)
        paths.append(path)
        return f"word {may_have_paragraphs}"

    _fields(model, note, ())
    return paths


def _fields(model: type[BaseModel], words: WriteWords, path: tuple[str, ...]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, field in fields_of_files(model):
        if (name,) in NOT_SHOWN or (issubclass(model, Thing) and name == "id"):
            continue
        value = _value(field.annotation, tuple(field.metadata), (*path, name), words, field)
        if value is not None:
            found[field.alias or name] = value
    return found


def _value(
    annotation: object, marks: tuple[object, ...], path: tuple[str, ...], words: WriteWords, field: FieldInfo
) -> object:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _value(inner, (*more, *marks), path, words, field)
    for mark in marks:
        if isinstance(mark, RefersTo):
            return f"other-{mark.kinds[0]}"
        if isinstance(mark, CitesSource):
            return SOURCE
        if isinstance(mark, HoldsMarkup):
            return "Words." if mark.markdown else words(path, not _is_line(marks))
    if origin in (Union, UnionType):
        return _value(next(one for one in get_args(annotation) if one is not type(None)), marks, path, words, field)
    if origin is tuple:
        item = _value(get_args(annotation)[0], marks, path, words, field)
        return None if item is None else [item]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _fields(annotation, words, path)
    return _simple(annotation, marks, path, words, field)


def _simple(
    annotation: object, marks: tuple[object, ...], path: tuple[str, ...], words: WriteWords, field: FieldInfo
) -> object:
    if isinstance(annotation, type) and issubclass(annotation, Labelled):
        return next(iter(annotation)).value
    if annotation is str:
        return words(path, False) if _is_line(marks) else next(iter(field.examples or ()), None)  # noqa: FBT003
    plain: Mapping[object, object] = {date: "2026-11-01", TimeRange: "2 min", CountRange: "5", bool: "true"}
    if annotation is int:
        return "5 s" if get_args(Seconds)[1] in marks else "5"
    return plain[annotation]


def _is_line(marks: tuple[object, ...]) -> bool:
    return any(isinstance(mark, StringConstraints) and mark.pattern == r"^[^\n]*$" for mark in marks)
