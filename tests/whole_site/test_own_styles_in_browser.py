"""What a clinic's own styles may not do: each sheet here would hide, cover or change what keeps readers safe."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import pytest
from playwright import sync_api

from contact_sheet.browser import find_chromium
from generator.adapting.own_styles import check_own_styles
from generator.diagnostics import Diagnostic
from generator.model.safety_parts import SAFETY_PARTS
from generator.publishing import styles_in_browser
from generator.publishing.chromium import CHROMIUM_VARIABLE, started
from generator.publishing.styles_in_browser import (
    STYLE_HIDES_SAFETY,
    STYLE_UNREADABLE,
    STYLES_NOT_CHECKED,
    check_styles_in_browser,
    look_at_site,
)
from generator.reading.source_file import SourceFile
from tests.kept import once_for_all_workers
from tests.projects import CLINIC_FOLDER
from tests.shown_pages import ROOT
from tests.styled_copy import SOUND
from tests.whole_projects import hashes, run_forked, shared_by_workers

STYLES: Final = f"{CLINIC_FOLDER}/overlay/styles.css"
TECHNIQUE: Final = "techniques/arch-rub"
ROUTINE: Final = "routines/foot-routine"
"""Pages that have nearly all parts; the others of the tiny project only take time."""


Check = Callable[[str], tuple[Diagnostic, ...]]


@pytest.fixture(scope="session")
def check(styled_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Check]:
    """Check a style sheet on some pages of the copy, as if the clinic had written it, all in one browser."""
    built = styled_project / CLINIC_FOLDER / "site"
    root = tmp_path_factory.mktemp("looked-at")
    for page in (TECHNIQUE, ROUTINE):
        for part in ("assets", page):
            shutil.copytree(built / part, root / Path(page).name / part)

    def checking(text: str) -> tuple[Diagnostic, ...]:
        site = root / Path(ROUTINE if "player" in text else TECHNIQUE).name
        (own,) = (site / "assets/styles").glob("own.*.css")
        own.write_text(text, encoding="utf-8")
        return apart.submit(look_at_site, browser, site, "/", SourceFile(STYLES, text)).result()

    with ThreadPoolExecutor(1) as apart:
        starting = started(sync_api, find_chromium())
        browser = apart.submit(starting.__enter__).result()
        yield checking
        apart.submit(starting.__exit__, None, None, None).result()


HOSTILE: Final = {
    "gone": ".emergency { display: none !important }",
    "ground like the words": "article { background-color: #51595d }",
    "a picture behind": "article { background-image: linear-gradient(#51595d, #51595d) }",
    "tiny": ".reviewed { font-size: 1px !important }",
    "indented away": ".disclaimer { text-indent: -9999px }",
    "pushed off the page": "article { margin-left: -9999px !important }",
    "no height": ".certainty { height: 0; overflow: hidden }",
    "clipped": ".md-content { clip-path: inset(0 0 100% 0) }",
    "order": "article { display: flex; flex-direction: column } article > h2 { order: -1 }",
    "one cell for all": "article { display: grid } article > * { grid-area: 1 / 1 }",
    "in the dark": '[data-md-color-scheme="slate"] .md-typeset .disclaimer { color: #101a2c }',
    "at a width": "@media (min-width: 1000px) { .emergency { display: none !important } }",
    "on paper": "@media print { .emergency { display: none !important } }",
    "laid over from nothing": 'article::after { content: ""; position: fixed; inset: 0; background: #fff }',
    "the ground of the foot": ".md-footer { background-color: #51595d }",
    "high edges": ".md-header { border-bottom: 700px solid #fff }",
    "a bar that stays": ".md-header { position: sticky; top: 0; padding-bottom: 200px }",
    "far below": ".md-typeset h1 { margin-bottom: 4000px }",
    "the player": ".player-view .admonition { display: none }",
    "the way out of the player": ".player button { display: none }",
}

PALE: Final = {
    "a title": ".md-typeset h1 { color: #f0e0e8 }",
    "a title in the dark": '[data-md-color-scheme="slate"] .md-typeset h1 { color: #402030 }',
    "the ground of the bar": ".md-header { background-color: #51595d }",
    "under the pointer": ".md-tabs a:hover { color: #ddd }",
    "on a narrow screen": "@media (max-width: 400px) { .md-typeset .lead { color: #ccc } }",
}

HONEST: Final = """\
.md-header { border-bottom: 4px solid #7a2048 }
.brand__logo { max-width: 9rem }
.md-typeset h1 { font-size: 2.4rem; color: #7a2048 }
[data-md-color-scheme="slate"] .md-typeset h1 { color: #f0a6c3 }
.md-typeset h2 { letter-spacing: 0.01em; margin-top: 2rem }
.md-typeset .lead { font-style: italic; border-left: 3px solid #7a2048; padding-left: 1rem }
.cards > ul > li { border-radius: 1rem; border: 2px solid #7a2048 }
.md-tabs a:hover { color: var(--accent-strong); text-decoration: underline }
.footer__sections li { padding: 0.5rem }
@media (max-width: 600px) { .brand__name { font-size: 0.9rem } }
"""


@pytest.fixture(scope="session")
def told(check: Check, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Check all these rules, each on a line of its own, and give the codes that are told of each: once for all."""
    kept = shared_by_workers(tmp_path_factory.getbasetemp()) / "told-styles.json"
    with once_for_all_workers(kept) as is_missing:
        if is_missing:
            kept.write_text(json.dumps(_told_of_all(check)), encoding="utf-8")
    found: dict[str, list[str]] = json.loads(kept.read_text(encoding="utf-8"))
    return found


def _told_of_all(check: Check) -> dict[str, list[str]]:
    in_player = {name: rule for name, rule in HOSTILE.items() if "player" in rule}
    codes: dict[str, list[str]] = {}
    on_page = {name: rule for name, rule in HOSTILE.items() if name not in in_player}
    for rules in (on_page, in_player, PALE):
        names = list(rules)
        for one in check(SOUND + "\n".join(rules.values())):
            assert one.location.path == STYLES
            codes.setdefault(names[one.location.line - 2], []).append(one.code.name)
    return codes


@pytest.mark.parametrize("name", HOSTILE)
def test_a_style_against_safety_is_told_at_its_line(name: str, told: dict[str, list[str]]) -> None:
    assert STYLE_HIDES_SAFETY.name in told.get(name, [])


@pytest.mark.parametrize("name", PALE)
def test_colours_that_cannot_be_read_are_told_at_their_line(name: str, told: dict[str, list[str]]) -> None:
    assert told.get(name) == [STYLE_UNREADABLE.name]


def test_styles_of_parts_that_are_theirs_are_taken(check: Check) -> None:
    assert check_own_styles(SourceFile(STYLES, HONEST)) == ()
    assert [one.message for one in check(HONEST)] == []


def test_the_message_says_what_changes_where_and_how(check: Check) -> None:
    (found,) = check(f"{SOUND}  .md-typeset .emergency {{ display: none }}")
    assert str(found.location) == f"{STYLES}:2:3"
    assert found.message == (
        "This style changes the emergency card on /techniques/arch-rub/ "
        "(display of div.admonition.emergency: flow-root → none), in light colours, at a width of 390 px."
    )
    assert found.hint.startswith("Take this rule out, or set less in it.")


def test_each_guilty_rule_is_told_once(check: Check) -> None:
    found = check("p { font-size: 1px }\nmain { opacity: 0 }\np { color: #fff }\n.lead { font-style: italic }")
    assert sorted(one.location.line for one in found) == [1, 2, 3]


def test_every_part_is_on_a_page(styled_project: Path, real_site: Path) -> None:
    roots = (styled_project / CLINIC_FOLDER / "site", real_site)
    texts = [page.read_text(encoding="utf-8") for root in roots for page in root.rglob("*.html")]
    texts.append((ROOT / "site_overrides/assets/scripts/player.js").read_text(encoding="utf-8"))
    values = {value for text in texts for value in re.findall(r'class(?:Name:|=)\s*"?([^">]*)', text)}
    there = [set(value.split()) for value in values]
    for part in SAFETY_PARTS:
        classes = set(re.findall(r"\.([\w-]+)", part))
        assert any(classes <= one for one in there), part
    assert any('href="tel:' in text for text in texts)


def test_a_style_that_hides_something_stops_the_build_and_the_site_stays(styled_project: Path, tmp_path: Path) -> None:
    root = shutil.copytree(styled_project, tmp_path / "project")
    before = hashes(root / CLINIC_FOLDER / "site")
    settings = root / CLINIC_FOLDER / "clinic.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("[techniques, routines]", "[techniques]"))
    (root / STYLES).write_text(f"{SOUND}\n.md-header {{ border-bottom: 700px solid #fff }}\n", encoding="utf-8")
    ended = run_forked(root, "selfcare", "build", "--brand", CLINIC_FOLDER)
    assert ended.code == 1
    assert f"{STYLES}:3:1: This style changes " in ended.output
    assert "[style-hides-safety]" in ended.output
    assert hashes(root / CLINIC_FOLDER / "site") == before


def test_a_sound_style_is_published_in_a_file_of_its_own(styled_project: Path) -> None:
    site = styled_project / CLINIC_FOLDER / "site"
    (own,) = (site / "assets/styles").glob("own.*.css")
    page = (site / TECHNIQUE / "index.html").read_text(encoding="utf-8")
    assert own.read_text(encoding="utf-8") == SOUND
    assert re.findall(r'stylesheet"? href="?[./]*assets/styles/(all|own)\.', page) == ["all", "own"]
    assert own.name in (site / "service-worker.js").read_text(encoding="utf-8")


def test_without_a_browser_the_styles_are_not_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(styles_in_browser, "find_chromium", lambda: None)
    (found,) = check_styles_in_browser(tmp_path, "/", SourceFile(STYLES, SOUND))
    assert (found.code, str(found.location)) == (STYLES_NOT_CHECKED, f"{STYLES}:1:1")
    assert found.message == "These styles cannot be checked in a browser: there is no Chromium."
    assert found.hint.startswith("Install it with “pip install selfcare-guides[styles]”, and Chromium; or take ")


def test_without_playwright_the_styles_are_not_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(styles_in_browser, "find_playwright", lambda: None)
    (found,) = check_styles_in_browser(tmp_path, "/", SourceFile(STYLES, SOUND))
    assert found.message == "These styles cannot be checked in a browser: Playwright is not installed."


def test_a_browser_that_does_not_start_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(CHROMIUM_VARIABLE, shutil.which("true") or "")
    (found,) = check_styles_in_browser(tmp_path, "/", SourceFile(STYLES, SOUND))
    assert found.code is STYLES_NOT_CHECKED
    assert found.message.startswith("These styles cannot be checked in a browser: the browser stopped: “")
