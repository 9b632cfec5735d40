"""Rules about a clinic's copy."""

from collections.abc import Iterator

from generator.checking.rule import Finding, Inspection, rule
from generator.diagnostics import Severity


@rule("clinic-field", Severity.ERROR, "A file of content holds the field in which an overlay's words are kept.")
def find_clinic_fields(inspection: Inspection) -> Iterator[Finding]:
    """Refuse what only an overlay puts in: its own files say whose it is."""
    for record in inspection.catalogue.all_records():
        span = record.document.spans.get(("clinic",))
        if span is not None and span.source is None:
            where = record.document.locate_key("clinic")
            yield Finding(where, "The field “clinic” is filled by a clinic's overlay.", "Take it out of this file.")
