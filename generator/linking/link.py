"""Catalogue -> site. The checks ran first, so every id that is looked up here is there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import Enum
from typing import Final

from generator.linking.address import Address, Named
from generator.linking.site import (
    BackLinks,
    CitedSource,
    ClaimOnPage,
    Gateway,
    Group,
    Hub,
    ReadPage,
    Site,
    ThingPage,
    TimedPhase,
)
from generator.linking.surface import link_parts, link_places
from generator.linking.timing import time_phases
from generator.model import Catalogue, Record
from generator.model.fields import Goal, RefersTo
from generator.model.kind_registry import kinds_by_folder
from generator.model.kinds.caution import Caution
from generator.model.kinds.country import Country
from generator.model.kinds.routine import Routine
from generator.model.kinds.tool import Tool
from generator.model.practice import Treatment
from generator.model.reach import Reach
from generator.model.thing import Kind, Thing

NOWHERE: Final = "/"
"""The address of a site that nobody has said where it is."""


NAMELESS: Final = "Self-care guides"
"""The name of a site that nobody has named."""


def link_site(catalogue: Catalogue, url: str = NOWHERE, name: str = NAMELESS, reach: Reach | None = None) -> Site:
    """Link everything with everything, for a site at `url`. Needs a catalogue whose check found no error.

    `reach` is that of the catalogue, where somebody worked it out before.
    """
    linker = _Linker(catalogue, reach or Reach(catalogue))
    everything = {thing.id: linker.page(record, thing) for record, thing in catalogue.of_kind(Thing)}
    hidden = {thing_id: page for thing_id, page in everything.items() if page.is_hidden}
    pages = {thing_id: page for thing_id, page in everything.items() if not page.is_hidden}
    kinds = [model.kind for model in kinds_by_folder().values()]
    inhabited = {page.kind for page in everything.values()}
    left_out = inhabited - {page.kind for page in pages.values()}
    hubs = tuple(_hub(kind, pages, kind in left_out) for kind in kinds if kind.in_navigation or kind in inhabited)
    pages = {page.thing.id: page for hub in hubs for page in _in_sequence(hub)}
    hubs = tuple(
        replace(hub, groups=tuple(replace(g, pages=tuple(pages[p.thing.id] for p in g.pages)) for g in hub.groups))
        for hub in hubs
    )
    parts = link_parts(pages)
    return Site(
        url=url.rstrip("/") + "/",
        name=name,
        clinic=catalogue.settings.clinic,
        pages=pages,
        hidden=hidden,
        copy=catalogue.copy,
        moved=catalogue.moved_addresses,
        left_by_copy=catalogue.left_by_copy,
        hubs=hubs,
        parts=parts,
        places=link_places(pages, [page.thing for page in hidden.values()], parts, linker.reach.enclosing),
        goals=tuple(_goal(choice, hubs) for choice in Goal),
        sources=linker.sources(),
        handbook=catalogue.handbook if catalogue.copy is None else (),  # a copy has no pages for contributors
        country=catalogue.find(catalogue.settings.country, Country),
        written_by=catalogue.settings.written_by,
        skin_tone=catalogue.settings.skin_tone,
        same_words=catalogue.settings.same_words,
        reading_ease=tuple(
            ReadPage(linker.named[thing.id], thing.kind, record.reading)
            for record, thing in catalogue.of_kind(Thing)
            if thing.id in pages
        ),
    )


class _Linker:
    def __init__(self, catalogue: Catalogue, reach: Reach) -> None:
        self.catalogue = catalogue
        self.reach = reach
        self.named = {
            thing.id: _named(record, thing, thing.id in catalogue.hidden) for record, thing in catalogue.of_kind(Thing)
        }
        self.treatments = {treatment.id: treatment for _, treatment in catalogue.of_kind(Treatment)}
        self.cautions = {thing.id: self.reach.cautions_reaching(thing) for _, thing in catalogue.of_kind(Thing)}
        self.reached: dict[str, list[str]] = defaultdict(list)
        for thing_id, cautions in self.cautions.items():
            for caution in cautions if thing_id not in catalogue.hidden else ():
                self.reached[caution.id].append(thing_id)
        self.back: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
        self.citing: dict[str, dict[str, None]] = defaultdict(dict)
        self.claims_about: dict[str, list[ClaimOnPage]] = defaultdict(list)
        self.claims_resting: dict[str, list[ClaimOnPage]] = defaultdict(list)
        for record, thing in catalogue.of_kind(Thing):
            if thing.id not in catalogue.hidden:
                self._collect(record, thing)

    def _collect(self, record: Record, thing: Thing) -> None:
        for heading, target in _references(record, thing.kind):
            self.back[target][heading][thing.id] = None
        for key in record.cited_keys:
            self.citing[key][thing.id] = None
        for claim in thing.claims:
            here = ClaimOnPage(claim, self.named[thing.id])
            if claim.about is not None and claim.about != thing.id:
                self.claims_about[claim.about].append(here)
            for key in claim.sources:
                self.claims_resting[key].append(here)

    def page(self, record: Record, thing: Thing) -> ThingPage:
        return ThingPage(
            thing=thing,
            kind=thing.kind,
            address=_address(thing.kind, thing.id),
            source=record.document.path,
            cautions=self.cautions[thing.id],
            back_links=self._back_links(thing),
            claims_about=tuple(self.claims_about[thing.id]),
            claims_resting=tuple(self.claims_resting[thing.id]),
            reached=self._reached(thing),
            phases=self._phases(thing),
            texts=record.counted_words,
            tools_used=self._tools_used(thing),
            previous=None,
            next=None,
            is_hidden=thing.id in self.catalogue.hidden,
            is_clinics=record.document.is_clinics,
        )

    def _back_links(self, thing: Thing) -> tuple[BackLinks, ...]:
        headings = self.back.get(thing.id, {})
        place = {model.kind.plural: model.kind.place for model in kinds_by_folder().values()}
        order = sorted(headings, key=lambda heading: (_place_in(heading, place), heading))
        return tuple(
            BackLinks(heading, tuple(sorted((self.named[i] for i in headings[heading]), key=_by_name)))
            for heading in order
        )

    def _reached(self, thing: Thing) -> tuple[BackLinks, ...]:
        if not isinstance(thing, Caution):
            return ()
        groups: dict[str, list[Named]] = defaultdict(list)
        for other_id in self.reached[thing.id]:
            groups[self.catalogue.records[other_id].model.kind.folder].append(self.named[other_id])
        kinds = kinds_by_folder()
        return tuple(
            BackLinks(kinds[folder].kind.title, tuple(sorted(groups[folder], key=_by_name)))
            for folder in kinds
            if folder in groups
        )

    def _phases(self, thing: Thing) -> tuple[TimedPhase, ...]:
        if not isinstance(thing, Routine):
            return ()
        return time_phases(thing, self.treatments, self.named)

    def _tools_used(self, thing: Thing) -> tuple[Thing, ...]:
        """List the tools that a thing puts to use, itself or through its steps, each once."""
        found: dict[str, Thing] = {}
        for use in thing.uses:
            used = self.catalogue.find(use.thing, Thing)
            if isinstance(used, Tool):
                found[used.id] = used
            elif used is not None and used.id != thing.id:
                found |= {tool.id: tool for tool in self._tools_used(used)}
        return tuple(found.values())

    def sources(self) -> Mapping[str, CitedSource]:
        return {
            key: CitedSource(
                reference=reference,
                cited_on=tuple(sorted((self.named[i] for i in self.citing[key] if i != key), key=_by_name)),
                study=self.named.get(key),
            )
            for key, reference in sorted(self.catalogue.references.items())
            if key in self.citing
        }


def _references(record: Record, kind: Kind) -> Iterator[tuple[str, str]]:
    for mention in record.mentions:
        if isinstance(mention.mark, RefersTo):
            if mention.mark.inverse:
                heading = mention.mark.inverse.format(kind.plural)
                yield heading[0].upper() + heading[1:], mention.value
    for naming in record.links:
        if naming.place is not None:
            yield "Also mentioned on", naming.target


def _by_name(named: Named) -> str:
    return named.name.casefold()


def _place_in(heading: str, places: Mapping[str, int]) -> int:
    words = heading.casefold()
    return next((place for plural, place in places.items() if words.startswith(plural.casefold())), 1000)


def _address(kind: Kind, thing_id: str) -> Address:
    return Address(f"{kind.folder}/{thing_id}.md")


def _named(record: Record, thing: Thing, is_hidden: bool) -> Named:  # noqa: FBT001 (as the record says)
    return Named(thing.id, thing.full_name, _address(record.model.kind, thing.id), thing.summary, is_hidden)


def _hub(kind: Kind, pages: Mapping[str, ThingPage], is_hidden: bool) -> Hub:  # noqa: FBT001 (as for the others)
    members = sorted(
        (page for page in pages.values() if page.kind is kind), key=lambda page: page.thing.name.casefold()
    )
    groups: dict[object, list[ThingPage]] = defaultdict(list)
    for page in members:
        groups[getattr(page.thing, kind.group_by) if kind.group_by else None].append(page)
    order = sorted(groups, key=_place_of_choice)
    return Hub(
        kind,
        Address(f"{kind.folder}/index.md"),
        tuple(Group("" if choice is None else str(choice), tuple(groups[choice])) for choice in order),
        is_hidden,
    )


def _place_of_choice(choice: object) -> int:
    return list(type(choice)).index(choice) if isinstance(choice, Enum) else 0


def _in_sequence(hub: Hub) -> Iterator[ThingPage]:
    members = [page for group in hub.groups for page in group.pages]
    for before, page, after in zip([None, *members], members, [*members[1:], None], strict=False):
        yield replace(page, previous=before.named if before else None, next=after.named if after else None)


def _goal(goal: Goal, hubs: tuple[Hub, ...]) -> Gateway:
    groups = []
    for hub in hubs:
        pages = (page for group in hub.groups for page in group.pages)
        members = tuple(page for page in pages if goal in getattr(page.thing, "goals", ()))
        if members:
            groups.append(Group(hub.kind.title, members))
    return Gateway(goal, Address(f"wish/{goal.value}.md"), tuple(groups))
