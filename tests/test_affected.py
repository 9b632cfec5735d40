"""`selfcare check --since` tells of what changed and of what depends on it, and of nothing else."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.authoring.affected import affected_files
from generator.cli import main
from generator.pipeline import check_project
from tests.in_git import commit, git
from tests.projects import TODAY, write_project
from tests.things import caution

BALL = "content/tools/ball.yml"
RUB = "content/techniques/arch-rub.yml"
FOOT = "content/anatomy/foot.yml"
SORE = "content/cautions/sore.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    project = write_project(tmp_path, caution("sore", "care", ["massage"], areas=["foot"]))
    git(project, "init", "-q", "-b", "main")
    commit(project)
    return project


def affected(root: Path, *changed: str) -> frozenset[str]:
    return affected_files(check_project(root, TODAY).catalogue, changed)


def check(root: Path, since: str = "HEAD") -> Result:
    return CliRunner().invoke(main, ["check", "--since", since, "--project", str(root), "--today", "2026-11-20"])


def spoil(root: Path, path: str) -> None:
    (root / path).write_text((root / path).read_text(encoding="utf-8") + "zz: 1\n", encoding="utf-8")


def test_what_names_a_changed_thing_is_affected(root: Path) -> None:
    found = affected(root, BALL)
    assert {BALL, RUB} <= found
    assert FOOT not in found


def test_what_a_changed_caution_reaches_is_affected(root: Path) -> None:
    assert RUB in affected(root, SORE)


def test_what_cites_is_affected_by_the_sources(root: Path) -> None:
    found = affected(root, "references.bib")
    assert RUB in found
    assert FOOT not in found


@pytest.mark.parametrize("path", ["settings.yml", "content/countries/gb.yml"])
def test_what_all_pages_rest_on_affects_all(root: Path, path: str) -> None:
    assert {BALL, RUB, FOOT, "references.bib"} <= affected(root, path)


def test_a_fault_that_was_there_before_is_not_told(root: Path) -> None:
    spoil(root, FOOT)
    commit(root)
    spoil(root, "content/studies/smith2020.yml")
    result = check(root)
    assert result.exit_code == 1
    assert "content/studies/smith2020.yml" in result.output
    assert FOOT not in result.output


def test_a_file_that_git_does_not_know_yet_is_checked(root: Path) -> None:
    (root / "content/tools/new.yml").write_text("id: new\n", encoding="utf-8")
    assert "content/tools/new.yml:1:1: error" in check(root).output


def test_a_fault_in_what_depends_on_a_change_is_told(root: Path) -> None:
    (root / BALL).unlink()
    result = check(root)
    assert f"{RUB}:" in result.output
    assert "There is nothing with the id “ball”." in result.output


def test_a_commit_that_git_does_not_know_is_told(root: Path) -> None:
    assert "git knows no commit or branch “nowhere” here." in check(root, "nowhere").output
