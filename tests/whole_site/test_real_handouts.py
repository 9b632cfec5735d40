"""Every handout of the real content: it fits, it is whole, and its code leads to its page."""

import re
from pathlib import Path
from typing import Final

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # ships no types
import pytest
from lxml import html
from PIL import Image

from generator.linking import Site, link_site
from generator.linking.site import ThingPage
from generator.pipeline import check_project
from generator.rendering.paper.layouts import SMALLEST_PT
from generator.rendering.paper.words import PaperWords
from generator.rendering.safety_words import signs_by_urgency, urgent_flags
from tests.paper import Paper

MOST_PAGES: Final = {"techniques": 1, "exercises": 1, "routines": 2}
SIZES_MM: Final = {"a4": (210, 297), "letter": (216, 279)}
LARGEST_CARD_BYTES: Final = 60_000


@pytest.fixture(scope="module")
def site(real_project: Path) -> Site:
    return link_site(check_project(real_project).catalogue)


@pytest.fixture(scope="module")
def pages(site: Site) -> list[ThingPage]:
    return [page for page in site.pages.values() if page.kind.has_handout]


@pytest.fixture(scope="module")
def papers(real_site: Path, pages: list[ThingPage]) -> dict[tuple[str, str], Paper]:
    """Open the handouts of all things, by the thing and the paper."""
    return {
        (page.thing.id, paper): Paper(
            (real_site / page.address.url / f"{page.thing.id}-{paper}.pdf").read_bytes(),
        )
        for page in pages
        for paper in SIZES_MM
    }


def test_each_fits_on_its_pages_in_both_papers(pages: list[ThingPage], papers: dict[tuple[str, str], Paper]) -> None:
    kinds = {page.thing.id: page.kind.folder for page in pages}
    assert len(papers) > 90
    for (thing_id, paper), handout in papers.items():
        sizes = handout.page_sizes_mm
        assert set(sizes) == {SIZES_MM[paper]}, thing_id
        assert len(sizes) <= MOST_PAGES[kinds[thing_id]], thing_id


def test_each_says_every_caution_sign_and_number(
    site: Site, pages: list[ThingPage], papers: dict[tuple[str, str], Paper]
) -> None:
    missing = []
    words = PaperWords(site)
    assert site.country is not None
    for page in pages:
        signs = signs_by_urgency(urgent_flags(page.cautions))
        said = [caution.full_name for caution in page.cautions]
        said += [words.write(sign) for found in signs.values() for sign in found]
        said += [f"Call {line.number}." for line in site.country.lines if line.urgency.value in signs]
        said += [words.write(re.sub(r"\s*\[@[^\]]*\]", "", item)) for item in page.thing.do_not]  # type: ignore[attr-defined]
        for paper in SIZES_MM:
            text = re.sub(r" \[[\d, ]+\]", "", papers[page.thing.id, paper].text)
            missing += [(page.thing.id, paper, item) for item in said if item not in text]
    assert missing == []


def test_each_says_every_step_its_dose_and_its_review(
    site: Site, pages: list[ThingPage], papers: dict[tuple[str, str], Paper]
) -> None:
    missing = []
    words = PaperWords(site)
    for page in pages:
        said = [f"Last reviewed: {page.thing.reviewed:%-d %B %Y}.", f"Next review: {page.thing.review_due:%-d %B %Y}."]
        said += [
            words.write(re.sub(r"\s*\[@[^\]]*\]", "", step))
            for step in getattr(page.thing, "steps", ())
            if not page.phases
        ]
        said += [f"{step.number}. {words.write(step.link.name)}" for phase in page.phases for step in phase.steps]
        said += [words.write(step.note or "") for phase in page.phases for step in phase.steps]
        for paper in SIZES_MM:
            text = re.sub(r" ?\[[\d, ]+\]", "", papers[page.thing.id, paper].text)
            missing += [(page.thing.id, paper, item) for item in said if item not in text]
    assert missing == []


def test_every_figure_has_words_and_every_font_is_embedded(papers: dict[tuple[str, str], Paper]) -> None:
    for (thing_id, _), handout in papers.items():
        figures = [element.words for element in handout.elements if element.tag == "/Figure"]
        assert figures, thing_id
        assert all(figures), thing_id
        assert set(handout.fonts.values()) == {True}, thing_id


def test_a_routine_has_a_picture_for_each_step(pages: list[ThingPage], papers: dict[tuple[str, str], Paper]) -> None:
    for page in pages:
        steps = sum(len(phase.steps) for phase in page.phases)
        if steps:
            figures = [one for one in papers[page.thing.id, "a4"].elements if one.tag == "/Figure"]
            assert len(figures) == steps + 1, page.thing.id  # and the square code


def test_no_letter_of_a_routine_is_smaller_than_can_be_read(
    pages: list[ThingPage], papers: dict[tuple[str, str], Paper]
) -> None:
    """Its pictures hold no letters, so all that stand on the paper are text."""
    for page in pages:
        if page.phases:
            for paper in SIZES_MM:
                assert _smallest_letter_pt(papers[page.thing.id, paper]) >= SMALLEST_PT - 0.01, page.thing.id


def _smallest_letter_pt(handout: Paper) -> float:
    sizes = set()
    for page in pdfium.PdfDocument(handout.content):
        text = page.get_textpage()
        sizes |= {
            pdfium.raw.FPDFText_GetFontSize(text, place)
            for place in range(text.count_chars())
            if text.get_text_range(place, 1).strip()
        }
    return float(min(sizes))


@pytest.mark.parametrize("thing_id", ["petrissage", "calf-stretch", "full-knee-routine"])
@pytest.mark.parametrize("paper", SIZES_MM)
def test_the_code_leads_to_the_page_over_its_short_address(
    real_site: Path, pages: list[ThingPage], papers: dict[tuple[str, str], Paper], thing_id: str, paper: str
) -> None:
    (code,) = papers[thing_id, paper].codes
    assert code.removeprefix("https://") in papers[thing_id, paper].text
    path = code.removeprefix("https://selfcare-guides.example/")
    (way,) = html.document_fromstring((real_site / path / "index.html").read_bytes()).xpath("//a/@href")
    (page,) = (page for page in pages if page.thing.id == thing_id)
    assert (real_site / path / way).resolve() == (real_site / page.address.url).resolve()


def test_the_page_of_each_links_both_papers(real_site: Path, pages: list[ThingPage]) -> None:
    for page in pages:
        built = html.document_fromstring((real_site / page.address.url / "index.html").read_bytes())
        links = built.xpath("//*[@class='facts']//a[contains(@href, '.pdf')]/@href")
        assert links == [f"{page.thing.id}-{paper}.pdf" for paper in SIZES_MM]


def test_each_page_with_a_picture_has_a_small_card(real_site: Path) -> None:
    cards = sorted((real_site / "share").rglob("*.png"))
    pictures = {path.name.split(".")[0] for path in (real_site / "pictures").rglob("*.svg")}
    assert pictures <= {path.stem for path in cards}
    for path in cards:
        with Image.open(path) as image:
            assert image.size == (1200, 630), path
        assert path.stat().st_size < LARGEST_CARD_BYTES, path
