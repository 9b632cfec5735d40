"""How dense content is: what a file holds on average, kind by kind, so that the synthetic can be held to the real."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

from benchmarks.real_content import Moulds, citations_of, links_of, read_moulds
from generator.model import Record
from generator.model.fields import HoldsMarkup
from generator.model.markup import Words, parse_markup
from generator.model.reach import Reach
from generator.reading.yaml_data import Data

ALL: Final = "all"
"""The name of all kinds together."""


@dataclass(frozen=True)
class Density:
    """Averages over the files of one kind: each is a number per file, but `sources` is entries per file."""

    files: int
    size: float
    links: float
    citations: float
    marks: float
    steps: float
    cautions: float
    sources: float = 0


MEASURES: Final = {
    "size": "bytes",
    "links": "links",
    "citations": "citations",
    "marks": "links and citations within texts",
    "steps": "steps",
    "cautions": "cautions that reach it",
    "sources": "entries of references.bib",
}
"""What each field of a density counts, in words."""


def measure_density(root: Path) -> Mapping[str, Density]:
    """Measure the content of the project at `root`: each kind, and all together."""
    moulds = read_moulds(root)
    reach = Reach(moulds.catalogue)
    by_kind: dict[str, list[Density]] = defaultdict(list)
    for record in moulds.catalogue.records.values():
        measured = _measure(record, reach)
        by_kind[record.model.kind.folder].append(measured)
        by_kind[ALL].append(measured)
    return {kind: _average(measured, _sources(moulds, kind)) for kind, measured in sorted(by_kind.items())}


def _measure(record: Record, reach: Reach) -> Density:
    texts = [mention.value for mention in record.mentions if isinstance(mention.mark, HoldsMarkup)]
    marks = [token for text in texts for token in parse_markup(text) if not isinstance(token, Words)]
    return Density(
        files=1,
        size=len(record.document.source.text.encode()),
        links=len(list(links_of(record))),
        citations=len(list(citations_of(record))),
        marks=len(marks),
        steps=sum(_steps(dict(record.document.data))),
        cautions=len(reach.cautions_reaching(record.thing)) if record.thing is not None else 0,
    )


def _sources(moulds: Moulds, kind: str) -> float:
    return len(moulds.catalogue.bib_entries) / len(moulds.catalogue.records) if kind == ALL else 0


def _average(measured: list[Density], sources: float) -> Density:
    totals = {
        field.name: sum(getattr(one, field.name) for one in measured)
        for field in fields(Density)
        if field.name in MEASURES
    }
    averages = {name: total / len(measured) for name, total in totals.items()}
    return Density(files=len(measured), **{**averages, "sources": sources})


def _steps(data: Data) -> Iterator[int]:
    if isinstance(data, dict):
        for name, value in data.items():
            if name == "steps" and isinstance(value, list):
                yield len(value)
            else:
                yield from _steps(value)
    elif isinstance(data, list):
        for item in data:
            yield from _steps(item)
