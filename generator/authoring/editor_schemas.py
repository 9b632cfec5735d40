"""The content model as JSON Schemas for editors, which know YAML 1.2: one for each kind, and the ids that there are.

They accept what the reader accepts, but for what a schema cannot say: that a range runs forwards, that an id is that of
its file, and how text that looks like a number was written. tests/test_editor_schemas.py holds one against the other.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from annotated_types import Ge, Le, MinLen
from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from generator.model import Catalogue
from generator.model.faults import fields_of_files
from generator.model.fields import ONE_LINE, CitesSource, Labelled, RefersTo, Written
from generator.model.kind_registry import kinds_by_folder
from generator.model.latex import decode_latex
from generator.model.settings import Settings

SCHEMAS_FOLDER: Final = "schemas"
IDS_FILE: Final = "ids.json"
SETTINGS_SCHEMA: Final = "settings.json"

_DIALECT: Final = "http://json-schema.org/draft-07/schema#"
"""yaml-language-server 1.19 knows draft 07 whole, and later drafts in part."""

_SOURCES: Final = "sources"
_NOT_BLANK: Final = r"\S"
_LARGE: Final = 10_000
"""Larger than any count or number of ours: what takes this has no upper bound."""

_ONE_LINE: Final = r"^\s*\S(?:[^\n]*\S)?\s*$"

Schema = dict[str, Any]


@dataclass(frozen=True)
class SchemaFile:
    """A schema, by its name in the folder of schemas, with the files that it is for."""

    name: str
    content: str
    files: str = ""


def editor_schemas(catalogue: Catalogue) -> Iterator[SchemaFile]:
    """Write the schemas of all kinds that are YAML, of settings.yml, and the list of all ids and citation keys."""
    yield SchemaFile(IDS_FILE, _written(_ids(catalogue)))
    for folder, model in kinds_by_folder().items():
        if not model.kind.in_prose:
            yield SchemaFile(f"{folder}.json", _written(schema_of(model)), f"content/{folder}/*{model.kind.suffix}")
    yield SchemaFile(SETTINGS_SCHEMA, _written(schema_of(Settings)), "settings.yml")


def schema_of(model: type[BaseModel]) -> Schema:
    """Describe the files of a model; what they name stands in the file of ids."""
    pieces = _Pieces({})
    whole = pieces.of_model(model)
    definitions = dict(sorted(pieces.found.items()))
    return {
        "$schema": _DIALECT,
        "title": _title(model),
        **whole,
        **({"definitions": definitions} if definitions else {}),
    }


def _written(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _ids(catalogue: Catalogue) -> Schema:
    """List what can be named, kind by kind, each on a line of its own: two people who add a thing each do not meet."""
    definitions: dict[str, Schema] = {
        folder: _choice({thing.id: thing.full_name for _, thing in catalogue.of_kind(model)})
        for folder, model in kinds_by_folder().items()
    }
    definitions[_SOURCES] = _choice(
        {key: decode_latex(entry.fields.get("title", "")) for key, entry in catalogue.bib_entries.items()}
    )
    return {"$schema": _DIALECT, "definitions": definitions}


def _choice(names: Mapping[str, str]) -> Schema:
    """Let one of some values be chosen, of which an editor shows the names."""
    chosen = sorted(names)
    return {"enum": chosen, "enumDescriptions": [names[one] for one in chosen]}


@dataclass(frozen=True)
class _Pieces:
    """Describes types; the models within a model are found on the way, each once."""

    found: dict[str, Schema]

    def of_model(self, model: type[BaseModel]) -> Schema:
        """Describe a mapping of a model's fields."""
        fields = {field.alias or name: field for name, field in fields_of_files(model)}
        return {
            "description": (model.__doc__ or "").strip(),
            "type": "object",
            "additionalProperties": False,
            "required": sorted(name for name, field in fields.items() if field.is_required()),
            "properties": {name: self._of_field(field) for name, field in fields.items()},
        }

    def _of_field(self, field: FieldInfo) -> Schema:
        told: Schema = {"description": field.description} if field.description else {}
        if field.examples:
            told["examples"] = list(field.examples)
        schema = self.of_type(field.annotation, field.metadata)
        return {**told, "allOf": [schema]} if "$ref" in schema else {**schema, **told}

    def of_type(self, annotation: object, marks: Sequence[object] = ()) -> Schema:
        """Describe a value of a type with the marks that stand beside it."""
        origin = get_origin(annotation)
        if origin is Annotated:
            inner, *more = get_args(annotation)
            plain = (mark.metadata if isinstance(mark, FieldInfo) else [mark] for mark in more)
            return self.of_type(inner, (*chain.from_iterable(plain), *marks))
        if origin in (Union, UnionType):
            options = [self.of_type(one, marks) for one in get_args(annotation) if one is not type(None)]
            return options[0] if len(options) == 1 else {"anyOf": options}
        named = [_named(mark) for mark in marks if isinstance(mark, (RefersTo, CitesSource))]
        if named:
            return named[0]
        written = next((mark for mark in marks if isinstance(mark, Written)), None)
        if written is not None:
            return _as_written(written, marks)
        if origin is tuple:
            least = next((mark.min_length for mark in marks if isinstance(mark, MinLen)), 0)
            return {
                "type": "array",
                "items": self.of_type(get_args(annotation)[0]),
                **({"minItems": least} if least else {}),
            }
        if isinstance(annotation, type) and issubclass(annotation, Labelled):
            return _choice_of(annotation)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            name = annotation.__name__
            if name not in self.found:
                self.found[name] = {}
                self.found[name] = self.of_model(annotation)
            return {"$ref": f"#/definitions/{name}"}
        if annotation is bool:
            return {"type": "boolean"}
        return _text(marks)


