"""Text -> Markdown in which it shows as written, whatever characters it holds."""

import html
import re
from typing import Final

from markupsafe import Markup

_ANYWHERE: Final = re.compile(r"[\\`*_{}\[\]|<#]|&(?=#?\w+;)")
_SPACES: Final = re.compile(r"\s\s+|[^\S ]")
_AT_LINE_START: Final = re.compile(r"([+\->=:~?!]|\d+(?=[.)]))")
_ENTITIES: Final = {"<": "&lt;", "&": "&amp;", "=": "&#61;", ":": "&#58;", "~": "&#126;", "?": "&#63;"}
"""Characters that Python-Markdown 3 has no backslash escape for."""


def escape_markdown(text: str) -> str:
    """Escape what Markdown or HTML would take for its own, in a text that may begin a line."""
    escaped = escape_words(text)
    begun = escaped.lstrip()
    guarded = guard_line_start(begun)
    return escaped if guarded == begun else guarded


def escape_words(text: str) -> str:
    """Escape words in the middle of a line; the white space at their ends stays, as one space."""
    return _ANYWHERE.sub(_escape, _SPACES.sub(" ", text))


def guard_line_start(escaped: str) -> str:
    """Escape what would make a heading, a list, a quotation or a definition of a line that begins with it."""
    start = _AT_LINE_START.match(escaped)
    if start is None:
        return escaped
    first = start[1]
    if first.isdigit():
        return f"{first}\\{escaped[len(first) :]}"
    return (_ENTITIES.get(first) or f"\\{first}") + escaped[1:]


def escape_for_front_matter(text: str) -> str:
    """Escape a value that the theme puts into HTML as it is (Material 9 does so with the title and description)."""
    return html.escape(" ".join(text.split()), quote=True)


def _escape(match: re.Match[str]) -> str:
    return _ENTITIES.get(match[0]) or f"\\{match[0]}"


def finish_output(value: object) -> Markup:
    """Turn what a template puts out into safe Markdown: text is escaped, Markdown of our own stays.

    Raises TypeError for None, so that absence never shows as a word on a page.
    """
    if value is None:
        message = "a template put out a value that is not there"
        raise TypeError(message)
    return value if isinstance(value, Markup) else Markup(escape_markdown(str(value)))  # noqa: S704 (escaped right here)
