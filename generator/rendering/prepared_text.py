"""Texts taken apart once for all pages: escaped words, mentions of body parts, links and citations.

The `instead` of a caution stands on hundreds of pages; what differs there is only which body parts are linked already.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.model.markup import Cites, Link, Words, parse_markup
from generator.rendering.markdown_text import escape_words, guard_line_start

_WORD: Final = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_BLANK_LINE: Final = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class _Term:
    """A name that links itself: its words in small letters, the signs between and after them, and its thing."""

    words: tuple[str, ...]
    signs: tuple[str, ...]
    target: str

    @classmethod
    def of(cls, name: str, target: str) -> "_Term":
        folded = _fold(name)
        found = list(_WORD.finditer(folded))
        return cls(tuple(word[0] for word in found), tuple(_signs_after(folded, found)), target)


@dataclass(frozen=True)
class TermMention:
    """Words that name a body part; they become a link where the page has none to it yet."""

    target: str
    words: str


Piece = str | TermMention | Link | Cites
"""A str is Markdown already."""


class PreparedTexts:
    """Takes texts apart, each once."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Begin with the names that link themselves, each with the id of its thing."""
        terms: dict[str, list[_Term]] = {}
        for name, target in names:
            term = _Term.of(name, target)
            if term.words:
                terms.setdefault(term.words[0], []).append(term)
        self._terms = {first: sorted(found, key=lambda term: -len(term.words)) for first, found in terms.items()}
        self._texts: dict[str, tuple[tuple[Piece, ...], ...]] = {}

    def paragraphs(self, text: str) -> tuple[tuple[Piece, ...], ...]:
        """Take a text apart into paragraphs, and each into its pieces."""
        found = self._texts.get(text)
        if found is None:
            parts = _BLANK_LINE.split(text.strip())
            found = self._texts[text] = tuple(_guarded(tuple(self._pieces(part.strip()))) for part in parts)
        return found

    def mentions(self, words: str) -> Iterator[str | TermMention]:
        """Split plain words at the terms in them; the longest term wins where several begin with one word."""
        folded = _fold(words)
        found = list(_WORD.finditer(folded))
        at = index = 0
        while index < len(found):
            length = 0
            for term in self._terms.get(found[index][0], ()):
                run = found[index : index + len(term.words)]
                end = _end_of(term, folded, run)
                if end is not None:
                    length = len(run)
                    if run[0].start() > at:
                        yield words[at : run[0].start()]
                    at = end
                    yield TermMention(term.target, words[run[0].start() : at])
                    break
            index += length or 1
        if at < len(words):
            yield words[at:]

    def _pieces(self, paragraph: str) -> Iterator[Piece]:
        for token in parse_markup(paragraph):
            if isinstance(token, Words):
                for piece in self.mentions(token.text):
                    yield escape_words(piece) if isinstance(piece, str) else piece
            else:
                yield token


def _guarded(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Keep the first words of a paragraph from making a list of it, and a “!” from making a picture of a link."""
    guarded = list(pieces)
    if pieces and isinstance(pieces[0], str):
        guarded[0] = guard_line_start(pieces[0])
    for place, (before, after) in enumerate(pairwise(pieces)):
        if isinstance(before, str) and isinstance(after, Cites):
            guarded[place] = str(guarded[place]).rstrip(" ")  # a mark stands at its word, not alone on the next line
        if isinstance(before, str) and before.endswith("!") and not isinstance(after, str):
            guarded[place] = str(guarded[place])[:-1] + r"\!"
    return tuple(guarded)


def _fold(text: str) -> str:
    """Write a text in small letters, one for one, so that a place in it is the same place in the text."""
    folded = text.casefold()
    if len(folded) != len(text):  # “ß” becomes “ss”; no letter becomes fewer
        folded = "".join(small if len(small := letter.casefold()) == 1 else letter for letter in text)
    return folded.replace("’", "'")


def _signs_after(text: str, found: list[re.Match[str]]) -> Iterator[str]:
    """List what stands after each word up to the next, without spaces; after the last, up to the end."""
    ends = [*(after.start() for after in found[1:]), len(text)]
    yield from ("".join(text[word.end() : end].split()) for word, end in zip(found, ends, strict=True))


def _end_of(term: _Term, folded: str, run: list[re.Match[str]]) -> int | None:
    """Find where a term ends that a run of words begins; None where they are not the term."""
    if tuple(word[0] for word in run) != term.words:
        return None
    between = [folded[before.end() : after.start()] for before, after in pairwise(run)]
    if any("".join(gap.split()) != signs or not gap for gap, signs in zip(between, term.signs, strict=False)):
        return None
    end = run[-1].end()
    return end + len(term.signs[-1]) if folded.startswith(term.signs[-1], end) else None
