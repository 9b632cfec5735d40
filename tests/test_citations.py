"""Citations are numbered in order of first use, and each leads to its entry in the list of sources and back."""

import re
from collections import Counter

import pytest

from tests.shown_pages import Element, rendered, shown, words_of
from tests.things import area, thing

KEYS = ("alpha2001", "beta2002", "gamma2003", "delta2004")
BIB = "\n".join(
    f"@article{{{key}, author = {{{key[:-4].capitalize()}, Anna}}, title = {{On {key}}}, year = {{{key[-4:]}}}}}"
    for key in KEYS
)
AREA = area("leg")
CLAIM = {"about": "ache", "certainty": "low", "applies": "indirect"}


def page_of(path: str, *files: dict[str, str]) -> Element:
    return shown(rendered(*files, bib=BIB)[path])


def rub(**fields: object) -> dict[str, str]:
    return {**AREA, **thing("techniques", "rub", areas=["leg"], **fields)}


def marks_of(page: Element) -> list[str]:
    return [words_of(mark) for mark in page.xpath("//sup[@class='cite']")]


def sources_of(page: Element) -> list[str]:
    return [words_of(item).split(" ")[0] for item in page.xpath("//div[@class='references']//li")]


def test_numbers_follow_the_order_of_first_use() -> None:
    page = page_of(
        "techniques/rub.md", rub(steps=["One [@gamma2003].", "Two [@alpha2001; @gamma2003].", "Three [@beta2002]."])
    )
    assert marks_of(page) == ["[1]", "[2]", "[1]", "[3]"]


def test_a_claim_that_cites_in_its_words_has_each_mark_once() -> None:
    claim = {"says": "It may help [@alpha2001].", "sources": ["alpha2001", "beta2002"], **CLAIM}
    page = page_of("techniques/rub.md", rub(steps=["One."], claims=[claim]), thing("conditions", "ache"))
    assert marks_of(page) == ["[1]", "[2]"]


def test_the_list_has_the_order_of_the_numbers() -> None:
    page = page_of("techniques/rub.md", rub(steps=["One [@gamma2003].", "Two [@alpha2001].", "Three [@beta2002]."]))
    assert sources_of(page) == ["Gamma", "Alpha", "Beta"]


def test_the_list_ends_with_what_the_page_as_a_whole_rests_on() -> None:
    page = page_of("techniques/rub.md", rub(steps=["One [@beta2002]."], sources=["alpha2001", "beta2002", "delta2004"]))
    assert sources_of(page) == ["Beta", "Alpha", "Delta"]


def test_a_source_that_is_never_cited_is_in_no_list() -> None:
    page = page_of("techniques/rub.md", rub(steps=["One [@beta2002]."]), thing("tools", "ball", sources=["alpha2001"]))
    assert sources_of(page) == ["Beta"]


def test_a_page_without_citations_has_no_list() -> None:
    assert page_of("techniques/rub.md", rub(steps=["One."])).xpath("//div[@class='references']") == []


CITING = rub(
    summary="It is old [@beta2002].",
    steps=["One [@gamma2003].", "Two [@alpha2001; @gamma2003]."],
    do=["Do [@gamma2003]."],
    sources=["delta2004"],
    claims=[{"says": "It may help.", "sources": ["alpha2001", "beta2002"], **CLAIM}],
)


@pytest.fixture(scope="module")
def citing() -> Element:
    return page_of("techniques/rub.md", CITING, thing("conditions", "ache"))


def test_every_source_of_a_page_is_in_its_list_once(citing: Element) -> None:
    assert Counter(sources_of(citing)) == Counter(["Alpha", "Beta", "Gamma", "Delta"])


def test_each_mark_leads_to_the_entry_of_its_number(citing: Element) -> None:
    for mark in citing.xpath("//sup[@class='cite']/a"):
        assert citing.xpath(f"//div[@class='references']//li[descendant-or-self::*[@id='{mark.get('href')[1:]}']]")
        assert mark.get("href") == f"#ref-{words_of(mark).strip('[]')}"


