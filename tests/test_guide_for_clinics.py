"""The guide for clinics: each of its files is sound, and each of its commands does what it says."""

import re
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from generator.adapting.allowed_styles import PARTS, PROPERTIES, WITHIN
from generator.cli import main
from generator.pipeline import check_project
from generator.reading import Project
from generator.reading.clinic_folder import BASED_ON_FOLDER
from tests.projects import TODAY, write_project
from tests.shown_pages import ROOT

GUIDE: Final = (ROOT / "docs/clinics.md").read_text(encoding="utf-8")
STYLES: Final = dict(re.findall(r"```css\n/\* (\S+) \*/\n(.*?)```", GUIDE, re.DOTALL))
FILES: Final = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", GUIDE, re.DOTALL)) | STYLES
COMMANDS: Final = [
    line.strip()
    for block in re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)
    for line in block.splitlines()
    if line.strip()
]
BUILDS: Final = re.compile(r"selfcare (build|serve)\b")
"""Tried in tests/whole_site/test_clinics_builds.py and test_serving.py, for they take long."""

SVG: Final = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>\n'


def test_its_files_make_a_sound_folder(tmp_path: Path) -> None:
    pictures = {"logo.svg": SVG, "logo-dark.svg": SVG, "overlay/pictures/our-stool.svg": SVG}
    folder = write_project(tmp_path / "my-clinic", {**FILES, **pictures}, base=False)
    report = check_project(Project(ROOT, folder, "my-clinic"), TODAY.replace(day=26)).report
    assert report.diagnostics == ()


def test_it_shows_every_operation() -> None:
    shown = {path.split("/")[1] for path in FILES if path.startswith("overlay/")}
    assert shown == {"hide", "wordings", "notes", "stricter", "pictures", "cautions", "styles.css"}


def test_it_lists_the_parts_that_styles_can_name() -> None:
    rows = re.findall(r"^\| `(\S+)` \| (.+) \|$", GUIDE, re.MULTILINE)
    assert rows == list(PARTS.items())
    assert "you can name " + _listed(sorted(WITHIN)) in " ".join(GUIDE.split())


def test_it_lists_what_styles_can_set() -> None:
    (told,) = re.findall(r"You can set these: (.*?)\.\n", GUIDE, re.DOTALL)
    more = {name for name in PROPERTIES if "-" in name and name.rsplit("-", 1)[0] in PROPERTIES} - {"border-radius"}
    sides = {name for name in PROPERTIES if re.search(r"-(?:top|right|bottom|left)\b", name)}
    assert set(re.findall(r"`(\S+)`", told)) == PROPERTIES - more - sides


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names[:-1]) + f" and `{names[-1]}`."


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, str]]:
    """Run its quick commands in their order beside a tiny base."""
    root = write_project(tmp_path_factory.mktemp("guide"), {})
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        for command in COMMANDS:
            if command.startswith("selfcare ") and not BUILDS.match(command):
                result = CliRunner().invoke(main, command.split()[1:], catch_exceptions=False)
                found[command] = result.exit_code, result.output
    assert (root / "my-clinic/overlay").is_dir()
    assert BASED_ON_FOLDER not in {path.name for path in (root / "my-clinic/overlay").iterdir()}
    return found


def test_each_of_its_quick_commands_works(printed: dict[str, tuple[int, str]]) -> None:
    assert {command: code for command, (code, _) in printed.items()} == {
        "selfcare brand new my-clinic": 0,
        "selfcare check --brand my-clinic": 0,
        "selfcare addresses --brand my-clinic": 0,
        "selfcare brand check my-clinic": 0,
        "selfcare brand accept my-clinic": 0,
    }


def test_all_other_commands_of_it_are_those_that_are_tried_elsewhere() -> None:
    others = [command for command in COMMANDS if BUILDS.match(command) or not command.startswith("selfcare ")]
    assert others == [
        "pip install selfcare-guides",
        "selfcare build --brand my-clinic",
        "selfcare serve --brand my-clinic",
        'pip install "selfcare-guides[styles]"',
        "selfcare build --brands brands --out sites",
        "selfcare build --brands brands --out sites --shard 2/5",
    ]
