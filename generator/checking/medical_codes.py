"""Rules about medical codes: a reader who looks one up must be led to one page."""

from collections.abc import Iterator

from generator.checking.rule import Finding, Inspection, rule
from generator.diagnostics import Severity, quote
from generator.model import Record
from generator.model.medical_codes import Fit, MedicalCodes
from generator.model.thing import Thing
from generator.reading.yaml_data import Path


@rule("duplicate-code", Severity.ERROR, "A page has a medical code twice, or two pages mean exactly the same code.")
def find_duplicate_codes(inspection: Inspection) -> Iterator[Finding]:
    """Let a code stand once on a page, and mean exactly one page."""
    exact: dict[str, tuple[Record, Path]] = {}
    for record, thing in inspection.catalogue.of_kind(Thing):
        there: dict[str, Path] = {}
        for path, code, fit in _codes_of(thing):
            here = record.document.locate(*path)
            first_here = there.setdefault(code, path)
            if first_here != path:
                before = record.document.locate(*first_here)
                yield Finding(
                    here,
                    f"The code {quote(code)} is given twice.",
                    "Take one out.",
                    ((before, "It stands here first."),),
                )
                continue
            first, first_path = exact.setdefault(code, (record, path)) if fit is Fit.EXACT else (record, path)
            if first is not record:
                yield Finding(
                    here,
                    f"Another page means exactly the code {quote(code)} too.",
                    "Say with fit, on one of the two, whether the code is wider or narrower than the page.",
                    ((first.document.locate(*first_path), "It stands here first."),),
                )


def _codes_of(thing: Thing) -> Iterator[tuple[Path, str, Fit]]:
    codes = getattr(thing, "codes", None)
    if isinstance(codes, MedicalCodes):
        for field, found in (("icd10", codes.icd10), ("mesh", codes.mesh)):
            yield from ((("codes", field, index, "code"), code.code, code.fit) for index, code in enumerate(found))
