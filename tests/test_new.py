"""`selfcare new` asks what matters, and writes a file that the check takes and that tells what each field is for."""

import json
import re
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.new_file import find_kind, id_of, name_of, write_file
from generator.authoring.questions import questions_for
from generator.cli import main
from generator.model.faults import fields_of_files
from generator.model.kind_registry import kinds_by_folder
from generator.model.thing import Thing
from generator.pipeline import check_project
from generator.reading.source_file import SourceFile
from generator.reading.yaml_data import read_yaml
from tests.projects import TODAY, base_files, diagnostics_of, write_project

TECHNIQUE: Final = [
    *("Long, slow sweeps: they end a day.", "foot", "foot", "stop-if-pain", "", "self", "light"),
    *("glide", "thumbs", "upwards", "2 min", "5 s", "Sit down.", "Sweep.", ""),
]
ANSWERS: Final = {
    "technique": TECHNIQUE,
    "tool": ["A wooden roller.", "foot", "stop-if-pain", "massage", "foot-roller", "2 min", "Roll.", ""],
    "condition": ["Feet that burn.", "symptom", "foot", "foot", "A burning in the feet.", "Your feet burn.", ""],
    "exercise": [
        *("Toes up and down.", "foot", "foot", "stop-if-pain", "movement", "", "each", "10", "5 s", "legs-out"),
        *("Move your toes.", ""),
    ],
    "caution": ["Care with cuts.", "care", "Do you have a cut?", "massage", "foot", "It bleeds.", "Wait.", ""],
    "belief": [
        "Whether balls heal.",
        "unsupported",
        "Balls heal feet.",
        "Nobody saw it.",
        "It may feel good.",
        "smith2020",
    ],
    "routine": ["A short one.", "foot", "self", "1", "day", "Loosen", "arch-rub", "foot", "each", "1 min"],
}


def new(root: Path, kind: str, name: str, answers: list[str]) -> Result:
    arguments = ["new", kind, name, "--project", str(root), "--no-open"]
    return CliRunner().invoke(main, arguments, input="\n".join(answers) + "\n")


@pytest.mark.parametrize("kind", ANSWERS)
def test_a_new_file_of_each_kind_is_sound(kind: str, tmp_path: Path) -> None:
    root = write_project(tmp_path, {})
    result = new(root, kind, "Calf sweep", ANSWERS[kind])
    assert result.exit_code == 0, result.output
    path = next((root / "content").glob("*/calf-sweep.yml"))
    mine = [str(one) for one in diagnostics_of(root) if path.name in one.location.path]
    assert [one for one in mine if "error" in one] == []
    assert f"{path.name}: written.\nNext: " in result.output, result.output


def test_it_tells_what_each_field_is_for(tmp_path: Path) -> None:
    root = write_project(tmp_path, {})
    new(root, "technique", "Calf sweep", TECHNIQUE)
    text = (root / "content/techniques/calf-sweep.yml").read_text(encoding="utf-8")
    comments = " ".join(line.strip().removeprefix("# ") for line in text.splitlines() if line.strip().startswith("# "))
    for _, field in fields_of_files(kinds_by_folder()["techniques"]):
        assert (field.description or "") in comments
    assert text.startswith("# yaml-language-server: $schema=../../schemas/techniques.json\n")


def test_a_wrong_answer_is_told_and_asked_again(tmp_path: Path) -> None:
    root = write_project(tmp_path, {})
    answers = [*TECHNIQUE[:1], "foott", *TECHNIQUE[1:10], "soon", *TECHNIQUE[10:]]
    result = new(root, "technique", "Calf sweep", answers)
    assert "“foott” is not there. Did you mean “foot”?" in result.output
    assert "Write it as `30 s`, `2 min` or `1 min 30 s`." in result.output
    assert result.exit_code == 0


def test_a_time_may_be_said_in_whole_words(tmp_path: Path) -> None:
    root = write_project(tmp_path, {})
    words = {"2 min": "2 to 3 minutes", "5 s": "About 5 seconds"}
    new(root, "technique", "Calf sweep", [words.get(one, one) for one in TECHNIQUE])
    text = (root / "content/techniques/calf-sweep.yml").read_text(encoding="utf-8")
    assert "\ntime: 2 to 3 min\n" in text
    assert "\nrepeat_time: 5 s\n" in text


def test_many_body_parts_are_listed_by_where_they_are(tmp_path: Path) -> None:
    foot = base_files()["content/anatomy/foot.yml"]
    toes = {f"content/anatomy/toe-{n}.yml": re.sub(r"(id|name): .*", rf"\1: toe-{n}", foot) for n in range(20)}
    result = new(write_project(tmp_path, toes), "technique", "Calf sweep", TECHNIQUE)
    assert "    Foot and ankle:\n      foot, toe-0, toe-1, toe-10, toe-11," in result.output


