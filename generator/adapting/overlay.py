"""The operations of an overlay, applied to the documents of the base one by one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from generator.adapting.clinic_file import PICTURES, NamedFiles
from generator.adapting.targets import Targets, write_field
from generator.diagnostics import Code, Diagnostic, Severity, quote
from generator.model.clinic import Clinic
from generator.model.faults import validate
from generator.model.kinds.caution import Level
from generator.model.operations import (
    OPERATIONS,
    AddNote,
    AddPicture,
    Hide,
    Operation,
    Rewording,
    Strengthen,
)
from generator.model.thing import Signed
from generator.reading.documents import Document
from generator.reading.yaml_data import Data

HIDDEN_SAFETY = Code("hidden-safety", Severity.ERROR, "A clinic would hide a page that readers' safety rests on.")
WEAKER_CAUTION = Code(
    "weaker-caution", Severity.ERROR, "An overlay would have a caution hold less strictly, or for less."
)
CHANGED_TWICE = Code("changed-twice", Severity.ERROR, "Two files of an overlay replace the same text.")
NOBODY_SIGNED = Code("nobody-signed", Severity.ERROR, "A clinic's own words do not say who wrote them.")
CODES: Final = (HIDDEN_SAFETY, WEAKER_CAUTION, CHANGED_TWICE, NOBODY_SIGNED)

_SIGNED_FIELDS: Final = frozenset(Signed.model_fields)


class Overlay:
    """Applies operations; `targets.documents` holds what came of them so far, and `hidden` what has no page."""

    def __init__(self, targets: Targets, clinic: Clinic, files: NamedFiles) -> None:
        """Begin with the base as it is."""
        self.targets = targets
        self.hidden: dict[str, Document] = {}
        self.diagnostics: list[Diagnostic] = []
        self._clinic = clinic
        self._files = files
        self._reworded: dict[tuple[str, str], Document] = {}
        self._appliers: Mapping[type[Operation], Callable[..., Iterator[Diagnostic]]] = {
            Hide: self._hide,
            Rewording: self._reword,
            AddNote: self._add_note,
            Strengthen: self._strengthen,
            AddPicture: self._add_picture,
        }

    def apply(self, document: Document) -> None:
        """Apply the operation that a file of the overlay holds."""
        model = OPERATIONS[document.folder]
        validated = validate(document, model)
        self.diagnostics.extend(validated.diagnostics)
        if validated.value is not None:
            self.diagnostics.extend(self._appliers[model](document, validated.value))

    def sign(self, document: Document) -> Document:
        """Have clinic.yml say who wrote and reviewed what does not say so itself."""
        for field in ("written_by", "reviewed_by"):
            said = getattr(self._clinic, field)
            if said is not None and field not in document.data:
                document = document.with_words((field,), said)
        if "written_by" not in document.data:
            message, hint = (
                "This does not say who wrote it.",
                "Add written_by: here, or for all your words in clinic.yml.",
            )
            self.diagnostics.append(Diagnostic(NOBODY_SIGNED, document.locate(), message, hint))
        return document

    def _hide(self, document: Document, operation: Hide) -> Iterator[Diagnostic]:
        fault = self.targets.missing(document, "thing", operation.thing)
        if fault is not None:
            yield fault
        elif self.targets.is_for_safety(operation.thing):
            message = f"{quote(operation.thing)} cannot be hidden: it tells of safety, or of what is known."
            yield Diagnostic(HIDDEN_SAFETY, document.locate("thing"), message, "Take this file out.")
        else:
            self.hidden[operation.thing] = document

    def _reword(self, document: Document, operation: Rewording) -> Iterator[Diagnostic]:
        fault = self.targets.missing(document, "thing", operation.thing)
        if fault is not None:
            yield fault
            return
        path = self.targets.find_text(document, operation.thing, operation.field)
        if isinstance(path, Diagnostic):
            yield path
            return
        field = write_field(path)
        earlier = self._reworded.setdefault((operation.thing, field), document)
        if earlier is not document:
            yield Diagnostic(
                CHANGED_TWICE,
                document.locate("field"),
                f"The text {quote(field)} of {quote(operation.thing)} is replaced by another file too.",
                "Keep one of the two files.",
                ((earlier.locate("field"), "The other one is here."),),
            )
            return
        changed = self.targets.documents[operation.thing].with_value(path, document, ("text",))
        self.targets.documents[operation.thing] = changed
        self._append(operation.thing, "reworded", document, {"field": field, "text": operation.text.strip()})

    def _add_note(self, document: Document, operation: AddNote) -> Iterator[Diagnostic]:
        fault = self.targets.missing(document, "thing", operation.thing)
        if fault is not None:
            yield fault
        else:
            self._append(operation.thing, "notes", document, {"text": operation.text})

    def _add_picture(self, document: Document, operation: AddPicture) -> Iterator[Diagnostic]:
        fault = self.targets.missing(document, "thing", operation.thing)
        if fault is not None:
            yield fault
            return
        published_as = f"pictures/clinic/{document.stem}"
        found = self._files.take(document, ("file",), f"overlay/pictures/{operation.file}", PICTURES, published_as)
        if found is not None:
            more = {"caption": operation.caption} if operation.caption else {}
            size = {"width": str(found.width), "height": str(found.height)}
            path = self._files.path_of(found, published_as)
            self._append(operation.thing, "pictures", document, {"file": path, "alt": operation.alt, **size, **more})

    def _append(self, thing_id: str, field: str, document: Document, words: Mapping[str, Data]) -> None:
        """Append what a clinic signs to the thing that it is about."""
        signed = self.sign(document)
        kept = {name: value for name, value in signed.data.items() if name in _SIGNED_FIELDS}
        target = self.targets.documents[thing_id]
        owner = target.data.get("clinic")
        listed = owner.get(field) if isinstance(owner, dict) else None
        place = len(listed) if isinstance(listed, list) else 0
        entry = replace(signed, data={**kept, **words})
        self.targets.documents[thing_id] = target.with_value(("clinic", field, place), entry, ())

    def _strengthen(self, document: Document, operation: Strengthen) -> Iterator[Diagnostic]:
        fault = self.targets.missing(document, "caution", operation.caution, ("cautions",))
        if fault is not None:
            yield fault
            return
        target = self.targets.documents[operation.caution]
        self.sign(document)
        if operation.level is not None:
            now = next((level for level in Level if level.value == target.data.get("level")), Level.CARE)
            if operation.level.rank < now.rank:
                message = f"{quote(operation.level.value)} is less strict than {quote(now.value)}, which the base says."
                hint = "A clinic can make a caution stricter, never weaker. Take this line out."
                yield Diagnostic(WEAKER_CAUTION, document.locate("level"), message, hint)
                return
            target = target.with_value(("level",), document, ("level",))
        if operation.areas and not target.data.get("areas"):
            message = f"{quote(operation.caution)} holds everywhere; with an area it would hold there alone."
            yield Diagnostic(WEAKER_CAUTION, document.locate("areas"), message, "Take this field out.")
            return
        for field, path in _MORE.items():
            for index in range(len(getattr(operation, field))):
                target = _with_one_more(target, path, document, (field, index))
        self.targets.documents[operation.caution] = target


_MORE: Final[Mapping[str, tuple[str, ...]]] = {
    "actions": ("applies_to", "actions"),
    "things": ("applies_to", "things"),
    "areas": ("areas",),
    "about": ("about",),
    "red_flags": ("red_flags",),
}
"""Where a caution keeps what an operation adds to it."""


def _with_one_more(target: Document, path: tuple[str, ...], other: Document, at: tuple[str, int]) -> Document:
    value: Data = dict(target.data)
    for part in path:
        value = value.get(part) if isinstance(value, dict) else None
    listed = value if isinstance(value, list) else []
    added = other.data[at[0]]
    if isinstance(added, list) and added[at[1]] in listed:
        return target
    return target.with_value((*path, len(listed)), other, at)
