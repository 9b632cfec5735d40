"""The short addresses on paper: a tiny page each, which sends whoever typed or scanned it on to the page itself."""

from markupsafe import Markup

from generator.linking import NOWHERE
from generator.linking.site import Site, ThingPage
from generator.model.markup import plain_words
from generator.model.short_code import short_code
from generator.rendering.output_file import OutputFile


def short_path(page: ThingPage) -> str:
    """Write the short address of a page, from the root of the site."""
    return f"go/{short_code(page.thing.id)}/"


def render_short_address(page: ThingPage, site: Site) -> OutputFile:
    """Render the page at a short address: without a script, and kept out of search engines."""
    way = f"../../{page.address.url}"
    content = Markup(
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<title>{name}</title>\n'
        '<meta name="description" content="{summary}">\n<meta name="robots" content="noindex">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<link rel="canonical" href="{canonical}">\n<meta http-equiv="refresh" content="0; url={way}">\n</head>\n'
        '<body>\n<main>\n<h1>{name}</h1>\n<p><a href="{way}">Go to the page</a></p>\n</main>\n</body>\n</html>\n'
    ).format(
        name=page.thing.full_name,
        summary=plain_words(page.thing.summary),
        canonical=way if site.url == NOWHERE else site.url + page.address.url,
        way=way,
    )
    return OutputFile(f"{short_path(page)}index.html", str(content), page.source)
