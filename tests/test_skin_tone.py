"""The skin tone that a clinic chooses in its settings is the one that a reader finds chosen."""

import re

import pytest

from generator.pipeline import check_project, render_project
from generator.rendering.paper.pictures import TONES
from tests.conftest import WriteProject
from tests.paper import sheets_of
from tests.projects import told
from tests.shown_pages import ROOT

CHOSEN = re.compile(r'name="skin-tone" value="(\d)" checked')


@pytest.mark.parametrize("tone", range(1, 6))
def test_the_tone_of_the_settings_is_chosen_on_every_page_with_pictures(project: WriteProject, tone: int) -> None:
    folder = project({"settings.yml": f"country: gb\nskin_tone: {tone}\n"})
    pages = [file.content for file in render_project(check_project(folder).catalogue) if file.path.endswith(".md")]
    chosen = [found for page in pages if (found := CHOSEN.findall(page))]
    assert len(chosen) > 4
    assert {tuple(one) for one in chosen} == {(str(tone),)}


def test_without_a_setting_it_is_the_second(project: WriteProject) -> None:
    pages = {file.path: file.content for file in render_project(check_project(project({})).catalogue)}
    assert CHOSEN.findall(pages["techniques/arch-rub.md"]) == ["2"]


@pytest.mark.parametrize("tone", ["0", "6", "dark"])
def test_another_tone_is_a_fault_of_the_settings(project: WriteProject, tone: str) -> None:
    (fault,) = told(project({"settings.yml": f"country: gb\nskin_tone: {tone}\n"}))
    assert fault[0] == "settings.yml:2:12"


def test_paper_has_the_tones_of_the_pages() -> None:
    styles = (ROOT / "site_overrides/assets/styles/pictures.css").read_text(encoding="utf-8")
    tones = {
        int(block[1]): dict(re.findall(r"--picture-([a-z-]+): (#[0-9a-f]+);", block[2]))
        for block in re.finditer(r'"skin-tone"\]\[value="(\d)"\]:checked\) \{(.*?)\}', styles, re.DOTALL)
    }
    assert {tone: inks for tone, inks in TONES.items() if inks} == tones


@pytest.mark.parametrize("tone", [1, 5])
def test_handouts_and_cards_have_the_tone_of_the_settings(project: WriteProject, tone: int) -> None:
    sheets = sheets_of(check_project(project({"settings.yml": f"country: gb\nskin_tone: {tone}\n"})).catalogue)
    for path in ("techniques/arch-rub/arch-rub-a4.pdf", "share/techniques/arch-rub.png"):
        assert TONES[tone]["skin"] in sheets[path].data
        assert "#d9a47c" not in sheets[path].data