def test_each_entry_stands_at_its_own_number(citing: Element) -> None:
    entries = citing.xpath("//div[@class='references']/ol/li")
    anchors = [entry.xpath("descendant-or-self::*[starts-with(@id, 'ref-')]/@id") for entry in entries]
    assert anchors == [[f"ref-{number}"] for number in range(1, len(entries) + 1)]


def test_each_entry_leads_back_to_each_use(citing: Element) -> None:
    for entry in citing.xpath("//div[@class='references']//li"):
        (anchor,) = entry.xpath("descendant-or-self::*[starts-with(@id, 'ref-')]/@id")
        backs = [link.get("href")[1:] for link in entry.xpath(".//a[@class='back']")]
        assert backs == citing.xpath(f"//sup[@class='cite'][a/@href='#{anchor}']/@id")


def test_each_way_back_has_a_name_of_its_own(citing: Element) -> None:
    names = [link.get("aria-label") for link in citing.xpath("//a[@class='back']")]
    assert len(names) == len(set(names)) == 7


def test_anchors_are_unique(citing: Element) -> None:
    assert [anchor for anchor, times in Counter(citing.xpath("//@id")).items() if times > 1] == []


def test_a_claim_cites_each_of_its_sources(citing: Element) -> None:
    (claim,) = citing.xpath("//div[@class='claims']/ul/li")
    assert [words_of(mark) for mark in claim.xpath(".//sup")] == ["[3]", "[1]"]


def test_the_page_of_a_source_links_every_page_that_cites_it() -> None:
    pages = rendered(CITING, thing("conditions", "ache", sources=["gamma2003"]), bib=BIB)
    links = shown(pages["sources/gamma2003.md"]).xpath("//ul//a/@href")
    assert sorted(links) == ["../conditions/ache.md", "../techniques/rub.md"]


def test_the_bibliography_links_every_source_and_every_page_that_cites_it() -> None:
    pages = rendered(CITING, thing("conditions", "ache", sources=["gamma2003"]), bib=BIB)
    links = set(shown(pages["bibliography.md"]).xpath("//ul//a/@href"))
    assert links >= {*(f"sources/{key}.md" for key in KEYS), "conditions/ache.md", "techniques/rub.md"}


def test_a_reference_links_the_study_about_it() -> None:
    study = thing("studies", "alpha2001")
    page = page_of("techniques/rub.md", rub(steps=["One [@alpha2001; @beta2002]."]), study)
    assert page.xpath("//*[@id='ref-1']/a[not(@class)]/@href") == ["../studies/alpha2001.md"]
    assert page.xpath("//*[@id='ref-2']/a[not(@class)]/@href") == []


def test_citations_in_a_guide_are_numbered_in_its_text() -> None:
    guide = thing("guides", "page")
    (path, text), *_ = guide.items()
    body = (
        "## One\n\nSee [@beta2002] and [@alpha2001].\n\n`[@gamma2003]`\n\n```\n[@delta2004]\n```\n\nAgain [@beta2002]."
    )
    page = page_of("guides/page.md", {path: text.replace("Words.", body)})
    assert marks_of(page) == ["[1]", "[2]", "[1]"]
    assert sources_of(page) == ["Beta", "Alpha"]
    assert words_of(page).count("[@") == 2


def test_a_bibliography_of_many_sources_is_spread_over_pages_that_hold_them_all() -> None:
    keys = [f"key{number:03}" for number in range(95)]
    bib = "\n".join(f"@article{{{key}, title = {{T {key}}}, year = {{2000}}}}" for key in keys)
    pages = rendered(thing("tools", "ball", sources=keys), bib=bib)
    paths = ["bibliography.md", *(f"bibliography/page-{number}.md" for number in (2, 3, 4))]
    found = [link for path in paths for link in re.findall(r"sources/(key\d+)\.md", pages[path].content)]
    assert list(dict.fromkeys(found)) == keys
    assert [path for path in pages if path.startswith("bibliography")] == paths
