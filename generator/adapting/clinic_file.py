"""clinic.yml -> the clinic, and what its files and colours come to."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from generator.adapting.palette import check_palette
from generator.diagnostics import Code, Diagnostic, Severity, quote
from generator.model.clinic import Clinic
from generator.model.faults import validate
from generator.reading.clinic_folder import ClinicFolder
from generator.reading.documents import Document
from generator.reading.file_format import FileFormat
from generator.reading.supplied_files import SuppliedFile
from generator.reading.yaml_data import Path

NO_SUCH_FILE = Code("no-such-file", Severity.ERROR, "A file that a clinic names is not in its folder.")
WRONG_FORMAT = Code(
    "wrong-format", Severity.ERROR, "A file that a clinic names is of a sort that does not serve there."
)
CODES: Final = (NO_SUCH_FILE, WRONG_FORMAT)

PICTURES: Final = frozenset(FileFormat) - {FileFormat.WOFF2}
FONTS: Final = frozenset({FileFormat.WOFF2})


def read_clinic(document: Document) -> tuple[Clinic | None, tuple[Diagnostic, ...]]:
    """Build the clinic out of its clinic.yml; None where it has a fault."""
    validated = validate(document, Clinic)
    clinic, faults = validated.value, validated.diagnostics
    if clinic is not None and clinic.colours is not None:
        schemes = (("light", clinic.colours.light), ("dark", clinic.colours.dark))
        faults += tuple(found for scheme, palette in schemes for found in check_palette(document, palette, scheme))
    return clinic, faults


class NamedFiles:
    """The files that a clinic names, each with the path that it is published under."""

    def __init__(self, folder: ClinicFolder) -> None:
        """Look for files in the clinic's folder."""
        self._folder = folder
        self.published: dict[str, bytes] = {}
        self.diagnostics: list[Diagnostic] = []

    def take(
        self, document: Document, path: Path, name: str, formats: frozenset[FileFormat], published_as: str
    ) -> SuppliedFile | None:
        """Take a file named at a path of a document; `published_as` is its path below the site without its ending."""
        where = document.locate(*path)
        found = self._folder.supplied.get(PurePosixPath(name).as_posix())
        if found is None:
            if self._folder.shown(name) not in self._folder.refused:
                close = ", ".join(sorted(self._names(formats))[:6])
                hint = f"The files there are: {close}." if close else "Put it into the clinic's folder."
                message = f"There is no file {quote(name)} in the clinic's folder that can be taken."
                self.diagnostics.append(Diagnostic(NO_SUCH_FILE, where, message, hint))
            return None
        if found.format not in formats:
            needed = "a font in a WOFF2 file" if formats is FONTS else "an SVG, PNG, JPEG or WebP picture"
            message = f"The file {quote(name)} does not serve here."
            self.diagnostics.append(Diagnostic(WRONG_FORMAT, where, message, f"It must be {needed}."))
            return None
        self.published[self.path_of(found, published_as)] = found.content
        return found

    def path_of(self, found: SuppliedFile, published_as: str) -> str:
        """Give the path that a file is published under."""
        return f"{published_as}{PurePosixPath(found.path).suffix.lower()}"

    def _names(self, formats: frozenset[FileFormat]) -> Iterator[str]:
        return (name for name, found in self._folder.supplied.items() if found.format in formats)


def take_brand_files(
    document: Document, clinic: Clinic, files: NamedFiles
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Take logos and fonts; give the published paths of each, by the field that names it."""
    logos = {}
    fonts = {}
    for field, name in (clinic.logo.model_dump() if clinic.logo else {}).items():
        published_as = f"assets/clinic/logo-{field}"
        if name and (found := files.take(document, ("logo", field), name, PICTURES, published_as)):
            logos[field] = files.path_of(found, published_as)
    for field, name in (clinic.fonts.model_dump(exclude={"name"}) if clinic.fonts else {}).items():
        published_as = f"assets/clinic/letters-{field.replace('_', '-')}"
        if name and (found := files.take(document, ("fonts", field), name, FONTS, published_as)):
            fonts[field] = files.path_of(found, published_as)
    return logos, fonts
