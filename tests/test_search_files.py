"""What the search in the browser reads: every page and every word once, in files that stay small."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from generator.linking.address import Address
from generator.pipeline import check_project, render_project
from generator.rendering.output_file import OutputFile
from generator.rendering.search import index as search_index
from generator.rendering.search.index import FULL, INDEX_FILE, parts_of, tag_of
from generator.rendering.search.pages import Warns
from generator.rendering.search.words import IGNORED, telling_words_of, words_of
from tests.projects import TODAY, write_project
from tests.things import thing


@dataclass(frozen=True)
class Searched:
    """The files of a project as the search reads them."""

    files: Mapping[str, OutputFile]

    @property
    def index(self) -> dict[str, Any]:
        """Give the file that is read first."""
        read: dict[str, Any] = json.loads(self.files[INDEX_FILE].content)
        return read

    def read(self, kind: str) -> list[Any]:
        """Read all parts of one kind as one list."""
        names = [name for name, _ in parts_of(self.index) if f"/{kind}-" in name]
        return [entry for name in names for entry in json.loads(self.files[name].content)]

    def weights(self, url: str) -> dict[str, int]:
        """Give the words of a page, each with its weight there."""
        words = self.index["words"].split()
        number = [page[0] for page in self.read("pages")].index(url)
        uses = zip(words, self.read("words"), strict=True)
        found = ((word, divmod(place, FULL + 1)) for word, steps in uses for place in accumulate(steps))
        return {word: weight for word, (page, weight) in found if page == number}

    def names(self, url: str) -> list[str]:
        """Give the names by which a page is known."""
        words = self.index["words"].split()
        number = [page[0] for page in self.read("pages")].index(url)
        return [" ".join(words[place] for place in name) for name in self.index["pages"][number][1:]]


def searched(root: Path, files: Mapping[str, Any] | None = None) -> Searched:
    """Render a project with some files on top."""
    checked = check_project(write_project(root, files or {}), TODAY)
    assert checked.report.diagnostics == ()
    return Searched({file.path: file for file in render_project(checked.catalogue)})


def test_every_page_is_in_the_search_once(tmp_path: Path) -> None:
    found = searched(tmp_path)
    pages = {Address(path).url for path in found.files if path.endswith(".md")}
    listed = [page[0] for page in found.read("pages")]
    assert len(listed) == len(pages) == len(found.index["pages"])
    assert set(listed) == pages


def test_a_thing_is_known_by_its_names_its_plain_word_and_its_other_names(tmp_path: Path) -> None:
    files = thing(
        "tools", "roller", name="Roller", plain="rolling pin", also=["Baker’s pin"], cautions=["stop-if-pain"]
    )
    assert searched(tmp_path, files).names("tools/roller/") == ["roller", "rolling pin", "bakers pin"]


def test_a_name_says_more_of_a_page_than_its_text(tmp_path: Path) -> None:
    files = thing("tools", "roller", name="Roller", summary="A wooden bar.", cautions=["stop-if-pain"])
    weights = searched(tmp_path, files).weights("tools/roller/")
    assert FULL >= weights["roller"] > weights["wooden"] > 0


def test_words_that_say_nothing_stand_on_no_page(tmp_path: Path) -> None:
    found = searched(tmp_path)
    uses = dict(zip(found.index["words"].split(), found.read("words"), strict=True))
    assert [word for word, steps in uses.items() if word in IGNORED and steps] == []
    assert sum(len(steps) for steps in uses.values()) > 100


def test_a_caution_is_known_as_a_warning_and_by_its_question(tmp_path: Path) -> None:
    found = searched(tmp_path)
    number = [page[0] for page in found.read("pages")].index("cautions/stop-if-pain/")
    label, _, warns = found.index["kinds"][found.index["pages"][number][0]]
    assert (label, warns) == ("Stay safe", Warns.GOES_FIRST)
    assert found.weights("cautions/stop-if-pain/").keys() >= {"hurts"}


def test_the_same_words_of_the_settings_come_to_the_browser(tmp_path: Path) -> None:
    found = searched(tmp_path, {"settings.yml": "country: gb\nsame_words:\n  - ache, can't feel\n"})
    assert found.index["same"] == [[["ache"], ["cant", "feel"]]]


def test_long_lists_of_words_and_pages_are_parted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = searched(tmp_path / "whole")
    monkeypatch.setattr(search_index, "BYTES_A_PART", 500)
    monkeypatch.setattr(search_index, "PAGES_A_PART", 4)
    parted = searched(tmp_path / "parted")
    names = [name for name, _ in parts_of(parted.index)]
    assert len(names) > len(list(parts_of(whole.index))) + 5
    assert max(len(parted.files[name].content) for name in names if "/words-" in name) <= 520
    assert parted.read("words") == whole.read("words")
    assert parted.read("pages") == whole.read("pages")


def test_each_part_is_named_with_the_tag_of_its_edition(tmp_path: Path) -> None:
    found = searched(tmp_path)
    assert [name for name, tag in parts_of(found.index) if tag_of(found.files[name].content) != tag] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jumper’s knee", ["jumpers", "knee"]),
        ("Döner’s Şanli", ["doners", "sanli"]),
        ("Anti-inflammatory (NSAID)", ["anti", "inflammatory", "nsaid"]),
        ("5 to 10 s", ["5", "to", "10", "s"]),
        ("", []),
    ],
)
def test_words_are_written_alike(text: str, words: list[str]) -> None:
    assert list(words_of(text)) == words


def test_what_asks_for_a_time_tells_something() -> None:
    assert list(telling_words_of("How long should I do this for?")) == ["how", "long"]
