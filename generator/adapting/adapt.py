"""The base content and a clinic's folder -> the content of the clinic's copy."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Final

from generator.adapting.clinic_file import NamedFiles, read_clinic, take_brand_files
from generator.adapting.overlay import HIDDEN_SAFETY, Overlay
from generator.adapting.own_styles import check_own_styles
from generator.adapting.palette import complete_palette
from generator.adapting.targets import LOOK_IT_UP, Targets
from generator.diagnostics import Code, Diagnostic, Severity, quote
from generator.model.clinic import Clinic, Shown, Units
from generator.model.clinic_copy import ClinicCopy
from generator.model.fields import HoldsMarkup
from generator.model.kind_registry import kinds_by_folder
from generator.model.kinds.study import Study
from generator.model.mentions import mentions_in
from generator.model.operations import OPERATIONS
from generator.model.units import in_us_units
from generator.reading import Content
from generator.reading.bibliography import DUPLICATE_CITATION_KEY, BibFile
from generator.reading.clinic_folder import ClinicFolder
from generator.reading.documents import Document

UNKNOWN_FOLDER = Code(
    "unknown-folder", Severity.ERROR, "A folder of an overlay is no operation and no kind of content."
)
UNKNOWN_SHOWN = Code("unknown-shown", Severity.ERROR, "A clinic would show what the base does not have.")
CODES: Final = (UNKNOWN_FOLDER, UNKNOWN_SHOWN)

_ADVICE: Final = (("next", ""), ("related", ""), ("may_help", "with"))
"""Lists that send a reader to other pages, and where an item of them names the page."""


@dataclass(frozen=True)
class Adapted:
    """The content of a clinic's copy, and what makes the copy its own; None where clinic.yml has a fault."""

    content: Content
    copy: ClinicCopy | None


def adapt_content(base: Content, folder: ClinicFolder) -> tuple[Adapted, tuple[Diagnostic, ...]]:
    """Apply a clinic's folder to the base content; where clinic.yml has a fault, nothing else is looked at."""
    if folder.clinic is None:
        return Adapted(base, None), ()
    clinic, faults = read_clinic(folder.clinic)
    if clinic is None:
        return Adapted(base, None), faults
    diagnostics = list(faults)
    own = [document for document in folder.files if document.folder not in OPERATIONS]
    targets = Targets(base.documents, frozenset(document.stem for document in own))
    files = NamedFiles(folder)
    overlay = Overlay(targets, clinic, files)
    logos, fonts = take_brand_files(folder.clinic, clinic, files)
    for document in folder.files:
        if document.folder in OPERATIONS:
            overlay.apply(document)
    diagnostics.extend(_unknown_folders(own))
    hidden = {*overlay.hidden, *_not_shown(folder.clinic, clinic.show, targets, diagnostics)}
    documents = [
        *(targets.documents.get(document.stem, document) for document in base.documents),
        *(overlay.sign(document) for document in own if document.folder in kinds_by_folder()),
    ]
    if hidden:
        documents = [_without_advice_to(document, hidden) for document in documents]
    if clinic.units is Units.US:
        documents = [_in_us_units(document) for document in documents]
    bibliography = _join(base.bibliography, folder.bibliography, diagnostics)
    palettes = clinic.colours
    copy = ClinicCopy(
        clinic=clinic,
        files=files.published,
        hidden=frozenset(hidden),
        light=complete_palette(palettes.light, "light") if palettes else None,
        dark=complete_palette(palettes.dark, "dark") if palettes else None,
        styles=folder.styles,
        logo_light=logos.get("light"),
        logo_dark=logos.get("dark"),
        fonts=fonts,
    )
    content = replace(
        base,
        documents=tuple(documents),
        broken_ids=base.broken_ids | folder.broken_ids,
        bibliography=bibliography,
        settings=_settings(base.settings, folder.clinic, clinic),
        moved=(*base.moved, *folder.moved),
        clinics_addresses=folder.addresses,
    )
    diagnostics.extend((*files.diagnostics, *overlay.diagnostics))
    if folder.styles is not None:
        diagnostics.extend(check_own_styles(folder.styles))
    return Adapted(content, copy), tuple(diagnostics)


def _unknown_folders(own: list[Document]) -> Iterator[Diagnostic]:
    known = [*OPERATIONS, *kinds_by_folder()]
    for document in own:
        if document.folder not in known:
            close = get_close_matches(document.folder, known, 1, 0.6)
            hint = f"Did you mean {quote(close[0])}?" if close else f"The folders are: {', '.join(known)}."
            message = f"{quote(document.folder)} is not a folder of an overlay."
            yield Diagnostic(UNKNOWN_FOLDER, document.locate(), message, hint)


