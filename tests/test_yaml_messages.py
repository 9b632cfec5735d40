"""Slips in YAML are told in the author's words, on the right line, with a mend: never in the parser's own words."""

import pytest

from tests.conftest import WriteProject
from tests.projects import diagnostics_of, edited

BALL = "content/tools/ball.yml"
SUMMARY = "summary: A small soft ball."

SLIPS = {
    "colon in plain text": (SUMMARY, "summary: A ball: small.", 3),
    "colon at the end of plain text": (SUMMARY, "summary: A ball:", 3),
    "star begins text": (SUMMARY, "summary: *Soft* ball.", 3),
    "star and space begin text": (SUMMARY, "summary: * Soft ball.", 3),
    "ampersand begins text": (SUMMARY, "summary: & more.", 3),
    "greater-than begins text": (SUMMARY, "summary: >5 cm wide.", 3),
    "bar begins text": (SUMMARY, "summary: |5 cm| wide.", 3),
    "at sign begins text": (SUMMARY, "summary: @home.", 3),
    "backtick begins text": (SUMMARY, "summary: `Soft`.", 3),
    "per cent sign begins text": (SUMMARY, "summary: %5 softer.", 3),
    "exclamation mark begins text": (SUMMARY, "summary: !Stop at once.", 3),
    "question mark begins text": (SUMMARY, "summary: ? Soft: yes", 3),
    "bracket begins text": (SUMMARY, "summary: [Soft] ball.", 3),
    "brace begins text": (SUMMARY, "summary: {soft} ball.", 3),
    "apostrophe in single quotes": (SUMMARY, "summary: 'It's soft.'", 3),
    "words behind a quotation": (SUMMARY, 'summary: "Soft" ball.', 3),
    "backslash in double quotes": (SUMMARY, r'summary: "Soft \ ball \d."', 3),
    "list on the line of its field": ("steps:\n  - Roll it slowly.", "steps: - Roll it slowly.", 10),
    "list never closed": ("cautions: [stop-if-pain]", "cautions: [stop-if-pain", 7),
    "brace never closed": ("cautions: [stop-if-pain]", "cautions: {stop-if-pain", 7),
    "field without colon": ("part: foot", "part foot", 7),
    "field without space after the colon": ("part: foot", "part:foot", 7),
    "field too far in": ("part: foot", "   part: foot", 6),
    "item too far out": ("  - Roll it slowly.", "  - Roll it slowly.\n - Stop.", 12),
    "item too far in": ("  - Roll it slowly.", "  - Roll it slowly.\n    - Stop: now", 12),
    "text after a list": ("  - Roll it slowly.", "  - Roll it slowly.\nStop.", 13),
}

PARSER_WORDS = ("YAML cannot read", "did not find", "expected <", "found ", "not allowed in this context", "token")


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_told_on_its_line_in_plain_words(project: WriteProject, slip: tuple[str, str, int]) -> None:
    old, new, line = slip
    (fault, *rest) = diagnostics_of(project(edited({BALL: {old: new}})))
    assert rest == []
    assert (fault.location.path, fault.location.line) == (BALL, line)
    assert not any(words in fault.message for words in PARSER_WORDS), fault.message
    assert fault.hint
    assert fault.hint != "Compare it with a file that works."


def test_a_quotation_that_is_never_closed_is_told_where_it_was_opened(project: WriteProject) -> None:
    (fault,) = diagnostics_of(project(edited({BALL: {SUMMARY: 'summary: "A small soft ball.'}})))
    places = [str(fault.location), *(str(place) for place, _ in fault.related)]
    assert f"{BALL}:3:10" in places
