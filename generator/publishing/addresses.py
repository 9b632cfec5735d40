"""Addresses that were ever published: each still leads somewhere, for paper and other sites' links live long."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from generator.diagnostics import Code, Diagnostic, Severity, quote
from generator.linking.address import Address
from generator.model import Catalogue
from generator.reading.project import ADDRESSES_FILE
from generator.reading.source_file import SourceFile
from generator.rendering import OutputFile

LOST_ADDRESS = Code("lost-address", Severity.ERROR, "A page that was published is gone, and nothing leads on from it.")
MOVED_NOWHERE = Code("moved-nowhere", Severity.ERROR, "A page is said to have moved to an address that has no page.")
MOVED_AND_THERE = Code("moved-and-there", Severity.ERROR, "A page is said to have moved, and is still there.")
CODES: Final = (LOST_ADDRESS, MOVED_NOWHERE, MOVED_AND_THERE)

_PASSING: Final = ("/all/", "/page-", "a-z/", "handbook/")
"""In addresses of lists that come and go with their lengths, and of pages for contributors: nobody prints them."""


def list_addresses(files: Iterable[OutputFile]) -> tuple[str, ...]:
    """List the addresses of a site's pages that must not be lost, from its root, without slashes at their ends."""
    return choose_lasting(Address(file.path).url for file in files if file.path.endswith(".md"))


def choose_lasting(urls: Iterable[str]) -> tuple[str, ...]:
    """Choose the addresses that must not be lost, and write them without slashes at their ends, in order."""
    lasting = {url for url in urls if url and not any(part in url for part in _PASSING)}
    return tuple(sorted(url.rstrip("/") for url in lasting))


def lists_of_addresses(catalogue: Catalogue) -> tuple[SourceFile, ...]:
    """List the files that tell which addresses were ever published: the base's, and a clinic's."""
    found = (catalogue.addresses, catalogue.clinics_addresses)
    return tuple(source for source in found if source is not None)


def keep_addresses(folder: Path, added: Iterable[str]) -> int:
    """Add addresses to the list in a folder, which stays in order, and give the number of the new ones."""
    path = folder / ADDRESSES_FILE
    kept = set(path.read_text(encoding="utf-8").split()) if path.exists() else set()
    new = set(added) - kept
    path.write_text("".join(f"{address}\n" for address in sorted(kept | new)), encoding="utf-8")
    return len(new)


def check_addresses(catalogue: Catalogue, files: Iterable[OutputFile]) -> Iterator[Diagnostic]:
    """Hold the pages that were made against those that were ever published, and where some are said to have moved."""
    files = tuple(files)
    pages = set(list_addresses(files))
    led_on = {file.path.removesuffix("/index.html") for file in files if file.path.endswith("/index.html")}
    for document in catalogue.moved:
        for old, new in document.data.items():
            if old in pages:
                message = f"The page {quote(old)} is still there."
                yield Diagnostic(MOVED_AND_THERE, document.locate_key(old), message, "Take this line out.")
            elif new not in pages:
                close = get_close_matches(str(new), pages, 1, 0.6)
                hint = f"Did you mean {quote(close[0])}?" if close else "Write its address without the site before it."
                yield Diagnostic(MOVED_NOWHERE, document.locate(old), f"There is no page {quote(new)}.", hint)
    for source in lists_of_addresses(catalogue):
        for number, line in enumerate(source.text.splitlines(), 1):
            address = line.strip().strip("/")
            if address and address not in pages and address not in led_on:
                hint = f"Say in moved.yml where it went: {quote(address + ': <the new address>')}."
                message = f"The page {quote(address)} was published, and is not there any more."
                yield Diagnostic(LOST_ADDRESS, source.locate_line(number), message, hint)
