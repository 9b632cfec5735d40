"""The catalogue as data: whole, in order, as its schema says, and as its manual says."""

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from generator.linking import link_site
from generator.model.kind_registry import kinds_by_folder
from generator.model.thing import Thing
from generator.pipeline import check_project, render_project
from tests.projects import TODAY, base_files, write_project
from tests.shown_pages import ROOT

URL = "https://guides.example/legs/"
MANUAL = (ROOT / "docs/data.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```", MANUAL, re.DOTALL | re.MULTILINE)
PRINTED = (
    "Foot routine: 3 minutes, 1 cautions\n",
    "Sore feet https://guides.example/legs/conditions/sore-feet/ exact\n",
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    root = write_project(tmp_path_factory.mktemp("data"), coded())
    return {file.path: file.content for file in render_project(check_project(root, TODAY).catalogue, URL)}


def coded() -> dict[str, str]:
    path = "content/conditions/sore-feet.yml"
    codes = "codes:\n  icd10:\n    - {code: M17, title: Gonarthrosis}\n  checked: Here.\n"
    return {path: base_files()[path] + codes}


def catalogue_in(files: dict[str, str]) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(files["data/catalogue.json"])
    return found


def test_every_thing_is_there_by_kind_and_id(files: dict[str, str], tmp_path: Path) -> None:
    site = link_site(check_project(write_project(tmp_path, {}), TODAY).catalogue)
    expected = sorted((page.kind.place, page.kind.folder, page.thing.id) for page in site.pages.values())
    things = catalogue_in(files)["things"]
    assert [(thing["kind"], thing["id"]) for thing in things] == [(folder, name) for _, folder, name in expected]


def test_an_entry_has_what_its_file_says_and_what_follows(files: dict[str, str]) -> None:
    (routine,) = (thing for thing in catalogue_in(files)["things"] if thing["kind"] == "routines")
    content, computed = routine["content"], routine["computed"]
    assert isinstance(content, dict)
    assert routine["address"] == f"{URL}routines/foot-routine/"
    assert content["frequency"] == {"times": {"least": 1, "most": 2}, "per": "day"}
    assert content["reviewed"] == "2026-11-01"
    assert content["phases"][0]["steps"][0]["technique"] == "arch-rub"
    assert computed == {
        "full_name": "Foot routine",
        "cautions": ["stop-if-pain"],
        "cites": [],
        "seconds": 200,
        "seconds_without_optional": 200,
    }


def test_a_thing_names_the_sources_that_its_page_cites_and_the_sources_name_it(files: dict[str, str]) -> None:
    catalogue = catalogue_in(files)
    pairs = {(thing["id"], key) for thing in catalogue["things"] for key in thing["computed"]["cites"]}  # type: ignore[index]
    back = {(name, source["key"]) for source in catalogue["sources"] for name in source["cited_on"]}  # type: ignore[attr-defined]
    assert pairs == back != set()


def test_it_says_who_made_it_and_under_which_licence(files: dict[str, str]) -> None:
    head = json.loads(files["data/catalogue.json"])
    assert head["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert head["attribution"] == f"Self-care guides, {URL}, CC BY 4.0"
    assert (head["format"], head["site"], head["reviewed"]) == (1, URL, "2026-11-01")


def test_each_entry_stands_on_a_line_of_its_own(files: dict[str, str]) -> None:
    catalogue = catalogue_in(files)
    lines = [line.rstrip(",") for line in files["data/catalogue.json"].splitlines() if line.startswith('{"')]
    assert [json.loads(line) for line in lines] == [*catalogue["things"], *catalogue["sources"]]


@pytest.mark.parametrize("name", ["catalogue", "codes"])
def test_the_data_is_as_its_schema_says(files: dict[str, str], name: str) -> None:
    schema = json.loads(files[f"data/{name}.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(files[f"data/{name}.json"]))


BROKEN = {
    "another format": ({"format": 2}, {}),
    "no things": ({"things": None}, {}),
    "a field that there is not": ({}, {"extra": 1}),
    "a kind that there is not": ({}, {"kind": "balls"}),
    "content of another kind": ({}, {"kind": "tools"}),
    "no cautions": ({}, {"computed": {"full_name": "x", "cites": []}}),
    "an id that is none": ({}, {"content": {"id": "Not An Id"}}),
}


@pytest.mark.parametrize(("head", "entry"), BROKEN.values(), ids=BROKEN.keys())
def test_the_schema_refuses_what_is_wrong(
    files: dict[str, str], head: dict[str, object], entry: dict[str, object]
) -> None:
    data = {**json.loads(files["data/catalogue.json"]), **head}
    if entry:
        (routine,) = (thing for thing in data["things"] if thing["kind"] == "routines")
        content = {**routine["content"], **entry.pop("content")} if "content" in entry else routine["content"]  # type: ignore[dict-item]
        routine.update({**entry, "content": content})
    validator = jsonschema.Draft202012Validator(json.loads(files["data/catalogue.schema.json"]))
    assert not validator.is_valid(data)


def test_the_schema_describes_every_field_of_every_kind(files: dict[str, str]) -> None:
    definitions = json.loads(files["data/catalogue.schema.json"])["$defs"]
    silent = [
        (model.__name__, name)
        for model in kinds_by_folder().values()
        for name, field in definitions[model.__name__]["properties"].items()
        if not (field.get("description") or definitions[field["$ref"].rpartition("/")[2]]["description"])
    ]
    assert silent == []
    assert set(definitions["Condition"]["properties"]) == {
        field.alias or name for name, field in kinds_by_folder()["conditions"].model_fields.items()
    }


def test_the_manual_has_two_examples() -> None:
    assert len(EXAMPLES) == len(PRINTED)


@pytest.mark.parametrize(("example", "printed"), list(zip(EXAMPLES, PRINTED, strict=True)), ids=["catalogue", "codes"])
def test_an_example_of_the_manual_runs(files: dict[str, str], tmp_path: Path, example: str, printed: str) -> None:
    for name in ("catalogue.json", "codes.json"):
        (tmp_path / name).write_text(files[f"data/{name}"], encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert ended.stdout == printed


def test_the_entry_that_the_manual_shows_is_one(files: dict[str, str]) -> None:
    (written,) = re.findall(r"^```json\n(.*?)^```", MANUAL, re.DOTALL | re.MULTILINE)
    shown = json.loads(written)
    (technique,) = (thing for thing in catalogue_in(files)["things"] if thing["kind"] == "techniques")
    assert shown.keys() == technique.keys()
    assert shown["computed"].keys() <= technique["computed"].keys()  # type: ignore[attr-defined]
    assert shown["content"].keys() - {"…"} <= technique["content"].keys()  # type: ignore[attr-defined]


def test_a_site_that_nobody_said_where_it_is_makes_data_too(tmp_path: Path) -> None:
    catalogue = check_project(write_project(tmp_path, {}), TODAY).catalogue
    files = {file.path: file.content for file in render_project(catalogue)}
    assert catalogue_in(files)["things"][0]["address"].startswith("/")  # type: ignore[attr-defined]
    assert files["robots.txt"] == "User-agent: *\nAllow: /\n"


def test_all_our_own_things_keep_their_texts() -> None:
    """Markup stays as it was written: a program that follows it finds every id in the same file."""
    catalogue = check_project(ROOT, TODAY).catalogue
    files = {file.path: file.content for file in render_project(catalogue)}
    exported = {thing["id"]: thing["content"] for thing in catalogue_in(files)["things"]}
    changed = [
        thing.id
        for _, thing in catalogue.of_kind(Thing)
        if json.loads(thing.model_dump_json(by_alias=True, exclude_none=True)) != exported[thing.id]
    ]
    assert changed == []
    text = files["data/catalogue.json"]
    linked = set(re.findall(r"\[\[([a-z0-9-]+)[|\]]", text))
    assert linked - exported.keys() <= {"is-massage-safe-today", "evidence", "practice-sheet", "codes"}
    assert linked
