"""Projects in which every text of every kind holds the same words, and what their pages are made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from generator.model.kind_registry import kinds_by_folder
from generator.rendering import OutputFile
from tests.full_things import BIB, full_thing, others
from tests.shown_pages import Element, pages_of_catalogue, shown_once, words_of
from tests.things import catalogue_of

Structure = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""Elements of a page, each with its attributes but for the ids, which come from headings."""

MakeText = Callable[[str, bool], str]
"""Makes a text around its mark, which is like no other; the second argument tells whether it may have paragraphs."""


@dataclass(frozen=True)
class Pages:
    """Pages by path, and the texts of the full thing of each kind by the path of their field."""

    files: Mapping[str, OutputFile]
    written: Mapping[str, Mapping[str, str]]

    @cached_property
    def shown(self) -> Mapping[str, Element]:
        """Give each page as a reader gets it."""
        return {path: shown_once(file) for path, file in self.files.items()}

    def lost(self) -> set[str]:
        """List the fields whose text is not on the page of its thing as it was written."""
        found = set()
        for folder, texts in self.written.items():
            page = words_of(self.shown[f"{folder}/full-{folder}.md"])
            found |= {f"{folder}: {path}" for path, text in texts.items() if folded(text) not in page}
        return found

    def structures(self) -> dict[str, Structure]:
        """Give what each page is made of, but for the names from A to Z: those follow the letters of the texts."""
        return {path: structure_of(page) for path, page in self.shown.items() if not path.startswith("a-z/")}

    def elements_of_a_to_z(self) -> set[tuple[str, tuple[str, ...]]]:
        """Give the elements of the names from A to Z, each with the names of its attributes."""
        pages = [page for path, page in self.shown.items() if path.startswith("a-z/")]
        return {(str(element.tag), tuple(sorted(element.attrib))) for page in pages for element in page.iter()}


def pages_where_every_text_is(make: MakeText) -> Pages:
    """Fill every text of every kind, and render."""
    numbers = count()
    written: dict[str, dict[str, str]] = {folder: {} for folder in kinds_by_folder()}
    files: dict[str, str] = {}
    for folder, texts in written.items():

        def write(path: tuple[str, ...], has_paragraphs: bool, texts: dict[str, str] = texts) -> str:  # noqa: FBT001
            text = texts[".".join(path)] = make(f"Q{next(numbers)}q", has_paragraphs)
            return text

        files |= full_thing(folder, write)
    return Pages(pages_of_catalogue(catalogue_of({**files, **others()}, BIB)), written)


def structure_of(page: Element) -> Structure:
    """List the elements of a page with their attributes; sorted, because lists of names are in order of name."""
    return tuple(
        sorted(
            (str(element.tag), tuple(sorted((name, value) for name, value in element.attrib.items() if name != "id")))
            for element in page.iter()
        )
    )


def folded(words: str) -> str:
    """Fold white space, as a browser does."""
    return " ".join(words.split())
