"""The body map of the home page and the gateways that it leads to."""

from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import Final

import pytest
from lxml import etree

from generator.drawing.body_map import draw_body_map
from generator.linking.site import Place
from generator.model.fields import Part
from generator.model.kinds.anatomy import Anatomy, StructureKind
from generator.rendering import OutputFile
from generator.rendering.listings import MOST_LINKS_SHOWN
from tests.drawn_site import our_files, our_site
from tests.hostile_words import HOSTILE
from tests.shown_pages import Element, body_of, linked, pages_of, rendered, shown, words_of
from tests.things import caution, routine, thing

LARGEST_VIEW: Final = 15_000
LARGEST_MAP: Final = 24_000
"""Characters: beside the map the home page has about 13 KB, and no page may have over 40."""

MAP: Final = "//div[@class='body-map']"
LIST: Final = "//div[@id='places']"


def drawn_place(place: str, **fields: str) -> dict[str, str]:
    """Write a body part that the figure shows under its own id."""
    return thing("anatomy", place, **{"region": place, **fields})


BODY: Final = {
    **drawn_place("foot"),
    **drawn_place("sole", parent="foot"),
    **drawn_place("ball-of-foot", parent="sole"),
    **drawn_place("callus", parent="ball-of-foot", structure="tissue"),
    **drawn_place("toes", parent="foot"),
    **drawn_place("shin", part="lower-leg"),
}
"""Foot > (sole > ball > callus, toes), and the shin, which is no part of the foot."""


@cache
def real_pages() -> dict[str, OutputFile]:
    return pages_of(our_files())


def home_of(pages: dict[str, OutputFile]) -> Element:
    return shown(pages["index.md"])


def gathered(place: str, *files: dict[str, str]) -> dict[str, list[str]]:
    """Give the ids under each heading of a place's gateway."""
    (found,) = (one for one in linked(BODY, *files).places if one.area.id == place)
    return {group.heading: [page.thing.id for page in group.pages] for group in found.gateway.groups}


def drawn(places: Iterable[Place]) -> Element:
    return etree.fromstring(f"<div>{draw_body_map(tuple(places))}</div>")


def test_each_link_of_the_map_leads_to_a_page() -> None:
    links = home_of(real_pages()).xpath(f"{MAP}//a/@href")
    assert len(links) > 30
    assert {f"{link.removesuffix('/')}.md" for link in links} - real_pages().keys() == set()


def test_each_link_of_the_map_is_in_the_list_too() -> None:
    home = home_of(real_pages())
    listed = {link.replace(".md", "/") for link in home.xpath(f"{LIST}//a/@href")}
    assert set(home.xpath(f"{MAP}//a/@href")) - listed == set()


def test_every_region_and_joint_is_in_the_list() -> None:
    surface = {StructureKind.REGION, StructureKind.JOINT}
    parts = [page.thing for page in our_site().pages.values() if isinstance(page.thing, Anatomy)]
    wanted = {f"where/{part.id}.md" for part in parts if part.structure in surface}
    assert wanted - set(home_of(real_pages()).xpath(f"{LIST}//a/@href")) == set()


def test_every_region_and_joint_of_the_content_is_on_the_map() -> None:
    places = {f"where/{place.area.id}/" for place in our_site().places}
    assert places - set(home_of(real_pages()).xpath(f"{MAP}//a/@href")) == set()


def test_a_link_says_what_it_is_and_from_which_side() -> None:
    names = home_of(real_pages()).xpath(f"{MAP}//a/*[local-name()='title']/text()")
    assert {"Calf, from behind", "Back of the knee, from behind", "Sole of the foot, from below"} <= set(names)
    assert len(names) == len(set(names))


def test_a_place_of_both_legs_is_one_link() -> None:
    (front,) = home_of(real_pages()).xpath(f"{MAP}//figure[figcaption='Front']")
    links = front.xpath(".//a/@href")
    assert len(links) == len(set(links)) > 4


