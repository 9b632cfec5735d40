"""Rules about review dates."""

from collections.abc import Iterator

from generator.checking.rule import Finding, Inspection, rule
from generator.diagnostics import Severity, quote
from generator.model.thing import Thing


@rule("review-in-future", Severity.ERROR, "A review is dated later than today.")
def find_future_reviews(inspection: Inspection) -> Iterator[Finding]:
    """Refuse a review that has not happened yet."""
    for record, thing in inspection.catalogue.of_kind(Thing):
        if thing.reviewed > inspection.today:
            where = record.document.locate("reviewed")
            yield Finding(where, f"The review of {thing.reviewed} lies in the future.", "Write the day it was done.")


@rule("review-order", Severity.ERROR, "The next review is due before the last one.")
def find_backward_reviews(inspection: Inspection) -> Iterator[Finding]:
    """Refuse a next review that does not come after the last."""
    for record, thing in inspection.catalogue.of_kind(Thing):
        if thing.review_due <= thing.reviewed:
            where = record.document.locate("review_due")
            yield Finding(
                where,
                f"The next review ({thing.review_due}) is not after the last ({thing.reviewed}).",
                "Write the later date under review_due.",
            )


@rule("review-due", Severity.NOTICE, "The day of the next review has passed.")
def find_due_reviews(inspection: Inspection) -> Iterator[Finding]:
    """Remind of reviews; only a notice, for the calendar must not break a build that was sound yesterday."""
    for record, thing in inspection.catalogue.of_kind(Thing):
        if thing.reviewed < thing.review_due < inspection.today:
            where = record.document.locate("review_due")
            yield Finding(
                where,
                f"The review of {quote(thing.name)} was due on {thing.review_due}.",
                "Review the page, then set reviewed and review_due.",
            )
