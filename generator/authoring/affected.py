"""Which files a change can have put in the wrong: those that changed, and those that depend on them."""

from collections.abc import Collection

from generator.diagnostics import Report
from generator.model import Catalogue
from generator.model.reach import Reach
from generator.reading.project import BIBLIOGRAPHY_FILE, CONTENT_FOLDER, SETTINGS_FILE


def affected_files(catalogue: Catalogue, changed: Collection[str]) -> frozenset[str]:
    """List the paths of what changed and of what names it, cites from it, uses it, or is reached by a caution in it.

    What all pages rest on, such as settings.yml, affects every file.
    """
    everything = frozenset(record.document.path for record in catalogue.all_records()) | {BIBLIOGRAPHY_FILE}
    content = {path for path in changed if path.startswith(f"{CONTENT_FOLDER}/")}
    if SETTINGS_FILE in changed or any("/countries/" in path for path in content):
        return everything | frozenset(changed)
    ids = {path.rsplit("/", 1)[-1].rsplit(".", 1)[0] for path in content}
    reach = Reach(catalogue)
    found = set(changed)
    for record in catalogue.all_records():
        names = {naming.target for naming in record.links}
        cautions = {caution.id for caution in reach.cautions_reaching(record.thing)} if record.thing else set()
        cites = BIBLIOGRAPHY_FILE in changed and bool(record.citations)
        if names & ids or cautions & ids or cites:
            found.add(record.document.path)
    return frozenset(found) | ({BIBLIOGRAPHY_FILE} if content else frozenset())


def only_in(report: Report, files: Collection[str]) -> Report:
    """Leave out what is told of other files."""
    return Report.of(one for one in report.diagnostics if one.location.path in files)
