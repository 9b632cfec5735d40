"""Golden pages: each folder in rendered/ is a tiny project laid over the sound one, and the Markdown of its pages.

`pytest --update-golden` rewrites the pages that stand in `pages/`; a new one begins as an empty file.
"""

from pathlib import Path
from typing import Final

import pytest
import yaml

from generator.pipeline import check_project, render_project
from tests.projects import CLINIC_FOLDER, TODAY, copy_of, write_project

FOLDER: Final = Path(__file__).parent / "rendered"
PAGES: Final = sorted(path.relative_to(FOLDER) for path in FOLDER.glob("*/pages/**/*.md"))


def rendered_page(golden: Path, root: Path) -> str:
    """Render the project of a golden page, and give that page."""
    changes = FOLDER / golden.parts[0] / "project"
    files = {path.relative_to(changes).as_posix(): path.read_bytes() for path in changes.rglob("*") if path.is_file()}
    write_project(root, files)
    checked = check_project(copy_of(root) if (root / CLINIC_FOLDER).is_dir() else root, TODAY)
    assert checked.report.diagnostics == ()
    wanted = Path(*golden.parts[2:]).as_posix()
    (page,) = (file for file in render_project(checked.catalogue) if file.path == wanted)
    return page.content


@pytest.mark.parametrize("golden", PAGES, ids=lambda path: path.as_posix())
def test_a_page_is_rendered_exactly(golden: Path, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    page = rendered_page(golden, tmp_path)
    if pytestconfig.getoption("--update-golden"):
        (FOLDER / golden).write_text(page, encoding="utf-8")
    assert page == (FOLDER / golden).read_text(encoding="utf-8")


def test_there_is_a_golden_page_of_every_template() -> None:
    templates = {
        path.name.removesuffix(".md.j2") for path in (FOLDER.parents[1] / "generator/templates").glob("*.md.j2")
    }
    kinds = {str(kind_of(FOLDER / path)).replace(" ", "-") for path in PAGES}
    shared = {"care-cards", "parts", "thing", "listing", "clinics"}
    of_copies = {"about-clinic", "privacy"}
    assert templates - kinds == shared | of_copies
    assert {path.stem for path in PAGES} >= of_copies


def kind_of(page: Path) -> object:
    return yaml.safe_load(page.read_text(encoding="utf-8").split("---\n")[1])["kind"]
