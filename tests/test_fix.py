"""`selfcare fix` repairs what is safe to repair, keeps comments, and changes no meaning."""

import re
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.fix import repair_text
from generator.cli import main
from generator.model.kinds.technique import Technique
from generator.pipeline import check_project, generate_project
from generator.reading.source_file import SourceFile
from generator.reading.yaml_data import read_yaml
from tests.projects import TODAY, base_files, run_check, write_project

RUB: Final = "content/techniques/arch-rub.yml"


def fix(root: Path, *more: str, answer: str = "y\n") -> Result:
    return CliRunner().invoke(main, ["fix", "--project", str(root), *more], input=answer)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write the sound project, in which nothing is left to repair."""
    project = write_project(tmp_path, {"addresses.txt": "techniques/arch-rub\n"})
    assert fix(project, "--yes").exit_code == 0
    return project


def rub(root: Path) -> str:
    return (root / RUB).read_text(encoding="utf-8")


def write_rub(root: Path, text: str) -> None:
    (root / RUB).write_text(text, encoding="utf-8")


def test_a_repaired_project_has_nothing_to_repair(root: Path) -> None:
    assert fix(root).output == "There is nothing to repair.\n"


def test_fields_go_into_the_order_of_their_kind_with_their_comments(root: Path) -> None:
    before = rub(root)
    name = next(line for line in before.splitlines(keepends=True) if line.startswith("name:"))
    write_rub(root, before.replace(name, "") + f"# What it is called.\n{name}")
    fix(root)
    assert rub(root) == before.replace(name, f"# What it is called.\n{name}")


def test_spaces_at_the_ends_of_lines_go(root: Path) -> None:
    before = rub(root)
    write_rub(root, before.replace("\n", "  \n", 3) + "\n\n")
    fix(root)
    assert rub(root) == before


def test_a_renamed_file_takes_its_id_and_all_that_names_it_along(root: Path) -> None:
    named_before = _places_of(root, "arch-rub")
    (root / "moved.yml").write_text("# Where pages went.\n{}\n", encoding="utf-8")
    (root / RUB).rename(root / "content/techniques/sole-rub.yml")
    assert fix(root).exit_code == 0
    assert named_before
    assert _places_of(root, "sole-rub") == named_before
    assert (root / "moved.yml").read_text(encoding="utf-8") == (
        "# Where pages went.\ntechniques/arch-rub: techniques/sole-rub\n"
    )
    assert not check_project(root, TODAY).report.has_errors


def test_a_line_about_a_longer_id_does_not_stand_for_a_shorter_one(root: Path) -> None:
    (root / "moved.yml").write_text("techniques/arch-rub-old: tools/ball\n", encoding="utf-8")
    (root / RUB).rename(root / "content/techniques/sole-rub.yml")
    fix(root)
    told = (root / "moved.yml").read_text(encoding="utf-8")
    assert told == "techniques/arch-rub-old: tools/ball\ntechniques/arch-rub: techniques/sole-rub\n"


def _places_of(root: Path, thing_id: str) -> list[str]:
    records = check_project(root, TODAY).catalogue.all_records()
    found = [one for record in records for one in record.links if one.target == thing_id]
    return sorted(f"{one.where.path}:{one.where.line}" for one in found)


def test_a_page_that_was_never_published_leaves_no_redirect(root: Path) -> None:
    (root / "addresses.txt").unlink()
    (root / RUB).rename(root / "content/techniques/sole-rub.yml")
    fix(root)
    assert not (root / "moved.yml").exists()


def test_a_citation_key_in_other_capitals_is_mended(root: Path) -> None:
    write_rub(root, rub(root).rstrip() + "\nlighter: Press less [@Smith-2020].\n")
    fix(root)
    assert "lighter: Press less [@smith2020]." in rub(root)


@pytest.mark.parametrize(("more", "answer", "code"), [([], "n\n", 0), (["--check"], "", 1)])
def test_the_difference_is_shown_and_nothing_is_changed(root: Path, more: list[str], answer: str, code: int) -> None:
    before = rub(root).replace("\n", "  \n", 1)
    write_rub(root, before)
    result = fix(root, *more, answer=answer)
    assert (result.exit_code, rub(root)) == (code, before)
    assert f"--- {RUB}\n+++ {RUB}\n@@ -1,2 +1,2 @@\n" in result.output


FIELDS: Final = [
    "id: x\n",
    "name: A b\n",
    "# About it.\n",
    "\n",
    "steps:\n  - One.\n  # Two.\n  - Two.\n",
    "feel: >\n  a\n\n\n  b\n",
]


@given(st.lists(st.sampled_from(FIELDS), max_size=8))
def test_a_repair_changes_no_value_and_loses_no_comment(pieces: list[str]) -> None:
    text = "".join(pieces)
    repaired = repair_text(text, Technique)
    before, after = (read_yaml(SourceFile("x.yml", one), one, 0)[0] for one in (text, repaired))
    assert (before and before.root) == (after and after.root)
    assert sorted(line for line in text.splitlines() if "#" in line) == sorted(
        line for line in repaired.splitlines() if "#" in line
    )
    assert repair_text(repaired, Technique) == repaired


def test_a_renamed_body_part_keeps_its_pictures(tmp_path: Path) -> None:
    root = write_project(tmp_path, {})
    (root / "content/anatomy/foot.yml").rename(root / "content/anatomy/whole-foot.yml")
    result = CliRunner().invoke(main, ["fix", "--yes", "--project", str(root)])
    assert result.exit_code == 0, result.output
    assert "\nregion: foot\n" in (root / "content/anatomy/whole-foot.yml").read_text(encoding="utf-8")
    assert run_check(root).output == "No faults found.\n"


def test_both_pages_of_a_renamed_body_part_lead_on(tmp_path: Path) -> None:
    toe = re.sub(r"(id|name): .*", r"\1: toe", base_files()["content/anatomy/foot.yml"])
    published = "anatomy/foot\nanatomy/toe\nwhere/foot\nwhere/toe\n"
    root = write_project(tmp_path, {"content/anatomy/toe.yml": toe, "addresses.txt": published})
    (root / "content/anatomy/toe.yml").rename(root / "content/anatomy/big-toe.yml")
    (root / "content/anatomy/foot.yml").rename(root / "content/anatomy/whole-foot.yml")
    assert fix(root, "--yes").exit_code == 0
    assert (root / "moved.yml").read_text(encoding="utf-8").splitlines() == [
        "anatomy/toe: anatomy/big-toe",
        "where/toe: where/big-toe",
        "anatomy/foot: anatomy/whole-foot",
    ]
    assert generate_project(root, TODAY).report.diagnostics == ()
