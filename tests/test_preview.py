"""What a preview does at a save, without a browser: in which order, what again and what not, and what it watches."""

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import typst
from typst import TypstError

from generator.diagnostics import Code, Diagnostic, Location, Severity
from generator.drawing.picture import Picture
from generator.preview.fault import fault_of_template, faults_of
from generator.preview.rebuild import Rebuilder, Stage, Step, SupersededError
from generator.preview.watching import Watcher
from generator.reading.project_folders import Project
from tests.projects import TODAY, write_project

BALL: Final = "content/tools/ball.yml"
PATIENCE_S: Final = 20


def never() -> None:
    """Go on."""


def at_once() -> None:
    """Stop as soon as anybody asks."""
    raise SupersededError


@pytest.fixture(scope="module")
def on_paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Typeset the handouts of the sound project once."""
    project = Project(write_project(tmp_path_factory.mktemp("on-paper"), {}))
    list(Rebuilder(project, "https://x.example/", "Guides", TODAY).rebuild((), never))
    return project.typeset


@pytest.fixture
def root(tmp_path: Path, on_paper: Path) -> Path:
    project = Project(write_project(tmp_path, {}))
    shutil.copytree(on_paper, project.typeset)
    return tmp_path


@pytest.fixture
def rebuilder(root: Path) -> Rebuilder:
    found = Rebuilder(Project(root), "https://x.example/", "Guides", TODAY)
    assert [step.stage for step in found.rebuild((), never)] == [Stage.ALL_PAGES, Stage.PAPER]
    return found


def save(root: Path, old: str, new: str, file: str = BALL) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_page_of_a_changed_file_comes_first_and_alone(root: Path, rebuilder: Rebuilder) -> None:
    save(root, "Roll it slowly.", "Roll it softly.")
    first = next(rebuilder.rebuild((), never))
    assert (first.stage, first.changed) == (Stage.AT_HAND, ("tools/ball.md",))


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("", "index.md"),
        ("tools/", "tools/index.md"),
        ("where/foot/", "where/foot.md"),
        ("sources/smith2020/", "sources/smith2020.md"),
        ("questions/foot-questions/", "questions/foot-questions.md"),
    ],
)
def test_a_page_at_hand_comes_with_it(root: Path, rebuilder: Rebuilder, address: str, file: str) -> None:
    save(root, "summary: A small soft ball.", "summary: A large soft ball.")
    (root / "build/docs" / file).write_text("", encoding="utf-8")
    first = next(rebuilder.rebuild((address,), never))
    assert set(first.changed) == {"tools/ball.md", file}


def test_what_is_at_hand_is_what_all_pages_bring_too(root: Path, rebuilder: Rebuilder) -> None:
    save(root, "Roll it slowly.", "Roll it softly.")
    steps = rebuilder.rebuild(("", "tools/", "where/foot/", "sources/smith2020/"), never)
    first = next(steps)
    early = {path: (root / "build/docs" / path).read_bytes() for path in first.changed}
    list(steps)
    assert {path: (root / "build/docs" / path).read_bytes() for path in early} == early


def test_a_save_meanwhile_stops_all_but_the_page_at_hand(root: Path, rebuilder: Rebuilder) -> None:
    save(root, "Roll it slowly.", "Roll it softly.")
    steps = rebuilder.rebuild((), at_once)
    assert next(steps).stage is Stage.AT_HAND
    with pytest.raises(SupersededError):
        next(steps)


def test_what_was_stopped_is_made_by_the_next_rebuild(root: Path, rebuilder: Rebuilder) -> None:
    save(root, "name: Ball", "name: Soft ball")
    with pytest.raises(SupersededError):
        list(rebuilder.rebuild((), at_once))
    list(rebuilder.rebuild((), never))
    assert "Soft ball" in (root / "build/docs/tools/index.md").read_text(encoding="utf-8")


def test_an_error_is_all_that_is_told_and_nothing_is_written(root: Path, rebuilder: Rebuilder) -> None:
    before = (root / "build/docs/tools/ball.md").read_bytes()
    save(root, "Roll it slowly.", "Roll it softly.\nstep: [x]")
    (only,) = rebuilder.rebuild((), never)
    assert only.stage is Stage.CHECKED
    assert [one.code.name for one in only.report.diagnostics] == ["unknown-field"]
    assert (root / "build/docs/tools/ball.md").read_bytes() == before


def test_a_fault_that_stays_is_told_each_time(root: Path, rebuilder: Rebuilder) -> None:
    save(root, "Roll it slowly.", "Roll it softly.\nstep: [x]")
    told = [[one.code.name for step in rebuilder.rebuild((), never) for one in step.report.diagnostics] for _ in "ab"]
    assert told == [["unknown-field"], ["unknown-field"]]


def test_a_sheet_that_is_too_long_is_told_last(root: Path, rebuilder: Rebuilder) -> None:
    rub = root / "content/techniques/arch-rub.yml"
    steps = "".join(f"  - Stroke along the sole once more, slowly and with care, number {n}.\n" for n in range(200))
    rub.write_text(rub.read_text(encoding="utf-8").replace("steps:\n", f"steps:\n{steps}"), encoding="utf-8")
    *_, last = rebuilder.rebuild((), never)
    assert last.stage is Stage.PAPER
    assert "handout-too-long" in {one.code.name for one in last.report.diagnostics}


def pictures_of(step: Step) -> dict[str, tuple[Picture, ...]]:
    assert step.generated is not None
    assert step.generated.drawings is not None
    return dict(step.generated.drawings.pictures)


def test_only_what_uses_a_changed_thing_is_drawn_again(root: Path) -> None:
    rebuilder = Rebuilder(Project(root), "https://x.example/", "Guides", TODAY)
    before = pictures_of(next(iter(rebuilder.rebuild((), never))))
    save(root, "Roll it slowly.", "Roll it softly.")
    after = pictures_of([*rebuilder.rebuild((), never)][1])
    users = {"arch-rub", "sore-feet"}
    assert {name for name in after if after[name] is not before[name]} == users
    assert after.keys() > users


@pytest.fixture(params=[False, True], ids=["told", "polled"])
def watcher(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Watcher]:
    (tmp_path / "content/tools").mkdir(parents=True)
    found = Watcher([tmp_path / "content"], [tmp_path / "references.bib", tmp_path / "overlay"], poll=request.param)
    yield found
    found.stop()


def test_a_new_file_is_seen(watcher: Watcher, tmp_path: Path) -> None:
    (tmp_path / "content/tools/ball.yml").write_text("id: ball\n", encoding="utf-8")
    assert tmp_path / "content/tools/ball.yml" in watcher.take(PATIENCE_S)


def test_a_file_that_an_editor_puts_in_the_place_of_another_is_seen(watcher: Watcher, tmp_path: Path) -> None:
    (tmp_path / "references.bib.new").write_text("", encoding="utf-8")
    os.replace(tmp_path / "references.bib.new", tmp_path / "references.bib")  # noqa: PTH105 (what editors call)
    assert watcher.take(PATIENCE_S) == {tmp_path / "references.bib"}


def test_a_file_that_nobody_asked_for_is_not_seen(watcher: Watcher, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("", encoding="utf-8")
    (tmp_path / "references.bib").write_text("", encoding="utf-8")
    assert watcher.take(PATIENCE_S) == {tmp_path / "references.bib"}


def test_reading_is_no_change(watcher: Watcher, tmp_path: Path) -> None:
    (tmp_path / "references.bib").write_text("", encoding="utf-8")
    watcher.take(PATIENCE_S)
    (tmp_path / "references.bib").read_text(encoding="utf-8")
    assert watcher.take(0.3) == frozenset()


def test_a_folder_that_comes_later_is_watched_from_then_on(watcher: Watcher, tmp_path: Path) -> None:
    (tmp_path / "overlay").mkdir()
    assert tmp_path / "overlay" in watcher.take(PATIENCE_S)
    watcher.watch([tmp_path / "overlay"], [])
    (tmp_path / "overlay/clinic.yml").write_text("", encoding="utf-8")
    assert tmp_path / "overlay/clinic.yml" in watcher.take(PATIENCE_S)


def test_who_waits_is_woken(watcher: Watcher, tmp_path: Path) -> None:
    timer = threading.Timer(0.2, lambda: (tmp_path / "references.bib").write_text("", encoding="utf-8"))
    timer.start()
    assert watcher.take(PATIENCE_S)
    timer.join()


def test_only_errors_stand_in_the_page(tmp_path: Path) -> None:
    codes = [Code(severity.word, severity, "It is so.") for severity in Severity]
    told = [Diagnostic(code, Location("a.yml"), "So.") for code in codes]
    assert [fault.code for fault in faults_of(told, (tmp_path,))] == [Severity.ERROR.word]


def test_a_fault_brings_its_line_as_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("one: 1\ntwo: 2\n", encoding="utf-8")
    diagnostic = Diagnostic(Code("x", Severity.ERROR, "It is so."), Location("a.yml", 2, 1), "So.")
    (fault,) = faults_of([diagnostic], (tmp_path,))
    assert (fault.place, fault.excerpt) == ("a.yml:2:1", "two: 2")


def test_a_fault_of_a_file_that_is_gone_has_no_line(tmp_path: Path) -> None:
    diagnostic = Diagnostic(Code("x", Severity.ERROR, "It is so."), Location("a.yml", 2, 1), "So.")
    (fault,) = faults_of([diagnostic], (tmp_path,))
    assert fault.excerpt == ""


def test_a_fault_of_the_template_of_handouts_names_it(tmp_path: Path) -> None:
    with pytest.raises(TypstError) as raised:
        typst.compile(b"#broken")
    fault = fault_of_template(raised.value, (tmp_path,))
    assert (fault.place, fault.message) == ("generator/templates/handout.typ", "TypstError: unknown variable: broken")
