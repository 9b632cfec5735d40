"""What an author sees in the browser: the page at hand follows each save, and faults stand over the last good page."""

import json
from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.live_servers import Server, save, wait_for
from tests.projects import base_files
from tests.whole_site.axe import violations

BALL: Final = "content/tools/ball.yml"
BALL_PAGE: Final = "tools/ball/"
FAULTS: Final = "selfcare-faults section"
PATIENCE_MS: Final = 30_000


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    with browser.new_context() as context:
        context.set_default_timeout(PATIENCE_MS)
        found = context.new_page()
        found.goto(server.address + BALL_PAGE)
        yield found


def told(page: Page) -> str:
    """Wait until the page tells of faults, and give what it says."""
    faults = page.locator(FAULTS)
    expect(faults).to_be_visible(timeout=PATIENCE_MS)
    return faults.inner_text()


def test_the_page_at_hand_reloads_by_itself(server: Server, page: Page) -> None:
    save(server.project / BALL, "Roll it slowly.", "Roll it softly.")
    expect(page.get_by_text("Roll it softly.")).to_be_visible(timeout=PATIENCE_MS)


def test_a_page_that_did_not_change_stays_as_the_reader_left_it(server: Server, page: Page) -> None:
    other = page.context.new_page()
    other.goto(server.address + "questions/foot-questions/")
    other.evaluate("window.isTheSame = true")
    save(server.project / BALL, "Roll it slowly.", "Roll it softly.")
    page.bring_to_front()
    expect(page.get_by_text("Roll it softly.")).to_be_visible(timeout=PATIENCE_MS)
    server.comes_to_rest()
    assert other.evaluate("window.isTheSame")


def test_a_page_reloads_where_only_its_picture_changed(server: Server, page: Page) -> None:
    page.goto(server.address + "techniques/arch-rub/")
    page.evaluate("window.isTheSame = true")
    save(server.project / "content/techniques/arch-rub.yml", "hand: thumbs", "hand: knuckles")
    page.wait_for_function("!window.isTheSame")


def test_a_fault_stands_over_the_last_good_page_with_its_place_and_mend(server: Server, page: Page) -> None:
    save(server.project / BALL, "part: foot", "prat: foot")
    words = told(page)
    assert "content/tools/ball.yml:6:1" in words
    assert "There is no field “prat” here." in words
    assert "Did you mean “part”?" in words
    assert "selfcare explain unknown-field" in words
    assert page.locator("selfcare-faults mark").inner_text() == "p"
    assert page.get_by_text("Roll it slowly.").is_visible()


def test_a_fault_goes_away_when_it_is_mended(server: Server, page: Page) -> None:
    save(server.project / BALL, "part: foot", "prat: foot")
    told(page)
    save(server.project / BALL, "prat: foot", "part: foot")
    expect(page.locator(FAULTS)).to_have_count(0, timeout=PATIENCE_MS)


def test_a_page_opened_during_a_fault_tells_of_it(server: Server, page: Page) -> None:
    save(server.project / BALL, "part: foot", "prat: foot")
    told(page)
    page.goto(server.address + "techniques/")
    assert "There is no field “prat” here." in told(page)


def test_all_faults_are_told(server: Server, page: Page) -> None:
    save(server.project / BALL, "part: foot", "prat: foot")
    save(server.project / "content/techniques/arch-rub.yml", "part: foot", "prat: foot")
    expect(page.locator("selfcare-faults li")).to_have_count(2, timeout=PATIENCE_MS)


def test_words_of_a_file_are_told_as_text(server: Server, page: Page) -> None:
    save(server.project / BALL, "part: foot", "part: <img src=x onerror=window.isHarmed=1>")
    assert "<img src=x" in told(page)
    assert not page.evaluate("window.isHarmed")


def test_a_fault_of_the_bibliography_is_told_and_its_mend_is_shown(server: Server, page: Page) -> None:
    page.goto(server.address + "sources/smith2020/")
    save(server.project / "references.bib", "title = {Foot massage}", "title = {Leg massage")
    assert "references.bib:" in told(page)
    save(server.project / "references.bib", "title = {Leg massage", "title = {Leg massage}")
    expect(page.get_by_text("Leg massage").first).to_be_visible(timeout=PATIENCE_MS)
    expect(page.locator(FAULTS)).to_have_count(0)


