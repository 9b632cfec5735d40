"""Pages converted from Markdown for one copy, kept for others that have the same words: half the time of a build."""

import hashlib
from dataclasses import dataclass

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents


@dataclass(frozen=True)
class _Converted:
    """What MkDocs 1.6.1 makes of a page (Page.render), except its links, which the finishing pass looks at."""

    html: str
    toc: TableOfContents
    anchors: set[str] | None


class ConvertedPages:
    """Converted pages by their file and words."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: dict[bytes, _Converted] = {}
        self._now: dict[str, bytes] = {}

    def has(self, page: Page, markdown: str) -> bool:
        """Tell whether a page of these words is kept; the next exchange is about it."""
        key = hashlib.sha256(f"{page.file.src_uri}\0{markdown}".encode()).digest()
        self._now[page.file.src_uri] = key
        return key in self._kept

    def exchange(self, page: Page, html: str) -> str:
        """Give what is kept of a page, or else keep what it was converted to just now."""
        key = self._now.pop(page.file.src_uri)
        kept = self._kept.get(key)
        if kept is None:
            self._kept[key] = _Converted(html, page.toc, page.present_anchor_ids)
            return html
        page.toc, page.present_anchor_ids = kept.toc, kept.anchors
        return kept.html
