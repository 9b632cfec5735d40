"""How a running `mkdocs serve` rebuilds: only the pages whose Markdown changed, unless the theme or settings did.

MkDocs 1.6.1 builds every page at every save unless it was started with --dirty. Our generation writes only files whose
text changed, so a dirty build does all there is to do: the index of the search is among those files.
"""

import logging
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger
from typst import TypstError

from generator.linking.address import Address

log = get_plugin_logger("selfcare")
_DIRTY_WARNING: Final = "A 'dirty' build is being performed"


class Rebuilder:
    """Stands in for the server's builder."""

    def __init__(self, config: MkDocsConfig, build_all: Callable[[], None], overrides: Mapping[str, Any]) -> None:
        """Remember the settings and the theme that the first build was made with, and what overrode the settings."""
        self._overrides = overrides
        self._config_file = config.config_file_path
        self._site_dir = config.site_dir
        self._site_url = config.site_url
        self._theme_folders = [Path(folder) for folder in config.theme.dirs]
        self._build_all = build_all
        self._state = self._state_of_settings()

    def __call__(self) -> None:
        """Rebuild what changed; after a fault the last good pages stay up.

        Let through, an exception would leave MkDocs 1.6.1 answering no request until the next sound build.
        """
        try:
            self._rebuild()
        except Abort as fault:
            log.error("%s The last good pages stay up.", fault)  # noqa: TRY400 (the words, not the stack)
        except (TemplateError, TypstError):
            log.exception("A template has a fault. The last good pages stay up.")

    def _rebuild(self) -> None:
        state = self._state_of_settings()
        if state != self._state:
            self._state = state
            self._build_all()
            return
        config = load_config(self._config_file, site_dir=self._site_dir, strict=False, **self._overrides)
        config.site_url = self._site_url
        build_log = logging.getLogger("mkdocs.commands.build")
        build_log.addFilter(_is_no_dirty_warning)
        try:
            build(config, serve_url=self._site_url, dirty=True)
        finally:
            build_log.removeFilter(_is_no_dirty_warning)

    def _state_of_settings(self) -> tuple[tuple[str, int], ...]:
        files = [Path(self._config_file)]
        for folder in self._theme_folders:
            files.extend(Path(parent) / name for parent, _, names in os.walk(folder) for name in names)
        return tuple((str(file), file.stat().st_mtime_ns) for file in sorted(files) if file.is_file())


def remove_pages(site: Path, files: Iterable[str]) -> None:
    """Remove built pages whose Markdown is gone; a dirty build would leave them. `files` lie below docs_dir."""
    for file in files:
        url = Address(file).url
        if file.endswith(".md") and url:
            shutil.rmtree(site / url, ignore_errors=True)


def _is_no_dirty_warning(record: logging.LogRecord) -> bool:
    return not str(record.msg).startswith(_DIRTY_WARNING)
