"""Rules about the words of claims: none is surer than its evidence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.checking.rule import Finding, rule_of_each
from generator.diagnostics import Severity, quote
from generator.model import Record
from generator.model.fields import Certainty
from generator.model.readability import split_sentences
from generator.model.thing import Basis, Claim


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
HELD_BACK: Final = re.compile(
    r"\b(?:may|might|probably|whether|not|no|none|nobody|never|neither|nor|without|uncertain|unknown|few|too little"
    r"|hopes?|hoped|finds?|found|feels?|felt|likes?|says?|said|think|believe|custom|tested|stud(?:y|ies)|trials?|reviews?"
    r"|if|than|aims?|used|uses?|measured)\b",
    re.IGNORECASE,
)
"""Words that make a sentence about a benefit somebody's word, a study's or a question, and no promise."""


@rule_of_each("wording-of-certainty", Severity.ERROR, "The words of a claim do not fit its certainty.")
def find_wrong_wording(record: Record) -> Iterator[Finding]:
    """Hold the words of each claim against its certainty.

    High says it plainly, moderate “probably”, low “may”, very low “it is very uncertain whether” (after GRADE's
    informative statements: Santesso 2020, doi 10.1016/j.jclinepi.2019.10.014). The first sentence must say so, and no
    later one may claim the benefit without holding back.
    """
    for index, claim in enumerate(record.thing.claims if record.thing is not None else ()):
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
    bold = (verb for one in sentences if (verb := _BENEFIT.search(one)) and not HELD_BACK.search(one))
    found = next(bold, None)
    return found[0] if found else None
