"""What a clinic's overlay does to the pages of the base, and whose words they then say they are."""

from pathlib import Path

from generator.model.kinds.caution import Caution, Level
from generator.model.reach import Reach
from generator.model.thing import Thing
from generator.pipeline import check_project
from tests.clinics_copies import copy_catalogue, copy_pages
from tests.projects import CLINIC, SIGNED, TODAY, base_files, edited, write_project

HIDE_BALL = {"overlay/hide/ball.yml": "thing: ball\n"}
HIDE_RUB = {"overlay/hide/rub.yml": "thing: arch-rub\n"}
NOTE = f"thing: arch-rub\ntext: |\n  We show you.\n\n  Bring [[ball|your ball]].\n{SIGNED}"
WORDING = f"thing: arch-rub\nfield: steps 1\ntext: Stroke slowly along the [[foot|sole]].\n{SIGNED}"
FIELDS = f"id: our-way\nname: Our way\nsummary: How we do it.\ngroup: start\n{SIGNED}"
PAGE = f"---\n{FIELDS}---\n\nWe rub the foot [@ours2020].\n"
BIB = "@article{ours2020,\n  author = {Rao, Asha},\n  title = {Our feet},\n  year = {2020},\n  journal = {Feet}\n}\n"


def test_what_is_hidden_has_no_page(tmp_path: Path) -> None:
    assert "tools/ball.md" not in copy_pages(tmp_path, HIDE_BALL)


def test_what_is_hidden_is_on_no_index(tmp_path: Path) -> None:
    pages = copy_pages(tmp_path, HIDE_RUB)
    indexes = ("techniques/index.md", "a-z.md", "where/foot.md", "data/catalogue.json", "wish/relax.md")
    assert [path for path in indexes if "arch-rub.md" in pages.get(path, "")] == []


def test_what_is_hidden_is_not_in_the_search(tmp_path: Path) -> None:
    pages = copy_pages(tmp_path, HIDE_RUB)
    found = [path for path, content in pages.items() if path.startswith("search/") and "techniques/arch-rub" in content]
    assert found == []


def test_nothing_leads_to_what_is_hidden(tmp_path: Path) -> None:
    pages = copy_pages(tmp_path, HIDE_RUB)
    assert [
        path for path, content in pages.items() if "techniques/arch-rub" in content or "arch-rub.md" in content
    ] == []


def test_a_text_keeps_the_words_that_named_what_is_hidden(tmp_path: Path) -> None:
    pages = copy_pages(tmp_path, HIDE_BALL)
    assert "## What you need\n\n- Ball\n" in pages["techniques/arch-rub.md"]


def test_advice_to_go_on_with_what_is_hidden_is_left_out(tmp_path: Path) -> None:
    assert "## What may help" not in copy_pages(tmp_path, HIDE_RUB)["conditions/sore-feet.md"]


def test_a_routine_keeps_the_cautions_of_what_is_hidden_in_it(tmp_path: Path) -> None:
    reach = Reach(copy_catalogue(tmp_path, {**HIDE_RUB, **HIDE_BALL}))
    routine = reach._catalogue.find("foot-routine", Thing)  # noqa: SLF001 (the catalogue that it was made of)
    assert routine is not None
    assert [caution.id for caution in reach.cautions_reaching(routine)] == ["stop-if-pain"]


def test_a_source_that_only_hidden_pages_cite_is_not_in_the_bibliography(tmp_path: Path) -> None:
    cited = edited({"content/beliefs/toxins.yml": {"smith2020": "ours2020"}})
    base = {**cited, "references.bib": base_files()["references.bib"] + BIB}
    left_out = {"overlay/hide/toxins.yml": "thing: toxins\n"}
    assert "sources/ours2020.md" in copy_pages(tmp_path / "shown", {}, base)
    assert "sources/ours2020.md" not in copy_pages(tmp_path / "hidden", left_out, base)


def test_a_kind_that_is_left_out_has_no_index(tmp_path: Path) -> None:
    shown = {"clinic.yml": f"{CLINIC}show: {{kinds: [conditions, techniques, tools, anatomy]}}\n"}
    pages = copy_pages(tmp_path, shown)
    assert not [path for path in pages if path.startswith(("exercises/", "routines/")) and path.endswith(".md")]


