"""YAML's words for other things (`no`, `1:30`, `012`, a date) stay the text that the author wrote."""

import pytest

from generator.pipeline import check_project
from tests.conftest import WriteProject
from tests.projects import TODAY, edited, told

BALL = "content/tools/ball.yml"

WORDS = ["no", "yes", "on", "off", "true", "1:30", "012", "1_000", "0x1F", "1e3", ".5", "2026-11-20", "NaN", "=", "<<"]


@pytest.mark.parametrize("words", WORDS)
def test_a_plain_value_is_the_text_that_was_written(project: WriteProject, words: str) -> None:
    root = project(edited({BALL: {"name: Ball": f"name: {words}"}}))
    thing = check_project(root, TODAY).catalogue.records["ball"].thing
    assert thing is not None
    assert thing.name == words


@pytest.mark.parametrize("words", WORDS)
def test_a_plain_item_of_a_list_is_the_text_that_was_written(project: WriteProject, words: str) -> None:
    root = project(edited({BALL: {"name: Ball": f"name: Ball\nalso: [{words}]"}}))
    thing = check_project(root, TODAY).catalogue.records["ball"].thing
    assert thing is not None
    assert thing.also == (words,)


@pytest.mark.parametrize("word", ["no", "yes", "1", "012", "null-and-void"])
def test_a_plain_field_name_is_the_text_that_was_written(project: WriteProject, word: str) -> None:
    diagnostics = check_project(project(edited({BALL: {"does: massage": f"does: massage\n{word}: x"}})), TODAY).report
    assert [d.message for d in diagnostics.diagnostics] == [f"There is no field “{word}” here."]


def test_a_quoted_null_is_text(project: WriteProject) -> None:
    assert told(project(edited({BALL: {"name: Ball": 'name: "null"'}}))) == []


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_a_field_with_nothing_in_it_is_empty(project: WriteProject, nothing: str) -> None:
    (_, code), *rest = told(project(edited({BALL: {"name: Ball": f"name: {nothing}".strip()}})))
    assert (code, rest) == ("empty-field", [])


@pytest.mark.parametrize("field", ["also", "feel", "time", "no_cautions_because", "claims"])
def test_an_optional_field_with_nothing_in_it_is_empty_too(project: WriteProject, field: str) -> None:
    (_, code), *rest = told(project(edited({BALL: {"does: massage": f"does: massage\n{field}:"}})))
    assert (code, rest) == ("empty-field", [])


@pytest.mark.parametrize("day", ["0", "86400", "2026-11-01T00:00", "2026-11-1", "20261101", "01.11.2026", "-1"])
def test_a_date_is_year_month_day_and_nothing_else(project: WriteProject, day: str) -> None:
    assert told(project(edited({BALL: {"reviewed: 2026-11-01": f"reviewed: {day}"}}))) == [
        (f"{BALL}:4:11", "wrong-value")
    ]


@pytest.mark.parametrize(("words", "people"), [("30", 30), ("012", 12)])
def test_a_number_is_read_in_figures(project: WriteProject, words: str, people: int) -> None:
    root = project(edited({"content/studies/smith2020.yml": {"people: 30": f"people: {words}"}}))
    study = check_project(root, TODAY).catalogue.records["smith2020"].thing
    assert getattr(study, "people", None) == people


@pytest.mark.parametrize("words", ["1e3", "1_000", "12.5", "0x1F", "thirty", "1 000"])
def test_a_number_is_written_in_figures_alone(project: WriteProject, words: str) -> None:
    changed = edited({"content/studies/smith2020.yml": {"people: 30": f"people: {words}"}})
    assert told(project(changed)) == [("content/studies/smith2020.yml:8:9", "wrong-value")]
