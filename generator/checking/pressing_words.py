"""Rules about what the words of steps press on, and how firmly: fields say both, and words must not say more."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from generator.checking.rule import Finding, Inspection, rule, rule_of_each
from generator.diagnostics import Severity, quote
from generator.model import Record
from generator.model.fields import Action
from generator.model.kinds.anatomy import Anatomy
from generator.model.kinds.caution import Caution
from generator.model.kinds.technique import Pressure, Technique
from generator.model.markup import plain_words
from generator.model.page_texts import may_hold
from generator.model.practice import Practice
from generator.model.reach import FORBIDDING
from generator.model.readability import split_sentences

_ENDING: Final = "(?:es|e|s|ing)?"
_PRESSES: Final = re.compile(
    r"\b(?:press|knead|rubb?|roll|push|squeez|digg?|tapp?|chopp?|massag|pinch|knuckl|work|strok|sweep|glid|slid|brush)"
    rf"{_ENDING}\b",
    re.IGNORECASE,
)
_GOES_ELSEWHERE: Final = re.compile(
    r"\b(?:not|never|no|without|stop|stay|stays|keep|leave|lift|away|off|outside|around|round|beside|below|above|past|before"
    r"|beyond|between|either side|both sides|under|over|towards|up to|near|hand's width|finger's width)\b",
    re.IGNORECASE,
)
"""“Under” and “over”: a pillow goes under the knee, a towel over it."""

_MOVES: Final = (
    rf"\b(?:rubb?|roll|knead|strok|sweep|glid|slid|brush){_ENDING}(?: \w+){{0,3}} (?:over|across|along|into)"
)
_KEEPS_OFF: Final = re.compile(r"\b(?:not|never|no|without|avoid|avoiding)\b", re.IGNORECASE)

_FIRM: Final = ("firmly", "hard", "strongly", "deeply")
_PRESSES_FIRMLY: Final = re.compile(
    rf"\b(?:press|knead|rubb?|roll|push|squeez|digg?|strok|sweep|glid|slid|lean|sink){_ENDING}\b"
    rf"[^.;:]*?\b({'|'.join(_FIRM)})\b",
    re.IGNORECASE,
)
_GOES_GENTLY: Final = re.compile(r"\b(?:not|never|no|without|less|too|than)\b", re.IGNORECASE)


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
                is_told_off = _KEEPS_OFF if moved_over.search(sentence) else _GOES_ELSEWHERE
                if place and _PRESSES.search(sentence) and not is_told_off.search(sentence):
                    yield Finding(
                        record.document.locate(*text.path),
                        f"This presses on {quote(place[0])}, where a caution keeps off.",
                        "Name a place beside it, or say to stay off it.",
                    )

    return lambda record: tuple(find(record))


@rule_of_each("firm-in-words", Severity.ERROR, "The words of a step press firmly, and the technique says less.")
def find_firm_words(record: Record) -> Iterator[Finding]:
    """Hold the words of steps against the pressure of their technique: a bone is kept from firm hands by that alone."""
    technique = record.thing
    if not isinstance(technique, Technique) or technique.pressure is Pressure.FIRM:
        return
    for text in record.texts:
        if text.path[0] != "steps" or not may_hold(_FIRM, text.value.lower()):
            continue
        for sentence in split_sentences(plain_words(text.value)):
            found = _PRESSES_FIRMLY.search(sentence)
            if found and not _GOES_GENTLY.search(sentence):
                yield Finding(
                    record.document.locate(*text.path),
                    f"This says {quote(found[1])}, and the pressure of {quote(technique.name)} is "
                    f"{technique.pressure.value}.",
                    "Say it more gently, or write pressure: firm, which no bone, joint, nerve or vessel may have.",
                )
