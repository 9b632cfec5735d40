"""Clinics' copies, built: from a new folder, many in one run, and from the wheel outside the repository."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from lxml import html

from tests.kept import once_for_all_workers
from tests.projects import CLINIC, SIGNED, Files, write_clinic
from tests.shown_pages import ROOT
from tests.styled_copy import SOUND
from tests.whole_projects import (
    BIN,
    LOG,
    built_once,
    environment,
    hashes,
    run,
    run_forked,
    shared_by_workers,
    write_whole_project,
)

NOTE = f"thing: arch-rub\ntext: We show you this.\n{SIGNED}"


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a new clinic's folder as it is, with a page hidden and a note: once for all workers."""
    base = tmp_path_factory.getbasetemp()
    return built_once(base, "copied", _build_copy, "my-clinic/site") / "my-clinic"


def _build_copy(root: Path) -> None:
    write_whole_project(root)
    made = run_forked(
        root, "selfcare", "brand", "new", "my-clinic", "--name", "Söhne & Co", "--url", "https://a.example/b/"
    )
    assert made.code == 0, made.output
    for name, text in {"hide/toe.yml": "thing: toe-stretch\n", "notes/rub.yml": NOTE}.items():
        path = root / "my-clinic/overlay" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    ended = run_forked(root, "selfcare", "build", "--brand", "my-clinic")
    assert ended.code == 0, ended.output


def page(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path / "index.html").read_text(encoding="utf-8"))


def test_a_new_folder_builds_as_it_is(copied: Path) -> None:
    assert (copied / "site/techniques/arch-rub/index.html").is_file()


def test_every_page_names_the_clinic(copied: Path) -> None:
    names = {
        path: html.parse(str(path)).xpath("string(//*[@class='brand__name'])")
        for path in (copied / "site").rglob("index.html")
        if "go/" not in path.as_posix() and "toe-stretch" not in path.as_posix()
    }
    assert {name for name in names.values() if name} == {"Söhne & Co"}


def test_every_page_tells_how_to_reach_the_clinic(copied: Path) -> None:
    footer = page(copied / "site", "techniques/arch-rub").xpath("//*[@class='clinic']")[0]
    assert "1 Example Street" in footer.text_content()
    assert footer.xpath(".//a[starts-with(@href, 'tel:')]/@href") == ["tel:01632960000"]


def test_the_addresses_are_those_of_the_clinic(copied: Path) -> None:
    (canonical,) = page(copied / "site", "techniques/arch-rub").xpath("//link[@rel='canonical']/@href")
    assert canonical == "https://a.example/b/techniques/arch-rub/"


def test_what_is_hidden_is_not_on_the_map_of_the_site(copied: Path) -> None:
    assert "toe-stretch" not in (copied / "site/sitemap.xml").read_text(encoding="utf-8")


def test_what_is_hidden_leads_on(copied: Path) -> None:
    text = (copied / "site/exercises/toe-stretch/index.html").read_text(encoding="utf-8")
    assert 'http-equiv="refresh" content="0; url=../../"' in text


def test_the_colours_of_the_clinic_come_after_those_of_the_base(copied: Path) -> None:
    (styles,) = (copied / "site/assets/styles").glob("all.*.css")
    text = styles.read_text(encoding="utf-8")
    assert text.index("--accent: #0a5a5f") < text.rindex(':root,\n[data-md-color-scheme="default"] {\n  --accent:')


def test_a_copy_holds_nothing_for_contributors(copied: Path) -> None:
    assert not (copied / "site/handbook").exists()


def test_the_logo_of_each_scheme_is_there(copied: Path) -> None:
    logos = page(copied / "site", "").xpath("//img[contains(@class, 'brand__logo')]/@src")
    assert logos == ["assets/clinic/logo-light.svg", "assets/clinic/logo-dark.svg"]
    assert all((copied / "site" / logo).is_file() for logo in logos)


def test_a_folder_that_holds_something_is_left_alone(copied: Path) -> None:
    ended = run_forked(copied.parent, "selfcare", "brand", "new", "my-clinic")
    assert (ended.code, ended.output) == (1, "my-clinic: There is something in this folder already. Name a new one.\n")


