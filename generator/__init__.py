"""A compiler for self-care guides: structured content and a bibliography in, a safe, searchable site out."""

from pathlib import Path


def templates_folder() -> Path:
    """Find the folder of the page templates, which a server watches."""
    return Path(__file__).parent / "templates"


def fonts_folder() -> Path:
    """Find the folder of the fonts that handouts and cards are set in."""
    return Path(__file__).parent / "fonts"


def new_clinic_folder() -> Path:
    """Find the folder of the templates that a new clinic begins with."""
    return Path(__file__).parent / "new_clinic"
