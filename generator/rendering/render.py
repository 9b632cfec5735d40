"""The linked site -> Markdown pages, through the templates. Writes nothing."""

from collections.abc import Iterator, Sequence
from typing import Final

from generator.diagnostics import Code
from generator.drawing import draw_site
from generator.drawing.body_map import draw_body_map, is_on_map
from generator.drawing.picture import write_picture
from generator.drawing.routine_pictures import write_strip
from generator.linking import Site
from generator.linking.site import (
    EVIDENCE,
    PRACTICE_SHEET,
    SAFETY_CHECK,
    SAVED_GUIDES,
    Address,
    BackLinks,
    CitedSource,
    Gateway,
    Group,
    Hub,
    Named,
    ThingPage,
)
from generator.rendering.claims import tell_claims_about, tell_claims_resting
from generator.rendering.front_matter import write_front_matter
from generator.rendering.handbook import render_handbook
from generator.rendering.listings import (
    CARDS_A_PAGE,
    LINKS_A_PAGE,
    MOST_LINKS_SHOWN,
    Shown,
    cards_for_each,
    number_pages,
    show,
)
from generator.rendering.output_file import OutputFile
from generator.rendering.overviews import (
    render_evidence,
    render_practice_sheet,
    render_safety_check,
    render_saved_guides,
)
from generator.rendering.page_writer import PageWriter
from generator.rendering.prepared_text import PreparedTexts
from generator.rendering.shown_pictures import address_of_steps, show_pictures, show_settings, show_step
from generator.rendering.template_world import fill_template

HOME: Final = Named("home", "Home", Address("index.md"), "")
_OVERVIEWS: Final = {
    "cautions": (SAFETY_CHECK,),
    "studies": (EVIDENCE,),
    "guides": (SAFETY_CHECK, PRACTICE_SHEET, SAVED_GUIDES),
}
"""Pages that gather what the things of a kind say; its index leads to them."""

SOURCES_A_PAGE: Final = 25
"""Sources on one page of the bibliography, which keeps it under 40 KB."""


def render_site(site: Site, codes: tuple[Code, ...]) -> tuple[OutputFile, ...]:
    """Render every page; `codes` are the diagnostics that the handbook explains."""
    renderer = _Renderer(site)
    files: list[OutputFile] = [*renderer.home()]
    for hub in site.hubs:
        files.extend(renderer.hub(hub))
    for page in site.pages.values():
        files.extend(renderer.thing(page))
    for gateway in site.parts:
        files.extend(renderer.gateway(gateway, "Where does it hurt?"))
    for place in site.places:
        if place.has_own_gateway:
            files.extend(renderer.gateway(place.gateway, "Where does it hurt?"))
    for gateway in site.goals:
        files.extend(renderer.gateway(gateway, "What would you like to do?"))
    files.append(render_safety_check(_hub_of(site, "cautions"), renderer.writer))
    files.append(render_practice_sheet(_hub_of(site, "guides").named, renderer.writer))
    files.append(render_saved_guides(_hub_of(site, "guides").named, renderer.writer))
    files.extend(render_evidence(site, _hub_of(site, "studies"), renderer.writer))
    files.extend(renderer.bibliography())
    files.extend(render_handbook(site, codes))
    return tuple(files)


