"""The order in which files are read changes nothing in the report."""

import random
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import checking
from generator.diagnostics import Report
from generator.model import build_catalogue
from generator.reading import Content, read_content
from tests.projects import TODAY, base_files, edited, write_project

FAULTY = {
    **edited(
        {
            "content/anatomy/foot.yml": {"name: Foot": "name: Arch rub"},
            "content/tools/ball.yml": {"name: Ball": "name: Arch rub", "Roll it": "Roll [[nil]] [@nobody]"},
            "content/techniques/arch-rub.yml": {"tools: [ball]": "tools: [bal]", "time: 2 min": "time: soon"},
            "content/routines/foot-routine.yml": {"tool: ball": "tool: foot"},
        }
    ),
    "content/exercises/ball.yml": base_files()["content/exercises/toe-stretch.yml"].replace("toe-stretch", "ball"),
    "content/tools/foot.yml": base_files()["content/tools/ball.yml"].replace("id: ball", "id: foot"),
    "content/cautions/keep-off.yml": base_files()["content/cautions/stop-if-pain.yml"]
    .replace("id: stop-if-pain", "id: keep-off")
    .replace("level: care", "level: local\nareas: [foot]"),
}


@cache
def faulty_content() -> Content:
    with TemporaryDirectory() as folder:
        return read_content(write_project(Path(folder), FAULTY))[0]


def report_of(content: Content) -> Report:
    catalogue, unfit = build_catalogue(content)
    return Report.of((*unfit, *checking.check(catalogue, TODAY)))


def test_the_faulty_project_has_faults_of_many_sorts() -> None:
    assert {diagnostic.code.name for diagnostic in report_of(faulty_content()).diagnostics} >= {
        *("duplicate-id", "duplicate-name", "unknown-id", "unknown-citation-key", "wrong-value", "cautioned-area")
    }


@given(seed=st.integers())
@settings(max_examples=50, deadline=None)
def test_files_in_any_order_give_the_same_report(seed: int) -> None:
    content = faulty_content()
    documents = list(content.documents)
    random.Random(seed).shuffle(documents)  # noqa: S311 (nothing secret)
    assert report_of(replace(content, documents=tuple(documents))) == report_of(content)
