"""The real content as moulds: each file with what it names, and how often the others name it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.model import Catalogue, Record, build_catalogue
from generator.model.fields import CitesSource, HoldsMarkup, RefersTo
from generator.model.kinds.caution import Caution
from generator.model.markup import Cites, Link, parse_markup
from generator.model.reach import Reach
from generator.model.thing import Thing
from generator.reading import read_content


@dataclass(frozen=True)
class Moulds:
    """The real content: the catalogue, and the ids of each kind, the one that others need most first."""

    catalogue: Catalogue
    ids_by_kind: Mapping[str, tuple[str, ...]]


def read_moulds(root: Path) -> Moulds:
    """Read the project at `root`.

    Raises ValueError where a file of it has a fault, for no sound copy can be made of that.
    """
    content, unread = read_content(root)
    catalogue, unfit = build_catalogue(content)
    if unread or unfit:
        message = f"the real content has faults, such as {(*unread, *unfit)[0].message}"
        raise ValueError(message)
    named = Counter(
        name for record in catalogue.records.values() for name in (*links_of(record), *citations_of(record))
    )
    reach = Reach(catalogue)
    named.update(caution.id for _, thing in catalogue.of_kind(Thing) for caution in reach.cautions_reaching(thing))
    kept_off = {area for _, caution in catalogue.of_kind(Caution) for area in caution.areas}
    ids: dict[str, list[str]] = defaultdict(list)
    for record in catalogue.records.values():
        ids[record.model.kind.folder].append(record.id)
    ranked = {
        kind: tuple(sorted(members, key=lambda i: (i not in kept_off, -named[i], i)))
        for kind, members in sorted(ids.items())
    }
    return Moulds(catalogue, ranked)


def links_of(record: Record) -> Iterator[str]:
    """List the ids that a file names: in fields and in its texts."""
    for mention in record.mentions:
        if isinstance(mention.mark, RefersTo):
            yield mention.value
        elif isinstance(mention.mark, HoldsMarkup):
            yield from (token.target for token in parse_markup(mention.value) if isinstance(token, Link))


def citations_of(record: Record) -> Iterator[str]:
    """List the citation keys that a file names: in fields and in its texts."""
    for mention in record.mentions:
        if isinstance(mention.mark, CitesSource):
            yield mention.value
        elif isinstance(mention.mark, HoldsMarkup):
            yield from (key for token in parse_markup(mention.value) if isinstance(token, Cites) for key in token.keys)
