"""Text -> the words by which the search knows it. assets/scripts/search/words.js does the same to a query."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

IGNORED: Final = frozenset(
    """
    a about after all also am an and any are as at be been before but by can cannot cant could couldnt did do does
    doesnt doing done dont for from get gets getting go got had has have havent he her him his i if im in into is isnt
    it its ive just let like may me might mine much must my no not of off on once or our ours out please really
    shall she should so some someone somebody such than that the their them then there these they thing things this
    those to up us very was we were what when where which while who why will with wont would you your yours
    """.split()  # noqa: SIM905 (a paragraph reads better than 150 strings)
)
"""Words that say nothing of what somebody looks for. What asks for a time stays: “how”, “long”, “often”."""

_WORD: Final = re.compile(r"[^\W_]+")
_APOSTROPHES: Final = re.compile(r"['’‘]")


def words_of(text: str) -> Iterator[str]:
    """List the words of a text in small letters, without accents and apostrophes: “Döner’s” is `doners`."""
    plain = _APOSTROPHES.sub("", text).lower()
    if not plain.isascii():
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    yield from _WORD.findall(plain)


def telling_words_of(text: str) -> Iterator[str]:
    """List the words of a text that tell what it is about."""
    yield from (word for word in words_of(text) if word not in IGNORED and (len(word) > 1 or not word.isascii()))
