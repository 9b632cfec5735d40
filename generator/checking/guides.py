"""Rules about the Markdown of guides and question pages."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from generator.checking.rule import Finding, Inspection, rule
from generator.diagnostics import Severity, quote

_ADDRESS: Final = re.compile(
    r"(?<!\]\])(?<=\])\(\s*<?([^)\s>]*)"  # [words](address), but not behind [[id]]
    r"|^[ >\d.*+-]*\[[^\[\]@][^\[\]]{0,200}\]:\s*<?([^\s>]+)",  # [words]: address, also in a list or quotation
    re.MULTILINE,
)
_HTML: Final = re.compile(r"<(?!https?://[^>\s\"']+>)[A-Za-z/!?][\w-]*")
_PICTURE: Final = re.compile(r"!\[(?!\[)[^\[\]]{0,200}\]\s*[(\[]")
_ALLOWED: Final = re.compile(r"(?:https?://|mailto:|tel:|#)", re.IGNORECASE)


@rule("forbidden-address", Severity.ERROR, "A link in a guide leads neither to a web page, a mail address nor a phone.")
def find_forbidden_addresses(inspection: Inspection) -> Iterator[Finding]:
    """Let a guide's links lead to http, https, mailto and tel only: others could run, or break when pages move."""
    for record in inspection.catalogue.all_records():
        for mention in record.texts:
            if not mention.markdown:
                continue
            for match in _ADDRESS.finditer(mention.value):
                address = match[1] or match[2] or ""
                if not _leads_somewhere(address):
                    offset = match.start(1) if match[1] is not None else match.start(2)
                    yield Finding(
                        record.document.locate_offset(mention.path, offset),
                        f"The address {quote(address)} is no web page, mail address or phone number.",
                        "Link a page of this site with [[id]], and others with https://.",
                    )


@rule("html-in-guide", Severity.ERROR, "A guide holds a sign that would begin HTML.")
def find_html_in_guides(inspection: Inspection) -> Iterator[Finding]:
    """Refuse HTML, also in code: engines differ in what they take for code, so none of it can be let through."""
    for record in inspection.catalogue.all_records():
        for mention in record.texts:
            if mention.markdown:
                for match in _HTML.finditer(mention.value):
                    yield Finding(
                        record.document.locate_offset(mention.path, match.start()),
                        f"{quote(match[0])} would begin HTML, which does not work in a guide.",
                        "Write it in words, or put a space behind the <.",
                    )


@rule("picture-in-guide", Severity.ERROR, "A guide holds a picture.")
def find_pictures_in_guides(inspection: Inspection) -> Iterator[Finding]:
    """Refuse pictures: those of other hosts would be fetched there, and our own are drawn from data."""
    for record in inspection.catalogue.all_records():
        for mention in record.texts:
            if mention.markdown:
                for match in _PICTURE.finditer(mention.value):
                    where = record.document.locate_offset(mention.path, match.start())
                    yield Finding(where, "A guide cannot hold a picture.", "Take it out, or link it without the “!”.")


def _leads_somewhere(address: str) -> bool:
    try:
        urlsplit(address)
    except ValueError:
        return False
    return _ALLOWED.match(address) is not None
