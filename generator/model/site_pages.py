"""The pages that are made of many things, and that a text can link by id like a thing."""

from typing import Final

SAFETY_CHECK_ID: Final = "is-massage-safe-today"
EVIDENCE_ID: Final = "evidence"
PRACTICE_SHEET_ID: Final = "practice-sheet"
SAVED_GUIDES_ID: Final = "saved-guides"
SITE_PAGE_IDS: Final = frozenset({SAFETY_CHECK_ID, EVIDENCE_ID, PRACTICE_SHEET_ID, SAVED_GUIDES_ID})
