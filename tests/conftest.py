"""Options and fixtures of all tests."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.drawn_site import Drawn, our_pictures
from tests.kept import keep_in
from tests.projects import Files, write_project
from tests.whole_projects import begin_real_build, shared_by_workers

WriteProject = Callable[[Files], Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="Write what the command prints now into tests/cases/*.yml."
    )


def pytest_collection_finish() -> None:
    """Leave the tests themselves out of the search for garbage: it would go through all of them again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _kept(tmp_path_factory: pytest.TempPathFactory) -> None:
    keep_in(shared_by_workers(tmp_path_factory.getbasetemp()))


@pytest.fixture(scope="session", autouse=True)
def _real_build(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Begin to build the real site at the first test where any will need it, for it takes long."""
    is_needed = any("real_project" in getattr(item, "fixturenames", ()) for item in request.session.items)
    root = shared_by_workers(tmp_path_factory.getbasetemp()) / "real"
    process = begin_real_build(root) if is_needed else None
    yield
    if process is not None:
        process.wait()


@pytest.fixture(scope="session")
def drawn() -> Drawn:
    """Our own site and all its pictures."""
    return our_pictures()


@pytest.fixture
def project(tmp_path: Path) -> WriteProject:
    """Write the sound project with some files changed, and give its folder."""
    return lambda files: write_project(tmp_path, files)
