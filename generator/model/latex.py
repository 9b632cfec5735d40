r"""LaTeX in a bibliography field -> the text that it stands for.

pylatexenc 2.11 takes a bare `%` as a comment ("50% of people" -> "50"), drops a bare `&` (both are escaped first), and
raises or loses words at many commands; only those that names and titles need are let through to it.
"""

import re
import unicodedata
from functools import cache
from typing import Final

from pylatexenc.latex2text import LatexNodes2Text

_NEEDS_DECODING: Final = re.compile(r"[\\{}~$]|--|``|''")
_ACCENTED: Final = re.compile(r"\{\\([\"'`^~])([A-Za-z])\}")
_ACCENTS: Final = {'"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303"}
"""The accents of most names, as signs that join the letter before them."""

_MORE_THAN_BRACES: Final = re.compile(r"[\\~$`]|''|---")
"""Signs that only the decoder can read, or that it reads together with their neighbours."""

_BARE: Final = re.compile(r"(?<!\\)([%&])")
_ADDRESS: Final = re.compile(r"\\url\s*\{([^{}]*)\}|\\href\s*\{[^{}]*\}\s*\{([^{}]*)\}")
_COMMAND: Final = re.compile(r"\\([A-Za-z]+|.|$)", re.DOTALL)
_KNOWN_COMMANDS: Final = frozenset(
    (
        *"\"'`^~=.%&$#_{} -,/",
        *("b", "c", "d", "H", "k", "r", "t", "u", "v", "i", "j", "l", "L", "o", "O"),
        *("ae", "AE", "oe", "OE", "aa", "AA", "ss", "SS", "dh", "DH", "dj", "DJ", "ng", "NG", "th", "TH"),
        *("textendash", "textemdash", "textquoteright", "textquoteleft", "textquotedblright", "textquotedblleft"),
        *("emph", "textit", "textbf", "textsc", "textrm", "textsf", "texttt", "textup", "ldots", "dots"),
        *("textsuperscript", "textsubscript", "copyright", "textregistered", "texttrademark", "textdegree"),
        *("S", "P", "pounds", "euro", "texteuro", "alpha", "beta", "gamma", "delta", "mu"),
    )
)
"""Accents, letters, dashes, quotation marks, emphasis and a few signs (LaTeX2e for authors, sections 3 and 5)."""


@cache
def _decoder() -> LatexNodes2Text:
    return LatexNodes2Text(math_mode="verbatim", keep_comments=True, strict_latex_spaces=False)


def unknown_command(text: str) -> str:
    """Find the first command that is not let through, with its backslash; nothing where there is none."""
    for match in _COMMAND.finditer(_without_addresses(text)) if "\\" in text else ():
        if match[1] not in _KNOWN_COMMANDS:
            return match[0]
    return ""


def decode_latex(text: str) -> str:
    """Decode accents, dashes and braces; text without LaTeX, or with an unknown command, comes back as it is."""
    if "{\\" in text:
        text = _ACCENTED.sub(_put_together, text)
    if not _NEEDS_DECODING.search(text):
        pass
    elif not _MORE_THAN_BRACES.search(text) and _is_balanced(text):
        # Braces and dashes are all there is in most fields; the decoder takes some 90 times as long for them.
        text = text.replace("--", "\N{EN DASH}").replace("{", "").replace("}", "")
    elif not unknown_command(text):
        try:
            text = _decoder().latex_to_text(_BARE.sub(r"\\\1", _without_addresses(text)))
        except (IndexError, KeyError, ValueError):  # an accent without its letter, in pylatexenc 2.11
            text = text.replace("\\", "")
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def _put_together(accented: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", accented[2] + _ACCENTS[accented[1]])


def _is_balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth < 0:
                return False
    return depth == 0


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(lambda match: match[1] or match[2] or "", text)
