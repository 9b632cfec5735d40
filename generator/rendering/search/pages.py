"""What the search knows of each page: what it shows of it, and the texts in which it looks."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from html import unescape
from typing import Final

from generator.linking.address import Address
from generator.linking.site import ThingPage
from generator.model.kinds.caution import Level
from generator.rendering.front_matter import read_front_matter
from generator.rendering.output_file import OutputFile


class Warns(IntEnum):
    """Whether a page warns: such a page stands out in the list, and a caution can go to its top (ranking.js)."""

    NO = 0
    STANDS_OUT = 1
    GOES_FIRST = 2


@dataclass(frozen=True)
class Shown:
    """How a kind of page shows among what was found: its label, and how far it is lifted (1: not at all)."""

    label: str
    lift: float
    warns: Warns = Warns.NO


KINDS: Final = {
    "safety-check": Shown("Stay safe", 1.2, Warns.GOES_FIRST),
    "caution": Shown("Stay safe", 1.2, Warns.GOES_FIRST),
    "condition": Shown("Pain and conditions", 1.1),
    "condition to take care with": Shown("Pain and conditions: take care", 1.1, Warns.STANDS_OUT),
    "routine": Shown("Routine", 1.0),
    "technique": Shown("Technique", 1.0),
    "exercise": Shown("Exercise", 1.0),
    "tool": Shown("Tool", 1.0),
    "belief": Shown("Often said, not shown", 1.0),
    "guide": Shown("Guide", 0.95),
    "question page": Shown("Questions", 0.95),
    "body part": Shown("The body", 0.95),
    "practice-sheet": Shown("Guide", 0.9),
    "my-plan": Shown("Guide", 0.9),
    "saved-guides": Shown("Guide", 0.9),
    "evidence": Shown("The evidence", 0.8),
    "codes": Shown("The evidence", 0.6),
    "gateway": Shown("Where and what", 0.65),
    "hub": Shown("Section", 0.65),
    "home": Shown("Home", 0.5),
    "study": Shown("Study", 0.7),
    "country": Shown("Numbers to call", 0.6),
    "a-z": Shown("A to Z", 0.3),
    "bibliography": Shown("Source", 0.2),
    "source": Shown("Source", 0.3),
    "handbook": Shown("For contributors", 0.2),
    "listing": Shown("List", 0.1),
}
"""By the kind in the front matter; a kind of content that is not here shows under its own name.

A condition is one to take care with where a caution about it says “do not massage”.
"""


@dataclass(frozen=True)
class SearchPage:
    """What the search knows of a page: what it shows, and the texts in which it looks, those that say most first."""

    url: str
    name: str
    kind: str
    summary: str
    names: tuple[str, ...]
    signs: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    body: tuple[str, ...] = ()

    @property
    def shown(self) -> Shown:
        """Tell how it shows among what was found."""
        return KINDS.get(self.kind) or Shown(self.kind[0].upper() + self.kind[1:], 1.0)


def search_page(file: OutputFile, page: ThingPage | None) -> SearchPage:
    """Gather what the search knows of a page, from its front matter and the thing that it is about, if any."""
    front_matter = read_front_matter(file.content)
    title, summary = (unescape(str(front_matter[name])) for name in ("title", "description"))
    kind, url = str(front_matter["kind"]), Address(file.path).url
    if page is None:
        return SearchPage(url, title, kind, summary, (title,), headings=tuple(_headings(file.content)))
    thing = page.thing
    if any(caution.level is Level.ABSOLUTE and thing.id in caution.about for caution in page.cautions):
        kind = f"{kind} to take care with"
    body = getattr(thing, "body", "")
    return SearchPage(
        url=url,
        name=title,
        kind=kind,
        summary=summary,
        names=tuple(dict.fromkeys((thing.name, *thing.other_names))),
        signs=thing.recognised_by,
        lead=(thing.summary, *thing.in_short),
        headings=tuple(_headings(body)),
        body=page.texts,
    )


def _headings(markdown: str) -> Iterator[str]:
    return (line.lstrip("# ") for line in markdown.splitlines() if line.startswith(("## ", "### ")))
