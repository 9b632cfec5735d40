"""The options that say what a command is about."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

import click

from generator.reading.project import CONTENT_FOLDER
from generator.reading.project_folders import Project, base_folder

BASE_HELP: Final = "The base's folder, where content/ lies.  [default: here, or else the installed one]"

_Command = TypeVar("_Command", bound=Callable[..., None])


def _folder(name: str, help_text: str) -> Callable[[_Command], _Command]:
    return click.option(name, type=click.Path(exists=True, file_okay=False, path_type=Path), help=help_text)


def project_options(command: _Command) -> _Command:
    """Give a command the options that say what it is about."""
    with_brand = _folder("--brand", "A clinic's folder, where clinic.yml lies: its copy instead of the base.")(command)
    return _folder("--project", "The project's folder, where content/ lies.  [default: here]")(with_brand)


def find_project(base: Path | None, clinic: Path | None) -> Project:
    """Find what a command is about. A clinic's copy is of what is here, or else of the base that was installed."""
    return Project(base or Path()) if clinic is None else Project(find_base(base), clinic, clinic.as_posix())


def find_base(base: Path | None) -> Path:
    """Find the base of a clinic's copy: what is named, what is here, or else what was installed."""
    if base is not None:
        return base
    return Path() if (Path() / CONTENT_FOLDER).is_dir() else base_folder()
