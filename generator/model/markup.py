"""The markup of our texts: `[[id]]` and `[[id|words]]` link a thing, `[@key]` and `[@one; @two]` cite."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_MARKUP = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]|]+))?\]\]|\[@([^\[\]]+)\]")
_SPACE_BEFORE_SIGN = re.compile(r" ([.,;:])")
_KEY = re.compile(r"@?([^\s;@]+)")
OPENING: Final = re.compile(r"\[\[|\[@")
"""What begins a link or a citation; where it is left in plain words, the markup is not finished."""


@dataclass(frozen=True)
class Words:
    """Plain text."""

    text: str


@dataclass(frozen=True)
class Link:
    """A link to a thing; `words` are empty where its name shall show. `written` is the markup itself."""

    target: str
    words: str
    written: str


@dataclass(frozen=True)
class Cites:
    """One citation mark, of one or more keys."""

    keys: tuple[str, ...]
    written: str

    def keys_with_offsets(self) -> Iterator[tuple[str, int]]:
        """List each key with its offset in what was written."""
        yield from ((match[1], match.start(1)) for match in _KEY.finditer(self.written, 2, len(self.written) - 1))


@dataclass(frozen=True)
class Unfinished:
    """What begins a link or a citation and does not end; `words` are the first of it."""

    words: str


Token = Words | Link | Cites


def parse_markup(text: str) -> tuple[Token, ...]:
    """Split text into plain words, links and citations; unfinished markup stays plain words."""
    if "[" not in text:
        return (Words(text),) if text else ()
    tokens: list[Token] = []
    at = 0
    for match in _MARKUP.finditer(text):
        if match.start() > at:
            tokens.append(Words(text[at : match.start()]))
        target, words, keys = match.groups()
        if target is not None:
            tokens.append(Link(target.strip(), (words or "").strip(), match[0]))
        else:
            tokens.append(Cites(tuple(_KEY.findall(keys)), match[0]))
        at = match.end()
    if at < len(text):
        tokens.append(Words(text[at:]))
    return tuple(tokens)


def markup_in(text: str) -> Iterator[tuple[int, Link | Cites | Unfinished]]:
    """List the markup of a text, finished or not, each with its place: 0 for the first opening bracket, and so on."""
    place = 0
    for token in parse_markup(text):
        if isinstance(token, Words):
            for begun in OPENING.finditer(token.text):
                yield place, Unfinished(" ".join(token.text[begun.start() : begun.start() + 80].split()[:3]))
                place += 1
        else:
            yield place, token
            place += 1


def plain_words(text: str) -> str:
    """Take the markup out of a text: links leave their words (an id for a bare link), citations leave nothing."""
    if "[" not in text:
        return " ".join(text.split())
    parts = []
    for token in parse_markup(text):
        if isinstance(token, Words):
            parts.append(token.text)
        elif isinstance(token, Link):
            parts.append(token.words or token.target.replace("-", " "))
    return _SPACE_BEFORE_SIGN.sub(r"\1", " ".join("".join(parts).split()))
