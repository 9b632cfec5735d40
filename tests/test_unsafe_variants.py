"""Real files made unsafe, one way each: every one of them is refused, at the line where it went wrong."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import pytest
import yaml

from generator.checking import check
from generator.diagnostics import Diagnostic, Severity
from generator.model import Catalogue, build_catalogue
from generator.reading import Content, read_content
from generator.reading.documents import parse_markdown_document, parse_yaml_document
from generator.reading.source_file import SourceFile
from tests.shown_pages import ROOT

FILE: Final = Path(__file__).with_name("unsafe_variants.yml")
VARIANTS: Final[list[dict[str, str]]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
FEWEST: Final = 40
LATER: Final = date(2027, 1, 1)
"""A day on which no review of the real content lies in the future."""


@cache
def real_content() -> Content:
    content, faults = read_content(ROOT)
    assert faults == ()
    return content


@cache
def real_catalogue() -> Catalogue:
    """Build the real things once; of each variant all but the one file are taken over, as a preview does."""
    catalogue, faults = build_catalogue(real_content())
    assert faults == ()
    return catalogue


def replaced(text: str, variant: Mapping[str, str]) -> str:
    """Make the text of a file unsafe."""
    lines = text.splitlines()
    start = 0
    if "after" in variant:
        start = next(n for n, line in enumerate(lines) if line.strip().startswith(variant["after"]))
    at = next(n for n in range(start, len(lines)) if lines[n].strip().startswith(variant["line"]))
    indent = re.match(r" *", lines[at])
    assert indent is not None
    lines[at : end_of(lines, at) if variant.get("cut") else at + 1] = [
        indent[0] + line for line in variant["becomes"].splitlines()
    ]
    for name in ("drop", "drop-too"):
        if name in variant:
            del lines[next(n for n in places(lines, variant[name], at) if lines[n].strip() not in variant["becomes"])]
    return "\n".join(lines) + "\n"


def places(lines: list[str], start: str, near: int) -> Iterator[int]:
    """List the lines that begin so, the nearest first."""
    found = [n for n, line in enumerate(lines) if line.strip().startswith(start)]
    yield from sorted(found, key=lambda n: abs(n - near))


def end_of(lines: list[str], at: int) -> int:
    """Find where a field ends that begins on a line: at the next one of its depth."""
    return next(n for n in range(at + 1, len(lines)) if lines[n] and not lines[n].startswith((" ", "-")))


def diagnostics_with(path: str, text: str) -> tuple[Diagnostic, ...]:
    """Check the real content with one file in other words."""
    content = real_content()
    parse = parse_markdown_document if path.endswith(".md") else parse_yaml_document
    document, unread = parse(SourceFile(path, text))
    assert document is not None, unread
    documents = tuple(document if one.path == path else one for one in content.documents)
    changed = Content(documents, content.broken_ids, content.bibliography, content.handbook, content.settings)
    catalogue, unfit = build_catalogue(changed, base=real_catalogue())
    return (*unread, *unfit, *check(catalogue, LATER))


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant["why"])
def test_it_is_refused_where_it_went_wrong(variant: dict[str, str]) -> None:
    path = f"content/{variant['file']}"
    source = next(one.source for one in real_content().documents if one.path == path)
    text = replaced(source.text, variant)
    wanted = variant.get("at") or variant["becomes"].splitlines()[0]
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.strip().startswith(wanted)]
    found = {
        (one.location.path, one.location.line)
        for one in diagnostics_with(path, text)
        if one.code.name == variant["code"] and one.severity is Severity.ERROR
    }
    assert {(path, line) for line in lines} & found, f"{variant['code']} at {lines}: {sorted(found)}"


def test_there_are_enough_and_each_is_another() -> None:
    assert len(VARIANTS) >= FEWEST
    assert len({variant["why"] for variant in VARIANTS}) == len(VARIANTS)


def test_the_real_content_itself_is_refused_nowhere() -> None:
    content = real_content()
    catalogue, unfit = build_catalogue(content)
    found = [one for one in (*unfit, *check(catalogue, LATER)) if one.severity is Severity.ERROR]
    assert found == []
