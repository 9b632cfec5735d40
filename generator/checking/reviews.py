"""Rules about review dates."""

from collections.abc import Iterator

from generator.checking.rule import Finding, Inspection, rule
from generator.diagnostics import Severity, quote
from generator.model.record import Record
from generator.model.thing import ClinicWords, Signed, Thing
from generator.reading.yaml_data import Path


@rule("review-in-future", Severity.ERROR, "A review is dated later than today.")
def find_future_reviews(inspection: Inspection) -> Iterator[Finding]:
    """Refuse a review that has not happened yet."""
    for record, path, signed in _signed(inspection):
        if signed.reviewed > inspection.today:
            where = record.document.locate(*path, "reviewed")
            yield Finding(where, f"The review of {signed.reviewed} lies in the future.", "Write the day it was done.")


@rule("review-order", Severity.ERROR, "The next review is due before the last one.")
def find_backward_reviews(inspection: Inspection) -> Iterator[Finding]:
    """Refuse a next review that does not come after the last."""
    for record, path, signed in _signed(inspection):
        if signed.review_due <= signed.reviewed:
            where = record.document.locate(*path, "review_due")
            yield Finding(
                where,
                f"The next review ({signed.review_due}) is not after the last ({signed.reviewed}).",
                "Write the later date under review_due.",
            )


@rule("review-due", Severity.NOTICE, "The day of the next review has passed.")
def find_due_reviews(inspection: Inspection) -> Iterator[Finding]:
    """Remind of reviews; only a notice, for the calendar must not break a build that was sound yesterday."""
    for record, path, signed in _signed(inspection):
        if signed.reviewed < signed.review_due < inspection.today:
            where = record.document.locate(*path, "review_due")
            name = signed.name if isinstance(signed, Thing) else "what the clinic wrote"
            yield Finding(
                where,
                f"The review of {quote(name)} was due on {signed.review_due}.",
                "Review the page, then set reviewed and review_due.",
            )


def _signed(inspection: Inspection) -> Iterator[tuple[Record, Path, Thing | Signed]]:
    """List all that somebody signs with a day: things, and what a clinic put into them, each with its path."""
    for record, thing in inspection.catalogue.of_kind(Thing):
        yield record, (), thing
        for field in ClinicWords.model_fields if thing.clinic is not None else ():
            for place, signed in enumerate(getattr(thing.clinic, field)):
                yield record, ("clinic", field, place), signed
