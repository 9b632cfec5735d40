"""Only what changed is written, what is not made any more goes, and an error writes nothing."""

import os
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main
from generator.pipeline import generate_project
from generator.publishing import Written, read_manifest, write_tree
from generator.rendering import OutputFile
from tests.conftest import WriteProject
from tests.projects import TODAY, edited

OLD_NS = 1_000_000_000_000_000_000


def make_old(folder: Path) -> None:
    for path in folder.rglob("*"):
        os.utime(path, ns=(OLD_NS, OLD_NS))


def test_a_new_tree_is_written_whole(tmp_path: Path) -> None:
    written = write_tree([OutputFile("index.md", "Home\n"), OutputFile("a/b.md", "B\n")], tmp_path)
    assert written == Written(("index.md", "a/b.md"), (), 0)
    assert (tmp_path / "a/b.md").read_bytes() == b"B\n"


def test_a_file_whose_text_is_the_same_is_not_touched(tmp_path: Path) -> None:
    files = [OutputFile("index.md", "Home ä\n"), OutputFile("a/b.md", "B\n")]
    write_tree(files, tmp_path)
    make_old(tmp_path)
    assert write_tree(files, tmp_path) == Written((), (), 2)
    assert {path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")} == {OLD_NS}


def test_only_the_file_that_changed_is_written(tmp_path: Path) -> None:
    write_tree([OutputFile("index.md", "Home\n"), OutputFile("a/b.md", "B\n")], tmp_path)
    make_old(tmp_path)
    written = write_tree([OutputFile("index.md", "Home\n"), OutputFile("a/b.md", "C\n")], tmp_path)
    assert written == Written(("a/b.md",), (), 1)
    assert (tmp_path / "index.md").stat().st_mtime_ns == OLD_NS
    assert (tmp_path / "a/b.md").stat().st_mtime_ns != OLD_NS


def test_a_change_of_the_same_length_is_a_change(tmp_path: Path) -> None:
    write_tree([OutputFile("a.md", "one\n")], tmp_path)
    assert write_tree([OutputFile("a.md", "two\n")], tmp_path).changed == ("a.md",)


def test_a_file_that_is_not_made_any_more_goes_with_its_folders(tmp_path: Path) -> None:
    write_tree([OutputFile("a/b/c/d.md", "D\n"), OutputFile("a/e.md", "E\n")], tmp_path)
    assert write_tree([OutputFile("a/e.md", "E\n")], tmp_path).removed == ("a/b/c/d.md",)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "e.md"]


def test_empty_folders_go(tmp_path: Path) -> None:
    (tmp_path / "a/b/c").mkdir(parents=True)
    write_tree([], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_gitignore_that_keeps_the_folder_stays(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*\n")
    (tmp_path / "a").mkdir()
    (tmp_path / "a/.gitignore").write_text("*\n")
    assert write_tree([], tmp_path).removed == ("a/.gitignore",)
    assert (tmp_path / ".gitignore").read_text() == "*\n"


def test_a_half_written_file_of_a_run_that_was_killed_goes(tmp_path: Path) -> None:
    (tmp_path / ".a.md.part").write_text("hal")
    write_tree([OutputFile("a.md", "A\n")], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_link_is_removed_and_what_it_leads_to_is_not(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.md").write_text("Kept\n")
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "link").symlink_to(outside)
    write_tree([], tree)
    assert list(tree.iterdir()) == []
    assert (outside / "kept.md").read_text() == "Kept\n"


def generate(root: Path) -> Result:
    return CliRunner().invoke(main, ["generate", "--project", str(root), "--today", TODAY.isoformat()])


def test_generating_twice_writes_nothing_the_second_time(project: WriteProject) -> None:
    root = project({})
    assert " 0 written" not in generate(root).output
    make_old(root / "build")
    result = generate(root)
    assert (result.exit_code, result.output.partition(": ")[2].split(", ")[:2]) == (0, ["0 written", "0 removed"])
    assert {path.stat().st_mtime_ns for path in (root / "build/docs").rglob("*.md")} == {OLD_NS}


def test_an_edit_writes_the_pages_that_show_it_and_what_the_search_knows(project: WriteProject) -> None:
    root = project({})
    generate_project(root, TODAY)
    project(edited({"content/tools/ball.yml": {"Roll it slowly.": "Roll it softly."}}))
    written = generate_project(root, TODAY).written
    assert written is not None
    assert written.changed == ("tools/ball.md", "data/catalogue.json", "search/index.json", "search/words-0.json")


def test_a_deleted_file_removes_its_page(project: WriteProject) -> None:
    root = project({})
    generate_project(root, TODAY)
    (root / "content/questions/foot-questions.md").unlink()
    written = generate_project(root, TODAY).written
    assert written is not None
    assert written.removed == (
        "a-z/q.md",
        "handbook/reading-ease/questions.md",
        "questions/foot-questions.md",
        "questions/index.md",
    )


def test_an_error_writes_nothing(project: WriteProject) -> None:
    root = project(edited({"content/tools/ball.yml": {"cautions: [stop-if-pain]": "cautions: [stop]"}}))
    result = generate(root)
    assert result.exit_code == 1
    assert "[unknown-id]" in result.output
    assert not (root / "build").exists()


def test_an_error_leaves_what_was_generated_before(project: WriteProject) -> None:
    root = project({})
    generate(root)
    make_old(root / "build")
    project(edited({"content/tools/ball.yml": {"cautions: [stop-if-pain]": "cautions: [stop]"}}))
    assert generate(root).exit_code == 1
    assert {path.stat().st_mtime_ns for path in (root / "build").rglob("*.*") if path.is_file()} == {OLD_NS}


def test_the_manifest_lists_every_page_with_its_source_and_cautions(project: WriteProject) -> None:
    root = project({})
    generate_project(root, TODAY)
    manifest = read_manifest(root / "build")
    pages = {path.relative_to(root / "build/docs").as_posix() for path in (root / "build/docs").rglob("*.md")}
    assert {f"{url}index.md" if not url or f"{url}index.md" in pages else f"{url[:-1]}.md" for url in manifest} == pages
    assert manifest["techniques/arch-rub/"].source == "content/techniques/arch-rub.yml"
    assert manifest["techniques/arch-rub/"].must_link == ("cautions/stop-if-pain/",)


def test_an_id_that_would_take_the_place_of_an_index_is_refused(project: WriteProject) -> None:
    ball = str(
        edited({"content/tools/ball.yml": {"id: ball": "id: index", "name: Ball": "name: Register"}})[
            "content/tools/ball.yml"
        ]
    )
    assert generate(project({"content/tools/index.yml": ball})).exit_code == 1
