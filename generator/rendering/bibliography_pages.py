"""The list of all sources, and a page for each with its BibTeX and all that cite it."""

from collections.abc import Iterator
from typing import Final

from generator.linking.address import Address, Named
from generator.linking.site import CitedSource, Site
from generator.rendering.front_matter import Head, newest_review, write_front_matter
from generator.rendering.json_ld.document import describe_page, describe_page_of_source
from generator.rendering.listing_pages import ListOwner, MakeWriter, render_listings
from generator.rendering.listings import LINKS_A_PAGE, MOST_LINKS_SHOWN, number_pages, show
from generator.rendering.output_file import OutputFile
from generator.rendering.template_world import fill_template

SOURCES_A_PAGE: Final = 25
"""Sources on one page of the bibliography, which keeps it under 40 KB."""

_FILE: Final = "references.bib"
_BIBLIOGRAPHY: Final = Named("bibliography", "Bibliography", Address("bibliography.md"), "")


def render_bibliography(site: Site, evidence: Named, make_writer: MakeWriter) -> Iterator[OutputFile]:
    """Render the list of all sources in pages, and the page of each; `evidence` is the section they stand in."""
    sources = tuple(site.sources.values())
    pages = number_pages(_BIBLIOGRAPHY, sources, SOURCES_A_PAGE)
    for page in pages:
        front_matter = write_front_matter(
            Head(
                title=page.name,
                summary="Every source that these pages cite, with the pages that cite it.",
                kind="bibliography",
                node=describe_page(site, page.named, "bibliography", (evidence,)),
                section=evidence.address.url,
                breadcrumbs=(evidence,),
                source=_FILE,
                changed=newest_review(site.pages.values()),
            )
        )
        content = fill_template("bibliography", make_writer(page.address), listing=page, pages=pages)
        yield OutputFile(page.address.file, front_matter + content, _FILE)
    for source in sources:
        yield from render_source(site, source, evidence, make_writer)


def render_source(site: Site, source: CitedSource, evidence: Named, make_writer: MakeWriter) -> Iterator[OutputFile]:
    """Render the page of a source; `evidence` is the section it stands in."""
    trail = (evidence, _BIBLIOGRAPHY)
    front_matter = write_front_matter(
        Head(
            title=source.named.name,
            summary=source.reference.title or source.reference.key,
            kind="source",
            node=describe_page_of_source(site, source, trail),
            section=trail[0].address.url,
            breadcrumbs=trail,
            source=_FILE,
            changed=newest_review(site.page_of(named.id) for named in source.cited_on),
        )
    )
    cited = show("Pages that cite it", source.cited_on, source.named, MOST_LINKS_SHOWN, LINKS_A_PAGE)
    content = fill_template("source", make_writer(source.named.address), source=source, cited=cited)
    yield OutputFile(source.named.address.file, front_matter + content, _FILE)
    owner = ListOwner((*trail, source.named), trail[0].address.url, cards=False)
    yield from render_listings(site, (cited,), owner, make_writer)
