"""One run tells every fault of every file, in order."""

from tests.conftest import WriteProject
from tests.projects import base_files, diagnostics_of, edited, told

BALL = "content/tools/ball.yml"
GUIDE = "content/guides/first-steps.md"
ROUTINE = "content/routines/foot-routine.yml"
TECHNIQUE = "content/techniques/arch-rub.yml"


def test_the_sound_project_has_no_faults(project: WriteProject) -> None:
    assert told(project({})) == []


def test_faults_of_all_stages_and_files_are_told_in_one_run(project: WriteProject) -> None:
    edits = {
        "content/anatomy/foot.yml": {"where: Below the ankle.": "where:\tBelow the ankle."},
        "content/conditions/sore-feet.yml": {"with: arch-rub": "with: arch-rubb"},
        TECHNIQUE: {"time: 2 min": "time: soon", "review_due: 2028-11-01": "review_due: 2026-10-01"},
        BALL: {"does: massage": "does: masage", "cautions: [stop-if-pain]": "cautions: [stop-if-pian]"},
        "references.bib": {"title = {Foot massage},": "title = {Foot massage}"},
    }
    assert told(project(edited(edits))) == [
        ("content/anatomy/foot.yml:9:7", "tab"),
        ("content/conditions/sore-feet.yml:13:11", "unknown-id"),
        (f"{TECHNIQUE}:16:7", "wrong-value"),
        (f"{BALL}:7:12", "unknown-id"),
        (f"{BALL}:8:7", "wrong-choice"),
        ("references.bib:3:3", "broken-bib-field"),
    ]


def test_faults_are_in_order_of_file_then_line_then_column(project: WriteProject) -> None:
    edits = {
        TECHNIQUE: {"tools: [ball]": "tools: [nought, none]", "pressure: light": "pressure: lite"},
        BALL: {"does: massage": "does: masage"},
        GUIDE: {"[[arch-rub|rub]]": "[[nil]] and [[null]]"},
    }
    places = [diagnostic.location for diagnostic in diagnostics_of(project(edited(edits)))]
    assert places == sorted(places)
    assert len(places) == 6


def test_many_faults_of_one_file_are_all_told(project: WriteProject) -> None:
    edits = {
        BALL: {
            "name: Ball\n": "",
            "summary: A small soft ball.": "summary:",
            "reviewed: 2026-11-01": "reviewed: yesterday",
            "part: foot": "part: feet",
            "does: massage": "colour: red\ndoes: massage",
            "repeat_time: 4 s": "repeat_time: 4 h",
            "  - Roll it slowly.": "  - Roll it [[slowly]].",
        }
    }
    assert told(project(edited(edits))) == [
        (f"{BALL}:1:1", "missing-field"),
        (f"{BALL}:2:1", "empty-field"),
        (f"{BALL}:3:11", "wrong-value"),
        (f"{BALL}:5:7", "wrong-choice"),
        (f"{BALL}:7:1", "unknown-field"),
        (f"{BALL}:9:14", "impossible-time"),
        (f"{BALL}:11:13", "unknown-id"),
    ]


def test_an_invalid_field_does_not_hide_an_unknown_link_in_the_same_file(project: WriteProject) -> None:
    edits = {BALL: {"part: foot": "part: feet", "Roll it slowly.": "Roll it [[slowly]] [@nobody1999]."}}
    assert told(project(edited(edits))) == [
        (f"{BALL}:6:7", "wrong-choice"),
        (f"{BALL}:11:13", "unknown-id"),
        (f"{BALL}:11:26", "unknown-citation-key"),
    ]


def test_a_repeated_field_does_not_hide_the_other_faults_of_the_file(project: WriteProject) -> None:
    edits = {BALL: {"part: foot": "part: foot\npart: knee", "does: massage": "does: masage"}}
    assert told(project(edited(edits))) == [(f"{BALL}:7:1", "duplicate-key"), (f"{BALL}:9:7", "wrong-choice")]


def test_a_misspelt_field_in_one_step_does_not_hide_a_missing_one_in_another(project: WriteProject) -> None:
    edits = {
        ROUTINE: {
            "side: each\n        time: 1 min": "sidee: each\n        time: 1 min",
            "side: each\n        count: 10": "count: 10",
        }
    }
    assert told(project(edited(edits))) == [(f"{ROUTINE}:17:9", "unknown-field"), (f"{ROUTINE}:19:9", "missing-field")]


def test_a_misspelt_field_is_told_once_and_not_as_missing_too(project: WriteProject) -> None:
    assert told(project(edited({BALL: {"summary:": "sumary:"}}))) == [(f"{BALL}:3:1", "unknown-field")]


def test_an_unknown_link_that_stands_twice_in_a_text_is_told_at_both_places(project: WriteProject) -> None:
    edits = {BALL: {"Roll it slowly.": "See [[nil]] and [[nil]]."}}
    assert told(project(edited(edits))) == [(f"{BALL}:11:9", "unknown-id"), (f"{BALL}:11:21", "unknown-id")]


def test_an_unknown_source_that_is_cited_twice_in_a_text_is_told_at_both_places(project: WriteProject) -> None:
    edits = {BALL: {"Roll it slowly.": "As smith said [@smith], and again [@smith]."}}
    assert told(project(edited(edits))) == [
        (f"{BALL}:11:21", "unknown-citation-key"),
        (f"{BALL}:11:41", "unknown-citation-key"),
    ]


def test_an_unknown_source_whose_key_begins_another_is_told_at_its_own_place(project: WriteProject) -> None:
    edits = {BALL: {"Roll it slowly.": "Roll it [@smith2020; @smith20]."}}
    assert told(project(edited(edits))) == [(f"{BALL}:11:27", "unknown-citation-key")]


def test_two_unfinished_links_in_one_text_are_both_told(project: WriteProject) -> None:
    edits = {BALL: {"Roll it slowly.": "See [[foot and [[arch-rub."}}
    assert told(project(edited(edits))) == [
        (f"{BALL}:11:9", "unfinished-markup"),
        (f"{BALL}:11:20", "unfinished-markup"),
    ]


def test_a_link_in_a_folded_text_is_found_on_its_own_line(project: WriteProject) -> None:
    edits = {BALL: {"summary: A small soft ball.": "summary: >-\n  A small\n  soft [[nil]]."}}
    assert told(project(edited(edits))) == [(f"{BALL}:5:8", "unknown-id")]


def test_a_link_that_is_folded_over_two_lines_is_found_where_it_begins(project: WriteProject) -> None:
    edits = {BALL: {"summary: A small soft ball.": "summary: >-\n  A small [[nil|soft\n  ball]]."}}
    assert told(project(edited(edits))) == [(f"{BALL}:4:11", "unknown-id")]


def test_markup_in_the_body_of_a_guide_is_found_on_its_own_line(project: WriteProject) -> None:
    text = base_files()[GUIDE] + "\n- One.\n- Two [[nil]].\n"
    assert told(project({GUIDE: text})) == [(f"{GUIDE}:16:7", "unknown-id")]


def test_text_below_the_front_matter_is_never_overwritten_in_silence(project: WriteProject) -> None:
    (place, _code), *rest = told(project(edited({GUIDE: {"group: start": "group: start\nbody: Hello."}})))
    assert (place, rest) == (f"{GUIDE}:8:1", [])


def test_a_guide_of_blank_lines_only_is_empty(project: WriteProject) -> None:
    text = base_files()[GUIDE].partition("\n## ")[0] + "\n  \n"
    assert [code for _, code in told(project({GUIDE: text}))] == ["empty-field"]
