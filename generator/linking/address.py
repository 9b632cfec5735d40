"""Where a page lives, and how others link to it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Address:
    """Where a page lives: `file` is its Markdown below build/docs, `url` its address from the site's root."""

    file: str

    @property
    def url(self) -> str:
        """The address that MkDocs and Zensical give the file, with a slash at its end."""
        stem = self.file.removesuffix(".md")
        return "" if stem == "index" else stem.removesuffix("/index") + "/"


@dataclass(frozen=True)
class Named:
    """A page as others link to it: its name, address and summary. What a clinic hides has no page to link."""

    id: str
    name: str
    address: Address
    summary: str
    is_hidden: bool = False
