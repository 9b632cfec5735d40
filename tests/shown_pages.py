"""Projects rendered in memory, and their pages as the HTML that Python-Markdown makes of them, without the theme."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, TypeAlias

import markdown  # type: ignore[import-untyped]  # types-Markdown is not among our dependencies
import yaml
from lxml import html
from mkdocs.config import load_config

from generator.linking import Site, link_site
from generator.model import Catalogue
from generator.pipeline import render_project
from generator.rendering import OutputFile
from tests.things import catalogue_of

ROOT: Final = Path(__file__).parents[1]
"""The repository, whose mkdocs.yml and site_overrides these tests build with."""

Element: TypeAlias = html.HtmlElement


def linked(*files: Mapping[str, str], bib: str = "") -> Site:
    """Link the things of some files, without a folder."""
    return link_site(catalogue_of({path: text for some in files for path, text in some.items()}, bib))


def rendered(*files: Mapping[str, str], bib: str = "") -> dict[str, OutputFile]:
    """Render the things of some files, and give the pages that readers see by their path."""
    return pages_of_catalogue(catalogue_of({path: text for some in files for path, text in some.items()}, bib))


def pages_of_catalogue(catalogue: Catalogue) -> dict[str, OutputFile]:
    """Render a catalogue, and give the pages that readers see by their path."""
    return pages_of(render_project(catalogue))


def pages_of(files: Sequence[OutputFile]) -> dict[str, OutputFile]:
    """Give the pages that readers see of what was rendered; no two files may have the same path."""
    assert len({file.path for file in files}) == len(files), "two pages have the same path"
    return {file.path: file for file in files if file.path.endswith(".md") and not file.path.startswith("handbook/")}


def pictures_of_catalogue(catalogue: Catalogue) -> dict[str, OutputFile]:
    """Render a catalogue, and give the pictures by their path."""
    return {file.path: file for file in render_project(catalogue) if file.path.endswith(".svg")}


def shown(file: OutputFile) -> Element:
    """Turn a page's Markdown into the HTML that a reader gets."""
    return convert(body_of(file))


def shown_once(file: OutputFile) -> Element:
    """Turn a page's Markdown into HTML as `shown` does, once for all pages of the same words; nobody may change it."""
    return _shown_once(body_of(file))


@lru_cache(maxsize=400)
def _shown_once(body: str) -> Element:
    return convert(body)


def body_of(file: OutputFile) -> str:
    """Leave the front matter out."""
    return file.content.split("---\n", 2)[2]


def front_matter_of(file: OutputFile) -> Mapping[str, object]:
    """Read what a page tells the theme."""
    found: Mapping[str, object] = yaml.safe_load(file.content.split("---\n", 2)[1])
    return found


def convert(text: str) -> Element:
    """Turn Markdown into HTML with the extensions of mkdocs.yml."""
    page: Element = html.document_fromstring(f"<html><body>{_markdown().reset().convert(text)}</body></html>").body
    return page


def words_of(element: Element) -> str:
    """Give the text of an element as a reader sees it, with white space folded."""
    return " ".join(element.text_content().split())


@cache
def _markdown() -> markdown.Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(ROOT / "tests"))
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
