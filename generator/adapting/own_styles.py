"""A clinic's own style sheet, held against what such a sheet may name and set, each fault with its line and column."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Final, TypeAlias

import tinycss2

from generator.adapting.allowed_styles import (
    AROUND,
    COLOUR_FUNCTIONS,
    FETCHING,
    LEAST,
    MAY_BE_NEGATIVE,
    PARTS,
    PASSING,
    PROPERTIES,
    STATES,
    UNITS,
    VARIABLES,
    WITHIN,
    why_not,
)
from generator.diagnostics import Code, Diagnostic, Location, Severity, quote
from generator.reading.source_file import SourceFile

STYLE_SYNTAX = Code("style-syntax", Severity.ERROR, "A clinic's own styles hold what no browser reads as CSS.")
STYLE_RULE = Code("style-rule", Severity.ERROR, "A clinic's own styles hold a rule that is not let through.")
STYLE_PART = Code("style-part", Severity.ERROR, "A clinic's own styles name a part of the page that is not theirs.")
STYLE_PROPERTY = Code("style-property", Severity.ERROR, "A clinic's own styles set what they may not set.")
STYLE_VALUE = Code("style-value", Severity.ERROR, "A clinic's own styles set something to a value that does harm.")
CODES: Final = (STYLE_SYNTAX, STYLE_RULE, STYLE_PART, STYLE_PROPERTY, STYLE_VALUE)

Node: TypeAlias = Any
"""A rule, a declaration or a token of tinycss2 1.5, which has no types."""

MOST_WIDTHS: Final = 4
"""Widths of screens that the styles may name: pages are looked at in a browser on either side of each."""

NARROWEST, WIDEST = 300, 3000
"""CSS pixels that a width may be: no screen of a reader is narrower, and few are wider."""

_DEEPEST: Final = 6
"""Brackets within brackets."""

_MOVES_NOTHING: Final = re.compile(r"color$|^text-(?:decoration|underline)")

_MEDIA_WORDS: Final = frozenset({"screen", "print", "and"})
_MEDIA_FEATURES: Final = frozenset({"min-width", "max-width"})
_PARTS_ARE: Final = f"Name one of these, or what stands in it: {', '.join(PARTS)}."
_PLAIN_MEDIA: Final = (
    f"Ask for print, screen, min-width or max-width from {NARROWEST}px to {WIDEST}px, and nothing else. "
    'The palettes are [data-md-color-scheme="default"] and "slate".'
)


def check_own_styles(source: SourceFile) -> tuple[Diagnostic, ...]:
    """Find what a clinic's style sheet may not name or set."""
    sheet = _Sheet(source.path)
    return tuple(sheet.rules(tinycss2.parse_stylesheet(source.text, skip_comments=True, skip_whitespace=True)))


def widths_named_in(source: SourceFile) -> frozenset[int]:
    """List the widths of screens, in whole CSS pixels, that the media queries of a sound style sheet name."""
    rules = tinycss2.parse_stylesheet(source.text)
    asked = (_asked_width(token) for rule in rules if rule.type == "at-rule" for token in rule.prelude)
    return frozenset(int(width) for width in asked if width is not None)


def places_of_rules(source: SourceFile) -> tuple[Location, ...]:
    """List where the rules of a style sheet stand, in the order in which a browser has them."""
    return tuple(_places(tinycss2.parse_stylesheet(source.text, skip_comments=True), source.path))


def _places(nodes: Sequence[Node], path: str) -> Iterator[Location]:
    for node in nodes:
        if node.type == "qualified-rule":
            yield Location(path, node.source_line, node.source_column)
        elif node.type == "at-rule" and node.lower_at_keyword == "media":
            yield from _places(tinycss2.parse_rule_list(node.content or (), skip_comments=True), path)


