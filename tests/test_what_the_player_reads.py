"""What the page of a routine tells its player: seconds, optional steps, easier ways, what to do when it hurts."""

from tests.shown_pages import Element, rendered, shown, words_of
from tests.test_times_and_hubs import PARTS, RUB
from tests.things import routine, thing

EASY = {**PARTS, **thing("techniques", "rub", areas=["foot"], steps=["Rub."], repeat_time="5 s", lighter="Use a palm.")}


BEND = thing("exercises", "bend", areas=["foot"], repeat_time="30 s", easier="Bend it half as far.")


def page_of(*steps: dict[str, object]) -> Element:
    return shown(rendered(EASY, BEND, routine("session", *steps))["routines/session.md"])


def test_a_step_tells_its_seconds_for_each_side_or_once() -> None:
    page = page_of({**RUB, "time": "90 s"}, {**RUB, "side": "both", "time": "1 min"})
    assert [dict(dose.attrib) for dose in page.xpath("//*[@class='dose']")] == [
        {"class": "dose", "data-each": "90"},
        {"class": "dose", "data-once": "60"},
    ]


def test_an_easier_way_is_told_at_the_first_step_of_a_technique_only() -> None:
    page = page_of({**RUB, "time": "90 s"}, {**RUB, "time": "60 s"})
    assert [words_of(way) for way in page.xpath("//*[@class='easier']")] == ["Easier: Use a palm."]


def test_an_exercise_has_its_easier_way_too() -> None:
    page = page_of({"exercise": "bend", "area": "foot", "time": "60 s"})
    assert [words_of(way) for way in page.xpath("//*[@class='easier']")] == ["Easier: Bend it half as far."]


def test_the_place_of_a_step_is_linked_once() -> None:
    page = page_of({**RUB, "time": "90 s"}, {**RUB, "time": "60 s"})
    assert len(page.xpath("//*[@class='steps']//a[contains(@href, 'anatomy/foot')]")) == 1


def test_every_page_of_a_routine_has_a_place_for_the_player_before_its_steps() -> None:
    page = page_of({**RUB, "time": "90 s"})
    (player,) = page.xpath("//routine-player")
    assert player.getparent().getnext().get("class") == "steps"
