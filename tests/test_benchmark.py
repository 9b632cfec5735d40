"""The synthetic content of the benchmark is sound, always the same, and as dense as the real one. Nothing is timed."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from benchmarks.builds import Build, Pictures, build_ours
from benchmarks.copies import apportion
from benchmarks.density import ALL, MEASURES, Density, measure_density
from benchmarks.goals import LARGE, MEDIUM, Size, judge
from benchmarks.pictures import Drawn
from benchmarks.processes import measure
from benchmarks.report import write_report
from benchmarks.stages import RENDER, STAGES
from benchmarks.synthetic import make_project
from generator.diagnostics import Severity
from generator.pipeline import Checked, check_project
from tests.projects import base_files
from tests.whole_projects import write_whole_project

REAL: Final = Path(__file__).parent.parent
THINGS: Final = 210
TOLERANCE: Final = 0.25


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("synthetic")
    make_project(REAL, THINGS, root)
    return root


@cache
def density_of(root: Path) -> Mapping[str, Density]:
    """Measure a project once: no test changes it."""
    return measure_density(root)


def files_of(root: Path) -> Mapping[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def faults_of(checked: Checked) -> list[str]:
    """Leave out notices: a review that has become due is due in every copy."""
    return [str(found) for found in checked.report.diagnostics if found.severity is not Severity.NOTICE]


def test_the_synthetic_content_passes_the_check(synthetic: Path) -> None:
    checked = check_project(synthetic)
    assert faults_of(checked) == []
    assert len(checked.catalogue.records) == THINGS


def test_content_larger_than_the_real_passes_the_check(tmp_path: Path) -> None:
    make_project(REAL, 400, tmp_path)
    checked = check_project(tmp_path)
    assert faults_of(checked) == []
    assert len(checked.catalogue.records) == 400


def test_the_same_seed_gives_the_same_bytes(synthetic: Path, tmp_path: Path) -> None:
    script = "import sys, pathlib; from benchmarks.synthetic import make_project\n"
    script += f"make_project(pathlib.Path(sys.argv[1]), {THINGS}, pathlib.Path(sys.argv[2]))"
    other_hashes = {**os.environ, "PYTHONHASHSEED": "1"}
    subprocess.run([sys.executable, "-c", script, str(REAL), str(tmp_path)], check=True, env=other_hashes, cwd=REAL)
    assert files_of(tmp_path) == files_of(synthetic)


def test_another_seed_gives_other_names(synthetic: Path, tmp_path: Path) -> None:
    make_project(REAL, THINGS, tmp_path, seed=1)
    assert files_of(tmp_path).keys() != files_of(synthetic).keys()


@pytest.mark.parametrize("name", MEASURES)
def test_the_synthetic_content_is_as_dense_as_the_real(name: str, synthetic: Path) -> None:
    real = getattr(density_of(REAL)[ALL], name)
    assert getattr(density_of(synthetic)[ALL], name) == pytest.approx(real, rel=TOLERANCE)


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Build, Mapping[str, float], Pictures]:
    return build_ours(write_whole_project(tmp_path_factory.mktemp("built")), 1)


def test_every_stage_of_a_build_is_clocked(measured: tuple[Build, Mapping[str, float], Pictures]) -> None:
    built, stages, _ = measured
    assert built.pages > len(base_files())
    assert built.median_page <= built.largest_page
    assert list(stages) == list(STAGES)
    assert all(seconds > 0 for seconds in stages.values())


def test_every_picture_of_a_build_is_clocked(measured: tuple[Build, Mapping[str, float], Pictures]) -> None:
    _, stages, pictures = measured
    assert pictures.drawn.count > 1
    assert pictures.drawn.mean <= pictures.drawn.slowest < pictures.drawn.seconds
    assert pictures.drawn.seconds < pictures.rendering == stages[RENDER]


def test_kinds_keep_their_proportions() -> None:
    assert apportion({"many": 70, "some": 25, "few": 1}, 9) == {"many": 6, "some": 2, "few": 1}
    assert sum(apportion({"many": 37, "some": 17, "few": 2}, 1000).values()) == 1000


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    script = "import sys; print('this is why', file=sys.stderr); sys.exit(3)"
    with pytest.raises(RuntimeError, match=r"(?s)ended with 3.*this is why"):
        measure([sys.executable, "-c", script], tmp_path)


def test_memory_counts_the_children_of_a_command(tmp_path: Path) -> None:
    hungry = "x = bytearray(200_000_000)"
    script = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hungry!r}], check=True)"
    measured = measure([sys.executable, "-c", script], tmp_path)
    assert 200_000_000 < measured.peak_bytes < 1_000_000_000


def a_size(things: int, seconds: float) -> Size:
    ours = Build(seconds, peak_bytes=200e6, pages=2 * things, median_page=20_000, largest_page=30_000)
    pictures = Pictures(Drawn(count=200, seconds=0.05, slowest=0.002), rendering=0.1)
    return Size(things, ours, dict.fromkeys(STAGES, 0.1), pictures, replace(ours, seconds=3 * seconds), None)


def test_the_goals_are_judged_by_the_figures() -> None:
    good = {MEDIUM: a_size(MEDIUM, 10), LARGE: a_size(LARGE, 37)}
    assert [outcome.reached for outcome in judge(good)] == [True] * 6
    slow = {MEDIUM: a_size(MEDIUM, 3), LARGE: a_size(LARGE, 16)}
    assert [outcome.figure for outcome in judge(slow)] == [
        "0.30 s",
        "20.0%",
        "3.0 times",
        "1.78 times",
        "30.0 KB",
        "200 MB",
    ]
    assert [outcome.reached for outcome in judge(slow)] == [True, False, True, False, True, True]


def test_what_was_not_measured_is_not_judged() -> None:
    small = {THINGS: replace(a_size(THINGS, 2), stock=None)}
    assert [outcome.reached for outcome in judge(small)] == [None, None, None, None, True, None]


def test_the_page_names_no_path_of_this_machine() -> None:
    density = density_of(REAL)
    page = write_report({THINGS: a_size(THINGS, 2)}, density, density, runs=3, often=1000)
    assert page.startswith("# How fast it is\n")
    assert str(REAL) not in page
    assert str(Path.home()) not in page


def test_the_page_sets_the_pictures_against_the_rendering_that_they_are_a_part_of() -> None:
    density = density_of(REAL)
    page = write_report({THINGS: a_size(THINGS, 2)}, density, density, runs=3, often=1000)
    assert "| 210 | 200 | 0.25 | 2.0 | 8.0 times | 4,000 | 0.05 | 0.10 | 50% |" in page
