"""`selfcare new`: a new thing, from a few questions."""

import sys
import textwrap
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final

import click

from generator.authoring.editor_schemas import SCHEMAS_FOLDER
from generator.authoring.fields_in_files import Answer
from generator.authoring.new_file import find_kind, id_of, name_of, write_file
from generator.authoring.questions import FEW, Question, questions_for
from generator.authoring.show import close_to
from generator.cli.authoring import write_schemas
from generator.cli.options import find_project, project_options
from generator.diagnostics import Report, quote
from generator.model.kind_registry import kinds_by_folder
from generator.pipeline import check_project
from generator.reading.project import CONTENT_FOLDER
from generator.reporting import FORMATS

_NEAR: Final = 6
"""Things of a like name that are told before anybody writes the same again."""

_MANY: Final = 200
"""Choices that are listed by their ids alone."""

_WIDTH: Final = 100
"""Characters in a line of choices."""

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
    is_key = name in catalogue.bib_entries
    near = [] if is_key else [one for one in close_to(catalogue, name, _NEAR) if one != name]
    if near:
        click.echo("There is already:")
        for one in near:
            thing = catalogue.records[one].thing if one in catalogue.records else None
            click.echo(f"    {one}  {thing.full_name if thing is not None else 'a source'}")
    click.echo(f"A new {model.kind.singular}, {quote(name)}.")
    try:
        answers = _ask_all(questions_for(model, catalogue))
    except click.Abort as stopped:
        message = "This ended before the last question, so nothing was written. Run the same command again."
        raise click.ClickException(message) from stopped
    folder = found.root / (CONTENT_FOLDER if brand is None else "overlay") / model.kind.folder
    path = folder / f"{thing_id}.yml"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(write_file(model, thing_id, name_of(model, name, catalogue), answers, _today()), encoding="utf-8")
    checked = check_project(found)
    if brand is None and write_schemas(found.base, checked.catalogue):
        click.echo(f"{SCHEMAS_FOLDER}/: brought up to date, so that editors know the new id.")
    shown = path.relative_to(found.root).as_posix()
    mine = Report.of([one for one in checked.report.diagnostics if one.location.path.endswith(shown)])
    click.echo(f"{path}: written." if not mine.diagnostics else FORMATS["text"](mine))
    more = ", such as claims," if "claims" in model.model_fields else ""
    click.echo(f"Next: open it, add what is still a comment and matters{more} and run “selfcare check”.")
    if opens and sys.stdout.isatty():
        click.edit(filename=str(path))


def _today() -> date:
    return datetime.now().date()  # noqa: DTZ005 (a review is of the author's day)


def _ask_all(questions: Sequence[Question]) -> dict[tuple[str, ...], Answer]:
    """Ask one after the other; where the first field of an item was left out, its others are not asked."""
    answers: dict[tuple[str, ...], Answer] = {}
    left_out: set[tuple[str, ...]] = set()
    for question in questions:
        owner = question.path[:-1]
        answer = _ask(question) if owner not in left_out else None
        if answer:
            answers[question.path] = answer
        elif owner:
            left_out.add(owner)
    return answers


def _ask(question: Question) -> Answer | None:
    """Ask until there is a sound answer; None where the question was left out."""
    may_be_empty = "" if question.is_needed else " (may be left out)"
    click.echo(f"\n{question.name}: {question.about}{may_be_empty}")
    if question.examples and not question.choices:
        click.echo(f"  For example: {question.examples[0]}")
    _list_choices(question.choices, question.groups)
    while True:
        answer = _all_of(question) if question.is_list else question.read(_prompt("  "))
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
        line = _prompt("  (several go between commas)")
        return [question.read(one) for one in line.split(",") if one.strip()]
    lines: list[str] = []
    while line := _prompt(f"  {len(lines) + 1}. (empty ends)"):
        lines.append(line)
    return lines


def _prompt(words: str) -> str:
    return str(click.prompt(words, default="", show_default=False)).strip()


def _list_choices(choices: Mapping[str, str], groups: Mapping[str, Sequence[str]]) -> None:
    if 0 < len(choices) <= FEW:
        width = max(map(len, choices))
        for value, label in choices.items():
            click.echo(f"    {value:{width}}  {label}")
    elif groups and len(choices) <= _MANY:
        for heading, ids in groups.items():
            lines = textwrap.wrap(", ".join(ids), _WIDTH - 4, break_on_hyphens=False)
            click.echo(f"    {heading}:")
            click.echo("\n".join(f"      {line}" for line in lines))
    elif choices:
        click.echo(f"    one of {len(choices)} ids, such as {', '.join(list(choices)[:5])}")
