"""How hard a text is: counted as the index's own formula does, and told where the text stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.page_texts import page_texts
from generator.model.readability import Reading, measure_all, measure_text, split_sentences
from generator.reading.documents import parse_markdown_document
from generator.reading.source_file import SourceFile
from tests.things import catalogue_of


def test_the_index_is_the_formula_of_smith_and_senter() -> None:
    # 9 letters, 3 words, 1 sentence: 4.71 × 3 + 0.5 × 3 − 21.43
    assert measure_text("The cat sat.").index == pytest.approx(-5.8)


def test_letters_and_digits_count_and_signs_do_not() -> None:
    assert measure_text("It’s 30–60 s (short).") == Reading(3 + 4 + 1 + 5, words=4, sentences=1)


def test_the_longest_sentence_is_counted_in_words() -> None:
    assert measure_text(f"Short. {'word ' * 41}end. Short.").longest_sentence == 42
    assert measure_text("Short. Short.").longest_sentence == 0


def test_a_text_without_words_has_no_index() -> None:
    assert measure_text("– … –") == Reading()
    assert Reading().index == 0
    assert Reading().words_a_sentence == 0


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Sit down. Rest.", 2),
        ("Does it hurt? Stop!", 2),
        ("Say “it hurts.” Then stop.", 2),
        ("Dr. Ren saw 86 people.", 1),
        ("Use a pack, e.g. a bag of peas.", 1),
        ("It took 3.5 minutes", 1),
        ("One thing: rest", 1),
    ],
)
def test_sentences_end_where_a_reader_would_pause(text: str, sentences: int) -> None:
    assert len(split_sentences(text)) == sentences


@given(st.text())
def test_no_word_is_lost_between_sentences(text: str) -> None:
    assert " ".join(split_sentences(text)).split() == text.split()


@given(st.lists(st.text(max_size=60), max_size=5))
def test_a_page_counts_what_its_texts_count(texts: list[str]) -> None:
    whole = measure_all(texts)
    assert whole.words == sum(measure_text(text).words for text in texts)
    assert whole.sentences <= whole.words


GUIDE = """\
---
id: page
name: Page
summary: How to begin.
reviewed: 2026-11-01
review_due: 2028-11-01
group: start
---

## Begin *gently*

Use **both** hands, see [[foot|the foot]] and
[the service](https://example.org/) [@smith2020].

- First one.
1. Then two.

> And a word.
"""


def test_the_texts_of_a_guide_are_its_headings_items_and_paragraphs() -> None:
    record = catalogue_of({"content/guides/page.md": GUIDE}).records["page"]
    body = [text.words for text in page_texts(record.texts) if text.path == ("body",)]
    assert body == [
        "Begin gently",
        "Use both hands, see the foot and the service.",
        "First one.",
        "Then two.",
        "And a word.",
    ]


def test_each_text_of_a_guide_is_told_where_it_stands() -> None:
    document, _ = parse_markdown_document(SourceFile("content/guides/page.md", GUIDE))
    assert document is not None
    record = catalogue_of({"content/guides/page.md": GUIDE}).records["page"]
    for text in page_texts(record.texts):
        place = document.locate_offset(text.path, text.offset)
        assert GUIDE.splitlines()[place.line - 1][place.column - 1 :].startswith(text.words[:3])
