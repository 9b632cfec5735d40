"""The catalogue as data: JSON for programs, out of the same models that the files go by."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pydantic import BaseModel

from generator.linking.site import CitedSource, Site, ThingPage
from generator.rendering.export.codes import CodedPage
from generator.rendering.export.models import (
    FORMAT,
    Author,
    Code,
    Computed,
    Source,
    schema_of_catalogue,
    schema_of_codes,
)
from generator.rendering.front_matter import newest_review
from generator.rendering.json_ld.document import LICENSE
from generator.rendering.output_file import OutputFile

CATALOGUE_FILE: Final = "data/catalogue.json"
CATALOGUE_SCHEMA_FILE: Final = "data/catalogue.schema.json"
CODES_FILE: Final = "data/codes.json"
CODES_SCHEMA_FILE: Final = "data/codes.schema.json"


def render_data(site: Site, coded: Sequence[CodedPage]) -> Iterator[OutputFile]:
    """Write the catalogue and the codes as JSON, each entry on a line of its own, and the schemas of both."""
    sources = [_source(site, source) for _, source in sorted(site.sources.items())]
    cites: dict[str, list[str]] = {}
    for source in sources:
        for thing_id in source.cited_on:
            cites.setdefault(thing_id, []).append(source.key)
    pages = sorted(site.pages.values(), key=lambda page: (page.kind.place, page.thing.id))
    things = (_thing(site, page, cites.get(page.thing.id, [])) for page in pages)
    yield OutputFile(
        CATALOGUE_FILE,
        _write(site, CATALOGUE_SCHEMA_FILE, things=things, sources=(_dump(source) for source in sources)),
    )
    yield OutputFile(CATALOGUE_SCHEMA_FILE, schema_of_catalogue(f"{site.url}{CATALOGUE_SCHEMA_FILE}"))
    yield OutputFile(CODES_FILE, _write(site, CODES_SCHEMA_FILE, codes=(_dump(_code(site, one)) for one in coded)))
    yield OutputFile(CODES_SCHEMA_FILE, schema_of_codes(f"{site.url}{CODES_SCHEMA_FILE}"))


def _write(site: Site, schema: str, **lists: Iterable[str]) -> str:
    head = {
        "format": FORMAT,
        "schema": f"{site.url}{schema}",
        "site": site.url,
        "license": LICENSE,
        "attribution": _attribution(site),
        "reviewed": newest.isoformat() if (newest := newest_review(site.pages.values())) else None,
    }
    lines = [f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in head.items()]
    lines.extend(f'"{name}": [\n{_lines(entries)}\n]' for name, entries in lists.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _lines(entries: Iterable[str]) -> str:
    return ",\n".join(entries)


def _attribution(site: Site) -> str:
    """Say whom to name: CC BY 4.0, section 3(a)(1), asks for the makers, the licence and where it comes from."""
    by = f" by {site.written_by}" if site.written_by else ""
    return f"Self-care guides{by}, {site.url}, CC BY 4.0"


def _thing(site: Site, page: ThingPage, cites: Sequence[str]) -> str:
    """Write a thing: pydantic writes its content by itself, which is quicker than to build it up first."""
    is_timed = bool(page.phases)
    computed = Computed(
        full_name=page.thing.full_name,
        cautions=tuple(caution.id for caution in page.cautions),
        cites=tuple(cites),
        seconds=page.seconds if is_timed else None,
        seconds_without_optional=page.seconds_without_optional if is_timed else None,
    )
    address = json.dumps(site.whole_address(page.address))
    head = f'"kind":"{page.kind.folder}","id":"{page.thing.id}","address":{address}'
    return f'{{{head},"computed":{_dump(computed)},"content":{_dump(page.thing)}}}'


def _source(site: Site, source: CitedSource) -> Source:
    reference = source.reference
    return Source(
        key=reference.key,
        address=site.whole_address(source.named.address),
        type=reference.type,
        authors=tuple(Author(family=name.family, given=name.given or None) for name in reference.authors),
        more_authors=reference.more_authors,
        study=source.study.id if source.study else None,
        cited_on=tuple(sorted({named.id for named in source.cited_on})),
        title=reference.title or None,
        container=reference.container or None,
        publisher=reference.publisher or None,
        year=reference.year or None,
        volume=reference.volume or None,
        number=reference.number or None,
        pages=reference.pages or None,
        doi=reference.doi or None,
        pmid=reference.pmid or None,
        pmcid=reference.pmcid or None,
        url=reference.url or None,
        accessed=reference.accessed or None,
        note=reference.note or None,
    )


def _code(site: Site, one: CodedPage) -> Code:
    return Code(
        system="ICD-10" if one.system.name == "ICD-10" else "MeSH",
        code=one.code.code,
        title=one.code.title,
        fit=one.code.fit,
        kind=one.page.kind.folder,
        id=one.page.thing.id,
        name=one.page.thing.full_name,
        address=site.whole_address(one.page.address),
        checked=one.checked,
    )


def _dump(model: BaseModel) -> str:
    return model.model_dump_json(by_alias=True, exclude_none=True)
