"""The pages of lists that are too long for the page they belong to."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.linking.address import Address, Named
from generator.linking.site import Site, ThingPage
from generator.rendering.front_matter import Head, write_front_matter
from generator.rendering.json_ld.document import describe_page
from generator.rendering.listings import Shown
from generator.rendering.output_file import OutputFile
from generator.rendering.page_writer import PageWriter
from generator.rendering.template_world import fill_template

MakeWriter = Callable[[Address], PageWriter]


@dataclass(frozen=True)
class ListOwner:
    """Whom lists belong to: the way from the home page, the section, and whether they are of cards or of links."""

    trail: tuple[Named, ...]
    section: str
    cards: bool


def render_listings(
    site: Site, lists: Sequence[Shown[Named] | Shown[ThingPage]], owner: ListOwner, make_writer: MakeWriter
) -> Iterator[OutputFile]:
    """Render what does not fit of each list, in pages."""
    for shown in lists:
        for listing in shown.pages:
            front_matter = write_front_matter(
                Head(
                    title=listing.name,
                    summary=listing.name,
                    kind="listing",
                    node=describe_page(site, listing.named, "listing", owner.trail),
                    section=owner.section,
                    breadcrumbs=owner.trail,
                )
            )
            writer = make_writer(listing.address)
            content = fill_template("listing", writer, listing=listing, pages=shown.pages, cards=owner.cards)
            yield OutputFile(listing.address.file, front_matter + content)