class _Renderer:
    """Renders the pages of one site; texts that stand on many of them are taken apart once."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.texts = PreparedTexts(site.names_that_link())
        self.drawings = draw_site(site)

    def writer(self, address: Address, own_id: str = "") -> PageWriter:
        """Make what writes the page at an address."""
        return PageWriter(self.site, self.texts, address, own_id)

    def thing(self, page: ThingPage) -> Iterator[OutputFile]:
        hub = _hub_of(self.site, page.kind.folder)
        front_matter = write_front_matter(
            title=page.thing.full_name,
            summary=page.thing.summary,
            kind=page.kind.singular,
            section=hub.address.url,
            breadcrumbs=(hub.named,),
            previous=page.previous,
            following=page.next,
            source=page.source,
        )
        related = _show_links(page.back_links, page.named)
        reached = _show_links(page.reached, page.named)
        about, resting = tell_claims_about(page), tell_claims_resting(page)
        pictures = self.drawings.pictures.get(page.thing.id, ())
        strip = self.drawings.strips.get(page.thing.id)
        content = fill_template(
            page.kind.singular.replace(" ", "-"),
            self.writer(page.address, page.thing.id),
            page=page,
            thing=page.thing,
            kind=page.kind,
            related=related,
            reached=reached,
            about=about,
            resting=resting,
            pictures=show_pictures(pictures, page.address, self.site.skin_tone),
            step_pictures=[show_step(strip, number) for number in range(1, len(strip.steps) + 1)] if strip else [],
            picture_settings=show_settings(self.site.skin_tone, names=False),
            safety_check=SAFETY_CHECK,
            practice_sheet=PRACTICE_SHEET,
            routines=_hub_of(self.site, "routines").named,
            conditions=_hub_of(self.site, "conditions").named,
        )
        must_link = tuple(self.site.pages[caution.id].address.url for caution in page.cautions)
        yield OutputFile(page.address.file, front_matter + content, page.source, must_link)
        yield from (OutputFile(picture.path, write_picture(picture), page.source) for picture in pictures)
        if strip:
            yield OutputFile(address_of_steps(page.address), write_strip(strip), page.source)
        lists = (*related, *reached, about.elsewhere, resting.elsewhere)
        yield from self._listings(lists, (hub.named, page.named), hub.address.url, cards=False)

    def hub(self, hub: Hub) -> Iterator[OutputFile]:
        groups = _show_cards(hub.groups, hub.named)
        front_matter = write_front_matter(
            title=hub.kind.title, summary=hub.kind.lead, kind="hub", section=hub.address.url
        )
        content = fill_template(
            "hub", self.writer(hub.address), hub=hub, groups=groups, overviews=_OVERVIEWS.get(hub.kind.folder, ())
        )
        yield OutputFile(hub.address.file, front_matter + content)
        yield from self._listings(groups, (hub.named,), hub.address.url, cards=True)

    def gateway(self, gateway: Gateway, question: str) -> Iterator[OutputFile]:
        if not gateway.groups:
            return
        groups = _show_cards(gateway.groups, gateway.named)
        front_matter = write_front_matter(
            title=gateway.named.name,
            summary=f"{question} {gateway.named.name}: what may help, what to watch for and what to learn.",
            kind="gateway",
        )
        content = fill_template(
            "gateway",
            self.writer(gateway.address),
            gateway=gateway,
            question=question,
            groups=groups,
            safety=_hub_of(self.site, "cautions").named,
        )
        yield OutputFile(gateway.address.file, front_matter + content)
        yield from self._listings(groups, (gateway.named,), "", cards=True)

    def _listings(
        self, lists: Sequence[Shown[Named] | Shown[ThingPage]], trail: tuple[Named, ...], section: str, *, cards: bool
    ) -> Iterator[OutputFile]:
        """Render the pages of the lists that are too long for the page they belong to."""
        for shown in lists:
            for listing in shown.pages:
                front_matter = write_front_matter(
                    title=listing.name, summary=listing.name, kind="listing", section=section, breadcrumbs=trail
                )
                writer = self.writer(listing.address)
                content = fill_template("listing", writer, listing=listing, pages=shown.pages, cards=cards)
                yield OutputFile(listing.address.file, front_matter + content)

    def home(self) -> Iterator[OutputFile]:
        front_matter = write_front_matter(
            title="Massage for legs, knees and feet",
            summary="Gentle self-care for legs, knees and feet: what to do, how long, when to stop, and who says so.",
            kind="home",
        )
        safety = _hub_of(self.site, "cautions")
        ways_in = [(gateway, self._places_in(gateway)) for gateway in self.site.parts if gateway.groups]
        content = fill_template(
            "home",
            self.writer(HOME.address),
            body_map=draw_body_map(self.site.places),
            picture_settings=show_settings(self.site.skin_tone, names=False),
            ways_in=ways_in,
            safety_check=SAFETY_CHECK,
            cautions=[page for group in safety.groups for page in group.pages],
            safety=safety.named,
            evidence=_hub_of(self.site, "studies").named,
        )
        yield OutputFile(HOME.address.file, front_matter + content)
        for gateway, shown in ways_in:
            yield from self._listings((shown,), (gateway.named,), "", cards=False)

    def _places_in(self, part: Gateway) -> Shown[Named]:
        """List the places in a part of the body, those on the map first; its own gateway stands above them."""
        places = [p for p in self.site.places if p.area.part is part.choice and p.gateway is not part]
        places.sort(key=lambda place: (not is_on_map(place.area), place.named.name.casefold()))
        return show("Places", tuple(place.named for place in places), part.named, MOST_LINKS_SHOWN, LINKS_A_PAGE)

    def bibliography(self) -> Iterator[OutputFile]:
        """Render the list of all sources, in pages, and a page for each source with its BibTeX and all that cite it."""
        evidence = _hub_of(self.site, "studies").named
        sources = tuple(self.site.sources.values())
        owner = Named("bibliography", "Bibliography", Address("bibliography.md"), "")
        pages = number_pages(owner, sources, SOURCES_A_PAGE)
        for page in pages:
            front_matter = write_front_matter(
                title=page.name,
                summary="Every source that these pages cite, with the pages that cite it.",
                kind="bibliography",
                section=evidence.address.url,
                breadcrumbs=(evidence,),
                source="references.bib",
            )
            content = fill_template("bibliography", self.writer(page.address), listing=page, pages=pages)
            yield OutputFile(page.address.file, front_matter + content, "references.bib")
        for source in sources:
            yield from self._source(source, (evidence, owner))

    def _source(self, source: CitedSource, trail: tuple[Named, ...]) -> Iterator[OutputFile]:
        front_matter = write_front_matter(
            title=source.named.name,
            summary=source.reference.title or source.reference.key,
            kind="source",
            section=trail[0].address.url,
            breadcrumbs=trail,
            source="references.bib",
        )
        cited = show("Pages that cite it", source.cited_on, source.named, MOST_LINKS_SHOWN, LINKS_A_PAGE)
        content = fill_template("source", self.writer(source.named.address), source=source, cited=cited)
        yield OutputFile(source.named.address.file, front_matter + content, "references.bib")
        yield from self._listings((cited,), (*trail, source.named), trail[0].address.url, cards=False)


def _show_links(groups: tuple[BackLinks, ...], owner: Named) -> tuple[Shown[Named], ...]:
    return tuple(show(group.heading, group.links, owner, MOST_LINKS_SHOWN, LINKS_A_PAGE) for group in groups)


def _show_cards(groups: tuple[Group, ...], owner: Named) -> tuple[Shown[ThingPage], ...]:
    most = cards_for_each([len(group.pages) for group in groups])
    return tuple(show(group.heading, group.pages, owner, most, CARDS_A_PAGE) for group in groups)


def _hub_of(site: Site, folder: str) -> Hub:
    return next(hub for hub in site.hubs if hub.kind.folder == folder)
