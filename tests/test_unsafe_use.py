"""By whom, where, how long, how firmly and with what: what a page allows, its routines may not overstep."""

from pathlib import Path

import pytest

from tests.projects import told, write_project
from tests.things import LEG, RED_FLAGS, area, caution, routine, thing

CARE = caution("care", "care", ["massage", "heat", "cold", "stretch", "lotion"])


def faults(root: Path, *files: dict[str, str]) -> list[str]:
    """Check a project of the leg, one mild caution and some files; give the code of each fault."""
    everything = {"references.bib": "", **LEG, **CARE, **{path: text for some in files for path, text in some.items()}}
    return [code for _, code in told(write_project(root, everything, base=False))]


def rub(**fields: object) -> dict[str, str]:
    return thing("techniques", "rub", **{"areas": ["foot"], "cautions": ["care"], **fields})


def bend(**fields: object) -> dict[str, str]:
    return thing("exercises", "bend", **{"areas": ["leg"], "cautions": ["care"], "does": "stretch", **fields})


def tool(name: str, **fields: object) -> dict[str, str]:
    return thing("tools", name, **{"areas": ["leg"], "cautions": ["care"], **fields})


@pytest.mark.parametrize("who", [["self"], ["partner"], ["self", "professional"]])
def test_what_professionals_alone_do_is_no_step_for_others(tmp_path: Path, who: list[str]) -> None:
    session = routine("session", {"technique": "rub", "area": "foot"}, who=who)
    assert faults(tmp_path, rub(who=["professional"]), session) == ["professional-only"]


def test_a_professional_may_do_it(tmp_path: Path) -> None:
    session = routine("session", {"technique": "rub", "area": "foot"}, who=["professional"])
    assert faults(tmp_path, rub(who=["professional"]), session) == []


@pytest.mark.parametrize(
    ("place", "codes"), [("sole", []), ("leg", []), ("knee", ["area-of-another"]), ("hand", ["area-of-another"])]
)
def test_a_step_works_what_its_technique_is_for_or_what_holds_it_or_lies_in_it(
    tmp_path: Path, place: str, codes: list[str]
) -> None:
    assert faults(tmp_path, rub(), routine("session", {"technique": "rub", "area": place})) == codes


def test_the_ends_of_a_stroke_are_places_it_is_for(tmp_path: Path) -> None:
    stroke = {"kind": "glide", "hand": "thumbs", "direction": "upwards", "end": "knee"}
    assert faults(tmp_path, rub(stroke=stroke), routine("session", {"technique": "rub", "area": "knee"})) == []


def test_a_tool_without_areas_may_be_used_anywhere(tmp_path: Path) -> None:
    assert faults(tmp_path, tool("ball", areas=[]), routine("session", {"tool": "ball", "area": "hand"})) == []


@pytest.mark.parametrize(("time", "codes"), [("3 min", []), ("3 min 1 s", ["longer-than-its-page"])])
def test_a_step_lasts_at_most_the_most_of_its_technique(tmp_path: Path, time: str, codes: list[str]) -> None:
    session = routine("session", {"technique": "rub", "area": "foot", "time": time})
    assert faults(tmp_path, rub(time="2 to 3 min"), session) == codes


def test_the_time_of_each_counted_stroke_is_no_time_of_the_whole(tmp_path: Path) -> None:
    session = routine("session", {"technique": "rub", "area": "foot", "time": "10 s", "count": 5})
    assert faults(tmp_path, rub(time="5 s"), session) == []


@pytest.mark.parametrize(("time", "codes"), [("30 s", []), ("31 s", ["longer-than-its-page"])])
def test_a_stretch_is_held_at_most_as_long_as_its_page_says(tmp_path: Path, time: str, codes: list[str]) -> None:
    session = routine("session", {"exercise": "bend", "area": "leg", "time": time, "count": 2})
    assert faults(tmp_path, bend(hold="15 to 30 s", repeats="2 to 3"), session) == codes


@pytest.mark.parametrize(("count", "codes"), [(30, []), (31, ["longer-than-its-page"])])
def test_repeats_of_all_sets_are_the_most(tmp_path: Path, count: int, codes: list[str]) -> None:
    session = routine("session", {"exercise": "bend", "area": "leg", "time": "1 s", "count": count})
    assert faults(tmp_path, bend(repeats="10 to 15", sets="2"), session) == codes


