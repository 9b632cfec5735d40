"""Names, summaries and crumbs that look like HTML, through the real theme and into a real browser."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from tests.browsers import open_page, served
from tests.projects import write_project
from tests.things import area, thing
from tests.whole_projects import built_once, run, run_forked, write_whole_project

NAMES = {
    "script": "<script>alert(1)</script> name",
    "image": '"><img src=x onerror=alert(1)> name',
    "title": "</title><script>alert(1)</script> name",
    "quotes": "\" autofocus onfocus=alert(1) x=\" 'name'",
    "jinja": "{{ 7*7 }} {% raw %} name",
    "entity": "&lt;b&gt; &amp; name",
    "comment": "<!-- name",
    "script-end": "</script><script>alert(1)</script> name",
    "script-in-comment": "<!--<script> name",
    "markdown": "*a* _b_ `c` [d](javascript:alert(1)) name",
}


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files: dict[str, str] = {}
    for folder in ("tools", "anatomy", "conditions"):
        cautions = {"cautions": ["stop-if-pain"]} if folder == "tools" else {}
        for slug, name in NAMES.items():
            also = [f"{name} also {folder}"]
            files |= thing(
                folder, f"{folder}-{slug}", name=f"{name} {folder}", also=also, summary=f"{name} summary.", **cautions
            )

    def build(root: Path) -> None:
        write_project(write_whole_project(root), {**files, **area("leg")}, base=False)
        ended = run_forked(root, "selfcare", "build")
        assert ended.code == 0, ended.output

    return built_once(tmp_path_factory.getbasetemp(), "hostile", build) / "site"


@pytest.mark.parametrize("slug", NAMES)
def test_a_name_is_the_title_of_its_page_as_it_was_written(hostile_site: Path, slug: str) -> None:
    page = html.document_fromstring((hostile_site / f"tools/tools-{slug}/index.html").read_bytes())
    (title,) = page.xpath("//title/text()")
    assert title.startswith(f"{NAMES[slug]} tools")


@pytest.mark.parametrize("slug", NAMES)
def test_a_summary_is_the_description_of_its_page_as_it_was_written(hostile_site: Path, slug: str) -> None:
    page = html.document_fromstring((hostile_site / f"tools/tools-{slug}/index.html").read_bytes())
    assert page.xpath("//meta[@name='description']/@content") == [f"{NAMES[slug]} summary."]


@pytest.fixture(scope="module")
def hostile_zensical_site(hostile_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the same generated pages with the other engine."""

    def build(root: Path) -> None:
        shutil.copytree(hostile_site.parent, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("site"))
        ended = run(root, "zensical", "build", "--strict")
        assert ended.code == 0, ended.output

    return built_once(tmp_path_factory.getbasetemp(), "hostile-zensical", build) / "site"


def said_to_machines(site: Path, slug: str) -> object:
    page = html.document_fromstring((site / f"tools/tools-{slug}/index.html").read_bytes())
    (script,) = page.xpath("//script[@type='application/ld+json']")
    return json.loads(script.text)["about"]


@pytest.mark.parametrize("slug", NAMES)
def test_machines_read_a_name_as_it_was_written(hostile_site: Path, slug: str) -> None:
    about = said_to_machines(hostile_site, slug)
    assert isinstance(about, dict)
    assert about["name"] == f"{NAMES[slug]} tools"
    assert about["alternateName"] == [f"{NAMES[slug]} also tools"]


@pytest.mark.parametrize("slug", NAMES)
def test_machines_read_the_same_whichever_engine_built_it(
    hostile_site: Path, hostile_zensical_site: Path, slug: str
) -> None:
    assert said_to_machines(hostile_zensical_site, slug) == said_to_machines(hostile_site, slug)


@pytest.fixture(scope="module")
def address(hostile_site: Path) -> Iterator[str]:
    with served(hostile_site) as found:
        yield found


@pytest.mark.parametrize("slug", NAMES)
def test_nothing_runs_in_a_browser(address: str, browser: Browser, slug: str) -> None:
    page, seen = open_page(browser, f"{address}tools/tools-{slug}/")
    page.wait_for_load_state("networkidle")
    assert seen == []
    assert page.locator("h1").inner_text().strip().removesuffix("#").strip().startswith(NAMES[slug].split()[0])
    page.context.close()


def test_nothing_runs_in_the_results_of_a_search(address: str, browser: Browser) -> None:
    page, seen = open_page(browser, address)
    page.get_by_role("searchbox").click()
    page.keyboard.type("name tools", delay=20)
    page.locator(".finds__link").first.wait_for()
    titles = page.locator(".finds__link").all_inner_texts()
    assert seen == []
    assert any("<script>alert(1)</script>" in title for title in titles), titles
    page.context.close()