def test_both_legs_are_part_of_the_link() -> None:
    (link,) = drawn(linked(drawn_place("shin")).places).xpath("//figure[figcaption='Front']//a")
    assert link.xpath("*[local-name()='path']/@d")[0].count("M") == 2


def test_a_smaller_place_lies_above_the_one_that_it_is_in() -> None:
    (sole,) = drawn(linked(BODY).places).xpath("//figure[figcaption='Sole']")
    links = sole.xpath(".//a/@href")
    assert links.index("where/sole/") < links.index("where/ball-of-foot/")


def test_the_map_has_no_ids_styles_or_scripts() -> None:
    found = home_of(real_pages()).xpath(f"{MAP}//@id | {MAP}//@style | {MAP}//script | {MAP}//use")
    assert found == []


def test_the_map_is_one_line_of_html() -> None:
    assert "\n" not in str(draw_body_map(our_site().places))


def test_no_view_is_large() -> None:
    views = str(draw_body_map(our_site().places)).split("</figure>")
    assert max(len(view) for view in views) < LARGEST_VIEW
    assert sum(len(view) for view in views) < LARGEST_MAP


def test_a_view_without_places_is_left_out() -> None:
    captions = drawn(linked(drawn_place("calf")).places).xpath("//figcaption/text()")
    assert captions == ["Back", "Inner side", "Outer side"]


def test_a_place_that_is_drawn_as_another_takes_its_shape() -> None:
    links = drawn(linked(drawn_place("back-of-leg", region="calf")).places).xpath("//a/@href")
    assert set(links) == {"where/back-of-leg/"}


def test_a_place_keeps_its_own_shape_where_another_is_drawn_as_it() -> None:
    places = linked(drawn_place("calf"), drawn_place("belly-of-calf", region="calf")).places
    assert set(drawn(places).xpath("//a/@href")) == {"where/calf/"}


def test_without_places_that_are_drawn_there_is_no_map() -> None:
    home = home_of(rendered(drawn_place("elbow")))
    assert home.xpath("//figure | //a[@href='#places']") == []
    assert home.xpath(f"{LIST}//a/@href") == ["where/foot.md", "where/elbow.md"]


@pytest.mark.parametrize("words", HOSTILE)
def test_the_name_of_a_place_is_text_on_the_map(words: str) -> None:
    printable = "".join(letter for letter in words if letter.isprintable()).strip() or "x"
    (title,) = drawn(linked(drawn_place("toes", name=printable)).places).xpath(
        "//figure[figcaption='Sole']//*[local-name()='title']"
    )
    assert title.text == f"{printable[0].upper()}{printable[1:]}, from below"


def test_a_place_is_named_by_its_plain_word() -> None:
    assert [place.named.name for place in linked(drawn_place("fossa", plain="back of the knee")).places] == [
        "Back of the knee"
    ]


def test_what_works_a_place_or_what_is_in_it_or_around_it_may_help_the_nearest_first() -> None:
    worked = ("callus", "foot", "sole", "toes")
    rubs = [thing("techniques", f"rub-{one}", areas=[one], stroke=stroke(one)) for one in worked]
    assert gathered("sole", *rubs)["What may help"] == ["rub-sole", "rub-callus", "rub-foot"]


def test_a_routine_helps_the_places_of_its_steps() -> None:
    rub = thing("techniques", "rub", areas=["sole"], stroke=stroke("sole"))
    session = routine("session", {"technique": "rub", "area": "toes"})
    assert gathered("toes", rub, session)["What may help"] == ["session"]


def test_cautions_come_before_conditions_in_what_to_watch_for() -> None:
    ache = thing("conditions", "ache", areas=["toes"])
    keep_off = caution("keep-off", "local", ["massage"], areas=["toes"])
    everywhere = caution("everywhere", "ask-first", ["massage"])
    assert gathered("toes", ache, keep_off, everywhere)["What to watch for"] == ["keep-off", "ache"]


