"""No step where a caution keeps off, nothing offered to whom a caution excludes, and no author who forgot to think."""

from pathlib import Path

import pytest

from tests.projects import told, write_project
from tests.things import LEG, RED_FLAGS, caution, routine, thing

NO_KNEE = caution("no-knee", "local", ["massage"], areas=["knee"])
CARE = caution("care", "care", ["massage", "heat", "stretch", "support"])
RUB = thing("techniques", "rub", areas=["foot"], cautions=["care"])


def faults(root: Path, *files: dict[str, str]) -> list[tuple[str, str]]:
    """Check a project of the leg, one mild caution and some files; give the file and the code of each fault."""
    everything = {"references.bib": "", **LEG, **CARE, **{path: text for some in files for path, text in some.items()}}
    return [(place.split("/")[-1], code) for place, code in told(write_project(root, everything, base=False))]


@pytest.mark.parametrize("level", ["absolute", "local"])
@pytest.mark.parametrize("place", ["knee", "kneecap"])
def test_an_area_that_a_caution_keeps_off_cannot_be_worked_nor_its_parts(
    tmp_path: Path, level: str, place: str
) -> None:
    keep_off = caution("keep-off", level, ["massage"], areas=["knee"])
    rub = thing("techniques", "rub", areas=["foot", place], cautions=["care"])
    assert faults(tmp_path, keep_off, rub) == [("rub.yml:9:3", "cautioned-area")]


@pytest.mark.parametrize("level", ["ask-first", "care"])
def test_a_milder_caution_keeps_nobody_off(tmp_path: Path, level: str) -> None:
    milder = caution("milder", level, ["massage"], areas=["knee"])
    assert faults(tmp_path, milder, thing("techniques", "rub", areas=["knee"], cautions=["care"])) == []


@pytest.mark.parametrize("place", ["leg", "foot", "hand"])
def test_what_the_area_belongs_to_and_other_areas_can_be_worked(tmp_path: Path, place: str) -> None:
    assert faults(tmp_path, NO_KNEE, thing("techniques", "rub", areas=[place], cautions=["care"])) == []


def test_a_caution_about_another_action_keeps_nobody_off(tmp_path: Path) -> None:
    no_heat = caution("no-heat", "local", ["heat"], areas=["knee"])
    assert faults(tmp_path, no_heat, thing("techniques", "rub", areas=["knee"], cautions=["care"])) == []


def test_a_caution_that_names_a_technique_keeps_it_off(tmp_path: Path) -> None:
    not_this = caution("not-this", "local", areas=["foot"], things=["rub"])
    assert faults(tmp_path, not_this, RUB) == [("rub.yml:8:3", "cautioned-area")]


@pytest.mark.parametrize("folder", ["tools", "exercises"])
def test_tools_and_exercises_are_kept_off_too(tmp_path: Path, folder: str) -> None:
    worked = thing(folder, "it", does="massage", areas=["kneecap"], cautions=["care"])
    assert [code for _, code in faults(tmp_path, NO_KNEE, worked)] == ["cautioned-area"]


@pytest.mark.parametrize("end", ["start", "end"])
def test_a_stroke_cannot_start_or_end_where_a_caution_keeps_off(tmp_path: Path, end: str) -> None:
    stroke = {"kind": "glide", "hand": "thumbs", "direction": "upwards", end: "kneecap"}
    rub = thing("techniques", "rub", areas=["foot"], stroke=stroke, cautions=["care"])
    assert [code for _, code in faults(tmp_path, NO_KNEE, rub)] == ["cautioned-area"]


@pytest.mark.parametrize("place", ["knee", "kneecap"])
def test_a_step_cannot_work_where_a_caution_keeps_off(tmp_path: Path, place: str) -> None:
    session = routine("session", {"technique": "rub", "area": "foot"}, {"technique": "rub", "area": place})
    rub = thing("techniques", "rub", areas=["leg"], cautions=["care"])
    assert faults(tmp_path, NO_KNEE, rub, session) == [("session.yml:22:11", "cautioned-area")]


def test_a_step_with_an_exercise_of_another_action_may_work_there(tmp_path: Path) -> None:
    bend = thing("exercises", "bend", does="stretch", areas=["leg"], cautions=["care"])
    assert faults(tmp_path, NO_KNEE, bend, routine("session", {"exercise": "bend", "area": "knee"})) == []


def test_a_technique_cannot_use_a_tool_where_a_caution_forbids_what_the_tool_does(tmp_path: Path) -> None:
    no_heat = caution("no-heat", "local", ["heat"], areas=["foot"])
    pack = thing("tools", "pack", does="heat", cautions=["care"])
    rub = thing("techniques", "rub", areas=["foot"], tools=["pack"], cautions=["care"])
    assert [code for _, code in faults(tmp_path, no_heat, pack, rub)] == ["cautioned-area"]


def test_each_area_of_each_thing_is_told(tmp_path: Path) -> None:
    one = thing("techniques", "one", areas=["knee", "kneecap"], cautions=["care"])
    two = thing("techniques", "two", areas=["kneecap"], cautions=["care"])
    assert faults(tmp_path, NO_KNEE, one, two) == [
        ("one.yml:8:3", "cautioned-area"),
        ("one.yml:9:3", "cautioned-area"),
        ("two.yml:8:3", "cautioned-area"),
    ]


CLOT = thing("conditions", "clot", red_flags=RED_FLAGS)
NO_CLOT = caution("no-clot", "absolute", ["massage"], about=["clot"])


