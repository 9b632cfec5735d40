"""A compiler for self-care guides: structured content and a bibliography in, a safe, searchable site out."""

from pathlib import Path


def templates_folder() -> Path:
    """Find the folder of the page templates, which a server watches."""
    return Path(__file__).parent / "templates"
