"""JSON-LD held against the vocabulary of schema.org: its types, their properties, and the forms of the values."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

FILE: Final = Path(__file__).parent / "vocabulary.json"
CONTEXT: Final = "https://schema.org"

_YEAR_OR_MONTH: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_DURATION: Final = re.compile(
    r"P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?"
)
"""ISO 8601-1:2019, 5.5.2."""


@dataclass(frozen=True)
class Reference:
    """A node that is only named, by an id: what it must be, for the property that names it to be right."""

    id: str
    ranges: tuple[str, ...]
    where: str


@dataclass(frozen=True)
class Vocabulary:
    """The vocabulary: parents of each type, members of each choice, domains and ranges of each property."""

    types: Mapping[str, list[str]]
    members: Mapping[str, list[str]]
    properties: Mapping[str, tuple[list[str], list[str]]]
    superseded: frozenset[str]

    @cached_property
    def _ancestors(self) -> Mapping[str, frozenset[str]]:
        return {name: frozenset(self._above(name)) for name in self.types}

    def _above(self, name: str) -> Iterator[str]:
        yield name
        for parent in self.types.get(name, ()):
            yield from self._above(parent)

    def is_a(self, name: str, wanted: str) -> bool:
        """Tell whether a type is another, or below it."""
        return wanted in self._ancestors.get(name, frozenset())

    def faults_in(self, document: object) -> list[str]:
        """List what is wrong in one document of JSON-LD; empty where nothing is."""
        if not isinstance(document, dict) or document.get("@context") != CONTEXT:
            return [f"the context is not {CONTEXT}"]
        return list(self._faults_in_document(document))

    def references_in(self, document: Mapping[str, object]) -> Iterator[Reference]:
        """List every node that a document only names."""
        for where, node in _nodes(document, ""):
            for name, value in node.items():
                for one in value if isinstance(value, list) else [value]:
                    if isinstance(one, dict) and one.keys() == {"@id"} and name in self.properties:
                        yield Reference(str(one["@id"]), tuple(self.properties[name][1]), f"{where}{name}")

    def _faults_in_document(self, document: Mapping[str, object]) -> Iterator[str]:
        ids = [str(node["@id"]) for _, node in _nodes(document, "") if "@id" in node]
        yield from (f"the id {one} is given to two nodes" for one in sorted(set(ids)) if ids.count(one) > 1)
        roots = document.get("@graph", [document])
        if (
            not isinstance(roots, list)
            or not roots
            or ("@graph" in document and document.keys() > {"@context", "@graph"})
        ):
            yield "the graph is no list of nodes"
            return
        for root in roots:
            yield from self._faults_in_node(root, "")

    def _faults_in_node(self, node: object, where: str) -> Iterator[str]:
        types = types_of(node)
        if not isinstance(node, dict) or not types:
            yield f"{where or 'the root'} has no type"
            return
        for name in types:
            if name not in self.types or name in self.superseded:
                yield f"{where}{name} is not a type"
        if "@id" in node and not is_absolute(node["@id"]):
            yield f"{where}@id is not an absolute address: {node['@id']}"
        for name, value in node.items():
            if not name.startswith("@"):
                yield from self._faults_in_property(types, name, value, f"{where}{types[0]}.{name}")
            elif name not in {"@type", "@id", "@context"}:
                yield f"{where}{name} is not a word of JSON-LD that we use"

    def _faults_in_property(self, types: list[str], name: str, value: object, where: str) -> Iterator[str]:
        if name not in self.properties or name in self.superseded:
            yield f"{where} is not a property"
            return
        domains, ranges = self.properties[name]
        if not any(self.is_a(one, domain) for one in types for domain in domains):
            yield f"{where} does not belong to {' and '.join(types)}"
        values = value if isinstance(value, list) else [value]
        if not values:
            yield f"{where} is empty"
        for one in values:
            yield from self._faults_in_value(one, ranges, where)

    def _faults_in_value(self, value: object, ranges: list[str], where: str) -> Iterator[str]:
        if isinstance(value, dict):
            if value.keys() == {"@id"}:
                if not is_absolute(value["@id"]):
                    yield f"{where} names what is not an absolute address: {value['@id']}"
                return
            yield from self._faults_in_node(value, f"{where} > ")
            if not any(self.is_a(one, wanted) for one in types_of(value) for wanted in ranges):
                yield f"{where} may not be {' and '.join(types_of(value)) or 'without a type'}"
        elif not any(self._is_plain(value, wanted) for wanted in ranges):
            yield f"{where} may not be {value!r}: it is {' or '.join(ranges)}"

    def _is_plain(self, value: object, wanted: str) -> bool:
        if isinstance(value, bool):
            return wanted == "Boolean"
        if isinstance(value, (int, float)):
            return wanted in {"Number", "Float"} or (wanted == "Integer" and isinstance(value, int))
        if not isinstance(value, str) or not value.strip():
            return False
        forms = {"Text": lambda _: True, "URL": is_absolute, "Date": is_date, "Duration": is_duration}
        if wanted in forms:
            return forms[wanted](value)
        return value.removeprefix(f"{CONTEXT}/") in self.members.get(wanted, ()) and value.startswith(CONTEXT)


@cache
def read_vocabulary() -> Vocabulary:
    """Read vocabulary.json, once."""
    data = json.loads(FILE.read_text(encoding="utf-8"))
    return Vocabulary(data["types"], data["members"], data["properties"], frozenset(data["superseded"]))


def types_of(node: object) -> list[str]:
    """List the types of a node."""
    found = node.get("@type", []) if isinstance(node, dict) else []
    return [str(one) for one in found] if isinstance(found, list) else [str(found)]


def is_absolute(value: object) -> bool:
    """Tell whether a value is a whole address of the web."""
    parts = urlsplit(value) if isinstance(value, str) else None
    return parts is not None and parts.scheme in {"http", "https"} and bool(parts.netloc) and " " not in str(value)


def is_date(value: str) -> bool:
    """Tell whether words are a day that there is, or a month or year of it (ISO 8601)."""
    if _YEAR_OR_MONTH.fullmatch(value):
        return True
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def is_duration(value: str) -> bool:
    """Tell whether words are a duration of ISO 8601."""
    return _DURATION.fullmatch(value) is not None


def _nodes(value: object, where: str) -> Iterator[tuple[str, dict[str, object]]]:
    """List every node that says something of itself, with the way to it."""
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one, where)
    elif isinstance(value, dict):
        if value.keys() != {"@id"}:
            if "@type" in value:
                yield where, value
            for name, inner in value.items():
                yield from _nodes(inner, f"{where}{name} > ")
