"""Faults that a clinic's changes make in files of the base: told so that the clinic can mend them in its own."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Severity, quote
from generator.model.kind_registry import kinds_by_folder
from generator.reading.clinic_folder import ClinicFolder


def blame_overlay(found: Iterable[Diagnostic], folder: ClinicFolder, hidden: Container[str]) -> Iterator[Diagnostic]:
    """Say of each error in a file of the base, which is sound by itself, how a clinic gets rid of it.

    What is wrong on a page that the clinic hides nobody reads.
    """
    own = folder.shown("")
    for diagnostic in found:
        path = diagnostic.location.path
        if diagnostic.severity is not Severity.ERROR or path.startswith(own or ("overlay/", "clinic.yml")):
            yield diagnostic
            continue
        thing = PurePosixPath(path).stem
        if thing not in hidden:
            model = kinds_by_folder().get(PurePosixPath(path).parent.name)
            mend = f", or hide {quote(thing)}" if model is not None and model.kind.is_optional else ""
            hint = f"The base is sound without your changes: take back the one it goes against{mend}."
            yield replace(diagnostic, hint=hint)
