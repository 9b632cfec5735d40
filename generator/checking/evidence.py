"""Rules about claims and sources: nothing is said without its evidence, or more surely than the evidence allows."""

from collections.abc import Iterator

from generator.checking.rule import Finding, Inspection, rule
from generator.diagnostics import Severity, quote
from generator.model import Record
from generator.model.fields import Performer
from generator.model.kinds.study import Study
from generator.model.thing import Applies, Basis, Claim, Thing


@rule("claim-without-source", Severity.ERROR, "A claim has no source and does not say that it is only practice.")
def find_claims_without_source(inspection: Inspection) -> Iterator[Finding]:
    """Ask for a source or an honest `basis: practice`."""
    for record, index, claim in _claims(inspection):
        if claim.basis is Basis.EVIDENCE and not claim.sources:
            yield Finding(
                record.document.locate("claims", index),
                "This claim has no source.",
                "Add sources with a key of references.bib, or basis: practice where it is only custom.",
            )


@rule("claim-without-certainty", Severity.ERROR, "A claim with sources does not say how sure or how direct they are.")
def find_claims_without_certainty(inspection: Inspection) -> Iterator[Finding]:
    """Ask for certainty and directness wherever studies are cited."""
    for record, index, claim in _claims(inspection):
        if claim.basis is Basis.EVIDENCE and claim.sources:
            lacking = [name for name in ("certainty", "applies") if getattr(claim, name) is None]
            if lacking:
                yield Finding(
                    record.document.locate("claims", index),
                    f"This claim does not say its {' and '.join(lacking)}.",
                    "Add certainty: (high, moderate, low, very-low) and applies: (direct, indirect).",
                )


@rule("practice-with-evidence", Severity.ERROR, "A claim of mere practice names studies or a certainty.")
def find_contradicting_claims(inspection: Inspection) -> Iterator[Finding]:
    """Refuse a claim that is custom and evidence at once."""
    for record, index, claim in _claims(inspection):
        if claim.basis is Basis.PRACTICE and (claim.sources or claim.certainty or claim.applies):
            yield Finding(
                record.document.locate("claims", index, "basis"),
                "This claim says it is only practice, and yet names evidence.",
                "Take out basis: practice, or the sources, certainty and applies.",
            )


@rule("direct-on-indirect", Severity.ERROR, "A claim says “direct” and rests on a study that was not of self-massage.")
def find_direct_claims_on_indirect_studies(inspection: Inspection) -> Iterator[Finding]:
    """Hold the directness of a claim against whose hands did it in each study that it cites."""
    for record, index, claim in _claims(inspection):
        if claim.applies is not Applies.DIRECT:
            continue
        for place, key in enumerate(claim.sources):
            study = inspection.catalogue.find(key, Study)
            if study is not None and study.given_by is Performer.SELF:
                continue
            if study is None and (key in inspection.catalogue.broken_ids or key in inspection.catalogue.records):
                continue
            reason = "did not test self-massage" if study else "has no study page that says who did the massage"
            yield Finding(
                record.document.locate("claims", index, "sources", place),
                f"This claim is called direct, but {quote(key)} {reason}.",
                "Write applies: indirect, or cite a study of self-massage alone.",
            )


@rule("overstated-certainty", Severity.ERROR, "A claim is surer than the best of its studies.")
def find_overstated_claims(inspection: Inspection) -> Iterator[Finding]:
    """Hold the certainty of a claim against its studies' (GRADE: a body of evidence is no surer than its best part)."""
    for record, index, claim in _claims(inspection):
        studies = [inspection.catalogue.find(key, Study) for key in claim.sources]
        known = [study for study in studies if study is not None]
        if claim.certainty is None or not known or len(known) < len(studies):
            continue
        best = max(known, key=lambda study: study.certainty.rank)
        if claim.certainty.rank > best.certainty.rank:
            yield Finding(
                record.document.locate("claims", index, "certainty"),
                f"This claim has {claim.certainty.value} certainty, but its best study has {best.certainty.value}.",
                f"Write certainty: {best.certainty.value}, and words to match.",
            )


@rule("incomplete-reference", Severity.WARNING, "A source lacks its title, year or author.")
def find_incomplete_references(inspection: Inspection) -> Iterator[Finding]:
    """Look for what a reader needs to find a source; a web page may have the day it was seen in place of a year."""
    for entry in inspection.catalogue.bib_entries.values():
        has = {name for name, value in entry.fields.items() if value.strip()}
        lacks = [
            word
            for word, fields in (
                ("title", {"title"}),
                ("year", {"year", "date", "urldate"} if entry.type in {"online", "misc"} else {"year", "date"}),
                ("author", {"author", "editor"}),
            )
            if not fields & has
        ]
        if lacks:
            yield Finding(
                entry.location,
                f"The source {quote(entry.key)} has no {' and no '.join(lacks)}.",
                "Add it from the source itself; leave it out rather than guess.",
            )


@rule("uncited-reference", Severity.WARNING, "A source in references.bib is cited nowhere.")
def find_uncited_references(inspection: Inspection) -> Iterator[Finding]:
    """Find sources that no page cites; where a file could not be read, nobody can tell."""
    catalogue = inspection.catalogue
    if not catalogue.is_whole:
        return
    cited = {key for record in catalogue.all_records() for key in record.cited_keys}
    for entry in catalogue.bib_entries.values():
        if entry.key not in cited:
            yield Finding(entry.location, f"Nobody cites {quote(entry.key)}.", "Cite it, or take it out.")


def _claims(inspection: Inspection) -> Iterator[tuple[Record, int, Claim]]:
    for record, thing in inspection.catalogue.of_kind(Thing):
        for index, claim in enumerate(thing.claims):
            yield record, index, claim
