"""One page of the handbook that the compiler writes itself."""

from typing import Final

from generator.linking.address import Named
from generator.linking.site import Site
from generator.rendering.front_matter import Head, write_front_matter
from generator.rendering.json_ld.document import describe_page
from generator.rendering.output_file import OutputFile

FOLDER: Final = "handbook"


def handbook_page(site: Site, page: Named, trail: tuple[Named, ...], content: str) -> OutputFile:
    """Put the heading and the front matter before the content of a page; `trail` are the pages above it."""
    front_matter = handbook_front_matter(site, page, trail)
    return OutputFile(page.address.file, f"{front_matter}\n# {page.name}\n\n{content}\n")


def handbook_front_matter(site: Site, page: Named, trail: tuple[Named, ...], source: str | None = None) -> str:
    """Write the front matter of a page of the handbook; `source` is the file in docs/ that it is, if it is one."""
    return write_front_matter(
        Head(
            title=page.name,
            summary=page.summary,
            kind="handbook",
            node=describe_page(site, page, "handbook", trail),
            section=f"{FOLDER}/",
            breadcrumbs=trail,
            source=source,
        )
    )
