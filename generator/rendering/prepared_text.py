"""Texts taken apart once for all pages: escaped words, mentions of body parts, links and citations.

The `instead` of a caution stands on hundreds of pages; what differs there is only which body parts are linked already.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.model.markup import Cites, Link, Words, parse_markup
from generator.rendering.markdown_text import escape_words, guard_line_start

Terms = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""First word of a term -> (all its words, the id of its thing), the longest term first."""

_WORD: Final = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_BLANK_LINE: Final = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class TermMention:
    """Words that name a body part; they become a link where the page has none to it yet."""

    target: str
    words: str


Piece = str | TermMention | Link | Cites
"""A str is Markdown already."""


class PreparedTexts:
    """Takes texts apart, each once."""

    def __init__(self, terms: Terms) -> None:
        """Begin with the terms that link themselves."""
        self._terms = terms
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
        found = list(_WORD.finditer(words))
        at = index = 0
        while index < len(found):
            length = 0
            for term, target in self._terms.get(found[index][0].casefold(), ()):
                run = found[index : index + len(term)]
                if tuple(word[0].casefold() for word in run) == term and _unbroken(words, run):
                    length = len(term)
                    if run[0].start() > at:
                        yield words[at : run[0].start()]
                    at = run[-1].end()
                    yield TermMention(target, words[run[0].start() : at])
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
        if isinstance(before, str) and before.endswith("!") and not isinstance(after, str):
            guarded[place] = str(guarded[place])[:-1] + r"\!"
    return tuple(guarded)


def _unbroken(text: str, run: list[re.Match[str]]) -> bool:
    return all(text[before.end() : after.start()].isspace() for before, after in pairwise(run))
