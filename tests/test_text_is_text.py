"""Whatever an author writes in a field shows on the page as it was written, and makes no element of its own."""

import html
from collections.abc import Mapping
from functools import cache
from typing import Final

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.rendering.front_matter import Head, write_front_matter
from generator.rendering.markdown_text import escape_markdown
from tests.hostile_pages import MakeText, Pages, Structure, folded, pages_where_every_text_is
from tests.hostile_words import HOSTILE
from tests.shown_pages import convert, front_matter_of, shown, words_of


def around(words: str) -> MakeText:
    return lambda mark, _: f"{words} {mark} {words}"


def in_second_paragraph(words: str) -> MakeText:
    def make(mark: str, has_paragraphs: bool) -> str:  # noqa: FBT001 (the form of MakeText)
        return f"Then{mark}\n\n{words} {mark} {words}" if has_paragraphs else f"{mark} plain"

    return make


@cache
def plain_pages() -> Pages:
    return pages_where_every_text_is(around("word"))


@cache
def plain_structures() -> Mapping[str, Structure]:
    return plain_pages().structures()


@cache
def plain_paragraphs() -> Pages:
    return pages_where_every_text_is(in_second_paragraph("word"))


@cache
def structures_of_plain_paragraphs() -> Mapping[str, Structure]:
    return plain_paragraphs().structures()


@pytest.fixture(scope="module", params=HOSTILE)
def hostile(request: pytest.FixtureRequest) -> Pages:
    return pages_where_every_text_is(around(request.param))


OF_BLOCKS: Final = [
    words for words in HOSTILE if [one.tag for one in convert(f"{words} a {words}").iter()] != ["body", "p"]
]
"""What can make something else of a paragraph that it begins."""


@pytest.fixture(scope="module", params=OF_BLOCKS)
def hostile_paragraphs(request: pytest.FixtureRequest) -> Pages:
    return pages_where_every_text_is(in_second_paragraph(request.param))


def test_every_text_of_the_model_is_on_the_page_of_its_thing() -> None:
    assert plain_pages().lost() == set()


def test_every_text_shows_as_written(hostile: Pages) -> None:
    assert hostile.lost() - plain_pages().lost() == set()


def test_no_text_makes_an_element_or_attribute(hostile: Pages) -> None:
    plain = plain_structures()
    found = hostile.structures()
    assert [path for path in plain if found[path] != plain[path]] == []


def test_no_name_makes_an_element_or_attribute_among_the_names_from_a_to_z(hostile: Pages) -> None:
    assert hostile.elements_of_a_to_z() <= plain_pages().elements_of_a_to_z()


def test_every_second_paragraph_shows_as_written(hostile_paragraphs: Pages) -> None:
    assert hostile_paragraphs.lost() - plain_pages().lost() == set()


def test_no_second_paragraph_makes_an_element_or_attribute(hostile_paragraphs: Pages) -> None:
    plain = structures_of_plain_paragraphs()
    found = hostile_paragraphs.structures()
    assert [path for path in plain if found[path] != plain[path]] == []


@pytest.mark.parametrize("field", ["do", "do_not", "steps", "mistakes.instead", "what_if.then"])
def test_a_second_paragraph_of_a_list_item_stays_in_the_item(field: str) -> None:
    pages = plain_paragraphs()
    mark = pages.written["techniques"][field].split()[-2]
    (paragraph,) = shown(pages.files["techniques/full-techniques.md"]).xpath(f"//p[contains(., 'word {mark} word')]")
    assert paragraph.getparent().tag == "li"


@pytest.mark.parametrize("words", ["**", "a\n\nb", "x" * 2000])
def test_a_description_is_one_line_of_bounded_length(words: str) -> None:
    for file in pages_where_every_text_is(around(words.replace("\n", " "))).files.values():
        description = str(front_matter_of(file)["description"])
        assert "\n" not in description
        assert len(description) <= 300 or "&" in description


@pytest.mark.parametrize("words", HOSTILE)
def test_front_matter_is_escaped_for_html_because_themes_do_not(words: str) -> None:
    written = write_front_matter(Head(title=words, summary=words, kind="technique", node={"name": words}))
    values = yaml.safe_load(written.removeprefix("---\n").removesuffix("---\n"))
    assert not set("<>\"'") & set(values["title"] + values["description"])
    assert html.unescape(values["title"]) == folded(words)


printable = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"), exclude_characters="\u2028\u2029"), min_size=1
)
signs = st.text(st.sampled_from(" abc019\\`*_{}[]()<>#+-.!|&;:=~?/\"'^$%@"), min_size=1, max_size=30)


@given(text=printable | signs)
@settings(max_examples=200, deadline=None)
def test_any_text_comes_back_from_markdown_as_it_was(text: str) -> None:
    page = convert(escape_markdown(text))
    assert words_of(page) == folded(text)


@given(text=printable | signs)
@settings(max_examples=200, deadline=None)
def test_any_text_makes_at_most_a_paragraph(text: str) -> None:
    page = convert(escape_markdown(text))
    assert [element.tag for element in page.iter()] in (["body"], ["body", "p"])


@given(text=signs.filter(str.strip))
@settings(max_examples=150, deadline=None)
def test_any_text_comes_back_from_a_heading_and_a_list(text: str) -> None:
    escaped = escape_markdown(text)
    page = convert(f"# {escaped}\n\n- First\n\n    {escaped}\n\n1. {escaped}\n\n    Last\n")
    found = [words_of(element) for element in page.xpath("//h1 | //li/p")]
    assert found == [folded(text), "First", folded(text), folded(text), "Last"]
