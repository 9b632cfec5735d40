"""Where a project lies: its base, the clinic's folder for a clinic's copy, and what is written on the way."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

OUTPUT_FOLDER: Final = Path("build/docs")
"""Below the project's root; mkdocs.yml names it as docs_dir."""

TYPESET_FOLDER: Final = Path("build/typeset")
"""Below the project's root: handouts and cards as they were typeset before."""

SITE_FOLDER: Final = Path("site")
"""Below a clinic's folder; the base's is named in mkdocs.yml."""


def base_folder() -> Path:
    """Find the base that the package comes with: content, sources, settings and theme.

    A wheel brings them in a folder of the package; in a checkout they lie beside it.
    """
    package = Path(__file__).parents[1]
    packaged = package / "base"
    return packaged if packaged.is_dir() else package.parent


MADE_FOLDERS: Final = frozenset({str(SITE_FOLDER), OUTPUT_FOLDER.parts[0]})
"""Below a clinic's folder: what is made of it, and no part of it."""


@dataclass(frozen=True)
class Project:
    """What is built: the base at `base`, or the copy of the clinic whose folder is `clinic`.

    `shown_as` is how people name the clinic's folder; it begins the paths of what is told of it.
    """

    base: Path
    clinic: Path | None = None
    shown_as: str = ""

    @property
    def root(self) -> Path:
        """The folder in which all that is made of it lies."""
        return self.clinic or self.base

    @property
    def output(self) -> Path:
        """The folder of the Markdown tree."""
        return self.root / OUTPUT_FOLDER

    @property
    def typeset(self) -> Path:
        """The folder of what was typeset before."""
        return self.root / TYPESET_FOLDER
