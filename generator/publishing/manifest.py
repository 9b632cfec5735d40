"""What was generated, kept beside the Markdown, so that the build of any engine can be held against it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.linking.address import Address
from generator.rendering import OutputFile

MANIFEST_FILE: Final = "manifest.json"


@dataclass(frozen=True)
class ExpectedPage:
    """A page that the built site must have: its source, and the addresses that it must link."""

    source: str
    must_link: tuple[str, ...]


Manifest = Mapping[str, ExpectedPage]
"""Expected pages by their address from the site's root; the home page's is empty."""


def make_manifest(files: Iterable[OutputFile]) -> Manifest:
    """List the pages among the files of the Markdown tree."""
    return {
        Address(file.path).url: ExpectedPage(file.source or file.path, file.must_link)
        for file in files
        if file.path.endswith(".md")
    }


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Write the manifest as JSON into a folder, which is not published."""
    data = {url: {"source": page.source, "must_link": page.must_link} for url, page in sorted(manifest.items())}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MANIFEST_FILE).write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest that the last generation wrote. Raises FileNotFoundError where there was none."""
    data = json.loads((folder / MANIFEST_FILE).read_text())
    return {url: ExpectedPage(page["source"], tuple(page["must_link"])) for url, page in data.items()}
