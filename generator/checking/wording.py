"""Rules about the words of claims: none is surer than the evidence, and nothing is promised anywhere else either."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.checking.names import names_of
from generator.checking.rule import Finding, Inspection, rule
from generator.diagnostics import Severity, quote
from generator.model.fields import Certainty
from generator.model.kinds.belief import Belief
from generator.model.kinds.country import Country
from generator.model.kinds.study import Study
from generator.model.readability import split_sentences
from generator.model.thing import Basis, Claim, Thing


@dataclass(frozen=True)
class _Wording:
    """How a claim of some certainty is worded: what it must say in its first sentence, and what it must not say."""

    advice: str
    wanted: re.Pattern[str] | None
    refused: re.Pattern[str] | None


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_WORDINGS: Final = {
    Certainty.HIGH: _Wording(
        "“reduces” or “eases”, without “may” or “probably”", None, _words("may|might|could|probably|perhaps|uncertain")
    ),
    Certainty.MODERATE: _Wording("“probably”", _words("probably"), None),
    Certainty.LOW: _Wording("“may”", _words("may"), _words("probably")),
    Certainty.VERY_LOW: _Wording(
        "“it is very uncertain whether”", _words("very uncertain whether"), _words("probably")
    ),
}
_BENEFIT: Final = re.compile(
    r"\b(?:reduces?|eases?|improves?|relieves?|helps?|lowers?|lessens?|loosens?|prevents?|soothes?|calms?|heals?"
    r"|speeds?|works?)\b",
    re.IGNORECASE,
)
_HELD_BACK: Final = re.compile(
    r"\b(?:may|might|probably|whether|not|no|none|nobody|never|neither|nor|without|uncertain|unknown|few|too little"
    r"|hopes?|hoped|finds?|found|feels?|felt|likes?|says?|said|think|believe|custom|tested|stud(?:y|ies)|trials?|reviews?"
    r"|if|than|aims?|used|uses?|measured)\b",
    re.IGNORECASE,
)
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
_WAYS_TO_CALL: Final = ("call ", "ring ", "dial ", "phone ", "text ")
_THREE_DIGITS: Final = re.compile(r"(?<!\w)\d{3}(?!\w)")
_NUMBER_TO_CALL: Final = re.compile(
    r"\b(?:call|ring|dial|phone|text) [^.\n]{0,40}?(?<![\w.])(\d{3})(?![\w]|\.\d)", re.IGNORECASE
)


@rule("wording-of-certainty", Severity.ERROR, "The words of a claim do not fit its certainty.")
def find_wrong_wording(inspection: Inspection) -> Iterator[Finding]:
    """Hold the words of each claim against its certainty.

    High says it plainly, moderate “probably”, low “may”, very low “it is very uncertain whether” (after GRADE's
    informative statements: Santesso 2020, doi 10.1016/j.jclinepi.2019.10.014). The first sentence must say so, and no
    later one may claim the benefit without holding back.
    """
    for record, thing in inspection.catalogue.of_kind(Thing):
        for index, claim in enumerate(thing.claims):
            fault = _wrong_words(claim)
            if fault is not None:
                message, hint = fault
                yield Finding(record.document.locate("claims", index, "says"), message, hint)


def _wrong_words(claim: Claim) -> tuple[str, str] | None:
    sentences = split_sentences(claim.says)
    if claim.basis is Basis.PRACTICE:
        verb = _plain_benefit(sentences)
        message = f"This claim is only practice, but says {quote(verb or '')} as if somebody had shown it."
        hint = "Say who finds or hopes it, such as “Many people find that …”, or that nobody tested it."
        return (message, hint) if verb else None
    if claim.certainty is None:
        return None
    wording, level = _WORDINGS[claim.certainty], claim.certainty.label.lower()
    place = " in its first sentence" if wording.wanted else ""
    hint = f"Write {wording.advice}{place}."
    refused = wording.refused.search(claim.says) if wording.refused else None
    if refused:
        return f"This claim has {level} certainty, but says {quote(refused[0])}.", hint
    if wording.wanted is None:
        return None
    if not wording.wanted.search(sentences[0]):
        return f"This claim has {level} certainty, but does not say {wording.advice}.", hint
    verb = _plain_benefit(sentences[1:])
    message = f"This claim has {level} certainty, but later says {quote(verb or '')} without {wording.advice}."
    return (message, hint) if verb else None


def _plain_benefit(sentences: list[str]) -> str | None:
    """Find the verb of a benefit in a sentence that nothing holds back."""
    bold = (verb for one in sentences if (verb := _BENEFIT.search(one)) and not _HELD_BACK.search(one))
    found = next(bold, None)
    return found[0] if found else None


@rule("promise", Severity.ERROR, "A text promises what no evidence bears out.")
def find_promises(inspection: Inspection) -> Iterator[Finding]:
    """Refuse the words of common beliefs (cure, toxins, breaking up scar tissue) outside the pages about beliefs.

    A sentence that denies such words before it uses them is let through: “Massage does not cure arthritis.”
    """
    for record in inspection.catalogue.all_records():
        if record.model is Belief:
            continue
        for text in record.texts if _may_hold(_STEMS, record.small_letters) else ():
            if not _may_hold(_STEMS, text.value.lower()):
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


@rule("benefit-outside-claims", Severity.ERROR, "A text says what something does for the reader, and is no claim.")
def find_bare_benefits(inspection: Inspection) -> Iterator[Finding]:
    """Refuse a plain benefit outside `claims`, where it would have neither a source nor a certainty.

    Studies tell what they measured, and beliefs what people say; both are let through.
    """
    for record in inspection.catalogue.all_records():
        if record.model in {Belief, Study} or not _may_hold(_BENEFIT_VERBS, record.small_letters):
            continue
        for text in record.texts:
            if text.path[0] == "claims" or not _may_hold(_BENEFIT_VERBS, text.value.lower()):
                continue
            for sentence in split_sentences(text.value):
                verb = _BARE_BENEFIT.search(sentence)
                if verb and not _HELD_BACK.search(sentence) and not _ADVICE.search(sentence):
                    yield Finding(
                        record.document.locate(*text.path),
                        f"{quote(' '.join(verb[0].split()))} is a benefit without its evidence.",
                        "Move it to claims, with its sources and certainty, or say that some people find it so.",
                    )


@rule("number-in-text", Severity.ERROR, "A text tells an emergency number, which is another one in another country.")
def find_numbers_to_call(inspection: Inspection) -> Iterator[Finding]:
    """Keep numbers to call out of texts: the country of settings.yml puts the right ones into every care card."""
    for record in inspection.catalogue.all_records():
        if record.model is Country or not _may_hold(_WAYS_TO_CALL, record.small_letters):
            continue
        for text in record.texts:
            if not _THREE_DIGITS.search(text.value):
                continue
            for place, match in enumerate(_NUMBER_TO_CALL.finditer(text.value)):
                yield Finding(
                    record.document.locate_match(text.path, _NUMBER_TO_CALL, place),
                    f"The number {quote(match[1])} is not the same in every country.",
                    "Write “call an ambulance”. The pages add the number of the country that settings.yml names.",
                )


def _may_hold(words: tuple[str, ...], small_letters: str) -> bool:
    return any(word in small_letters for word in words)


def _is_markup(text: str, at: int) -> bool:
    """Tell whether a place lies in the id of a link or in a citation, which no reader sees."""
    opened = max(text.rfind("[[", 0, at), text.rfind("[@", 0, at))
    return opened >= 0 and not re.search(r"[|\]]", text[opened:at])


def _is_denied(text: str, at: int) -> bool:
    before = split_sentences(text[:at])
    return bool(before) and not re.search(r"[.!?]\s*$", text[:at]) and bool(_REFUSED.search(before[-1]))
