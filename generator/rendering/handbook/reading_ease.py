"""How hard every page is to read: tables for those who write."""

from collections.abc import Iterator
from typing import Final

from generator.linking.address import Address, Named
from generator.linking.site import ReadPage, Site
from generator.model.readability import Reading
from generator.model.thing import Kind
from generator.rendering.handbook.page import FOLDER, handbook_page
from generator.rendering.markdown_text import escape_markdown
from generator.rendering.output_file import OutputFile

ROWS_A_PAGE: Final = 90
"""Rows of a table on one page: some 220 bytes each beside 12 KB that every page has, which keeps it under 40 KB."""


def render_reading_ease(site: Site, trail: tuple[Named, ...]) -> Iterator[OutputFile]:
    """Render how hard every page is to read: a page for each kind, of at most 90 rows."""
    index = Named(
        "", "How easy each page reads", Address(f"{FOLDER}/reading-ease.md"), "The readability of every page."
    )
    by_kind: dict[Kind, list[ReadPage]] = {}
    for page in site.reading_ease:
        by_kind.setdefault(page.kind, []).append(page)
    rows = []
    tables = []
    for kind, pages in sorted(by_kind.items(), key=lambda item: item[0].place):
        pages.sort(key=lambda page: -page.reading.index)
        chunks = [pages[start : start + ROWS_A_PAGE] for start in range(0, len(pages), ROWS_A_PAGE)]
        for number, chunk in enumerate(chunks, 1):
            name = f"How easy each page reads: {kind.plural}" + (f", page {number}" if number > 1 else "")
            place = f"{FOLDER}/reading-ease/{kind.folder}{f'-{number}' if number > 1 else ''}.md"
            table = Named("", name, Address(place), f"{name}.")
            tables.append(handbook_page(site, table, (*trail, index), "\n".join(_table(chunk))))
        whole = sum((page.reading for page in pages), Reading())
        rows.append(
            f"| [{kind.plural.capitalize()}](reading-ease/{kind.folder}.md) | {len(pages)} | {whole.index:.1f} "
            f"| {pages[0].reading.index:.1f} | {kind.hardest_reading:g} | {whole.words_a_sentence:.1f} |"
        )
    about = (
        "The automated readability index counts letters, words and sentences: 4.71 × letters a word "
        "+ 0.5 × words a sentence − 21.43. It is about the year of school that reads a text with ease. "
        "`selfcare check` warns above the most that a kind may have, and where sentences have more than 20 words "
        "on average. It counts the texts of the files, not the headings and cards that every page has.\n"
    )
    head = [
        "| Kind | Pages | Index of all | Hardest page | At most | Words a sentence |",
        "| --- " + "| ---: " * 5 + "|",
    ]
    yield handbook_page(site, index, trail, "\n".join((about, *head, *rows)))
    yield from tables


def _table(pages: list[ReadPage]) -> Iterator[str]:
    yield "| Page | Index | Words a sentence | Words |"
    yield "| --- | ---: | ---: | ---: |"
    for page in pages:
        link = f"[{escape_markdown(page.page.name)}](../../{page.page.address.file})"
        reading = page.reading
        yield f"| {link} | {reading.index:.1f} | {reading.words_a_sentence:.1f} | {reading.words} |"