@dataclass(frozen=True)
class _Sheet:
    """The sheet that is looked at; `widths` fills with the widths of screens that it names."""

    path: str
    widths: set[float] = field(default_factory=set)

    def _fault(self, code: Code, node: Node, message: str, hint: str) -> Diagnostic:
        return Diagnostic(code, Location(self.path, node.source_line, node.source_column), message, hint)

    def _unreadable(self, node: Node) -> Diagnostic:
        hint = "Look for a missing or stray “{”, “}”, “:”, “;” or quotation mark."
        return self._fault(STYLE_SYNTAX, node, "This cannot be read as CSS.", hint)

    def rules(self, nodes: Sequence[Node], *, within_media: bool = False) -> Iterator[Diagnostic]:
        """Check the rules of the sheet, or those of a media query."""
        for node in nodes:
            if node.type == "error":
                yield self._unreadable(node)
            elif node.type == "qualified-rule":
                yield from self._selectors(node)
                has_state = any(token.type == "ident" and token.lower_value in PASSING for token in node.prelude)
                yield from self._block(node.content, has_state=has_state)
            elif node.lower_at_keyword != "media" or node.content is None or within_media:
                message = f"{quote('@' + node.at_keyword)} is not let through here."
                yield self._fault(STYLE_RULE, node, message, "Take it out. Only “@media” is, and not in another one.")
            else:
                yield from self._media(node)
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                yield from self.rules(inner, within_media=True)

    def _media(self, node: Node) -> Iterator[Diagnostic]:
        for token in _without_spaces(node.prelude):
            is_word = token.type == "ident" and token.lower_value in _MEDIA_WORDS
            width = _asked_width(token)
            if width is not None and NARROWEST <= width <= WIDEST:
                self.widths.add(width)
            elif not is_word:
                message = "This asks for something that not all pages can be looked at for."
                yield self._fault(STYLE_RULE, token, message, _PLAIN_MEDIA)
                return
        if len(self.widths) > MOST_WIDTHS:
            message = f"The styles name {len(self.widths)} widths of screens. They may name {MOST_WIDTHS}."
            yield self._fault(STYLE_RULE, node, message, "Use the same widths again.")

    def _selectors(self, rule: Node) -> Iterator[Diagnostic]:
        """Check the selectors of a rule; each is a line of steps from what stands around to what is meant."""
        selector: list[Node] = []
        for token in (*rule.prelude, None):
            if token is not None and not _is_sign(token, ","):
                selector.append(token)
                continue
            fault = self._fault_of_selector(selector, rule)
            if fault is not None:
                yield fault
                return
            selector = []

    def _fault_of_selector(self, tokens: Sequence[Node], rule: Node) -> Diagnostic | None:
        has_part = False
        for step in _steps(tokens):
            name, states = _split(step)
            unknown = next((state for state in states if state not in STATES), None)
            if unknown is not None:
                message = f"{quote(':' + unknown)} is not let through."
                return self._fault(STYLE_PART, step[0], message, f"These are: {', '.join(sorted(STATES))}.")
            if not (name in PARTS or name in (WITHIN if has_part else AROUND)):
                message = (
                    f"{quote(tinycss2.serialize(step))} is not a part of the page that a clinic's styles may name."
                )
                return self._fault(STYLE_PART, step[0], message, _PARTS_ARE)
            has_part = has_part or name in PARTS
        if not has_part:
            where = next(iter(_without_spaces(tokens)), rule)
            return self._fault(STYLE_PART, where, "No part of the page is named here.", _PARTS_ARE)
        return None

    def _block(self, content: Sequence[Node], *, has_state: bool) -> Iterator[Diagnostic]:
        for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
            if node.type == "error":
                yield self._unreadable(node)
            elif node.type == "declaration":
                found = next(self._faults_of(node, has_state=has_state), None)
                if found is not None:
                    yield found
            else:
                hint = "Write it by itself, with its whole selector."
                yield self._fault(STYLE_RULE, node, "This rule stands in another.", hint)

    def _faults_of(self, node: Node, *, has_state: bool) -> Iterator[Diagnostic]:
        """Find what is wrong with a declaration, of which only the first is told."""
        name = node.lower_name
        if name not in PROPERTIES:
            why = why_not(name)
            close = get_close_matches(name, PROPERTIES, 1, 0.85)
            free = "You can set spaces, borders, colours, and the size, weight and style of letters."
            hint = f"Did you mean {quote(close[0])}?" if close and not why else f"{why} {free}".strip()
            yield self._fault(STYLE_PROPERTY, node, f"{quote(node.name)} is not let through.", hint)
            return
        if has_state and not _MOVES_NOTHING.search(name):
            message = f"{quote(node.name)} is not let through under the pointer: things would move about."
            yield self._fault(STYLE_PROPERTY, node, message, "Set colours and lines there, and nothing else.")
            return
        if _is_deep(node.value):
            yield self._unreadable(node.value[0])
            return
        for token in _walk(node.value):
            yield from self._faults_of_token(name, token)
        for token in _walk(node.value, leave_out=COLOUR_FUNCTIONS):
            yield from self._faults_of_number(name, token)

    def _faults_of_token(self, name: str, token: Node) -> Iterator[Diagnostic]:
        if token.type == "error":
            yield self._unreadable(token)
        elif token.type == "url" or (token.type == "function" and token.lower_name in FETCHING):
            hint = "Take it out. Pictures belong in overlay/pictures/, the logo and fonts in clinic.yml."
            yield self._fault(STYLE_VALUE, token, "This fetches a file.", hint)
        elif token.type == "function" and token.lower_name == "var":
            written = tinycss2.serialize(token.arguments).strip()
            if written not in VARIABLES:
                message = f"{quote(written)} is not a colour that the styles may name."
                yield self._fault(STYLE_VALUE, token, message, f"These are: {', '.join(sorted(VARIABLES))}.")
        elif token.type == "function" and token.lower_name not in COLOUR_FUNCTIONS:
            message = f"“{token.name}()” is not let through: it can come out otherwise on another screen."
            yield self._fault(STYLE_VALUE, token, message, "Write the number itself.")
        elif token.type == "dimension" and token.lower_unit not in UNITS:
            message = f"The unit {quote(token.unit)} goes by the screen, or is none."
            yield self._fault(STYLE_VALUE, token, message, "Use rem, em, px or %.")
        elif token.type.endswith("block"):
            yield self._fault(STYLE_VALUE, token, "Brackets do not belong here.", "Write the value by itself.")
        elif token.type == "ident" and name == "color" and token.lower_value == "transparent":
            message = "Words in this colour cannot be seen."
            yield self._fault(STYLE_VALUE, token, message, "Use a colour that can be read.")

    def _faults_of_number(self, name: str, token: Node) -> Iterator[Diagnostic]:
        if token.type not in {"number", "dimension", "percentage"}:
            return
        unit = "%" if token.type == "percentage" else getattr(token, "lower_unit", "")
        written = quote(f"{token.representation}{unit}")
        least = LEAST.get(name, {}).get(unit)
        if token.value < 0 and name not in MAY_BE_NEGATIVE:
            message = f"{written} can move one thing over another."
            yield self._fault(STYLE_VALUE, token, message, "Use 0 or more.")
        elif least is not None and token.value < least:
            message = f"{written} is too small for {quote(name)}: nothing could be read."
            yield self._fault(STYLE_VALUE, token, message, f"Use {least:g}{unit} or more.")


