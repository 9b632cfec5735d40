"""The pages for contributors: their commands, fields, codes, links, tables and examples are those that there are."""

import os
import posixpath
import re
import shlex
import subprocess
from pathlib import Path
from typing import Final

import click
import pytest
from click.testing import CliRunner

from generator.authoring.questions import questions_for
from generator.checking.reading_ease import MOST_WORDS_A_SENTENCE, MOST_WORDS_AT_ALL
from generator.cli import main
from generator.diagnostics import Severity
from generator.explaining.explain import Example
from generator.model.fields import Labelled
from generator.model.kind_registry import kinds_by_folder
from generator.model.kinds.caution import Level
from generator.model.kinds.study import Study
from generator.model.readability import measure_all
from generator.model.thing import Kind, Urgency
from generator.pipeline import CODES, check_project, render_project
from generator.rendering.anchors import anchor_of
from tests.in_git import put_into_git
from tests.projects import TODAY, diagnostics_of, write_project
from tests.shown_pages import ROOT
from tests.test_architecture import models
from tests.test_cite import RIS
from tests.test_explanations import written

TEXTS: Final = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (*sorted((ROOT / "docs").glob("*.md")), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md")))
}
RULES: Final = ("docs/first-edit.md", "docs/writing.md", "docs/evidence.md", "docs/safety.md")
"""The pages that tell how to write."""

_BLOCK: Final = re.compile(r"^( *)```(\w+)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
_INLINE: Final = re.compile(r"`([^`\n]+)`")
_LINK: Final = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\s]+)\)")
_SNIPPET: Final = re.compile(r"# (\S+?)(?:, refused: ([\w-]+))?\n(.*)", re.DOTALL)


def commands_in(text: str) -> list[str]:
    """List the commands that stand in a page, in blocks and within lines."""
    blocks = [line.strip() for _, kind, block in _BLOCK.findall(text) if kind == "sh" for line in block.splitlines()]
    found = [*blocks, *_INLINE.findall(_BLOCK.sub("", text))]
    return [one for one in found if one.startswith("selfcare ") and "[OPTIONS]" not in one]


MEASURED: Final = {"docs/benchmark.md", "docs/clinics-benchmark.md", "docs/preview-benchmark.md"}
"""Tables that programs write, of what was timed."""

COMMANDS: Final = sorted(
    {(page, one) for page, text in TEXTS.items() if page not in MEASURED for one in commands_in(text)}
)


@pytest.mark.parametrize(("page", "line"), COMMANDS, ids=lambda value: value)
def test_each_command_that_a_page_tells_is_there_with_its_options(page: str, line: str) -> None:
    words = shlex.split(line)[1:]
    command: click.Command = main
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        assert words[0] in command.commands, f"{page} tells of “{line}”"
        command = command.commands[words.pop(0)]
    command.make_parser(click.Context(command)).parse_args(words)


QUICK: Final = (
    *("selfcare check", "selfcare explain unknown-id", "selfcare schema", "selfcare show arch-rub"),
    *('selfcare show "Arch rub"', "selfcare cite record.ris", "selfcare fix", "selfcare diff main"),
    "selfcare check --help",
)
TRIED_ELSEWHERE: Final = re.compile(
    r"selfcare (?:serve|build|verify|new|generate|addresses|brand|cite 10|check --format)"
)
"""What takes long, asks, or needs a network: test_new.py, test_cite.py and tests/whole_site/ do it."""


