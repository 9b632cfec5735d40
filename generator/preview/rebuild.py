"""A save -> what changed on the site: the pages at hand first, within a second, then all others."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date

from generator.diagnostics import Report
from generator.drawing import Drawings
from generator.pipeline import (
    Checked,
    Generated,
    check_project,
    generate_at,
    generate_checked,
    link_project,
)
from generator.reading.project_folders import Project


class SupersededError(Exception):
    """Something was saved while all other pages were still being made."""


@dataclass(frozen=True)
class Step:
    """What a rebuild came to so far: what is wrong, the files that changed, and in the end all that was generated."""

    report: Report
    changed: tuple[str, ...] = ()
    generated: Generated | None = None


class Rebuilder:
    """Makes the site at `url` that is called `name` again and again, and does again only what must be."""

    def __init__(self, project: Project, url: str, name: str, today: date | None = None) -> None:
        """Begin with nothing made."""
        self._project = project
        self._site = (url, name)
        self._today = today
        self._before: Checked | None = None
        self._drawings: Drawings | None = None

    def rebuild(self, at_hand: Collection[str], pause: Callable[[], None]) -> Iterator[Step]:
        """Check the project and make its pages: those at the addresses `at_hand` and of changed files, then all.

        `pause` may raise SupersededError before anything of the second step is written.
        """
        checked = check_project(self._project, self._today, before=self._before)
        before, self._before = self._before, checked if checked.is_well_formed else self._before
        if checked.report.has_errors:
            yield Step(checked.report)
            return
        site = link_project(checked, *self._site)
        if before is not None:
            changed = {
                site.pages[name].address.url
                for name, record in checked.catalogue.records.items()
                if name in site.pages and before.catalogue.records.get(name) is not record
            }
            first = generate_at(self._project, site, {*at_hand, *changed}, self._drawings)
            yield Step(checked.report, first)
        generated = generate_checked(self._project, checked, site, self._drawings, pause=pause)
        self._drawings = generated.drawings or self._drawings
        yield Step(generated.report, generated.written.changed if generated.written else (), generated)
