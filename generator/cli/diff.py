"""`selfcare diff`: what changed for readers since a commit, from git."""

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

import click

from generator.authoring.changes import State, changes_in_markdown, compare
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
        _take_out(root, base, Path(folder))
        before = _state(Path(folder))
    click.echo(changes_in_markdown(compare(before, _state(root))), nl=False)


def _state(root: Path) -> State:
    checked = check_project(root)
    if checked.report.has_errors:
        first = next(iter(checked.report.diagnostics))
        message = f"{first.location}: {first.message} Mend the errors first: “selfcare check” tells all of them."
        raise click.ClickException(message)
    return State(checked.catalogue, link_site(checked.catalogue))


def _take_out(root: Path, base: str, folder: Path) -> None:
    """Write the sources as they were at a commit into a folder."""
    there = _git(root, "ls-tree", "--name-only", "-z", base, "--", *_SOURCES).decode()
    packed = _git(root, "archive", "--format=tar", base, "--", *filter(None, there.split("\0")))
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")


def _git(root: Path, *arguments: str) -> bytes:
    ended = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)  # noqa: S603, S607 (the author's git)
    if ended.returncode:
        said = ended.stderr.decode(errors="replace").strip()
        message = f"git could not show what there was: {said}"
        raise click.ClickException(message)
    return ended.stdout
