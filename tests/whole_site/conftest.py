"""The sites that several modules look at, built once for all workers: none of them changes what lies there."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.web_host import Host, hosted
from contact_sheet.browser import launch
from tests.browser_states import open_folds
from tests.browsers import OpenPage, open_page, served
from tests.kept import once_for_all_workers
from tests.live_servers import Server, lent, serving
from tests.page_types import PATHS
from tests.projects import CLINIC_FOLDER
from tests.styled_copy import write_styled_copy
from tests.whole_projects import LOG, built_once, run, run_forked, shared_by_workers, write_whole_project


@pytest.fixture(scope="session")
def real_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Wait for the copy of the real project that a first test began to build; the site is in `site`."""
    root = shared_by_workers(tmp_path_factory.getbasetemp()) / "real"
    with once_for_all_workers(root) as is_missing:
        assert not is_missing
    assert (root / "site").is_dir(), (root / LOG).read_text(encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def real_site(real_project: Path) -> Path:
    """Give the built real site."""
    return real_project / "site"


@pytest.fixture(scope="session")
def small_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sound project once, for tests that look at the site; those that change it take `built_project`."""

    def build(root: Path) -> None:
        ended = run(write_whole_project(root), "selfcare", "build")
        assert ended.code == 0, ended.output
        (root / LOG).write_text(ended.output, encoding="utf-8")

    return built_once(tmp_path_factory.getbasetemp(), "small", build)


@pytest.fixture(scope="session")
def styled_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the copy of a clinic with all that it may bring, once."""

    def build(root: Path) -> None:
        ended = run_forked(write_styled_copy(root), "selfcare", "build", "--brand", CLINIC_FOLDER)
        assert ended.code == 0, ended.output

    return built_once(tmp_path_factory.getbasetemp(), "styled", build, f"{CLINIC_FOLDER}/site")


@pytest.fixture
def built_project(small_project: Path, tmp_path: Path) -> Path:
    """Copy the sound project with its site as built."""
    return shutil.copytree(small_project, tmp_path, dirs_exist_ok=True)


@pytest.fixture
def whole_project(tmp_path: Path) -> Path:
    """Write the sound project with all that a build needs, not built yet."""
    return write_whole_project(tmp_path)


@pytest.fixture(scope="session")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Preview the sound project, once for all tests of a worker."""
    project = write_whole_project(tmp_path_factory.mktemp("project"))
    command = ("selfcare", "serve", "--address", "{address}")
    with serving(project, tmp_path_factory.mktemp("server"), *command) as found:
        found.comes_to_rest()
        yield found


@pytest.fixture
def server(one_server: Server) -> Iterator[Server]:
    """Lend the preview to a test, and undo what the test wrote."""
    with lent(one_server) as found:
        yield found


NOTHING_WAITS: Final = """() => ![...document.querySelectorAll(".kept > *, .kept ~ *")].some(
    (one) => one.getClientRects().length && getComputedStyle(one).visibility === "hidden")"""
"""The list of what is kept shows after 3 seconds where no worker answers, as here."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start one browser for all tests of a worker."""
    with sync_playwright() as playwright:
        found = launch(playwright.chromium)
        yield found
        found.close()


@pytest.fixture(scope="session", params=PATHS.values(), ids=list(PATHS))
def shown(browser: Browser, real_address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Show a page of each kind, with all that is folded unfolded; a test sets the width and colours that it needs."""
    page = browser.new_context(service_workers="block").new_page()
    page.goto(real_address + request.param)
    page.wait_for_load_state("networkidle")
    open_folds(page)
    page.wait_for_function(NOTHING_WAITS)
    yield page
    page.context.close()


@pytest.fixture(scope="session")
def real_address(real_site: Path) -> Iterator[str]:
    """Serve the real site."""
    with served(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def real_host(real_site: Path) -> Iterator[Host]:
    """Show the real site as web hosts do: compressed."""
    with hosted(real_site) as found:
        yield found


@pytest.fixture
def opened(browser: Browser, real_address: str) -> Iterator[OpenPage]:
    """Open pages of the real site, and close them after the test."""
    pages: list[Page] = []

    def opening(path: str = "", width: int = 1280, *, scripts: bool = True) -> tuple[Page, list[str]]:
        page, seen = open_page(browser, real_address + path, width, scripts=scripts)
        pages.append(page)
        return page, seen

    yield opening
    for page in pages:
        page.context.close()