def test_a_place_teaches_itself_what_belongs_to_it_and_what_it_belongs_to() -> None:
    assert gathered("ball-of-foot")["What to learn"] == ["ball-of-foot", "callus", "sole", "foot"]


def test_the_headings_of_a_gateway_say_what_for() -> None:
    rub = thing("techniques", "rub", areas=["toes"], stroke=stroke("toes"))
    page = shown(rendered(BODY, rub, thing("conditions", "ache", areas=["toes"]))["where/toes.md"])
    headings = [words_of(heading).rstrip("#").strip() for heading in page.xpath("//h2")]
    assert headings[-3:] == ["What may help", "What to watch for", "What to learn"]


def test_what_concerns_only_the_place_beside_it_is_left_out() -> None:
    assert gathered("shin", thing("conditions", "ache", areas=["toes"])) == {"What to learn": ["shin"]}


def test_a_place_with_the_name_of_a_part_leads_to_the_gateway_of_the_part() -> None:
    site = linked(BODY)
    (foot,) = (place for place in site.places if place.area.id == "foot")
    assert foot.gateway in site.parts


def test_a_place_with_the_name_of_an_empty_part_has_its_own_gateway() -> None:
    pages = rendered(drawn_place("foot", part="whole-leg"))
    assert [path for path in pages if path.startswith("where/")] == ["where/whole-leg.md", "where/foot.md"]


@pytest.mark.parametrize("structure", [kind.value for kind in StructureKind])
def test_places_are_regions_and_joints(structure: str) -> None:
    places = linked(drawn_place("toes", structure=structure)).places
    assert bool(places) == (structure in {"region", "joint"})


def test_the_list_groups_the_places_by_part() -> None:
    items = home_of(rendered(BODY)).xpath(f"{LIST}/ul/li")
    found = {item.xpath("string(.//a)"): item.xpath("ul//a/@href") for item in items}
    assert found == {
        "Foot and ankle": ["where/ball-of-foot.md", "where/sole.md", "where/toes.md"],
        "Lower leg and calf": ["where/shin.md"],
    }


def test_the_list_stays_short_on_a_large_site_and_leads_to_all_places() -> None:
    many = {path: text for n in range(40) for path, text in drawn_place(f"spot-{n:02}").items()}
    pages = rendered(BODY, many)
    links = home_of(pages).xpath(f"{LIST}/ul/li[1]/ul//a/@href")
    assert links[:3] == ["where/ball-of-foot.md", "where/sole.md", "where/toes.md"]
    assert len(links) == MOST_LINKS_SHOWN + 1
    assert links[-1] in pages
    listed = chain.from_iterable(shown(pages[path]).xpath("//li/a/@href") for path in pages if "/all/places" in path)
    assert {link.rpartition("/")[2] for link in listed} >= {f"spot-{n:02}.md" for n in range(40)}


def test_the_map_stands_in_one_block_of_the_pages_markdown() -> None:
    (line,) = (one for one in body_of(real_pages()["index.md"]).splitlines() if "<figure" in one)
    assert line.startswith('<div class="body-map"')
    assert line.endswith("</div>")


def stroke(place: str) -> dict[str, str]:
    return {"kind": "glide", "hand": "flat-hands", "start": place, "end": place, "direction": "upwards"}


def test_a_part_of_the_body_leads_to_what_may_help_what_to_watch_for_and_what_to_learn() -> None:
    (knee,) = (gateway for gateway in our_site().parts if gateway.choice is Part.KNEE)
    groups = {group.heading: {page.kind.folder for page in group.pages} for group in knee.groups}
    assert groups == {
        "What may help": {"techniques", "exercises", "tools", "routines"},
        "What to watch for": {"conditions"},
        "What to learn": {"anatomy", "questions"},
    }
