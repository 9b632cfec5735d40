"""Handouts of many copies: what takes the same room is laid out the same, and nothing is tried in vain."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from PIL import ImageFont

from generator import fonts_folder
from generator.linking import link_site
from generator.pipeline import CODES
from generator.publishing import typesetting
from generator.publishing.typesetting import TypesetBefore, typeset
from generator.rendering import Sheet, render_site
from generator.rendering.paper import handout_sheets
from tests.clinics_copies import copy_catalogue
from tests.projects import CLINIC

ASCII: Final = "".join(map(chr, range(33, 127)))


def handouts(root: Path, name: str, url: str = "https://hillside.example/") -> list[Sheet]:
    clinic = CLINIC.replace("name: Hillside", f"name: {name}").replace("https://hillside.example/", url)
    site = link_site(copy_catalogue(root, {"clinic.yml": clinic}))
    site = replace(site, url=url)
    return [sheet for sheet in render_site(site, CODES).sheets if sheet.path.endswith(".pdf")]


def test_copies_with_short_names_take_the_same_room(tmp_path: Path) -> None:
    one = handouts(tmp_path / "one", "Hillside")
    other = handouts(tmp_path / "other", "Riverbank Physiotherapy", "https://guides.riverbank.example/legs/")
    assert [sheet.room for sheet in one] == [sheet.room for sheet in other]
    assert all(sheet.room for sheet in one)


def test_of_a_name_that_may_need_two_lines_nothing_is_known(tmp_path: Path) -> None:
    assert {sheet.room for sheet in handouts(tmp_path, "W" * 40)} == {""}


def test_no_sign_is_wider_than_it_is_taken_for() -> None:
    font = ImageFont.truetype(str(fonts_folder() / "AtkinsonHyperlegibleNext-Bold.ttf"), 1000)
    taken = {
        sign: handout_sheets._WIDE_EM if sign in handout_sheets._WIDE else handout_sheets._EM  # noqa: SLF001
        for sign in ASCII
    }
    assert [sign for sign in ASCII if font.getlength(sign) / 1000 > taken[sign]] == []


def test_a_second_copy_is_typeset_once_a_sheet_and_as_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = TypesetBefore()
    typeset(handouts(tmp_path / "one", "Hillside"), tmp_path / "cache-of-one", before)
    sheets = handouts(tmp_path / "other", "Riverbank")
    alone = typeset(sheets, tmp_path / "alone")
    compiled: list[str] = []
    compile_sheet = typesetting._compile  # noqa: SLF001

    def counted(sheet: Sheet, layout: str) -> bytes:
        compiled.append(sheet.path)
        return compile_sheet(sheet, layout)

    monkeypatch.setattr(typesetting, "_compile", counted)
    together = typeset(sheets, tmp_path / "together", before)
    assert sorted(compiled) == sorted(sheet.path for sheet in sheets)
    assert [file.content for file in together.files] == [file.content for file in alone.files]


def test_a_layout_that_does_not_fit_after_all_is_looked_for(tmp_path: Path) -> None:
    sheets = handouts(tmp_path, "Hillside")
    wrong = TypesetBefore()
    narrow = replace(sheets[0], most_pages=1, layouts=(_huge(sheets[0].layouts[0]), *sheets[0].layouts))
    wrong.fitted[narrow.path, narrow.room] = 0
    found = typeset([narrow], tmp_path / "cache", wrong)
    assert found.diagnostics == ()
    assert wrong.fitted[narrow.path, narrow.room] > 0


def _huge(layout: str) -> str:
    return json.dumps({**json.loads(layout), "size": 60})
