"""What a handout says: all that its page tells somebody who has only the paper, as plain data."""

from dataclasses import dataclass
from typing import Final

import segno

from generator.linking import NOWHERE
from generator.rendering.paper.pictures import PaperPicture

DISCLAIMER: Final = "This is general information. It does not replace advice from somebody who can examine you."
"""The words at the end of every page too (site_overrides/partials/languages/en-GB.html)."""


@dataclass(frozen=True)
class Fact:
    """One fact of the box at the top."""

    label: str
    words: str


@dataclass(frozen=True)
class PaperStep:
    """A step: its number and words. In a routine also what is done, the dose, what it shows and how it is done.

    `how` tells the movement, which the picture shows as well and the page of the technique in full.
    """

    number: int
    words: str
    name: str = ""
    dose: str = ""
    optional: bool = False
    how: str = ""
    picture: PaperPicture | None = None


@dataclass(frozen=True)
class PaperPhase:
    """Steps under a heading; it is empty where the steps have none."""

    name: str
    steps: tuple[PaperStep, ...]


@dataclass(frozen=True)
class Block:
    """A list under a heading."""

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Call:
    """A number to call, and whom it reaches."""

    number: str
    reaches: str


@dataclass(frozen=True)
class Help:
    """Signs of danger, and whom to call; `urgency` is emergency or urgent."""

    urgency: str
    title: str
    signs: tuple[str, ...]
    calls: tuple[Call, ...]


@dataclass(frozen=True)
class Safety:
    """The whole safety content: what forbids it, where to keep off, who asks first, when to stop, when to get help."""

    forbids: Block
    keep_off: Block
    ask_first: Block
    care: Block
    help: tuple[Help, ...]


@dataclass(frozen=True)
class PaperSource:
    """A source: its number on the page, in short, and in a few words."""

    number: int
    short: str
    reference: str


@dataclass(frozen=True)
class PaperAddress:
    """Where the page is: what to type, what the square code leads to, and the code itself as an SVG.

    The last two are empty where nobody has said where the site is.
    """

    shown: str
    target: str
    qr: str


@dataclass(frozen=True)
class Handout:
    """All words and pictures of a handout. `close` is the picture without the names beside it, for less room."""

    kind: str
    name: str
    summary: str
    site: str
    clinic: str
    facts: tuple[Fact, ...]
    picture: PaperPicture | None
    close: PaperPicture | None
    caption: str
    before: Block
    phases: tuple[PaperPhase, ...]
    do_not: Block
    afterwards: Block
    extras: tuple[Block, ...]
    safety: Safety
    sources: tuple[PaperSource, ...]
    reviewed: tuple[int, int, int]
    review: tuple[str, ...]
    disclaimer: str
    address: PaperAddress


def paper_address(site_url: str, short_path: str) -> PaperAddress:
    """Write the address of a page for paper, with its square code where the site has an address at all."""
    if site_url == NOWHERE:
        return PaperAddress(f"/{short_path}", "", "")
    target = site_url + short_path
    code = segno.make(target, error="m", micro=False).svg_inline(border=4, omitsize=True)
    svg = code.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return PaperAddress(target.partition("://")[2], target, svg)
