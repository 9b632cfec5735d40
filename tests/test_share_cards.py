"""A card is a small picture with the name of its page, for whoever gets its address."""

import io
from pathlib import Path

import pytest
from PIL import Image

from generator.publishing import typeset
from generator.rendering import Sheet
from generator.rendering.front_matter import SITE_PICTURE
from tests.paper import SITE, catalogue_in, sheets_of


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sheet]:
    sheets = sheets_of(catalogue_in(tmp_path_factory.mktemp("cards"), {}))
    return {path: sheet for path, sheet in sheets.items() if path.endswith(".png")}


def test_every_page_with_a_picture_has_a_card_and_so_has_the_site(cards: dict[str, Sheet]) -> None:
    assert sorted(cards) == [
        "share/anatomy/foot.png",
        "share/cautions/stop-if-pain.png",
        "share/conditions/sore-feet.png",
        "share/exercises/toe-stretch.png",
        "share/routines/foot-routine.png",
        "share/site.png",
        "share/techniques/arch-rub.png",
    ]


def test_a_card_has_the_size_that_others_show_and_is_small(cards: dict[str, Sheet], tmp_path: Path) -> None:
    files = typeset(list(cards.values()), tmp_path).files
    assert len(files) == len(cards)
    for file in files:
        with Image.open(io.BytesIO(file.content)) as image:
            assert (image.format, image.mode, image.size) == ("PNG", "P", (1200, 630))
        assert len(file.content) < 60_000


def test_a_card_says_the_name_one_sentence_and_the_site(cards: dict[str, Sheet]) -> None:
    data = cards["share/techniques/arch-rub.png"].data
    assert '"line":"Long strokes along the sole.","name":"Arch rub","pictures":[{' in data
    assert f'"site":"{SITE}"' in data


def test_no_colour_of_a_card_waits_for_a_page(cards: dict[str, Sheet]) -> None:
    assert [path for path, sheet in cards.items() if "var(" in sheet.data] == []


def test_the_card_of_the_site_carries_its_name_as_the_title(cards: dict[str, Sheet]) -> None:
    assert f'"name":"{SITE}"' in cards[SITE_PICTURE].data
