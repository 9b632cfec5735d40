"""The content that we publish ourselves is sound and whole."""

import re
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from generator.diagnostics import Severity
from generator.linking import Site, link_site
from generator.model import Catalogue
from generator.model.kinds.caution import Caution, Level
from generator.model.kinds.questions import Questions
from generator.model.kinds.routine import Routine
from generator.model.kinds.study import Study
from generator.model.practice import Practice, Treatment
from generator.pipeline import Checked, check_project
from generator.rendering import OutputFile
from generator.reporting import format_diagnostic
from tests.shown_pages import pages_of_catalogue, shown, words_of

ROOT = Path(__file__).parent.parent

STUDIES: Final = (
    *(
        "hasanpourdehkordi2021",
        "wu2022",
        "oshvandi2021",
        "doner2022",
        "kesik2023",
        "ren2021",
        "arslan2021",
        "sanli2023",
    ),
    *("yoshimura2022", "espilopez2023", "perlman2006", "perlman2012", "perlman2019", "atkins2013", "mak2024"),
    *("bartsch2021", "nice-ng226", "cdc-knee-pain", "arthritis-foundation", "nih"),
)
UNDER_CARE: Final = frozenset({"ren2021", "arslan2021", "oshvandi2021", "doner2022", "kesik2023", "sanli2023"})
DIRECT: Final = frozenset({"yoshimura2022", "espilopez2023", "atkins2013"})
ASK_FIRST: Final = frozenset(
    {
        *("pregnancy", "varicose-vein-care", "blood-thinners", "loss-of-feeling", "osteoporosis", "recent-surgery"),
        *("cancer", "skin-or-nerve-disease"),
    }
)


@cache
def checked() -> Checked:
    return check_project(ROOT)


def catalogue() -> Catalogue:
    return checked().catalogue


@cache
def site() -> Site:
    return link_site(catalogue())


@cache
def pages() -> dict[str, OutputFile]:
    return pages_of_catalogue(catalogue())


def test_our_own_content_has_no_errors_and_no_warnings() -> None:
    faults = [format_diagnostic(one) for one in checked().report.diagnostics if one.severity is not Severity.NOTICE]
    assert faults == []


def test_every_thing_to_do_has_all_that_a_reader_needs() -> None:
    parts = ("do", "do_not", "mistakes", "what_if", "next")
    lacking = [
        (thing.id, part)
        for _, thing in catalogue().of_kind(Practice)
        for part in (*parts, *(("feel",) if isinstance(thing, Treatment) else ()))
        if not getattr(thing, part)
    ]
    assert lacking == []


def test_there_are_twelve_routines_each_with_its_time_computed() -> None:
    routines = [site().pages[thing.id] for _, thing in catalogue().of_kind(Routine)]
    assert len(routines) == 12
    assert [page.thing.id for page in routines if not 5 * 60 <= page.seconds_without_optional <= 90 * 60] == []
    assert [step for page in routines for phase in page.phases for step in phase.steps if step.seconds <= 0] == []


def test_there_are_two_question_pages_of_ten_questions_each() -> None:
    found = {
        thing.id: len(re.findall(r"^## ", thing.body, re.MULTILINE)) for _, thing in catalogue().of_kind(Questions)
    }
    assert found == {"faq-leg": 10, "faq-knee": 10}


@pytest.mark.parametrize("key", STUDIES)
def test_a_study_has_a_page_and_a_source_that_says_where_its_record_comes_from(key: str) -> None:
    assert catalogue().find(key, Study) is not None
    assert catalogue().references[key].note


def test_those_who_tested_patients_under_care_say_that_it_is_no_advice() -> None:
    marked = {thing.id for _, thing in catalogue().of_kind(Study) if thing.under_care}
    assert marked >= UNDER_CARE
    silent = [
        key for key in marked if "This is not self-care advice" not in words_of(shown(pages()[f"studies/{key}.md"]))
    ]
    assert silent == []


def test_only_three_studies_tested_self_massage() -> None:
    assert {thing.id for _, thing in catalogue().of_kind(Study) if thing.is_direct} == DIRECT


def test_what_a_careful_clinician_asks_is_asked() -> None:
    asked = {thing.id for _, thing in catalogue().of_kind(Caution) if thing.level in {Level.ASK_FIRST, Level.ABSOLUTE}}
    assert asked >= ASK_FIRST


@pytest.mark.parametrize(
    "sign", ["One leg is newly swollen", "your chest hurts", "the bone hurts to touch", "short of breath"]
)
def test_every_routine_tells_the_signs_of_an_emergency(sign: str) -> None:
    cards = {
        thing.id: words_of(shown(pages()[f"routines/{thing.id}.md"]).xpath("//div[contains(@class, 'emergency')]")[0])
        for _, thing in catalogue().of_kind(Routine)
    }
    assert [name for name, card in cards.items() if sign not in card] == []
    assert [name for name, card in cards.items() if "Call 999" not in card] == []


def test_every_routine_says_once_what_to_do_when_it_hurts() -> None:
    told = {
        thing.id: len(shown(pages()[f"routines/{thing.id}.md"]).xpath("//li/strong[@class='when-it-hurts']"))
        for _, thing in catalogue().of_kind(Routine)
    }
    assert set(told.values()) == {1}
