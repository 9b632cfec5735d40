"""Our marked-up texts as plain words for paper: links leave their words, citations the number they have on the page."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from generator.linking.site import Site
from generator.model.markup import Cites, Link, Words, parse_markup

_SPACE_BEFORE_SIGN: Final = re.compile(r" ([.,;:])")
"""Where a citation was that leaves nothing."""

NO_NUMBERS: Final[Mapping[str, int]] = {}


class PaperWords:
    """Writes the texts of one page for paper."""

    def __init__(self, site: Site, numbers: Mapping[str, int] = NO_NUMBERS) -> None:
        """Begin with the numbers that the sources have on the page; what is not among them leaves nothing."""
        self._site = site
        self._numbers = numbers

    def write(self, text: str) -> str:
        """Write a text as one paragraph. Letters and their accents are put together, for which the fonts are made."""
        parts = []
        for token in parse_markup(text):
            if isinstance(token, Words):
                parts.append(token.text)
            elif isinstance(token, Link):
                parts.append(token.words or self._site.named(token.target).name)
            else:
                parts.append(self._marks(token))
        words = _SPACE_BEFORE_SIGN.sub(r"\1", " ".join("".join(parts).split()))
        return unicodedata.normalize("NFC", words)

    def _marks(self, cites: Cites) -> str:
        numbers = [str(self._numbers[key]) for key in cites.keys if key in self._numbers]
        return f"[{', '.join(numbers)}]" if numbers else ""
