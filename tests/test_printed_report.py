"""What `selfcare check` prints in each format, how much of it, and how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.conftest import WriteProject
from tests.projects import BASE, base_files, edited, run_check

BALL = "content/tools/ball.yml"
BIB = "references.bib"

ONE_OF_EACH = {
    **edited({BALL: {"part: foot": "part: foot\npart: knee", "reviewed: 2026-11-01": "reviewed: 2025-11-01"}}),
    BIB: base_files()[BIB] + "Stray: 100%, really\n",
}
ONE_OF_EACH[BALL] = ONE_OF_EACH[BALL].replace("review_due: 2028-11-01", "review_due: 2026-11-01")


def test_text_gives_place_severity_message_code_hint_and_related_places(project: WriteProject) -> None:
    assert run_check(project(ONE_OF_EACH)).output == (
        "content/tools/ball.yml:5:13: notice: The review of “Ball” was due on 2026-11-01. [review-due]\n"
        "    Review the page, then set reviewed and review_due.\n"
        "content/tools/ball.yml:7:1: error: The field “part” is here twice. [duplicate-key]\n"
        "    Keep one of them; YAML would silently take the last.\n"
        "    content/tools/ball.yml:6:1: The first one is here.\n"
        "references.bib:7:1: warning: “Stray: 100%, really” stands outside any entry and is ignored. [stray-bib-text]\n"
        "    Begin comments with %.\n"
        "1 error, 1 warning, 1 notice.\n"
    )


def test_json_gives_all_of_it_for_programs(project: WriteProject) -> None:
    assert json.loads(run_check(project(ONE_OF_EACH), "--format", "json").output) == {
        "diagnostics": [
            {
                "code": "review-due",
                "severity": "notice",
                "path": BALL,
                "line": 5,
                "column": 13,
                "message": "The review of “Ball” was due on 2026-11-01.",
                "hint": "Review the page, then set reviewed and review_due.",
                "related": [],
            },
            {
                "code": "duplicate-key",
                "severity": "error",
                "path": BALL,
                "line": 7,
                "column": 1,
                "message": "The field “part” is here twice.",
                "hint": "Keep one of them; YAML would silently take the last.",
                "related": [{"path": BALL, "line": 6, "column": 1, "message": "The first one is here."}],
            },
            {
                "code": "stray-bib-text",
                "severity": "warning",
                "path": BIB,
                "line": 7,
                "column": 1,
                "message": "“Stray: 100%, really” stands outside any entry and is ignored.",
                "hint": "Begin comments with %.",
                "related": [],
            },
        ],
        "errors": 1,
        "warnings": 1,
        "notices": 1,
    }


def test_json_of_a_sound_project_is_an_empty_report(project: WriteProject) -> None:
    printed = run_check(project({}), "--format", "json")
    assert json.loads(printed.output) == {"diagnostics": [], "errors": 0, "warnings": 0, "notices": 0}


def test_github_gives_workflow_commands(project: WriteProject) -> None:
    assert run_check(project(ONE_OF_EACH), "--format", "github").output == (
        "::notice file=content/tools/ball.yml,line=5,col=13,title=review-due::"
        "The review of “Ball” was due on 2026-11-01. Review the page, then set reviewed and review_due.\n"
        "::error file=content/tools/ball.yml,line=7,col=1,title=duplicate-key::"
        "The field “part” is here twice. Keep one of them; YAML would silently take the last.\n"
        "::warning file=references.bib,line=7,col=1,title=stray-bib-text::"
        "“Stray: 100%25, really” stands outside any entry and is ignored. Begin comments with %25.\n"
        "1 error, 1 warning, 1 notice.\n"
    )


def test_github_escapes_what_would_end_a_property_of_a_command(project: WriteProject) -> None:
    output = run_check(project({"content/tools/a,b:c%d.txt": ""}), "--format", "github").output
    assert output.startswith("::error file=content/tools/a%2Cb%3Ac%25d.txt,line=1,")


def test_a_line_break_in_a_file_name_begins_no_command_of_its_own(project: WriteProject) -> None:
    output = run_check(project({"content/tools/a\n::error::b.txt": ""}), "--format", "github").output
    assert sum(line.startswith("::") for line in output.splitlines()) == 1


@pytest.mark.parametrize("form", ["text", "github"])
def test_at_most_50_are_printed_and_the_rest_counted(project: WriteProject, form: str) -> None:
    steps = "".join(f"  - See [[nil-{number}]].\n" for number in range(53))
    root = project(edited({BALL: {"  - Roll it slowly.\n": steps}}))
    lines = run_check(root, "--format", form).output.splitlines()
    assert sum("nil-" in line for line in lines) == 50
    assert lines[-2:] == ["... and 3 more, not shown.", "53 errors."]


def test_50_are_printed_without_a_word_about_more(project: WriteProject) -> None:
    steps = "".join(f"  - See [[nil-{number}]].\n" for number in range(50))
    lines = run_check(project(edited({BALL: {"  - Roll it slowly.\n": steps}}))).output.splitlines()
    assert not any("more, not shown" in line for line in lines)
    assert lines[-1] == "50 errors."


def test_json_leaves_nothing_out(project: WriteProject) -> None:
    steps = "".join(f"  - See [[nil-{number}]].\n" for number in range(60))
    printed = run_check(project(edited({BALL: {"  - Roll it slowly.\n": steps}})), "--format", "json")
    assert len(json.loads(printed.output)["diagnostics"]) == 60


def test_errors_end_with_1(project: WriteProject) -> None:
    assert run_check(project(edited({BALL: {"part: foot": "part: feet"}}))).exit_code == 1


def test_warnings_and_notices_end_with_0(project: WriteProject) -> None:
    due = edited(
        {BALL: {"reviewed: 2026-11-01\nreview_due: 2028-11-01": "reviewed: 2025-11-01\nreview_due: 2026-11-01"}}
    )
    printed = run_check(project({**due, BIB: base_files()[BIB] + "Stray words.\n"}))
    assert printed.output.endswith("1 warning, 1 notice.\n")
    assert printed.exit_code == 0


def test_no_faults_end_with_0_and_say_so(project: WriteProject) -> None:
    printed = run_check(project({}))
    assert (printed.exit_code, printed.output) == (0, "No faults found.\n")


@pytest.mark.parametrize(
    "arguments",
    [["--format", "xml"], ["--project", "/nowhere/at/all"], ["--today", "tomorrow"], ["--colour"], ["too", "many"]],
)
def test_a_wrong_use_of_the_command_ends_with_2(arguments: list[str]) -> None:
    result = CliRunner().invoke(main, ["check", "--project", str(BASE), *arguments])
    assert result.exit_code == 2
    assert "Usage:" in result.output


def test_the_command_that_is_installed_checks_the_folder_it_is_run_in(tmp_path: Path) -> None:
    command = Path(sys.executable).with_name("selfcare")
    result = subprocess.run([command, "check"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert result.stdout.startswith("content:1:1: error: There is no folder content/ here. [no-content]\n")
    assert result.stderr == ""


def test_a_day_in_the_future_of_the_reviews_reminds_and_fails_nothing(project: WriteProject) -> None:
    result = CliRunner().invoke(main, ["check", "--project", str(project({})), "--today", "2030-01-01"])
    assert result.exit_code == 0
    assert result.output.endswith(f"{len(base_files()) - 1} notices.\n")


MISSPELT = edited({"content/techniques/arch-rub.yml": {"kind: glide": "kind: glyde", "tools: [ball]": "tools: [bal]"}})
ACCENT = edited({"content/techniques/arch-rub.yml": {"Stroke along the [[foot|": "é along the [[fooot|"}})


def test_sarif_gives_all_of_it_and_the_words_that_were_meant(project: WriteProject) -> None:
    log = json.loads(run_check(project(MISSPELT), "--format", "sarif").output)
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["unknown-id", "wrong-choice"]
    places = [one["locations"][0]["physicalLocation"]["region"] for one in run["results"]]
    fixes = [one["fixes"][0]["artifactChanges"][0]["replacements"][0] for one in run["results"]]
    assert [one["ruleId"] for one in run["results"]] == ["unknown-id", "wrong-choice"]
    for place, fix, length, text in zip(places, fixes, (3, 5), ("ball", "glide"), strict=True):
        start = place["startColumn"]
        assert fix["insertedContent"]["text"] == text
        assert fix["deletedRegion"] == {**place, "endColumn": start + length}


def test_sarif_keeps_to_its_schema(project: WriteProject) -> None:
    log = json.loads(run_check(project(ONE_OF_EACH), "--format", "sarif").output)
    assert {one["level"] for one in log["runs"][0]["results"]} == {"note", "error", "warning"}
    assert all(one["message"]["text"] for one in log["runs"][0]["results"])


def test_rdjson_offers_a_replacement_in_bytes(project: WriteProject) -> None:
    root = project(ACCENT)
    (found,) = json.loads(run_check(root, "--format", "rdjson").output)["diagnostics"]
    (suggestion,) = found["suggestions"]
    line = (
        (project(ACCENT) / found["location"]["path"])
        .read_bytes()
        .split(b"\n")[suggestion["range"]["start"]["line"] - 1]
    )
    start, end = (suggestion["range"][name]["column"] - 1 for name in ("start", "end"))
    assert (line[start:end], suggestion["text"]) == (b"fooot", "foot")
    assert (found["severity"], found["code"]) == ("ERROR", {"value": "unknown-id"})


def test_a_word_that_is_not_known_has_no_replacement(project: WriteProject) -> None:
    root = project(edited({"content/techniques/arch-rub.yml": {"tools: [ball]": "tools: [qqqqqq]"}}))
    (found,) = json.loads(run_check(root, "--format", "rdjson").output)["diagnostics"]
    assert "suggestions" not in found
