"""The worker is told what it keeps, and the finishing pass holds that against what was built."""

from pathlib import Path
from typing import Final

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.publishing import finish_site
from generator.publishing.worker import KEPT_FIRST, WORKER, offer_worker, read_build_line, write_build_line
from tests.shown_pages import ROOT

SOURCE: Final = (ROOT / "site_overrides" / WORKER).read_text(encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write a built site of the two pages that are kept first, and their style sheet."""
    for url in KEPT_FIRST:
        (tmp_path / url).mkdir()
        (tmp_path / url / "index.html").write_text('<link rel="stylesheet" href="../all.css">', encoding="utf-8")
    (tmp_path / "all.css").write_text("p {}", encoding="utf-8")
    (tmp_path / WORKER).write_text(SOURCE, encoding="utf-8")
    return tmp_path


def faults(site: Path) -> list[str]:
    return [fault.message for fault in finish_site(site, {}) if fault.message.startswith("The worker")]


def test_the_source_was_told_nothing(site: Path) -> None:
    assert read_build_line(site) == {}


def test_it_keeps_two_pages_first_and_what_they_are_shown_with(site: Path) -> None:
    write_build_line(site)
    assert read_build_line(site)["first"] == sorted([*KEPT_FIRST, "all.css"])


def test_below_another_path_it_keeps_the_same(site: Path) -> None:
    for url in KEPT_FIRST:
        (site / url / "index.html").write_text('<link rel="stylesheet" href="/knee/all.css">', encoding="utf-8")
    write_build_line(site, "/knee/")
    assert read_build_line(site)["first"] == sorted([*KEPT_FIRST, "all.css"])


def test_its_version_changes_with_any_file_and_with_nothing_else(site: Path) -> None:
    write_build_line(site)
    version = read_build_line(site)["version"]
    write_build_line(site)
    assert read_build_line(site)["version"] == version
    (site / "all.css").write_text("p { margin: 0 }", encoding="utf-8")
    write_build_line(site)
    assert read_build_line(site)["version"] != version


def test_only_its_build_line_changes(site: Path) -> None:
    write_build_line(site)
    before, after = (text.splitlines() for text in (SOURCE, (site / WORKER).read_text(encoding="utf-8")))
    assert len(before) == len(after)
    changed = [one for one, other in zip(before, after, strict=True) if one != other]
    assert [line.partition(" =")[0] for line in changed] == ["const BUILD"]


def test_a_file_that_it_would_keep_and_that_is_not_there_is_found(site: Path) -> None:
    write_build_line(site)
    assert faults(site) == []
    (site / "all.css").unlink()
    assert faults(site) == ["The worker would keep /all.css for reading without a connection, and it is not there."]


def test_a_page_that_it_would_keep_and_that_was_not_built_is_found(site: Path) -> None:
    (site / KEPT_FIRST[0] / "index.html").unlink()
    write_build_line(site)
    assert [KEPT_FIRST[0] in fault for fault in faults(site)] == [True]


def test_a_site_without_a_worker_stays_without(site: Path) -> None:
    (site / WORKER).unlink()
    write_build_line(site)
    assert not (site / WORKER).exists()
    assert faults(site) == []


@pytest.mark.parametrize(("serving", "told"), [(False, WORKER), (True, None)])
def test_pages_start_it_in_a_build_and_not_on_a_server_for_authors(serving: bool, told: str | None) -> None:  # noqa: FBT001
    config = MkDocsConfig()
    config.load_dict({"site_name": "Legs"})
    config.validate()
    config.plugins._current_plugin = "selfcare"  # noqa: SLF001 (MkDocs 1.6.1 does so while a plugin is at work)
    files = Files([File.generated(config, WORKER, content=SOURCE)])
    offer_worker(files, config, serving=serving)
    assert config.extra.get("worker") == told
    assert (files.get_file_from_path(WORKER) is None) is serving