@pytest.fixture(scope="module")
def worked_on(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a project in git, with a record of a study beside it."""
    return put_into_git(write_project(tmp_path_factory.mktemp("worked-on"), {"record.ris": RIS}))


@pytest.mark.parametrize("line", QUICK)
def test_each_quick_command_works(line: str, worked_on: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(worked_on)
        result = CliRunner().invoke(main, shlex.split(line)[1:], input="y\n", catch_exceptions=False)
    assert result.exit_code == 0, result.output


def test_every_command_of_these_pages_is_tried() -> None:
    told = {line for page, line in COMMANDS if page in {*RULES, "docs/index.md"}}
    others = {line for line in told if not TRIED_ELSEWHERE.match(line)} - set(QUICK)
    assert {line for line in others if len(line.split()) > 2 or line.split()[1] not in main.commands} == set()


def test_what_was_changed_is_sent_as_the_first_edit_says(worked_on: Path, tmp_path: Path) -> None:
    (block,) = [block for _, _, block in _BLOCK.findall(TEXTS["docs/first-edit.md"]) if "git push" in block]
    subprocess.run(["git", "clone", "-q", "--bare", str(worked_on), "fork"], cwd=tmp_path, check=True)
    subprocess.run(["git", "clone", "-q", "fork", "mine"], cwd=tmp_path, check=True)
    ball = tmp_path / "mine/content/tools/ball.yml"
    ball.write_text(f"{ball.read_text(encoding='utf-8')}care: Wash it.\n", encoding="utf-8")
    whose = ("AUTHOR_NAME", "AUTHOR_EMAIL", "COMMITTER_NAME", "COMMITTER_EMAIL")
    who = os.environ | {f"GIT_{one}": "a@a.example" for one in whose}
    for line in block.splitlines():
        subprocess.run(shlex.split(line), cwd=tmp_path / "mine", check=True, capture_output=True, env=who)
    sent = subprocess.run(
        ["git", "diff", "--stat", "main", "calf-sweep"],
        cwd=tmp_path / "fork",
        check=True,
        capture_output=True,
        text=True,
    )
    assert "content/tools/ball.yml | 1 +" in sent.stdout


STUDY: Final = {
    "summary": "A trial of massage for knees.",
    "design": "randomised-trial",
    "about": "foot",
    "people": "40",
    "who": "People with sore knees.",
    "done": "Massage, twice a week.",
    "given_by": "professional",
    "compared_with": "",
    "outcome": "Less pain.\n",
    "limits": "A small trial.\n",
    "certainty": "low",
    "means": "It may help.",
    "record": "Record given as a file.",
}


def test_a_new_study_is_cited_and_told_as_the_first_edit_says(tmp_path: Path) -> None:
    root = write_project(tmp_path, {"record.ris": RIS})
    here = ["--project", str(root)]
    cited = CliRunner().invoke(main, ["cite", str(root / "record.ris"), *here])
    assert "muller2024" in cited.output
    asked = questions_for(Study, check_project(root, TODAY).catalogue)
    answers = "\n".join(STUDY[question.name] for question in asked) + "\n"
    told = CliRunner().invoke(main, ["new", "study", "muller2024", *here, "--no-open"], input=answers)
    assert told.output.count("content/studies/muller2024.yml: written.\n"), told.output


def test_a_renamed_body_part_is_named_anew_everywhere(tmp_path: Path) -> None:
    root = write_project(tmp_path, {"addresses.txt": "anatomy/foot\n"})
    (root / "content/anatomy/foot.yml").rename(root / "content/anatomy/whole-foot.yml")
    fixed = CliRunner().invoke(main, ["fix", "--yes", "--project", str(root)])
    assert fixed.exit_code == 0, fixed.output
    assert [one for one in diagnostics_of(root) if one.severity is Severity.ERROR] == []
    assert "anatomy/foot: anatomy/whole-foot" in (root / "moved.yml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Render our pages for contributors in a tiny project, by their place on the site."""
    pages = {page: text for page, text in TEXTS.items() if page.startswith("docs/")}
    pages["ARCHITECTURE.md"] = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    root = write_project(tmp_path_factory.mktemp("handbook"), pages)
    return {file.path: file.content for file in render_project(check_project(root, TODAY).catalogue)}


def test_every_link_of_the_handbook_leads_somewhere(handbook: dict[str, str]) -> None:
    dead = []
    for page, text in handbook.items():
        if not page.startswith("handbook/"):
            continue
        for link in _LINK.findall(_INLINE.sub("", _BLOCK.sub("", text))):
            if link.startswith(("http", "mailto:")):
                continue
            file, _, anchor = link.partition("#")
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page), file)) if file else page
            if path.endswith((".png", ".pdf")):
                is_there = (ROOT / "site_overrides" / path).exists()
            else:
                headings = re.findall(r"^#+ (.+)$", handbook.get(path, ""), re.MULTILINE)
                is_there = path in handbook and (not anchor or anchor in {anchor_of(one) for one in headings})
            if not is_there:
                dead.append(f"{page}: {link}")
    assert dead == []


def test_every_page_is_reached_from_the_first(handbook: dict[str, str]) -> None:
    reached, waiting = set(), ["handbook/index.md"]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        links = (link.partition("#")[0] for link in _LINK.findall(handbook[page]))
        beside = {posixpath.normpath(posixpath.join(posixpath.dirname(page), link)) for link in links}
        waiting.extend(one for one in beside - reached if one.startswith("handbook/") and one in handbook)
    assert {page for page in handbook if page.startswith("handbook/") and page.endswith(".md")} - reached == set()


def test_how_the_house_is_built_is_a_page_of_the_handbook(handbook: dict[str, str]) -> None:
    page = handbook["handbook/architecture.md"]
    assert ("](data.md)" in page, "](docs/" in page) == (True, False)


def test_a_project_that_does_not_tell_how_it_is_built_has_no_such_page(tmp_path: Path) -> None:
    root = write_project(tmp_path, {})
    assert "handbook/architecture.md" not in {
        file.path for file in render_project(check_project(root, TODAY).catalogue)
    }


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"])
def test_every_link_of_a_page_beside_the_docs_leads_to_a_file(page: str) -> None:
    links = _LINK.findall((ROOT / page).read_text(encoding="utf-8"))
    assert [link for link in links if not link.startswith("http") and not (ROOT / link).exists()] == []


