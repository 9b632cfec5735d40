"""What rendering makes: files that are not written yet."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OutputFile:
    """One file of the site's Markdown tree: `path` below build/docs, and the file it was made from, if one was.

    `must_link` are addresses that the built page has to link, whatever a template or an overlay does to it: the
    cautions that reach it.
    """

    path: str
    content: str
    source: str | None = None
    must_link: tuple[str, ...] = ()


@dataclass(frozen=True)
class AssetFile:
    """A file that goes with the pages as it is: a clinic's logo, letters or picture; `path` is below build/docs."""

    path: str
    content: bytes
