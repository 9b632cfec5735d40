"""`selfcare diff`: what changed for readers since a commit, from git."""

import tempfile
from pathlib import Path

import click

from generator.authoring.changes import State, changes_in_markdown, compare
from generator.cli.git import take_out
from generator.cli.options import find_project, project_options
from generator.linking import link_site
from generator.pipeline import check_project
from generator.reading.project import ADDRESSES_FILE, BIBLIOGRAPHY_FILE, CONTENT_FOLDER, MOVED_FILE, SETTINGS_FILE

_SOURCES = (CONTENT_FOLDER, BIBLIOGRAPHY_FILE, SETTINGS_FILE, ADDRESSES_FILE, MOVED_FILE)


@click.command("diff")
@project_options
@click.argument("base")
def diff_command(project: Path | None, brand: Path | None, base: str) -> None:
    """Tell what changed for readers since BASE, a commit or branch, as a review should see it.

    Cautions that were lost and emergency cards come first.
    """
    root = find_project(project, brand).base
    with tempfile.TemporaryDirectory() as folder:
        take_out(root, base, _SOURCES, Path(folder))
        before = _state(Path(folder))
    click.echo(changes_in_markdown(compare(before, _state(root))), nl=False)


def _state(root: Path) -> State:
    checked = check_project(root)
    if checked.report.has_errors:
        first = next(iter(checked.report.diagnostics))
        message = f"{first.location}: {first.message} Mend the errors first: “selfcare check” tells all of them."
        raise click.ClickException(message)
    return State(checked.catalogue, link_site(checked.catalogue))
