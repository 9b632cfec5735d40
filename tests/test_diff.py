"""`selfcare diff` tells what a change means for readers, safety first."""

from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.in_git import commit, git, put_into_git
from tests.projects import write_project
from tests.things import caution, thing

RUB: Final = "content/techniques/arch-rub.yml"
CLOT: Final = caution(
    "clot", "absolute", ["massage"], red_flags=[{"sign": "Your calf is hot.", "urgency": "emergency"}]
)
FEET: Final = caution("sore", "care", ["massage"], areas=["foot"])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return put_into_git(write_project(tmp_path, {**CLOT, **FEET}))


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def diff(root: Path, base: str = "HEAD") -> str:
    result = CliRunner().invoke(main, ["diff", base, "--project", str(root)])
    assert result.exit_code == 0, result.output
    return result.output


def test_where_nothing_changed_that_is_told(root: Path) -> None:
    assert diff(root) == "Nothing changed for readers.\n"


def test_a_changed_page_is_told_with_how_hard_it_was_and_is_to_read(root: Path) -> None:
    change(root, RUB, "summary: ", "summary: Extraordinarily comprehensive considerations notwithstanding. ")
    assert "## Pages changed\n\n- Arch rub, `content/techniques/arch-rub.yml`: readability " in diff(root)
    assert " → " in diff(root)


def test_a_new_page_is_told(root: Path) -> None:
    for path, text in thing("techniques", "heel-rub", cautions=["clot"]).items():
        (root / path).write_text(str(text), encoding="utf-8")
    assert "## Pages added\n\n- Heel rub, `content/techniques/heel-rub.yml`: readability " in diff(root)


def test_a_caution_that_no_longer_reaches_a_page_comes_first(root: Path) -> None:
    change(root, "content/cautions/sore.yml", "massage", "heat")
    told = diff(root)
    assert told.startswith("## ⚠ Cautions lost\n\n- ")
    assert "`sore`, no longer reaches: " in told.splitlines()[2]
    assert "arch-rub" in told.splitlines()[2]


def test_a_changed_sign_of_an_emergency_is_told_before_pages(root: Path) -> None:
    change(root, "content/cautions/clot.yml", "calf is hot.", "calf is hot and red.")
    told = diff(root)
    assert told.startswith("## ⚠ Emergency cards\n\n- Clot: no longer says “Your calf is hot.” (emergency)\n")
    assert "- Clot: now says “Your calf is hot and red.” (emergency)\n" in told


def test_a_caution_that_reaches_more_is_told_as_gained(root: Path) -> None:
    change(root, "content/cautions/sore.yml", "massage", "heat")
    commit(root)
    change(root, "content/cautions/sore.yml", "heat", "massage")
    assert "## Cautions gained" in diff(root)
    assert "lost" not in diff(root)


def test_claims_are_told_with_how_sure_they_are(root: Path) -> None:
    change(root, RUB, "    sources: [smith2020]\n    certainty: low\n    applies: direct", "    basis: practice")
    change(root, RUB, "It may ease an ache [@smith2020].", "Many people find that it eases an ache.")
    told = diff(root)
    assert "- Arch rub: new, custom only: “Many people find that it eases an ache.”\n" in told
    assert "- Arch rub: gone, low certainty, smith2020: “It may ease an ache [@smith2020].”\n" in told


def test_a_new_source_is_told(root: Path) -> None:
    path = root / "references.bib"
    path.write_text(
        path.read_text(encoding="utf-8") + "\n@article{new2024, title = {T}, year = {2024}}\n", encoding="utf-8"
    )
    assert "## Sources\n\n- new: `new2024`, which no page cites\n" in diff(root)


def test_a_base_that_git_does_not_know_is_told(root: Path) -> None:
    result = CliRunner().invoke(main, ["diff", "nowhere", "--project", str(root)])
    assert (result.exit_code, "git knows no commit or branch “nowhere” here." in result.output) == (1, True)


def test_errors_are_told_before_anything_is_compared(root: Path) -> None:
    (root / RUB).write_text("id: arch-rub\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["diff", "HEAD", "--project", str(root)])
    assert (result.exit_code, "Mend the errors first" in result.output) == (1, True)


def test_a_page_that_moved_is_told_once(root: Path) -> None:
    (root / "addresses.txt").write_text("techniques/arch-rub\n", encoding="utf-8")
    (root / RUB).rename(root / "content/techniques/sole-rub.yml")
    assert CliRunner().invoke(main, ["fix", "--yes", "--project", str(root)]).exit_code == 0
    assert diff(root) == "## Pages moved\n\n- Arch rub: `techniques/arch-rub/` → `techniques/sole-rub/`\n"


def test_a_caution_that_a_moved_page_lost_comes_first(root: Path) -> None:
    (root / "addresses.txt").write_text("techniques/arch-rub\n", encoding="utf-8")
    (root / RUB).rename(root / "content/techniques/sole-rub.yml")
    CliRunner().invoke(main, ["fix", "--yes", "--project", str(root)])
    change(root, "content/cautions/sore.yml", "massage", "stretch")
    first, _, lost = diff(root).partition("\n\n")
    assert first == "## ⚠ Cautions lost"
    assert "sole-rub" in lost.splitlines()[0]


def test_a_branch_that_is_only_at_its_origin_is_found(root: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(root, "branch", "-M", "trunk")
    git(tmp_path, "clone", "--quiet", str(root), str(clone))
    git(clone, "checkout", "--quiet", "-b", "mine")
    git(clone, "branch", "--quiet", "-D", "trunk")
    result = CliRunner().invoke(main, ["diff", "trunk", "--project", str(clone)])
    assert result.output == "Nothing changed for readers.\n"
