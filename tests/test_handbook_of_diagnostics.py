"""The handbook tells of each diagnostic what `selfcare explain` prints, on pages that stay small."""

import re
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.diagnostics import Code
from generator.explaining.explain import examples, explanation_groups
from generator.pipeline import CODES, check_project, render_project
from generator.rendering.handbook.diagnostics import address_of_group
from generator.rendering.markdown_text import escape_words
from tests.projects import BASE, TODAY, write_project

LARGEST_PAGE: Final = 20_000
"""Bytes of Markdown: with the theme around it, the page stays under 40 KB."""

INDEX: Final = "handbook/diagnostics.md"
_LINK: Final = re.compile(r"^\| \[([\w-]+)\]\(([\w/.-]+)#([\w-]+)\) \|", re.MULTILINE)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Render the handbook of the sound project."""
    files = render_project(check_project(BASE, TODAY).catalogue)
    return {file.path: file.content for file in files if file.path.startswith("handbook/")}


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_a_page_holds_what_the_command_prints(code: Code, pages: dict[str, str]) -> None:
    printed = CliRunner().invoke(main, ["explain", code.name]).output
    (group,) = (group for group in explanation_groups() if code.name in group.examples)
    assert f"\n## {code.name}\n\n{printed}" in pages[f"handbook/{address_of_group(group)}"]


def test_the_index_leads_to_each_of_them(pages: dict[str, str]) -> None:
    links = _LINK.findall(pages[INDEX])
    assert [name for name, _, _ in links] == sorted(code.name for code in CODES)
    for name, page, anchor in links:
        assert (anchor, f"\n## {name}\n" in pages[f"handbook/{page}"]) == (name, True)


def test_no_page_of_them_is_long(pages: dict[str, str]) -> None:
    sizes = {path: len(text.encode()) for path, text in pages.items() if path.startswith("handbook/diagnostics")}
    assert {path: size for path, size in sizes.items() if size > LARGEST_PAGE} == {}


def test_what_is_told_in_words_holds_no_markup_but_code() -> None:
    told = [text for example in examples().values() if not example.file for text in (example.wrong, example.right)]
    bare = [re.sub(r"`[^`]+`", "code", text or "") for text in (*told, *(code.meaning for code in CODES))]
    assert [text for text in bare if escape_words(text) != text] == []


def test_a_group_links_the_page_of_its_rules_where_there_is_one(tmp_path: Path) -> None:
    root = write_project(tmp_path, {"docs/safety.md": "# The safety rules\n"})
    files = {file.path: file.content for file in render_project(check_project(root, TODAY).catalogue)}
    assert "See [The safety rules](../safety.md)." in files["handbook/diagnostics/safety.md"]
    assert "evidence.md" not in files["handbook/diagnostics/claims.md"]
