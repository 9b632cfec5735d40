"""What a change of the content means for readers: two states of it, held against each other.

Safety first: cautions that no longer reach a page, and what an emergency card says, come before all else.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.linking.site import Site, ThingPage
from generator.model import Catalogue
from generator.model.kinds.country import Country
from generator.model.thing import Claim


@dataclass(frozen=True)
class PageChange:
    """What became of one page; `before` and `after` are its readability index, None where it was or is not there."""

    id: str
    name: str
    path: str
    before: float | None
    after: float | None


@dataclass(frozen=True)
class Changes:
    """All that changed; each line of text names its page first."""

    lost_cautions: tuple[str, ...] = ()
    emergency: tuple[str, ...] = ()
    gained_cautions: tuple[str, ...] = ()
    added: tuple[PageChange, ...] = ()
    removed: tuple[PageChange, ...] = ()
    moved: tuple[str, ...] = ()
    changed: tuple[PageChange, ...] = ()
    claims: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def are_none(self) -> bool:
        """Tell whether nothing changed for a reader."""
        return self == Changes()


@dataclass(frozen=True)
class State:
    """The content at one time: what it holds, and linked."""

    catalogue: Catalogue
    site: Site


def compare(before: State, after: State) -> Changes:
    """Hold two states against each other."""
    moved = _moved(before, after)
    new = after.site.pages
    old = {moved.get(thing_id, thing_id): page for thing_id, page in before.site.pages.items()}
    both = [thing_id for thing_id in new if thing_id in old]
    return Changes(
        lost_cautions=tuple(_cautions(old, new, both, "no longer reaches")),
        emergency=tuple(_emergency(old, new)),
        gained_cautions=tuple(_cautions(new, old, both, "now reaches")),
        added=tuple(_page(new[one], None, _index(after, one)) for one in new if one not in old),
        removed=tuple(_page(old[one], _index(before, one), None) for one in old if one not in new),
        moved=tuple(
            f"{new[now].thing.full_name}: `{before.site.pages[was].address.url}` → `{new[now].address.url}`"
            for was, now in moved.items()
        ),
        changed=tuple(
            _page(new[one], _index(before, old[one].thing.id), _index(after, one))
            for one in both
            if _with_new_ids(_says(before, old[one].thing.id), moved) != _says(after, one)
        ),
        claims=tuple(_claims(old, new)),
        sources=tuple(_sources(before, after)),
    )


def _moved(before: State, after: State) -> dict[str, str]:
    """Give the new ids of things that were renamed, by their old ones: moved.yml tells where their pages went."""
    ids = {page.address.url.strip("/"): thing_id for thing_id, page in after.site.pages.items()}
    went = after.catalogue.moved_addresses
    return {
        thing_id: ids[went[address]]
        for thing_id, page in before.site.pages.items()
        for address in [page.address.url.strip("/")]
        if thing_id not in after.site.pages and went.get(address) in ids
    }


def _says(state: State, thing_id: str) -> str:
    """Write what a file says, whatever the order of its fields."""
    return json.dumps(state.catalogue.records[thing_id].document.data, sort_keys=True)


def _with_new_ids(text: str, moved: Mapping[str, str]) -> str:
    """Write renamed things by their new ids: a page that only names one of them did not change for a reader."""
    for was, now in moved.items():
        text = re.sub(rf"(?<![\w-]){re.escape(was)}(?![\w-])", now, text)
    return text


def _index(state: State, thing_id: str) -> float:
    return state.catalogue.records[thing_id].reading.index


def _page(page: ThingPage, before: float | None, after: float | None) -> PageChange:
    return PageChange(page.thing.id, page.thing.full_name, page.source, before, after)


def _cautions(
    some: Mapping[str, ThingPage], others: Mapping[str, ThingPage], ids: Sequence[str], words: str
) -> Iterator[str]:
    """Tell the cautions that reach a page in one state and not in the other; one that is gone from all is told once."""
    lost: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for thing_id in ids:
        there = {caution.id for caution in others[thing_id].cautions}
        for caution in some[thing_id].cautions:
            if caution.id not in there:
                lost.setdefault(caution.id, []).append(thing_id)
                names[caution.id] = f"{caution.name} ({caution.level.value})"
    for caution_id, pages in sorted(lost.items()):
        yield f"{names[caution_id]}, `{caution_id}`, {words}: {', '.join(pages)}"


def _emergency(old: Mapping[str, ThingPage], new: Mapping[str, ThingPage]) -> Iterator[str]:
    """Tell what changed in what a reader does in an emergency: signs, how soon, and numbers."""
    for thing_id in sorted({*old, *new}):
        before, after = (_signs(pages.get(thing_id)) for pages in (old, new))
        name = (new.get(thing_id) or old[thing_id]).thing.full_name
        for sign in before:
            if sign not in after:
                yield f"{name}: no longer says “{sign}” ({before[sign]})"
            elif before[sign] != after[sign]:
                yield f"{name}: “{sign}” was {before[sign]}, and is {after[sign]}"
        yield from (f"{name}: now says “{sign}” ({after[sign]})" for sign in after if sign not in before)


def _signs(page: ThingPage | None) -> Mapping[str, str]:
    """Give the signs of a page and how soon to get help, or the numbers of a country and whom they reach."""
    if page is None:
        return {}
    if isinstance(page.thing, Country):
        return {f"{line.number}: {line.reaches}": str(line.urgency.value) for line in page.thing.lines}
    flags = getattr(page.thing, "red_flags", ())
    return {flag.sign: str(flag.urgency.value) for flag in flags}


def _claims(old: Mapping[str, ThingPage], new: Mapping[str, ThingPage]) -> Iterator[str]:
    for thing_id in sorted({*old, *new}):
        before, after = (_said(pages.get(thing_id)) for pages in (old, new))
        name = (new.get(thing_id) or old[thing_id]).thing.full_name
        yield from (f"{name}: new, {_sure(after[says])}: “{says}”" for says in after if says not in before)
        yield from (f"{name}: gone, {_sure(before[says])}: “{says}”" for says in before if says not in after)
        for says in after:
            if says in before and _sure(before[says]) != _sure(after[says]):
                yield f"{name}: was {_sure(before[says])}, and is {_sure(after[says])}: “{says}”"


def _said(page: ThingPage | None) -> Mapping[str, Claim]:
    return {claim.says: claim for claim in page.thing.claims} if page is not None else {}


def _sure(claim: Claim) -> str:
    certainty = f"{claim.certainty.value} certainty" if claim.certainty is not None else "custom only"
    return f"{certainty}, {', '.join(claim.sources)}" if claim.sources else certainty


def _sources(before: State, after: State) -> Iterator[str]:
    old, new = before.catalogue, after.catalogue
    for key in sorted({*old.bib_entries, *new.bib_entries}):
        if key not in old.bib_entries:
            source = after.site.sources.get(key)
            yield f"new: `{key}`{f', {source.reference.title}' if source else ', which no page cites'}"
        elif key not in new.bib_entries:
            yield f"gone: `{key}`"
        elif old.bib_entries[key].raw != new.bib_entries[key].raw:
            yield f"changed: `{key}`"


def changes_in_markdown(changes: Changes) -> str:
    """Write the summary for a pull request, which a terminal shows well too: safety first."""
    if changes.are_none:
        return "Nothing changed for readers.\n"
    parts = [
        _list("⚠ Cautions lost", changes.lost_cautions),
        _list("⚠ Emergency cards", changes.emergency),
        _list("Cautions gained", changes.gained_cautions),
        _list("Pages added", [_shown(page) for page in changes.added]),
        _list("Pages removed", [_shown(page) for page in changes.removed]),
        _list("Pages moved", changes.moved),
        _list("Pages changed", [_shown(page) for page in changes.changed]),
        _list("Claims and how sure they are", changes.claims),
        _list("Sources", changes.sources),
    ]
    return "\n".join(part for part in parts if part)


def _list(heading: str, lines: Sequence[str]) -> str:
    return f"## {heading}\n\n" + "".join(f"- {line}\n" for line in lines) if lines else ""


def _shown(page: PageChange) -> str:
    reading = " → ".join(dict.fromkeys(f"{index:.1f}" for index in (page.before, page.after) if index is not None))
    return f"{page.name}, `{page.path}`: readability {reading}"
