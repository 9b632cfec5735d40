"""Rules about how hard a page is to read."""

from collections.abc import Iterator
from typing import Final

from generator.checking.rule import Finding, Inspection, rule
from generator.diagnostics import Severity
from generator.model.page_texts import page_texts
from generator.model.readability import Reading, measure_text, split_sentences
from generator.model.thing import Thing

MOST_WORDS_AT_ALL: Final = 40
"""Words of one sentence: twice what the average may be. Nobody of 70 on a telephone holds on to more."""

MOST_WORDS_A_SENTENCE: Final = 20
"""Words, on average over a page (NHS digital service manual: keep sentences to no more than 20 words)."""

_FEWEST_WORDS: Final = 30
"""Words. A page of fewer has too few sentences for an average to mean anything."""


@rule("hard-to-read", Severity.WARNING, "A page is harder to read than its readers can be asked to.")
def find_hard_pages(inspection: Inspection) -> Iterator[Finding]:
    """Hold the readability index of each page against the most that its kind may have."""
    for record, thing in inspection.catalogue.of_kind(Thing):
        page = record.reading
        if page.words < _FEWEST_WORDS or page.index <= thing.kind.hardest_reading:
            continue
        hardest = max(page_texts(record.texts), key=lambda text: _weight(measure_text(text.words)))
        yield Finding(
            record.document.locate_offset(hardest.path, hardest.offset),
            f"This page has a readability index of {page.index:.1f}; at most {thing.kind.hardest_reading:g} is asked. "
            "Its hardest text begins here.",
            "Write shorter words and shorter sentences.",
        )


@rule("long-sentences", Severity.WARNING, "The sentences of a page are long.")
def find_long_sentences(inspection: Inspection) -> Iterator[Finding]:
    """Hold the average length of a page's sentences against 20 words."""
    for record, _ in inspection.catalogue.of_kind(Thing):
        page = record.reading
        if page.words < _FEWEST_WORDS or page.words_a_sentence <= MOST_WORDS_A_SENTENCE:
            continue
        longest = max(page_texts(record.texts), key=lambda text: measure_text(text.words).words_a_sentence)
        yield Finding(
            record.document.locate_offset(longest.path, longest.offset),
            f"The sentences of this page have {page.words_a_sentence:.0f} words on average; at most "
            f"{MOST_WORDS_A_SENTENCE} are asked. The longest begin here.",
            "Cut them in two.",
        )


@rule("endless-sentence", Severity.WARNING, "One sentence is too long to hold on to.")
def find_endless_sentences(inspection: Inspection) -> Iterator[Finding]:
    """Find single sentences that an average hides."""
    for record, _ in inspection.catalogue.of_kind(Thing):
        if record.reading.longest_sentence <= MOST_WORDS_AT_ALL:
            continue
        for text in page_texts(record.texts):
            longest = max((len(sentence.split()) for sentence in split_sentences(text.words)), default=0)
            if longest > MOST_WORDS_AT_ALL:
                yield Finding(
                    record.document.locate_offset(text.path, text.offset),
                    f"A sentence here has {longest} words; at most {MOST_WORDS_AT_ALL} are asked.",
                    "Cut it in two.",
                )


def _weight(text: Reading) -> float:
    """Weigh how hard a text is by how much of it there is: a long hard one is worth mending first."""
    return text.index * min(text.words, 30)
