"""Names are unique, and a name that is not there is met with the one that was likely meant."""

from pathlib import Path

import pytest

from tests.conftest import WriteProject
from tests.projects import diagnostics_of, edited, told, write_project

BALL = "content/tools/ball.yml"
GUIDE = "content/guides/first-steps.md"
TECHNIQUE = "content/techniques/arch-rub.yml"


def hint_of(project: WriteProject, path: str, old: str, new: str) -> str:
    (fault,) = diagnostics_of(project(edited({path: {old: new}})))
    return fault.hint


@pytest.mark.parametrize("name", ["Arch rub", "ARCH RUB", "  arch rub  ", "Arch  rub", "Tired feet"])
def test_a_name_is_taken_whatever_its_capitals_and_spaces(project: WriteProject, name: str) -> None:
    assert [code for _, code in told(project(edited({BALL: {"name: Ball": f'name: "{name}"'}})))] == ["duplicate-name"]


def test_a_name_of_a_faulty_file_is_taken_too(project: WriteProject) -> None:
    edits = {TECHNIQUE: {"pressure: light": "pressure: lite"}, BALL: {"name: Ball": "name: Arch rub"}}
    assert told(project(edited(edits))) == [(f"{TECHNIQUE}:11:11", "wrong-choice"), (f"{BALL}:2:7", "duplicate-name")]


def test_a_name_that_three_things_have_points_to_the_first_each_time(project: WriteProject) -> None:
    edits = {TECHNIQUE: {"name: Arch rub": "name: Foot"}, BALL: {"name: Ball": "name: foot"}}
    faults = diagnostics_of(project(edited(edits)))
    assert [(str(f.location), str(f.related[0][0])) for f in faults] == [
        (f"{TECHNIQUE}:2:7", "content/anatomy/foot.yml:2:7"),
        (f"{BALL}:2:7", "content/anatomy/foot.yml:2:7"),
    ]


def test_a_name_is_taken_however_its_accents_are_stored(project: WriteProject) -> None:
    edits = {TECHNIQUE: {"name: Arch rub": "name: D\u00f6ner"}, BALL: {"name: Ball": "name: Do\u0308ner"}}
    assert told(project(edited(edits))) == [(f"{BALL}:2:7", "duplicate-name")]


def test_names_that_differ_are_no_fault(project: WriteProject) -> None:
    assert told(project(edited({BALL: {"name: Ball": "name: Balls\nalso: [Arch rubs]"}}))) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("arch-rubb", "arch-rub"),
        ("archrub", "arch-rub"),
        ("Arch rub", "arch-rub"),
        ("tired-feet", "sore-feet"),
        ("Tired Feet", "sore-feet"),
        ("stop-if-it-hurts", "stop-if-pain"),
        ("toe-strech", "toe-stretch"),
    ],
)
def test_an_unknown_link_is_met_with_the_id_that_was_meant(project: WriteProject, written: str, meant: str) -> None:
    assert hint_of(project, GUIDE, "[[arch-rub|rub]]", f"[[{written}]]") == f"Did you mean “{meant}”?"


def test_an_unknown_link_unlike_any_other_is_met_with_what_to_do(project: WriteProject) -> None:
    assert hint_of(project, GUIDE, "[[arch-rub|rub]]", "[[zzz]]") == "Write its file first, or name another thing."


def test_a_field_is_met_with_an_id_of_the_kind_that_it_takes(project: WriteProject) -> None:
    twin = {"content/tools/arch-roller.yml": edited({BALL: {"id: ball": "id: arch-roller"}})[BALL]}
    twin = {path: text.replace("name: Ball", "name: Arch roller") for path, text in twin.items()}
    root = project({**twin, **edited({GUIDE: {"mentions: [arch-rub]": "mentions: [arch-rul]"}})})
    assert [fault.hint for fault in diagnostics_of(root)] == ["Did you mean “arch-rub”?"]


@pytest.mark.parametrize(
    ("written", "meant"), [("smith2002", "smith2020"), ("Smith2020", "smith2020"), ("smith20", "smith2020")]
)
def test_an_unknown_citation_key_is_met_with_the_key_that_was_meant(
    project: WriteProject, written: str, meant: str
) -> None:
    assert hint_of(project, GUIDE, "[@smith2020]", f"[@{written}]") == f"Did you mean “{meant}”?"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("sumary: A small", "summary"), ("Summary: A small", "summary"), ("summery: A small", "summary")],
)
def test_a_misspelt_field_is_met_with_the_field_that_was_meant(project: WriteProject, written: str, meant: str) -> None:
    assert hint_of(project, BALL, "summary: A small", written) == f"Did you mean “{meant}”?"


def test_a_misspelt_field_of_a_piece_is_met_with_a_field_of_that_piece(project: WriteProject) -> None:
    assert hint_of(project, TECHNIQUE, "certainty: low", "certainly: low") == "Did you mean “certainty”?"


def test_the_field_with_is_known_under_its_own_name_only(project: WriteProject) -> None:
    (fault,) = diagnostics_of(project(edited({"content/conditions/sore-feet.yml": {"with: arch": "with_: arch"}})))
    assert (fault.code.name, fault.hint) == ("unknown-field", "Did you mean “with”?")


@pytest.mark.parametrize(
    ("written", "meant"), [("techniqes", "techniques"), ("tool", "tools"), ("excercises", "exercises")]
)
def test_an_unknown_folder_is_met_with_the_kind_that_was_meant(project: WriteProject, written: str, meant: str) -> None:
    (fault,) = diagnostics_of(project({f"content/{written}/new.yml": "id: new\n"}))
    assert (fault.code.name, fault.hint) == ("unknown-kind", f"Did you mean “{meant}”?")


def test_a_suggested_key_stands_on_one_line_whatever_it_holds(project: WriteProject) -> None:
    hints = [fault.hint for fault in diagnostics_of(project({"references.bib": "@{smi\tth2020}\n"}))]
    assert "Did you mean “smi th2020”?" in hints


def test_links_to_a_file_that_was_renamed_are_told_at_the_file_alone(tmp_path: Path) -> None:
    root = write_project(tmp_path, {})
    (root / "content/tools/ball.yml").rename(root / "content/tools/soft-ball.yml")
    assert [one.code.name for one in diagnostics_of(root)] == ["id-differs"]
