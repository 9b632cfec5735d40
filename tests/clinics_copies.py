"""A clinic's copy of a tiny project, rendered: what its pages say, and what they do not."""

from collections.abc import Mapping
from pathlib import Path

from generator.diagnostics import Severity
from generator.model import Catalogue
from generator.pipeline import check_project, render_project
from tests.projects import TODAY, Files, copy_of, write_clinic, write_project


def copy_catalogue(root: Path, clinic: Files, files: Files | None = None) -> Catalogue:
    """Write a clinic's folder into the sound project and read its copy, which has no fault."""
    write_clinic(write_project(root, files or {}), clinic)
    checked = check_project(copy_of(root), TODAY)
    assert [str(one) for one in checked.report.diagnostics if one.severity is not Severity.NOTICE] == []
    return checked.catalogue


def copy_pages(root: Path, clinic: Files, files: Files | None = None) -> Mapping[str, str]:
    """Render the copy: the content of each file by its path."""
    return {file.path: file.content for file in render_project(copy_catalogue(root, clinic, files))}
