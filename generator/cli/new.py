"""`selfcare new`: a new thing, from a few questions."""

import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final

import click

from generator.authoring.new_file import Answer, Question, find_kind, id_of, questions_for, write_file
from generator.cli.authoring import write_schemas
from generator.cli.options import find_project, project_options
from generator.diagnostics import Report, quote
from generator.model.kind_registry import kinds_by_folder
from generator.pipeline import check_project
from generator.reading.project import CONTENT_FOLDER
from generator.reporting import FORMATS

_FEW: Final = 14
"""Choices that are listed; of more, an author types a part of the name."""

_KINDS: Final = ", ".join(model.kind.singular for model in kinds_by_folder().values() if not model.kind.in_prose)


@click.command("new")
@project_options
@click.argument("kind")
@click.argument("name")
@click.option("--open/--no-open", "opens", default=True, help="Whether to open the file in your editor.")
def new_command(project: Path | None, brand: Path | None, kind: str, name: str, *, opens: bool) -> None:
    """Begin a new thing: `selfcare new technique "Calf sweep"`.

    It asks the few questions that matter, and writes a file in which a comment tells what each field is for.
    """
    model = find_kind(kind)
    if model is None:
        message = f"There is no kind {quote(kind)}. The kinds are: {_KINDS}."
        raise click.UsageError(message)
    found = find_project(project, brand)
    catalogue = check_project(found).catalogue
    thing_id = id_of(name)
    if not thing_id or thing_id in catalogue.records:
        where = f": {catalogue.records[thing_id].document.path}" if thing_id else ""
        message = f"{quote(name)} makes the id {quote(thing_id)}, which is taken or empty{where}. Choose another name."
        raise click.UsageError(message)
    click.echo(f"A new {model.kind.singular}, {quote(name)}. An empty answer leaves a question out where it may be.")
    answers = {question.path: answer for question in questions_for(model, catalogue) if (answer := _ask(question))}
    folder = found.root / (CONTENT_FOLDER if brand is None else "overlay") / model.kind.folder
    path = folder / f"{thing_id}.yml"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(write_file(model, name, answers, _today()), encoding="utf-8")
    checked = check_project(found)
    if brand is None:
        write_schemas(found.base, checked.catalogue)
    shown = path.relative_to(found.root).as_posix()
    mine = Report.of([one for one in checked.report.diagnostics if one.location.path.endswith(shown)])
    click.echo(f"{path}: written." if not mine.diagnostics else FORMATS["text"](mine))
    if opens and sys.stdout.isatty():
        click.edit(filename=str(path))


def _today() -> date:
    return datetime.now().date()  # noqa: DTZ005 (a review is of the author's day)


def _ask(question: Question) -> Answer | None:
    """Ask until there is a sound answer; None where the question was left out."""
    click.echo(f"\n{question.name}: {question.about}")
    if question.examples:
        click.echo(f"  Such as {question.examples[0]}.")
    _list_choices(question.choices)
    while True:
        answer = _all_of(question) if question.is_list else click.prompt("  ", default="", show_default=False).strip()
        if not answer:
            if not question.is_needed:
                return None
            click.echo("  This one is needed.")
            continue
        fault = question.fault_in(answer)
        if not fault:
            return answer
        click.echo(f"  {fault}")


def _all_of(question: Question) -> list[str]:
    """Ask for the items of a list: ids between commas, or texts line by line until an empty one."""
    if question.choices:
        line = click.prompt("  (several go between commas)", default="", show_default=False)
        return [one.strip() for one in line.split(",") if one.strip()]
    lines: list[str] = []
    while line := click.prompt(f"  {len(lines) + 1}. (empty ends)", default="", show_default=False).strip():
        lines.append(line)
    return lines


def _list_choices(choices: Mapping[str, str]) -> None:
    if 0 < len(choices) <= _FEW:
        width = max(map(len, choices))
        for value, label in choices.items():
            click.echo(f"    {value:{width}}  {label}")
    elif choices:
        click.echo(f"    one of {len(choices)} ids, such as {', '.join(list(choices)[:5])}")
