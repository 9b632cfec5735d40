"""A build gives the whole new site or leaves the whole old one, and says which by its exit code."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import edited, write_project
from tests.whole_projects import BIN, LOG, environment, hashes, run, run_forked

BUILDS = [("selfcare", "build"), ("mkdocs", "build", "--strict")]
BROKEN = edited({"content/tools/ball.yml": {"cautions: [stop-if-pain]": "cautions: [stop]"}})


@pytest.mark.parametrize("command", BUILDS, ids=["selfcare", "mkdocs"])
def test_an_error_in_the_content_fails_the_build(whole_project: Path, command: tuple[str, ...]) -> None:
    write_project(whole_project, BROKEN, base=False)
    ended = run(whole_project, *command)
    assert ended.code == 1
    assert "content/tools/ball.yml:7:12: There is nothing with the id “stop”." in ended.output
    assert "Traceback" not in ended.output


def test_a_fault_in_the_built_site_fails_the_build(whole_project: Path) -> None:
    overrides = whole_project / "site_overrides/main.html"
    overrides.write_text(
        overrides.read_text().replace(
            "{% block extrahead %}", '{% block extrahead %}<script src="//e.example/x.js"></script>'
        )
    )
    ended = run_forked(whole_project, "mkdocs", "build", "--strict")
    assert ended.code == 1
    assert "[other-host]" in ended.output
    assert not (whole_project / "site").exists()


@pytest.mark.parametrize("picture", ["![x](https://e.example/x.png)", "![x][y]\n\n[y]: //e.example/x.png"])
def test_a_picture_from_another_host_in_a_guide_fails_the_build(whole_project: Path, picture: str) -> None:
    guide = edited({"content/guides/first-steps.md": {"## Begin gently": f"{picture}\n\n## Begin gently"}})
    ended = run_forked(write_project(whole_project, guide, base=False), "selfcare", "build")
    assert ended.code == 1
    assert "content/guides/first-steps.md" in ended.output


def test_a_build_that_fails_leaves_the_earlier_site(built_project: Path) -> None:
    before = hashes(built_project / "site")
    write_project(built_project, BROKEN, base=False)
    assert run_forked(built_project, "selfcare", "build").code == 1
    assert hashes(built_project / "site") == before


def test_a_build_that_fails_leaves_nothing_half_built(whole_project: Path) -> None:
    before = {path.name for path in whole_project.iterdir()}
    write_project(whole_project, BROKEN, base=False)
    run_forked(whole_project, "selfcare", "build")
    assert {path.name for path in whole_project.iterdir()} - before <= {"build"}


KILLED = """
import os, signal
from generator import {module}
def killed(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)
{module}.{function} = killed
from generator.cli import main
main(["build"])
"""


@pytest.mark.parametrize(
    ("module", "function"),
    [("pipeline", "write_manifest"), ("mkdocs_trigger", "swap_in")],
)
def test_a_build_that_is_killed_leaves_the_earlier_site(built_project: Path, module: str, function: str) -> None:
    before = hashes(built_project / "site")
    write_project(built_project, edited({"content/tools/ball.yml": {"Roll it slowly.": "Roll it softly."}}), base=False)
    program = KILLED.format(module=module, function=function)
    killed = subprocess.run([sys.executable, "-c", program], cwd=built_project, env=environment(), check=False)
    assert killed.returncode == -signal.SIGKILL
    assert hashes(built_project / "site") == before
    assert run_forked(built_project, "selfcare", "build").code == 0
    assert "softly" in (built_project / "site/tools/ball/index.html").read_text()
    assert not (built_project / ".site.next").exists()


def test_a_build_replaces_the_earlier_site_whole(built_project: Path) -> None:
    (built_project / "site/stray.html").write_text("stray")
    (built_project / "content/questions/foot-questions.md").unlink()
    assert run_forked(built_project, "selfcare", "build").code == 0
    assert not (built_project / "site/stray.html").exists()
    assert not (built_project / "site/questions/foot-questions").exists()


def test_a_build_can_go_to_another_folder(whole_project: Path) -> None:
    assert run_forked(whole_project, "selfcare", "build", "--out", "elsewhere").code == 0
    assert (whole_project / "elsewhere/index.html").is_file()
    assert not (whole_project / "site").exists()


@pytest.mark.parametrize("command", BUILDS, ids=["selfcare", "mkdocs"])
def test_another_build_is_the_same_to_the_byte(
    whole_project: Path, small_project: Path, command: tuple[str, ...]
) -> None:
    assert run(whole_project, *command).code == 0
    assert (whole_project / "site/techniques/arch-rub/index.html").is_file()
    assert hashes(whole_project / "site") == hashes(small_project / "site")


def test_a_project_can_be_built_from_elsewhere(whole_project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert run_forked(elsewhere, "selfcare", "build", "--project", str(whole_project)).code == 0
    assert (whole_project / "site/index.html").is_file()
    assert list(elsewhere.iterdir()) == []


def test_the_advertisements_of_the_engine_do_not_show(small_project: Path) -> None:
    output = (small_project / LOG).read_text(encoding="utf-8")
    assert "Documentation built" in output
    assert "MkDocs 2.0" not in output
    assert "Zensical" not in output


def test_a_project_without_settings_is_told_in_words(tmp_path: Path) -> None:
    ended = run_forked(write_project(tmp_path, {}), "selfcare", "build")
    assert ended.code == 1
    assert "Traceback" not in ended.output


def test_a_site_built_for_a_folder_can_be_verified_later(whole_project: Path) -> None:
    settings = whole_project / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("https://selfcare-guides.example/", "https://e.example/guides/"))
    assert run_forked(whole_project, "selfcare", "build").code == 0
    ended = run_forked(whole_project, "selfcare", "verify", "site")
    assert (ended.code, ended.output) == (0, "No faults found.\n")


def test_verifying_finds_what_went_missing(built_project: Path) -> None:
    (built_project / "site/tools/ball/index.html").unlink()
    ended = run_forked(built_project, "selfcare", "verify", "site")
    assert ended.code == 1
    assert "The page /tools/ball/ was generated but not built. [page-not-built]" in ended.output


def test_verifying_before_anything_was_generated_is_told_in_words(whole_project: Path) -> None:
    (whole_project / "site").mkdir()
    ended = run_forked(whole_project, "selfcare", "verify", "site")
    assert ended.code != 0
    assert "Traceback" not in ended.output


def test_the_commands_are_there() -> None:
    assert (BIN / "selfcare").is_file()
