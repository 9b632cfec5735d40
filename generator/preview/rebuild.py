"""A save -> what changed on the site: the pages at hand first, then all others, then what is printed."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from generator.diagnostics import Report
from generator.drawing import Drawings
from generator.pipeline import (
    Checked,
    Generated,
    check_project,
    generate_at,
    generate_pages,
    link_project,
    typeset_pages,
)
from generator.reading.project_folders import Project


class SupersededError(Exception):
    """Something was saved while all other pages were still being made."""


class Stage(Enum):
    """How far a rebuild has come."""

    CHECKED = "The check found errors"
    AT_HAND = "The pages at hand"
    ALL_PAGES = "All pages"
    PAPER = "All pages and handouts"


@dataclass(frozen=True)
class Step:
    """What a rebuild came to so far: what is wrong, and what was written."""

    stage: Stage
    report: Report
    generated: Generated | None = None
    changed: tuple[str, ...] = ()


class Rebuilder:
    """Makes the site at `url` that is called `name` again and again, and does again only what must be."""

    def __init__(self, project: Project, url: str, name: str, today: date | None = None) -> None:
        """Begin with nothing made."""
        self._project = project
        self._site = (url, name)
        self._today = today
        self._before: Checked | None = None
        self._drawings: Drawings | None = None

    def move(self, url: str, name: str) -> None:
        """Make the site for another address, or with another name."""
        self._site = (url, name)

    def rebuild(self, at_hand: Collection[str], pause: Callable[[], None]) -> Iterator[Step]:
        """Check the project and make its pages: those `at_hand` (addresses) and of changed files, then all, then paper.

        `pause` may raise SupersededError while all pages are made, and while paper is typeset.
        """
        checked = check_project(self._project, self._today, before=self._before)
        before, self._before = self._before, checked if checked.is_well_formed else self._before
        if checked.report.has_errors:
            yield Step(Stage.CHECKED, checked.report)
            return
        site = link_project(checked, *self._site)
        if before is not None:
            changed = {
                site.pages[name].address.url
                for name, record in checked.catalogue.records.items()
                if name in site.pages and before.catalogue.records.get(name) is not record
            }
            first = generate_at(self._project, site, {*at_hand, *changed}, self._drawings)
            yield Step(Stage.AT_HAND, checked.report, changed=first)
        generated = generate_pages(self._project, checked, site, self._drawings, pause)
        self._drawings = generated.drawings or self._drawings
        yield Step(Stage.ALL_PAGES, generated.report, generated)
        if generated.written is not None:
            typeset_now = typeset_pages(self._project, generated, pause)
            yield Step(Stage.PAPER, typeset_now.report, typeset_now)
