"""What a clinic's changes were made against, kept in the clinic's folder: one file a change."""

from collections.abc import Iterable
from pathlib import Path

from generator.adapting import Comparison, write_based_on
from generator.reading.clinic_folder import BASED_ON_FOLDER, OVERLAY_FOLDER


def write_records(folder: Path, comparisons: Iterable[Comparison], version: str) -> int:
    """Write the records of changes as the base is now, and give their number; `version` is that of the base."""
    written = 0
    for comparison in comparisons:
        record = write_based_on(comparison, version)
        if record is not None:
            path = folder / OVERLAY_FOLDER / BASED_ON_FOLDER / f"{comparison.name}.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(record, encoding="utf-8")
            written += 1
    return written
