"""The picture of a page that others see where somebody shares its address: where its file lies."""

from typing import Final

from generator.linking.site import ThingPage

SITE_CARD: Final = "share/site.png"
"""The card of every page that has none of its own."""


def share_card_path(page: ThingPage, *, has_picture: bool) -> str:
    """Name the card of a page, below the root of the site: its own where it has a picture, else that of the site."""
    return f"share/{page.kind.folder}/{page.thing.id}.png" if has_picture else SITE_CARD
