"""Rules about the Markdown of guides and question pages."""

import re
from collections.abc import Iterator
from typing import Final

from generator.checking.rule import Finding, Inspection, rule
from generator.diagnostics import Severity, quote
from generator.model.fields import HoldsMarkup

_ADDRESS: Final = re.compile(r"\]\(\s*<?([^)\s>]*)|^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)", re.MULTILINE)
_ALLOWED: Final = re.compile(r"(?:https?://|mailto:|tel:|#)", re.IGNORECASE)


@rule("forbidden-address", Severity.ERROR, "A link in a guide leads neither to a web page, a mail address nor a phone.")
def find_forbidden_addresses(inspection: Inspection) -> Iterator[Finding]:
    """Let a guide's links lead to http, https, mailto and tel only: others could run, or break when pages move."""
    for record in inspection.catalogue.all_records():
        for mention in record.mentions:
            if not isinstance(mention.mark, HoldsMarkup) or not mention.mark.markdown:
                continue
            for match in _ADDRESS.finditer(mention.value):
                address = match[1] or match[2] or ""
                if not _ALLOWED.match(address):
                    offset = match.start(1) if match[1] is not None else match.start(2)
                    yield Finding(
                        record.document.locate_offset(mention.path, offset),
                        f"The address {quote(address)} is no web page, mail address or phone number.",
                        "Link a page of this site with [[id]], and others with https://.",
                    )