def _not_shown(document: Document, show: Shown, targets: Targets, diagnostics: list[Diagnostic]) -> Iterator[str]:
    """List what clinic.yml leaves out, and tell what it cannot leave out or does not know."""
    if show.kinds is not None:
        kinds = {folder: model.kind for folder, model in kinds_by_folder().items()}
        for place, folder in enumerate(show.kinds):
            if folder not in kinds:
                known = ", ".join(kinds)
                message = f"{quote(folder)} is not a kind of content."
                hint = f"The kinds are: {known}."
                diagnostics.append(Diagnostic(UNKNOWN_SHOWN, document.locate("show", "kinds", place), message, hint))
        left_out = {folder for folder, kind in kinds.items() if kind.is_optional and folder not in show.kinds}
        yield from (
            thing_id
            for thing_id, one in targets.documents.items()
            if one.folder in left_out and not targets.is_for_safety(thing_id)
        )
    for folder in ("guides", "conditions"):
        chosen: tuple[str, ...] | None = getattr(show, folder)
        if chosen is None:
            continue
        there = {thing_id for thing_id, one in targets.documents.items() if one.folder == folder}
        for place, thing_id in enumerate(chosen):
            if thing_id not in there:
                close = get_close_matches(thing_id, there, 1, 0.6)
                message = f"The base has no {kinds_by_folder()[folder].kind.singular} {quote(thing_id)}."
                hint = f"Did you mean {quote(close[0])}?" if close else LOOK_IT_UP
                diagnostics.append(Diagnostic(UNKNOWN_SHOWN, document.locate("show", folder, place), message, hint))
        for thing_id in sorted(there - set(chosen)):
            if targets.is_for_safety(thing_id):
                message = f"{quote(thing_id)} cannot be left out: it tells of safety, or of what is known."
                where = document.locate_key("show", folder)
                diagnostics.append(Diagnostic(HIDDEN_SAFETY, where, message, "Add it to the list."))
            else:
                yield thing_id


def _without_advice_to(document: Document, hidden: Collection[str]) -> Document:
    """Take what is hidden out of the lists that do nothing but send a reader there; all other words stay."""
    for field, key in _ADVICE:
        items = document.data.get(field)
        if isinstance(items, list):
            named = [item.get(key) if isinstance(item, dict) else item for item in items]
            dropped = {place for place, thing_id in enumerate(named) if thing_id in hidden}
            if dropped:
                document = document.without_items((field,), dropped)
    return document


def _in_us_units(document: Document) -> Document:
    """Write the measures of a page in US units; those of a study stay as the study gives them."""
    model = kinds_by_folder().get(document.folder)
    if model is None or model is Study:
        return document
    for mention in mentions_in(document, model):
        if isinstance(mention.mark, HoldsMarkup) and (words := in_us_units(mention.value)) != mention.value:
            document = document.with_words(mention.path, words)
    return document


def _join(base: BibFile | None, own: BibFile | None, diagnostics: list[Diagnostic]) -> BibFile | None:
    if base is None or own is None:
        return base
    known = {entry.key.lower(): entry for entry in base.entries}
    for entry in own.entries:
        if (first := known.get(entry.key.lower())) is not None:
            message = f"The citation key {quote(entry.key)} is taken: the base has it."
            related = ((first.location, "The base's is here."),)
            hint = "Cite the base's, or give yours another key."
            diagnostics.append(Diagnostic(DUPLICATE_CITATION_KEY, entry.location, message, hint, related))
    added = tuple(entry for entry in own.entries if entry.key.lower() not in known)
    return BibFile((*base.entries, *added), base.broken_keys | own.broken_keys, base.source)


def _settings(base: Document | None, document: Document, clinic: Clinic) -> Document:
    """Have the settings name the clinic, its country and its skin tone; who wrote the base's pages stays said."""
    settings = base if base is not None else replace(document, data={}, spans={(): document.spans[()]})
    said: Mapping[str, tuple[str, ...]] = {"clinic": ("name",), "country": ("country",), "skin_tone": ("skin_tone",)}
    for field, at in said.items():
        if getattr(clinic, at[0]) is not None:
            settings = settings.with_value((field,), document, at)
    return settings