def test_each_code_that_a_page_tells_is_there() -> None:
    known = {code.name for code in CODES}
    told = {code for text in TEXTS.values() for code in re.findall(r"\(diagnostics/[\w-]+\.md#([\w-]+)\)", text)}
    told |= {code for text in TEXTS.values() for code in re.findall(r"refused: ([\w-]+)", text)}
    assert told - known == set()
    assert len(told) > 20


@pytest.mark.parametrize("page", RULES)
def test_each_field_that_a_page_tells_is_there(page: str) -> None:
    fields = {field.alias or name for model in models() for name, field in model.model_fields.items()}
    values = {str(one.value) for group in Labelled.__subclasses__() for one in group}
    told = {word for word in _INLINE.findall(_BLOCK.sub("", TEXTS[page])) if re.fullmatch(r"[a-z_-]+", word)}
    assert told - fields - values - {"selfcare"} == set()


SNIPPETS: Final = [
    match.groups()
    for page in RULES
    for _, kind, block in _BLOCK.findall(TEXTS[page])
    if kind == "yaml" and (match := _SNIPPET.match(block))
]


def test_every_example_says_which_file_it_is_of() -> None:
    blocks = [block for page in RULES for _, kind, block in _BLOCK.findall(TEXTS[page]) if kind == "yaml"]
    assert len(SNIPPETS) == len(blocks)


@pytest.mark.parametrize(("file", "refused", "text"), SNIPPETS)
def test_each_example_is_taken_or_refused_as_its_page_says(file: str, refused: str, text: str, tmp_path: Path) -> None:
    root = write_project(tmp_path, {file: written(Example(None, None, file), text)})
    told = {one.code.name for one in diagnostics_of(root) if one.severity is not Severity.NOTICE}
    assert refused in told if refused else told == set()


def rows_of(page: str, columns: int) -> list[tuple[str, ...]]:
    """List the rows of the tables of a page whose first cell is a value of a field."""
    cell = r" *(.*?) *\|"
    return re.findall(rf"^\| `([\w-]+)` \|{cell * (columns - 1)}$", TEXTS[page], re.MULTILINE)


def test_the_words_of_each_certainty_are_those_that_are_taken(tmp_path: Path) -> None:
    rows = rows_of("docs/evidence.md", 3)
    assert [row[0] for row in rows] == ["high", "moderate", "low", "very-low"]
    for certainty, _, sentence in rows:
        for other, _, _ in rows:
            claim = (
                f"claims:\n  - says: {sentence}\n    sources: [smith2020]\n"
                f"    certainty: {other}\n    applies: direct\n"
            )
            file = "content/techniques/arch-rub.yml"
            root = write_project(tmp_path, {file: written(Example(None, None, file), claim)})
            is_told = "wording-of-certainty" in {one.code.name for one in diagnostics_of(root)}
            assert is_told == (certainty != other), (certainty, other)


def test_the_levels_of_cautions_are_those_that_there_are() -> None:
    rows = [row[:2] for row in rows_of("docs/safety.md", 3)]
    assert rows == [(str(level.value), level.label) for level in Level]


def test_the_urgencies_are_those_that_there_are() -> None:
    assert rows_of("docs/safety.md", 2)[-3:] == [(str(one.value), one.label) for one in Urgency]


def test_the_limits_of_reading_are_those_that_are_checked() -> None:
    text = TEXTS["docs/writing.md"]
    assert f"at most {MOST_WORDS_A_SENTENCE} words a sentence" in text
    assert f"No sentence of more than {MOST_WORDS_AT_ALL} words" in text
    limits = f"at most {Kind.hardest_reading:g}, and of {Study.kind.hardest_reading:g} for studies"
    assert limits in text
    assert {model.kind.hardest_reading for model in kinds_by_folder().values() if model is not Study} == {
        Kind.hardest_reading
    }


def test_what_is_right_is_easier_to_read_than_what_is_wrong() -> None:
    pairs = re.findall(r"^\| (?!Instead|---)(.+?) \| (.+?) \|$", TEXTS["docs/writing.md"], re.MULTILINE)
    wrong, right = (measure_all(texts) for texts in zip(*pairs, strict=True))
    assert right.index < min(wrong.index, Kind.hardest_reading)


@pytest.mark.parametrize("page", RULES)
def test_the_page_itself_is_easy_to_read(page: str) -> None:
    plain = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", _INLINE.sub("it", _BLOCK.sub("", TEXTS[page])))
    texts = [line.lstrip("-0123456789. ") for line in re.sub(r"\n +", " ", plain).splitlines() if "|" not in line]
    assert measure_all(texts).words_a_sentence <= MOST_WORDS_A_SENTENCE
