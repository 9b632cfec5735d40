"""Pages converted from Markdown for one copy, kept for others that have the same words: half the time of a build."""

import hashlib
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents


@dataclass(frozen=True)
class _Converted:
    """What MkDocs 1.6.1 makes of a page (Page.render), except its links, which the finishing pass looks at."""

    html: str
    toc: TableOfContents
    anchors: set[str] | None


def _leave_as_it_is(config: MkDocsConfig, files: Files) -> None:
    """Take the place of Page.render."""


class ConvertedPages:
    """Converted pages of the copy before, by their file and words; no more, however many copies there are."""

    def __init__(self) -> None:
        """Begin with none."""
        self._before: dict[bytes, _Converted] = {}
        self._made: dict[bytes, _Converted] = {}
        self._now: dict[str, bytes] = {}

    def begin_copy(self) -> None:
        """Forget what the copy before the last one had, and the last one had not."""
        self._before, self._made, self._now = self._made, {}, {}

    def spare(self, page: Page, markdown: str) -> None:
        """Have MkDocs not convert a page whose words are kept; the next exchange is about it.

        To set a converter up alone, MkDocs 1.6.1 takes a millisecond a page.
        """
        key = hashlib.sha256(f"{page.file.src_uri}\0{markdown}".encode()).digest()
        self._now[page.file.src_uri] = key
        if key in self._before:
            page.content = ""
            page.render = _leave_as_it_is  # type: ignore[method-assign]

    def exchange(self, page: Page, html: str) -> str:
        """Give what is kept of a page, or else what it was converted to just now, and keep it."""
        key = self._now[page.file.src_uri]
        kept = self._before.get(key) or _Converted(html, page.toc, page.present_anchor_ids)
        self._made[key] = kept
        page.toc, page.present_anchor_ids = kept.toc, kept.anchors
        return kept.html
