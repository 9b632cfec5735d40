"""How hard a text is to read: the automated readability index, from letters, words and sentences alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_SENTENCE_END: Final = re.compile(r"[.!?][.!?]*[\"”’)\]]*(?:\s+|$)")
"""The first sign stands apart from its repetition: then the search jumps from one to the next."""

_SHORTENED: Final = re.compile(r"(?:\b[A-Z]|\be\.g|\bi\.e|\bDr|\bvs|\bal)\Z")
"""What a point may stand behind without ending a sentence: an initial or an abbreviation."""

_ENDS_OF_SHORTENED: Final = frozenset({".g", ".e", "Dr", "vs", "al"})
_LONGEST_SHORTENED: Final = 4
"""Characters: the longest of them, and the one before it."""

_LONG_SENTENCE: Final = 80
"""Characters. What is shorter has fewer than 40 words, and need not be counted."""

_ASCII: Final = bytes(range(128))
_NO_ASCII_LETTERS: Final = bytes(sign for sign in range(256) if sign >= len(_ASCII) or not chr(sign).isalnum())
"""Letters and digits are counted as what is left of a text without these: bytes go quicker than signs."""

_LETTER_OR_DIGIT: Final = re.compile(r"[^\W_]")
_SIGNS_ALONE: Final = re.compile(r"\s[\W_]+(?=\s)")
"""Signs between spaces that make up no word; there may be spaces among them too."""


@dataclass(frozen=True)
class Reading:
    """What a text is made of. Texts add up, so a page's index counts every word alike.

    `longest_sentence` is in words, and 0 where no sentence has more than 80 characters.
    """

    characters: int = 0
    words: int = 0
    sentences: int = 0
    longest_sentence: int = 0

    def __add__(self, other: "Reading") -> "Reading":
        """Put two texts together."""
        return Reading(
            self.characters + other.characters,
            self.words + other.words,
            self.sentences + other.sentences,
            max(self.longest_sentence, other.longest_sentence),
        )

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
    words = len(text.split()) - sum(len(signs.split()) for signs in _SIGNS_ALONE.findall(f" {text} "))
    if not words:
        return Reading()
    raw = text.encode("utf-8", "replace")
    beyond_ascii = raw.translate(None, _ASCII).decode()
    characters = len(raw.translate(None, _NO_ASCII_LETTERS)) + sum(map(str.isalnum, beyond_ascii))
    ends = _ends_of_sentences(text)
    long = ((start, end) for start, end in pairwise([0, *ends, len(text)]) if end - start > _LONG_SENTENCE)
    longest = max((len(text[start:end].split()) for start, end in long), default=0)
    is_open = _LETTER_OR_DIGIT.search(text, ends[-1] if ends else 0) is not None
    return Reading(characters, words, min(len(ends) + is_open, words), longest)


def split_sentences(text: str) -> list[str]:
    """Cut a plain text into sentences."""
    ends = _ends_of_sentences(text)
    if not ends or text[ends[-1] :].strip():
        ends.append(len(text))
    return [sentence for start, end in pairwise([0, *ends]) if (sentence := text[start:end].strip())]


def first_sentence(text: str) -> str:
    """Take the first sentence of a text, with its markup; nothing where there is none."""
    return next(iter(split_sentences(text)), "")


def measure_all(texts: Iterable[str]) -> Reading:
    """Count several texts as one page. The mark ends each text's sentence."""
    return measure_text("!\n".join(texts))


def _ends_of_sentences(text: str) -> list[int]:
    return [end.end() for end in _SENTENCE_END.finditer(text) if not _is_shortened(text, end.start())]


def _is_shortened(text: str, at: int) -> bool:
    if text[at] != "." or not (text[at - 1 : at].isupper() or text[at - 2 : at] in _ENDS_OF_SHORTENED):
        return False
    return _SHORTENED.search(text[max(0, at - _LONGEST_SHORTENED) : at]) is not None
