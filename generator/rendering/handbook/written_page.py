"""A page of the handbook that was written by hand: one in docs/, or how the house is built, which lies beside it."""

import re
from dataclasses import dataclass
from typing import Final

from generator.reading.project import ARCHITECTURE_FILE, HANDBOOK_FOLDER
from generator.reading.source_file import SourceFile

_TITLE: Final = re.compile(r"^# (.+)$", re.MULTILINE)
_INTO_DOCS: Final = re.compile(rf"\]\({HANDBOOK_FOLDER}/")


@dataclass(frozen=True)
class WrittenPage:
    """A page as it stands in the handbook: `file` is its place there, and `source` where it was written."""

    file: str
    title: str
    text: str
    source: str


def written_page(page: SourceFile) -> WrittenPage:
    """Place a page in the handbook. What lies beside docs/ links into that folder, and has its own place in it."""
    is_beside = page.path == ARCHITECTURE_FILE
    file = page.path.lower() if is_beside else page.path.split("/", 1)[1]
    text = _INTO_DOCS.sub("](", page.text) if is_beside else page.text
    title = _TITLE.search(text)
    return WrittenPage(file, title[1] if title else file, text, page.path)
