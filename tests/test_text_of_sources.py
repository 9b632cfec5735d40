"""Whatever a bibliography holds shows on the pages as it is, and makes no element of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.reference import PersonName, Reference, address_of_key
from generator.rendering import OutputFile
from generator.rendering.vancouver import format_reference
from tests.full_things import BIB, SOURCE, others
from tests.hostile_pages import Structure, folded, structure_of
from tests.hostile_words import HOSTILE
from tests.shown_pages import Element, convert, pages_of_catalogue, rendered, shown, shown_once, words_of
from tests.things import catalogue_of, thing

SHOWN = ("title", "container", "publisher", "year", "volume", "number", "pages", "accessed", "note")


def source_with(**values: object) -> Reference:
    reference = catalogue_of(others(), BIB).references[SOURCE]
    return replace(reference, **values)  # type: ignore[arg-type]  # the tests give what the fields take


def pages_of(source: Reference) -> dict[str, OutputFile]:
    return pages_of_catalogue(replace(catalogue_of(others(), BIB), references={SOURCE: source}))


def with_every_field(words: str) -> Reference:
    values = {name: f"{words} {name} {words}" for name in SHOWN}
    return source_with(**values, authors=(PersonName(f"{words} family {words}"),))


def as_printed(text: str) -> str:
    """A reference ends its parts with one full stop, and has dashes between pages."""
    return folded(text).replace("--", "–").replace("-", "–").rstrip(".")


@dataclass(frozen=True)
class Hostile:
    """A source each field of which holds the same words, and all pages as a reader gets them."""

    source: Reference
    pages: Mapping[str, Element]


@pytest.fixture(scope="module", params=HOSTILE)
def hostile(request: pytest.FixtureRequest) -> Hostile:
    source = with_every_field(request.param)
    return Hostile(source, {path: shown_once(file) for path, file in pages_of(source).items()})


@cache
def plain_structures() -> Mapping[str, Structure]:
    return {path: structure_of(shown_once(file)) for path, file in pages_of(with_every_field("word")).items()}


@cache
def plain_pages_without_authors() -> Mapping[str, OutputFile]:
    return pages_of(source_with(authors=(), title="word title"))


def test_every_field_of_a_source_shows_as_written(hostile: Hostile) -> None:
    source = hostile.source
    told = as_printed(words_of(hostile.pages["sources/smith2020.md"]))
    assert [name for name in SHOWN if as_printed(getattr(source, name)) not in told] == []
    assert as_printed(source.authors[0].family) in told


def test_no_field_of_a_source_makes_an_element(hostile: Hostile) -> None:
    plain = plain_structures()
    found = {path: structure_of(page) for path, page in hostile.pages.items()}
    assert [path for path in plain if found[path] != plain[path]] == []


@pytest.mark.parametrize("words", HOSTILE)
def test_a_source_without_authors_may_begin_with_any_words(words: str) -> None:
    pages = pages_of(source_with(authors=(), title=f"{words} title"))
    plain = plain_pages_without_authors()
    for path in ("sources/smith2020.md", "bibliography.md", "studies/smith2020.md"):
        assert folded(f"{words} title") in words_of(shown_once(pages[path]))
        assert structure_of(shown_once(pages[path])) == structure_of(shown_once(plain[path]))


ADDRESSES = [
    "https://e.example/a(b)c",
    "https://e.example/a_b_c*d*e",
    "https://e.example/a`b`c",
    "https://e.example/a'b'c",
    "https://e.example/{.cls}",
    "https://e.example/[x]",
    "https://e.example/?a=1&lt=2&amp;b=3",
    "https://e.example/a\\b",
    "https://e.example/a|b",
    "https://e.example/100%25",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_of_a_source_is_linked_whole(address: str) -> None:
    (link,) = convert(format_reference(source_with(url=address))).xpath("//a")
    same = str.maketrans(
        {"(": "%28", ")": "%29", "_": "%5F", "*": "%2A", "\\": "%5C", "`": "%60", "{": "%7B", "}": "%7D"}
    )
    more = str.maketrans({"[": "%5B", "]": "%5D", "|": "%7C", "'": "%27"})
    assert link.get("href").translate(same).translate(more) == address.translate(same).translate(more)


DOIS = ["10.1002/(SICI)1097-0258(19980815)17:15/16<1661::AID-SIM968>3.0.CO;2-2", "10.1000/a_b_c", "10.1000/`x`[y]{z}|*"]


@pytest.mark.parametrize("doi", DOIS)
def test_a_doi_shows_as_it_is_and_is_linked(doi: str) -> None:
    (link,) = convert(format_reference(source_with(doi=doi))).xpath("//a")
    assert words_of(link) == f"doi:{doi}"
    assert link.get("href").startswith("https://doi.org/10.")


@pytest.mark.parametrize(
    "raw", ["@article{a,\n  note = {```},\n\n\n  x = {1},\n}", "@article{a,\n~~~~\n</code><b>&lt;\n}"]
)
def test_bibtex_to_copy_is_the_entry_as_it_stands(raw: str) -> None:
    page = shown(pages_of(source_with(bibtex=raw))["sources/smith2020.md"])
    (code,) = page.xpath("//pre/code")
    assert code.text_content().strip() == raw


def test_a_reference_has_the_form_of_vancouver() -> None:
    source = source_with(
        authors=tuple(PersonName(f"Name{i}", "Anna-Maria B.") for i in range(7)),
        title="On feet",
        container="Journal of Feet",
        year="2020",
        volume="12",
        number="3",
        pages="45--50",
        doi="10.1000/182",
        pmid="123",
        pmcid="PMC456",
    )
    assert words_of(convert(format_reference(source))) == (
        "Name0 AMB, Name1 AMB, Name2 AMB, Name3 AMB, Name4 AMB, Name5 AMB, et al. On feet. Journal of Feet. "
        "2020;12(3):45–50. doi:10.1000/182 PubMed 123 Free full text"
    )


def test_keys_of_other_alphabets_get_pages_of_their_own() -> None:
    keys = ["smith:2020", "Smith/2020b", "文", "字"]
    bib = "\n".join(f"@article{{{key}, title = {{Title {n}}}, year = {{2020}}}}" for n, key in enumerate(keys))
    files = thing("tools", "ball", sources=keys)
    pages = [
        path for path in rendered(files, thing("studies", "smith2020"), bib=bib + BIB) if path.startswith("sources/")
    ]
    assert len(pages) == len(keys) + 1


@given(key=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20))
@settings(max_examples=200, deadline=None)
def test_any_key_makes_an_address_of_plain_letters(key: str) -> None:
    address = address_of_key(key)
    assert address
    assert set(address) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_the_tests_know_every_field_of_a_reference() -> None:
    known = {*SHOWN, "key", "type", "authors", "more_authors", "doi", "pmid", "pmcid", "url", "bibtex"}
    assert {field.name for field in fields(Reference)} == known
