"""Which type the model expects at a path of the data, such as ("phases", 0, "steps", 2, "side")."""

from types import UnionType
from typing import Annotated, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from generator.reading.yaml_data import Path

_Wanted = TypeVar("_Wanted")


def type_at(model: type[BaseModel], path: Path, wanted: type[_Wanted]) -> type[_Wanted] | None:
    """Find the subclass of `wanted` that the model expects at `path`, or None where it expects something else."""
    here: object = model
    for part in path:
        here = _item_of(here) if isinstance(part, int) else _field_of(here, part)
    return _narrow(here, wanted)


def _field_of(annotation: object, name: str) -> object:
    owner = _narrow(annotation, BaseModel)
    for field_name, field in owner.model_fields.items() if owner else ():
        if name in (field.alias, field_name):
            return field.annotation
    return None


def _item_of(annotation: object) -> object:
    for option in _options(annotation):
        if get_origin(option) is tuple:
            return get_args(option)[0]
    return None


def _narrow(annotation: object, wanted: type[_Wanted]) -> type[_Wanted] | None:
    for option in _options(annotation):
        if isinstance(option, type) and issubclass(option, wanted):
            return option
    return None


def _options(annotation: object) -> tuple[object, ...]:
    if get_origin(annotation) is Annotated:
        return _options(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return tuple(inner for option in get_args(annotation) for inner in _options(option))
    return (annotation,)
