"""The skin tone that a clinic chooses in its settings is the one that a reader finds chosen."""

import re

import pytest

from generator.pipeline import check_project, render_project
from tests.conftest import WriteProject
from tests.projects import told

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
