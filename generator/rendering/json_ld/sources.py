"""Sources in JSON-LD: scholarly articles with their identifiers, books, reports and web pages."""

import re
from collections.abc import Iterator
from typing import Final

from generator.linking.site import CitedSource, Site
from generator.model.reference import PersonName, Reference
from generator.rendering.json_ld.node import Node, id_of_work

_TYPES: Final = {
    "book": "Book",
    "booklet": "CreativeWork",
    "inbook": "Chapter",
    "incollection": "Chapter",
    "inproceedings": "ScholarlyArticle",
    "conference": "ScholarlyArticle",
    "mastersthesis": "Thesis",
    "phdthesis": "Thesis",
    "manual": "CreativeWork",
    "techreport": "Report",
    "report": "Report",
    "online": "WebPage",
}
"""What an entry of BibTeX is; an article is told apart by PubMed, and what has only an address is a web page."""

_YEAR: Final = re.compile(r"\d{4}")


def describe_work(site: Site, source: CitedSource) -> Node:
    """Describe a source with all that its entry says."""
    reference = source.reference
    node: Node = {
        "@type": type_of_work(reference),
        "@id": id_of_work(site, source),
        "name": reference.title or source.named.name,
    }
    if reference.authors:
        node["author"] = [_author(author) for author in reference.authors]
    if _YEAR.fullmatch(reference.year):
        node["datePublished"] = reference.year
    if reference.container and reference.type == "article":
        node["isPartOf"] = {"@type": "Periodical", "name": reference.container}
    if reference.publisher:
        node["publisher"] = {"@type": "Organization", "name": reference.publisher}
    if reference.pages and reference.type == "article":
        node["pagination"] = reference.pages.replace("--", "–")
    if reference.url:
        node["url"] = reference.url
    identifiers = list(_identifiers(reference))
    if identifiers:
        node["identifier"] = [{"@type": "PropertyValue", "propertyID": kind, "value": v} for kind, v, _ in identifiers]
        node["sameAs"] = [address for _, _, address in identifiers]
    return node


def type_of_work(reference: Reference) -> str:
    """Say what a source is in schema.org."""
    if reference.type == "article":
        return "MedicalScholarlyArticle" if reference.pmid else "ScholarlyArticle"
    return _TYPES.get(reference.type) or ("WebPage" if reference.url else "CreativeWork")


def _author(author: PersonName) -> Node:
    if not author.given:
        return {"@type": "Organization", "name": author.family}
    return {"@type": "Person", "familyName": author.family, "givenName": author.given}


def _identifiers(reference: Reference) -> Iterator[tuple[str, str, str]]:
    """List its identifiers: what each is called, its value, and the address that it leads to."""
    if reference.doi:
        yield "doi", reference.doi, f"https://doi.org/{reference.doi}"
    if reference.pmid:
        yield "pmid", reference.pmid, f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/"
    if reference.pmcid:
        yield "pmcid", reference.pmcid, f"https://pmc.ncbi.nlm.nih.gov/articles/{reference.pmcid}/"
