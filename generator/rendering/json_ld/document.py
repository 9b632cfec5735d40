"""What a page is, said to machines: JSON-LD in the vocabulary of schema.org, the same facts as on the page.

It repeats nothing that would be long: a page cites a source by the id that the source has on its own page.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from generator.linking.address import Named
from generator.linking.site import CitedSource, Site, ThingPage
from generator.linking.site_pages import HOME
from generator.model.kinds.questions import Questions
from generator.model.markup import plain_words
from generator.rendering.anchors import anchor_of
from generator.rendering.json_ld.node import Node, id_of_work
from generator.rendering.json_ld.sources import describe_work
from generator.rendering.json_ld.things import describe_thing

LICENSE: Final = "https://creativecommons.org/licenses/by/4.0/"

_TYPES: Final[Mapping[str, tuple[str, ...]]] = {
    "home": ("WebPage",),
    "hub": ("CollectionPage",),
    "gateway": ("CollectionPage",),
    "listing": ("CollectionPage",),
    "bibliography": ("CollectionPage",),
    "codes": ("CollectionPage",),
    "source": ("WebPage",),
    "clinic": ("WebPage",),
    "country": ("WebPage",),
    "practice-sheet": ("WebPage",),
    "handbook": ("WebPage", "TechArticle"),
    "question page": ("MedicalWebPage", "FAQPage"),
}
"""What a page is by its kind; every other is a MedicalWebPage for patients."""

_QUESTION: Final = re.compile(r"^## +(.+?) *#*$", re.MULTILINE)
_CODE_BLOCK: Final = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)


def describe_page(
    site: Site,
    page: Named,
    kind: str,
    trail: Iterable[Named] = (),
    *,
    reviewed: date | None = None,
    about: Node | None = None,
    cited: Sequence[CitedSource] = (),
) -> Node:
    """Describe a page: what it is, where it belongs, when it was reviewed, what it is about and what it cites."""
    types = _TYPES.get(kind, ("MedicalWebPage",))
    node: Node = {
        "@type": types[0] if len(types) == 1 else list(types),
        "@id": site.whole_address(page.address),
        "name": page.name,
        "inLanguage": site.language,
        "license": LICENSE,
        "isPartOf": {"@id": _website(site)},
    }
    if "MedicalWebPage" in types:
        node["audience"] = {"@type": "Patient"}
    if reviewed is not None:
        node["lastReviewed"] = reviewed.isoformat()
    crumbs = (HOME, *trail)
    if kind != "home":
        node["breadcrumb"] = {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": place,
                    "name": crumb.name,
                    "item": {"@id": site.whole_address(crumb.address)},
                }
                for place, crumb in enumerate(crumbs, 1)
            ],
        }
    if about:
        node["about"] = about
    if cited:
        node["citation"] = [{"@id": id_of_work(site, source)} for source in cited]
    return node


def describe_page_of_thing(site: Site, page: ThingPage, hub: Named, cited: Sequence[CitedSource]) -> Node:
    """Describe the page of a thing, and the thing itself."""
    node = describe_page(
        site,
        page.named,
        page.kind.singular,
        (hub,),
        reviewed=page.thing.reviewed,
        about=describe_thing(site, page),
        cited=cited,
    )
    if page.is_clinics:
        del node["license"]  # that of the guides, which a clinic's own page is none of
    if page.thing.reviewed_by is not None:
        node["reviewedBy"] = {"@type": "Person", "jobTitle": page.thing.reviewed_by}
    if isinstance(page.thing, Questions):
        node["mainEntity"] = list(_questions(site.whole_address(page.address), page.thing.body))
    return node


def describe_page_of_source(site: Site, source: CitedSource, trail: Iterable[Named]) -> Node:
    """Describe the page of a source, and the work that it is."""
    return {**describe_page(site, source.named, "source", trail), "mainEntity": describe_work(site, source)}


def describe_home(site: Site, title: str, export: str) -> Node:
    """Describe the home page, the site, and the file of its data, whose path is `export`."""
    website: Node = {
        "@type": "WebSite",
        "@id": _website(site),
        "url": site.url,
        "name": title,
        "description": HOME.summary,
        "inLanguage": site.language,
        "license": LICENSE,
    }
    if site.written_by is not None:
        website["author"] = {"@type": "Organization", "name": site.written_by}
    data = {
        "@type": "Dataset",
        "name": "The catalogue of these guides",
        "description": "Every technique, routine, exercise, tool, caution, condition, body part, study and source.",
        "license": LICENSE,
        "isAccessibleForFree": True,
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": f"{site.url}{export}",
        },
    }
    return {"@graph": [describe_page(site, HOME, "home"), website, data]}


def _website(site: Site) -> str:
    return f"{site.url}#website"


def _questions(url: str, body: str) -> Iterable[Node]:
    """Name each question of a page, and lead to its answer: cut short, an answer could say what it does not mean."""
    for heading in _QUESTION.findall(_CODE_BLOCK.sub("", body)):
        question = plain_words(heading)
        answer = {"@type": "Answer", "url": f"{url}#{anchor_of(question)}"}
        yield {"@type": "Question", "name": question, "acceptedAnswer": answer}
