"""The tests of whole pages look at every kind that there is."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.rendering.search.pages import KINDS
from tests.drawn_site import our_files
from tests.page_types import TYPES
from tests.shown_pages import front_matter_of


@pytest.fixture(scope="module")
def kinds() -> Mapping[str, str]:
    """Give the kind of every page of the real site, by its address."""
    pages = {file.path.removesuffix(".md"): file for file in our_files() if Path(file.path).suffix == ".md"}
    return {
        ("" if path == "index" else path.removesuffix("/index") + "/"): str(front_matter_of(file)["kind"])
        for path, file in pages.items()
    }


def test_there_is_a_page_of_every_kind(kinds: Mapping[str, str]) -> None:
    assert {kind: kinds.get(path) for kind, path in TYPES.items()} == {kind: kind for kind in TYPES}
    assert set(kinds.values()) == set(TYPES)


def test_the_search_says_in_words_what_each_kind_is() -> None:
    assert set(TYPES) - set(KINDS) == set()
