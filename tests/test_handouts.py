"""A handout is a PDF that a screen reader, a printer and a phone all can read, and it says what its page says."""

import itertools
import re
from pathlib import Path

import pikepdf
import pytest

from generator.linking import NOWHERE
from generator.publishing import typeset
from generator.rendering.paper.layouts import SMALLEST_PT, layouts_for
from tests.paper import Paper, catalogue_in, paper_of, sheets_of, typeset_one
from tests.projects import edited

RUB = "content/techniques/arch-rub.yml"
A4 = "techniques/arch-rub/arch-rub-a4.pdf"
LETTER = "techniques/arch-rub/arch-rub-letter.pdf"
ROUTINE = "routines/foot-routine/foot-routine-a4.pdf"
EXERCISE = "exercises/toe-stretch/toe-stretch-a4.pdf"


@pytest.fixture(scope="module")
def rub(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    return paper_of(tmp_path_factory.mktemp("rub"), A4)


@pytest.fixture(scope="module")
def routine(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    return paper_of(tmp_path_factory.mktemp("routine"), ROUTINE)


def with_steps(step: str) -> dict[str, str]:
    return edited({RUB: {"  - Stroke along the [[foot|sole]].": f"  - {step}"}})


@pytest.mark.parametrize(("path", "size"), [(A4, (210, 297)), (LETTER, (216, 279))])
def test_each_paper_has_its_own_file_of_one_page(tmp_path: Path, path: str, size: tuple[int, int]) -> None:
    assert paper_of(tmp_path, path).page_sizes_mm == [size]


def test_every_kind_with_a_handout_has_one_in_each_paper(tmp_path: Path) -> None:
    paths = [path for path in sheets_of(catalogue_in(tmp_path, {})) if path.endswith(".pdf")]
    assert sorted(paths) == [
        "exercises/toe-stretch/toe-stretch-a4.pdf",
        "exercises/toe-stretch/toe-stretch-letter.pdf",
        "routines/foot-routine/foot-routine-a4.pdf",
        "routines/foot-routine/foot-routine-letter.pdf",
        A4,
        LETTER,
    ]


def test_it_says_that_it_is_accessible_and_what_it_is_called(rub: Paper, tmp_path: Path) -> None:
    path = tmp_path / "rub.pdf"
    path.write_bytes(rub.content)
    with pikepdf.open(path) as document, document.open_metadata() as told:
        assert told["pdfuaid:part"] == "1"
        assert told["dc:title"] == "Arch rub"
        assert document.Root.Lang == "en-GB"
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle


def test_its_date_is_that_of_the_review_and_not_of_the_clock(rub: Paper, tmp_path: Path) -> None:
    path = tmp_path / "rub.pdf"
    path.write_bytes(rub.content)
    with pikepdf.open(path) as document:
        assert str(document.docinfo.CreationDate) == "D:20261101000000Z"


@pytest.mark.parametrize("path", [A4, ROUTINE, EXERCISE])
def test_every_picture_has_words(tmp_path: Path, path: str) -> None:
    pictures = [element.words for element in paper_of(tmp_path, path).elements if element.tag == "/Figure"]
    assert len(pictures) > 1
    assert all(words and len(words.split()) > 4 for words in pictures)


@pytest.mark.parametrize("path", [A4, ROUTINE, EXERCISE])
def test_its_headings_begin_with_the_name_and_leave_no_level_out(tmp_path: Path, path: str) -> None:
    levels = [int(element.tag[2]) for element in paper_of(tmp_path, path).elements if re.match(r"/H\d", element.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(level <= before + 1 for before, level in itertools.pairwise(levels))


def test_its_steps_are_a_numbered_list(rub: Paper) -> None:
    tags = [element.tag for element in rub.elements]
    assert {"/L", "/LI", "/Lbl", "/LBody"} <= set(tags)


def test_every_font_is_embedded_and_ours(rub: Paper) -> None:
    assert rub.fonts
    assert set(rub.fonts.values()) == {True}
    assert all(re.fullmatch(r"/[A-Z]{6}\+AtkinsonHyperlegibleNext-(Regular|Bold)", name) for name in rub.fonts)


def test_it_says_all_that_matters_in_the_order_of_need(rub: Paper) -> None:
    order = [
        "Arch rub",
        "Long strokes along the sole.",
        "example.org/care/go/b4mvpg/",
        "2 minutes, each side",
        "Light, as if smoothing a sheet",
        "Stroke along the sole.",
        "Last reviewed: 1 November 2026.",
        "Next review: 1 November 2028.",
        "Not yet reviewed by a clinician.",
        "This is general information. It does not replace advice from somebody who can examine you.",
    ]
    places = [rub.text.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)


def test_a_routine_says_the_dose_of_each_step(routine: Paper) -> None:
    assert re.search(
        r"1\. Arch rub 1 minute each side\. Foot\. Long strokes.* 2\. Ball 10 times each side", routine.text
    )


def test_the_square_code_leads_to_the_short_address(rub: Paper) -> None:
    assert rub.codes == ["https://example.org/care/go/b4mvpg/"]


def test_without_an_address_of_the_site_there_is_no_code_and_only_the_way_within_it(tmp_path: Path) -> None:
    paper = paper_of(tmp_path, A4, url=NOWHERE)
    assert paper.codes == []
    assert "Legs and feet: /go/b4mvpg/" in paper.text


def test_names_keep_their_accents(tmp_path: Path) -> None:
    names = "Özgür Şanlı, Łukasz Řehoř, Nguyễn Kōrero, Ελένη, Жанна"
    files = {"settings.yml": f"country: gb\nwritten_by: {names}\nclinic: Clínica Ağrı\n"}
    text = paper_of(tmp_path, A4, files).text
    assert f"Written by: {names}." in text
    assert text.startswith("Clínica Ağrı")


def test_an_accent_apart_from_its_letter_is_put_on_it(tmp_path: Path) -> None:
    assert "by Rehor\u030c".replace("r\u030c", "ř") in paper_of(tmp_path, A4, with_steps("Move by Rehor\u030c.")).text


@pytest.mark.parametrize(
    "words",
    [
        '#import "x.typ"',
        "$a^2$ and @smith",
        "*bold* _slanted_ `code`",
        "<label> // gone /* gone */",
        "#panic() \\ ~ -- ...",
        "= Heading",
        '", "name": "x',
    ],
)
def test_words_that_look_like_markup_of_the_typesetter_show_as_written(tmp_path: Path, words: str) -> None:
    step = f"Read {words} here"
    quoted = "'" + step.replace("'", "''") + "'"
    assert "".join(step.split()) in "".join(paper_of(tmp_path, A4, with_steps(quoted)).text.split())


def test_a_letter_that_no_font_has_is_an_error_of_its_file(tmp_path: Path) -> None:
    outcome = typeset_one(tmp_path, A4, with_steps("Stroke 足 slowly."))
    (fault,) = outcome.diagnostics
    assert outcome.files == ()
    assert (str(fault.location), fault.code.name) == (f"{RUB}:1:1", "letter-not-in-font")
    assert fault.message == f"The handout /{A4} holds “足”, which its fonts do not have."


def test_what_fits_in_no_layout_is_an_error_that_says_how_to_mend_it(tmp_path: Path) -> None:
    long = "Stroke along the sole, slowly and lightly, from the heel to the toes and back again, and breathe. " * 300
    outcome = typeset_one(tmp_path, A4, with_steps(long))
    (fault,) = outcome.diagnostics
    assert (str(fault.location), fault.code.name) == (f"{RUB}:1:1", "handout-too-long")
    assert fault.message.startswith(f"The handout /{A4} does not fit on 1 page, even with the smallest letters")
    assert fault.hint.startswith("Shorten its steps")


def test_what_fits_in_no_layout_has_a_page_more_and_that_is_told_each_time(tmp_path: Path) -> None:
    long = "Stroke along the sole, slowly and lightly, from the heel to the toes and back again, and breathe. " * 90
    for outcome in [typeset_one(tmp_path, A4, with_steps(long)) for _ in range(2)]:
        (notice,) = outcome.diagnostics
        assert (str(notice.location), notice.code.name) == (f"{RUB}:1:1", "handout-longer")
        assert notice.message == f"The handout /{A4} has 2 pages, and should have 1 page."
        (file,) = outcome.files
        paper = Paper(file.content)
        assert len(paper.page_sizes_mm) == 2
        assert paper.text.count("and back again") == 90


def test_more_words_make_smaller_letters_before_they_make_an_error(tmp_path: Path) -> None:
    more = "Stroke along the sole, slowly and lightly, from the heel to the toes and back again, and breathe. " * 45
    paper = paper_of(tmp_path, A4, with_steps(more))
    assert len(paper.page_sizes_mm) == 1
    assert paper.text.count("and back again") == 45


@pytest.mark.parametrize("kind", ["technique", "exercise", "routine"])
def test_letters_never_become_smaller_than_can_be_read(kind: str) -> None:
    sizes = [layout.size for layout in layouts_for(kind, "a4")]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == SMALLEST_PT == 10


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    sheets = list(sheets_of(catalogue_in(tmp_path, {})).values())
    once, again = (typeset(sheets, tmp_path / name) for name in ("one", "two"))
    assert (once.made, again.made) == (len(sheets), len(sheets))
    assert [(file.path, file.content) for file in once.files] == [(file.path, file.content) for file in again.files]
