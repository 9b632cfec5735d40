"""The site built once for each engine, from the same Markdown."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml
from lxml.html import HtmlElement, document_fromstring
from playwright.sync_api import Page

from benchmarks.search.asking import Asked, ask_material, ask_minisearch, ask_ours, ask_pagefind

_BOOSTS: Final = {"caution": 8, "safety-check": 8, "condition": 5, "belief": 3, "questions": 2}
"""How far Material lifts a kind of page in its own variant: danger first, lists last."""

_MATERIAL: Final = {"search": {"separator": r"[\s\-,:;!?=\[\]()\"“”/]+|\.(?!\d)"}}


def build_ours(project: Path, target: Path) -> None:
    """Build as `selfcare build` does."""
    _build(project, target)


def build_material(project: Path, target: Path) -> None:
    """Build with the search that comes with Material, its dialog too, and the boosts that the pages ask for."""
    _build_with_material(project, target, lambda front: front)


def build_material_tuned(project: Path, target: Path) -> None:
    """Build with Material's search, stronger boosts, and other names as its tags, which count most."""
    named = _names(project)

    def tune(front: dict[str, object]) -> dict[str, object]:
        search = {"boost": _BOOSTS[str(front["kind"])]} if front["kind"] in _BOOSTS else front.get("search")
        return front | {"search": search or {"boost": 1}, "tags": named.get(str(front.get("source")), [])}

    _build_with_material(project, target, tune)


def build_pagefind(project: Path, target: Path) -> None:
    """Build as ours and let Pagefind read the pages: names count most, lists of links and sources not at all."""
    _build(project, target)
    shutil.rmtree(target / "search", ignore_errors=True)
    for page in target.rglob("index.html"):
        html = page.read_text(encoding="utf-8")
        kind = re.search(r'data-kind="([^"]+)"', html)
        if kind is None or kind[1] in {"source", "bibliography", "listing", "handbook"}:
            continue
        weight = {"caution": "2", "condition": "1.5", "safety-check": "2"}.get(kind[1], "1")
        html = html.replace("<article ", f'<article data-pagefind-body data-pagefind-weight="{weight}" ', 1)
        html = html.replace("<h1 ", '<h1 data-pagefind-weight="10" ', 1)
        html = html.replace('<p class="also">', '<p class="also" data-pagefind-weight="10">')
        html = html.replace('<p class="lead">', '<p class="lead" data-pagefind-weight="5">')
        for box in ("stop", "keep-off", "ask-first", "emergency"):
            html = html.replace(
                f'<div class="admonition {box}">', f'<div class="admonition {box}" data-pagefind-ignore>'
            )
        html = html.replace('<a class="headerlink"', '<a data-pagefind-ignore class="headerlink"')
        page.write_text(html, encoding="utf-8")
    _run([sys.executable, "-m", "pagefind", "--site", str(target), "--quiet"], project)


def build_minisearch(project: Path, target: Path) -> None:
    """Build as ours, and let MiniSearch index the same pages: their names, summaries, headings and texts, in one file.

    The words come out of the built pages: MiniSearch has no use for an index that is not its own.
    """
    _build(project, target)
    pages = []
    for file in sorted(target.rglob("index.html")):
        html = file.read_text(encoding="utf-8")
        kind = re.search(r'data-kind="([^"]+)"', html)
        if kind is None or kind[1] in {"bibliography", "listing", "handbook", "a-z"}:
            continue
        tree = document_fromstring(html)
        (article,) = tree.xpath("//article")
        for box in article.xpath(f".//div[contains(@class, 'admonition')] | .//nav | .//details | {_HEADER_LINKS}"):
            box.drop_tree()
        names, lead = (" ".join(_words(article, path)) for path in (_NAMES, _LEAD))
        whole = " ".join(article.text_content().split()) if kind[1] != "source" else ""
        weight = {"caution": 1.2, "condition": 1.1, "source": 0.3}.get(kind[1], 1)
        url = file.relative_to(target).as_posix().removesuffix("index.html")
        pages.append({"url": url, "names": names, "lead": lead, "body": whole, "weight": weight})
    (target / "minisearch.json").write_text(json.dumps(pages, ensure_ascii=False), encoding="utf-8")
    shutil.rmtree(target / "search", ignore_errors=True)