def test_a_fault_of_a_template_is_told_with_its_line(server: Server, page: Page) -> None:
    template = server.package / "templates/tool.md.j2"
    line = template.read_text(encoding="utf-8").split("What it does", 1)[0].count("\n") + 1
    save(template, "What it does", "{{ nobody.knows }}")
    assert f"tool.md.j2:{line}" in told(page)
    save(template, "{{ nobody.knows }}", "What it is good for")
    expect(page.get_by_text("What it is good for").first).to_be_visible(timeout=PATIENCE_MS)


def test_a_fault_of_the_theme_is_told_over_the_last_good_page(server: Server, page: Page) -> None:
    footer = server.project / "site_overrides/partials/footer.html"
    save(footer, '{{ lang.t("Back to the top") }}', "{% broken %}")
    assert "site_overrides/partials/footer.html:" in told(page)
    assert page.get_by_text("Roll it slowly.").is_visible()
    save(footer, "{% broken %}", "Up we go")
    expect(page.get_by_text("Up we go")).to_be_visible(timeout=PATIENCE_MS)


def test_a_fault_of_the_settings_of_the_site_is_told(server: Server, page: Page) -> None:
    rebuilds = server.rebuilds()
    save(server.project / "mkdocs.yml", "use_directory_urls: true", "use_directory_urls: perhaps")
    assert "mkdocs.yml" in told(page)
    wait_for(lambda: server.rebuilds() > rebuilds, server.log.read_text)
    server.comes_to_rest()
    assert "mkdocs.yml" in told(page)


def test_a_page_that_waits_for_its_file_shows_it_when_it_is_there(server: Server, page: Page) -> None:
    page.goto(server.address + "tools/stick/")
    assert page.get_by_text("There is no page here").is_visible()
    text = str(base_files()[BALL]).replace("id: ball", "id: stick").replace("name: Ball", "name: Stick")
    (server.project / "content/tools/stick.yml").write_text(text, encoding="utf-8")
    expect(page.get_by_role("heading", name="Stick", level=1)).to_be_visible(timeout=PATIENCE_MS)


def test_a_page_whose_file_is_deleted_says_so(server: Server, page: Page) -> None:
    page.goto(server.address + "questions/foot-questions/")
    (server.project / "content/questions/foot-questions.md").unlink()
    expect(page.get_by_text("There is no page here")).to_be_visible(timeout=PATIENCE_MS)


def test_a_page_whose_file_is_renamed_leads_to_the_new_one(server: Server, page: Page) -> None:
    page.goto(server.address + "questions/foot-questions/")
    old = server.project / "content/questions/foot-questions.md"
    text = old.read_text(encoding="utf-8").replace("id: foot-questions", "id: asked-often")
    (server.project / "moved.yml").write_text("questions/foot-questions: questions/asked-often\n", encoding="utf-8")
    old.with_name("asked-often.md").write_text(text, encoding="utf-8")
    old.unlink()
    page.wait_for_url("**/questions/asked-often/")


def test_a_handout_follows_its_page(server: Server, page: Page) -> None:
    handout = "techniques/arch-rub/arch-rub-a4.pdf"
    before = page.request.get(server.address + handout).body()
    save(server.project / "content/techniques/arch-rub.yml", "name: Arch rub", "name: Arch roll")
    server.says("All pages and handouts: ")
    server.comes_to_rest()
    after = page.request.get(server.address + handout).body()
    assert before[:5] == after[:5] == b"%PDF-"
    assert before != after


def test_what_is_told_can_be_read_by_all(server: Server, page: Page) -> None:
    save(server.project / BALL, "part: foot", "prat: foot")
    told(page)
    assert violations(page) == []


def test_a_program_can_ask_as_the_page_does(server: Server) -> None:
    save(server.project / BALL, "part: foot", "prat: foot")
    asked = f"__preview__/state?page={BALL_PAGE}"
    server.shows(asked, "There is no field “prat” here.")
    assert [fault["place"] for fault in json.loads(server.page(asked))["faults"]] == ["content/tools/ball.yml:6:1"]
