"""One file of styles and one of scripts: a page names each once, and a browser asks once."""

from collections.abc import Sequence
from typing import Final

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

STYLES: Final = "assets/styles/all.css"
"""Beside its parts, for they name fonts and pictures by the way from there."""

SCRIPTS: Final = "assets/scripts/all.js"


def join_assets(files: Files, config: MkDocsConfig) -> None:
    """Join `extra_css` in its order, and the deferred scripts of `extra_javascript`, each in a block of its own.

    Where one of them lies on another host, or a script is not deferred, they stay as they are.
    """
    styles = _taken(files, config.extra_css)
    if styles:
        files.append(File.generated(config, STYLES, content="\n".join(styles)))
        config.extra_css = [STYLES]
    scripts = [one for one in config.extra_javascript if isinstance(one, ExtraScriptValue) and one.defer]
    bodies = _taken(files, [one.path for one in scripts]) if len(scripts) == len(config.extra_javascript) else []
    if bodies:
        files.append(File.generated(config, SCRIPTS, content="\n".join(f"{{\n{body}\n}}" for body in bodies)))
        scripts[0].path = SCRIPTS
        config.extra_javascript = [scripts[0]]


def _taken(files: Files, paths: Sequence[str]) -> list[str]:
    """Take two files or more out of what is published, and give their contents; nothing where one is not there."""
    parts = [file for path in paths if (file := files.get_file_from_path(path)) is not None]
    if not len(parts) == len(paths) > 1:
        return []
    for part in parts:
        files.remove(part)
    return [part.content_string for part in parts]
