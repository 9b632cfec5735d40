"""One file of styles and one of scripts, named after what they hold: a page names each once, and a browser keeps it."""

import hashlib
import re
from collections.abc import Collection, Sequence
from fnmatch import fnmatch
from pathlib import PurePosixPath
from typing import Final

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

STYLES: Final = "assets/styles/all.css"
"""Beside its parts, for they name fonts and pictures by the way from there."""

SCRIPTS: Final = "assets/scripts/all.js"

FIRST_SCRIPT: Final = "assets/scripts/colours.js"
"""Runs before anything is painted, and so in a file of its own."""

JOINED: Final = "joined"
"""Under this name in `extra` templates find what was joined; they leave Material's own styles and scripts out then."""

NAMED_AFTER_CONTENT: Final = re.compile(r"\.[0-9a-f]{8}(?:\.min)?\.(?:css|js)$")
"""A file of this name never changes: another content has another name. Material 9.8.1 names its files so too."""

_THEME_STYLES: Final = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")
_OTHER_FILE: Final = re.compile(r"url\((?!\s*[\"']?data:)")


def join_assets(files: Files, config: MkDocsConfig, apart: Collection[str] = ()) -> None:
    """Join Material's styles and `extra_css` in their order, and the deferred scripts, each in a block of its own.

    Where one of them lies on another host, or a script is not deferred, they stay as they are. Those of `extra_css`
    that are named in `apart` come behind the joined ones, each in a file of its own.
    """
    theme = _styles_of_theme(files)
    styles = _taken(files, [*theme, *(path for path in config.extra_css if path not in apart)])
    if styles:
        behind = [_renamed(files, config, path) for path in config.extra_css if path in apart]
        config.extra_css = [_publish(files, config, STYLES, "\n".join(styles)), *behind]
    scripts = [one for one in config.extra_javascript if isinstance(one, ExtraScriptValue) and one.defer]
    bodies = _taken(files, [one.path for one in scripts]) if len(scripts) == len(config.extra_javascript) else []
    if bodies:
        scripts[0].path = _publish(files, config, SCRIPTS, "\n".join(f"{{\n{body}\n}}" for body in bodies))
        config.extra_javascript = [scripts[0]]
    first = _taken(files, [FIRST_SCRIPT], at_least=1)
    if theme and styles and bodies and first:
        config.extra[JOINED] = {"first_script": _publish(files, config, FIRST_SCRIPT, first[0])}


def _styles_of_theme(files: Files) -> list[str]:
    """List the theme's style sheets, none of which may name a file by the way from where it lies."""
    found = [
        file
        for pattern in _THEME_STYLES
        for file in files
        if fnmatch(file.src_uri, pattern) and not _OTHER_FILE.search(file.content_string)
    ]
    return [file.src_uri for file in found] if len(found) == len(_THEME_STYLES) else []


def _publish(files: Files, config: MkDocsConfig, path: str, content: str) -> str:
    """Publish a file under a name that holds a hash of its content, and give that name."""
    digest = hashlib.sha256(content.encode()).hexdigest()[:8]
    named = PurePosixPath(path)
    name = str(named.with_name(f"{named.stem}.{digest}{named.suffix}"))
    files.append(File.generated(config, name, content=content))
    return name


def _renamed(files: Files, config: MkDocsConfig, path: str) -> str:
    """Publish a file as it is, under a name that holds a hash of its content; one that is not here keeps its name."""
    content = _taken(files, [path], at_least=1)
    return _publish(files, config, path, content[0]) if content else path


def _taken(files: Files, paths: Sequence[str], at_least: int = 2) -> list[str]:
    """Take two files or more out of what is published, and give their contents; nothing where one is not there."""
    parts = [file for path in paths if (file := files.get_file_from_path(path)) is not None]
    if not len(parts) == len(paths) >= at_least:
        return []
    for part in parts:
        files.remove(part)
    return [part.content_string for part in parts]
