"""Our stages, one after the other in one process, each with its time. Run in a process of its own; prints JSON."""

import json
import re
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final, TypeVar
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator import checking
from generator.linking import link_site
from generator.model import build_catalogue
from generator.pipeline import CODES, OUTPUT_FOLDER
from generator.publishing import finish_site, make_manifest, write_manifest, write_tree
from generator.reading import read_content
from generator.rendering import render_site

READ, MODEL, CHECK, LINK, RENDER, WRITE, ENGINE, FINISH = STAGES = (
    "read",
    "model",
    "check",
    "link",
    "render",
    "write",
    "engine",
    "finish",
)
"""In order. All but the engine are ours."""

_OUR_PLUGIN: Final = re.compile(r"^  - selfcare\b.*\n", re.MULTILINE)
_Made = TypeVar("_Made")


class Clock:
    """Takes the wall-clock time of each stage, in seconds."""

    def __init__(self) -> None:
        """Begin with nothing measured."""
        self.seconds: dict[str, float] = {}

    def time(self, stage: str, make: Callable[[], _Made]) -> _Made:
        """Run one stage."""
        start = time.perf_counter()
        made = make()
        self.seconds[stage] = time.perf_counter() - start
        return made


def time_stages(root: Path) -> dict[str, float]:
    """Build the project at `root` stage by stage, and give the seconds of each."""
    clock = Clock()
    content, _ = clock.time(READ, lambda: read_content(root))
    catalogue, _ = clock.time(MODEL, lambda: build_catalogue(content))
    clock.time(CHECK, lambda: list(checking.check(catalogue, date.today())))  # noqa: DTZ011 (as the command does)
    site = clock.time(LINK, lambda: link_site(catalogue))
    files = clock.time(RENDER, lambda: render_site(site, CODES))
    manifest = make_manifest(files)

    def write() -> None:
        write_tree(files, root / OUTPUT_FOLDER)
        write_manifest(manifest, (root / OUTPUT_FOLDER).parent)

    clock.time(WRITE, write)
    built = root / "stages-site"
    address = clock.time(ENGINE, lambda: build_with_engine(root, built))
    clock.time(FINISH, lambda: finish_site(built, manifest, urlsplit(address).path or "/"))
    return clock.seconds


def build_with_engine(root: Path, out: Path) -> str:
    """Build the Markdown tree with MkDocs and Material alone, and give the address that the site has.

    Raises ValueError where mkdocs.yml does not name our plugin.
    """
    settings, found = _OUR_PLUGIN.subn("", (root / "mkdocs.yml").read_text(encoding="utf-8"))
    if not found:
        message = "mkdocs.yml does not name the plugin selfcare"
        raise ValueError(message)
    (root / "engine.yml").write_text(settings, encoding="utf-8")
    config = load_config(str(root / "engine.yml"), site_dir=str(out))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return config.site_url or "/"


if __name__ == "__main__":
    sys.stdout.write(json.dumps(time_stages(Path(sys.argv[1]))))
