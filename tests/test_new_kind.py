"""A new kind of content is one module in model/kinds/, one template and its files: nothing else changes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.projects import TODAY, write_project

GENERATOR: Final = Path(__file__).parent.parent / "generator"

MODULE: Final = '''
"""Teas: something warm to drink afterwards."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.fields import RefersTo, Seconds, Text, ThingId
from generator.model.thing import Kind, Thing


class Tea(Thing):
    """One tea."""

    kind: ClassVar = Kind(folder="teas", singular="tea", plural="teas", title="Teas", lead="To drink.", place=200)

    steeps: Seconds = Field(description="How long it steeps.")
    taste: Text = Field(description="What it tastes like.")
    goes_with: Annotated[ThingId, RefersTo(("routines",), "{} to go with it")] | None = Field(
        None, description="The routine that it goes with."
    )
'''
TEMPLATE: Final = '{% extends "thing.md.j2" %}\n{% block content %}{{ text(thing.taste) }}\n{% endblock %}\n'
TEA: Final = """\
id: mint
name: Mint tea
summary: A cup of mint tea.
reviewed: 2026-11-01
review_due: 2028-11-01
steeps: 5 min
taste: Of mint, see [@smith2020].
goes_with: foot-routine
"""


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """Copy the package, add a kind to it, and write a project beside it."""
    package = shutil.copytree(GENERATOR, tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__", ".*"))
    (package / "model/kinds/tea.py").write_text(MODULE.lstrip(), encoding="utf-8")
    (package / "templates/tea.md.j2").write_text(TEMPLATE, encoding="utf-8")
    return tmp_path


def selfcare(world: Path, command: str, tea: str) -> subprocess.CompletedProcess[str]:
    project = write_project(world / "project", {"content/teas/mint.yml": tea})
    call = [sys.executable, "-c", "from generator.cli import main; main()", command, "--project", str(project)]
    return subprocess.run(
        [*call, "--today", TODAY.isoformat()],
        cwd=world,
        env={**os.environ, "PYTHONPATH": str(world)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_thing_of_a_new_kind_is_checked_like_any_other(world: Path) -> None:
    faulty = TEA.replace("5 min", "5 mins").replace("foot-routine", "ball").replace("[@smith2020]", "[[nil]]")
    result = selfcare(world, "check", faulty.replace("taste:", "tatse:"))
    places = [
        line.split(": ")[0] + line[line.rindex(" [") :] for line in result.stdout.splitlines() if ": error" in line
    ]
    assert places == [
        "content/teas/mint.yml:6:9 [wrong-value]",
        "content/teas/mint.yml:7:1 [unknown-field]",
        "content/teas/mint.yml:8:12 [wrong-kind]",
    ]


def test_a_thing_of_a_new_kind_gets_its_page_its_index_its_back_link_and_its_line_in_the_handbook(world: Path) -> None:
    result = selfcare(world, "generate", TEA)
    assert (result.returncode, result.stderr) == (0, "")
    docs = world / "project/build/docs"
    assert "Of mint" in (docs / "teas/mint.md").read_text(encoding="utf-8")
    assert "Mint tea" in (docs / "teas/index.md").read_text(encoding="utf-8")
    assert "Teas to go with it" in (docs / "routines/foot-routine.md").read_text(encoding="utf-8")
    assert "How long it steeps." in (docs / "handbook/fields/teas.md").read_text(encoding="utf-8")
