"""Single pages as a preview builds them, without a server."""

from pathlib import Path
from typing import Final

from generator.preview.page_builder import PageBuilder
from generator.preview.rebuild import Rebuilder, Stage
from generator.reading.project_folders import Project
from tests.projects import TODAY

ADDRESS: Final = "questions/foot-questions/"


def rebuild(rebuilder: Rebuilder, pages: PageBuilder) -> None:
    """Rebuild, and have pages follow each step, as a preview does."""
    for step in rebuilder.rebuild((ADDRESS,), lambda: None):
        if step.stage is Stage.ALL_PAGES and step.generated is not None:
            pages.take(step.generated)
        else:
            pages.follow(step.changed, ())


def shown(pages: PageBuilder) -> bytes:
    answer = pages.answer(ADDRESS)
    return answer.content if answer is not None else b""


def test_a_page_that_comes_back_is_shown_where_another_led_on_meanwhile(whole_project: Path) -> None:
    page = whole_project / "content/questions/foot-questions.md"
    text = page.read_text(encoding="utf-8")
    renamed, moved = page.with_name("asked-often.md"), whole_project / "moved.yml"
    rebuilder = Rebuilder(Project(whole_project), "https://x.example/", "Guides", TODAY)
    pages = PageBuilder(Project(whole_project))
    page.unlink()
    renamed.write_text(text.replace("id: foot-questions", "id: asked-often"), encoding="utf-8")
    moved.write_text("questions/foot-questions: questions/asked-often\n", encoding="utf-8")
    rebuild(rebuilder, pages)
    assert b"This page is at another place now." in shown(pages)
    renamed.unlink()
    moved.unlink()
    page.write_text(text, encoding="utf-8")
    rebuild(rebuilder, pages)
    assert b"Once a day" in shown(pages)