_HEADER_LINKS: Final = ".//a[@class='headerlink']"
_NAMES: Final = ".//h1 | .//p[@class='also']"
_LEAD: Final = ".//p[@class='lead'] | .//h2"


def _words(article: HtmlElement, path: str) -> list[str]:
    return [" ".join(element.text_content().split()) for element in article.xpath(path)]


def _build_with_material(
    project: Path, target: Path, change: Callable[[dict[str, object]], Mapping[str, object]]
) -> None:
    """Build a copy of the project in which Material's search is on and ours is not."""
    copy = target.with_name(f"{target.name}-project")
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns("site", ".venv", ".git", ".site.next"))
    (copy / "site_overrides/partials/search.html").unlink()
    header = copy / "site_overrides/partials/header.html"
    header.write_text(
        re.sub(r"{%-? if [^%]*search[^%]*%}", "{% if true %}", header.read_text(encoding="utf-8")), encoding="utf-8"
    )
    _run([sys.executable, "-c", "from generator.cli import main; main()", "generate"], copy)
    for page in (copy / "build/docs").rglob("*.md"):
        _, front, body = page.read_text(encoding="utf-8").split("---\n", 2)
        changed = change(yaml.safe_load(front))
        page.write_text(f"---\n{yaml.safe_dump(dict(changed), allow_unicode=True)}---\n{body}", encoding="utf-8")
    settings = copy / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    plugins = f"plugins: {json.dumps([_MATERIAL])}\n"
    text = re.sub(r"^plugins:.*\n(?: .*\n)+", lambda _: plugins, text, flags=re.MULTILINE)
    text = re.sub(r"^.*(?:scripts|styles)/search\S*\n(?:    defer.*\n)?", "", text, flags=re.MULTILINE)
    settings.write_text(text.replace("strict: true", "strict: false"), encoding="utf-8")
    _run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(target.resolve())], copy)


def _names(project: Path) -> dict[str, list[str]]:
    """Map the file of each thing to its other names."""
    found = {}
    for file in (project / "content").rglob("*.*"):
        text = file.read_text(encoding="utf-8")
        front = text.split("---\n", 2)[1] if file.suffix == ".md" and text.startswith("---") else text
        data = yaml.safe_load(front) if file.suffix in {".md", ".yml"} and file.parent.name != "content" else None
        if isinstance(data, dict):
            names = [*data.get("also", []), *([data["plain"]] if "plain" in data else [])]
            found[file.relative_to(project).as_posix()] = [str(name) for name in names]
    return found


def _build(project: Path, target: Path) -> None:
    """Build our site, or take the one that was built of this project before."""
    if project in _BUILT:
        shutil.copytree(_BUILT[project], target)
        return
    _run([sys.executable, "-c", _BUILD, str(project.resolve()), str(target.resolve())], project)
    _BUILT[project] = shutil.copytree(target, target.with_name(f"{target.name}-as-built"))


_BUILT: Final[dict[Path, Path]] = {}


_BUILD: Final = """
import sys
from pathlib import Path
from generator.publishing.engine import build_site
sys.exit(build_site(Path(sys.argv[1]), Path(sys.argv[2])))
"""


def _run(command: list[str], folder: Path) -> None:
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 (our own)
    if ended.returncode:
        message = f"{' '.join(command[:3])} ended with {ended.returncode}: {ended.stdout[-2000:]}{ended.stderr[-2000:]}"
        raise RuntimeError(message)


@dataclass(frozen=True)
class Variant:
    """One way to search the site: how to build it, how to ask it, and its field, where it has one to turn to."""

    name: str
    title: str
    build: Callable[[Path, Path], None]
    ask: Callable[[Page, str], Asked]
    field: str = ""
    needs_minisearch: bool = False


VARIANTS: Final = (
    Variant("material", "Material, as it comes", build_material, ask_material, ".md-search__input"),
    Variant(
        "material-tuned", "Material, boosts and other names", build_material_tuned, ask_material, ".md-search__input"
    ),
    Variant("pagefind", "Pagefind, weighted", build_pagefind, ask_pagefind),
    Variant("minisearch", "MiniSearch, fuzzy", build_minisearch, ask_minisearch, needs_minisearch=True),
    Variant("ours", "Ours", build_ours, ask_ours, "#search-field"),
)
