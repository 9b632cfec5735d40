"""Handouts as somebody gets them: typeset out of a tiny project, and what a reader of PDFs finds in them."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # ships no types
import zxingcpp

from generator.linking import link_site
from generator.model import Catalogue
from generator.pipeline import CODES, check_project
from generator.publishing import Typeset, typeset
from generator.rendering import Sheet, render_site
from tests.projects import TODAY, Files, write_project

URL: Final = "https://example.org/care/"
SITE: Final = "Legs and feet"
PT_A_MM: Final = 72 / 25.4


@dataclass(frozen=True)
class Element:
    """An element of a PDF's structure: its tag, how deep it lies, and the words that stand for it."""

    tag: str
    depth: int
    words: str | None


@dataclass(frozen=True)
class Paper:
    """A PDF, for tests to look into."""

    content: bytes

    @property
    def page_sizes_mm(self) -> list[tuple[int, int]]:
        """List the width and height of each page, in whole mm."""
        document = pdfium.PdfDocument(self.content)
        return [(round(width / PT_A_MM), round(height / PT_A_MM)) for width, height in map(_size, document)]

    @property
    def text(self) -> str:
        """Give all text in its order, with white space folded."""
        document = pdfium.PdfDocument(self.content)
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())

    @property
    def codes(self) -> list[str]:
        """Scan the square codes on the first page, as it would be printed in grey at 200 dots an inch."""
        image = pdfium.PdfDocument(self.content)[0].render(scale=200 / 72, grayscale=True).to_pil()
        return [code.text for code in zxingcpp.read_barcodes(image)]

    @property
    def elements(self) -> list[Element]:
        """List the elements of the structure in the order of reading."""
        with pikepdf.open(io.BytesIO(self.content)) as document:
            return list(_elements(document.Root.StructTreeRoot, 0))

    @property
    def fonts(self) -> dict[str, bool]:
        """Map the name of every font to whether it is embedded."""
        with pikepdf.open(io.BytesIO(self.content)) as document:
            fonts = [one for one in document.objects if _is_of(one, "/Font") and one.Subtype != "/Type0"]
            return {str(font.BaseFont): "/FontFile2" in font.FontDescriptor for font in fonts}


def sheets_of(catalogue: Catalogue, url: str = URL) -> dict[str, Sheet]:
    """Render a catalogue, and give its sheets by their path."""
    return {sheet.path: sheet for sheet in render_site(link_site(catalogue, url, SITE), CODES).sheets}


def catalogue_in(root: Path, files: Files) -> Catalogue:
    """Write the sound project with some files changed, and read it; it may be hard to read, but not wrong."""
    checked = check_project(write_project(root, files), TODAY)
    assert not checked.report.has_errors
    return checked.catalogue


def typeset_one(root: Path, path: str, files: Files | None = None, url: str = URL) -> Typeset:
    """Typeset one sheet of the sound project with some files changed."""
    sheet = sheets_of(catalogue_in(root, files or {}), url)[path]
    return typeset([sheet], root / "cache")


def paper_of(root: Path, path: str, files: Files | None = None, url: str = URL) -> Paper:
    """Typeset a handout of the sound project with some files changed, and open it."""
    (file,) = typeset_one(root, path, files, url).files
    return Paper(file.content)


def _size(page: object) -> tuple[float, float]:
    size: tuple[float, float] = page.get_size()  # type: ignore[attr-defined]  # pypdfium2 ships no types
    return size


def _is_of(one: object, kind: str) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.get("/Type") == kind


def _elements(parent: pikepdf.Object, depth: int) -> Iterator[Element]:
    kids = parent.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            words = kid.get("/Alt")
            yield Element(str(kid.S), depth, None if words is None else str(words))
            yield from _elements(kid, depth + 1)
