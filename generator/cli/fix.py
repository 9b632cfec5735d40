"""`selfcare fix`: repairs that change no meaning, shown before they are made."""

import sys
from difflib import unified_diff
from pathlib import Path

import click

from generator.authoring.fix import FixedFile, fix
from generator.cli.authoring import write_schemas
from generator.cli.options import find_project, project_options
from generator.pipeline import check_project
from generator.reading.project import MOVED_FILE


@click.command("fix")
@project_options
@click.option("--yes", is_flag=True, help="Make the repairs without asking.")
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit with 1 where something is to repair.")
def fix_command(project: Path | None, brand: Path | None, *, yes: bool, only_check: bool) -> None:
    """Repair what is safe to repair, and show it first.

    The order of fields, spaces at the ends of lines, citation keys in other capitals, and the id of a file that was
    renamed: in the file, in all that names it, and in the list of where pages went. Comments stay.
    """
    found = find_project(project, brand)
    moved = found.base / MOVED_FILE
    before = moved.read_text(encoding="utf-8") if moved.exists() else ""
    fixed = fix(check_project(found.base).catalogue, before)
    for file in fixed:
        click.echo("".join(_difference(file)))
    if not fixed:
        click.echo("There is nothing to repair.")
        return
    count = "1 file" if len(fixed) == 1 else f"{len(fixed)} files"
    if only_check:
        click.echo(f"{count} to repair. Run “selfcare fix”.")
        sys.exit(1)
    if not yes and not click.confirm(f"Write {count}?", default=True):
        click.echo("Nothing was changed.")
        return
    for file in fixed:
        (found.base / file.path).write_text(file.after, encoding="utf-8")
    write_schemas(found.base, check_project(found.base).catalogue)
    click.echo(f"{count} repaired.")


def _difference(file: FixedFile) -> list[str]:
    before, after = (text.splitlines(keepends=True) for text in (file.before, file.after))
    return list(unified_diff(before, after, file.path, file.path, n=1))
