"""Lists too long for the page that they belong to: it shows the first entries, and pages of their own hold them all.

Without them a page would grow with the site: a caution that reaches 3,000 pages would list 3,000 links.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from generator.linking.address import Address, Named

MOST_LINKS_SHOWN: Final = 12
"""Links under one heading of a page; more is a list to search, not to read."""

MOST_CARDS_SHOWN: Final = 45
"""Cards on one index page; with the theme around it a page of them stays under 40 KB."""

FEWEST_CARDS_SHOWN: Final = 3
"""Cards of each group, however many groups an index page has."""

LINKS_A_PAGE: Final = 100
CARDS_A_PAGE: Final = 30

_Item = TypeVar("_Item")


@dataclass(frozen=True)
class Listing(Generic[_Item]):
    """One page of a long list: its entries, where it is, and the pages before and after it."""

    heading: str
    owner: Named
    items: tuple[_Item, ...]
    address: Address
    number: int
    of: int

    @property
    def name(self) -> str:
        """The title of the page."""
        what = f": {self.heading[0].lower()}{self.heading[1:]}" if self.heading else ""
        place = f", page {self.number} of {self.of}" if self.number > 1 else ""
        return f"{self.owner.name}{what}{place}"

    @property
    def named(self) -> Named:
        """The page as others link to it."""
        return Named("", self.name, self.address, "")


@dataclass(frozen=True)
class Shown(Generic[_Item]):
    """The part of a list that a page shows; `pages` hold the whole list where it is longer."""

    heading: str
    items: tuple[_Item, ...]
    count: int
    pages: tuple[Listing[_Item], ...]


def show(heading: str, items: Sequence[_Item], owner: Named, most: int, a_page: int) -> Shown[_Item]:
    """Show at most `most` entries of a list on its owner's page, and put the whole of a longer one on pages."""
    if len(items) <= most:
        return Shown(heading, tuple(items), len(items), ())
    folder = owner.address.file.removesuffix(".md").removesuffix("/index")
    slug = re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-") or "all"
    chunks = [tuple(items[start : start + a_page]) for start in range(0, len(items), a_page)]
    pages = tuple(
        Listing(
            heading=heading or "All",
            owner=owner,
            items=chunk,
            address=Address(f"{folder}/all/{slug}{f'-{number}' if number > 1 else ''}.md"),
            number=number,
            of=len(chunks),
        )
        for number, chunk in enumerate(chunks, 1)
    )
    return Shown(heading, tuple(items[:most]), len(items), pages)


def number_pages(owner: Named, items: Sequence[_Item], a_page: int) -> list[Listing[_Item]]:
    """Put a list on pages that follow one another: the first at its owner's address, the others below it."""
    chunks = [tuple(items[start : start + a_page]) for start in range(0, len(items), a_page)] or [()]
    folder = owner.address.file.removesuffix(".md")
    return [
        Listing(
            heading="",
            owner=owner,
            items=chunk,
            address=owner.address if number == 1 else Address(f"{folder}/page-{number}.md"),
            number=number,
            of=len(chunks),
        )
        for number, chunk in enumerate(chunks, 1)
    ]


def cards_for_each(sizes: Sequence[int]) -> int:
    """Share the cards of an index page out among its groups; where all fit, all are shown."""
    if sum(sizes) <= MOST_CARDS_SHOWN:
        return MOST_CARDS_SHOWN
    return max(FEWEST_CARDS_SHOWN, MOST_CARDS_SHOWN // len(sizes))
