"""A clinic's copy: what the clinic says of itself, what it hides, and the files that go with its pages."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.clinic import Clinic
from generator.model.fields import ThingId
from generator.reading.source_file import SourceFile


@dataclass(frozen=True)
class SchemeColours:
    """The four colours that a clinic's brand decides in one scheme, all of them readable."""

    accent: str
    accent_strong: str
    on_accent: str
    accent_wash: str


@dataclass(frozen=True)
class ClinicCopy:
    """What makes a clinic's copy of the site its own.

    `files` are its logo, fonts and pictures by their path below the site. `hidden` are the ids of things without a
    page. `light` and `dark` are None where the colours of the base stay. `styles` are its own, where it has any.
    """

    clinic: Clinic
    files: Mapping[str, bytes]
    hidden: frozenset[ThingId]
    light: SchemeColours | None
    dark: SchemeColours | None
    styles: SourceFile | None
    logo_light: str | None
    logo_dark: str | None
    fonts: Mapping[str, str]
    """The published paths of its fonts, by the field of clinic.yml that names each."""
