"""A caution reaches every page that it concerns, through what is used and through the tree of anatomy, and no other."""

import pytest

from generator.model.kinds.caution import Caution
from generator.model.reach import Reach
from generator.model.thing import Thing
from tests.things import LEG, area, catalogue_of, caution, reached, routine, thing

NO_MASSAGE = caution("no-massage", "ask-first", ["massage"])
NO_HEAT = caution("no-heat", "ask-first", ["heat"])
RUB = thing("techniques", "rub", areas=["foot"])
BALL = thing("tools", "ball", does="massage")
WARM_PACK = thing("tools", "warm-pack", does="heat")
BATH = thing("exercises", "bath", does="heat", areas=["foot"])


@pytest.mark.parametrize(
    ("folder", "does"), [("techniques", {}), ("tools", {"does": "massage"}), ("exercises", {"does": "massage"})]
)
def test_a_caution_about_an_action_reaches_everything_that_does_it(folder: str, does: dict[str, str]) -> None:
    assert reached(LEG, NO_MASSAGE, thing(folder, "it", areas=["foot"], **does))["it"] == {"no-massage"}


def test_a_caution_about_an_action_leaves_other_actions_alone() -> None:
    found = reached(LEG, NO_MASSAGE, WARM_PACK, BATH)
    assert (found["warm-pack"], found["bath"]) == (set(), set())


def test_a_caution_reaches_the_things_that_it_names() -> None:
    found = reached(LEG, RUB, BALL, caution("no-ball", "care", things=["ball"]))
    assert (found["ball"], found["rub"]) == ({"no-ball"}, set())


def test_a_caution_reaches_the_things_that_name_it() -> None:
    rub = thing("techniques", "rub", areas=["foot"], cautions=["no-heat"])
    assert reached(LEG, NO_HEAT, rub)["rub"] == {"no-heat"}


def test_a_caution_reaches_the_conditions_that_it_is_about() -> None:
    found = reached(LEG, caution("clots", "absolute", ["massage"], about=["clot"]), thing("conditions", "clot"))
    assert found["clot"] == {"clots"}


@pytest.mark.parametrize("place", ["leg", "foot", "sole", "arch"])
def test_a_caution_on_an_area_reaches_what_works_it_or_its_parts_or_what_it_is_part_of(place: str) -> None:
    there = caution("there", "care", ["massage"], areas=["foot"])
    assert reached(LEG, there, thing("techniques", "rub", areas=[place]))["rub"] == {"there"}


@pytest.mark.parametrize("place", ["knee", "kneecap", "hand"])
def test_a_caution_on_an_area_leaves_other_areas_alone(place: str) -> None:
    there = caution("there", "care", ["massage"], areas=["foot"])
    assert reached(LEG, there, thing("techniques", "rub", areas=[place]))["rub"] == set()


@pytest.mark.parametrize("end", ["start", "end"])
def test_a_caution_reaches_a_stroke_that_starts_or_ends_on_its_area(end: str) -> None:
    stroke = {"kind": "glide", "hand": "thumbs", "direction": "upwards", end: "kneecap"}
    rub = thing("techniques", "rub", areas=["foot"], stroke=stroke)
    assert reached(LEG, rub, caution("no-kneecap", "care", ["massage"], areas=["kneecap"]))["rub"] == {"no-kneecap"}


@pytest.mark.parametrize("page", ["leg", "knee", "kneecap"])
def test_a_caution_on_an_area_reaches_the_pages_of_the_body_up_and_down(page: str) -> None:
    assert reached(LEG, caution("no-knee", "local", ["massage"], areas=["knee"]))[page] == {"no-knee"}


@pytest.mark.parametrize("page", ["foot", "arch", "hand"])
def test_a_caution_on_an_area_leaves_the_pages_of_other_parts_alone(page: str) -> None:
    assert reached(LEG, caution("no-knee", "local", ["massage"], areas=["knee"]))[page] == set()


def test_a_caution_on_an_area_reaches_the_conditions_there() -> None:
    sore_knee = thing("conditions", "sore-knee", areas=["kneecap"])
    assert reached(LEG, sore_knee, caution("no-knee", "local", ["massage"], areas=["knee"]))["sore-knee"] == {"no-knee"}


@pytest.mark.parametrize("folder", ["techniques", "exercises"])
def test_the_cautions_of_a_tool_reach_what_uses_it(folder: str) -> None:
    assert reached(LEG, NO_HEAT, WARM_PACK, thing(folder, "it", areas=["foot"], tools=["warm-pack"]))["it"] == {
        "no-heat"
    }


def test_a_caution_of_a_tool_about_an_area_leaves_what_works_elsewhere_alone() -> None:
    ball = thing("tools", "ball", cautions=["no-kneecap"])
    rub = thing("techniques", "rub", areas=["foot"], tools=["ball"])
    no_kneecap = caution("no-kneecap", "local", ["massage"], areas=["kneecap"])
    assert reached(LEG, ball, rub, no_kneecap)["rub"] == set()


def test_a_caution_of_a_tool_about_an_area_reaches_what_works_there_with_it() -> None:
    ball = thing("tools", "ball", cautions=["no-kneecap"])
    rub = thing("techniques", "rub", areas=["knee"], tools=["ball"])
    no_kneecap = caution("no-kneecap", "local", ["heat"], areas=["kneecap"])
    assert reached(LEG, ball, rub, no_kneecap)["rub"] == {"no-kneecap"}


