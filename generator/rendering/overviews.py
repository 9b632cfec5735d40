"""Pages that are of no single thing: the check list, all studies in one table and picture, sheets and lists to fill."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.linking.address import Named
from generator.linking.site import Hub, Site, ThingPage
from generator.linking.site_pages import EVIDENCE, MY_PLAN, PRACTICE_SHEET, SAFETY_CHECK, SAVED_GUIDES
from generator.model.fields import Certainty
from generator.model.kinds.caution import Caution, Level
from generator.model.kinds.condition import Condition
from generator.model.kinds.study import Design, Study
from generator.rendering.evidence_map import StudiedCondition, draw_evidence_map
from generator.rendering.front_matter import Head, newest_review, write_front_matter
from generator.rendering.json_ld.document import describe_page
from generator.rendering.listing_pages import MakeWriter
from generator.rendering.listings import number_pages
from generator.rendering.output_file import OutputFile
from generator.rendering.template_world import fill_template

STUDIES_A_TABLE: Final = 25
"""Rows on one page of the table, which keeps it under 40 KB."""

MOST_QUESTIONS: Final = 12
"""Cautions of each level on the check list: more nobody answers before each session, and the page stays under 40 KB."""

ROWS_OF_THE_SHEET: Final = 12
"""Rows for sessions: 3 a week for 4 weeks, on one sheet of A4."""

_NO_TESTS: Final = frozenset({Design.GUIDELINE, Design.CONSENSUS, Design.REPORT})
"""What tested nothing, or warns: in the table, but not in a picture of what was tried."""

MOST_PICKED: Final = 10
"""Pages in a plan: they fit one sheet of paper, and nobody does more in a week. plan.js takes no more either."""

DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Overview:
    """A page that gathers what others say: its kind, itself, the index above it, and those that it gathers."""

    kind: str
    named: Named
    section: Named
    gathers: tuple[ThingPage, ...]


def render_overviews(site: Site, make_writer: MakeWriter) -> Iterator[OutputFile]:
    """Render all of these pages."""
    guides = site.hub_of("guides").named
    yield _render_safety_check(site, site.hub_of("cautions"), make_writer)
    yield _render_plain(site, PRACTICE_SHEET, guides, make_writer, rows=ROWS_OF_THE_SHEET)
    picked = [hub.named for hub in site.hubs if hub.kind.has_handout and not hub.is_hidden]
    yield _render_plain(site, MY_PLAN, guides, make_writer, hubs=picked, rows=MOST_PICKED, days=DAYS)
    yield _render_plain(site, SAVED_GUIDES, guides, make_writer)
    yield from _render_evidence(site, site.hub_of("studies"), make_writer)


def _render_safety_check(site: Site, hub: Hub, make_writer: MakeWriter) -> OutputFile:
    """Render the questions of the cautions, the strictest first; it needs no script and prints as it is.

    On a large site those come first that hold everywhere on the body; the index of cautions has them all.
    """
    pages = {page.thing.id: page for group in hub.groups for page in group.pages}
    cautions = [page.thing for page in pages.values() if isinstance(page.thing, Caution)]
    cautions.sort(key=lambda caution: bool(caution.areas))
    asked = {level: [one for one in cautions if one.level is level][:MOST_QUESTIONS] for level in Level}
    shown = [caution for level in Level for caution in asked[level]]
    content = fill_template(
        "safety-check",
        make_writer(SAFETY_CHECK.address),
        named=SAFETY_CHECK,
        cautions=shown,
        not_today=asked[Level.ABSOLUTE],
        ask_first=asked[Level.ASK_FIRST],
        places=asked[Level.LOCAL],
        meanwhile=asked[Level.CARE],
        all_cautions=hub.named if len(shown) < len(cautions) else None,
    )
    must_link = tuple(pages[caution.id].address.url for caution in shown)
    page = Overview("safety-check", SAFETY_CHECK, hub.named, tuple(pages[caution.id] for caution in shown))
    return write_overview(site, page, content, must_link)


def _render_evidence(site: Site, hub: Hub, make_writer: MakeWriter) -> Iterator[OutputFile]:
    """Render the picture of the evidence, and the table of all studies in pages of 25, by whose hands it was."""
    pages = [page for group in hub.groups for page in group.pages]
    pages.sort(key=lambda page: page.thing.name.casefold())
    listings = number_pages(EVIDENCE, pages, STUDIES_A_TABLE)
    findings = tuple(_findings([page.thing for page in pages if isinstance(page.thing, Study)]))
    picture = draw_evidence_map(_studied_conditions(site))
    for listing in listings:
        content = fill_template(
            "evidence",
            make_writer(listing.address),
            named=EVIDENCE,
            listing=listing,
            pages=listings,
            groups=_by_hands(listing.items),
            findings=findings,
            picture=picture,
            safety_check=SAFETY_CHECK,
            practice_sheet=PRACTICE_SHEET,
        )
        here = Named(EVIDENCE.id, listing.name, listing.address, EVIDENCE.summary)
        yield write_overview(site, Overview("evidence", here, hub.named, tuple(pages)), content)


def _render_plain(site: Site, page: Named, section: Named, make_writer: MakeWriter, **values: object) -> OutputFile:
    """Render a page that gathers nothing: its template is named after its id, as its kind is.

    The sheet to tick is made for paper. The plan and the list of saved guides are filled by scripts; the plan's empty
    lines can be filled with a pen too.
    """
    writer = make_writer(page.address)
    content = fill_template(page.id, writer, named=page, safety_check=SAFETY_CHECK, **values)
    return write_overview(site, Overview(page.id, page, section, ()), content)


def write_overview(site: Site, page: Overview, content: str, must_link: tuple[str, ...] = ()) -> OutputFile:
    """Write a page that gathers what others say: it is as fresh as the newest of them, and reviewed as the oldest."""
    reviewed = min((one.thing.reviewed for one in page.gathers), default=None)
    above = () if page.section.is_hidden else (page.section,)
    front_matter = write_front_matter(
        Head(
            title=page.named.name,
            summary=page.named.summary,
            kind=page.kind,
            node=describe_page(site, page.named, page.kind, above, reviewed=reviewed),
            section=page.section.address.url,
            breadcrumbs=above,
            changed=newest_review(page.gathers),
        )
    )
    return OutputFile(page.named.address.file, front_matter + content, None, must_link)


def _by_hands(pages: tuple[ThingPage, ...]) -> list[tuple[str, list[ThingPage]]]:
    """Group studies as a reader would ask for them: did they test what I would do?"""
    groups: dict[str, list[ThingPage]] = {
        "Studies of self-massage": [],
        "Studies of massage given by others": [],
        "Studies of patients under care": [],
        "Guidelines, experts and statistics": [],
    }
    own, others, under_care, rest = groups.values()
    for page in pages:
        study = page.thing
        if isinstance(study, Study):
            is_massage = study.given_by is not None
            group = under_care if study.under_care else own if study.is_direct else others if is_massage else rest
            group.append(page)
    return [(heading, found) for heading, found in groups.items() if found]


def _findings(studies: list[Study]) -> Iterator[str]:
    """Sum all studies up in a few sentences."""
    direct = [study for study in studies if study.is_direct]
    people = sum(study.people or 0 for study in direct)
    yield f"Of {len(studies)} studies, {len(direct)} tested self-massage, with {people} people in all."
    for level in (Certainty.HIGH, Certainty.MODERATE):
        found = sum(study.certainty is level for study in studies)
        yield f"{level.label} certainty: {found or 'none'} of them."
    yield "Try massage where it feels good. It does not take the place of exercise or treatment."


def _studied_conditions(site: Site) -> Iterator[StudiedCondition]:
    found: dict[str, list[Study]] = {}
    for page in site.pages.values():
        if isinstance(page.thing, Study) and page.thing.design not in _NO_TESTS:
            for thing_id in page.thing.about:
                found.setdefault(thing_id, []).append(page.thing)
    for thing_id, studies in found.items():
        page = site.page_of(thing_id)
        if not page.is_hidden and isinstance(page.thing, Condition):
            yield StudiedCondition(page.named, tuple(studies))
