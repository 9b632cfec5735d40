"""The real site, as it would be published."""

import json
import posixpath
import re
import shutil
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree, html

from generator.pipeline import check_project
from generator.publishing import finish_site, read_manifest
from generator.publishing.addresses import choose_lasting
from generator.reading.project_folders import OUTPUT_FOLDER
from tests.whole_projects import TYPESET, copy_real_project, hashes, run, run_forked

LARGEST_PAGE_BYTES = 40_000


@pytest.fixture(scope="module")
def pages(real_site: Path) -> dict[str, html.HtmlElement]:
    return {
        path.relative_to(real_site).as_posix(): html.document_fromstring(path.read_bytes())
        for path in sorted(real_site.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def zensical_site(real_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the same generated pages with the other engine, and typeset nothing twice."""
    root = copy_real_project(tmp_path_factory.mktemp("zensical"))
    shutil.copytree(real_project / TYPESET, root / TYPESET, dirs_exist_ok=True)
    for running, command in ((run_forked, ("selfcare", "generate")), (run, ("zensical", "build", "--strict"))):
        ended = running(root, *command)
        assert ended.code == 0, ended.output
    return root / "site"


def test_the_content_has_no_errors_or_warnings(real_project: Path) -> None:
    found = check_project(real_project).report.diagnostics
    assert [diagnostic for diagnostic in found if diagnostic.severity.word != "notice"] == []


def test_no_page_is_larger_than_40_000_bytes(real_site: Path) -> None:
    sizes = {path.relative_to(real_site).as_posix(): path.stat().st_size for path in real_site.rglob("*.html")}
    assert {path: size for path, size in sizes.items() if size > LARGEST_PAGE_BYTES} == {}


def test_the_finishing_pass_finds_nothing(real_project: Path) -> None:
    assert finish_site(real_project / "site", read_manifest(real_project / "build")) == ()


def test_the_command_verifies_it(real_project: Path) -> None:
    ended = run_forked(real_project, "selfcare", "verify", "site")
    assert (ended.code, ended.output) == (0, "No faults found.\n")


@cache
def file_at(site: Path, path: str) -> str | None:
    """Name the file of a site that a host gives for a path, if there is one."""
    name = posixpath.join(path, "index.html") if (site / path).is_dir() else path
    return posixpath.normpath(name) if (site / name).is_file() else None


def file_linked(site: Path, page: str, path: str) -> str | None:
    """Name the file that a path on a page leads to, if there is one in the site."""
    base = "" if path.startswith("/") else posixpath.dirname(page)
    found = posixpath.normpath(posixpath.join(base, path.lstrip("/")))
    return None if found.startswith("..") else file_at(site, found)


def test_every_link_and_anchor_leads_somewhere(real_site: Path, pages: dict[str, html.HtmlElement]) -> None:
    anchors = {path: set(page.xpath("//@id | //a/@name")) for path, page in pages.items()}
    dead = []
    for path, page in pages.items():
        for link in page.xpath("//a/@href | //link/@href | //img/@src | //script/@src"):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            name = file_linked(real_site, path, parts.path) if parts.path else path
            if name is None or (parts.fragment and name in anchors and parts.fragment not in anchors[name]):
                dead.append((path, link))
    assert dead == []


def test_ids_are_unique_on_every_page(pages: dict[str, html.HtmlElement]) -> None:
    doubled = {
        path: sorted({name for name in ids if ids.count(name) > 1})
        for path, page in pages.items()
        if len(ids := page.xpath("//@id")) != len(set(ids))
    }
    assert doubled == {}


def test_every_caution_that_reaches_a_page_is_linked_in_its_text(
    real_project: Path, pages: dict[str, html.HtmlElement]
) -> None:
    missing = []
    for url, expected in read_manifest(real_project / "build").items():
        links = pages[f"{url}index.html"].xpath("//article//a[not(ancestor::nav)]/@href")
        there = {re.sub(r"^(\.\./)*", "", link) for link in links}
        missing += [
            (url, caution)
            for caution in expected.must_link
            if caution not in there and caution.removeprefix("cautions/") not in there
        ]
    assert missing == []


def test_every_address_is_written_down(real_project: Path) -> None:
    listed = (real_project / "addresses.txt").read_text(encoding="utf-8").split()
    assert set(choose_lasting(read_manifest(real_project / "build"))) <= set(listed)


def test_some_cautions_reach_every_technique(real_project: Path) -> None:
    manifest = read_manifest(real_project / "build")
    assert [
        url for url, page in manifest.items() if page.source.startswith("content/techniques/") and not page.must_link
    ] == []


FETCHED = "//script/@src | //img/@src | //@srcset | //source/@src | //iframe/@src | //object/@data | //video/@src"


def test_no_page_loads_anything_from_another_host(pages: dict[str, html.HtmlElement]) -> None:
    styles = "//link[@rel='stylesheet' or @rel='preload' or @rel='icon' or @rel='preconnect' or @rel='prefetch']/@href"
    foreign = [
        (path, address)
        for path, page in pages.items()
        for address in page.xpath(f"{FETCHED} | {styles}")
        if urlsplit(address).netloc
    ]
    assert foreign == []


def test_no_style_sheet_loads_anything_from_another_host(real_site: Path) -> None:
    foreign = [
        (path.name, match[0])
        for path in real_site.rglob("*.css")
        for match in re.finditer(
            r"(?:url\(\s*['\"]?|@import\s+['\"])(?:https?:)?//[^)'\"]+", path.read_text(encoding="utf-8")
        )
    ]
    assert foreign == []


def test_no_page_has_markup_that_a_strict_policy_would_refuse(pages: dict[str, html.HtmlElement]) -> None:
    handlers = {
        path: page.xpath("//@*[starts-with(name(), 'on')] | //@href[starts-with(., 'javascript:')]")
        for path, page in pages.items()
    }
    assert {path: found for path, found in handlers.items() if found} == {}


def test_every_page_has_one_heading_a_title_and_a_description(pages: dict[str, html.HtmlElement]) -> None:
    faulty = [
        path
        for path, page in pages.items()
        if len(page.xpath("//h1")) != 1
        or not page.xpath("//title/text()")
        or (path != "404.html" and not page.xpath("//meta[@name='description']/@content"))
    ]
    assert faulty == []


def test_every_page_can_be_reached_from_the_home_page(
    real_project: Path, pages: dict[str, html.HtmlElement], real_site: Path
) -> None:
    found, todo = {"index.html"}, ["index.html"]
    while todo:
        here = todo.pop()
        for link in pages[here].xpath("//a/@href"):
            parts = urlsplit(link)
            if not parts.scheme and not parts.netloc and parts.path:
                name = file_linked(real_site, here, parts.path)
                if name in pages and name not in found:
                    found.add(name)
                    todo.append(name)
    assert {f"{url}index.html" for url in read_manifest(real_project / "build")} - found == set()


def test_generating_elsewhere_gives_the_same_bytes(real_project: Path, zensical_site: Path) -> None:
    assert hashes(zensical_site.parent / OUTPUT_FOLDER) == hashes(real_project / OUTPUT_FOLDER)


def test_the_other_engine_builds_the_same_pages(real_site: Path, zensical_site: Path) -> None:
    def built(site: Path) -> set[str]:
        return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}

    assert built(zensical_site) == built(real_site)


def test_the_finishing_pass_finds_nothing_in_what_the_other_engine_built(zensical_site: Path) -> None:
    assert finish_site(zensical_site, read_manifest(zensical_site.parent / "build")) == ()


def pages_in(site: Path) -> list[Path]:
    """List the pages of a built site, without the short addresses, which only lead on."""
    return [path for path in sorted(site.rglob("index.html")) if path.parents[1].name != "go"]


def test_both_engines_show_the_same_words(real_site: Path, zensical_site: Path) -> None:
    def words(site: Path, page: str) -> str:
        (article,) = html.document_fromstring((site / page).read_bytes()).xpath("//article")
        return re.sub(r"[\s¶#]+", " ", article.text_content())

    sample = [path.relative_to(real_site).as_posix() for path in pages_in(real_site)][::10]
    assert [page for page in sample if words(real_site, page) != words(zensical_site, page)] == []


def test_both_engines_say_the_same_to_machines(real_site: Path, zensical_site: Path) -> None:
    def said(site: Path) -> dict[str, tuple[object, ...]]:
        trees = {
            path.relative_to(site).as_posix(): html.document_fromstring(path.read_bytes()) for path in pages_in(site)
        }
        return {
            name: (
                json.loads(tree.xpath("//script[@type='application/ld+json']")[0].text),
                tree.xpath("//meta[@property]/@property"),
                tree.xpath("//meta[@property]/@content"),
                tree.xpath("//link[@rel='canonical']/@href"),
                tree.xpath("//meta[@name='robots']/@content"),
            )
            for name, tree in trees.items()
        }

    assert said(zensical_site) == said(real_site)


def test_both_engines_map_the_same_pages_and_publish_the_same_data(real_site: Path, zensical_site: Path) -> None:
    def mapped(site: Path) -> list[list[str | None]]:
        return sorted([part.text for part in entry] for entry in etree.parse(site / "sitemap.xml").getroot())

    assert mapped(zensical_site) == mapped(real_site)
    for name in ("robots.txt", "data/catalogue.json", "data/codes.json"):
        assert (zensical_site / name).read_bytes() == (real_site / name).read_bytes()
