"""The site builder, called as a library: MkDocs with Material.

Calling MkDocs 1.6.1 as a library spares the reader the advertisements that its command and Material's plugin print.
"""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from generator.linking import NAMELESS, NOWHERE
from generator.reading.project_folders import SITE_FOLDER, Project


def overrides_for(project: Project) -> dict[str, Any]:
    """Give the settings of mkdocs.yml that a clinic's copy changes: its folders, and whose it is."""
    if project.clinic is None:
        return {}
    project.output.mkdir(parents=True, exist_ok=True)
    plugin = {"clinic": str(project.clinic.resolve()), "shown_as": project.shown_as}
    # A mapping, for of a list MkDocs 1.6.1 takes out what it reads, and a server reads it again at each change.
    return {"docs_dir": str(project.output.resolve()), "plugins": {"selfcare": plugin}}


def build_site(project: Project, out: Path | None = None, said_to: TextIO | None = None) -> int:
    """Build a project strictly, into `out` or where its site belongs, and return the exit code.

    What the builder says goes to `said_to`, or else to where errors go.
    """
    overrides = overrides_for(project)
    if out is None and project.clinic is not None:
        out = project.clinic / SITE_FOLDER
    if out is not None:
        overrides["site_dir"] = str(out.resolve())
    with messages_to(said_to or sys.stderr) as logger:
        try:
            config = load_config(str(project.base / "mkdocs.yml"), strict=True, **overrides)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        except (Abort, ConfigurationError) as fault:
            logger.error(str(fault))  # noqa: TRY400 (the author needs the words, not the stack)
            return 1
    return 0


def load_settings(root: Path, **overrides: Any) -> MkDocsConfig:  # noqa: ANN401 (whatever a setting holds)
    """Load mkdocs.yml of the project at `root` with some settings of ours. Raises ConfigurationError for a fault."""
    try:
        return load_config(str(root / "mkdocs.yml"), **overrides)
    except Abort as fault:
        raise ConfigurationError(str(fault)) from fault


@dataclass(frozen=True)
class SiteSettings:
    """What mkdocs.yml says of the site: its address, a slash where none is told, and its name."""

    url: str
    name: str


def read_site_settings(root: Path) -> SiteSettings:
    """Read what mkdocs.yml of the project at `root` says of the site; it need not be there.

    Raises ConfigurationError where it has a fault.
    """
    if not (root / "mkdocs.yml").is_file():
        return SiteSettings(NOWHERE, NAMELESS)
    config = load_settings(root)
    return SiteSettings(config.site_url or NOWHERE, config.site_name or NAMELESS)


def base_path_of(root: Path) -> str:
    """Read the path of the site's address from the settings of the project at `root`."""
    return urlsplit(read_site_settings(root).url).path or "/"


@contextmanager
def messages_to(stream: TextIO) -> Iterator[logging.Logger]:
    """Have the site builder write what it says to a stream, and give the logger that it says it by."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield logger
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
