"""Tiny pages that send a reader on: from a short address on paper, and from where a page was before.

Each does so without a script and is kept out of search engines.
"""

from collections.abc import Container, Iterator

from markupsafe import Markup

from generator.linking import NOWHERE
from generator.linking.site import Site
from generator.linking.site_pages import HOME
from generator.model.markup import plain_words
from generator.model.short_code import short_code
from generator.rendering.output_file import OutputFile


def short_path(thing_id: str) -> str:
    """Write the short address of a thing's page, from the root of the site."""
    return f"go/{short_code(thing_id)}/"


def render_way_on(site: Site, path: str, name: str, summary: str, url: str, source: str | None = None) -> OutputFile:
    """Render a page at `path`, which sends on to the page at `url`: both from the root, a slash at their ends."""
    way = "../" * path.count("/") + url
    content = Markup(
        '<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{name}</title>\n'
        '<meta name="description" content="{summary}">\n<meta name="robots" content="noindex">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<link rel="canonical" href="{canonical}">\n<meta http-equiv="refresh" content="0; url={way}">\n</head>\n'
        '<body>\n<main>\n<h1>{name}</h1>\n<p><a href="{way}">Go to the page</a></p>\n</main>\n</body>\n</html>\n'
    ).format(
        language=site.language,
        name=name,
        summary=summary,
        canonical=way if site.url == NOWHERE else site.url + url,
        way=way,
    )
    return OutputFile(f"{path}index.html", str(content), source)


def render_ways_on(site: Site, urls: Container[str]) -> Iterator[OutputFile]:
    """Send readers on from where pages were: those that moved, and those of the base that a clinic's copy leaves out.

    `urls` are the addresses of all pages that are there.
    """
    for old, new in site.moved.items():
        for path in (f"{old}/", short_path(old.rpartition("/")[2])):
            yield render_way_on(site, path, site.name, "This page is at another place now.", f"{new}/")
    left = {f"{address}/" for address in site.left_by_copy} | {page.address.url for page in site.hidden.values()}
    for url in sorted(left):
        if url not in urls:
            yield _way_on_to_its_kind(site, url, url.split("/")[0])
    for page in site.hidden.values():
        if page.kind.has_handout:
            yield _way_on_to_its_kind(site, short_path(page.thing.id), page.kind.folder)


def _way_on_to_its_kind(site: Site, path: str, folder: str) -> OutputFile:
    """Send readers on to the index of a kind, or home where there is none."""
    target = next((hub.named for hub in site.hubs if hub.kind.folder == folder and not hub.is_hidden), HOME)
    return render_way_on(site, path, target.name, plain_words(target.summary), target.address.url)