@pytest.mark.parametrize("does", ["heat", "cold"])
@pytest.mark.parametrize(("time", "codes"), [("20 min", []), ("15 to 21 min", ["too-long-on-skin"])])
def test_packs_stay_for_20_minutes_at_most(tmp_path: Path, does: str, time: str, codes: list[str]) -> None:
    assert faults(tmp_path, tool("pack", does=does, time=time)) == codes


def test_counted_packs_add_up(tmp_path: Path) -> None:
    session = routine("session", {"tool": "pack", "area": "leg", "time": "11 min", "count": 2})
    assert faults(tmp_path, tool("pack", does="heat"), session) == ["too-long-on-skin"]


def test_a_long_massage_burns_nobody(tmp_path: Path) -> None:
    session = routine("session", {"tool": "ball", "area": "leg", "time": "25 min"})
    assert faults(tmp_path, tool("ball", does="massage"), session) == []


@pytest.mark.parametrize("structure", ["bone", "joint", "nerve", "vessel"])
def test_firm_hands_keep_to_soft_tissue(tmp_path: Path, structure: str) -> None:
    part = thing("anatomy", "part", structure=structure)
    assert faults(tmp_path, part, rub(areas=["foot", "part"], pressure="firm")) == ["firm-on-bone"]
    assert faults(tmp_path, part, rub(areas=["foot", "part"], pressure="moderate")) == []


@pytest.mark.parametrize(
    ("words", "pressure", "codes"),
    [
        ("Press firmly.", "light", ["firm-in-words"]),
        ("Sweep slowly and deeply.", "moderate", ["firm-in-words"]),
        ("Press firmly.", "firm", []),
        ("Press, but not hard.", "light", []),
        ("Sit on a hard chair.", "light", []),
    ],
)
def test_no_step_presses_more_firmly_than_its_technique(
    tmp_path: Path, words: str, pressure: str, codes: list[str]
) -> None:
    assert faults(tmp_path, rub(pressure=pressure, steps=[words])) == codes


@pytest.mark.parametrize("order", [("cream", "pack"), ("pack", "cream")])
def test_what_must_not_go_together_is_told_in_either_order(tmp_path: Path, order: tuple[str, str]) -> None:
    cream, pack = tool("cream", does="lotion", never_with=["pack"]), tool("pack", does="heat")
    steps = [{"tool": name, "area": "leg"} for name in order]
    assert faults(tmp_path, cream, pack, routine("session", *steps)) == ["never-together"]


def test_a_tool_that_a_technique_uses_counts_too(tmp_path: Path) -> None:
    cream, pack = tool("cream", does="lotion", never_with=["pack"]), tool("pack", does="heat")
    session = routine("session", {"technique": "rub", "area": "foot"}, {"tool": "pack", "area": "foot"})
    assert faults(tmp_path, cream, pack, rub(tools=["cream"]), session) == ["never-together"]


def test_two_routines_may_use_one_each(tmp_path: Path) -> None:
    cream, pack = tool("cream", does="lotion", never_with=["pack"]), tool("pack", does="heat")
    one, two = (routine(f"with-{name}", {"tool": name, "area": "leg"}) for name in ("cream", "pack"))
    assert faults(tmp_path, cream, pack, one, two) == []


def test_an_absolute_caution_holds_for_massage_or_names_what_it_holds_for(tmp_path: Path) -> None:
    assert faults(tmp_path, caution("no-heat", "absolute", ["heat"])) == ["absolute-spares-massage"]
    assert faults(tmp_path, rub(), caution("no-heat", "absolute", things=["rub"])) == []


@pytest.mark.parametrize(("urgency", "codes"), [("emergency", []), ("urgent", []), ("soon", ["no-red-flag"])])
def test_a_danger_says_when_to_get_help_at_once(tmp_path: Path, urgency: str, codes: list[str]) -> None:
    flags = [{"sign": "The leg is numb.", "urgency": urgency}]
    assert faults(tmp_path, caution("danger", "absolute", ["massage"], red_flags=flags)) == codes


def test_a_condition_that_an_absolute_caution_is_about_says_so_too(tmp_path: Path) -> None:
    danger = caution("danger", "absolute", ["massage"], about=["clot"])
    assert faults(tmp_path, danger, thing("conditions", "clot")) == ["no-red-flag"]
    assert faults(tmp_path, danger, thing("conditions", "clot", red_flags=RED_FLAGS)) == []


def test_an_area_that_nobody_wrote_is_told_once(tmp_path: Path) -> None:
    assert faults(tmp_path, rub(), area("toe"), routine("session", {"technique": "rub", "area": "toes"})) == [
        "unknown-id"
    ]