def test_the_workflows_of_a_new_folder_are_yaml_with_our_commands(copied: Path) -> None:
    workflow = (copied / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    assert re.findall(r"- run: (selfcare .*)", workflow) == [
        "selfcare check --brand . --format github",
        "selfcare brand check .",
        "selfcare build --brand .",
    ]
    assert "${{ github.ref }}" in workflow


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Build three copies in one run, of which one has a fault, once for all workers; give what the command printed."""
    root = shared_by_workers(tmp_path_factory.getbasetemp()) / "together"
    with once_for_all_workers(root) as is_missing:
        if is_missing:
            root.mkdir()
            _build_three(write_whole_project(root))
    return root, (root / LOG).read_text(encoding="utf-8")


def _build_three(root: Path) -> None:
    overlays: dict[str, Files] = {
        "elm": {"overlay/styles.css": SOUND},
        "oak": {"overlay/notes/rub.yml": NOTE},
        "yew": {"clinic.yml": "nam: Yew\n"},
    }
    (root / "brands").mkdir()
    for name, overlay in overlays.items():
        write_clinic(root, {"clinic.yml": CLINIC.replace("Hillside", name.title()), **overlay})
        (root / "clinic").rename(root / "brands" / name)
    ended = run(root, "selfcare", "build", "--brands", "brands", "--out", "sites", "--workers", "2")
    (root / LOG).write_text(f"{ended.output}{ended.code}\n", encoding="utf-8")


def test_a_fault_of_one_clinic_stops_only_that_one(together: tuple[Path, str]) -> None:
    root, output = together
    assert output.endswith("\n1\n")
    assert sorted(path.name for path in (root / "sites").iterdir()) == ["elm", "oak"]
    assert "brands/yew/clinic.yml:1:1: There is no field “nam” here. [unknown-field]" in output


def test_the_summary_tells_what_became_of_each(together: tuple[Path, str]) -> None:
    lines = together[1].splitlines()
    assert [re.sub(r" +\d+\.\d s", "", line) for line in lines[-5:-1]] == [
        "elm  built",
        "oak  built",
        "yew  not built",
        "sites: 2 built, 1 not built.",
    ]


def test_a_copy_built_with_others_is_the_same_as_one_built_alone(together: tuple[Path, str]) -> None:
    root, output = together
    assert run_forked(root, "selfcare", "build", "--brand", "brands/oak", "--out", "alone").code == 0, output
    assert hashes(root / "sites/oak") == hashes(root / "alone")


def test_a_shard_builds_its_part_alone(together: tuple[Path, str]) -> None:
    root = together[0]
    ended = run_forked(root, "selfcare", "build", "--brands", "brands", "--out", "part", "--shard", "2/3")
    assert (ended.code, ended.output.splitlines()[-1]) == (0, "part: 1 built.")
    assert [path.name for path in (root / "part").iterdir()] == ["oak"]


def test_a_part_that_there_is_not_is_refused(together: tuple[Path, str]) -> None:
    ended = run_forked(together[0], "selfcare", "build", "--brands", "brands", "--shard", "4/3")
    assert (ended.code, "Write it as 2/5, for the second of five parts." in ended.output) == (2, True)


def test_a_folder_without_clinics_is_told(together: tuple[Path, str]) -> None:
    ended = run_forked(together[0], "selfcare", "build", "--brands", "docs")
    assert (ended.code, ended.output) == (1, "docs: There is no clinic.yml in a folder below this one.\n")


def test_the_wheel_is_all_that_a_clinic_needs(tmp_path: Path) -> None:
    """The wheel goes into an environment of its own, which is lent what it depends on: there is no network."""
    pip = [str(BIN / "python"), "-m", "pip", "--disable-pip-version-check"]
    _run([*pip, "wheel", "-q", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(tmp_path), str(ROOT)])
    (wheel,) = tmp_path.glob("selfcare_guides-*.whl")
    home = tmp_path / "env"
    venv.create(home, with_pip=False)
    python = home / "bin/python"
    _run([*pip, "--python", str(python), "install", "-q", "--no-deps", "--no-index", str(wheel)])
    lent = sysconfig.get_path("purelib")
    packages = Path(_run([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).strip())
    (packages / "lent.pth").write_text(f"{lent}\n", encoding="utf-8")
    command = home / "bin/selfcare"
    _run([str(command), "brand", "new", "my-clinic"], tmp_path)
    settings = tmp_path / "my-clinic/clinic.yml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}\nshow:\n  kinds: []\n", encoding="utf-8")
    _run([str(command), "build", "--brand", "my-clinic"], tmp_path)
    assert (packages / "generator/publishing/safety_looks.js").is_file()
    needs = _run(
        [str(python), "-c", "from importlib.metadata import requires; print(*requires('selfcare-guides'), sep='\\n')"]
    )
    assert [one.split("<")[0] for one in needs.splitlines() if "styles" in one] == ["playwright"]
    found = _run([str(python), "-c", "import generator; print(generator.__file__)"], tmp_path)
    assert Path(found.strip()).is_relative_to(home)
    catalogue = json.loads((tmp_path / "my-clinic/site/data/catalogue.json").read_text(encoding="utf-8"))
    assert {one["kind"] for one in catalogue["things"]} == {"cautions", "studies", "countries", "guides"}


def _run(command: list[str], folder: Path | None = None) -> str:
    paths = {name: value for name, value in environment().items() if name != "PYTHONPATH"}
    ended = subprocess.run(
        command,
        cwd=folder,
        env=paths,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert ended.returncode == 0, f"{os.fspath(command[0])} {sys.version}\n{ended.stdout}{ended.stderr}"
    return ended.stdout
