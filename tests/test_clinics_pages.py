"""The pages that only a clinic's copy has, and its style sheets."""

from pathlib import Path

from generator.pipeline import check_project, render_project
from tests.clinics_copies import copy_pages
from tests.projects import CLINIC, TODAY, write_project

COLOURS = CLINIC + 'colours:\n  light: {accent: "#7a2048"}\n  dark: {accent: "#f0a6c3"}\n'


def test_a_page_tells_how_to_reach_the_clinic(tmp_path: Path) -> None:
    more = 'phone: "+44 20 7946 0000"\nemail: desk@hillside.example\nbooking: https://hillside.example/book?a=1&b=2\n'
    page = copy_pages(tmp_path, {"clinic.yml": CLINIC + more})["about-clinic.md"]
    assert '<a href="tel:+442079460000">+44 20 7946 0000</a>' in page
    assert '<a href="mailto:desk@hillside.example">desk@hillside.example</a>' in page
    assert '<a href="https://hillside.example/book?a=1&amp;b=2">Book a visit</a>' in page


def test_a_page_tells_when_the_clinic_is_open(tmp_path: Path) -> None:
    page = copy_pages(tmp_path, {"clinic.yml": f"{CLINIC}hours: ['Monday: 9 to 5', 'Friday: 9 to 1']\n"})
    assert "## When we are open\n\n- Monday: 9 to 5\n- Friday: 9 to 1\n" in page["about-clinic.md"]


def test_the_privacy_page_adds_the_clinics_words_as_they_are(tmp_path: Path) -> None:
    page = copy_pages(tmp_path, {"clinic.yml": f"{CLINIC}privacy: |\n  We keep <b>notes</b>.\n\n  For *8* years.\n"})
    assert r"We keep &lt;b>notes&lt;/b>." in page["privacy.md"]
    assert r"For \*8\* years." in page["privacy.md"]


def test_the_base_has_none_of_these_pages(tmp_path: Path) -> None:
    files = render_project(check_project(write_project(tmp_path, {}), TODAY).catalogue)
    assert {file.path for file in files} & {"about-clinic.md", "privacy.md", "assets/styles/brand.css"} == set()


def test_a_copy_has_no_handbook_for_those_who_write(tmp_path: Path) -> None:
    assert not [path for path in copy_pages(tmp_path, {}) if path.startswith("handbook/")]


def test_the_colours_of_both_schemes_are_a_style_sheet(tmp_path: Path) -> None:
    styles = copy_pages(tmp_path, {"clinic.yml": COLOURS})["assets/styles/brand.css"]
    assert ':root,\n[data-md-color-scheme="default"] {\n  --accent: #7a2048;' in styles
    assert '[data-md-color-scheme="slate"] {\n  --accent: #f0a6c3;' in styles


def test_without_colours_and_letters_there_is_no_style_sheet(tmp_path: Path) -> None:
    assert "assets/styles/brand.css" not in copy_pages(tmp_path, {})


def test_where_all_guides_are_hidden_no_page_leads_to_their_index(tmp_path: Path) -> None:
    pages = copy_pages(tmp_path, {"clinic.yml": f"{CLINIC}show: {{kinds: [techniques]}}\n"})
    heads = {path: text.split("\n---\n")[0] for path, text in pages.items() if path.endswith(".md")}
    assert "guides/index.md" not in pages
    assert [path for path, head in heads.items() if '"url": "guides/"' in head or "/guides/" in head] == []
