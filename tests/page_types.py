"""One page of every kind that the real site has, for what must hold on all of them."""

from typing import Final

TYPES: Final = {
    "home": "",
    "hub": "techniques/",
    "technique": "techniques/petrissage/",
    "routine": "routines/full-knee-routine/",
    "exercise": "exercises/clamshell/",
    "tool": "tools/body-massager/",
    "condition": "conditions/knee-osteoarthritis/",
    "caution": "cautions/blood-clots/",
    "body part": "anatomy/knee-joint/",
    "study": "studies/wu2022/",
    "evidence": "evidence/",
    "bibliography": "bibliography/",
    "source": "sources/wu2022/",
    "belief": "beliefs/toxins/",
    "question page": "questions/faq-knee/",
    "guide": "guides/benefits/",
    "gateway": "where/knee-joint/",
    "listing": "where/calf/all/what-may-help/",
    "country": "countries/gb/",
    "safety-check": "is-massage-safe-today/",
    "practice-sheet": "practice-sheet/",
    "my-plan": "my-plan/",
    "saved-guides": "saved-guides/",
    "a-z": "a-z/k/",
    "codes": "codes/",
    "handbook": "handbook/fields/techniques/",
}
"""Pages by the kind that their front matter names; the largest or fullest of a kind where there is a choice."""

NOT_FOUND: Final = "404.html"
"""Has no kind, for nobody generates it."""

PATHS: Final = {**TYPES, "not found": NOT_FOUND}

WITH_MORE_ON_A_DESK: Final = ("home", "technique", "routine", "condition", "evidence", "my-plan")
"""Kinds that stand for all at 1280 px: the others have the same header, tabs and contents, and no more of their own."""
