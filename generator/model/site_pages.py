"""The pages that are made of many things, and that a text can link by id like a thing."""

from typing import Final

SAFETY_CHECK_ID: Final = "is-massage-safe-today"
EVIDENCE_ID: Final = "evidence"
PRACTICE_SHEET_ID: Final = "practice-sheet"
MY_PLAN_ID: Final = "my-plan"
CODES_ID: Final = "codes"
SAVED_GUIDES_ID: Final = "saved-guides"
ABOUT_CLINIC_ID: Final = "about-clinic"
PRIVACY_ID: Final = "privacy"
SITE_PAGE_IDS: Final = frozenset(
    {SAFETY_CHECK_ID, EVIDENCE_ID, PRACTICE_SHEET_ID, MY_PLAN_ID, SAVED_GUIDES_ID, CODES_ID}
)
"""Pages that a text can link by id."""
