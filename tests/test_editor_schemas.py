"""The schemas for editors accept what the reader accepts: held against each other on real files, whole and changed."""

import copy
import dataclasses
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final, get_args, get_origin

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import BaseModel
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from generator.authoring.editor_schemas import IDS_FILE, SCHEMAS_FOLDER, editor_schemas
from generator.cli import main
from generator.model import Catalogue
from generator.model.faults import validate
from generator.model.fields import CitesSource, RefersTo
from generator.model.kind_registry import kinds_by_folder
from generator.pipeline import check_project
from generator.reading.documents import Document
from generator.reading.yaml_data import Data
from generator.reading.yaml_data import Path as DataPath
from tests.projects import TODAY, write_project
from tests.shown_pages import ROOT

YAML_KINDS: Final = [folder for folder, model in kinds_by_folder().items() if not model.kind.in_prose]


@cache
def catalogue() -> Catalogue:
    return check_project(ROOT, TODAY).catalogue


@cache
def validators() -> dict[str, Draft7Validator]:
    schemas = {file.name: json.loads(file.content) for file in editor_schemas(catalogue())}
    registry = Registry().with_resource(IDS_FILE, Resource.from_contents(schemas[IDS_FILE], DRAFT7))
    return {
        name.removesuffix(".json"): Draft7Validator(schema, registry=registry)
        for name, schema in schemas.items()
        if name != IDS_FILE
    }


def as_editors_read(value: Any) -> Any:  # noqa: ANN401 (any YAML)
    """Turn what the reader keeps as text into what YAML 1.2 makes of it."""
    if isinstance(value, dict):
        return {key: as_editors_read(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_editors_read(inner) for inner in value]
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,9}", value):
        return int(value)
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def documents(folder: str) -> list[Document]:
    return [one.document for one in catalogue().records.values() if one.document.folder == folder]


def reader_takes(document: Document, folder: str) -> bool:
    """Tell whether the reader finds no fault in a file, and all that it names is there."""
    model = kinds_by_folder()[folder]
    found = validate(document, model)
    return found.value is not None and not found.diagnostics and all(_is_there(*one) for one in _named(found.value))


def _named(model: BaseModel) -> Iterator[tuple[RefersTo | CitesSource, str]]:
    """List the ids and keys that fields hold, each with the mark of its field."""
    for name, field in type(model).model_fields.items():
        yield from _named_in(getattr(model, name), field.annotation, tuple(field.metadata))


def _named_in(
    value: object, annotation: object, marks: tuple[object, ...]
) -> Iterator[tuple[RefersTo | CitesSource, str]]:
    if isinstance(value, BaseModel):
        yield from _named(value)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _named_in(inner, annotation, marks)
    elif isinstance(value, str):
        found = [mark for mark in (*marks, *_marks_in(annotation)) if isinstance(mark, (RefersTo, CitesSource))]
        yield from ((mark, value) for mark in found[:1])


def _marks_in(annotation: object) -> Iterator[object]:
    for inner in get_args(annotation):
        if get_origin(annotation) is Annotated or not isinstance(inner, type):
            yield inner
        yield from _marks_in(inner)


def _is_there(mark: RefersTo | CitesSource, name: str) -> bool:
    if isinstance(mark, CitesSource):
        return name in catalogue().bib_entries
    record = catalogue().records.get(name)
    return record is not None and record.document.folder in mark.kinds


@pytest.mark.parametrize("folder", YAML_KINDS)
def test_every_file_of_ours_is_sound_to_an_editor(folder: str) -> None:
    for document in documents(folder):
        faults = [
            f"{'/'.join(map(str, one.path))}: {one.message}"
            for one in validators()[folder].iter_errors(as_editors_read(document.data))
        ]
        assert faults == [], document.path


VALUES: Final = [
    *(
        "arch-rub",
        "foot",
        "wu2022",
        "Arch rub",
        "a\nb",
        " ",
        "-",
        "10",
        "0",
        "201",
        "-3",
        "1",
        "yes",
        "10 to 15",
        "7 to 7",
        "12 to 300",
    ),
    *(
        "1 min 30 s",
        "90 s",
        "1 min 90 s",
        "3 to 5 min",
        "2 h",
        "3 h",
        "0 s",
        "7201 s",
        "121 min",
        "1 h 59 min",
        "45 s to 2 min",
    ),
    *(
        "2026-02-29",
        "2028-02-29",
        "2026-11-20",
        "2026-13-01",
        "true",
        "false",
        "light",
        "self",
        "each",
        "high",
        "M17",
        "D020370",
    ),
    *([], ["foot"], {}, {"a": "b"}),
]


def paths(value: Data, here: DataPath = ()) -> Iterator[DataPath]:
    """List the paths of all that is in a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield (*here, key)
        yield from paths(item, (*here, key))


@st.composite
def changed_documents(draw: st.DrawFn) -> tuple[str, Document]:
    """Change something in a real file: leave it out, put another value there, or give it another name."""
    folder = draw(st.sampled_from(YAML_KINDS))
    document = draw(st.sampled_from(documents(folder)))
    data = copy.deepcopy(dict(document.data))
    for _ in range(draw(st.integers(1, 2))):
        path = draw(st.sampled_from(sorted(paths(data), key=str)))
        owner: Any = data
        for part in path[:-1]:
            owner = owner[part]
        how = draw(st.sampled_from(["another", "left out", "another", "doubled", "renamed"]))
        if how == "left out":
            del owner[path[-1]]
        elif how == "another":
            # To an editor, the number 000 is the number 0: what it is made of is lost on it.
            values = [value for value in VALUES if value not in ("0", "1") or path[-1] != "number"]
            owner[path[-1]] = copy.deepcopy(draw(st.sampled_from(values)))
        elif how == "doubled" and isinstance(owner, list):
            owner.append(copy.deepcopy(owner[0]))
        elif isinstance(owner, dict):
            owner[draw(st.sampled_from(["note", "time", "zz"]))] = owner.pop(path[-1])
        if not data:
            break
    return folder, dataclasses.replace(document, data=data)


@given(changed_documents())
@settings(max_examples=500, deadline=None)
def test_an_editor_takes_what_the_reader_takes_and_nothing_else(changed: tuple[str, Document]) -> None:
    folder, document = changed
    faults = [
        f"{'/'.join(map(str, one.path))}: {one.message}"
        for one in validators()[folder].iter_errors(as_editors_read(document.data))
    ]
    assert (not faults) == reader_takes(document, folder), faults


def test_the_schemas_in_the_repository_are_those_of_the_content() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / SCHEMAS_FOLDER).iterdir()}
    assert written == {file.name: file.content for file in editor_schemas(catalogue())}


def test_the_settings_of_the_editor_name_every_schema() -> None:
    told = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert told == {f"./schemas/{file.name}": file.files for file in editor_schemas(catalogue()) if file.files}


@pytest.mark.parametrize("arguments", [[], ["--check"]])
def test_the_command_writes_and_checks_them(arguments: list[str], tmp_path: Path) -> None:
    root = write_project(tmp_path, {})
    first = CliRunner().invoke(main, ["schema", *arguments, "--project", str(root)])
    assert (first.exit_code, (root / "schemas/ids.json").exists()) == ((1, False) if arguments else (0, True))
    if arguments:
        assert "schemas/techniques.json: This schema is out of date. Run “selfcare schema”." in first.output