def test_cautions_and_studies_are_shown_whatever_is_left_out(tmp_path: Path) -> None:
    pages = copy_pages(tmp_path, {"clinic.yml": f"{CLINIC}show: {{kinds: []}}\n"})
    assert {"cautions/stop-if-pain.md", "studies/smith2020.md", "is-massage-safe-today.md"} <= pages.keys()


def test_only_the_conditions_that_are_named_are_shown(tmp_path: Path) -> None:
    pages = copy_pages(tmp_path, {"clinic.yml": f"{CLINIC}show: {{conditions: []}}\n"})
    assert "conditions/sore-feet.md" not in pages


def test_a_wording_stands_in_place_of_the_base_and_is_marked(tmp_path: Path) -> None:
    page = copy_pages(tmp_path, {"overlay/wordings/rub.yml": WORDING})["techniques/arch-rub.md"]
    assert '1. <span class="by-clinic">Stroke slowly along the [sole](../anatomy/foot.md).</span>' in page


def test_a_wording_says_whose_it_is_and_when_it_was_reviewed(tmp_path: Path) -> None:
    page = copy_pages(tmp_path, {"overlay/wordings/rub.yml": WORDING})["techniques/arch-rub.md"]
    said = "- Steps 1. By A nurse. Reviewed on 1 November 2026, next by 1 November 2028."
    assert f"## In the words of Hillside\n\nThe texts with a line below them are the clinic's own:\n\n{said}" in page


def test_the_words_of_the_base_are_not_marked(tmp_path: Path) -> None:
    pages = copy_pages(tmp_path, {"overlay/wordings/rub.yml": WORDING})
    marked = {path for path, content in pages.items() if "by-clinic" in content}
    assert marked == {"techniques/arch-rub.md"}


def test_a_whole_guide_can_be_reworded(tmp_path: Path) -> None:
    body = f"thing: first-steps\nfield: body\ntext: |\n  Sit down.\n\n  - Rub the foot.\n{SIGNED}"
    page = copy_pages(tmp_path, {"overlay/wordings/steps.yml": body})["guides/first-steps.md"]
    assert '<div class="by-clinic" markdown>\n\nSit down.\n\n- Rub the [foot](../anatomy/foot.md).\n\n</div>' in page


def test_a_note_stands_in_a_box_with_its_author_and_dates(tmp_path: Path) -> None:
    page = copy_pages(tmp_path, {"overlay/notes/rub.yml": NOTE})["techniques/arch-rub.md"]
    assert '!!! clinic "A note from Hillside"\n\n    We show you.\n\n    Bring [your ball](../tools/ball.md).\n' in page
    assert "    By A nurse. Reviewed on 1 November 2026, next by 1 November 2028.\n    { .signed }" in page


def test_two_notes_on_one_page_both_stand_there(tmp_path: Path) -> None:
    second = NOTE.replace("We show you.", "Ask us.")
    page = copy_pages(tmp_path, {"overlay/notes/a.yml": NOTE, "overlay/notes/b.yml": second})["techniques/arch-rub.md"]
    assert [page.count(words) for words in ("We show you.", "Ask us.")] == [1, 1]


def test_a_note_can_have_an_author_of_its_own(tmp_path: Path) -> None:
    signed = f"{NOTE}written_by: B. Lee\nreviewed_by: Dr C. Oh\n"
    page = copy_pages(tmp_path, {"overlay/notes/rub.yml": signed})["techniques/arch-rub.md"]
    assert "By B. Lee. Reviewed on 1 November 2026 by Dr C. Oh, next by 1 November 2028." in page


def test_a_page_of_the_clinics_own_says_so(tmp_path: Path) -> None:
    own = {"references.bib": BIB, "overlay/guides/our-way.md": PAGE}
    page = copy_pages(tmp_path, own)["guides/our-way.md"]
    assert (
        "This page is by Hillside. It is not part of the guides that this site is made from, and not under their "
        "licence." in page
    )
    assert "Written by: A nurse." in page


def test_a_page_of_the_clinics_own_is_listed_with_the_others(tmp_path: Path) -> None:
    pages = copy_pages(tmp_path, {"references.bib": BIB, "overlay/guides/our-way.md": PAGE})
    assert "[Our way](our-way.md)" in pages["guides/index.md"]


def test_a_page_of_the_clinics_own_can_cite_its_own_source(tmp_path: Path) -> None:
    pages = copy_pages(tmp_path, {"references.bib": BIB, "overlay/guides/our-way.md": PAGE})
    assert "Our feet" in pages["sources/ours2020.md"]


