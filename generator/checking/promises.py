"""Rules about what no text may promise: neither the words of common beliefs, nor a benefit that is no claim."""

import re
from collections.abc import Iterator
from typing import Final

from generator.checking.names import names_of
from generator.checking.rule import Finding, rule_of_each
from generator.checking.wording import HELD_BACK
from generator.diagnostics import Severity, quote
from generator.model import Record
from generator.model.kinds.belief import Belief
from generator.model.kinds.study import Study
from generator.model.page_texts import may_hold
from generator.model.readability import split_sentences

_BARE_BENEFIT: Final = re.compile(
    r"\b(?:reduces|eases|improves|relieves|lowers|lessens|prevents|soothes|heals|takes\s+away|gets\s+rid\s+of)\s+"
    r"(?:\w+\s+){0,3}?(?:pain|ache|aches|swelling|stiffness|soreness|cramps?|tension|inflammation|stress|anxiety|sleep"
    r"|movement)\b",
    re.IGNORECASE,
)
_BENEFIT_VERBS: Final = (
    *("reduces", "eases", "improves", "relieves", "lowers", "lessens", "prevents", "soothes", "heals"),
    *("takes", "gets"),
)
"""One of these is in every bare benefit: quicker to look for than the whole."""

_ADVICE: Final = re.compile(r"\b(?:until|when|once|which|what|sign)\b", re.IGNORECASE)
_PROMISE: Final = re.compile(
    r"\b(?:cur(?:es?|ed|ing)|heals|miracle|guarantee[ds]?|proven|detox\w*|toxins?|lactic\s+acid|adhesions"
    r"|break(?:s|ing)?\s+(?:up|down)\s+(?:scar|adhesion|knot|tissue)\w*|rebuilds?|realign\w*"
    r"|(?:increas|improv|boost|rais|better)(?:es?|ing|s)?\s+(?:the\s+|your\s+)?(?:blood\s+flow|circulation|blood\s+supply)"
    r"|flush(?:es|ing)?\s+out|melts?\s+(?:away|fat))\b",
    re.IGNORECASE,
)
_STEMS: Final = (
    *("cure", "curing", "heals", "miracle", "guarant", "proven", "detox", "toxin", "lactic", "adhesion", "rebuild"),
    *("break", "realign", "flow", "supply", "circulation", "flush", "melt"),
)
"""One of these is in every promise: a text without them need not be searched."""

_INSTEAD_OF_A_PROMISE: Final = (
    "Say what a study measured, or that it does not, or leave it out. Pages in beliefs/ may name it."
)
_REFUSED: Final = re.compile(
    r"\b(?:not|no|none|nobody|never|neither|nor|without|cannot|whether|uncertain|instead\s+of|myths?|belief|beliefs)\b",
    re.IGNORECASE,
)


@rule_of_each("promise", Severity.ERROR, "A text promises what no evidence bears out.")
def find_promises(record: Record) -> Iterator[Finding]:
    """Refuse the words of common beliefs (cure, toxins, breaking up scar tissue) outside the pages about beliefs.

    A sentence that denies such words before it uses them is let through: “Massage does not cure arthritis.”
    """
    if record.model is Belief:
        return
    for text in record.texts if may_hold(_STEMS, record.small_letters) else ():
        if not may_hold(_STEMS, text.value.lower()):
            continue
        for place, match in enumerate(_PROMISE.finditer(text.value)):
            if _is_markup(text.value, match.start()) or _is_denied(text.value, match.start()):
                continue
            yield Finding(
                record.document.locate_match(text.path, _PROMISE, place),
                f"{quote(' '.join(match[0].split()))} promises more than anybody has shown.",
                _INSTEAD_OF_A_PROMISE,
            )
    for path, name in names_of(record):
        promise = _PROMISE.search(name)
        if promise is not None:
            message = f"{quote(promise[0])} promises more than anybody has shown."
            yield Finding(record.document.locate(*path), message, _INSTEAD_OF_A_PROMISE)


@rule_of_each(
    "benefit-outside-claims", Severity.ERROR, "A text says what something does for the reader, and is no claim."
)
def find_bare_benefits(record: Record) -> Iterator[Finding]:
    """Refuse a plain benefit outside `claims`, where it would have neither a source nor a certainty.

    Studies tell what they measured, and beliefs what people say; both are let through.
    """
    if record.model in {Belief, Study} or not may_hold(_BENEFIT_VERBS, record.small_letters):
        return
    for text in record.texts:
        if text.path[0] == "claims" or not may_hold(_BENEFIT_VERBS, text.value.lower()):
            continue
        for sentence in split_sentences(text.value):
            verb = _BARE_BENEFIT.search(sentence)
            if verb and not HELD_BACK.search(sentence) and not _ADVICE.search(sentence):
                yield Finding(
                    record.document.locate(*text.path),
                    f"{quote(' '.join(verb[0].split()))} is a benefit without its evidence.",
                    "Move it to claims, with its sources and certainty, or say that some people find it so.",
                )


def _is_markup(text: str, at: int) -> bool:
    """Tell whether a place lies in the id of a link or in a citation, which no reader sees."""
    opened = max(text.rfind("[[", 0, at), text.rfind("[@", 0, at))
    return opened >= 0 and not re.search(r"[|\]]", text[opened:at])


def _is_denied(text: str, at: int) -> bool:
    before = split_sentences(text[:at])
    return bool(before) and not re.search(r"[.!?]\s*$", text[:at]) and bool(_REFUSED.search(before[-1]))
