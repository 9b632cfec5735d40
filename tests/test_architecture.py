"""The house keeps its shape: who imports what, who touches files, who prints, and what everything is for."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, get_args

import pytest
from pydantic import BaseModel

from generator.checking import RULES
from generator.checking.rule import Rule
from generator.diagnostics import Code
from generator.model.kind_registry import kinds_by_folder
from generator.pipeline import CODES

GENERATOR: Final = Path(__file__).parent.parent / "generator"
MODULES: Final = sorted(GENERATOR.rglob("*.py"))
LONGEST_MODULE: Final = 320

ORDER: Final = (
    *("diagnostics", "reading", "model", "adapting", "figure", "checking", "linking", "drawing", "explaining"),
    *("rendering", "publishing"),
)
ABOVE: Final = {
    "reporting": {"diagnostics", "adapting"},
    "pipeline": set(ORDER),
    "authoring": {"diagnostics", "reading", "model", "linking"},
    "cli": {*ORDER, "authoring", "pipeline", "preview", "reporting", "copies"},
    "preview": {*ORDER, "pipeline", "reporting"},
    "mkdocs_trigger": {*ORDER, "pipeline", "preview", "reporting"},
    "copies": {*ORDER, "pipeline", "mkdocs_trigger"},
}
OPEN_FILES: Final = {"reading", "publishing", "preview", "cli", "mkdocs_trigger", "copies"}

TOUCHES_FILES: Final = {
    *("open", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "rmdir", "touch", "unlink"),
    *("rmtree", "copytree", "iterdir", "rglob", "is_file", "is_dir", "exists", "stat"),
}
FILE_MODULES: Final = {"shutil", "tempfile", "glob", "io", "os"}
PRINTS_OR_EXITS: Final = {"print", "input", "exit", "quit", "echo", "secho", "_exit", "abort"}


def stage_of(module: Path) -> str:
    return module.relative_to(GENERATOR).parts[0].removesuffix(".py")


def imports_of(module: Path) -> Iterator[str]:
    """List what a module imports, each as a full dotted name."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls_of(module: Path) -> Iterator[str]:
    """List what a module calls, by the last part of its name."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Name):
                yield function.id
            elif isinstance(function, ast.Attribute):
                yield function.attr


def named(module: Path) -> str:
    return module.relative_to(GENERATOR).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_a_stage_imports_only_the_stages_before_it(module: Path) -> None:
    stage = stage_of(module)
    imported = {name.split(".")[1] for name in imports_of(module) if name.startswith("generator.")}
    stages = (imported & {*ORDER, *ABOVE}) - {stage}
    allowed = ABOVE[stage] if stage in ABOVE else set(ORDER[: ORDER.index(stage)]) if stage in ORDER else set()
    assert stages <= allowed


def test_every_module_belongs_to_a_stage() -> None:
    assert {stage_of(module) for module in MODULES} == {*ORDER, *ABOVE, "__init__"}


@pytest.mark.parametrize("module", [m for m in MODULES if stage_of(m) not in OPEN_FILES], ids=named)
def test_only_reading_and_publishing_touch_files(module: Path) -> None:
    assert set(calls_of(module)) & TOUCHES_FILES == set()
    assert {name.split(".")[0] for name in imports_of(module)} & FILE_MODULES == set()


@pytest.mark.parametrize("module", [m for m in MODULES if stage_of(m) != "cli"], ids=named)
def test_only_the_command_prints_or_exits(module: Path) -> None:
    assert set(calls_of(module)) & PRINTS_OR_EXITS == set()
    assert "SystemExit" not in module.read_text(encoding="utf-8")


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_no_module_is_long(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_no_module_is_named_after_nothing(module: Path) -> None:
    assert not re.search(r"util|helper|manager|misc|common|stuff", named(module))


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_no_module_catches_everything(module: Path) -> None:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            caught = {part.id for part in ast.walk(node.type) if isinstance(part, ast.Name)} if node.type else {""}
            assert not caught & {"", "Exception", "BaseException"}


def pieces_of(annotation: object) -> Iterator[type[BaseModel]]:
    """List the models that a type is made of, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from pieces_of(field.annotation)
    for inner in get_args(annotation):
        yield from pieces_of(inner)


def models() -> list[type[BaseModel]]:
    """List every model of the content: the kinds, and the pieces that they are made of."""
    return list(dict.fromkeys(piece for kind in kinds_by_folder().values() for piece in pieces_of(kind)))


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_field_of_the_model_says_in_a_sentence_what_it_is_for(model: type[BaseModel]) -> None:
    for name, field in model.model_fields.items():
        assert re.fullmatch(r"(?s)[A-Za-z].*\.", field.description or ""), f"{model.__name__}.{name}"


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_model_is_frozen_and_closed(model: type[BaseModel]) -> None:
    assert (model.model_config.get("frozen"), model.model_config.get("extra")) == (True, "forbid")


def test_every_code_has_a_name_of_its_own() -> None:
    names = [code.name for code in CODES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_every_code_has_a_name_of_words_and_a_sentence_of_meaning(code: Code) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name)
    assert re.fullmatch(r"[A-Z].*\.", code.meaning)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code.name)
def test_every_rule_says_what_it_does(rule: Rule) -> None:
    assert rule.find.__doc__
