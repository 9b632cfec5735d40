"""Short codes: the end of an address on paper, which somebody types with tired eyes and unsteady hands."""

import hashlib
from typing import Final

SIGNS: Final = "bcdfghjkmnprtvwxz347"
"""No vowels, so that no code is a word; and no l, o, q, s, 1, 0, 2, 5, 6, 8 and 9, which look like others."""

LENGTH: Final = 6
"""Signs: 64 million codes, so that among 1,000 pages two have one code in 1 case of 128."""


def short_code(thing_id: str) -> str:
    """Compute the code of a thing from its id alone: paper from years ago still leads to its page."""
    rest = int.from_bytes(hashlib.sha256(thing_id.encode()).digest())
    signs = []
    for _ in range(LENGTH):
        rest, place = divmod(rest, len(SIGNS))
        signs.append(SIGNS[place])
    return "".join(signs)
