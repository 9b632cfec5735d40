"""What on a built page keeps readers safe, or says whose words they are and how sure: a clinic's styles leave it."""

from collections.abc import Mapping
from typing import Final

SAFETY_PARTS: Final[Mapping[str, str]] = {
    ".player-words": "the words of the player",
    ".player-buttons": "the buttons of the player",
    ".admonition.emergency": "the emergency card",
    ".admonition.urgent": "the card on urgent help",
    ".admonition.soon": "the card on when to ask for help",
    ".admonition.stop": "the caution that forbids it",
    ".admonition.keep-off": "the caution on where to keep off",
    ".admonition.ask-first": "the caution on what to ask first",
    ".admonition.care": "the caution on what to take care of",
    ".admonition.do-not": "the box on what not to do",
    ".admonition.clinic": "the clinic's note",
    ".admonition": "a box of advice",
    ".facts": "the key facts",
    ".checklist": "the safety questions",
    ".answer": "the answer to the safety questions",
    ".check-first": "the line on what to check first",
    ".picture": "a picture with places to keep off",
    ".offline-note": "the note on an old copy",
    ".by-clinic-page": "the mark of a clinic's own page",
    ".by-clinic": "the mark of a clinic's own words",
    ".signed": "the signature of a clinic's own words",
    ".clinic-picture": "a clinic's signed picture",
    ".certainty": "a mark of how sure we are",
    ".applies": "the words on whom a claim is about",
    ".cite": "a mark of a source",
    ".references": "the list of sources",
    ".reviewed": "the lines on who wrote the page and when",
    ".disclaimer": "the disclaimer",
    ".md-copyright": "the licence",
    "section.clinic": "the words on who publishes the copy",
    'a[href^="tel:"]': "a number to call",
}
"""Selectors, and what messages call what they match; the first that matches names it, and all in it belongs to it."""