def test_a_caution_can_be_made_stricter(tmp_path: Path) -> None:
    cold = (
        f"id: no-cold\nname: No cold\nsummary: Cold skin.\n{SIGNED}level: care\nquestion: Is it cold?\n"
        "applies_to:\n  actions: [cold]\nwhy: Cold hurts.\ninstead: Wait.\n"
    )
    stricter = (
        f"caution: no-cold\nlevel: ask-first\nactions: [cold, heat]\nthings: [ball]\nabout: [sore-feet]\n{SIGNED}"
    )
    catalogue = copy_catalogue(
        tmp_path, {"overlay/stricter/cold.yml": stricter}, {"content/cautions/no-cold.yml": cold}
    )
    caution = catalogue.find("no-cold", Caution)
    assert caution is not None
    assert caution.level is Level.ASK_FIRST
    assert [action.value for action in caution.applies_to.actions] == ["cold", "heat"]
    assert (caution.applies_to.things, caution.about) == (("ball",), ("sore-feet",))


def test_a_caution_of_the_clinics_own_reaches_pages_of_the_base(tmp_path: Path) -> None:
    own = (
        f"id: our-caution\nname: Our caution\nsummary: Take care.\n{SIGNED}level: care\nquestion: Is it late?\n"
        "applies_to:\n  things: [arch-rub]\nwhy: You may be tired.\ninstead: Go to bed.\n"
    )
    page = copy_pages(tmp_path, {"overlay/cautions/our-caution.yml": own})["techniques/arch-rub.md"]
    assert "[Our caution](../cautions/our-caution.md)" in page


def test_every_caution_of_the_base_still_reaches_what_it_reached(tmp_path: Path) -> None:
    base = Reach(before := check_project(write_project(tmp_path / "base", {}), TODAY).catalogue)
    overlay = {
        **HIDE_BALL,
        "overlay/notes/rub.yml": NOTE,
        "overlay/wordings/rub.yml": WORDING,
        "overlay/stricter/pain.yml": f"caution: stop-if-pain\nactions: [heat]\n{SIGNED}",
    }
    after = Reach(changed := copy_catalogue(tmp_path / "copy", overlay))
    for _, thing in before.of_kind(Thing):
        now = changed.find(thing.id, Thing)
        assert now is not None
        assert {one.id for one in base.cautions_reaching(thing)} <= {one.id for one in after.cautions_reaching(now)}


def test_the_base_is_not_changed_by_a_copy_of_it(tmp_path: Path) -> None:
    root = write_project(tmp_path, {})
    before = check_project(root, TODAY).catalogue.records["arch-rub"].document.data
    copy_catalogue(root, {"overlay/notes/rub.yml": NOTE, "overlay/wordings/rub.yml": WORDING})
    assert check_project(root, TODAY).catalogue.records["arch-rub"].document.data == before


def test_lengths_and_temperatures_are_told_in_us_units(tmp_path: Path) -> None:
    step = {"content/tools/ball.yml": None}
    ball = (
        f"id: ball\nname: Ball\nsummary: A small soft ball, 5 to 8 cm wide.\n{SIGNED}part: foot\n"
        "cautions: [stop-if-pain]\ndoes: massage\nrepeat_time: 4 s\nsteps:\n  - Warm it to 38 °C.\nshape: ball\n"
    )
    page = copy_pages(tmp_path, {"clinic.yml": f"{CLINIC}units: us\n"}, {**step, "content/tools/ball.yml": ball})
    assert "A small soft ball, 2 to 3 inches wide." in page["tools/ball.md"]
    assert "Warm it to 100 °F." in page["tools/ball.md"]


def test_the_care_cards_have_the_numbers_of_the_clinics_country(tmp_path: Path) -> None:
    country = (
        f"id: us\nname: United States\nsummary: Numbers to call.\n{SIGNED}"
        'lines:\n  - urgency: emergency\n    number: "911"\n    reaches: An ambulance.\n'
    )
    clinic = {"clinic.yml": CLINIC.replace("country: gb", "country: us")}
    pages = copy_pages(tmp_path, clinic, {"content/countries/us.yml": country})
    assert "Call [**911**](tel:911)" in pages["index.md"]


def test_who_wrote_the_base_stays_said(tmp_path: Path) -> None:
    pages = copy_pages(tmp_path, {}, {"settings.yml": "country: gb\nwritten_by: The editors\n"})
    assert "Written by: The editors." in pages["techniques/arch-rub.md"]
