"""What a clinic's own styles may name and set. All of it is told in docs/clinics.md, and stays from version to version.

It is a list of what is let through: one of what is refused would let the next property through that covers, moves or
hides, and a sheet that named any class of the theme would break with the next theme. That even this does no harm on a
page is looked at in a browser (publishing/styles_in_browser.py).
"""

import re
from collections.abc import Mapping
from typing import Final

PARTS: Final[Mapping[str, str]] = {
    ".md-header": "the bar at the top",
    ".brand": "the logo and the name in it",
    ".brand__logo": "the logo",
    ".brand__name": "the name",
    ".md-tabs": "the row of sections",
    ".breadcrumbs": "the way to a page",
    "h1": "the title",
    "h2": "the headings",
    "h3": "the small headings",
    ".lead": "the sentence below the title",
    ".contents": "the contents of a page",
    ".cards": "a list of cards",
    ".neighbours": "the pages before and after",
    ".md-footer": "the foot",
    ".footer__sections": "the sections in it",
}
"""Selectors that a clinic's styles may use, and what they match."""

WITHIN: Final = frozenset({"a", "img", "li", "ol", "p", "span", "strong", "ul"})
"""Elements that may be named within a part."""

AROUND: Final = frozenset({".md-typeset", '[data-md-color-scheme="default"]', '[data-md-color-scheme="slate"]'})
"""What may stand before a part: the text, and the light and the dark palette."""

PASSING: Final = frozenset({"hover", "focus-visible", "active", "visited"})
"""States that come and go: in them a style may only colour."""

STATES: Final = PASSING | {"first-child", "last-child"}

_EDGES: Final = ("", "-top", "-right", "-bottom", "-left")
PROPERTIES: Final = frozenset(
    {
        *(f"{box}{edge}" for box in ("margin", "padding") for edge in _EDGES),
        *(f"border{edge}{part}" for edge in _EDGES for part in ("", "-width", "-style", "-color")),
        *("border-radius", "background-color", "color", "gap", "max-width"),
        *("font-size", "font-style", "font-weight", "line-height", "letter-spacing"),
        *("text-align", "text-decoration", "text-decoration-color", "text-decoration-thickness"),
        *("text-transform", "text-underline-offset", "list-style-type"),
    }
)

VARIABLES: Final = frozenset(
    f"--{name}"
    for name in ("accent", "accent-strong", "on-accent", "accent-wash", "paper", "paper-raised", "paper-sunk", "line")
)
"""Colours of the palettes, those of clinic.yml among them, that values may name."""

COLOUR_FUNCTIONS: Final = frozenset({"rgb", "rgba", "hsl", "hsla", "oklch", "color-mix"})
FETCHING: Final = frozenset({"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "element"})

UNITS: Final = frozenset({"px", "em", "rem", "ch", "deg"})
"""None that goes by the screen: what is looked at in some widths would not hold in others."""

MAY_BE_NEGATIVE: Final = frozenset({"letter-spacing", "text-underline-offset"})

LEAST: Final[Mapping[str, Mapping[str, float]]] = {
    "font-size": {"px": 12, "em": 0.75, "rem": 0.6, "%": 75},
    "line-height": {"": 1, "px": 12, "em": 1, "rem": 0.6, "%": 100},
    "max-width": {"px": 40, "em": 2, "rem": 2, "ch": 4, "%": 20},
}
"""The smallest numbers, by their units, with which words can still be read. The root has 20 px: 0.6 rem are 12."""

_WHY_NOT: Final[Mapping[str, str]] = {
    "position|inset|top|right|bottom|left|z-index|transform|translate|rotate|scale|offset|float|clear|order|zoom"
    "|grid|flex|columns?|box-shadow|outline|width|height|min-|max-": "It can lay one thing over another.",
    "display|opacity|visibility|filter|backdrop|mask|clip|overflow|mix-blend|content-visibility|text-indent"
    "|text-overflow|text-shadow|contain|pointer|user-select": "It can hide something.",
    "content|counter|quotes": "It can put words there that nobody has checked.",
    "animation|transition|view-|scroll-|will-change": "It can hide something a while later.",
    "background|border-image|list-style": "It can fetch a picture, or hide words behind one.",
    "font": "The font comes from clinic.yml. Set its size, weight and style each by itself.",
}


def why_not(name: str) -> str:
    """Say why a property is not let through; nothing where it is none that is known to do harm."""
    bare = re.sub(r"^-(?:webkit|moz|ms|o)-", "", name)
    return next((why for start, why in _WHY_NOT.items() if re.match(start, bare)), "")
