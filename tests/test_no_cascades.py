"""One mistake is told once: what only follows from it is not told."""

import pytest

from tests.conftest import WriteProject
from tests.projects import base_files, edited, told

BALL = "content/tools/ball.yml"
TECHNIQUE = "content/techniques/arch-rub.yml"
CAUTION = "content/cautions/stop-if-pain.yml"
STUDY = "content/studies/smith2020.yml"
BIB = "references.bib"


@pytest.mark.parametrize("path", [path for path in base_files() if path.startswith("content/")])
def test_a_file_with_a_syntax_error_makes_nothing_else_faulty(project: WriteProject, path: str) -> None:
    broken = base_files()[path].replace("name: ", "name: a: ", 1)
    assert [(place.split(":")[0], code) for place, code in told(project({path: broken}))] == [(path, "not-yaml")]


@pytest.mark.parametrize("path", [path for path in base_files() if path.startswith("content/")])
def test_a_file_with_an_invalid_field_makes_nothing_else_faulty(project: WriteProject, path: str) -> None:
    faulty = base_files()[path].replace("reviewed: 2026-11-01", "reviewed: never")
    assert [(place.split(":")[0], code) for place, code in told(project({path: faulty}))] == [(path, "wrong-value")]


@pytest.mark.parametrize("path", [path for path in base_files() if path.startswith("content/")])
def test_a_file_that_is_not_utf_8_makes_nothing_else_faulty(project: WriteProject, path: str) -> None:
    assert told(project({path: b"\xff"})) == [(f"{path}:1:1", "not-utf-8")]


@pytest.mark.parametrize(
    ("path", "new_path", "code"),
    [
        (BALL, "content/tool/ball.yml", "unknown-kind"),
        (BALL, "content/tools/ball.yaml", "stray-file"),
        (BALL, "content/tools/small/ball.yml", "stray-file"),
        (BALL, "content/tools/ball.md", "wrong-ending"),
        (CAUTION, "content/caution/stop-if-pain.yml", "unknown-kind"),
        (STUDY, "content/study/smith2020.yml", "unknown-kind"),
    ],
)
def test_a_misplaced_file_makes_nothing_else_faulty(project: WriteProject, path: str, new_path: str, code: str) -> None:
    text = base_files()[path]
    text = f"---\n{text}---\nWords.\n" if new_path.endswith(".md") else text
    assert told(project({path: None, new_path: text})) == [(f"{new_path}:1:1", code)]


def test_a_misspelt_field_of_sources_does_not_make_them_uncited(project: WriteProject) -> None:
    bib = base_files()[BIB] + "@book{jones2021, author={Jones, Bea}, title={Toes}, year={2021}}\n"
    changed = edited({BALL: {"does: massage": "does: massage\nsorces: [jones2021]"}})
    assert told(project({BIB: bib, **changed})) == [(f"{BALL}:9:1", "unknown-field")]


def test_sources_that_are_not_a_list_do_not_become_uncited(project: WriteProject) -> None:
    bib = base_files()[BIB] + "@book{jones2021, author={Jones, Bea}, title={Toes}, year={2021}}\n"
    changed = edited({BALL: {"does: massage": "does: massage\nsources: jones2021"}})
    assert told(project({BIB: bib, **changed})) == [(f"{BALL}:9:10", "wrong-type")]


def test_an_id_of_the_wrong_form_is_not_also_unknown(project: WriteProject) -> None:
    assert told(project(edited({TECHNIQUE: {"tools: [ball]": "tools: [Ball]"}}))) == [
        (f"{TECHNIQUE}:8:9", "wrong-value")
    ]


def test_an_empty_citation_key_is_not_also_unknown(project: WriteProject) -> None:
    assert told(project(edited({TECHNIQUE: {"sources: [smith2020]": 'sources: [""]'}}))) == [
        (f"{TECHNIQUE}:23:15", "empty-field")
    ]


def test_a_misspelt_field_with_nothing_in_it_is_only_misspelt(project: WriteProject) -> None:
    assert told(project(edited({BALL: {"does: massage": "does: massage\nchoosign:"}}))) == [
        (f"{BALL}:9:1", "unknown-field")
    ]


def test_a_text_that_a_colon_has_made_a_field_is_only_of_the_wrong_type(project: WriteProject) -> None:
    assert told(project(edited({BALL: {"Roll it slowly.": "Roll it slowly:"}}))) == [(f"{BALL}:11:5", "wrong-type")]


def test_a_missing_bibliography_makes_no_citation_unknown(project: WriteProject) -> None:
    assert told(project({BIB: None})) == [(f"{BIB}:1:1", "unreadable")]


def test_a_broken_source_is_not_also_unknown(project: WriteProject) -> None:
    broken = "@article{smith2020,\n  title = {Foot massage,\n"
    assert told(project({BIB: broken})) == [(f"{BIB}:1:1", "broken-bib-entry")]


def test_a_source_with_a_repeated_field_is_not_also_unknown(project: WriteProject) -> None:
    assert told(project(edited({BIB: {"  year = {2020},": "  year = {2020},\n  year = {2021},"}}))) == [
        (f"{BIB}:6:3", "duplicate-bib-field")
    ]


def test_the_second_of_two_keys_that_differ_in_capitals_is_not_also_unknown(project: WriteProject) -> None:
    bib = base_files()[BIB] + "@book{Smith2020, author={Smith, Bert}, title={Toes}, year={2020}}\n"
    changed = edited({"content/guides/first-steps.md": {"[@smith2020]": "[@smith2020; @Smith2020]"}})
    assert told(project({BIB: bib, **changed})) == [(f"{BIB}:7:1", "duplicate-citation-key")]


def test_files_of_one_id_are_both_read_for_their_faults(project: WriteProject) -> None:
    twin = base_files()[BALL].replace("name: Ball", "name: Second ball").replace("does: massage", "does: masage")
    path = "content/tools/ball.yml"
    exercise = "content/exercises/ball.yml"
    root = project(
        {
            path: twin,
            exercise: base_files()["content/exercises/toe-stretch.yml"]
            .replace("id: toe-stretch", "id: ball")
            .replace("name: Toe stretch", "name: Toe push"),
        }
    )
    assert told(root) == [(f"{path}:1:1", "duplicate-id"), (f"{path}:8:7", "wrong-choice")]


def test_a_caution_of_the_wrong_level_leaves_the_routine_that_it_reaches_alone(project: WriteProject) -> None:
    assert told(project(edited({CAUTION: {"level: care": "level: careful"}}))) == [(f"{CAUTION}:6:8", "wrong-choice")]
