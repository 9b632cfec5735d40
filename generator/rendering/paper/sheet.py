"""What is to be typeset: a template, its data, and where the outcome belongs. Nothing is typeset here."""

import dataclasses
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Sheet:
    """One file to typeset: `path` below build/docs, whose ending says what it becomes, and the file it was made from.

    `template` is a file in templates/. `data` is JSON. `layouts` are ways to lay it out, as JSON too, the roomiest
    first: the first that fits on `most_pages` is taken. Sheets of the same `room` take the same room in every layout,
    so that the layout of one fits the others; it is empty where nothing is known.
    """

    path: str
    template: str
    data: str
    layouts: tuple[str, ...]
    most_pages: int
    source: str
    room: str = ""


def to_json(value: object) -> str:
    """Write frozen data as JSON, the same for the same data."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(one) for one in value]
    return value