def test_a_caution_is_asked_for_the_sign_that_needs_help(tmp_path: Path) -> None:
    root = write_project(tmp_path, {})
    answers = [*ANSWERS["caution"][:1], "absolute", *ANSWERS["caution"][2:-1], "It does not stop.", "emergency"]
    result = new(root, "caution", "Care with cuts", answers)
    assert "care-with-cuts.yml: written.\n" in result.output, result.output
    text = (root / "content/cautions/care-with-cuts.yml").read_text(encoding="utf-8")
    assert "\nred_flags:\n  - sign: It does not stop.\n" in text
    assert "    urgency: emergency\n" in text


def test_where_the_answers_end_too_early_it_says_that_nothing_was_written(tmp_path: Path) -> None:
    root = write_project(tmp_path, {})
    result = new(root, "technique", "Calf sweep", TECHNIQUE[:3])
    assert result.exit_code == 1
    assert "This ended before the last question, so nothing was written." in result.output
    assert not (root / "content/techniques/calf-sweep.yml").exists()


def test_the_schemas_know_the_new_thing(tmp_path: Path) -> None:
    root = write_project(tmp_path, {})
    new(root, "tool", "Calf sweep", ANSWERS["tool"])
    ids = json.loads((root / "schemas/ids.json").read_text(encoding="utf-8"))
    assert "calf-sweep" in ids["definitions"]["tools"]["enum"]


@pytest.mark.parametrize(
    ("kind", "name", "told"),
    [
        ("gadget", "Roller", "There is no kind “gadget”. The kinds are: condition, "),
        ("tool", "Ball", "makes the id “ball”, which is taken or empty: content/tools/ball.yml."),
        ("tool", "!", "which is taken or empty. Choose another name."),
    ],
)
def test_what_cannot_be_made_is_told(kind: str, name: str, told: str, tmp_path: Path) -> None:
    result = new(write_project(tmp_path, {}), kind, name, [])
    assert (result.exit_code, told in result.output) == (2, True)


def technique() -> type[Thing]:
    found = find_kind("technique")
    assert found is not None
    return found


@given(
    st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1).filter(lambda text: text.strip())
)
def test_any_answer_is_read_as_it_was_given(answer: str) -> None:
    text = write_file(technique(), "name", "Name", {("summary",): answer, ("steps",): [answer, "a"]}, TODAY)
    data, diagnostics = read_yaml(SourceFile("x.yml", text), text, 0)
    assert diagnostics == ()
    assert data is not None
    assert isinstance(data.root, dict)
    assert (data.root["summary"], data.root["steps"]) == (answer, [answer, "a"])


@pytest.mark.parametrize(
    ("name", "made"), [("Calf sweep", "calf-sweep"), ("Élan – 2 × daily", "elan-2-daily"), ("…", "")]
)
def test_an_id_is_made_of_the_name(name: str, made: str) -> None:
    assert id_of(name) == made


def test_what_every_kind_needs_is_asked(tmp_path: Path) -> None:
    catalogue = check_project(write_project(tmp_path, {}), TODAY).catalogue
    for model in kinds_by_folder().values():
        needed = {field.alias or name for name, field in fields_of_files(model) if field.is_required()}
        asked = {question.path[0] for question in questions_for(model, catalogue)}
        assert needed - asked <= {"id", "name", "reviewed", "review_due"}


def test_a_study_has_the_name_of_its_first_author_and_its_year(tmp_path: Path) -> None:
    entry = '@article{muller2024,\n  author = {M{\\"u}ller, Ada},\n  title = {Knees},\n  year = {2024},\n}\n'
    root = write_project(tmp_path, {"references.bib": base_files()["references.bib"] + entry})
    catalogue = check_project(root, TODAY).catalogue
    assert name_of(kinds_by_folder()["studies"], "muller2024", catalogue) == "Müller 2024"


def test_what_is_there_already_is_told_first(tmp_path: Path) -> None:
    root = write_project(tmp_path, {})
    result = new(root, "caution", "Stop where it hurts", ANSWERS["caution"])
    assert result.output.startswith("There is already:\n    stop-if-pain  Stop if it hurts\n"), result.output


@pytest.mark.parametrize("answer", ["Flat hands", "flat hands", "flat-hands", "FLAT-HANDS"])
def test_an_answer_may_be_the_words_beside_a_choice(answer: str, tmp_path: Path) -> None:
    questions = questions_for(technique(), check_project(write_project(tmp_path, {}), TODAY).catalogue)
    (hand,) = [question for question in questions if question.name == "stroke hand"]
    assert hand.read(answer) == "flat-hands"


def test_all_that_is_wrong_with_an_answer_is_told_at_once(tmp_path: Path) -> None:
    questions = questions_for(technique(), check_project(write_project(tmp_path, {}), TODAY).catalogue)
    (who,) = [question for question in questions if question.name == "who"]
    assert who.fault_in(["selv", "nobody"]) == (
        "“selv” is not there. Did you mean “self”? “nobody” is not there. Choose one of those above."
    )


def test_sentences_that_are_left_out_have_a_line_each() -> None:
    text = write_file(technique(), "name", "Name", {}, TODAY)
    assert "# do_not:\n#   - press on the kneecap.\n" in text
    assert "# tools: []\n" in text
    assert "#     certainty: high | moderate | low | very-low\n" in text