def _asked_width(token: Node) -> float | None:
    """Give the width in px that a query in brackets asks for; None where it asks for anything else."""
    inner = _without_spaces(token.content) if token.type == "() block" else []
    if [one.type for one in inner] != ["ident", "literal", "dimension"]:
        return None
    feature, colon, width = inner
    is_plain = feature.lower_value in _MEDIA_FEATURES and colon.value == ":" and width.lower_unit == "px"
    return float(width.value) if is_plain else None


def _steps(tokens: Sequence[Node]) -> Iterator[list[Node]]:
    """Split a selector where a space or a “>” stands, into steps of at least one token."""
    step: list[Node] = []
    for token in tokens:
        if token.type == "whitespace" or _is_sign(token, ">"):
            if step:
                yield step
            step = []
        else:
            step.append(token)
    if step:
        yield step


def _split(step: Sequence[Node]) -> tuple[str, list[str]]:
    """Split a step into what it names and the states that it asks for."""
    at = next((place for place, token in enumerate(step) if _is_sign(token, ":")), len(step))
    states = tinycss2.serialize(step[at:]).lower()
    return tinycss2.serialize(step[:at]), states.split(":")[1:]


def _without_spaces(tokens: Sequence[Node]) -> list[Node]:
    return [token for token in tokens if token.type not in {"whitespace", "comment"}]


def _is_sign(token: Node, sign: str) -> bool:
    return bool(token.type == "literal" and token.value == sign)


def _inside(token: Node) -> Sequence[Node]:
    """List what stands in the brackets of a token; nothing where it has none."""
    inner = token.arguments if token.type == "function" else getattr(token, "content", None)
    return inner if isinstance(inner, list) else ()


def _is_deep(tokens: Sequence[Node]) -> bool:
    """Tell whether brackets stand deeper in brackets than anybody writes them."""
    for _ in range(_DEEPEST):
        tokens = [inner for token in tokens for inner in _inside(token)]
    return bool(tokens)


def _walk(tokens: Sequence[Node], leave_out: Collection[str] = ()) -> Iterator[Node]:
    """List tokens, and those in their brackets, but not in the functions of some names."""
    for token in tokens:
        yield token
        if not (token.type == "function" and token.lower_name in leave_out):
            yield from _walk(_inside(token), leave_out)
