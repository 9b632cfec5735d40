"""References in the Vancouver style (ICMJE; National Library of Medicine, Citing Medicine, 2nd edition)."""

from functools import lru_cache
from typing import Final

from markupsafe import Markup

from generator.model.reference import Reference
from generator.rendering.markdown_text import escape_words, guard_line_start

_SIGNS_OF_MARKUP: Final = frozenset("()<>[]{}|\"'\\ *_`")

MOST_AUTHORS: Final = 6
"""Names. From the seventh on it is “et al.” (ICMJE)."""


@lru_cache(maxsize=4096)
def format_reference(reference: Reference) -> Markup:
    """Write a reference as Markdown, with links to its DOI, PubMed record and address."""
    parts = [_authors(reference), _sentence(reference.title), _where(reference), *_links(reference)]
    return Markup(guard_line_start(" ".join(part for part in parts if part)))  # noqa: S704 (every part is escaped)


def write_short_reference(reference: Reference) -> str:
    """Write a reference as plain words for paper: its first author, its title where it has no journal, its place."""
    authors = reference.authors
    more = " et al" if reference.more_authors or len(authors) > 1 else ""
    issue = f";{reference.volume}" if reference.volume else ""
    parts = (
        f"{authors[0].vancouver}{more}" if authors else "",
        "" if reference.container and authors else reference.title,
        reference.container or reference.publisher,
        f"{reference.year}{issue}",
    )
    return " ".join(f"{part.rstrip('.')}." for part in parts if part.strip(". "))


def _authors(reference: Reference) -> str:
    names = [author.vancouver for author in reference.authors[:MOST_AUTHORS]]
    if reference.more_authors or len(reference.authors) > MOST_AUTHORS:
        names.append("et al")
    return _sentence(", ".join(names))


def _where(reference: Reference) -> str:
    """Write journal, year, volume, number and pages; or the publisher and the day a web page was seen."""
    number = f"({reference.number})" if reference.number else ""
    issue = f"{reference.volume}{number}"
    pages = reference.pages.replace("--", "–").replace("-", "–")
    date = reference.year + (f";{issue}" if issue else "") + (f":{pages}" if pages else "")
    parts = [reference.container, reference.publisher, date]
    seen = f"Seen {reference.accessed}" if reference.accessed and not reference.doi else ""
    return " ".join(_sentence(part) for part in (*parts, seen) if part)


def _links(reference: Reference) -> list[str]:
    links = []
    if reference.doi:
        links.append(f"[doi:{escape_words(reference.doi)}]({_address(f'https://doi.org/{reference.doi}')})")
    if reference.pmid:
        links.append(f"[PubMed {reference.pmid}](https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/)")
    if reference.pmcid:
        links.append(f"[Free full text](https://pmc.ncbi.nlm.nih.gov/articles/{reference.pmcid}/)")
    if reference.url and not reference.doi:
        links.append(f"[Web page]({_address(reference.url)})")
    return links


def _address(url: str) -> str:
    """Encode what would end a Markdown link or be read as markup or an entity in it."""
    return "".join(f"%{ord(sign):02X}" if sign in _SIGNS_OF_MARKUP else sign for sign in url).replace("&", "&amp;")


def _sentence(text: str) -> str:
    return f"{escape_words(text.rstrip('.'))}." if text.strip(". ") else ""
