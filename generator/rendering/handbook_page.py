"""One page of the handbook that the compiler writes itself."""

from typing import Final

from generator.linking.site import Named
from generator.rendering.front_matter import write_front_matter
from generator.rendering.output_file import OutputFile

FOLDER: Final = "handbook"


def handbook_page(page: Named, trail: tuple[Named, ...], content: str) -> OutputFile:
    """Put the heading and the front matter before the content of a page; `trail` are the pages above it."""
    front_matter = write_front_matter(
        title=page.name, summary=page.summary, kind="handbook", section=f"{FOLDER}/", breadcrumbs=trail
    )
    return OutputFile(page.address.file, f"{front_matter}\n# {page.name}\n\n{content}\n")
