"""The texts of a page as its reader meets them: without markup, one for each paragraph and item."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from generator.model.markup import plain_words
from generator.model.mentions import TextMention
from generator.reading.yaml_data import Path

_EMPHASIS: Final = re.compile(r"\*\*|__|`|(?<!\w)[*_]|[*_](?!\w)")
_SIGN_OF_EMPHASIS: Final = re.compile(r"[*_`]")
_WEB_LINK: Final = re.compile(r"(?<!\])\[([^\[\]]+)\]\([^()\s]+\)")
_LEAD: Final = re.compile(r"[ \t]*(?:>[ \t]*)*(?P<mark>(?:#{1,6}|[-*+]|\d+[.)])[ \t]+)?")
"""The signs of a quotation, and the mark that begins a heading or an item."""


class PageText(NamedTuple):
    """One paragraph or item: the path of its value, how far into the value it begins, and its plain words."""

    path: Path
    offset: int
    words: str


def page_texts(texts: Iterable[TextMention]) -> Iterator[PageText]:
    """List the paragraphs and items of a thing's marked-up texts, in their order."""
    for text in texts:
        if text.markdown:
            yield from (PageText(text.path, offset, words) for offset, words in _markdown_blocks(text.value))
        else:
            yield PageText(text.path, 0, plain_words(text.value))


def words_to_count(texts: Iterable[TextMention]) -> Iterator[str]:
    """List the same words for counting alone, where nobody asks for their place: white space stays as it is."""
    for text in texts:
        if text.markdown:
            yield from (words for _, words in _markdown_blocks(text.value))
        else:
            yield plain_words(text.value) if "[" in text.value else text.value


def may_hold(words: Iterable[str], small_letters: str) -> bool:
    """Tell whether any of some words is in a text of small letters: far quicker than to search it for all of them."""
    return any(map(small_letters.__contains__, words))


def _markdown_blocks(body: str) -> Iterator[tuple[int, str]]:
    """Cut Markdown into headings, items and paragraphs, each with its offset."""
    lines: list[str] = []
    begun = at = 0
    for line in [*body.splitlines(keepends=True), "\n"]:
        lead = _LEAD.match(line)
        words_at = lead.end() if lead is not None else 0
        begins = lead is not None and lead["mark"] is not None
        if (begins or not line.strip()) and lines:
            yield begun, _plain(" ".join(lines))
            lines = []
        if line.strip():
            begun = begun if lines else at + words_at
            lines.append(line[words_at:])
        at += len(line)


def _plain(markdown: str) -> str:
    if "](" in markdown:
        markdown = _WEB_LINK.sub(r"\1", markdown)
    if _SIGN_OF_EMPHASIS.search(markdown):
        markdown = _EMPHASIS.sub("", markdown)
    return plain_words(markdown)
