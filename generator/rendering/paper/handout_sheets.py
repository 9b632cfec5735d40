"""The handouts of a page as sheets to typeset: one for each paper."""

from typing import Final

from generator.linking.address import Address, Named
from generator.linking.site import ThingPage
from generator.rendering.paper.handout import Handout
from generator.rendering.paper.layouts import PAPERS, layouts_for
from generator.rendering.paper.sheet import Sheet, to_json

_MOST_PAGES: Final = {"routine": 2}
_WORDS: Final = {"a4": "PDF for A4 paper", "letter": "PDF for US Letter paper"}


def name_handouts(page: ThingPage) -> tuple[Named, ...]:
    """Name the handouts of a page, in the order of PAPERS; nothing where its kind has none.

    They lie in the folder of the page, and their names say what they are where they were saved to.
    """
    if not page.kind.has_handout:
        return ()
    folder, thing_id = page.address.url, page.thing.id
    return tuple(Named("", words, Address(f"{folder}{thing_id}-{paper}.pdf"), "") for paper, words in _WORDS.items())


def make_handouts(handout: Handout, page: ThingPage) -> tuple[Sheet, ...]:
    """Make the sheets of a page's handout."""
    data = to_json(handout)
    return tuple(
        Sheet(
            path=named.address.file,
            template="handout.typ",
            data=data,
            layouts=tuple(to_json(layout) for layout in layouts_for(handout.kind, paper)),
            most_pages=_MOST_PAGES.get(handout.kind, 1),
            source=page.source,
        )
        for paper, named in zip(PAPERS, name_handouts(page), strict=True)
    )
