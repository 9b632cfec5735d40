"""Scripts and styles that stand in a page itself, which a Content-Security-Policy stops unless it names their hash."""

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from lxml import etree

Directive = Literal["script-src", "style-src", "style-src-attr"]
"""What of a policy rules a piece of code: a script, a style sheet, or the style attribute of one element."""

_ELEMENT: Final = re.compile(
    rb"<(script|style)\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>(.*?)</\1\b", re.DOTALL | re.IGNORECASE
)
_ATTRIBUTE: Final = re.compile(rb"([^\s=/\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+)))?")

_RUN: Final = frozenset(
    {
        *("", "module", "importmap", "speculationrules"),
        *("application/ecmascript", "application/javascript", "application/x-ecmascript", "application/x-javascript"),
        *("text/ecmascript", "text/javascript", "text/javascript1.0", "text/javascript1.1", "text/javascript1.2"),
        *("text/javascript1.3", "text/javascript1.4", "text/javascript1.5", "text/jscript", "text/livescript"),
        *("text/x-ecmascript", "text/x-javascript"),
    }
)
"""The types of scripts that a policy is asked about; all else, such as JSON-LD, is a data block (WHATWG HTML, section
4.12.1.1, “prepare the script element”; WHATWG MIME Sniffing, section 4.6)."""


@dataclass(frozen=True)
class InlineCode:
    """A script or style in a page itself: what of a policy rules it, and its text."""

    directive: Directive
    text: str

    @property
    def source(self) -> str:
        """The hash by which a policy allows it: of its text in UTF-8 (W3C CSP 3, sections 2.3.1 and 6.7.3.3)."""
        digest = hashlib.sha256(self.text.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"


def inline_code_of(page: bytes) -> Iterator[InlineCode]:
    """Find the scripts that run and the style sheets in a page of HTML; what lies in a file of its own is none."""
    for name, attributes, text in _ELEMENT.findall(page):
        if name.lower() == b"style":
            yield InlineCode("style-src", _text_of(text))
            continue
        told = {key.lower(): one or other or bare for key, one, other, bare in _ATTRIBUTE.findall(attributes)}
        if b"src" not in told and told.get(b"type", b"").strip().lower().decode(errors="replace") in _RUN:
            yield InlineCode("script-src", _text_of(text))


def styles_of_picture(picture: bytes) -> Iterator[InlineCode]:
    """Find the style sheets in an SVG: shown by itself, it is a page too, and its host sends the policy with it."""
    if b"<style" in picture:
        for element in etree.fromstring(picture).iter("{*}style"):
            yield InlineCode("style-src", "".join(element.itertext()))


def _text_of(raw: bytes) -> str:
    """Decode as a browser does, which knows one sort of line end (WHATWG HTML, section 13.2.3.5)."""
    return raw.decode(errors="replace").replace("\r\n", "\n").replace("\r", "\n")
