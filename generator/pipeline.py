"""The whole way on one screen: read -> model -> check -> link -> render -> typeset -> publish."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from generator import checking, model, publishing, reading
from generator.diagnostics import Code, Report
from generator.linking import NAMELESS, NOWHERE, link_site
from generator.model import Catalogue, build_catalogue
from generator.publishing import Manifest, Written, finish_site, make_manifest, typeset, write_manifest, write_tree
from generator.reading import read_content
from generator.rendering import OutputFile, Rendered, render_site

OUTPUT_FOLDER: Final = Path("build/docs")
"""Below the project's root; mkdocs.yml names it as docs_dir."""

TYPESET_FOLDER: Final = Path("build/typeset")
"""Below the project's root: handouts and cards as they were typeset before."""

CODES: Final[tuple[Code, ...]] = (*reading.CODES, *model.CODES, *checking.CODES, *publishing.CODES)
"""Every code that a diagnostic can have."""


@dataclass(frozen=True)
class Checked:
    """A project that was read and checked: what it holds, and all that is wrong with it."""

    catalogue: Catalogue
    report: Report


@dataclass(frozen=True)
class Generated:
    """What a generation did; `written` is None where errors stopped it before anything was written."""

    report: Report
    written: Written | None


def check_project(root: Path, today: date | None = None) -> Checked:
    """Read and check the project at `root`; `today` (the clock's, unless given) decides which reviews are due."""
    with _no_garbage():
        content, unread = read_content(root)
        catalogue, unfit = build_catalogue(content)
        unsound = checking.check(catalogue, today or date.today())  # noqa: DTZ011 (a review is due on the author's day)
        return Checked(catalogue, Report.of((*unread, *unfit, *unsound)))


def render_project(catalogue: Catalogue, url: str = NOWHERE) -> tuple[OutputFile, ...]:
    """Link and render the pages of a checked catalogue for a site at `url`: errors are the barrier before this."""
    return _render(catalogue, url, NAMELESS).files


def _render(catalogue: Catalogue, url: str, name: str) -> Rendered:
    with _no_garbage():
        site = link_site(catalogue, url, name)
    with _new_garbage_only():
        return render_site(site, CODES)


def generate_project(root: Path, today: date | None = None, url: str = NOWHERE, name: str = NAMELESS) -> Generated:
    """Check the project at `root`, and unless there are errors write its Markdown tree and manifest.

    `url` is where the site will be, and `name` what it is called: they stand on paper, and in what machines read.
    """
    checked = check_project(root, today)
    if checked.report.has_errors:
        return Generated(checked.report, None)
    rendered = _render(checked.catalogue, url, name)
    typeset_now = typeset(rendered.sheets, root / TYPESET_FOLDER)
    report = Report.of((*checked.report.diagnostics, *typeset_now.diagnostics))
    if report.has_errors:
        return Generated(report, None)
    written = write_tree((*rendered.files, *typeset_now.files), root / OUTPUT_FOLDER)
    write_manifest(make_manifest(rendered.files), (root / OUTPUT_FOLDER).parent)
    return Generated(report, written)


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
