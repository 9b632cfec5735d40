"""The site builder, called as a library: MkDocs with Material."""

import logging
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError


def build_site(root: Path, out: Path | None = None) -> int:
    """Build the project at `root` strictly, into `out` or its site_dir, and return the exit code.

    Calling MkDocs as a library spares the reader the advertisements that its command (mkdocs 1.6.1) and Material's
    plugin entry print.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        overrides = {"site_dir": str(out.resolve())} if out is not None else {}
        config = load_config(str(root / "mkdocs.yml"), strict=True, **overrides)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except (Abort, ConfigurationError) as fault:
        logger.error(str(fault))  # noqa: TRY400 (the author needs the words, not the stack)
        return 1
    finally:
        logger.removeHandler(handler)
    return 0