@pytest.mark.parametrize("folder", ["techniques", "exercises"])
def test_what_a_tool_does_is_held_against_the_area_where_it_is_used(folder: str) -> None:
    cold_feet = caution("cold-feet", "ask-first", ["heat"], areas=["foot"])
    assert (
        "cold-feet"
        in reached(LEG, WARM_PACK, cold_feet, thing(folder, "it", areas=["foot"], tools=["warm-pack"]))["it"]
    )


@pytest.mark.parametrize("usual", ["leg", "hand"])
def test_what_a_tool_does_in_a_technique_is_held_against_the_area_of_a_step(usual: str) -> None:
    rub = thing("techniques", "rub", areas=[usual], tools=["warm-pack"])
    cold_feet = caution("cold-feet", "ask-first", ["heat"], areas=["foot"])
    session = routine("session", {"technique": "rub", "area": "foot"})
    assert "cold-feet" in reached(LEG, WARM_PACK, cold_feet, rub, session)["session"]


def test_a_routine_has_the_cautions_of_all_its_steps() -> None:
    session = routine(
        "session",
        {"technique": "rub", "area": "foot"},
        {"tool": "warm-pack", "area": "foot"},
        {"exercise": "stretch", "area": "foot"},
    )
    stretch = thing("exercises", "stretch", areas=["foot"], does="stretch")
    no_stretch = caution("no-stretch", "care", ["stretch"])
    unused = caution("no-cold", "care", ["cold"])
    found = reached(LEG, RUB, WARM_PACK, stretch, NO_MASSAGE, NO_HEAT, no_stretch, unused, session)
    assert found["session"] == {"no-massage", "no-heat", "no-stretch"}


def test_a_routine_has_the_cautions_of_the_tools_of_its_techniques() -> None:
    rub = thing("techniques", "rub", areas=["foot"], tools=["warm-pack"])
    session = routine("session", {"technique": "rub", "area": "foot"})
    assert "no-heat" in reached(LEG, NO_HEAT, WARM_PACK, rub, session)["session"]


def test_a_routine_has_the_cautions_of_the_area_of_a_step() -> None:
    session = routine("session", {"technique": "rub", "area": "knee"})
    found = reached(LEG, RUB, caution("no-knee", "care", ["massage"], areas=["kneecap"]), session)
    assert (found["session"], found["rub"]) == ({"no-knee"}, set())


def test_a_caution_that_names_a_routine_reaches_it() -> None:
    session = routine("session", {"technique": "rub", "area": "foot"})
    assert reached(LEG, RUB, session, caution("slowly", "care", things=["session"]))["session"] == {"slowly"}


@pytest.mark.parametrize("folder", ["guides", "questions"])
def test_the_cautions_of_what_a_page_of_prose_teaches_reach_it(folder: str) -> None:
    page = thing(folder, "page", mentions=["session"])
    session = routine("session", {"technique": "rub", "area": "foot"})
    assert reached(LEG, RUB, NO_MASSAGE, session, page)["page"] == {"no-massage"}


def test_a_page_of_prose_that_teaches_nothing_has_no_cautions() -> None:
    assert reached(LEG, NO_MASSAGE, thing("guides", "page"))["page"] == set()


def test_a_caution_does_not_reach_itself() -> None:
    assert reached(LEG, NO_MASSAGE)["no-massage"] == set()


def test_body_parts_that_belong_to_each_other_in_a_circle_end_somewhere() -> None:
    circle = {**area("one", "two"), **area("two", "three"), **area("three", "one")}
    there = caution("there", "care", ["massage"], areas=["two"])
    assert reached(circle, there, thing("techniques", "rub", areas=["one"]))["rub"] == {"there"}


def test_the_strictest_caution_comes_first_and_equals_go_by_name() -> None:
    levels = [("care-b", "care"), ("care-a", "care"), ("local", "local"), ("ask", "ask-first"), ("never", "absolute")]
    files = {**LEG, **RUB}
    for thing_id, level in levels:
        files |= caution(thing_id, level, ["massage"])
    catalogue = catalogue_of(files)
    rub = catalogue.find("rub", Thing)
    assert rub is not None
    found: list[Caution] = list(Reach(catalogue).cautions_reaching(rub))
    assert [one.id for one in found] == ["never", "local", "ask", "care-a", "care-b"]


@pytest.mark.parametrize(
    ("changed", "holds"),
    [
        (thing("techniques", "rub", areas=["foot"], steps=["Another step."]), True),
        (thing("techniques", "rub", areas=["leg"]), False),
        (thing("techniques", "rub", areas=["foot"], tools=["ball"]), False),
        (thing("techniques", "rub", areas=["foot"], cautions=["no-heat"]), False),
        (thing("tools", "ball", does="heat"), False),
        (caution("no-massage", "care", ["massage"]), False),
        (area("foot"), False),
        (thing("tools", "stick", does="massage"), False),
    ],
    ids=["a step", "an area", "a tool", "a caution named", "an action", "a caution", "a parent", "a new thing"],
)
def test_a_reach_holds_for_another_catalogue_as_long_as_nothing_that_decides_it_changed(
    changed: dict[str, str],
    holds: bool,  # noqa: FBT001 (a case)
) -> None:
    files = {**LEG, **NO_MASSAGE, **NO_HEAT, **RUB, **BALL}
    assert Reach(catalogue_of(files)).holds_for(catalogue_of({**files, **changed})) is holds
