"""A caution reaches every page that it must: held against a plain, slow computation over random small catalogues."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.things import area, caution, reached, routine, thing

PARENTS: Final = {"foot": "leg", "arch": "foot"}
AREAS: Final = ["leg", "foot", "arch", "hand"]
ACTIONS: Final = ["massage", "heat"]
LEVELS: Final = ["absolute", "local", "ask-first", "care"]


@dataclass(frozen=True)
class Worked:
    """A thing as the oracle sees it."""

    action: str | None
    areas: tuple[str, ...]
    uses: tuple[tuple[str, str | None], ...]
    cautions: tuple[str, ...]


@dataclass(frozen=True)
class Cautioned:
    """A caution as the oracle sees it."""

    actions: tuple[str, ...]
    areas: tuple[str, ...]
    things: tuple[str, ...]
    about: tuple[str, ...]


World = tuple[dict[str, Worked], dict[str, Cautioned], dict[str, str]]


def some(values: list[str], most: int = 2, *, least: int = 0) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), min_size=least, max_size=most, unique=True)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draw tools, techniques, exercises, conditions, a routine, a guide, cautions, and their files."""
    things: dict[str, Worked] = {}
    files = {path: text for name in AREAS for path, text in area(name, PARENTS.get(name)).items()}
    names = [f"caution-{number}" for number in range(draw(st.integers(1, 4)))]

    def add(folder: str, thing_id: str, worked: Worked, **fields: object) -> None:
        things[thing_id] = worked
        files.update(thing(folder, thing_id, **fields))

    for number in range(draw(st.integers(0, 2))):
        does, areas, cautions = draw(st.sampled_from(ACTIONS)), draw(some(AREAS, 1)), draw(some(names, 1))
        worked = Worked(does, tuple(areas), (), tuple(cautions))
        add("tools", f"tool-{number}", worked, does=does, areas=areas, cautions=cautions)
    tools = list(things)
    for number, folder in enumerate(
        draw(st.lists(st.sampled_from(["techniques", "exercises"]), min_size=1, max_size=3))
    ):
        areas = draw(some(AREAS, least=1))
        used, cautions = draw(some(tools)) if tools else [], draw(some(names, 1))
        does = "massage" if folder == "techniques" else draw(st.sampled_from(ACTIONS))
        fields = {"areas": areas, "tools": used, "cautions": cautions} | (
            {} if folder == "techniques" else {"does": does}
        )
        uses = tuple((tool, area) for tool, area in product(used, areas))
        add(folder, f"{folder[:-1]}-{number}", Worked(does, tuple(areas), uses, tuple(cautions)), **fields)
    for number in range(draw(st.integers(0, 2))):
        areas = draw(some(AREAS))
        add("conditions", f"condition-{number}", Worked(None, tuple(areas), (), ()), areas=areas)
    treatments = [name for name in things if not name.startswith("condition")]
    steps = draw(st.lists(st.tuples(st.sampled_from(treatments), st.sampled_from(AREAS)), min_size=1, max_size=3))
    files |= routine("session", *({name.split("-")[0]: name, "area": place} for name, place in steps))
    things["session"] = Worked(None, (), tuple(steps), ())
    taught = draw(some([*treatments, "session"]))
    add("guides", "guide", Worked(None, (), tuple((name, None) for name in taught), ()), mentions=taught)
    conditions = [name for name in things if name.startswith("condition")]
    cautions_by_id = {}
    for name in names:
        one = Cautioned(
            tuple(draw(some(ACTIONS))),
            tuple(draw(some(AREAS, 1))),
            tuple(draw(some([*treatments, "session"], 1))),
            tuple(draw(some(conditions, 1))) if conditions else (),
        )
        cautions_by_id[name] = one
        level = draw(st.sampled_from(LEVELS))
        files |= caution(
            name, level, one.actions, areas=list(one.areas), things=list(one.things), about=list(one.about)
        )
    return things, cautions_by_id, files


def chain(place: str) -> Iterator[str]:
    yield place
    if place in PARENTS:
        yield from chain(PARENTS[place])


def touch(some_areas: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return any(one in chain(other) or other in chain(one) for one, other in product(some_areas, others))


def shows(
    things: Mapping[str, Worked], caution_id: str, one: Cautioned, name: str, places: tuple[str, ...] = ()
) -> bool:
    """Say whether a caution must stand on the page of a thing that is put to use at some places."""
    owner = things[name]
    here = (*owner.areas, *places)
    if name in (*one.things, *one.about) or caution_id in owner.cautions:
        return True
    if (owner.action in one.actions or owner.action is None) and touch(here, one.areas):
        return True
    if owner.action in one.actions and not one.areas:
        return True
    concerns = not one.areas or not here or touch(here, one.areas)
    return concerns and any(
        shows(things, caution_id, one, used, (*places, *([place] if place else []))) for used, place in owner.uses
    )


@given(worlds())
@settings(max_examples=150, deadline=None)
def test_a_caution_reaches_every_page_that_it_must(world: World) -> None:
    things, cautions, files = world
    found = reached(files)
    missing = [
        (caution_id, name)
        for (caution_id, one), name in product(cautions.items(), things)
        if shows(things, caution_id, one, name) and caution_id not in found[name]
    ]
    assert missing == []


def everything_on(things: Mapping[str, Worked], name: str) -> set[str]:
    return {name}.union(*(everything_on(things, used) for used, _ in things[name].uses))


def may_reach(things: Mapping[str, Worked], caution_id: str, one: Cautioned, name: str) -> bool:
    """Say whether anything on a page has to do with a caution at all."""
    on_page = everything_on(things, name)
    return (
        bool(on_page & {*one.things, *one.about})
        or any(caution_id in things[part].cautions or things[part].action in one.actions for part in on_page)
        or touch(things[name].areas, one.areas)
    )


@given(worlds())
@settings(max_examples=150, deadline=None)
def test_a_caution_reaches_no_page_that_has_nothing_to_do_with_it(world: World) -> None:
    things, cautions, files = world
    found = reached(files)
    needless = [
        (caution_id, name)
        for (caution_id, one), name in product(cautions.items(), things)
        if caution_id in found[name] and not may_reach(things, caution_id, one, name)
    ]
    assert needless == []
