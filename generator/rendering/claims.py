"""What a page says of its evidence: how sure the best is, and which claims of other pages it repeats, each once.

Forty pages may say that self-massage eases a worn knee, all out of one trial; a reader needs to hear it once.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Final

from generator.linking.address import Named
from generator.linking.site import ClaimOnPage, ThingPage
from generator.model.fields import Action
from generator.model.thing import Applies, Claim, Thing
from generator.rendering.listings import LINKS_A_PAGE, MOST_LINKS_SHOWN, Shown, show

MOST_CLAIMS_TOLD: Final = 6
"""Claims of other pages in full; with these and its own a page stays under 40 KB."""


@dataclass(frozen=True)
class Told:
    """Claims that a page repeats, and links to the pages that say something of the kind."""

    claims: tuple[ClaimOnPage, ...]
    elsewhere: Shown[Named]


def tell_claims_about(page: ThingPage) -> Told:
    """Choose what to repeat of the claims that other pages make about a thing: what rests on sources not yet told."""
    own = {_evidence_of(claim) for claim in page.thing.claims}
    return _tell(page.claims_about, own, _evidence_of, "Other pages that say something about it", page.named)


def tell_claims_resting(page: ThingPage) -> Told:
    """Choose what to repeat of the claims that rest on a study: none in the same words twice."""
    return _tell(page.claims_resting, set(), _words_of, "More pages that rest on it", page.named)


def how_sure(thing: Thing) -> str:
    """Say in a few words how sure the best evidence is; for massage only what tested one's own hands counts."""
    tested = [claim for claim in thing.claims if claim.certainty is not None]
    if not tested:
        return "Nobody tested it"
    if thing.action in {None, Action.MASSAGE}:
        tested = [claim for claim in tested if claim.applies is Applies.DIRECT]
    levels = [claim.certainty for claim in tested if claim.certainty is not None]
    return f"{max(levels, key=lambda level: level.rank).label} certainty" if levels else "Not tested as self-massage"


def _tell(
    claims: tuple[ClaimOnPage, ...], known: set[Hashable], what: Callable[[Claim], Hashable], heading: str, owner: Named
) -> Told:
    told: list[ClaimOnPage] = []
    others: dict[str, Named] = {}
    for found in claims:
        if what(found.claim) in known or len(told) == MOST_CLAIMS_TOLD:
            others[found.page.id] = found.page
        else:
            told.append(found)
            known.add(what(found.claim))
    repeated = {found.page.id for found in told}
    elsewhere = [page for page_id, page in others.items() if page_id not in repeated]
    elsewhere.sort(key=lambda page: page.name.casefold())
    return Told(tuple(told), show(heading, elsewhere, owner, MOST_LINKS_SHOWN, LINKS_A_PAGE))


def _evidence_of(claim: Claim) -> Hashable:
    """Tell what a claim rests on: its sources, or without any its words."""
    return frozenset(claim.sources) or claim.says


def _words_of(claim: Claim) -> Hashable:
    return claim.says
