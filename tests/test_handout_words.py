"""A handout's words are those of its page: its doses, its cards, its numbers, its citations."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.pipeline import check_project, render_project
from generator.rendering.paper.handout import DISCLAIMER
from tests.paper import sheets_of
from tests.projects import TODAY, write_project
from tests.shown_pages import ROOT, body_of, convert, words_of
from tests.things import area, caution, thing

FLAGS = [
    {"sign": "You cannot breathe.", "urgency": "emergency"},
    {"sign": "It is hot.", "urgency": "urgent"},
    {"sign": "It itches.", "urgency": "soon"},
]
LINES = [
    {"urgency": "emergency", "number": "112", "reaches": "Ask for an ambulance."},
    {"urgency": "urgent", "number": "116 117", "reaches": "A doctor on call."},
]
FILES = {
    "settings.yml": "country: de\nclinic: Hillside\n",
    "references.bib": "@misc{a, author={Berg, Anna and Roe, Jo}, title={On rubbing}, year={2019}}\n"
    "@article{b, author={Cole, Cy}, title={T}, journal={J Feet}, year={2020}, volume={3}}\n",
    **thing("countries", "de", lines=LINES),
    **area("foot"),
    **area("heel", "foot"),
    **caution("clot", "absolute", ["massage"], red_flags=FLAGS),
    **caution("bone", "local", ["massage"], areas=["heel"]),
    **caution("thinners", "ask-first", ["massage"]),
    **caution("pain", "care", ["massage"], instead="Stop at once. Then rest."),
    **thing(
        "techniques",
        "rub",
        areas=["foot"],
        cautions=["clot"],
        time="2 min",
        do_not=["press on the [[heel]] [@b]."],
        steps=["Stroke the [[foot|sole]] [@a; @b].", "See [[heel]]."],
        sources=["a"],
        who=["self", "partner"],
    ),
    **thing(
        "exercises",
        "bend",
        areas=["foot"],
        cautions=["clot"],
        does="movement",
        sides="each",
        hold="5 s",
        repeats="3 to 5",
        sets="2",
        steps=["Bend.", "Wait.", "Go back.", "Rest."],
    ),
    **thing(
        "routines",
        "session",
        who=["self"],
        frequency={"times": "1 to 2", "per": "day"},
        phases=[
            {
                "name": "Begin",
                "steps": [
                    {"technique": "rub", "area": "foot", "side": "left", "time": "90 s", "note": "Slowly."},
                    {"exercise": "bend", "area": "foot", "side": "each", "count": "4", "optional": "true"},
                ],
            }
        ],
        after=["Rest."],
    ),
}

Data = Mapping[str, Any]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("words"), FILES, base=False)


@pytest.fixture(scope="module")
def data(root: Path) -> Mapping[str, Data]:
    checked = check_project(root, TODAY)
    assert not checked.report.has_errors, checked.report
    sheets = sheets_of(checked.catalogue)
    return {
        name: json.loads(sheets[f"{folder}/{name}/{name}-a4.pdf"].data)
        for folder, name in (("techniques", "rub"), ("exercises", "bend"), ("routines", "session"))
    }


def facts(data: Data) -> dict[str, str]:
    return {fact["label"]: fact["words"] for fact in data["facts"]}


def test_the_facts_of_a_technique(data: Mapping[str, Data]) -> None:
    assert facts(data["rub"]) == {
        "How long": "2 minutes, each side",
        "Pressure": "Light, as if smoothing a sheet",
        "Who": "Yourself, a partner or friend",
    }


def test_the_facts_of_an_exercise(data: Mapping[str, Data]) -> None:
    assert facts(data["bend"]) == {"Hold": "5 seconds", "Repeats": "3 to 5, each side", "Sets": "2"}


def test_the_facts_of_a_routine_hold_its_computed_times(data: Mapping[str, Data]) -> None:
    assert facts(data["session"]) == {
        "How long": "1 minute 30 seconds, both sides",
        "With all optional steps": "6 minutes",
        "How often": "1 to 2 times a day",
        "Who": "Yourself",
    }


def test_a_step_of_a_routine_says_what_where_how_much_and_how(data: Mapping[str, Data]) -> None:
    (phase,) = data["session"]["phases"]
    first, second = phase["steps"]
    assert (phase["name"], first["number"], first["name"], first["dose"]) == ("Begin", 1, "Rub", "1 minute 30 seconds")
    assert (first["words"], first["optional"]) == ("Foot, left side. Slowly.", False)
    assert (second["dose"], second["optional"], second["how"]) == ("4 times each side", True, "Bend. Wait. Go back.")
    assert "<svg" in first["picture"]["svg"]


def test_links_leave_their_words_and_citations_the_numbers_of_the_page(data: Mapping[str, Data]) -> None:
    (phase,) = data["rub"]["phases"]
    assert [step["words"] for step in phase["steps"]] == ["Stroke the sole [2, 1].", "See Heel."]
    assert data["rub"]["do_not"]["items"] == ["press on the Heel [1]."]
    assert [(source["number"], source["reference"]) for source in data["rub"]["sources"]] == [
        (1, "Cole C. J Feet. 2020;3."),
        (2, "Berg A et al. On rubbing. 2019."),
    ]


def test_the_numbers_of_sources_are_those_of_the_page(root: Path, data: Mapping[str, Data]) -> None:
    (page,) = (
        file for file in render_project(check_project(root, TODAY).catalogue) if file.path == "techniques/rub.md"
    )
    shown = [words_of(item) for item in convert(body_of(page)).xpath("//*[@class='references']//li")]
    assert [words.split(".")[0] for words in shown] == ["Cole C", "Berg A, Roe J"]
    assert [source["number"] for source in data["rub"]["sources"]] == [1, 2]


def test_the_safety_is_that_of_the_care_cards(data: Mapping[str, Data]) -> None:
    safety = data["rub"]["safety"]
    lists = {name: safety[name]["items"] for name in ("forbids", "keep_off", "ask_first", "care")}
    assert lists == {
        "forbids": ["Clot"],
        "keep_off": ["Bone"],
        "ask_first": ["Thinners"],
        "care": ["Pain. Stop at once."],
    }
    assert [(help_["title"], help_["signs"], help_["calls"]) for help_ in safety["help"]] == [
        (
            "Get emergency help now",
            ["You cannot breathe."],
            [{"number": "112", "reaches": "Ask for an ambulance."}],
        ),
        ("Get medical help today", ["It is hot."], [{"number": "116 117", "reaches": "A doctor on call."}]),
    ]


def test_a_routine_has_the_cautions_of_its_parts(data: Mapping[str, Data]) -> None:
    assert data["session"]["safety"]["forbids"]["items"] == ["Clot"]


def test_it_carries_the_clinic_and_the_site(data: Mapping[str, Data]) -> None:
    assert (data["rub"]["clinic"], data["rub"]["site"]) == ("Hillside", "Legs and feet")


def test_the_disclaimer_is_that_of_the_pages() -> None:
    words = (ROOT / "site_overrides/partials/languages/en-GB.html").read_text(encoding="utf-8")
    assert f'"disclaimer": "{DISCLAIMER}"' in words
