"""The whole way on one screen: read -> model -> adapt -> check -> link -> draw -> render -> typeset -> publish."""

import gc
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from generator import adapting, checking, model, publishing, reading
from generator.adapting import Comparison, adapt_content, blame_overlay, compare_with_base
from generator.diagnostics import Code, Report
from generator.drawing import Drawings, draw_site
from generator.linking import NAMELESS, NOWHERE, Site, link_site
from generator.model import Catalogue, build_catalogue
from generator.model.clinic_copy import ClinicCopy
from generator.model.reach import Reach
from generator.publishing import (
    Manifest,
    Written,
    finish_site,
    make_manifest,
    typeset,
    write_manifest,
    write_some,
    write_tree,
)
from generator.publishing.addresses import check_addresses, list_addresses, lists_of_addresses
from generator.publishing.typesetting import TypesetBefore
from generator.reading import ClinicFolder, Content, Project, read_clinic_folder, read_content
from generator.rendering import OutputFile, Rendered, Sheet, render_pages_at, render_site

CODES: Final[tuple[Code, ...]] = (
    *reading.CODES,
    *model.CODES,
    *adapting.CODES,
    *checking.CODES,
    *publishing.CODES,
)
"""Every code that a diagnostic can have."""


@dataclass(frozen=True)
class Kept:
    """What a process that makes many copies keeps from one to the next."""

    base: "Base"
    typeset: TypesetBefore


@dataclass(frozen=True)
class Checked:
    """A project that was read and checked: what it holds, and all that is wrong with it.

    `content` is what was read of the base. Where it `is_well_formed`, no file of it had a fault of its own, and what
    stays the same need not be read again. `reach` is which cautions reach which thing.
    """

    catalogue: Catalogue
    report: Report
    reach: Reach
    content: Content
    is_well_formed: bool


@dataclass(frozen=True)
class Generated:
    """What a generation did; `written` is None where errors stopped it before anything was written.

    `copy` is what makes a clinic's copy its own; `pages` are the Markdown files, below the folder of the tree;
    `drawings` are the pictures, and `sheets` what is still to be typeset.
    """

    report: Report
    written: Written | None
    copy: ClinicCopy | None = None
    pages: frozenset[str] = frozenset()
    drawings: Drawings | None = None
    sheets: tuple[Sheet, ...] = ()


@dataclass(frozen=True)
class Base:
    """A sound base, read, checked and drawn once for many copies of it."""

    content: Content
    catalogue: Catalogue
    report: Report
    drawings: Drawings | None

    @property
    def is_sound(self) -> bool:
        """Tell whether copies can be made of it."""
        return not self.report.has_errors


def read_base(root: Path, today: date | None = None) -> Base:
    """Read, check and, where it is sound, draw the base at `root`."""
    with _no_garbage():
        content, unread = read_content(root)
        catalogue, unfit = build_catalogue(content)
        unsound = checking.check(catalogue, _day(today))
        report = Report.of((*unread, *unfit, *unsound))
        return Base(content, catalogue, report, None if report.has_errors else draw_site(link_site(catalogue)))


def check_project(
    project: Project | Path, today: date | None = None, base: Base | None = None, before: Checked | None = None
) -> Checked:
    """Read and check a project; `today` (the clock's, unless given) decides which reviews are due.

    A sound `base` that was read before is not read again, and of the project as it was `before` only what changed.
    """
    project = project if isinstance(project, Project) else Project(project)
    known = before if before is not None and before.is_well_formed else None
    with _no_garbage():
        content, found = (
            (base.content, ()) if base is not None else read_content(project.base, known.content if known else None)
        )
        read = content
        diagnostics = list(found)
        copy: ClinicCopy | None = None
        folder: ClinicFolder | None = None
        if project.clinic is not None:
            folder, unread = read_clinic_folder(project.clinic, project.shown_as)
            adapted, unfit = adapt_content(content, folder)
            diagnostics.extend((*unread, *unfit))
            content, copy = adapted.content, adapted.copy
        sound = base.catalogue if base is not None else known.catalogue if known is not None else None
        catalogue, unfit = build_catalogue(content, copy, sound)
        is_well_formed = not diagnostics and not unfit
        reach = known.reach if known is not None and known.reach.holds_for(catalogue) else Reach(catalogue)
        unsound = checking.check(catalogue, _day(today), reach)
        if folder is not None:
            unsound = blame_overlay(unsound, folder, catalogue.hidden)
        return Checked(catalogue, Report.of((*diagnostics, *unfit, *unsound)), reach, read, is_well_formed)


def _day(today: date | None) -> date:
    return today or date.today()  # noqa: DTZ011 (a review is due on the author's day)


def compare_project(project: Project) -> tuple[Comparison, ...]:
    """Hold the changes of a clinic against the base as it is now. Raises ValueError where the project has no clinic."""
    if project.clinic is None:
        message = "only a clinic's copy has changes to compare"
        raise ValueError(message)
    content, _ = read_content(project.base)
    folder, _ = read_clinic_folder(project.clinic, project.shown_as)
    return compare_with_base(content, folder)


def render_project(catalogue: Catalogue, url: str = NOWHERE) -> tuple[OutputFile, ...]:
    """Link and render the pages of a checked catalogue for a site at `url`: errors are the barrier before this."""
    return render_site(_link(catalogue, url, NAMELESS), CODES).files