@pytest.mark.parametrize(
    "offer",
    [
        {**RUB, **routine("session", {"technique": "rub", "area": "foot"}, offered_for=["clot"]), **CLOT},
        {**RUB, **thing("conditions", "clot", red_flags=RED_FLAGS, may_help=[{"with": "rub"}])},
        {
            **thing(
                "techniques",
                "rub",
                areas=["foot"],
                cautions=["care"],
                claims=[{"says": "Some people hope that it helps.", "about": "clot", "basis": "practice"}],
            ),
            **CLOT,
        },
        {
            **RUB,
            **routine(
                "session",
                {"technique": "rub", "area": "foot"},
                claims=[{"says": "Some people hope that it helps.", "about": "clot", "basis": "practice"}],
            ),
            **CLOT,
        },
        {
            **RUB,
            **thing("guides", "page", mentions=["rub"]),
            **thing("conditions", "clot", red_flags=RED_FLAGS, may_help=[{"with": "page"}]),
        },
    ],
    ids=["routine", "condition", "claim of a technique", "claim of a routine", "guide"],
)
def test_nothing_can_be_offered_for_a_condition_that_a_caution_excludes(tmp_path: Path, offer: dict[str, str]) -> None:
    assert [code for _, code in faults(tmp_path, NO_CLOT, offer)] == ["excluded-condition"]


def test_a_routine_is_excluded_by_a_tool_of_one_of_its_techniques(tmp_path: Path) -> None:
    no_heat = caution("no-heat", "absolute", about=["clot"], things=["pack"])
    pack = thing("tools", "pack", does="heat", cautions=["care"])
    rub = thing("techniques", "rub", areas=["foot"], tools=["pack"], cautions=["care"])
    session = routine("session", {"technique": "rub", "area": "foot"}, offered_for=["clot"])
    assert [code for _, code in faults(tmp_path, no_heat, pack, rub, CLOT, session)] == ["excluded-condition"]


@pytest.mark.parametrize("level", ["ask-first", "care"])
def test_a_milder_caution_excludes_nobody(tmp_path: Path, level: str) -> None:
    milder = caution("milder", level, ["massage"], about=["clot"])
    session = routine("session", {"technique": "rub", "area": "foot"}, offered_for=["clot"])
    assert faults(tmp_path, milder, RUB, CLOT, session) == []


def test_what_a_caution_does_not_reach_can_be_offered(tmp_path: Path) -> None:
    bend = thing("exercises", "bend", does="stretch", areas=["foot"], cautions=["care"])
    assert (
        faults(tmp_path, NO_CLOT, bend, thing("conditions", "clot", red_flags=RED_FLAGS, may_help=[{"with": "bend"}]))
        == []
    )


def test_a_caution_about_another_condition_excludes_nothing(tmp_path: Path) -> None:
    session = routine("session", {"technique": "rub", "area": "foot"}, offered_for=["ache"])
    assert faults(tmp_path, NO_CLOT, CLOT, RUB, thing("conditions", "ache"), session) == []


@pytest.mark.parametrize("folder", ["techniques", "tools", "exercises"])
@pytest.mark.parametrize("cautions", [{}, {"cautions": []}])
def test_a_treatment_without_a_caution_is_told(tmp_path: Path, folder: str, cautions: dict[str, list[str]]) -> None:
    assert faults(tmp_path, thing(folder, "it", areas=["foot"], **cautions)) == [
        ("it.yml:2:1", "no-caution-considered")
    ]


@pytest.mark.parametrize("folder", ["techniques", "tools", "exercises"])
def test_a_reason_for_no_caution_is_enough(tmp_path: Path, folder: str) -> None:
    assert faults(tmp_path, thing(folder, "it", areas=["foot"], no_cautions_because="It only rests.")) == []


def test_a_tool_that_only_supports_needs_no_caution(tmp_path: Path) -> None:
    assert faults(tmp_path, thing("tools", "pillow", does="support")) == []


def test_a_routine_that_no_caution_reaches_is_told(tmp_path: Path) -> None:
    shake = thing("exercises", "shake", does="movement", areas=["foot"], no_cautions_because="It is gentle.")
    session = routine("session", {"exercise": "shake", "area": "foot"})
    assert faults(tmp_path, shake, session) == [("session.yml:2:1", "no-caution-considered")]


def test_a_routine_is_given_the_benefit_of_the_doubt_while_a_file_is_faulty(tmp_path: Path) -> None:
    shake = thing("exercises", "shake", does="movement", areas=["foot"], no_cautions_because="It is gentle.")
    session = routine("session", {"exercise": "shake", "area": "foot"})
    faulty = caution("faulty", "careful", ["movement"])
    assert [code for _, code in faults(tmp_path, shake, session, faulty)] == ["wrong-choice"]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Press into the knee.", ["pressed-in-words"]),
        ("Rub the [[knee|sore knee]].", ["pressed-in-words"]),
        ("Sweep slowly over the knee.", ["pressed-in-words"]),
        ("Glide slowly along your bent knee.", ["pressed-in-words"]),
        ("Do not slide across the knee.", []),
        ("Rub the foot, with a towel over the knee.", []),
        ("Glide both hands up to the knee.", []),
        ("Stop before the knee, and rub the foot.", []),
        ("Rub around the knee.", []),
        ("Do not press the knee.", []),
        ("Sit with the knee bent.", []),
    ],
)
def test_the_words_of_a_step_press_nowhere_that_a_caution_keeps_off(
    tmp_path: Path, words: str, codes: list[str]
) -> None:
    rub = thing("techniques", "rub", areas=["foot"], cautions=["care"], steps=[words])
    assert [code for _, code in faults(tmp_path, NO_KNEE, rub)] == codes
