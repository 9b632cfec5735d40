"""A running server shows what was saved, builds only then, and survives what an author gets wrong."""

import json
from pathlib import Path

import pytest

from generator.rendering.search.index import INDEX_FILE, parts_of, tag_of
from tests.live_servers import Server, save, serving
from tests.projects import SIGNED, base_files, write_clinic

BALL = "content/tools/ball.yml"
COMMANDS = {
    "mkdocs": ("mkdocs", "serve", "--dev-addr", "{address}"),
    "selfcare": ("selfcare", "serve", "--address", "{address}"),
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
def test_an_edit_of_content_shows_up(
    whole_project: Path, tmp_path_factory: pytest.TempPathFactory, command: tuple[str, ...]
) -> None:
    with serving(whole_project, tmp_path_factory.mktemp("server"), *command) as server:
        server.shows("tools/ball/", "Roll it slowly.")
        save(whole_project / BALL, "slowly", "softly")
        server.shows("tools/ball/", "Roll it softly.")


def test_an_edit_of_a_source_shows_up(server: Server) -> None:
    save(server.project / "references.bib", "Foot massage", "Leg massage")
    server.shows("sources/smith2020/", "Leg massage")
    server.shows("techniques/arch-rub/", "Leg massage")


def test_an_edit_of_a_template_shows_up(server: Server) -> None:
    save(server.package / "templates/tool.md.j2", "What it does", "What it is good for")
    server.shows("tools/ball/", "What it is good for")


def test_an_edit_of_the_theme_shows_up_on_every_page(server: Server) -> None:
    save(server.project / "site_overrides/partials/footer.html", "Back to the top", "Up we go")
    for path in ("tools/ball/", "techniques/", ""):
        server.shows(path, "Up we go")


def test_an_edit_of_the_handbook_shows_up(server: Server) -> None:
    save(server.project / "docs/index.md", "Words.", "Other words.")
    server.shows("handbook/", "Other words.")


def test_an_edit_of_the_settings_shows_up(server: Server) -> None:
    save(server.project / "mkdocs.yml", "site_name: Leg, knee and foot self-care", "site_name: Our clinic")
    server.shows("tools/ball/", "Our clinic")


def test_a_new_file_shows_up(server: Server) -> None:
    text = str(base_files()[BALL]).replace("id: ball", "id: stick").replace("name: Ball", "name: Stick")
    (server.project / "content/tools/stick.yml").write_text(text, encoding="utf-8")
    server.shows("tools/stick/", "Stick")
    server.shows("tools/", "Stick")


def test_a_deleted_file_is_gone_from_the_site(server: Server) -> None:
    server.shows("questions/foot-questions/", "Once a day")
    (server.project / "content/questions/foot-questions.md").unlink()
    server.shows_no("questions/foot-questions/", "Once a day")
    server.shows_no("questions/", "Questions about feet")


def test_the_search_knows_old_and_new_words_after_an_edit(server: Server) -> None:
    save(server.project / BALL, "slowly", "softly")
    server.shows(INDEX_FILE, "softly")
    assert "stroke" in server.page(INDEX_FILE)
    assert server.is_quiet()
    index = json.loads(server.page(INDEX_FILE))
    assert [name for name, tag in parts_of(index) if tag_of(server.page(name)) != tag] == []


def test_nothing_is_built_while_nothing_changes(server: Server) -> None:
    before = server.rebuilds()
    assert server.is_quiet()
    assert server.rebuilds() == before


def test_one_edit_is_followed_by_an_end_of_building(server: Server) -> None:
    before = server.rebuilds()
    save(server.project / BALL, "slowly", "softly")
    server.shows("tools/ball/", "softly")
    assert server.is_quiet()
    assert server.rebuilds() == before + 1


def test_an_error_keeps_the_last_good_page_and_its_mend_shows_up(server: Server) -> None:
    ball = server.project / BALL
    save(ball, "slowly.", "softly.\nstep: [x]")
    server.says("There is no field “step” here.")
    assert server.is_quiet()
    assert server.is_alive()
    assert "Roll it slowly." in server.page("tools/ball/")
    save(ball, "\nstep: [x]", "")
    server.shows("tools/ball/", "Roll it softly.")


def test_a_fault_in_a_template_keeps_the_server_alive_and_its_mend_shows_up(server: Server) -> None:
    template = server.package / "templates/tool.md.j2"
    save(template, "What it does", "{% broken %}")
    server.says("broken")
    assert server.is_quiet()
    assert server.is_alive()
    assert "What it does" in server.page("tools/ball/")
    save(template, "{% broken %}", "What it is good for")
    server.shows("tools/ball/", "What it is good for")


def test_a_fault_in_the_template_of_handouts_keeps_the_server_alive_and_its_mend_shows_up(server: Server) -> None:
    template = server.package / "templates/handout.typ"
    save(template, "\n#head\n", "\n#broken\n")
    server.says("unknown variable: broken")
    assert server.is_quiet()
    assert server.is_alive()
    save(template, "\n#broken\n", "\n#head\n")
    save(server.project / BALL, "slowly", "softly")
    server.shows("tools/ball/", "Roll it softly.")


def test_a_folder_of_content_that_goes_and_comes_back_is_watched_on(server: Server) -> None:
    tools = server.project / "content/questions"
    away = server.project / "away"
    tools.rename(away)
    server.shows_no("questions/foot-questions/", "Once a day")
    away.rename(tools)
    server.shows("questions/foot-questions/", "Once a day")


def test_a_clinics_copy_follows_its_folder_the_base_and_the_theme(
    whole_project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    note = "clinic/overlay/notes/rub.yml"
    write_clinic(whole_project, {"overlay/notes/rub.yml": f"thing: arch-rub\ntext: We show you.\n{SIGNED}"})
    command = (*COMMANDS["selfcare"], "--brand", "clinic")
    with serving(whole_project, tmp_path_factory.mktemp("server"), *command) as server:
        server.shows("techniques/arch-rub/", "We show you.")
        save(whole_project / note, "We show you.", "We teach you.")
        server.shows("techniques/arch-rub/", "We teach you.")
        save(whole_project / BALL, "slowly", "softly")
        server.shows("tools/ball/", "Roll it softly.")
        save(whole_project / "site_overrides/partials/footer.html", "Back to the top", "Up we go")
        server.shows("tools/ball/", "Up we go")
        save(whole_project / note, "thing: arch-rub", "thing: arch-rob")
        server.says("clinic/overlay/notes/rub.yml:1:8: The base has no thing “arch-rob”.")
        assert "We teach you." in server.page("techniques/arch-rub/")
        assert server.is_quiet()