def link_project(checked: Checked, url: str, name: str) -> Site:
    """Link a project whose check found no error, for a site that is called `name`, at `url` unless a clinic says it."""
    return _link(checked.catalogue, url, name, checked.reach)


def _link(catalogue: Catalogue, url: str, name: str, reach: Reach | None = None) -> Site:
    with _no_garbage():
        return link_site(catalogue, url if catalogue.copy is None else catalogue.copy.clinic.url, name, reach)


def list_published(catalogue: Catalogue) -> tuple[str, ...]:
    """List the addresses that a publication of a checked catalogue adds to those that were ever published."""
    known = {line.strip().strip("/") for source in lists_of_addresses(catalogue) for line in source.text.splitlines()}
    return tuple(one for one in list_addresses(render_project(catalogue)) if one not in known)


def generate_project(
    project: Project | Path,
    today: date | None = None,
    url: str = NOWHERE,
    name: str = NAMELESS,
    kept: Kept | None = None,
) -> Generated:
    """Check a project, and unless there are errors write its Markdown tree and manifest.

    `url` is where the site will be, unless a clinic says it, and `name` what it is called: they stand on paper, and in
    what machines read. `kept` is what the copies that this process made before have in common with it.
    """
    project = project if isinstance(project, Project) else Project(project)
    checked = check_project(project, today, kept.base if kept is not None else None)
    if checked.report.has_errors:
        return Generated(checked.report, None)
    return generate_checked(
        project,
        checked,
        link_project(checked, url, name),
        kept.base.drawings if kept is not None else None,
        kept.typeset if kept is not None else None,
    )


def generate_checked(
    project: Project,
    checked: Checked,
    site: Site,
    drawn: Drawings | None = None,
    typeset_before: TypesetBefore | None = None,
) -> Generated:
    """Write the Markdown tree and manifest of a project whose check found no error, and which was linked.

    What was drawn and typeset before is taken over where it is the same.
    """
    rendered = _render_checked(checked, site, drawn)
    if isinstance(rendered, Report):
        return Generated(rendered, None)
    typeset_now = typeset(rendered.sheets, project.typeset, typeset_before)
    report = Report.of((*checked.report.diagnostics, *typeset_now.diagnostics))
    if report.has_errors:
        return Generated(report, None)
    written = write_tree((*rendered.files, *rendered.assets, *typeset_now.files), project.output)
    return _generated(project, checked, rendered, Generated(report, written))


def generate_pages(
    project: Project, checked: Checked, site: Site, drawn: Drawings | None, pause: Callable[[], None]
) -> Generated:
    """Write all but what is to be typeset, whose earlier files stay: an author waits for a page, and not for paper.

    `pause` is called now and then before anything is written, and may raise to stop.
    """
    rendered = _render_checked(checked, site, drawn, pause)
    if isinstance(rendered, Report):
        return Generated(rendered, None)
    pause()
    to_come = {sheet.path for sheet in rendered.sheets}
    written = write_tree((*rendered.files, *rendered.assets), project.output, to_come)
    return _generated(project, checked, rendered, Generated(checked.report, written, sheets=rendered.sheets))


def typeset_pages(project: Project, generated: Generated, pause: Callable[[], None]) -> Generated:
    """Typeset and write what `generate_pages` left for later. `pause` is called before each sheet, and may raise."""
    typeset_now = typeset(generated.sheets, project.typeset, pause=pause)
    changed = write_some(typeset_now.files, project.output)
    report = Report.of((*generated.report.diagnostics, *typeset_now.diagnostics))
    return replace(generated, report=report, written=Written(changed, (), len(generated.sheets) - len(changed)))


def _render_checked(
    checked: Checked, site: Site, drawn: Drawings | None, pause: Callable[[], None] = lambda: None
) -> Rendered | Report:
    """Render all pages; where an address that was ever published would lead nowhere, give the report of that."""
    with _new_garbage_only():
        rendered = render_site(site, CODES, drawn, pause)
    lost = tuple(check_addresses(checked.catalogue, rendered.files))
    return Report.of((*checked.report.diagnostics, *lost)) if lost else rendered


def _generated(project: Project, checked: Checked, rendered: Rendered, generated: Generated) -> Generated:
    write_manifest(make_manifest(rendered.files), project.output.parent)
    pages = frozenset(file.path for file in rendered.files if file.path.endswith(".md"))
    return replace(generated, copy=checked.catalogue.copy, pages=pages, drawings=rendered.drawings)


def generate_at(
    project: Project, site: Site, addresses: Collection[str], drawn: Drawings | None = None
) -> tuple[str, ...]:
    """Write the pages at some addresses alone, before all others, and give the paths of the files that changed."""
    with _new_garbage_only():
        return write_some(render_pages_at(site, addresses, CODES, drawn), project.output)


def verify_project(manifest: Manifest, site: Path, base_path: str = "/") -> Report:
    """Hold a built site against what was generated."""
    with _no_garbage():
        return Report.of(finish_site(site, manifest, base_path))


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Keep the collector from searching our data for circles that it does not have: a tenth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def _new_garbage_only() -> Iterator[None]:
    """Have the collector pass over all that is there already: filled templates leave many circles behind."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
