"""What a page and its handout both say in short: how long, how often, who, and when it was reviewed."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.linking.site import ThingPage
from generator.model.doses import time_in_words
from generator.model.fields import Side
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.routine import Routine
from generator.model.kinds.technique import Technique
from generator.model.thing import Thing


def facts_of(page: ThingPage) -> Iterator[tuple[str, str]]:
    """Tell how much of something to do, and who can do it: each fact's label and its words, in the order of a page."""
    thing = page.thing
    if isinstance(thing, Routine):
        sides = ", both sides" if page.is_done_on_each_side else ""
        yield "How long", f"{time_in_words(page.seconds_without_optional)}{sides}"
        if page.seconds != page.seconds_without_optional:
            yield "With all optional steps", time_in_words(page.seconds)
        yield "How often", thing.frequency.in_words
    elif isinstance(thing, Technique):
        if thing.time is not None:
            yield "How long", f"{thing.time}, each side"
        if thing.count is not None:
            yield "How many", f"{thing.count} times, each side"
        yield "Pressure", str(thing.pressure)
    elif isinstance(thing, Exercise):
        each = ", each side" if thing.sides is Side.EACH else ""
        doses = (("How long", thing.time, ""), ("Hold", thing.hold, ""), ("Repeats", thing.repeats, each))
        yield from ((label, f"{dose}{more}") for label, dose, more in doses if dose is not None)
        if thing.sets is not None:
            yield "Sets", str(thing.sets)
    if isinstance(thing, Routine | Technique):
        who = ", ".join(str(performer) for performer in thing.who)
        yield "Who", who[:1].upper() + who[1:]


@dataclass(frozen=True)
class Review:
    """Who wrote a page, when it was reviewed and by whom, and when it will be: a sentence each, or nothing."""

    written: str
    last: str
    by_whom: str
    next: str


def review_of(thing: Thing, written_by: str | None) -> Review:
    """Say how fresh a page is; `written_by` is who writes where the thing does not say."""
    writer = thing.written_by or written_by
    return Review(
        written=f"Written by: {writer}." if writer else "",
        last=f"Last reviewed: {thing.reviewed:%-d %B %Y}.",
        by_whom=f"Reviewed by: {thing.reviewed_by}." if thing.reviewed_by else "Not yet reviewed by a clinician.",
        next=f"Next review: {thing.review_due:%-d %B %Y}.",
    )
