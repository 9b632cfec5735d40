"""From medical codes to pages: a table for who has a code and looks for the page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.linking.address import Address, Named
from generator.linking.site import Site, ThingPage
from generator.linking.site_pages import CODES
from generator.model.medical_codes import CodeSystem, Fit, MedicalCode, MedicalCodes
from generator.rendering.listings import number_pages
from generator.rendering.output_file import OutputFile
from generator.rendering.overviews import Overview, write_overview
from generator.rendering.page_writer import PageWriter
from generator.rendering.template_world import fill_template

MANUAL: Final = "docs/data.md"
CODES_A_PAGE: Final = 100
"""Rows on one page of the table, some 230 bytes each, which keeps it under 40 KB."""

_FITS: Final = tuple(Fit)


@dataclass(frozen=True)
class CodedPage:
    """A code and a page that it leads to; `checked` says where and when somebody looked it up."""

    system: CodeSystem
    code: MedicalCode
    page: ThingPage
    checked: str


def find_coded_pages(site: Site) -> tuple[CodedPage, ...]:
    """List every code of every page by its system and itself; what means the page exactly comes first."""
    found = [one for page in site.pages.values() for one in _codes_of(page)]
    found.sort(key=lambda one: (one.system.name, one.code.code, _FITS.index(one.code.fit), one.page.thing.id))
    return tuple(found)


def render_code_index(
    site: Site, section: Named, coded: tuple[CodedPage, ...], make_writer: Callable[[Address], PageWriter]
) -> Iterator[OutputFile]:
    """Render the table of codes, in pages of 100; there is a page without any too, for other pages link it."""
    has_manual = any(page.path == MANUAL for page in site.handbook)
    listings = number_pages(CODES, coded, CODES_A_PAGE)
    for listing in listings:
        systems: dict[str, list[CodedPage]] = {}
        for one in listing.items:
            systems.setdefault(one.system.name, []).append(one)
        writer = make_writer(listing.address)
        content = fill_template(
            "codes", writer, named=CODES, listing=listing, pages=listings, systems=systems, has_manual=has_manual
        )
        here = Named(CODES.id, listing.name, listing.address, CODES.summary)
        gathers = tuple(dict.fromkeys(one.page.thing.id for one in coded))
        page = Overview("codes", here, section, tuple(site.page_of(thing_id) for thing_id in gathers))
        yield write_overview(site, page, content)


def _codes_of(page: ThingPage) -> Iterator[CodedPage]:
    codes = getattr(page.thing, "codes", None)
    if isinstance(codes, MedicalCodes):
        for system, found in codes.by_system():
            yield from (CodedPage(system, code, page, codes.checked) for code in found)
