"""The linked site: every id is an object, every link goes both ways, every page knows its address. Cannot fail."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.linking.address import Address, Named
from generator.linking.site_pages import SITE_PAGES
from generator.model.clinic_copy import ClinicCopy
from generator.model.doses import time_in_words
from generator.model.fields import Goal, Part, Side
from generator.model.kinds.anatomy import Anatomy
from generator.model.kinds.caution import Caution
from generator.model.kinds.country import Country
from generator.model.readability import Reading
from generator.model.reference import Reference, address_of_key
from generator.model.thing import Claim, Kind, Thing
from generator.reading.source_file import SourceFile


@dataclass(frozen=True)
class BackLinks:
    """What refers to a thing in one way, under the words that say which."""

    heading: str
    links: tuple[Named, ...]


@dataclass(frozen=True)
class ClaimOnPage:
    """A claim and the page that makes it."""

    claim: Claim
    page: Named


@dataclass(frozen=True)
class TimedStep:
    """A step of a routine with its time. `seconds` counts both sides where they come one after the other.

    `how` says the movement, and `easier` an easier way, where the routine uses it for the first time; later they are
    empty.
    """

    number: int
    link: Named
    area: Named
    side: Side
    seconds_a_side: int
    seconds: int
    count: int | None
    optional: bool
    how: str
    easier: str
    note: str | None

    @property
    def is_on_each_side(self) -> bool:
        """Whether its sides come one after the other."""
        return self.side is Side.EACH

    @property
    def dose(self) -> str:
        """How often or how long, as a reader looks it up while doing it."""
        times = f"{self.count} times" if self.count else time_in_words(self.seconds_a_side)
        return f"{times} each side" if self.is_on_each_side else times


@dataclass(frozen=True)
class TimedPhase:
    """A phase of a routine with its steps."""

    name: str
    steps: tuple[TimedStep, ...]


@dataclass(frozen=True)
class ThingPage:
    """The page of one thing, with all that other things say of it. `texts` are its own, as plain words.

    `is_hidden` tells a thing that a clinic gives no page, `is_clinics` one that the clinic added.
    """

    thing: Thing
    kind: Kind
    address: Address
    source: str
    cautions: tuple[Caution, ...]
    back_links: tuple[BackLinks, ...]
    claims_about: tuple[ClaimOnPage, ...]
    claims_resting: tuple[ClaimOnPage, ...]
    reached: tuple[BackLinks, ...]
    phases: tuple[TimedPhase, ...]
    texts: tuple[str, ...]
    tools_used: tuple[Thing, ...]
    previous: Named | None
    next: Named | None
    is_hidden: bool = False
    is_clinics: bool = False

    @cached_property
    def named(self) -> Named:
        """The page as others link to it."""
        return Named(self.thing.id, self.thing.full_name, self.address, self.thing.summary, self.is_hidden)

    @cached_property
    def cautions_by_level(self) -> Mapping[str, tuple[Caution, ...]]:
        """The cautions under the value of their level, the strictest first."""
        levels: dict[str, list[Caution]] = {}
        for caution in self.cautions:
            levels.setdefault(str(caution.level.value), []).append(caution)
        return {level: tuple(cautions) for level, cautions in levels.items()}

    @property
    def at_a_glance(self) -> tuple[str, ...]:
        """A few words for its card: the time of a routine is computed, other kinds say it themselves."""
        return (time_in_words(self.seconds_without_optional),) if self.phases else self.thing.at_a_glance

    @property
    def seconds(self) -> int:
        """The time of all steps of a routine, in seconds."""
        return sum(step.seconds for phase in self.phases for step in phase.steps)

    @property
    def is_done_on_each_side(self) -> bool:
        """Whether a routine counts the time of two sides, one after the other."""
        return any(step.seconds > step.seconds_a_side for phase in self.phases for step in phase.steps)

    @property
    def seconds_without_optional(self) -> int:
        """The time without the steps that may be left out, in seconds."""
        return sum(step.seconds for phase in self.phases for step in phase.steps if not step.optional)


@dataclass(frozen=True)
class Group:
    """Pages under one heading of an index; the heading is empty where the kind has no groups."""

    heading: str
    pages: tuple[ThingPage, ...]


@dataclass(frozen=True)
class Hub:
    """The index page of a kind; it is hidden where a clinic hides all that would stand on it."""

    kind: Kind
    address: Address
    groups: tuple[Group, ...]
    is_hidden: bool = False

    @cached_property
    def named(self) -> Named:
        """The hub as others link to it."""
        return Named(self.kind.folder, self.kind.title, self.address, self.kind.lead, self.is_hidden)


@dataclass(frozen=True)
class Gateway:
    """A way in from the home page: a part of the body, a wish, or a place on the body, with all that belongs to it."""

    choice: Part | Goal | Anatomy
    address: Address
    groups: tuple[Group, ...]

    @cached_property
    def named(self) -> Named:
        """The gateway as others link to it."""
        if isinstance(self.choice, Anatomy):
            return Named(self.choice.id, _plain_name(self.choice), self.address, "")
        return Named(str(self.choice.value), self.choice.label, self.address, "")


@dataclass(frozen=True)
class Place:
    """A place on the body that a reader can point to, and the gateway that it leads to."""

    area: Anatomy
    gateway: Gateway

    @property
    def has_own_gateway(self) -> bool:
        """Whether the gateway is for this place alone, and not for a part of the body."""
        return self.gateway.choice is self.area

    @cached_property
    def named(self) -> Named:
        """The gateway as others link to it, under the name of the place."""
        return Named(self.area.id, _plain_name(self.area), self.gateway.address, "")


def _plain_name(area: Anatomy) -> str:
    """Name a place as a reader would who points to it: by the plain word where there is one."""
    name = area.plain or area.name
    return name[0].upper() + name[1:]


@dataclass(frozen=True)
class CitedSource:
    """A source with every page that cites it, and its study page where there is one."""

    reference: Reference
    cited_on: tuple[Named, ...]
    study: Named | None

    @cached_property
    def named(self) -> Named:
        """The page of the source as others link to it: its first author and year, or its title."""
        reference = self.reference
        author = reference.authors[0].family if reference.authors else ""
        name = f"{author} {reference.year}" if author and reference.year else reference.title or reference.key
        return Named(reference.key, name, Address(f"sources/{address_of_key(reference.key)}.md"), reference.title)


@dataclass(frozen=True)
class ReadPage:
    """How hard a page is to read."""

    page: Named
    kind: Kind
    reading: Reading


@dataclass(frozen=True)
class Site:
    """The whole site, linked; `url` is the address of its root, with a slash at its end, and `name` what it is called.

    `clinic` is who hands its pages out. `pages` are those that are there; `hidden` would be those of what a clinic
    hides: texts name it, and nothing leads to it. `copy` is what makes a clinic's copy its own.
    `moved` gives the new address of pages that went elsewhere, and `left_by_copy` are addresses of the base that a copy
    may have no page for.
    """

    url: str
    name: str
    clinic: str | None
    pages: Mapping[str, ThingPage]
    hidden: Mapping[str, ThingPage]
    copy: ClinicCopy | None
    moved: Mapping[str, str]
    left_by_copy: tuple[str, ...]
    hubs: tuple[Hub, ...]
    parts: tuple[Gateway, ...]
    places: tuple[Place, ...]
    goals: tuple[Gateway, ...]
    sources: Mapping[str, CitedSource]
    handbook: tuple[SourceFile, ...]
    country: Country | None
    written_by: str | None
    skin_tone: int
    same_words: tuple[str, ...]
    reading_ease: tuple[ReadPage, ...]

    def whole_address(self, address: Address) -> str:
        """Write where a page is with the address of the site before it."""
        return f"{self.url}{address.url}"

    def hub_of(self, folder: str) -> Hub:
        """Find the index of the kind of a folder. Raises StopIteration where the site has none."""
        return next(hub for hub in self.hubs if hub.kind.folder == folder)

    def named(self, page_id: str) -> Named:
        """Find what a link leads to: the page of a thing, or a page that gathers many."""
        return SITE_PAGES[page_id] if page_id in SITE_PAGES else self.page_of(page_id).named

    @property
    def language(self) -> str:
        """The language of its pages, as HTML names it."""
        return str(self.copy.clinic.language.value) if self.copy is not None else "en-GB"

    @cached_property
    def clinics_texts(self) -> frozenset[str]:
        """Give the texts of the base that are in the clinic's words."""
        pages = (*self.pages.values(), *self.hidden.values())
        return frozenset(one.text for page in pages if page.thing.clinic for one in page.thing.clinic.reworded)

    def page_of(self, thing_id: str) -> ThingPage:
        """Find the page of a thing, also where a clinic hides it."""
        return self.pages[thing_id] if thing_id in self.pages else self.hidden[thing_id]

    def names_that_link(self) -> Iterator[tuple[str, str]]:
        """List the names whose first mention on a page becomes a link, each with the id of its thing."""
        for page in self.pages.values():
            if page.kind.links_itself:
                yield from ((name, page.thing.id) for name in (page.thing.name, *page.thing.also))
