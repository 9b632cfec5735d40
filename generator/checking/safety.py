"""Rules about safety: no step where a caution forbids it, no routine for whom one of its parts excludes."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from generator.checking.rule import Finding, Inspection, rule
from generator.checking.steps import steps_in_use
from generator.diagnostics import Location, Severity, quote
from generator.model import Record
from generator.model.fields import Action, RefersTo, ThingId
from generator.model.kinds.anatomy import Anatomy
from generator.model.kinds.caution import Caution, Level
from generator.model.kinds.condition import Condition
from generator.model.kinds.routine import Routine
from generator.model.markup import plain_words
from generator.model.page_texts import may_hold
from generator.model.practice import Practice, Treatment
from generator.model.reach import FORBIDDING
from generator.model.readability import split_sentences
from generator.model.thing import Thing
from generator.reading.yaml_data import Path

_PRESSES: Final = re.compile(
    r"\b(?:press|knead|rubb?|roll|push|squeez|digg?|tapp?|chopp?|massag|pinch|knuckl|work|strok|sweep|glid|slid|brush)"
    r"(?:es|e|s|ing)?\b",
    re.IGNORECASE,
)
_GOES_ELSEWHERE: Final = re.compile(
    r"\b(?:not|never|no|without|stop|stay|stays|keep|leave|lift|away|off|outside|around|round|beside|below|above|past|before"
    r"|beyond|between|either side|both sides|under|over|towards|up to|near|hand's width|finger's width)\b",
    re.IGNORECASE,
)
"""“Under” and “over”: a pillow goes under the knee, a towel over it."""

_MOVES: Final = (
    r"\b(?:rubb?|roll|knead|strok|sweep|glid|slid|brush)(?:es|e|s|ing)?(?: \w+){0,3} (?:over|across|along|into)"
)
_DENIES: Final = re.compile(r"\b(?:not|never|no|without|avoid|avoiding)\b", re.IGNORECASE)


@rule("cautioned-area", Severity.ERROR, "A step or technique works an area that a caution keeps off.")
def find_cautioned_areas(inspection: Inspection) -> Iterator[Finding]:
    """Hold every area that is worked against the absolute and local cautions that hold there."""
    for record, path, treatment, area in _worked_areas(inspection):
        caution = inspection.reach.forbidding(treatment, area)
        if caution is not None:
            yield Finding(
                record.document.locate(*path),
                f"{quote(area)} is worked here, but the caution {quote(caution.name)} forbids it.",
                "Name an area beside it, or leave this out.",
                ((_place_of(inspection, caution), "The caution is here."),),
            )


@rule("pressed-in-words", Severity.ERROR, "The words of a step press where a caution keeps off.")
def find_pressing_words(inspection: Inspection) -> Iterator[Finding]:
    """Look in steps and notes for a verb of pressing beside the name of a place that a caution keeps off.

    A sentence that also says stop, not, around, above or the like is let through: it tells where else to go. A hand
    that moves over the place is there all the same.
    """
    places = [
        name
        for _, caution in inspection.catalogue.of_kind(Caution)
        if caution.level in FORBIDDING and Action.MASSAGE in caution.applies_to.actions
        for area in caution.areas
        for part in [inspection.catalogue.find(area, Anatomy)]
        if part is not None
        for name in (part.name, *part.also, *([part.plain] if part.plain else []))
    ]
    if places:
        question = _pressing_on(tuple(places))
        for record, _ in inspection.catalogue.of_kind(Practice):
            yield from record.ask_once(question)


@lru_cache(maxsize=1)
def _pressing_on(places: tuple[str, ...]) -> Callable[[Record], tuple[Finding, ...]]:
    """Make what finds words that press on some places: one for the same places, so that a file is asked once."""
    named = rf"\b(?:{'|'.join(re.escape(name).replace(chr(92) + ' ', '[ -]') for name in places)})\b"
    kept_off = re.compile(named, re.IGNORECASE)
    moved_over = re.compile(rf"{_MOVES} (?:\w+ ){{0,2}}?{named}", re.IGNORECASE)
    in_names = {max(name.lower().split(), key=len, default="") for name in places}

    def find(record: Record) -> Iterator[Finding]:
        for text in record.texts:
            if text.path[0] not in {"steps", "phases", "do", "lighter", "position"}:
                continue
            if not may_hold(in_names, text.value.lower()) or not kept_off.search(text.value):
                continue
            for sentence in split_sentences(plain_words(text.value)):
                place = kept_off.search(sentence)
                is_told_off = _DENIES if moved_over.search(sentence) else _GOES_ELSEWHERE
                if place and _PRESSES.search(sentence) and not is_told_off.search(sentence):
                    yield Finding(
                        record.document.locate(*text.path),
                        f"This presses on {quote(place[0])}, where a caution keeps off.",
                        "Name a place beside it, or say to stay off it.",
                    )

    return lambda record: tuple(find(record))


@rule("excluded-condition", Severity.ERROR, "Something is offered for a condition that a caution excludes.")
def find_excluded_conditions(inspection: Inspection) -> Iterator[Finding]:
    """Hold what is offered for a condition against the absolute cautions about that condition."""
    for record, path, offered, condition in _offers(inspection):
        for caution in inspection.reach.cautions_reaching(offered):
            if caution.level is Level.ABSOLUTE and condition in caution.about:
                yield Finding(
                    record.document.locate(*path),
                    f"{quote(offered.id)} is offered for {quote(condition)}, "
                    f"but the caution {quote(caution.name)} excludes it.",
                    "Take the offer out.",
                    ((_place_of(inspection, caution), "The caution is here."),),
                )


@rule("circle-of-parents", Severity.ERROR, "A body part belongs to itself by way of its parents.")
def find_circles_of_parents(inspection: Inspection) -> Iterator[Finding]:
    """Refuse a circle in the tree of anatomy: cautions of a parent hold for all below it."""
    for record, part in inspection.catalogue.of_kind(Anatomy):
        above = inspection.reach.enclosing(part.id)
        last = inspection.catalogue.find(above[-1], Anatomy)
        if len(above) > 1 and last is not None and last.parent == part.id:
            names = " → ".join([*above, part.id])
            yield Finding(record.document.locate("parent"), f"The parents run in a circle: {names}.", "Break it here.")


def _worked_areas(inspection: Inspection) -> Iterator[tuple[Record, Path, Treatment, ThingId]]:
    for record, treatment in inspection.catalogue.of_kind(Treatment):
        for mention in record.mentions:
            if isinstance(mention.mark, RefersTo) and mention.mark.kinds == ("anatomy",):
                yield record, mention.path, treatment, mention.value
    for record, path, _, step, treatment in steps_in_use(inspection):
        yield record, (*path, "area"), treatment, step.area
        for end in ("start", "end"):
            area = getattr(step.stroke, end, None)
            if area is not None:
                yield record, (*path, "stroke", end), treatment, area


def _offers(inspection: Inspection) -> Iterator[tuple[Record, Path, Thing, ThingId]]:
    catalogue = inspection.catalogue
    for record, routine in catalogue.of_kind(Routine):
        for index, condition_id in enumerate(routine.offered_for):
            yield record, ("offered_for", index), routine, condition_id
    for record, condition in catalogue.of_kind(Condition):
        for index, help_ in enumerate(condition.may_help):
            offered = catalogue.find(help_.with_, Thing)
            if offered is not None:
                yield record, ("may_help", index, "with"), offered, condition.id
    for record, practice in catalogue.of_kind(Practice):
        for index, claim in enumerate(practice.claims):
            if claim.about is not None:
                yield record, ("claims", index, "about"), practice, claim.about


def _place_of(inspection: Inspection, caution: Caution) -> Location:
    return inspection.catalogue.records[caution.id].document.locate_key("level")
