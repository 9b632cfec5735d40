"""Workflow files of GitHub: YAML with the commands that they are for, which do what they are there for."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from tests.in_git import commit, git, put_into_git
from tests.projects import write_project
from tests.shown_pages import ROOT

CLINICS: Final = yaml.safe_load((ROOT / ".github/workflows/clinics.yml").read_text(encoding="utf-8"))
REVIEW: Final = yaml.safe_load((ROOT / ".github/workflows/pull-request.yml").read_text(encoding="utf-8"))
STEPS: Final[list[dict[str, Any]]] = REVIEW["jobs"]["review"]["steps"]
OURS: Final = [step for step in STEPS if step.get("run", "").startswith("selfcare ")]

RUB: Final = "content/techniques/arch-rub.yml"


def test_each_machine_builds_its_shard_of_the_clinics() -> None:
    job = CLINICS["jobs"]["build"]
    commands = [step["run"] for step in job["steps"] if "run" in step]
    assert job["strategy"]["matrix"] == {"shard": [1, 2]}
    assert commands[-1] == (
        "selfcare build --brands brands --out sites --shard ${{ matrix.shard }}/${{ strategy.job-total }}"
    )


def test_a_fault_of_one_clinic_does_not_stop_other_machines() -> None:
    assert CLINICS["jobs"]["build"]["strategy"]["fail-fast"] is False


def proposed(root: Path, changes: Mapping[str, str]) -> Path:
    """Put a project into git, and propose changes of one technique beside what `origin/main` has."""
    put_into_git(root)
    git(root, "update-ref", "refs/remotes/origin/main", "HEAD")
    text = (root / RUB).read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    (root / RUB).write_text(text, encoding="utf-8")
    commit(root)
    return root


def run(root: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Run a step as GitHub does (bash -e), without what hands the outcome to another service."""
    env = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "BASE": "origin/main",
        "GITHUB_STEP_SUMMARY": str(root / "told.md"),
    }
    alone = script.partition(" | reviewdog ")[0]
    return subprocess.run(["bash", "-ec", alone], cwd=root, env=env, capture_output=True, text=True, check=False)


def step(words: str) -> str:
    (found,) = [one["run"] for one in OURS if words in one["run"]]
    return str(found)


@pytest.fixture(scope="module")
def unsound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Propose to lose a caution, and to use a tool that is not there."""
    changes = {"cautions: [stop-if-pain]": "no_cautions_because: It is gentle.", "tools: [ball]": "tools: [bal]"}
    return proposed(write_project(tmp_path_factory.mktemp("unsound"), {}), changes)


def test_the_very_lines_are_marked_and_the_check_fails(unsound: Path) -> None:
    marked = run(unsound, step("--format github"))
    assert marked.returncode == 1
    assert f"::error file={RUB},line=8,col=9" in marked.stdout


def test_the_word_that_was_meant_is_offered(unsound: Path) -> None:
    (found,) = json.loads(run(unsound, step("--format rdjson")).stdout)["diagnostics"]
    assert found["suggestions"][0]["text"] == "ball"


def test_the_faults_are_listed_and_that_step_never_fails(unsound: Path) -> None:
    listed = run(unsound, step("--format sarif"))
    assert listed.returncode == 0
    (faults,) = json.loads((unsound / "faults.sarif").read_text(encoding="utf-8"))["runs"]
    assert [one["ruleId"] for one in faults["results"]] == ["unknown-id"]


def summary_of(root: Path) -> str:
    told = run(root, step("selfcare diff"))
    assert told.returncode == 0, told.stderr
    summary = (root / "summary.md").read_text(encoding="utf-8")
    assert summary == (root / "told.md").read_text(encoding="utf-8")
    return summary


def test_with_a_fault_the_summary_says_what_to_mend_first(unsound: Path) -> None:
    assert f"{RUB}:8:9: There is nothing with the id “bal”. Mend the errors first" in summary_of(unsound)
    (found,) = [one for one in OURS if one["run"] == step("selfcare diff")]
    assert found["if"] == "always()"


def test_a_lost_caution_is_told_first(tmp_path: Path) -> None:
    changes = {"cautions: [stop-if-pain]": "no_cautions_because: It is gentle.", "tools: [ball]\n": ""}
    root = proposed(write_project(tmp_path, {}), {**changes, "Stroke along the": "Stroke softly along the"})
    caution = root / "content/cautions/stop-if-pain.yml"
    caution.write_text(caution.read_text(encoding="utf-8").replace("[massage", "[heat"), encoding="utf-8")
    assert summary_of(root).startswith("## ⚠ Cautions lost\n\n- Stop if it hurts (care), `stop-if-pain`, no longer")


def test_a_sound_change_passes_every_step(tmp_path: Path) -> None:
    run(write_project(tmp_path, {}), step("selfcare schema").removesuffix(" --check"))
    root = proposed(tmp_path, {"Stroke along the": "Stroke softly along the"})
    quick = [one["run"] for one in OURS if one["run"] != "selfcare build"]
    assert len(quick) == 5
    outcomes = [run(root, script) for script in quick]
    assert [one.returncode for one in outcomes] == [0] * 5, [one.stdout + one.stderr for one in outcomes]
