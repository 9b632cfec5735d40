"""A thing or a source as an author looks it up: what it is, what it names, and every place that names it."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Final

from generator.linking.site import Site, ThingPage
from generator.model import Catalogue
from generator.model.record import Naming, Record
from generator.model.thing import Thing

_FEWEST_LETTERS: Final = 4


def find_shown(catalogue: Catalogue, words: str) -> str | None:
    """Find an id or a citation key by itself, by a name that readers know, or by its id of before; None else."""
    wanted = words.strip().lower()
    if words in catalogue.records or words in catalogue.bib_entries:
        return words
    for thing_id, record in catalogue.records.items():
        names = (record.thing.name, record.thing.full_name, *record.thing.other_names) if record.thing else ()
        if wanted in {thing_id, *(name.lower() for name in names)}:
            return thing_id
    moved = {old.rpartition("/")[2]: new.rpartition("/")[2] for old, new in catalogue.moved_addresses.items()}
    if moved.get(wanted) in catalogue.records:
        return moved[wanted]
    return next((key for key in catalogue.bib_entries if key.lower() == wanted), None)


def close_to(catalogue: Catalogue, words: str, most: int = 3) -> Sequence[str]:
    """List some ids and keys: things with one of the words in their name or another, then what is written alike."""
    wanted = {word for word in re.findall(r"\w+", words.lower()) if len(word) >= _FEWEST_LETTERS}
    named = [
        thing_id
        for thing_id, record in catalogue.records.items()
        if record.thing is not None and wanted & _words_of(record.thing)
    ]
    named.sort(key=lambda thing_id: _unlikeness(catalogue.records[thing_id].thing, wanted))
    alike = get_close_matches(words.lower(), [*catalogue.records, *catalogue.bib_entries], most, 0.7)
    return [*dict.fromkeys((*named, *alike))][:most]


def _unlikeness(thing: Thing | None, wanted: set[str]) -> tuple[int, int]:
    """Rank a thing by how many of the words are in the name that it goes by, and then in all its names."""
    first = set(re.findall(r"\w+", thing.name.lower())) if thing is not None else set()
    return -len(wanted & first), -len(wanted & _words_of(thing))


def _words_of(thing: Thing | None) -> set[str]:
    names = (thing.name, *thing.other_names) if thing is not None else ()
    return {word for name in names for word in re.findall(r"\w+", name.lower())}


def show(catalogue: Catalogue, site: Site, found: str) -> Iterator[str]:
    """Write the lines on a thing by its id, or on a source by its key; a study can have the id of its source's key."""
    record, page = catalogue.records.get(found), site.pages.get(found)
    if record is not None and page is not None:
        yield from _thing(record, page)
    if found in catalogue.bib_entries:
        yield from _source(catalogue, site, found)
    namings = [one for other in catalogue.all_records() for one in (*other.links, *other.citations)]
    yield from _places([one for one in namings if one.target == found])


def _thing(record: Record, page: ThingPage) -> Iterator[str]:
    thing = page.thing
    yield f"{thing.id}: {thing.full_name}, {page.kind.singular}"
    yield f"  file     {record.document.path}"
    yield f"  page     /{page.address.url}"
    if thing.other_names:
        yield f"  also     {', '.join(thing.other_names)}"
    yield f"  reviewed {thing.reviewed}, again by {thing.review_due}"
    yield f"  {thing.summary}"
    if page.cautions:
        yield "Cautions that reach it, the strictest first:"
        yield from (f"  {caution.id}: {caution.name} ({caution.level.value})" for caution in page.cautions)
    if page.reached:
        yield f"It reaches {sum(len(group.links) for group in page.reached)} pages:"
        yield from (f"  {group.heading}: {', '.join(one.id for one in group.links)}" for group in page.reached)
    if record.links:
        yield "It names:"
        yield f"  {', '.join(dict.fromkeys(one.target for one in record.links))}"
    if record.citations:
        yield "It cites:"
        yield f"  {', '.join(dict.fromkeys(one.target for one in record.citations))}"


def _source(catalogue: Catalogue, site: Site, key: str) -> Iterator[str]:
    entry = catalogue.bib_entries[key]
    cited = site.sources.get(key)
    yield f"{key}: {cited.named.name if cited else 'a source that no page cites'}"
    yield f"  file     {entry.location}"
    if cited is not None:
        yield f"  page     /{cited.named.address.url}"
        yield f"  {cited.reference.title}"


def _places(namings: Sequence[Naming]) -> Iterator[str]:
    """List places, each with the field that it is in, so that a terminal or an editor opens it."""
    if not namings:
        yield "No file names it."
        return
    yield f"Named in {'1 place' if len(namings) == 1 else f'{len(namings)} places'}:"
    for one in sorted(namings, key=lambda one: one.where):
        field = " ".join(str(part + 1 if isinstance(part, int) else part) for part in one.path)
        yield f"  {one.where}  {field}"
