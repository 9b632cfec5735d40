"""Where the data of a thing names another thing, cites a source or holds marked-up text.

The walk follows the model's types over the plain data, so it also serves a file with a fault elsewhere in it: every
fault of a file is found in one run.
"""

from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from generator.model.fields import CitesSource, HoldsMarkup, RefersTo
from generator.reading.documents import Document
from generator.reading.yaml_data import Data, Path

Mark = RefersTo | CitesSource | HoldsMarkup
_MARKS = (RefersTo, CitesSource, HoldsMarkup)


class Mention(NamedTuple):
    """A value with its path in the document and what its type says of it."""

    path: Path
    value: str
    mark: Mark


class TextMention(NamedTuple):
    """A marked-up text with its path in the document; `markdown` tells a guide's body."""

    path: Path
    value: str
    markdown: bool


@dataclass(frozen=True)
class _Plan:
    """How to walk values of one type: marks of a text, the plan of a list's items, or the plans of a model's fields."""

    mark: Mark | None = None
    items: "_Plan | None" = None
    model: type[BaseModel] | None = None


def mentions_in(document: Document, model: type[BaseModel]) -> tuple[Mention, ...]:
    """List every marked value of a document, in the order of the model's fields."""
    found: list[Mention] = []
    _collect(dict(document.data), _Plan(model=model), (), found)
    return tuple(found)


def _collect(value: Data, plan: _Plan, path: Path, found: list[Mention]) -> None:
    if plan.model is not None:
        if isinstance(value, dict):
            for name, inner in _plans_of(plan.model):
                if name in value:
                    _collect(value[name], inner, (*path, name), found)
    elif plan.items is not None:
        if isinstance(value, list):
            for index, item in enumerate(value):
                _collect(item, plan.items, (*path, index), found)
    elif plan.mark is not None and isinstance(value, str):
        found.append(Mention(path, value, plan.mark))


@cache
def _plans_of(model: type[BaseModel]) -> tuple[tuple[str, _Plan], ...]:
    """List the fields of a model that can hold a mark, under the names that the files use."""
    plans = []
    for name, field in model.model_fields.items():
        plan = _plan(field.annotation, tuple(field.metadata))
        if plan is not None:
            plans.append((field.alias or name, plan))
    return tuple(plans)


def _plan(annotation: object, metadata: tuple[object, ...] = ()) -> _Plan | None:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _plan(inner, (*more, *metadata))
    for mark in metadata:
        if isinstance(mark, _MARKS):
            return _Plan(mark=mark)
    if origin in (Union, UnionType):
        plans = [_plan(option) for option in get_args(annotation)]
        return next((plan for plan in plans if plan is not None), None)
    if origin is tuple:
        items = _plan(get_args(annotation)[0])
        return None if items is None else _Plan(items=items)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _Plan(model=annotation) if _plans_of(annotation) else None
    return None
