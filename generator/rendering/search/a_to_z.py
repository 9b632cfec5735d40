"""All names from A to Z: the way to a page for those who browse, and where the search leads without scripts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.linking import Site
from generator.linking.address import Address, Named
from generator.linking.site_pages import CODES, EVIDENCE, MY_PLAN, PRACTICE_SHEET, SAFETY_CHECK
from generator.model.markup import plain_words
from generator.rendering.front_matter import Head, write_front_matter
from generator.rendering.json_ld.document import describe_page
from generator.rendering.listing_pages import MakeWriter
from generator.rendering.listings import LINKS_A_PAGE, Listing, number_pages
from generator.rendering.output_file import OutputFile
from generator.rendering.search.words import words_of
from generator.rendering.template_world import fill_template

A_TO_Z: Final = Named(
    "a-z",
    "Everything from A to Z",
    Address("a-z/index.md"),
    "Every name and other name on these pages. Choose its first letter.",
)
_NUMBERS: Final = "0-9"


@dataclass(frozen=True)
class NameOfPage:
    """A name that a reader may know, and the page that it leads to."""

    name: str
    page: Named

    @property
    def is_its_own(self) -> bool:
        """Whether the page goes by this very name, and not by another."""
        return self.name == self.page.name


def render_a_to_z(site: Site, make_writer: MakeWriter) -> Iterator[OutputFile]:
    """Render the page of the letters, and the pages of each letter."""
    letters = _by_letter(_all_names(site))
    listings: dict[str, list[Listing[NameOfPage]]] = {}
    for letter, names in letters.items():
        owner = Named("", letter.upper(), Address(f"a-z/{letter}.md"), "")
        listings[letter] = number_pages(owner, names, LINKS_A_PAGE)
    shown = [(pages[0].named, len(letters[letter])) for letter, pages in listings.items()]
    yield _output(
        site, A_TO_Z, (), fill_template("a-z", make_writer(A_TO_Z.address), named=A_TO_Z, letters=shown, pages=[])
    )
    for letter, pages in listings.items():
        for page in pages:
            place = f", page {page.number} of {page.of}" if page.number > 1 else ""
            named = Named("", f"Names that begin with {letter.upper()}{place}", page.address, A_TO_Z.summary)
            content = fill_template(
                "a-z", make_writer(page.address), named=named, letters=shown, pages=pages, listing=page
            )
            yield _output(site, named, (A_TO_Z,), content)


def _output(site: Site, named: Named, trail: tuple[Named, ...], content: str) -> OutputFile:
    node = describe_page(site, named, "a-z", trail)
    head = Head(title=named.name, summary=named.summary, kind="a-z", node=node, breadcrumbs=trail)
    front_matter = write_front_matter(head)
    return OutputFile(named.address.file, front_matter + content)


def _all_names(site: Site) -> Iterator[NameOfPage]:
    for page in (SAFETY_CHECK, EVIDENCE, PRACTICE_SHEET, MY_PLAN, CODES):
        yield NameOfPage(page.name, page)
    for thing_page in site.pages.values():
        thing = thing_page.thing
        yield NameOfPage(thing_page.named.name, thing_page.named)
        others = (name for name in thing.other_names if name.casefold() != thing.name.casefold())
        yield from (NameOfPage(name[0].upper() + name[1:], thing_page.named) for name in others)


def _by_letter(names: Iterator[NameOfPage]) -> dict[str, list[NameOfPage]]:
    """Sort names under their first letters, without accents; numbers come first."""
    keyed = sorted(((list(words_of(plain_words(one.name))) or ["0"], one) for one in names), key=_place)
    letters: dict[str, list[NameOfPage]] = {}
    for words, one in keyed:
        first = words[0][0]
        letters.setdefault(_NUMBERS if first.isdigit() else first, []).append(one)
    return letters


def _place(keyed: tuple[list[str], NameOfPage]) -> tuple[list[str], str, str]:
    return keyed[0], keyed[1].page.name.casefold(), keyed[1].page.address.url
