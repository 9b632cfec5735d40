"""Things of each kind with only what their kind needs, and catalogues of them built in memory."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

import yaml

from generator.model import Catalogue, build_catalogue
from generator.model.kind_registry import kinds_by_folder
from generator.model.reach import Reach
from generator.reading import Content
from generator.reading.bibliography import parse_bibliography
from generator.reading.documents import parse_markdown_document, parse_yaml_document
from generator.reading.source_file import SourceFile
from tests.projects import base_files

EXAMPLES: Final = {
    path.split("/")[1]: (path, text) for path, text in base_files().items() if path.startswith("content/")
}
DOSES: Final = frozenset({"steps", "time", "repeats", "region"})
"""Optional fields that the rules about doses want, and the structure of the figure that shows a made-up body part."""

RED_FLAGS: Final = [{"sign": "The leg is numb.", "urgency": "urgent"}]
"""What the rules want on each danger."""

Fields = Mapping[str, object]


@cache
def _needed(folder: str) -> Mapping[str, object]:
    path, text = EXAMPLES[folder]
    front_matter = text.split("---\n")[1] if path.endswith(".md") else text
    example = yaml.load(front_matter, Loader=yaml.CBaseLoader)  # noqa: S506 (a loader that makes text only)
    fields = kinds_by_folder()[folder].model_fields.items()
    needed = {field.alias or name for name, field in fields if field.is_required()} | DOSES
    return {name: value for name, value in example.items() if name in needed}


def thing(folder: str, thing_id: str, **fields: object) -> dict[str, str]:
    """Write the file of a thing: what its kind needs, taken from the sound project, and the fields given here."""
    suffix = kinds_by_folder()[folder].kind.suffix
    data = {**_needed(folder), "id": thing_id, "name": thing_id.replace("-", " ").capitalize(), **fields}
    written = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return {f"content/{folder}/{thing_id}{suffix}": f"---\n{written}---\nWords.\n" if suffix == ".md" else written}


def area(thing_id: str, parent: str | None = None) -> dict[str, str]:
    """Write a body part, which may belong to a larger one."""
    return thing("anatomy", thing_id, **({"parent": parent} if parent else {}))


def caution(thing_id: str, level: str, actions: Iterable[str] = (), **fields: object) -> dict[str, str]:
    """Write a caution; `things` are the single things that it holds for."""
    scope = {"actions": list(actions), "things": fields.pop("things", [])}
    if level == "absolute":
        fields.setdefault("red_flags", RED_FLAGS)
    return thing("cautions", thing_id, level=level, applies_to=scope, **fields)


def routine(thing_id: str, *steps: Fields, **fields: object) -> dict[str, str]:
    """Write a routine of one phase; each step needs what it names and its area."""
    full = [{"side": "each", "time": "1 min", **step} for step in steps]
    return thing("routines", thing_id, phases=[{"name": "Only", "steps": full}], **fields)


LEG: Final = {
    **area("leg"),
    **area("foot", "leg"),
    **area("sole", "foot"),
    **area("arch", "sole"),
    **area("knee", "leg"),
    **area("kneecap", "knee"),
    **area("hand"),
}
"""Body parts: leg > (foot > sole > arch, knee > kneecap), and the hand, which is no part of the leg."""


def catalogue_of(files: Mapping[str, str], bib: str = "") -> Catalogue:
    """Build the catalogue of some files without a folder; all of them must be sound in themselves."""
    documents = []
    for path in sorted(files):
        parse = parse_markdown_document if path.endswith(".md") else parse_yaml_document
        document, faults = parse(SourceFile(path, files[path]))
        assert document is not None, faults
        documents.append(document)
    bib_file, _ = parse_bibliography(SourceFile("references.bib", bib))
    catalogue, faults = build_catalogue(Content(tuple(documents), frozenset(), bib_file, ()))
    assert faults == (), faults
    return catalogue


def reached(*files: Mapping[str, str]) -> dict[str, set[str]]:
    """Compute which cautions reach each thing of some files."""
    catalogue = catalogue_of({path: text for some in files for path, text in some.items()})
    reach = Reach(catalogue)
    return {
        record.id: {found.id for found in reach.cautions_reaching(record.thing)}
        for record in catalogue.records.values()
        if record.thing is not None
    }
