"""How hard a text is to read: the automated readability index, from letters, words and sentences alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_SENTENCE_END: Final = re.compile(r"[.!?]+[\"”’)\]]*(?:\s+|$)")
_LETTER_OR_DIGIT: Final = re.compile(r"[^\W_]")
_INITIAL_OR_NUMBER: Final = re.compile(r"(?:^|\s)(?:[A-Z]|e\.g|i\.e|Dr|vs|al)$")


@dataclass(frozen=True)
class Reading:
    """What a text is made of. Texts add up, so a page's index counts every word alike."""

    characters: int = 0
    words: int = 0
    sentences: int = 0

    def __add__(self, other: "Reading") -> "Reading":
        """Put two texts together."""
        return Reading(self.characters + other.characters, self.words + other.words, self.sentences + other.sentences)

    @property
    def index(self) -> float:
        """The automated readability index: about the school year, in the USA, that reads it with ease.

        4.71 × characters a word + 0.5 × words a sentence − 21.43 (Smith and Senter 1967, AMRL-TR-66-220). Only
        letters and digits are characters. 0 where there are no words.
        """
        if not self.words:
            return 0.0
        return 4.71 * self.characters / self.words + 0.5 * self.words_a_sentence - 21.43

    @property
    def words_a_sentence(self) -> float:
        """How long the sentences are, on average; 0 where there are none."""
        return self.words / self.sentences if self.sentences else 0.0


def measure_text(text: str) -> Reading:
    """Count one plain text; its end ends a sentence."""
    characters = words = sentences = 0
    for sentence in split_sentences(text):
        counted = [length for length in (len(_LETTER_OR_DIGIT.findall(word)) for word in sentence.split()) if length]
        if counted:
            characters += sum(counted)
            words += len(counted)
            sentences += 1
    return Reading(characters, words, sentences)


def split_sentences(text: str) -> list[str]:
    """Cut a plain text into sentences; the point of an initial or an abbreviation ends none."""
    found: list[str] = []
    at = 0
    for end in _SENTENCE_END.finditer(text):
        if end[0].startswith(".") and _INITIAL_OR_NUMBER.search(text[at : end.start()]):
            continue
        found.append(text[at : end.end()].strip())
        at = end.end()
    if text[at:].strip():
        found.append(text[at:].strip())
    return found


def measure_all(texts: Iterable[str]) -> Reading:
    """Count several texts as one page."""
    return sum((measure_text(text) for text in texts), Reading())
