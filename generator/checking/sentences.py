"""Rules about single sentences, of which YAML or a slip makes another one than their author meant."""

import re
from collections.abc import Iterator
from typing import Final

from generator.checking.rule import Finding, rule_of_each
from generator.diagnostics import Severity, quote
from generator.model import Record
from generator.model.kinds.caution import Caution
from generator.model.practice import Practice

_ENDED: Final = re.compile(r"[.!?][)”’\"']?\s*$")
_REFUSAL: Final = re.compile(r"(?:do\s+not|don['’]t|never)\b\s*", re.IGNORECASE)


@rule_of_each("split-sentence", Severity.ERROR, "A comma ended a sentence of a list too early.")
def find_split_sentences(record: Record) -> Iterator[Finding]:
    """Look in lists between [ ] for sentences without an end: “press hard, unless you …” would become two orders."""
    for text in record.texts:
        *path, place = text.path
        list_path = tuple(path)
        span = record.document.spans.get(list_path)
        if not isinstance(place, int) or span is None or (*path, place + 1) not in record.document.spans:
            continue
        source = span.source or record.document.source
        if source.text[span.start : span.start + 1] == "[" and not _ENDED.search(text.value):
            yield Finding(
                record.document.locate(*text.path),
                f"{quote(text.value)} ends at a comma: in [ ], each comma ends a sentence.",
                "Write each sentence on its own line, after “- ”.",
            )


@rule_of_each("refused-twice", Severity.ERROR, "An item under “Do not” says “do not” once more.")
def find_double_refusals(record: Record) -> Iterator[Finding]:
    """Look for “do not” at the start of what stands under “Do not”: two of them could be read as none."""
    practice = record.thing
    if not isinstance(practice, Practice):
        return
    for place, item in enumerate(practice.do_not):
        refusal = _REFUSAL.match(item)
        if refusal is not None:
            where = record.document.locate("do_not", place)
            message = f"{quote(item)} stands under “Do not” already."
            yield Finding(where, message, f"Write only: {quote(item[refusal.end() :])}")


@rule_of_each("no-question", Severity.ERROR, "The question of a caution is no question, so nobody can answer yes.")
def find_missing_question_marks(record: Record) -> Iterator[Finding]:
    """Ask for the sign that makes a question of a sentence: the check list before a session is answered yes or no."""
    caution = record.thing
    if isinstance(caution, Caution) and not caution.question.rstrip().endswith("?"):
        yield Finding(
            record.document.locate("question"),
            f"{quote(caution.question)} is not a question.",
            "Ask what a reader can answer yes to, such as “Is your skin broken there?”",
        )
