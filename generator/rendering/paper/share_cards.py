"""The picture of a page that others see where somebody shares its address: a card with its name and its drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.drawing.picture import Picture
from generator.drawing.routine_pictures import Strip
from generator.linking.site import Site, ThingPage
from generator.model.readability import first_sentence
from generator.rendering.front_matter import SITE_PICTURE
from generator.rendering.paper.pictures import PaperPicture, put_on_card, put_steps_on_card
from generator.rendering.paper.sheet import Sheet, to_json
from generator.rendering.paper.words import PaperWords

STEPS_ON_A_CARD: Final = 4


@dataclass(frozen=True)
class Card:
    """What a card says and shows."""

    name: str
    line: str
    site: str
    pictures: tuple[PaperPicture, ...]


def share_card_path(page: ThingPage, *, has_picture: bool) -> str:
    """Name the card of a page, below the root of the site: its own where it has a picture, else that of the site."""
    return f"share/{page.kind.folder}/{page.thing.id}.png" if has_picture else SITE_PICTURE


def make_share_card(page: ThingPage, site: Site, pictures: Sequence[Picture], strip: Strip | None) -> Sheet:
    """Make the card of a page that has a picture, or a strip of them."""
    words = PaperWords(site)
    steps = put_steps_on_card([strip], site.skin_tone)[:STEPS_ON_A_CARD] if strip else ()
    card = Card(
        name=words.write(page.thing.full_name),
        line=words.write(first_sentence(page.thing.summary)),
        site=words.write(site.name),
        pictures=(*(put_on_card(picture, site.skin_tone) for picture in pictures[:1]), *steps),
    )
    return _sheet(share_card_path(page, has_picture=True), card, page.source)


def make_site_card(site: Site, line: str, strips: Sequence[Strip]) -> Sheet:
    """Make the card of the site itself, with steps of its routines."""
    steps = put_steps_on_card(strips, site.skin_tone)[:STEPS_ON_A_CARD]
    words = PaperWords(site)
    return _sheet(SITE_PICTURE, Card(words.write(site.name), words.write(line), "", tuple(steps)), "mkdocs.yml")


def _sheet(path: str, card: Card, source: str) -> Sheet:
    return Sheet(path=path, template="card.typ", data=to_json(card), layouts=("{}",), most_pages=1, source=source)
