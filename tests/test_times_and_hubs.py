"""What is computed from the whole content: the times of routines, the groups of an index, the page before and after."""

import pytest

from generator.linking.site import Hub, Site
from tests.shown_pages import linked, rendered, shown, words_of
from tests.things import area, routine, thing

PARTS = {
    **area("foot"),
    **thing("techniques", "rub", areas=["foot"], steps=["Rub."], repeat_time="5 s"),
    **thing("tools", "ball", repeat_time="4 s"),
    **thing("exercises", "bend", areas=["foot"], repeat_time="30 s"),
}
RUB = {"technique": "rub", "area": "foot"}


def seconds(*steps: dict[str, object]) -> int:
    return linked(PARTS, routine("session", *steps)).pages["session"].seconds


@pytest.mark.parametrize(("side", "total"), [("each", 120), ("left", 60), ("right", 60), ("both", 60)])
def test_a_timed_step_counts_once_for_each_side_in_turn(side: str, total: int) -> None:
    assert seconds({**RUB, "side": side, "time": "1 min"}) == total


@pytest.mark.parametrize(
    ("step", "total"),
    [
        ({"technique": "rub", "count": "10"}, 50),
        ({"tool": "ball", "count": "10"}, 40),
        ({"exercise": "bend", "count": "3"}, 90),
        ({"exercise": "bend", "count": "3", "time": "20 s"}, 60),
    ],
)
def test_a_counted_step_takes_the_time_of_its_repeats(step: dict[str, object], total: int) -> None:
    files = linked(PARTS, counted({"area": "foot", "side": "both", **step}))
    assert files.pages["session"].seconds == total


def counted(step: dict[str, object]) -> dict[str, str]:
    return thing("routines", "session", phases=[{"name": "Only", "steps": [step]}])


def test_a_session_is_the_sum_of_its_steps() -> None:
    assert seconds({**RUB, "time": "1 min"}, {**RUB, "side": "both", "time": "30 s"}) == 150


def test_a_session_tells_its_time_with_and_without_optional_steps() -> None:
    session = routine("session", {**RUB, "time": "1 min"}, {**RUB, "time": "2 min", "optional": True})
    site = linked(PARTS, session)
    page = site.pages["session"]
    assert (page.seconds_without_optional, page.seconds) == (120, 360)
    text = words_of(shown(rendered(PARTS, session)["routines/session.md"]))
    assert "How long 2 minutes, both sides With all optional steps 6 minutes" in text


def test_steps_are_numbered_through_all_phases() -> None:
    step = {**RUB, "side": "both", "time": "1 min"}
    phases = [{"name": "One", "steps": [step, {**step}]}, {"name": "Two", "steps": [{**step}]}]
    files = rendered(PARTS, thing("routines", "session", phases=phases))
    page = shown(files["routines/session.md"])
    starts = [int(steps.get("start", "1")) for steps in page.xpath("//div[@class='steps']/ol")]
    assert starts == [1, 3]


def hub_of(site: Site, folder: str) -> Hub:
    return next(hub for hub in site.hubs if hub.kind.folder == folder)


def areas(*names: tuple[str, str]) -> dict[str, str]:
    files: dict[str, str] = {}
    for name, structure in names:
        files |= thing("anatomy", name.lower().replace(" ", "-"), name=name, structure=structure)
    return files


BODY = areas(("Tibia", "bone"), ("calf", "region"), ("Ankle", "region"), ("Femur", "bone"), ("knee joint", "joint"))


def test_an_index_is_grouped_in_the_order_of_the_model_and_sorted_by_name() -> None:
    hub = hub_of(linked(BODY), "anatomy")
    assert [(group.heading, [page.thing.name for page in group.pages]) for group in hub.groups] == [
        ("Places you can see and feel", ["Ankle", "calf"]),
        ("Bones", ["Femur", "Tibia"]),
        ("Joints", ["knee joint"]),
    ]


def test_the_pages_before_and_after_run_through_all_groups_of_the_index() -> None:
    site = linked(BODY)
    order = ["ankle", "calf", "femur", "tibia", "knee-joint"]
    neighbours = [
        (before and before.id, after and after.id)
        for before, after in ((site.pages[i].previous, site.pages[i].next) for i in order)
    ]
    assert neighbours == [
        (None, "calf"),
        ("ankle", "femur"),
        ("calf", "tibia"),
        ("femur", "knee-joint"),
        ("tibia", None),
    ]


def test_the_pages_of_an_index_know_their_neighbours_too() -> None:
    site = linked(BODY)
    for group in hub_of(site, "anatomy").groups:
        for page in group.pages:
            assert page == site.pages[page.thing.id]


def test_a_kind_without_things_has_an_index_all_the_same() -> None:
    pages = rendered(area("foot"))
    assert "exercises/index.md" in pages


def test_the_home_page_offers_only_parts_that_have_pages() -> None:
    pages = rendered(area("foot"))
    assert [path for path in pages if path.startswith("where/")] == ["where/foot.md"]
    assert shown(pages["index.md"]).xpath("//div[@id='places']//a/@href") == ["where/foot.md"]


def test_the_home_page_offers_the_goals_that_something_serves() -> None:
    files = {**PARTS, **thing("exercises", "bend", areas=["foot"], goals=["relax", "loosen"])}
    pages = rendered(files)
    assert [path for path in pages if path.startswith("wish/")] == ["wish/relax.md", "wish/loosen.md"]


def test_a_thing_may_not_take_the_place_of_its_index() -> None:
    pages = rendered(area("foot"), thing("tools", "all"), thing("tools", "page-2"))
    assert {"tools/index.md", "tools/all.md", "tools/page-2.md"} <= pages.keys()
