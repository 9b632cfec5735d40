"""The sites that several modules look at, built once for all workers: none of them changes what lies there."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from contact_sheet.browser import launch
from tests.browser_states import open_folds
from tests.browsers import OpenPage, open_page, served
from tests.page_types import PATHS
from tests.whole_projects import copy_real_project, run, write_whole_project


@pytest.fixture(scope="session")
def real_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a copy of the real project, and give its folder; the site is in `site`."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    root = shared / "real"
    with (shared / "real.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not root.exists():
            root.mkdir()
            ended = run(copy_real_project(root), "selfcare", "build")
            assert ended.code == 0, ended.output
    assert (root / "site").is_dir(), "the other worker could not build it"
    return root


@pytest.fixture(scope="session")
def real_site(real_project: Path) -> Path:
    """Give the built real site."""
    return real_project / "site"


@pytest.fixture
def whole_project(tmp_path: Path) -> Path:
    """Write the sound project with all that a build needs, not built yet."""
    return write_whole_project(tmp_path)


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


@pytest.fixture(scope="module", params=PATHS.values(), ids=list(PATHS))
def shown(browser: Browser, real_address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Show a page of each kind, with all that is folded unfolded; a test may change the window and the colours."""
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
