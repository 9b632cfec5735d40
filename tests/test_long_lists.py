"""A page stays bounded however much refers to it, and the pages of its lists hold all of it."""

import re
from functools import cache
from itertools import pairwise

from generator.rendering import OutputFile
from generator.rendering.listings import LINKS_A_PAGE, MOST_CARDS_SHOWN, MOST_LINKS_SHOWN
from tests.shown_pages import front_matter_of, rendered, shown, words_of
from tests.things import area, thing

MANY = 230


def tools(number: int) -> dict[str, str]:
    files: dict[str, str] = {}
    for index in range(number):
        files |= thing("tools", f"tool-{index:03}", name=f"Tool {index:03}", areas=["foot"])
    return files


@cache
def pages(number: int) -> dict[str, OutputFile]:
    return rendered(area("foot"), tools(number))


def tools_linked(file: OutputFile) -> list[str]:
    return re.findall(r"tools/(tool-\d+)\.md", file.content)


FIRST = "anatomy/foot/all/tools-that-work-this-area.md"
LISTS = [FIRST, *(FIRST.replace(".md", f"-{number}.md") for number in (2, 3))]


def test_as_many_links_as_a_page_shows_need_no_list() -> None:
    found = pages(MOST_LINKS_SHOWN)
    assert len(tools_linked(found["anatomy/foot.md"])) == MOST_LINKS_SHOWN
    assert FIRST not in found


def test_one_link_more_makes_a_list_that_holds_them_all() -> None:
    found = pages(MOST_LINKS_SHOWN + 1)
    assert len(tools_linked(found["anatomy/foot.md"])) == MOST_LINKS_SHOWN
    assert len(tools_linked(found[FIRST])) == MOST_LINKS_SHOWN + 1


def test_a_page_with_hundreds_of_back_links_shows_a_few_and_the_way_to_all() -> None:
    page = pages(MANY)["anatomy/foot.md"]
    assert len(tools_linked(page)) == MOST_LINKS_SHOWN
    (link,) = shown(page).xpath(f"//a[contains(., 'All {MANY}')]")
    assert link.get("href") == FIRST.removeprefix("anatomy/")


def test_the_pages_of_a_list_hold_every_link_once() -> None:
    found = pages(MANY)
    listed = [tool for path in LISTS for tool in tools_linked(found[path])]
    assert listed == [f"tool-{index:03}" for index in range(MANY)]
    assert max(len(tools_linked(found[path])) for path in LISTS) == LINKS_A_PAGE


def test_every_page_of_a_list_can_be_reached_from_the_one_before() -> None:
    found = pages(MANY)
    for before, after in pairwise(LISTS):
        links = shown(found[before]).xpath("//a/@href")
        told = str(front_matter_of(found[before]))
        assert after.rsplit("/", 1)[1] in links or after.removesuffix(".md") in told


def test_every_page_of_a_list_says_what_it_lists_and_which_page_it_is() -> None:
    found = pages(MANY)
    assert [words_of(shown(found[path]).xpath("//h1")[0]).rstrip("#") for path in LISTS[:2]] == [
        "Foot: tools that work this area",
        "Foot: tools that work this area, page 2 of 3",
    ]


def test_an_index_shows_a_bounded_number_of_cards_and_its_lists_hold_all() -> None:
    found = pages(MANY)
    assert len(set(tools_linked_in_hub(found["tools/index.md"]))) <= MOST_CARDS_SHOWN
    lists = [path for path in found if path.startswith("tools/all/")]
    assert sorted(tool for path in lists for tool in set(tools_linked_in_hub(found[path]))) == [
        f"tool-{index:03}" for index in range(MANY)
    ]


def tools_linked_in_hub(file: OutputFile) -> list[str]:
    return re.findall(r"(tool-\d+)\.md", file.content)


def test_a_gateway_shows_a_bounded_number_of_cards() -> None:
    assert len(tools_linked(pages(MANY)["where/foot.md"])) <= MOST_CARDS_SHOWN


def test_no_page_grows_with_the_site() -> None:
    largest = max(len(file.content) for file in pages(MANY).values())
    assert largest < 20_000
