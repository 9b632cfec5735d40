"""The words of a claim fit its certainty, and no text promises what nobody has shown."""

from pathlib import Path

import pytest

from tests.projects import told, write_project
from tests.things import thing

BIB = "@article{smith2020, author = {Smith, Anna}, title = {Massage}, journal = {Journal}, year = {2020}}\n"


def faults_of(root: Path, **fields: object) -> list[str]:
    """Check one condition with some fields, beside the study that its claims may cite."""
    files = {
        "references.bib": BIB,
        **thing("studies", "smith2020", certainty="high"),
        **thing("conditions", "ache", sources=["smith2020"], **fields),
    }
    return [code for _, code in told(write_project(root, files, base=False))]


def claim(says: str, certainty: str) -> list[dict[str, object]]:
    return [{"says": says, "sources": ["smith2020"], "certainty": certainty, "applies": "indirect"}]


@pytest.mark.parametrize(
    ("certainty", "says"),
    [
        ("high", "Massage reduces pain."),
        ("moderate", "Massage probably eases pain."),
        ("moderate", "Hands-on care probably should go with exercise. It was tested in 68 people."),
        ("low", "Massage may ease pain for 4 weeks. No lasting effect was found."),
        ("low", "It may make no difference."),
        ("very-low", "It is very uncertain whether massage eases pain. One trial found that it did."),
        ("very-low", "It is very uncertain whether it helps. The trial had 10 people."),
    ],
)
def test_words_that_fit(tmp_path: Path, certainty: str, says: str) -> None:
    assert faults_of(tmp_path, claims=claim(says, certainty)) == []


@pytest.mark.parametrize(
    ("certainty", "says"),
    [
        ("high", "Massage probably reduces pain."),
        ("high", "Massage might reduce pain."),
        ("moderate", "Massage eases pain."),
        ("moderate", "Massage may ease pain."),
        ("low", "Massage eases pain."),
        ("low", "Massage probably eases pain, or may."),
        ("low", "The trial had 40 people. Massage may ease pain."),
        ("low", "Massage may ease pain. It also improves sleep."),
        ("very-low", "Massage may ease pain."),
        ("very-low", "It is uncertain whether massage eases pain."),
        ("very-low", "It is very uncertain whether it eases pain, but it probably does."),
        ("very-low", "It is very uncertain whether it eases pain. It relieves stiffness."),
    ],
)
def test_words_that_do_not_fit(tmp_path: Path, certainty: str, says: str) -> None:
    assert faults_of(tmp_path, claims=claim(says, certainty)) == ["wording-of-certainty"]


@pytest.mark.parametrize(
    "says",
    [
        "Many people find that light strokes ease tired legs.",
        "Some people hope that massage prevents cramps. No study on this site tested that.",
        "By custom, therapists use long strokes.",
        "Nobody knows whether it helps.",
    ],
)
def test_practice_says_who_finds_or_hopes_it(tmp_path: Path, says: str) -> None:
    assert faults_of(tmp_path, claims=[{"says": says, "basis": "practice"}]) == []


@pytest.mark.parametrize("says", ["It eases tired legs.", "Many people like it. It prevents cramps."])
def test_practice_that_sounds_like_a_finding_is_told(tmp_path: Path, says: str) -> None:
    assert faults_of(tmp_path, claims=[{"says": says, "basis": "practice"}]) == ["wording-of-certainty"]


@pytest.mark.parametrize(
    "words",
    [
        "It cures arthritis.",
        "A miracle for knees.",
        "It flushes out waste.",
        "It clears toxins.",
        "It breaks down scar tissue.",
        "It breaks up\n\n  adhesions.",
        "It improves your circulation.",
        "It boosts blood flow.",
        "It does not hurt. It heals the joint.",
        "It realigns the kneecap.",
        "It is a proven help.",
    ],
)
def test_a_promise_is_told(tmp_path: Path, words: str) -> None:
    assert set(faults_of(tmp_path, what=words)) == {"promise"}


@pytest.mark.parametrize(
    "words",
    [
        "Massage does not cure arthritis.",
        "Nobody has shown that it breaks up scar tissue.",
        "There is no cure.",
        "Whether it flushes out anything is not known.",
        "It is very uncertain whether it improves the circulation.",
        "The blood flow in the leg can be poor.",
    ],
)
def test_a_denial_or_a_plain_fact_is_no_promise(tmp_path: Path, words: str) -> None:
    assert faults_of(tmp_path, what=words) == []


def test_the_id_of_a_link_is_no_promise(tmp_path: Path) -> None:
    files = {
        "references.bib": "",
        **thing("beliefs", "toxins", verdict="wrong", known="It flushes out toxins, people say.", said="It cures."),
        **thing("conditions", "ache", what="See [[toxins|what is said]] and [[toxins]]."),
    }
    assert told(write_project(tmp_path, files, base=False)) == []


@pytest.mark.parametrize("words", ["Call 999.", "Ring the ambulance on 112.", "In the USA, dial 911 now.", "Text 999."])
def test_a_number_to_call_is_told(tmp_path: Path, words: str) -> None:
    assert faults_of(tmp_path, what=words) == ["number-in-text"]


@pytest.mark.parametrize(
    "words", ["Call an ambulance.", "Call back after 10 minutes.", "In 2010, 125 people took part."]
)
def test_other_numbers_are_not(tmp_path: Path, words: str) -> None:
    assert faults_of(tmp_path, what=words) == []


@pytest.mark.parametrize("fields", [{"name": "The knee that heals"}, {"also": ["miracle knee"]}])
def test_a_promise_in_a_name_is_told(tmp_path: Path, fields: dict[str, object]) -> None:
    assert faults_of(tmp_path, **fields) == ["promise"]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("This eases knee pain.", ["benefit-outside-claims"]),
        ("It reduces the swelling and relieves stiffness.", ["benefit-outside-claims"]),
        ("Some people find that it eases pain.", []),
        ("It may feel as if it eases the pain.", []),
        ("Stop when the pain eases.", []),
        ("It eases you into the day.", []),
    ],
)
def test_a_benefit_stands_in_a_claim_or_is_somebodys_word(tmp_path: Path, words: str, codes: list[str]) -> None:
    assert faults_of(tmp_path, what=words) == codes
