"""The pages that are of no single thing, as others link to them."""

from typing import Final

from generator.linking.address import Address, Named
from generator.model.site_pages import (
    ABOUT_CLINIC_ID,
    CODES_ID,
    EVIDENCE_ID,
    MY_PLAN_ID,
    PRACTICE_SHEET_ID,
    PRIVACY_ID,
    SAFETY_CHECK_ID,
    SAVED_GUIDES_ID,
)

HOME: Final = Named(
    "home",
    "Home",
    Address("index.md"),
    "Gentle self-care for legs, knees and feet: what to do, how long, when to stop, and who says so.",
)


def _site_page(page_id: str, name: str, summary: str) -> Named:
    return Named(page_id, name, Address(f"{page_id}.md"), summary)


SAFETY_CHECK: Final = _site_page(
    SAFETY_CHECK_ID,
    "Is massage safe for me today?",
    "Go through these questions before each session. It takes 2 minutes. Nobody sees your answers.",
)
EVIDENCE: Final = _site_page(
    EVIDENCE_ID,
    "All the evidence at a glance",
    "Every study on these pages: what it was about, how many people took part, and how sure it makes us.",
)
PRACTICE_SHEET: Final = _site_page(
    PRACTICE_SHEET_ID,
    "A sheet to print and tick",
    "Write down what you did and how it felt. After 4 weeks you can see whether it helps you.",
)
MY_PLAN: Final = _site_page(
    MY_PLAN_ID,
    "My plan",
    "Up to 10 pages that you picked, with a list for 7 days to tick. It stays on this device, and nobody else sees it.",
)
CODES: Final = _site_page(
    CODES_ID,
    "Find a page by its medical code",
    "For clinics and libraries: the ICD-10 and MeSH codes of these pages, each looked up and checked.",
)
SAVED_GUIDES: Final = _site_page(
    SAVED_GUIDES_ID,
    "Guides without a connection",
    "Keep guides on this device, and read them where there is no internet.",
)
ABOUT_CLINIC: Final = _site_page(
    ABOUT_CLINIC_ID, "About this clinic", "Who publishes this copy, how to reach them, and which words here are theirs."
)
PRIVACY: Final = _site_page(PRIVACY_ID, "Privacy", "What this site knows about you: as little as we could make it.")
SITE_PAGES: Final = {page.id: page for page in (SAFETY_CHECK, EVIDENCE, PRACTICE_SHEET, MY_PLAN, SAVED_GUIDES, CODES)}
