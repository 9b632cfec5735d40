"""What did not change is not typeset again; what did is."""

import os
from pathlib import Path

import pytest

from generator.publishing import typeset
from generator.publishing.typeset_cache import KEPT_TIMES
from generator.rendering import Sheet
from tests.paper import catalogue_in, sheets_of
from tests.projects import edited

ACHE = {"content/conditions/sore-feet.yml": {"Feet that ache after standing.": "Feet that ache after walking."}}


def card(words: str, source: str = "content/tools/ball.yml") -> Sheet:
    data = '{"name": "%s", "line": "", "site": "", "pictures": []}'
    return Sheet("share/x.png", "card.typ", data % words, ("{}",), 1, source)


def test_the_second_time_nothing_is_typeset_and_the_bytes_are_the_same(tmp_path: Path) -> None:
    once, again = (typeset([card("One"), card("Two")], tmp_path) for _ in range(2))
    assert (once.made, again.made) == (2, 0)
    assert [file.content for file in once.files] == [file.content for file in again.files]
    assert len({file.content for file in once.files}) == 2


def test_an_edit_typesets_only_what_shows_it(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    sheets = sheets_of(catalogue_in(tmp_path / "a", {}))
    typeset(list(sheets.values()), cache)
    changed = sheets_of(catalogue_in(tmp_path / "b", edited(ACHE)))
    assert [path for path in changed if changed[path].data != sheets[path].data] == ["share/conditions/sore-feet.png"]
    assert typeset(list(changed.values()), cache).made == 1


def test_another_layout_of_the_same_data_is_typeset(tmp_path: Path) -> None:
    typeset([card("One")], tmp_path)
    other = Sheet("share/x.png", "card.typ", card("One").data, ('{"a": 1}',), 1, "x")
    assert typeset([other], tmp_path).made == 1


def test_the_same_card_at_another_address_is_not_typeset_again(tmp_path: Path) -> None:
    typeset([card("One")], tmp_path)
    moved = Sheet("share/y.png", "card.typ", card("One").data, ("{}",), 1, "content/tools/other.yml")
    outcome = typeset([moved], tmp_path)
    assert (outcome.made, outcome.files[0].path) == (0, "share/y.png")


def test_what_was_not_needed_for_longest_goes_first(tmp_path: Path) -> None:
    for number in range(KEPT_TIMES + 2):
        typeset([card(f"Card {number}")], tmp_path)
        for path in tmp_path.iterdir():
            os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns - 10**9))
    assert len(list(tmp_path.iterdir())) == KEPT_TIMES
    assert typeset([card(f"Card {KEPT_TIMES + 1}")], tmp_path).made == 0
    assert typeset([card("Card 0")], tmp_path).made == 1


def test_a_half_written_file_of_a_run_that_was_killed_is_not_taken(tmp_path: Path) -> None:
    typeset([card("One")], tmp_path)
    (whole,) = tmp_path.iterdir()
    content = whole.read_bytes()
    whole.rename(tmp_path / f".{whole.name}.part")
    outcome = typeset([card("One")], tmp_path)
    assert (outcome.made, outcome.files[0].content) == (1, content)


def test_what_the_typesetter_warns_of_is_a_fault_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "odd.typ").write_text('#set text(font: "No Such Font")\nWords\n', encoding="utf-8")
    monkeypatch.setattr("generator.publishing.typesetting.templates_folder", lambda: tmp_path)
    monkeypatch.setattr("generator.publishing.typesetting._of_this_thread", type("Fresh", (), {})())
    sheet = Sheet("share/x.png", "odd.typ", "{}", ("{}",), 1, "x")
    with pytest.raises(RuntimeError, match="unknown font family"):
        typeset([sheet], tmp_path / "cache")
