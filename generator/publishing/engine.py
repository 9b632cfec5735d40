"""The site builder, called as a library: MkDocs with Material.

Calling MkDocs 1.6.1 as a library spares the reader the advertisements that its command and Material's plugin print.
"""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from generator.linking import NAMELESS, NOWHERE


def build_site(root: Path, out: Path | None = None) -> int:
    """Build the project at `root` strictly, into `out` or its site_dir, and return the exit code."""
    overrides = {"site_dir": str(out.resolve())} if out is not None else {}
    with _messages_on_stderr() as logger:
        try:
            config = load_config(str(root / "mkdocs.yml"), strict=True, **overrides)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        except (Abort, ConfigurationError) as fault:
            logger.error(str(fault))  # noqa: TRY400 (the author needs the words, not the stack)
            return 1
    return 0


@dataclass(frozen=True)
class SiteSettings:
    """What mkdocs.yml says of the site: its address, a slash where none is told, and its name."""

    url: str
    name: str


def read_site_settings(root: Path) -> SiteSettings:
    """Read what mkdocs.yml of the project at `root` says of the site; it need not be there."""
    settings = root / "mkdocs.yml"
    if not settings.is_file():
        return SiteSettings(NOWHERE, NAMELESS)
    config = load_config(str(settings))
    return SiteSettings(config.site_url or NOWHERE, config.site_name or NAMELESS)


def base_path_of(root: Path) -> str:
    """Read the path of the site's address from the settings of the project at `root`."""
    return urlsplit(read_site_settings(root).url).path or "/"


def serve_site(root: Path, address: str) -> int:
    """Serve the project at `root` on `address` (host:port) until interrupted, and return the exit code."""
    with _messages_on_stderr() as logger:
        try:
            serve(str(root / "mkdocs.yml"), dev_addr=address)
        except (Abort, ConfigurationError) as fault:
            logger.error(str(fault))  # noqa: TRY400 (the author needs the words, not the stack)
            return 1
    return 0


@contextmanager
def _messages_on_stderr() -> Iterator[logging.Logger]:
    handler = logging.StreamHandler(sys.stderr)
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