def _named(mark: RefersTo | CitesSource) -> Schema:
    kinds = mark.kinds if isinstance(mark, RefersTo) else (_SOURCES,)
    options: list[Schema] = [{"$ref": f"{IDS_FILE}#/definitions/{kind}"} for kind in kinds]
    return options[0] if len(options) == 1 else {"anyOf": options}


def _choice_of(labelled: type[Labelled]) -> Schema:
    return {"enum": [one.value for one in labelled], "enumDescriptions": [one.label for one in labelled]}


def _as_written(written: Written, marks: Sequence[object]) -> Schema:
    text: Schema = {"type": "string", "pattern": written.pattern}
    if not written.is_number:
        return text
    number: Schema = {"type": "integer", **_bounds_of(written.pattern)}
    for mark in marks:
        if isinstance(mark, Ge):
            number["minimum"] = mark.ge
        elif isinstance(mark, Le):
            number["maximum"] = mark.le
    return {"anyOf": [number, text]}


def _bounds_of(pattern: str) -> Schema:
    """Find the smallest and largest number that a pattern of text takes: JSON Schema has no patterns for numbers."""
    taken = [number for number in range(-1, _LARGE + 1) if re.search(pattern, str(number))]
    smallest = {"minimum": taken[0]} if taken[0] >= 0 else {}
    return smallest if taken[-1] == _LARGE else {**smallest, "maximum": taken[-1]}


def _text(marks: Sequence[object]) -> Schema:
    """Describe text; what looks like a number or a truth to YAML 1.2 is text to us, where such text is let through."""
    constraints = [mark for mark in marks if isinstance(mark, StringConstraints)]
    pattern = next((str(one.pattern) for one in constraints if one.pattern), _NOT_BLANK)
    if pattern == ONE_LINE:
        pattern = _ONE_LINE
    options: list[Schema] = [{"type": "string", "pattern": pattern}]
    if re.search(pattern, "1.5"):
        options.append({"type": "number"})
    elif re.search(pattern, "15"):
        options.append({"type": "integer", "minimum": 0})
    if re.search(pattern, "true"):
        options.append({"type": "boolean"})
    return options[0] if len(options) == 1 else {"anyOf": options}


def _title(model: type[BaseModel]) -> str:
    kind = getattr(model, "kind", None)
    return kind.singular.capitalize() if kind is not None else model.__name__
