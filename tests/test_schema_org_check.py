"""The check of our JSON-LD finds what is wrong: each sample is a sound page with one fault."""

from collections.abc import Mapping

import pytest

from tests.schema_org.vocabulary import read_vocabulary

SOUND: Mapping[str, object] = {
    "@context": "https://schema.org",
    "@type": "MedicalWebPage",
    "@id": "https://e.example/rub/",
    "name": "Rub",
    "lastReviewed": "2026-11-20",
    "license": "https://creativecommons.org/licenses/by/4.0/",
    "audience": {"@type": "Patient"},
    "citation": [{"@id": "https://e.example/sources/a/#work"}],
    "about": {
        "@type": "ExercisePlan",
        "@id": "https://e.example/rub/#thing",
        "name": "Rub",
        "activityDuration": "PT1H30M",
        "repetitions": 10,
        "category": "https://schema.org/Flexibility",
    },
}


def faults(**changes: object) -> list[str]:
    return read_vocabulary().faults_in({**SOUND, **changes})


def about(**changes: object) -> list[str]:
    plan = SOUND["about"]
    assert isinstance(plan, dict)
    return faults(about={**plan, **changes})


def test_a_sound_page_has_no_faults() -> None:
    assert faults() == []


def test_a_graph_of_sound_nodes_has_no_faults() -> None:
    node = {key: value for key, value in SOUND.items() if key != "@context"}
    assert read_vocabulary().faults_in({"@context": "https://schema.org", "@graph": [node]}) == []


FAULTY = {
    "another context": ({"@context": "https://schema.example"}, "the context is not https://schema.org"),
    "a type that is none": ({"@type": "MedicalPage"}, "MedicalPage is not a type"),
    "no type": ({"@type": []}, "the root has no type"),
    "a property that is none": ({"reviewed": "2026-11-20"}, "MedicalWebPage.reviewed is not a property"),
    "a property of another type": (
        {"signOrSymptom": {"@type": "MedicalSignOrSymptom", "name": "x"}},
        "does not belong",
    ),
    "a property that was replaced": ({"significantLinks": "https://e.example/"}, "is not a property"),
    "a value of another type": ({"audience": {"@type": "MedicalCode"}}, "may not be MedicalCode"),
    "text for a node": ({"audience": "patients"}, "may not be 'patients'"),
    "a date in another form": ({"lastReviewed": "20 November 2026"}, "may not be '20 November 2026'"),
    "a day that is not": ({"lastReviewed": "2026-02-30"}, "may not be '2026-02-30'"),
    "an address without a host": ({"sameAs": "/rub/"}, "may not be '/rub/'"),
    "an id without a host": ({"@id": "/rub/"}, "@id is not an absolute address"),
    "a reference without a host": ({"citation": [{"@id": "sources/a/"}]}, "names what is not an absolute address"),
    "an id given twice": ({"about": {"@type": "Thing", "@id": "https://e.example/rub/"}}, "is given to two nodes"),
    "an empty list": ({"citation": []}, "is empty"),
    "an empty text": ({"name": " "}, "may not be ' '"),
    "nothing": ({"name": None}, "may not be None"),
    "a word of JSON-LD that we do not use": ({"@reverse": {}}, "@reverse is not a word"),
    "a fault deep inside": (
        {"breadcrumb": {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "place": 1}]}},
        "ListItem.place is not a property",
    ),
}


@pytest.mark.parametrize(("changes", "message"), FAULTY.values(), ids=FAULTY.keys())
def test_a_fault_is_found(changes: dict[str, object], message: str) -> None:
    assert any(message in found for found in faults(**changes))


@pytest.mark.parametrize("value", ["90 minutes", "P", "PT", "1H", "PT30", "PT-5M", 90])
def test_what_is_no_duration_is_found(value: object) -> None:
    assert len(about(activityDuration=value)) == 1


@pytest.mark.parametrize("value", ["PT30S", "PT1M30S", "PT2H", "P1D", "P4W", "PT0.5S"])
def test_a_duration_is_let_through(value: str) -> None:
    assert about(activityDuration=value) == []


@pytest.mark.parametrize("value", [True, "10", {"@type": "Duration"}])
def test_what_is_no_number_is_found(value: object) -> None:
    assert about(repetitions=value) != []


PROCEDURE = {"@context": "https://schema.org", "@type": "MedicalProcedure", "name": "Rub"}


def test_a_value_of_a_choice_is_let_through() -> None:
    sound = {**PROCEDURE, "procedureType": "https://schema.org/NoninvasiveProcedure"}
    assert read_vocabulary().faults_in(sound) == []


@pytest.mark.parametrize(
    "value", ["https://schema.org/Gentle", "NoninvasiveProcedure", "https://schema.org/Flexibility"]
)
def test_a_value_that_is_not_of_the_choice_is_found(value: str) -> None:
    (found,) = read_vocabulary().faults_in({**PROCEDURE, "procedureType": value})
    assert f"may not be '{value}'" in found


def test_a_reference_is_listed_with_what_it_must_be() -> None:
    (found,) = read_vocabulary().references_in(SOUND)
    assert (found.id, set(found.ranges)) == ("https://e.example/sources/a/#work", {"CreativeWork", "Text"})
