"""The handouts of a page as sheets to typeset: one for each paper."""

import hashlib
from dataclasses import replace
from typing import Final

from generator.linking.address import Address, Named
from generator.linking.site import ThingPage
from generator.rendering.paper.handout import Handout, PaperAddress
from generator.rendering.paper.layouts import PAPERS, layouts_for
from generator.rendering.paper.sheet import Sheet, to_json

_LINE_EM: Final = 36
"""Ems of 12 points: 152 mm. The narrowest paper has 216 mm, less two margins of 11, the code of 24 and 4 between."""

_WIDE_EM: Final = 0.97
_EM: Final = 0.67
"""Ems, of bold letters: in Atkinson Hyperlegible Next the widest sign is %, and of the others the 0."""

_WIDE: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZmw@%&#")

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
    room = _room_of(handout)
    return tuple(
        Sheet(
            path=named.address.file,
            template="handout.typ",
            data=data,
            layouts=tuple(to_json(layout) for layout in layouts_for(handout.kind, paper)),
            most_pages=_MOST_PAGES.get(handout.kind, 1),
            source=page.source,
            room=room,
        )
        for paper, named in zip(PAPERS, name_handouts(page), strict=True)
    )


def _room_of(handout: Handout) -> str:
    """Write what decides how much room a handout takes.

    That is all of it; but of whose it is and of its address no more than that each stands on one line.
    """
    names = (handout.clinic, f"{handout.site}:", handout.address.shown)
    if not all(map(_is_one_line, names)):
        return ""
    square = bool(handout.address.qr)
    alike = replace(handout, clinic="x" if handout.clinic else "", site="", address=PaperAddress("", "", ""))
    return hashlib.sha256(f"{square} {to_json(alike)}".encode()).hexdigest()


def _is_one_line(words: str) -> bool:
    """Tell whether words surely fit on one line beside the square code, in the largest letters."""
    return (
        sum(_WIDE_EM if sign.isupper() or sign in "mw@%&#" or not sign.isascii() else _EM for sign in words) <= _LINE_EM
    )
