"""What a process keeps of one copy's pages for the next."""

from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from generator.publishing.converted_pages import ConvertedPages

WORDS: Final = "Stroke *slowly*."


def convert(pages: ConvertedPages, tmp_path: Path, words: str) -> tuple[str, bool]:
    """Convert one page as MkDocs does, and tell whether it was spared."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "Legs", "docs_dir": str(tmp_path)})
    config.validate()
    config.plugins._current_plugin = "selfcare"  # noqa: SLF001 (MkDocs 1.6.1 does so while a plugin is at work)
    page = Page(None, File.generated(config, "rub.md", content=words), config)
    page.markdown = words
    pages.spare(page, words)
    was_spared = "render" in vars(page)
    page.render(config, Files([]))
    page.toc = page.toc or TableOfContents([])
    assert page.content is not None
    return pages.exchange(page, page.content), was_spared


def test_a_page_of_the_copy_before_is_not_converted_again(tmp_path: Path) -> None:
    pages = ConvertedPages()
    pages.begin_copy()
    first = convert(pages, tmp_path, WORDS)
    pages.begin_copy()
    assert first == ("<p>Stroke <em>slowly</em>.</p>", False)
    assert convert(pages, tmp_path, WORDS) == (first[0], True)


def test_other_words_are_converted(tmp_path: Path) -> None:
    pages = ConvertedPages()
    convert(pages, tmp_path, WORDS)
    pages.begin_copy()
    assert convert(pages, tmp_path, "Stop.") == ("<p>Stop.</p>", False)


def test_what_the_copy_before_had_not_is_forgotten(tmp_path: Path) -> None:
    pages = ConvertedPages()
    convert(pages, tmp_path, WORDS)
    pages.begin_copy()
    pages.begin_copy()
    assert convert(pages, tmp_path, WORDS)[1] is False
