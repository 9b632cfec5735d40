"""The finishing pass: the built HTML, by whichever engine, held against what was generated."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from generator.diagnostics import Code, Diagnostic, Location, Severity, quote
from generator.publishing.built_page import STYLE_ADDRESS, BuiltPage, BuiltPages
from generator.publishing.built_search import read_search
from generator.publishing.headers import HEADERS, MOST_CHARACTERS, MOST_RULES, policy_in, read_headers
from generator.publishing.manifest import ExpectedPage, Manifest
from generator.publishing.resolving import resolve
from generator.publishing.worker import WORKER, read_build_line

PAGE_NOT_BUILT = Code("page-not-built", Severity.ERROR, "A page was generated, but the built site does not have it.")
NOT_IN_SEARCH = Code("not-in-search", Severity.ERROR, "The search index of the built site lacks a page.")
BROKEN_SEARCH = Code("broken-search", Severity.ERROR, "The search of the built site lacks a file or mixes two builds.")
DEAD_LINK = Code("dead-link", Severity.ERROR, "A link or picture in the built site leads nowhere.")
DEAD_ANCHOR = Code("dead-anchor", Severity.ERROR, "A link leads to a place on a page that the page does not have.")
UNRESOLVED_MARKER = Code("unresolved-marker", Severity.ERROR, "A page shows markup that should have become a link.")
CAUTION_MISSING = Code("caution-missing", Severity.ERROR, "A built page lacks a caution that reaches it.")
OTHER_HOST = Code("other-host", Severity.ERROR, "A built page would fetch something from another host.")
UNSAFE_HTML = Code("unsafe-html", Severity.ERROR, "A built page holds an address or attribute that would run a script.")
SHARED_PICTURE_MISSING = Code(
    "shared-picture-missing", Severity.ERROR, "The picture that a link to a page shows elsewhere is not there."
)
STOPPED_BY_POLICY = Code(
    "stopped-by-policy", Severity.ERROR, "A built page holds a script or style that the policy of the site stops."
)
HEADERS_TOO_LONG = Code("headers-too-long", Severity.ERROR, "A web host would not read all the headers of the site.")
CODES: Final = (
    UNSAFE_HTML,
    PAGE_NOT_BUILT,
    NOT_IN_SEARCH,
    BROKEN_SEARCH,
    DEAD_LINK,
    DEAD_ANCHOR,
    UNRESOLVED_MARKER,
    CAUTION_MISSING,
    OTHER_HOST,
    SHARED_PICTURE_MISSING,
    STOPPED_BY_POLICY,
    HEADERS_TOO_LONG,
)

SHARED_FOLDER: Final = "share"
"""Where the pictures of links are. A site without this folder has none, and its tags are not held against it."""

_NAMES_OF_CODE: Final = {"script-src": "script", "style-src": "style sheet", "style-src-attr": "style attribute"}

SEARCH_INDEXES: Final = {"search/search_index.json": "docs", "search.json": "items"}
"""Where MkDocs Material 9 and Zensical 0.0.73 put the search index of their own, and the list in it."""


def finish_site(site: Path, manifest: Manifest, base_path: str = "/") -> tuple[Diagnostic, ...]:
    """Hold a built site against the manifest; `base_path` is the path of its address, where links begin with it."""
    built = BuiltPages()
    pages = {path.relative_to(site).as_posix(): built.read(path) for path in sorted(site.rglob("*.html"))}
    faults = _Links(site, pages, base_path)
    return (
        *_missing_pages(pages, manifest),
        *_missing_in_search(site, manifest),
        *_foreign_styles(site),
        *_missing_without_connection(site),
        *_stopped_by_headers(read_headers(site), pages, manifest),
        *(fault for file, page in pages.items() for fault in faults.on_page(file, page, manifest)),
    )


def _foreign_styles(site: Path) -> Iterator[Diagnostic]:
    for path in sorted(site.rglob("*.css")):
        for match in STYLE_ADDRESS.finditer(path.read_text(errors="replace")):
            if _leads_away(match[1]):
                name = path.relative_to(site).as_posix()
                message = f"The style sheet /{name} would fetch {match[1]}."
                yield Diagnostic(OTHER_HOST, Location(name), message, "Serve it from the site itself.")


def _leads_away(address: str) -> bool:
    if "//" not in address:
        return False
    try:
        return bool(urlsplit(address).netloc)
    except ValueError:
        return False


def _missing_pages(pages: Mapping[str, BuiltPage], manifest: Manifest) -> Iterator[Diagnostic]:
    for url, expected in manifest.items():
        if f"{url}index.html" not in pages:
            message = f"The page /{url} was generated but not built."
            yield Diagnostic(PAGE_NOT_BUILT, _source(expected), message, "Look at the settings of the site builder.")


def _missing_in_search(site: Path, manifest: Manifest) -> Iterator[Diagnostic]:
    """Hold each index that the site has against the manifest: ours, and the one of an engine that has its own."""
    parts = read_search(site)
    indexes = [set(parts.urls)] if parts else []
    for path, key in SEARCH_INDEXES.items():
        if (site / path).is_file():
            entries = json.loads((site / path).read_text(encoding="utf-8"))[key]
            indexes.append({entry["location"].partition("#")[0].lstrip("/") for entry in entries})
    if not indexes:
        message = "The built site has no search index."
        yield Diagnostic(NOT_IN_SEARCH, Location("mkdocs.yml"), message, "Build all of the folder that was generated.")
        return
    for name in parts.broken if parts else ():
        message = f"The search of the built site needs /{name}, which is not there or is of another build."
        yield Diagnostic(BROKEN_SEARCH, Location("mkdocs.yml"), message, "Build the site anew from what was generated.")
    if parts and parts.broken:
        return
    for url, expected in manifest.items():
        if not all(url in listed for listed in indexes):
            message = f"The search does not know the page /{url}."
            yield Diagnostic(NOT_IN_SEARCH, _source(expected), message, "Do not exclude pages from the search.")


def _missing_without_connection(site: Path) -> Iterator[Diagnostic]:
    """Find what the worker would keep first and is not there: the browser would then not start it at all."""
    for path in read_build_line(site).get("first", ()):
        if not (site / path / "index.html" if path.endswith("/") else site / path).is_file():
            message = f"The worker would keep /{path} for reading without a connection, and it is not there."
            yield Diagnostic(DEAD_LINK, Location(WORKER), message, "Build the site again.")


def _stopped_by_headers(headers: str, pages: Mapping[str, BuiltPage], manifest: Manifest) -> Iterator[Diagnostic]:
    """Hold pages against the policy that the build wrote, where it wrote one, and that against what hosts read."""
    policy = policy_in(headers)
    for file, page in pages.items() if policy is not None else ():
        url = file.removesuffix("index.html")
        for code in dict.fromkeys(page.inline):
            if policy is None or code.source in policy.get(code.directive, ()):
                continue
            name = _NAMES_OF_CODE[code.directive]
            message = f"The page /{url} holds the {name} {quote(code.text)}, which the policy in {HEADERS} stops."
            where = _source(manifest[url]) if url in manifest else Location(file)
            yield Diagnostic(STOPPED_BY_POLICY, where, message, "Put it into a file, or build the site again.")
    lines = headers.splitlines()
    for number, line in enumerate(lines, 1):
        if len(line) > MOST_CHARACTERS:
            message = f"The line has {len(line)} characters. Cloudflare Pages reads {MOST_CHARACTERS} at most."
            hint = "Put scripts and styles of pages into files: each that stands in a page makes the policy longer."
            yield Diagnostic(HEADERS_TOO_LONG, Location(HEADERS, number), message, hint)
    rules = sum(line.startswith("/") for line in lines)
    if rules > MOST_RULES:
        message = f"There are headers for {rules} paths. Cloudflare Pages reads {MOST_RULES} at most."
        yield Diagnostic(HEADERS_TOO_LONG, Location(HEADERS), message, "Have fewer folders at the top of the site.")


class _Links:
    """Follows the links of built pages; what it looked up once it knows."""

    def __init__(self, site: Path, pages: Mapping[str, BuiltPage], base_path: str) -> None:
        self._site = site
        self._pages = pages
        self._base_path = base_path
        self._has_shared = (site / SHARED_FOLDER).is_dir()
        self._there: dict[str, bool] = {}
        self._resolved: dict[tuple[str, str], tuple[str | None, str]] = {}

    def on_page(self, file: str, page: BuiltPage, manifest: Manifest) -> Iterator[Diagnostic]:
        """Find what is wrong with the links of one page, and what it should show and does not."""
        url = file.removesuffix("index.html")
        expected = manifest.get(url)
        where = _source(expected) if expected else Location(file)
        for marker in page.markers:
            message = f"The page /{url} shows the markup “{marker}”."
            yield Diagnostic(UNRESOLVED_MARKER, where, message, "Mend the template or the text that wrote it.")
        for words in page.unsafe:
            message = f"The page /{url} holds {quote(words)}, which would run a script."
            yield Diagnostic(UNSAFE_HTML, where, message, "Mend the text or the template that wrote it.")
        for link in page.fetched:
            if _leads_away(link):
                message = f"The page /{url} would fetch {link}."
                yield Diagnostic(OTHER_HOST, where, message, "Serve it from the site itself.")
        linked: set[str] = set()
        for link in dict.fromkeys((*page.links, *page.fetched)):
            target, anchor = self._resolve(link, url)
            if target is not None:
                linked.add(target.removesuffix("index.html"))
                yield from self._follow(link, target, anchor, url, where)
        for address in page.shared if self._has_shared else ():
            yield from self._follow_shared(address, url, where)
        for caution in expected.must_link if expected else ():
            if caution not in linked:
                message = f"The page /{url} does not show the caution /{caution}, which reaches it."
                yield Diagnostic(CAUTION_MISSING, where, message, "Put the cautions back into its template.")

    def _follow_shared(self, address: str, url: str, where: Location) -> Iterator[Diagnostic]:
        """Look for a picture by the path of its address; whose host it names is for the settings to say."""
        try:
            path = unquote(urlsplit(address).path)
        except ValueError:
            path = ""
        name = path.removeprefix(self._base_path)
        if not path.startswith(self._base_path) or not (self._site / name).is_file():
            message = f"A link to the page /{url} would show the picture {address}, which is not there."
            yield Diagnostic(SHARED_PICTURE_MISSING, where, message, "Make the picture, or name another.")

    def _resolve(self, link: str, url: str) -> tuple[str | None, str]:
        """Resolve a link; one that climbs leads to one place from all pages of a folder, and is looked up once."""
        if not link.startswith("../"):
            return resolve(link, url, self._base_path)
        key = (url[: url.rfind("/", 0, -1) + 1], link)
        if key not in self._resolved:
            self._resolved[key] = resolve(link, url, self._base_path)
        return self._resolved[key]

    def _follow(self, link: str, target: str, anchor: str, url: str, where: Location) -> Iterator[Diagnostic]:
        built = f"{target}index.html" if target.endswith("/") or not target else target
        if built not in self._there:
            self._there[built] = (self._site / built).is_file()
        if not self._there[built]:
            yield Diagnostic(DEAD_LINK, where, f"The page /{url} links {link}, which is not there.", "Mend the link.")
        elif anchor and built in self._pages and anchor not in self._pages[built].anchors:
            message = f"The page /{url} links {link}, but that page has no “{anchor}”."
            yield Diagnostic(DEAD_ANCHOR, where, message, "Mend the link.")


def _source(expected: ExpectedPage) -> Location:
    return Location(expected.source)
