"""Rules about the short addresses that stand on paper."""

from collections.abc import Iterator

from generator.checking.rule import Finding, Inspection, rule
from generator.diagnostics import Location, Severity, quote
from generator.model import Record
from generator.model.short_code import short_code


@rule("duplicate-short-address", Severity.ERROR, "Two handouts would have the same short address.")
def find_duplicate_short_addresses(inspection: Inspection) -> Iterator[Finding]:
    """Hold the codes of all things with a handout against each other: they come from the ids, and can meet."""
    seen: dict[str, Record] = {}
    for record in inspection.catalogue.all_records():
        if not record.model.kind.has_handout:
            continue
        code = short_code(record.id)
        first = seen.setdefault(code, record)
        if first.id != record.id:
            yield Finding(
                Location(record.document.path),
                f"The short address /go/{code}/ belongs to {quote(first.id)} already.",
                "Rename the file that was not published yet, and its id.",
                ((Location(first.document.path), "The other file is here."),),
            )
