"""The fields of a kind as a file has them: in which order, and what each may hold."""

from collections.abc import Iterator
from typing import Annotated, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.faults import fields_of_files
from generator.model.fields import CitesSource, RefersTo

Path = tuple[str, ...]
"""Where a field stands in a file, by the names of the fields around it: `stroke kind`."""

Answer = str | list[str]
"""What a field holds: a text, or a list of them."""


def fields_in_order(model: type[BaseModel]) -> list[tuple[str, FieldInfo]]:
    """List fields as a file has them: who it is first, and what is signed last."""
    last = ("sources", "claims", "reviewed", "review_due", "written_by", "reviewed_by")
    return sorted(fields_of_files(model), key=lambda one: one[0] in last)


def is_list(annotation: object) -> bool:
    """Tell whether a field holds a list."""
    return get_origin(annotation) is tuple


def item_model(field: FieldInfo) -> type[BaseModel] | None:
    """Give the model of the items of a list of fields; None for any other field."""
    inner = get_args(field.annotation)[0] if is_list(field.annotation) else None
    return inner if isinstance(inner, type) and issubclass(inner, BaseModel) else None


def marks_of(annotation: object, metadata: tuple[object, ...]) -> Iterator[object]:
    """List what marks a field, or what it holds: that it names a thing, or how it is written."""
    yield from metadata
    for inner in get_args(annotation):
        if get_origin(annotation) is Annotated or isinstance(inner, (RefersTo, CitesSource)):
            yield inner
        yield from marks_of(inner, ())
