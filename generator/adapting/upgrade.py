"""What a clinic's changes were made against, held against the base as it is now."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from enum import Enum
from typing import Final

from generator.adapting.targets import Targets
from generator.model.faults import validate
from generator.model.operations import OPERATIONS, Hide, Operation, Rewording, Strengthen
from generator.reading import Content
from generator.reading.clinic_folder import ClinicFolder
from generator.reading.documents import Document
from generator.reading.yaml_data import Data

LONGEST_HASH: Final = 16
"""Hexadecimal figures of SHA-256: no two wordings will ever share them by chance."""


class Standing(Enum):
    """How a change stands to the base as it is now."""

    UNCHANGED = "unchanged"
    CHANGED = "the base changed beneath it"
    GONE = "its target is gone"
    NEEDLESS = "now unnecessary"
    UNRECORDED = "not recorded yet"


@dataclass(frozen=True)
class BasedOn:
    """What a change replaced: the version of the base, the text, and its hash."""

    version: str
    was: str

    @property
    def hash(self) -> str:
        """Give the hash of the text."""
        return hash_text(self.was)


@dataclass(frozen=True)
class Comparison:
    """A change of a clinic held against the base.

    `name` is its path below the overlay without its ending. `was` is what it replaced when it was made, `now` what the
    base says today, and `own` what the clinic says instead; `moved_to` is where its target went, where that is known.
    """

    name: str
    document: Document
    thing: str
    standing: Standing
    now: str | None = None
    was: BasedOn | None = None
    own: str | None = None
    moved_to: str | None = None

    @property
    def needs_a_look(self) -> bool:
        """Whether somebody should look at it before the next build."""
        return self.standing is not Standing.UNCHANGED

    def diff(self) -> Iterator[str]:
        """Write how the base changed, line by line: “-” before what it said, “+” before what it says now."""
        if self.standing is Standing.CHANGED and self.was is not None and self.now is not None:
            lines = unified_diff(self.was.was.splitlines(), self.now.splitlines(), lineterm="", n=1)
            yield from list(lines)[2:]


def hash_text(text: str) -> str:
    """Hash a text, whatever white space stands at its ends."""
    return hashlib.sha256(text.strip().encode()).hexdigest()[:LONGEST_HASH]


def compare_with_base(base: Content, folder: ClinicFolder) -> tuple[Comparison, ...]:
    """Hold each change of a clinic against the base, in order of file; files with a fault are left to the check."""
    own = frozenset(document.stem for document in folder.files if document.folder not in OPERATIONS)
    targets = Targets(base.documents, own)
    moved = _moved_ids(base)
    found = []
    for document in folder.files:
        model = OPERATIONS.get(document.folder)
        if model is None:
            continue
        operation = validate(document, model).value
        if operation is None:
            continue
        name = f"{document.folder}/{document.stem}"
        found.append(_compare(name, document, operation, targets, _based_on(folder.based_on.get(name)), moved))
    return tuple(found)


def write_based_on(comparison: Comparison, version: str) -> str | None:
    """Write the record of what a change replaces now; None where it replaces nothing."""
    if comparison.now is None or comparison.standing is Standing.GONE:
        return None
    indented = "\n".join(f"  {line}".rstrip() for line in comparison.now.strip().splitlines())
    return (
        "# What the base said when somebody last looked at this change. Written by: selfcare brand accept\n"
        f'version: "{version}"\nhash: "{hash_text(comparison.now)}"\nwas: |2-\n{indented}\n'
    )


def _compare(
    name: str,
    document: Document,
    operation: Operation,
    targets: Targets,
    was: BasedOn | None,
    moved: Mapping[str, str],
) -> Comparison:
    thing = operation.caution if isinstance(operation, Strengthen) else str(getattr(operation, "thing", ""))
    target = targets.documents.get(thing)
    if target is None:
        is_needless = isinstance(operation, Hide) and thing not in moved
        standing = Standing.NEEDLESS if is_needless else Standing.GONE
        return Comparison(name, document, thing, standing, None, was, moved_to=moved.get(thing))
    own: str | None = None
    is_needless = False
    if isinstance(operation, Rewording):
        path = targets.find_text(document, thing, operation.field)
        if not isinstance(path, tuple):
            return Comparison(name, document, thing, Standing.GONE, None, was, operation.text)
        now: str | None = str(_value_at(target.data, path))
        own = operation.text
        is_needless = own.strip() == str(now).strip()
    elif isinstance(operation, Hide):
        now = target.source.text
    elif isinstance(operation, Strengthen):
        now = _scope(target.data)
        is_needless = _holds_already(target.data, operation)
    else:
        return Comparison(name, document, thing, Standing.UNCHANGED)
    if is_needless:
        standing = Standing.NEEDLESS
    elif was is None:
        standing = Standing.UNRECORDED
    else:
        standing = Standing.UNCHANGED if was.hash == hash_text(str(now)) else Standing.CHANGED
    return Comparison(name, document, thing, standing, now, was, own)


def _based_on(document: Document | None) -> BasedOn | None:
    """Read a record; one whose text somebody changed by hand does not count."""
    if document is None:
        return None
    version, was, written = (document.data.get(field) for field in ("version", "was", "hash"))
    if not isinstance(version, str) or not isinstance(was, str) or written != hash_text(was):
        return None
    return BasedOn(version, was)


def _moved_ids(base: Content) -> Mapping[str, str]:
    """Give the new id of things whose pages moved, by the old one."""
    moves = (move for document in base.moved for move in document.data.items())
    return {old.rpartition("/")[2]: new.rpartition("/")[2] for old, new in moves if isinstance(new, str)}


def _value_at(data: Mapping[str, Data], path: tuple[str | int, ...]) -> Data:
    value: Data = dict(data)
    for part in path:
        value = value[part]  # type: ignore[index]  # the text was found at this path
    return value


def _scope(data: Mapping[str, Data]) -> str:
    """Write for what a caution holds, a line each."""
    applies_to = data.get("applies_to")
    scope = applies_to if isinstance(applies_to, dict) else {}
    parts = {"level": data.get("level"), **scope, "areas": data.get("areas"), "about": data.get("about")}
    return "\n".join(f"{name}: {_listed(value)}" for name, value in parts.items() if value)


def _listed(value: Data) -> str:
    return ", ".join(str(item) for item in value) if isinstance(value, list) else str(value)


def _holds_already(data: Mapping[str, Data], operation: Strengthen) -> bool:
    """Tell whether the base's caution holds as strictly and for as much as the clinic wants it to."""
    applies_to = data.get("applies_to")
    scope = applies_to if isinstance(applies_to, dict) else {}
    wanted = {
        "actions": ([action.value for action in operation.actions], scope.get("actions")),
        "things": (list(operation.things), scope.get("things")),
        "areas": (list(operation.areas), data.get("areas")),
        "about": (list(operation.about), data.get("about")),
    }
    flags = data.get("red_flags")
    signs = {str(flag.get("sign", "")).strip() for flag in flags or () if isinstance(flag, dict)}
    return (
        (operation.level is None or data.get("level") == operation.level.value)
        and all(set(more) <= set(there if isinstance(there, list) else ()) for more, there in wanted.values())
        and all(flag.sign in signs for flag in operation.red_flags)
    )
