"""Rules about pictures: the figure shows every structure that the content names, from each side that it tells."""

from collections.abc import Iterator
from difflib import get_close_matches

from generator.checking.rule import Finding, Inspection, rule
from generator.diagnostics import Severity, quote
from generator.figure.plates import DRAWN, PLATES
from generator.model.kinds.anatomy import Anatomy


@rule("not-drawn", Severity.ERROR, "No picture can show a body part, or not from a side that it names.")
def find_undrawn_structures(inspection: Inspection) -> Iterator[Finding]:
    """Look each body part up in the plates of the figure."""
    for record, area in inspection.catalogue.of_kind(Anatomy):
        if area.drawn_as not in DRAWN:
            path = ("region",) if area.region else ("id",)
            close = get_close_matches(area.drawn_as[:80], sorted(DRAWN), n=3)
            offered = f"such as {', '.join(close)}" if close else "such as foot, knee-joint or thigh"
            yield Finding(
                record.document.locate(*path),
                f"The figure has no structure {quote(area.drawn_as)}, so no picture can show {quote(area.name)}.",
                f"Name under region the structure of the figure that shows it, {offered}, or draw it.",
            )
            continue
        for place, view in enumerate(area.views):
            if not any(plate.view is view and area.drawn_as in plate.regions for plate in PLATES):
                seen = ", ".join(sorted({p.view.value for p in PLATES if area.drawn_as in p.regions}))
                yield Finding(
                    record.document.locate("views", place),
                    f"The figure does not show {quote(area.name)} {view}.",
                    f"Take this side out, for it is drawn from: {seen}.",
                )
