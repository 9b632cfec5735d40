"""The linked site -> Markdown pages, through the templates. Writes nothing."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.diagnostics import Code
from generator.drawing import Drawings, draw_site
from generator.drawing.body_map import draw_body_map, is_on_map
from generator.drawing.picture import write_picture
from generator.drawing.routine_pictures import write_strip
from generator.linking import Site
from generator.linking.address import Address, Named
from generator.linking.site import BackLinks, Gateway, Group, Hub, ThingPage
from generator.linking.site_pages import CODES, EVIDENCE, HOME, MY_PLAN, PRACTICE_SHEET, SAFETY_CHECK, SAVED_GUIDES
from generator.model.markup import plain_words
from generator.rendering.bibliography_pages import render_bibliography, render_source
from generator.rendering.claims import tell_claims_about, tell_claims_resting
from generator.rendering.clinic_pages import render_clinic_pages
from generator.rendering.clinic_styles import render_clinic_styles
from generator.rendering.export.catalogue import CATALOGUE_FILE, render_data
from generator.rendering.export.codes import find_coded_pages, render_code_index
from generator.rendering.front_matter import Head, newest_review, write_front_matter
from generator.rendering.handbook.page import FOLDER as HANDBOOK
from generator.rendering.handbook.pages import render_handbook
from generator.rendering.json_ld.document import (
    describe_home,
    describe_page,
    describe_page_of_thing,
)
from generator.rendering.listing_pages import ListOwner, render_listings
from generator.rendering.listings import (
    CARDS_A_PAGE,
    LINKS_A_PAGE,
    MOST_LINKS_SHOWN,
    Shown,
    cards_for_each,
    show,
)
from generator.rendering.output_file import AssetFile, OutputFile
from generator.rendering.overviews import render_overviews
from generator.rendering.page_writer import PageWriter
from generator.rendering.paper.handout_sheets import make_handouts, name_handouts
from generator.rendering.paper.share_cards import make_share_card, make_site_card, share_card_path
from generator.rendering.paper.sheet import Sheet
from generator.rendering.paper.write_handout import write_handout
from generator.rendering.prepared_text import PreparedTexts
from generator.rendering.robots import render_robots
from generator.rendering.search.a_to_z import render_a_to_z
from generator.rendering.search.index import render_search
from generator.rendering.shown_pictures import address_of_steps, show_pictures, show_settings, show_step
from generator.rendering.template_world import fill_template
from generator.rendering.ways_on import render_way_on, render_ways_on, short_path

TITLE: Final = "Massage for legs, knees and feet"
_OVERVIEWS: Final = {
    "cautions": (SAFETY_CHECK,),
    "studies": (EVIDENCE, CODES),
    "guides": (SAFETY_CHECK, PRACTICE_SHEET, MY_PLAN, SAVED_GUIDES),
}
"""Pages that gather what the things of a kind say; its index leads to them."""


@dataclass(frozen=True)
class Rendered:
    """All files of a site as text, those that go with it as they are, and all sheets that are still to be typeset.

    `drawings` are its pictures, which stand in the files.
    """

    files: tuple[OutputFile, ...]
    assets: tuple[AssetFile, ...]
    sheets: tuple[Sheet, ...]
    drawings: Drawings


def render_site(
    site: Site, codes: tuple[Code, ...], drawn: Drawings | None = None, pause: Callable[[], None] = lambda: None
) -> Rendered:
    """Render every page, handout and card; `codes` are the diagnostics that the handbook explains.

    `drawn` are the pictures of another copy of the same base, or of an earlier state: what is made from the same things
    is not drawn again. `pause` is called after each file, and may raise to stop.
    """
    drawings = draw_site(site, drawn, pause=pause)
    renderer = _Renderer(site, drawings)
    files: list[OutputFile] = []
    for file in _render_files(renderer, codes, files):
        files.append(file)
        pause()
    assets = tuple(AssetFile(path, content) for path, content in (site.copy.files if site.copy else {}).items())
    return Rendered(tuple(files), assets, (*renderer.sheets, renderer.site_card()), drawings)


def _render_files(renderer: "_Renderer", codes: tuple[Code, ...], before: Sequence[OutputFile]) -> Iterator[OutputFile]:
    """Render every file in order; the search and the ways on go by those that were rendered `before` them."""
    site = renderer.site
    yield from renderer.home()
    for hub in site.hubs:
        if not hub.is_hidden:
            yield from renderer.hub(hub)
    for page in site.pages.values():
        yield from renderer.thing(page)
    for gateway, question in _gateways(site):
        yield from renderer.gateway(gateway, question)
    yield from render_overviews(site, renderer.writer)
    yield from render_bibliography(site, site.hub_of("studies").named, renderer.writer)
    yield from render_a_to_z(site, renderer.writer)
    coded = find_coded_pages(site)
    yield from render_code_index(site, site.hub_of("studies").named, coded, renderer.writer)
    yield from render_data(site, coded)
    yield render_robots(site)
    if site.copy is None:  # a clinic's readers do not write the guides
        yield from render_handbook(site, codes)
    if site.copy is not None:
        yield from render_clinic_pages(site, site.copy, renderer.writer)
        yield from render_clinic_styles(site.copy)
    yield from render_search(site, tuple(before))
    yield from render_ways_on(site, {Address(file.path).url for file in before if file.path.endswith(".md")})


def render_pages_at(
    site: Site, addresses: Collection[str], codes: tuple[Code, ...], drawn: Drawings | None = None
) -> tuple[OutputFile, ...]:
    """Render the pages at some addresses, with their pictures; those that gather what many pages say are left out."""
    things = [page for page in site.pages.values() if page.address.url in addresses]
    renderer = _Renderer(site, draw_site(site, drawn, {page.thing.id for page in things}))
    files = [file for page in things for file in renderer.thing(page)]
    files.extend(file for hub in site.hubs if hub.address.url in addresses for file in renderer.hub(hub))
    for gateway, question in _gateways(site):
        if gateway.address.url in addresses:
            files.extend(renderer.gateway(gateway, question))
    evidence = site.hub_of("studies").named
    for source in site.sources.values():
        if source.named.address.url in addresses:
            files.extend(render_source(site, source, evidence, renderer.writer))
    if HOME.address.url in addresses:
        files.extend(renderer.home())
    if site.copy is None and any(address.startswith(f"{HANDBOOK}/") for address in addresses):
        files.extend(file for file in render_handbook(site, codes) if Address(file.path).url in addresses)
    return tuple(files)


def _gateways(site: Site) -> Iterator[tuple[Gateway, str]]:
    """List the pages that lead on from a part or place of the body, or from a wish, each with its question."""
    yield from ((gateway, "Where does it hurt?") for gateway in site.parts)
    yield from ((place.gateway, "Where does it hurt?") for place in site.places if place.has_own_gateway)
    yield from ((gateway, "What would you like to do?") for gateway in site.goals)


class _Renderer:
    """Renders the pages of one site; texts that stand on many of them are taken apart once."""

    def __init__(self, site: Site, drawings: Drawings) -> None:
        self.site = site
        self.texts = PreparedTexts(site.names_that_link())
        self.drawings = drawings
        self.sheets: list[Sheet] = []

    def writer(self, address: Address, own_id: str = "") -> PageWriter:
        """Make what writes the page at an address."""
        return PageWriter(self.site, self.texts, address, own_id)

    def thing(self, page: ThingPage) -> Iterator[OutputFile]:
        hub = self.site.hub_of(page.kind.folder)
        related = _show_links(page.back_links, page.named)
        reached = _show_links(page.reached, page.named)
        about, resting = tell_claims_about(page), tell_claims_resting(page)
        pictures = self.drawings.pictures.get(page.thing.id, ())
        strip = self.drawings.strips.get(page.thing.id)
        writer = self.writer(page.address, page.thing.id)
        content = fill_template(
            page.kind.singular.replace(" ", "-"),
            writer,
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
            all_codes=CODES,
            routines=self.site.hub_of("routines").named,
            conditions=self.site.hub_of("conditions").named,
            handouts=name_handouts(page),
        )
        front_matter = write_front_matter(
            Head(
                title=page.thing.full_name,
                summary=page.thing.summary,
                kind=page.kind.singular,
                node=describe_page_of_thing(self.site, page, hub.named, writer.cited()),
                section=hub.address.url,
                breadcrumbs=(hub.named,),
                previous=page.previous,
                following=page.next,
                source=None if page.is_clinics else page.source,
                share=share_card_path(page, has_picture=bool(pictures or strip)),
                changed=page.thing.reviewed,
            )
        )
        must_link = tuple(self.site.page_of(caution.id).address.url for caution in page.cautions)
        yield OutputFile(page.address.file, front_matter + content, page.source, must_link)
        yield from (OutputFile(picture.path, write_picture(picture), page.source) for picture in pictures)
        if strip:
            yield OutputFile(address_of_steps(page.address), write_strip(strip), page.source)
        if pictures or strip:
            self.sheets.append(make_share_card(page, self.site, pictures, strip))
        if page.kind.has_handout:
            yield render_way_on(
                self.site,
                short_path(page.thing.id),
                page.thing.full_name,
                plain_words(page.thing.summary),
                page.address.url,
                page.source,
            )
            self.sheets.extend(make_handouts(write_handout(page, self.site, writer.cited(), pictures, strip), page))
        lists = (*related, *reached, about.elsewhere, resting.elsewhere)
        yield from self._listings(lists, (hub.named, page.named), hub.address.url, cards=False)

    def site_card(self) -> Sheet:
        return make_site_card(self.site, HOME.summary, tuple(self.drawings.strips.values()))

    def hub(self, hub: Hub) -> Iterator[OutputFile]:
        groups = _show_cards(hub.groups, hub.named)
        front_matter = write_front_matter(
            Head(
                title=hub.kind.title,
                summary=hub.kind.lead,
                kind="hub",
                node=describe_page(self.site, hub.named, "hub"),
                section=hub.address.url,
                changed=newest_review(page for group in hub.groups for page in group.pages),
            )
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
            Head(
                title=gateway.named.name,
                summary=f"{question} {gateway.named.name}: what may help, what to watch for and what to learn.",
                kind="gateway",
                node=describe_page(self.site, gateway.named, "gateway"),
                changed=newest_review(page for group in gateway.groups for page in group.pages),
            )
        )
        content = fill_template(
            "gateway",
            self.writer(gateway.address),
            gateway=gateway,
            question=question,
            groups=groups,
            safety=self.site.hub_of("cautions").named,
        )
        yield OutputFile(gateway.address.file, front_matter + content)
        yield from self._listings(groups, (gateway.named,), "", cards=True)

    def _listings(
        self, lists: Sequence[Shown[Named] | Shown[ThingPage]], trail: tuple[Named, ...], section: str, *, cards: bool
    ) -> Iterator[OutputFile]:
        return render_listings(self.site, lists, ListOwner(trail, section, cards=cards), self.writer)

    def home(self) -> Iterator[OutputFile]:
        front_matter = write_front_matter(
            Head(
                title=TITLE,
                summary=HOME.summary,
                kind="home",
                node=describe_home(self.site, TITLE, CATALOGUE_FILE),
                changed=newest_review(self.site.pages.values()),
            )
        )
        safety = self.site.hub_of("cautions")
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
            evidence=self.site.hub_of("studies").named,
        )
        yield OutputFile(HOME.address.file, front_matter + content)
        for gateway, shown in ways_in:
            yield from self._listings((shown,), (gateway.named,), "", cards=False)

    def _places_in(self, part: Gateway) -> Shown[Named]:
        """List the places in a part of the body, those on the map first; its own gateway stands above them."""
        places = [p for p in self.site.places if p.area.part is part.choice and p.gateway is not part]
        places.sort(key=lambda place: (not is_on_map(place.area), place.named.name.casefold()))
        return show("Places", tuple(place.named for place in places), part.named, MOST_LINKS_SHOWN, LINKS_A_PAGE)


def _show_links(groups: tuple[BackLinks, ...], owner: Named) -> tuple[Shown[Named], ...]:
    return tuple(show(group.heading, group.links, owner, MOST_LINKS_SHOWN, LINKS_A_PAGE) for group in groups)


def _show_cards(groups: tuple[Group, ...], owner: Named) -> tuple[Shown[ThingPage], ...]:
    most = cards_for_each([len(group.pages) for group in groups])
    return tuple(show(group.heading, group.pages, owner, most, CARDS_A_PAGE) for group in groups)
