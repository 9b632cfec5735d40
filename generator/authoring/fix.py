"""Repairs that change no meaning: the order of fields, spaces, an id after its file was renamed, and citation keys.

All are edits of the text, so that comments and the author's own line breaks stay.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.authoring.fields_in_files import fields_in_order
from generator.model import Catalogue
from generator.model.fields import Part
from generator.model.kinds.anatomy import Anatomy
from generator.model.record import Naming, Record
from generator.model.thing import Thing
from generator.reading.documents import Document
from generator.reading.project import MOVED_FILE

_MODELINE: Final = "# yaml-language-server:"


@dataclass(frozen=True)
class FixedFile:
    """A file and its text before and after; `path` is from the project's root."""

    path: str
    before: str
    after: str


@dataclass(frozen=True)
class _Edit:
    start: int
    end: int
    text: str


def fix(catalogue: Catalogue, moved: str) -> tuple[FixedFile, ...]:
    """Repair what is safe to repair; `moved` is the text of the file that tells where pages went."""
    renamed = dict(_renamed(catalogue))
    found: list[FixedFile] = []
    for record in catalogue.all_records():
        document = record.document
        text = _with_edits(document.source.text, [*_new_ids(record, renamed), *_new_keys(record, catalogue)])
        text = repair_text(text, record.model) if document.path.endswith(".yml") else _tidy(text)
        if text != document.source.text:
            found.append(FixedFile(document.path, document.source.text, text))
    redirects = _with_redirects(moved, catalogue, renamed)
    if redirects != moved:
        found.append(FixedFile(MOVED_FILE, moved, redirects))
    return tuple(found)


def repair_text(text: str, model: type[Thing]) -> str:
    """Put the fields of a file into their order, and take needless spaces out."""
    return _tidy(_in_order(text, model))


def _renamed(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """List the old ids of files that were renamed, each with its new one."""
    for record in catalogue.all_records():
        written = record.document.data.get("id")
        if isinstance(written, str) and written != record.id and written not in catalogue.records:
            yield written, record.id


def _new_ids(record: Record, renamed: Mapping[str, str]) -> Iterator[_Edit]:
    """Write the new id into the file that was renamed, and wherever the old one is named."""
    written = record.document.data.get("id")
    if isinstance(written, str) and renamed.get(written) == record.id:
        yield _field(record.document, ("id",), written, record.id)
        if record.model is Anatomy and "region" not in record.document.data:
            end = record.document.spans[("id",)].end
            yield _Edit(end, end, f"\nregion: {written}")  # its pictures stay those that they were
    for naming in record.links:
        if naming.target in renamed:
            yield _named(naming, renamed[naming.target])


def _new_keys(record: Record, catalogue: Catalogue) -> Iterator[_Edit]:
    """Write citation keys as references.bib has them, where they differ in capitals and signs alone."""
    known: dict[str, list[str]] = {}
    for key in catalogue.bib_entries:
        known.setdefault(_letters(key), []).append(key)
    for naming in record.citations:
        close = known.get(_letters(naming.target), [])
        if naming.target not in catalogue.bib_entries and len(close) == 1:
            yield _named(naming, close[0])


def _letters(key: str) -> str:
    return re.sub(r"[^a-z0-9]", "", key.lower())


def _named(naming: Naming, new: str) -> _Edit:
    """Put another name where a file names something, in a field or in the markup of a text."""
    if naming.place is None:
        return _field(naming.document, naming.path, naming.target, new)
    line, column = naming.where.line, naming.where.column
    text = naming.document.source.text
    start = sum(len(one) for one in text.splitlines(keepends=True)[: line - 1]) + column - 1
    start = text.index(naming.target, start)
    return _Edit(start, start + len(naming.target), new)


def _field(document: Document, path: Sequence[str | int], old: str, new: str) -> _Edit:
    span = document.spans[tuple(path)]
    start = document.source.text.index(old, span.start)
    return _Edit(start, start + len(old), new)


def _with_edits(text: str, edits: Sequence[_Edit]) -> str:
    for edit in sorted(set(edits), key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _tidy(text: str) -> str:
    """Take out spaces at the ends of lines, and end the file with one line break.

    Blank lines stay: in a folded text two of them part paragraphs.
    """
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n") + "\n"


def _in_order(text: str, model: type[Thing]) -> str:
    """Put the fields of a file into the order of its kind; comments go with the field that they stand above."""
    order = {field.alias or name: place for place, (name, field) in enumerate(fields_in_order(model))}
    head, blocks = _blocks(text)
    ordered = sorted(blocks, key=lambda block: order.get(block[0], len(order)))
    return text if ordered == blocks else head + "".join(_ended(body) for _, body in ordered)


def _ended(body: str) -> str:
    return body if body.endswith("\n") else f"{body}\n"


def _blocks(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Split a file into what stands before its fields, and each field with the comments above it."""
    head, blocks, waiting = "", [], ""
    for line in text.splitlines(keepends=True):
        key = re.match(r"([A-Za-z_][\w-]*)\s*:(?:\s|$)", line)
        if key is not None:
            blocks.append((key[1], waiting + line))
            waiting = ""
        elif line.startswith("#") and not (line.startswith(_MODELINE) and not blocks):
            waiting += line
        elif blocks:
            name, body = blocks[-1]
            blocks[-1] = (name, body + waiting + line)
            waiting = ""
        else:
            head, waiting = head + waiting + line, ""
    if waiting and blocks:
        name, body = blocks[-1]
        blocks[-1] = (name, body + waiting)
    return head, blocks


def _with_redirects(moved: str, catalogue: Catalogue, renamed: Mapping[str, str]) -> str:
    """Add where the pages of renamed things went, but for those that were never published."""
    published = set(catalogue.addresses.text.splitlines()) if catalogue.addresses is not None else set()
    published = {line.strip().strip("/") for line in published}
    told = {line.partition(":")[0].strip() for line in moved.splitlines()}
    lines = "".join(
        f"{folder}/{old}: {folder}/{new}\n"
        for old, new in renamed.items()
        for folder in _folders_of_pages(catalogue.records[new], old)
        if f"{folder}/{old}" in published - told
    )
    if not lines:
        return moved
    kept = moved.rstrip().removesuffix("{}").rstrip()  # how an empty list is written
    return f"{kept}\n{lines}" if kept else lines


def _folders_of_pages(record: Record, old: str) -> Iterator[str]:
    """List where on the site a thing has pages: a body part has a second one, of all that is done there.

    The page of a whole part of the body, such as `where/foot`, stays whatever its body part is called.
    """
    yield record.document.folder
    if record.model is Anatomy and old not in {part.value for part in Part}:
        yield "where"
