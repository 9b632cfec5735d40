"""Tiny real projects: the sound one in base_project/, and what a test changes in it."""

from collections.abc import Mapping
from contextlib import chdir
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from click.testing import CliRunner

from generator.cli import main
from generator.diagnostics import Diagnostic
from generator.pipeline import check_project
from generator.reading.project_folders import Project

BASE: Final = Path(__file__).parent / "base_project"
TODAY: Final = date(2026, 11, 20)
CLINIC_FOLDER: Final = "clinic"

Files = Mapping[str, str | bytes | None]
Edits = Mapping[str, Mapping[str, str]]


@cache
def base_files() -> Mapping[str, str]:
    """Read the sound project, once: one thing of each kind, and one source."""
    paths = [path for path in sorted(BASE.rglob("*")) if path.is_file()]
    return {path.relative_to(BASE).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def edited(edits: Edits) -> dict[str, str]:
    """Replace words in files of the sound project; each must stand there exactly once."""
    base = base_files()
    changed = {}
    for path, replacements in edits.items():
        text = base[path]
        for old, new in replacements.items():
            assert text.count(old) == 1, f"“{old}” stands {text.count(old)} times in {path}"
            text = text.replace(old, new)
        changed[path] = text
    return changed


def write_project(root: Path, files: Files, *, base: bool = True) -> Path:
    """Write files below `root`, over the sound project unless told otherwise; None leaves a file out."""
    everything: Files = {**(base_files() if base else {}), **files}
    for name, content in everything.items():
        if content is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


CLINIC: Final = """\
name: Hillside
url: https://hillside.example/
country: gb
written_by: A nurse
"""
"""The least that a clinic says of itself."""

SIGNED: Final = "reviewed: 2026-11-01\nreview_due: 2028-11-01\n"


def write_clinic(root: Path, files: Files) -> Path:
    """Write a clinic's folder into a project, over the least that one has; None leaves a file out."""
    everything: Files = {"clinic.yml": CLINIC, **files}
    write_project(root / CLINIC_FOLDER, everything, base=False)
    return root


def copy_of(root: Path) -> Project:
    """Name the copy of the clinic whose folder lies in a project."""
    return Project(root, root / CLINIC_FOLDER, CLINIC_FOLDER)


def diagnostics_of(root: Path) -> tuple[Diagnostic, ...]:
    """Check a project, or the copy of the clinic in it, in order of file and line."""
    project = copy_of(root) if (root / CLINIC_FOLDER).is_dir() else Project(root)
    return check_project(project, TODAY).report.diagnostics


def told(root: Path) -> list[tuple[str, str]]:
    """Check a project and give the place and the code of each diagnostic, which is what most tests look at."""
    return [(str(diagnostic.location), diagnostic.code.name) for diagnostic in diagnostics_of(root)]


@dataclass(frozen=True)
class Printed:
    """What the command printed, and the code it ended with."""

    exit_code: int
    output: str


def run_check(root: Path, *options: str) -> Printed:
    """Run `selfcare check` on a project, on the day that all these tests live in."""
    brand = ["--brand", CLINIC_FOLDER] if (root / CLINIC_FOLDER).is_dir() else []
    arguments = ["check", "--project", str(root), *brand, "--today", TODAY.isoformat(), *options]
    with chdir(root):
        result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return Printed(result.exit_code, result.output)
