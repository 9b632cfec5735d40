"""The numbers in the care cards are those of the country that settings.yml names, and of no other."""

from pathlib import Path

import pytest

from generator.diagnostics import Severity
from generator.pipeline import check_project, render_project
from tests.projects import TODAY, told, write_project
from tests.shown_pages import body_of, convert, words_of
from tests.things import area, caution, thing

LINES = [
    {"urgency": "emergency", "number": "112", "reaches": "Ask for an ambulance."},
    {"urgency": "urgent", "number": "116 117", "reaches": "A doctor on call."},
]
FLAGS = [{"sign": "You cannot breathe.", "urgency": "emergency"}, {"sign": "It is hot.", "urgency": "urgent"}]
FILES = {
    "references.bib": "",
    **thing("countries", "de", lines=LINES),
    **thing("countries", "gb", lines=[{"urgency": "emergency", "number": "999", "reaches": "An ambulance."}]),
    **caution("clot", "absolute", ["massage"], red_flags=FLAGS),
    **area("foot"),
    **thing("techniques", "rub", areas=["foot"], cautions=["clot"]),
}


def cards(root: Path, settings: str | None, path: str = "techniques/rub.md") -> dict[str, str]:
    """Render a page with some settings; give the last paragraph of each care card, without the list of signs."""
    files = FILES if settings is None else {**FILES, "settings.yml": settings}
    checked = check_project(write_project(root, files, base=False), TODAY)
    assert [found for found in checked.report.diagnostics if found.severity is not Severity.NOTICE] == []
    (page,) = (file for file in render_project(checked.catalogue) if file.path == path)
    found = convert(body_of(page)).xpath("//div[contains(@class, 'emergency') or contains(@class, 'urgent')]")
    return {card.get("class").split()[-1]: " ".join(words_of(p) for p in card.xpath("p")[1:]) for card in found}


def test_each_card_has_the_number_of_its_urgency(tmp_path: Path) -> None:
    assert cards(tmp_path, "country: de\n") == {
        "emergency": "Call 112: Ask for an ambulance.",
        "urgent": "Call 116 117: A doctor on call.",
    }


def test_another_country_has_other_numbers(tmp_path: Path) -> None:
    assert cards(tmp_path, "country: gb\n") == {"emergency": "Call 999: An ambulance.", "urgent": ""}


@pytest.mark.parametrize("settings", [None, "written_by: A nurse\n"])
def test_without_a_country_no_number_is_told(tmp_path: Path, settings: str | None) -> None:
    found = cards(tmp_path, settings)
    assert found == {"emergency": "Call the emergency number of the country that you are in.", "urgent": ""}


@pytest.mark.parametrize("path", ["index.md", "is-massage-safe-today.md", "where/foot.md", "cautions/clot.md"])
def test_every_page_with_a_care_card_follows_the_setting(tmp_path: Path, path: str) -> None:
    assert cards(tmp_path, "country: gb\n", path)["emergency"].startswith("Call 999:")


def test_a_number_can_be_tapped(tmp_path: Path) -> None:
    checked = check_project(write_project(tmp_path, {**FILES, "settings.yml": "country: de\n"}, base=False), TODAY)
    (page,) = (file for file in render_project(checked.catalogue) if file.path == "countries/de.md")
    assert convert(body_of(page)).xpath("//a[starts-with(@href, 'tel:')]/@href") == ["tel:112", "tel:116117"]


@pytest.mark.parametrize("number", ["call us", "1", "15", "112 ", "<b>112</b>", "112\n999", "+49 116 117 "])
def test_a_number_is_digits(tmp_path: Path, number: str) -> None:
    files = thing("countries", "xx", lines=[{"urgency": "emergency", "number": number, "reaches": "Help."}])
    faults = told(write_project(tmp_path, {"references.bib": "", **files}, base=False))
    assert [code for _, code in faults] == ([] if number.strip() in {"15", "112", "+49 116 117"} else ["wrong-value"])


def test_settings_that_cannot_be_read_are_told_where(tmp_path: Path) -> None:
    faults = told(write_project(tmp_path, {**FILES, "settings.yml": "country: [de]\n"}, base=False))
    assert faults == [("settings.yml:1:10", "wrong-type")]


def test_who_wrote_a_page_is_said_at_its_end(tmp_path: Path) -> None:
    own = thing("conditions", "ache", written_by="A midwife")
    files = {**FILES, **own, "settings.yml": "written_by: A nurse\n"}
    checked = check_project(write_project(tmp_path, files, base=False), TODAY)
    pages = {file.path: file.content for file in render_project(checked.catalogue)}
    assert "Written by: A nurse." in pages["anatomy/foot.md"]
    assert "Written by: A midwife." in pages["conditions/ache.md"]
    assert "Not yet reviewed by a clinician." in pages["conditions/ache.md"]
