"""The worker that keeps pages for reading without a connection: the build tells it its version and what to keep."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.linking.site_pages import SAFETY_CHECK, SAVED_GUIDES
from generator.model.kinds.caution import Caution
from generator.publishing.built_page import BuiltPages
from generator.publishing.resolving import resolve

WORKER: Final = "service-worker.js"
"""At the root of the site, for a worker looks after no page above itself (W3C, Service Workers, “scope”)."""

KEPT_FIRST: Final = (SAVED_GUIDES.address.url, SAFETY_CHECK.address.url)
"""Kept from the first visit on: where a reader without a connection lands, and the check before each session."""

_BUILD_LINE: Final = re.compile(r"^const BUILD = (\{.*\});.*$", re.MULTILINE)


def offer_worker(files: Files, config: MkDocsConfig, *, serving: bool) -> None:
    """Have pages start the worker; not on a server for authors, who must always see what they wrote last."""
    worker = files.get_file_from_path(WORKER)
    if worker is not None and serving:
        files.remove(worker)
    elif worker is not None:
        config.extra["worker"] = WORKER


def write_build_line(site: Path, base_path: str = "/") -> None:
    """Tell the worker of a built site its version, a hash of all other files, and what it keeps.

    A worker without the line for it is somebody's own, and stays as it is.
    """
    worker = site / WORKER
    if not worker.is_file():
        return
    told = {
        "version": _version_of(site),
        "first": sorted({*KEPT_FIRST, *_files_shown_with(site, base_path)}),
        "safety": [f"{Caution.kind.folder}/", SAFETY_CHECK.address.url],
        "start": SAVED_GUIDES.address.url,
    }
    line = f"const BUILD = {json.dumps(told)};"
    worker.write_text(_BUILD_LINE.sub(lambda _: line, worker.read_text(encoding="utf-8")), encoding="utf-8")


def read_build_line(site: Path) -> Mapping[str, Any]:
    """Read what the worker of a built site was told; nothing where no build told it anything."""
    worker = site / WORKER
    line = _BUILD_LINE.search(worker.read_text(encoding="utf-8")) if worker.is_file() else None
    try:
        told: Mapping[str, Any] = json.loads(line[1]) if line else {}
    except json.JSONDecodeError:  # the line as it stands in the source, which is no JSON
        return {}
    return told


def _version_of(site: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        if path.is_file() and path != site / WORKER:
            digest.update(f"{path.relative_to(site).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _files_shown_with(site: Path, base_path: str) -> Iterator[str]:
    """List the styles, scripts, fonts and pictures of the pages that are kept first."""
    built = BuiltPages()
    for url in KEPT_FIRST:
        page = site / url / "index.html"
        for address in built.read(page).fetched if page.is_file() else ():
            target, _ = resolve(address, url, base_path)
            if target:
                yield target
