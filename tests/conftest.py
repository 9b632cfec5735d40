"""Options and fixtures of all tests."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.drawn_site import Drawn, our_pictures
from tests.projects import Files, write_project

WriteProject = Callable[[Files], Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="Write what the command prints now into tests/cases/*.yml."
    )


@pytest.fixture(scope="session")
def drawn() -> Drawn:
    """Our own site and all its pictures."""
    return our_pictures()


@pytest.fixture
def project(tmp_path: Path) -> WriteProject:
    """Write the sound project with some files changed, and give its folder."""
    return lambda files: write_project(tmp_path, files)
