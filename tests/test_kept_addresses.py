"""An address that was ever published leads somewhere for ever."""

from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from generator.diagnostics import Diagnostic
from generator.model.short_code import short_code
from generator.pipeline import check_project, generate_project, render_project
from generator.publishing.addresses import check_addresses
from tests.projects import CLINIC, TODAY, Files, base_files, copy_of, write_clinic, write_project


def found(root: Path, files: Files) -> list[Diagnostic]:
    catalogue = check_project(write_project(root, files), TODAY).catalogue
    return list(check_addresses(catalogue, render_project(catalogue)))


def test_a_page_that_was_published_and_is_gone_is_told(tmp_path: Path) -> None:
    (lost,) = found(tmp_path, {"addresses.txt": "techniques/arch-rub\n\ntechniques/foot-rub\n"})
    assert (str(lost.location), lost.code.name) == ("addresses.txt:3:1", "lost-address")
    assert lost.message == "The page “techniques/foot-rub” was published, and is not there any more."
    assert lost.hint == "Say in moved.yml where it went: “techniques/foot-rub: <the new address>”."


def test_a_build_stops_where_an_address_is_lost(tmp_path: Path) -> None:
    generated = generate_project(write_project(tmp_path, {"addresses.txt": "techniques/foot-rub\n"}), TODAY)
    assert (generated.written, generated.report.has_errors) == (None, True)


def test_a_page_that_moved_is_not_lost(tmp_path: Path) -> None:
    files = {"addresses.txt": "techniques/foot-rub\n", "moved.yml": "techniques/foot-rub: techniques/arch-rub\n"}
    assert found(tmp_path, files) == []


def test_a_page_that_moved_leads_on(tmp_path: Path) -> None:
    root = write_project(tmp_path, {"moved.yml": "techniques/foot-rub: techniques/arch-rub\n"})
    pages = {file.path: file.content for file in render_project(check_project(root, TODAY).catalogue)}
    assert 'content="0; url=../../techniques/arch-rub/"' in pages["techniques/foot-rub/index.html"]


def test_the_short_address_on_old_paper_leads_on(tmp_path: Path) -> None:
    root = write_project(tmp_path, {"moved.yml": "techniques/foot-rub: techniques/arch-rub\n"})
    pages = {file.path: file.content for file in render_project(check_project(root, TODAY).catalogue)}
    assert 'content="0; url=../../techniques/arch-rub/"' in pages[f"go/{short_code('foot-rub')}/index.html"]


def test_a_page_that_moved_to_nothing_is_told(tmp_path: Path) -> None:
    (fault,) = found(tmp_path, {"moved.yml": "techniques/foot-rub: techniques/arch-rob\n"})
    assert (str(fault.location), fault.code.name) == ("moved.yml:1:22", "moved-nowhere")
    assert fault.message == "There is no page “techniques/arch-rob”."
    assert fault.hint == "Did you mean “techniques/arch-rub”?"


def test_a_page_that_moved_and_is_there_is_told(tmp_path: Path) -> None:
    (fault,) = found(tmp_path, {"moved.yml": "techniques/arch-rub: tools/ball\n"})
    assert (str(fault.location), fault.code.name) == ("moved.yml:1:1", "moved-and-there")
    assert (fault.message, fault.hint) == ("The page “techniques/arch-rub” is still there.", "Take this line out.")


def test_what_a_clinic_hides_leads_on_to_its_kind(tmp_path: Path) -> None:
    another = base_files()["content/exercises/toe-stretch.yml"].replace("toe-stretch", "bend").replace("Toe s", "Toe b")
    write_project(tmp_path, {"content/exercises/bend.yml": another})
    write_clinic(tmp_path, {"overlay/hide/toe.yml": "thing: toe-stretch\n"})
    pages = {file.path: file.content for file in render_project(check_project(copy_of(tmp_path), TODAY).catalogue)}
    assert 'content="0; url=../../exercises/"' in pages["exercises/toe-stretch/index.html"]
    assert 'content="0; url=../../exercises/"' in pages[f"go/{short_code('toe-stretch')}/index.html"]


def test_what_a_clinic_hides_leads_home_where_it_hides_the_kind(tmp_path: Path) -> None:
    shown = {"clinic.yml": f"{CLINIC}show: {{kinds: [techniques, tools, anatomy]}}\n"}
    write_clinic(write_project(tmp_path, {}), shown)
    pages = {file.path: file.content for file in render_project(check_project(copy_of(tmp_path), TODAY).catalogue)}
    assert 'content="0; url=../../"' in pages["exercises/toe-stretch/index.html"]


def test_a_copy_has_a_way_on_for_every_address_of_the_base(tmp_path: Path) -> None:
    write_project(tmp_path, {})
    assert CliRunner().invoke(main, ["addresses", "--project", str(tmp_path)]).exit_code == 0
    write_clinic(tmp_path, {"clinic.yml": f"{CLINIC}show: {{kinds: []}}\n"})
    catalogue = check_project(copy_of(tmp_path), TODAY).catalogue
    assert list(check_addresses(catalogue, render_project(catalogue))) == []


def test_a_clinic_has_to_say_where_its_own_pages_went(tmp_path: Path) -> None:
    write_clinic(write_project(tmp_path, {}), {"addresses.txt": "guides/our-way\n"})
    catalogue = check_project(copy_of(tmp_path), TODAY).catalogue
    (lost,) = check_addresses(catalogue, render_project(catalogue))
    assert (str(lost.location), lost.code.name) == ("clinic/addresses.txt:1:1", "lost-address")


def test_the_command_writes_down_every_page_once(tmp_path: Path) -> None:
    write_project(tmp_path, {"addresses.txt": "zz/old\n", "moved.yml": "zz/old: tools/ball\n"})
    for added in ("33", "0"):
        result = CliRunner().invoke(main, ["addresses", "--project", str(tmp_path)])
        assert result.output.endswith(f"addresses.txt: {added} added.\n")
    lines = (tmp_path / "addresses.txt").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert {"zz/old", "tools/ball", "is-massage-safe-today", "sources/smith2020", "where/foot"} <= set(lines)
