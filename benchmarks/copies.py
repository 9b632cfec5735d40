"""How many copies of which real things make up N things, and which copy a name leads to.

Copies come in blocks. A block is the whole real content once over, as if it were about another part of the body, and
links within itself; the last one is a part of it, of the things that the others name most. What an incomplete block
lacks, its members find in the first.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from benchmarks.real_content import Moulds
from generator.model.kinds.caution import Caution
from generator.model.site_pages import SITE_PAGE_IDS
from generator.reading.yaml_data import Data

_CONSONANTS: Final = "bdfghjklmnprstvwz"
_VOWELS: Final = "aeiou"


@dataclass(frozen=True)
class Copy:
    """One copy of a real thing; `mark` tells the blocks apart, and is part of the ids and names in them."""

    id: str
    block: int
    mark: str

    @property
    def new_id(self) -> str:
        """The id of the copy."""
        return f"{self.id}-{self.mark}"


class Plan:
    """Which copies there are, in order of block and kind."""

    def __init__(self, moulds: Moulds, things: int, seed: int) -> None:
        """Plan `things` copies in the proportions of the real content; `seed` chooses the marks of the blocks.

        Raises ValueError where there are more blocks than marks.
        """
        self._moulds = moulds
        counts = apportion({kind: len(ids) for kind, ids in moulds.ids_by_kind.items()}, things)
        blocks = max(-(-count // len(moulds.ids_by_kind[kind])) for kind, count in counts.items())
        marks = [consonant + vowel for consonant in _CONSONANTS for vowel in _VOWELS]
        if blocks > len(marks):
            message = f"at most {len(marks)} times the real content can be made"
            raise ValueError(message)
        random.Random(seed).shuffle(marks)  # noqa: S311 (nothing secret)
        self.marks = tuple(marks[:blocks])
        self._members = [
            {
                thing_id: None
                for kind, ids in moulds.ids_by_kind.items()
                for thing_id in ids[: max(0, counts[kind] - block * len(ids))]
            }
            for block in range(blocks)
        ]
        self.copies = tuple(
            Copy(thing_id, block, self.marks[block])
            for block, members in enumerate(self._members)
            for thing_id in members
        )

    def has(self, thing_id: str, user: Copy) -> bool:
        """Tell whether there is a copy that a name in `user` can lead to."""
        return thing_id in self._members[user.block] or thing_id in self._members[0]

    def leads_to(self, thing_id: str, user: Copy) -> str:
        """Find the copy that a name in `user` leads to.

        It is the one in the same block; for a caution that holds everywhere, or where the block lacks it, the one in
        the first; and where there is not even that, the copy of the thing most like it.
        """
        if thing_id in SITE_PAGE_IDS:
            return thing_id
        if thing_id in self._members[user.block] and not (user.block and is_universal(self._moulds, thing_id)):
            return f"{thing_id}-{user.mark}"
        found = thing_id if thing_id in self._members[0] else self._most_like(thing_id, user)
        return f"{found}-{self.marks[0]}"

    def members(self, block: int, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """List the things of some kinds in a block."""
        records = self._moulds.catalogue.records
        return tuple(i for i in self._members[block] if records[i].model.kind.folder in kinds)

    def _most_like(self, thing_id: str, user: Copy) -> str:
        records = self._moulds.catalogue.records
        wanted = records[thing_id]
        others = [i for i in self.members(0, (wanted.model.kind.folder,)) if i != user.id]
        return max(others, key=lambda i: _likeness(wanted.document.data, records[i].document.data))


def is_universal(moulds: Moulds, thing_id: str) -> bool:
    """Tell whether it is a caution that holds wherever on the body; a larger site has no more of these."""
    caution = moulds.catalogue.find(thing_id, Caution)
    return caution is not None and not caution.areas


def apportion(real: Mapping[str, int], things: int) -> dict[str, int]:
    """Share `things` among kinds in the proportions of the real ones, at least one each (Hamilton's largest remainder).

    Raises ValueError where there are fewer things than kinds.
    """
    if things < len(real):
        message = f"{things} things cannot have one of each of {len(real)} kinds"
        raise ValueError(message)
    total = sum(real.values())
    counts = {kind: max(1, number * things // total) for kind, number in real.items()}
    by_remainder = sorted(real, key=lambda kind: (-(real[kind] * things % total), kind))
    for kind in by_remainder[: things - sum(counts.values())]:
        counts[kind] += 1
    return counts


def _likeness(one: Mapping[str, Data], other: Mapping[str, Data]) -> int:
    """Count the fields and list items that two files have in common."""
    return len(_facts(one) & _facts(other))


def _facts(data: Mapping[str, Data]) -> set[tuple[str, str]]:
    values = ((name, item) for name, value in data.items() for item in (value if isinstance(value, list) else [value]))
    return {(name, item) for name, item in values if isinstance(item, str)}
