"""Where a heading is on its built page."""

import re
import unicodedata
from typing import Final

_NO_PART_OF_ONE: Final = re.compile(r"[^\w\s-]")
_SPACES: Final = re.compile(r"[-\s]+")


def anchor_of(heading: str) -> str:
    """Write a heading as the anchor that Python-Markdown 3's toc makes of it, where no other heading has the same."""
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode("ascii")
    return _SPACES.sub("-", _NO_PART_OF_ONE.sub("", plain).strip().lower())
