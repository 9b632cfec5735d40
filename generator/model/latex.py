r"""LaTeX in a bibliography field -> the text that it stands for.

pylatexenc 2.11 takes a bare `%` as a comment ("50% of people" -> "50") and drops a bare `&`; both are escaped first.
"""

import re
from functools import cache
from typing import Final

from pylatexenc.latex2text import LatexNodes2Text

_NEEDS_DECODING: Final = re.compile(r"[\\{}~$]|--|``|''")
_BARE: Final = re.compile(r"(?<!\\)([%&])")


@cache
def _decoder() -> LatexNodes2Text:
    return LatexNodes2Text(math_mode="verbatim", keep_comments=True, strict_latex_spaces=False)


def decode_latex(text: str) -> str:
    """Decode accents, dashes and braces; text without LaTeX comes back as it is, with its spaces folded."""
    if _NEEDS_DECODING.search(text):
        text = _decoder().latex_to_text(_BARE.sub(r"\\\1", text))
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())
