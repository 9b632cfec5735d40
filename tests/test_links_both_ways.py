"""What refers to a thing shows on that thing's page, whatever the field of the model."""

from collections.abc import Iterator
from typing import Annotated, get_args, get_origin

import pytest
from pydantic import BaseModel

from generator.linking import Site
from generator.model.fields import RefersTo
from generator.model.kind_registry import kinds_by_folder
from tests.full_things import BIB, full_thing, others
from tests.shown_pages import linked, rendered, shown
from tests.things import area, caution, routine, thing


def relations(annotation: object, metadata: tuple[object, ...] = ()) -> Iterator[RefersTo]:
    """Find every mark of a reference in a type, however deep."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        yield from relations(inner, (*more, *metadata))
        return
    yield from (mark for mark in metadata if isinstance(mark, RefersTo))
    for inner in get_args(annotation):
        yield from relations(inner)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for field in annotation.model_fields.values():
            yield from relations(field.annotation, tuple(field.metadata))


RELATIONS = sorted(
    {
        (folder, mark.kinds[0], mark.inverse)
        for folder, model in kinds_by_folder().items()
        for mark in relations(model)
        if mark.inverse
    }
)


@pytest.fixture(scope="module")
def site() -> Site:
    files = {
        path: text for folder in kinds_by_folder() for path, text in full_thing(folder, lambda *_: "Words").items()
    }
    return linked({path: named(path, text) for path, text in files.items()}, others(), bib=BIB)


def named(path: str, text: str) -> str:
    return text.replace("name: Words", f"name: Full {path.split('/')[1]}", 1)


@pytest.mark.parametrize(("folder", "target", "inverse"), RELATIONS)
def test_a_reference_shows_on_both_pages(site: Site, folder: str, target: str, inverse: str) -> None:
    plural = kinds_by_folder()[folder].kind.plural
    heading = inverse.format(plural)
    groups = {group.heading: group for group in site.pages[f"other-{target}"].back_links}
    shown_under = groups[heading[0].upper() + heading[1:]]
    assert f"full-{folder}" in [link.id for link in shown_under.links]


def test_the_model_has_relations_to_hold_this_against() -> None:
    assert len(RELATIONS) > 15


def test_a_link_in_a_text_shows_on_the_page_it_leads_to() -> None:
    site = linked(area("foot"), thing("tools", "ball", feel="Good for the [[foot|sole]]."))
    assert [(g.heading, [n.id for n in g.links]) for g in site.pages["foot"].back_links] == [
        ("Also mentioned on", ["ball"])
    ]


def test_what_refers_in_two_ways_of_one_kind_shows_once_under_a_heading() -> None:
    session = routine("session", {"tool": "ball", "area": "foot"}, {"tool": "ball", "area": "foot"})
    site = linked(area("foot"), thing("tools", "ball"), session)
    (group,) = site.pages["ball"].back_links
    assert [link.id for link in group.links] == ["session"]


def test_back_links_are_in_order_of_name_whatever_the_capitals() -> None:
    names = ["Zebra", "apple", "Mango", "banana"]
    tools = {p: t for name in names for p, t in thing("tools", name.lower(), name=name, areas=["foot"]).items()}
    (group,) = linked(area("foot"), tools).pages["foot"].back_links
    assert [link.name for link in group.links] == ["apple", "banana", "Mango", "Zebra"]


def test_a_page_that_nothing_refers_to_has_no_back_links() -> None:
    assert linked(area("foot")).pages["foot"].back_links == ()


CLAIM = {"about": "ache", "sources": ["smith2020"], "certainty": "low", "applies": "indirect"}
CLAIMING = {
    **area("foot"),
    **thing("conditions", "ache"),
    **thing("studies", "smith2020"),
    **thing("tools", "ball", claims=[{"says": "A ball may help.", **CLAIM}]),
    **thing("tools", "stick", claims=[{"says": "A stick may help.", **CLAIM}]),
}


def test_the_page_of_a_study_lists_the_claims_that_rest_on_it() -> None:
    page = shown(rendered(CLAIMING, bib=BIB)["studies/smith2020.md"])
    claims = page.xpath("//details[starts-with(summary, 'Claims')]//div//li")
    assert [claim.xpath(".//a[contains(@href, 'tools')]/@href") for claim in claims] == [
        ["../tools/ball.md"],
        ["../tools/stick.md"],
    ]
    assert ["may help" in claim.text_content() for claim in claims] == [True, True]


def test_the_page_of_a_condition_lists_the_claims_about_it() -> None:
    site = linked(CLAIMING, bib=BIB)
    assert [claim.page.id for claim in site.pages["ache"].claims_about] == ["ball", "stick"]


def test_the_page_of_a_caution_lists_every_page_that_it_reaches() -> None:
    site = linked(caution("hot", "care", ["massage"]), area("foot"), thing("tools", "ball"), thing("tools", "stick"))
    assert [(g.heading, [n.id for n in g.links]) for g in site.pages["hot"].reached] == [("Tools", ["ball", "stick"])]


def test_every_link_of_every_page_leads_to_a_page() -> None:
    files = {path: named(path, t) for f in kinds_by_folder() for path, t in full_thing(f, lambda *_: "Words").items()}
    pages = rendered(files, others(), bib=BIB)
    for path, file in pages.items():
        for link in shown(file).xpath("//a/@href"):
            is_elsewhere = link.startswith(("#", "https://", "tel:")) or link.endswith((".pdf", ".json"))
            assert is_elsewhere or resolved(path, link) in pages, (path, link)


def resolved(path: str, link: str) -> str:
    """Find the file that a link leads to; a drawing's links are addresses already, which no one rewrites."""
    parts = path.split("/")[:-1]
    for step in link.partition("#")[0].split("/"):
        if step == "..":
            parts.pop()
        else:
            parts.append(step)
    return "/".join(parts) if parts[-1] else "/".join(parts[:-1]) + ".md"
