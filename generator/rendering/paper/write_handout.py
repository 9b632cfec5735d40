"""A page -> its handout: the words of the page itself, in the order in which somebody with the paper needs them."""

from collections.abc import Iterator, Sequence

from generator.drawing.picture import Picture
from generator.drawing.routine_pictures import Strip
from generator.linking.site import CitedSource, Site, ThingPage, TimedStep
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.routine import Routine
from generator.model.kinds.technique import Technique
from generator.model.practice import Practice
from generator.rendering.facts import Review, facts_of, review_of
from generator.rendering.paper.handout import (
    DISCLAIMER,
    Block,
    Call,
    Fact,
    Handout,
    Help,
    PaperPhase,
    PaperSource,
    PaperStep,
    Safety,
    paper_address,
)
from generator.rendering.paper.pictures import PaperPicture, put_close_on_paper, put_on_paper, put_steps_on_paper
from generator.rendering.paper.words import PaperWords
from generator.rendering.safety_words import (
    TITLES_IN_FULL,
    TITLES_IN_SHORT,
    TITLES_OF_HELP,
    help_lines,
    signs_by_urgency,
    urgent_flags,
    what_instead,
)
from generator.rendering.vancouver import write_short_reference
from generator.rendering.ways_on import short_path

_URGENCIES = ("emergency", "urgent")
"""What stands on paper; what can wait is on the page."""


def write_handout(
    page: ThingPage, site: Site, cited: Sequence[CitedSource], pictures: Sequence[Picture], strip: Strip | None
) -> Handout:
    """Write the handout of a page of a kind that has one; `cited` are its sources, in the order of their numbers.

    Raises TypeError for a thing of another kind.
    """
    return _Writer(page, site, cited).handout(pictures, strip)


class _Writer:
    def __init__(self, page: ThingPage, site: Site, cited: Sequence[CitedSource]) -> None:
        self.page = page
        self.site = site
        self.cited = cited
        self.words = PaperWords(site, {source.reference.key: number for number, source in enumerate(cited, 1)})

    def handout(self, pictures: Sequence[Picture], strip: Strip | None) -> Handout:
        thing = self.page.thing
        if not isinstance(thing, Technique | Exercise | Routine):
            raise TypeError(self.page.kind.singular)
        tone = self.site.skin_tone
        review = review_of(thing, self.site.written_by)
        first = pictures[0] if pictures and not strip else None
        shown = put_steps_on_paper(strip, tone) if strip else ()
        return Handout(
            kind=self.page.kind.singular,
            name=self.words.write(thing.full_name),
            summary=self.words.write(thing.summary),
            site=self.words.write(self.site.name),
            clinic=self.words.write(self.site.clinic or ""),
            facts=tuple(self._facts()),
            picture=put_on_paper(first, tone) if first else None,
            close=put_close_on_paper(first, tone) if first else None,
            caption=_caption(first) if first else "",
            before=self._block("Before you start", tuple(self._before(thing))),
            phases=tuple(self._phases(thing, shown)),
            do_not=self._block("Do not", thing.do_not),
            afterwards=self._block("Afterwards", thing.after if isinstance(thing, Routine) else ()),
            extras=tuple(block for block in self._extras(thing) if block.items),
            safety=self._safety(),
            sources=tuple(self._sources()),
            reviewed=(thing.reviewed.year, thing.reviewed.month, thing.reviewed.day),
            review=tuple(line for line in (*self._clinics_words(), *_lines(review)) if line),
            disclaimer=DISCLAIMER,
            address=paper_address(self.site.url, short_path(self.page.thing.id)),
        )

    def _clinics_words(self) -> Iterator[str]:
        """Say that some words are the clinic's, and when somebody looked at them last."""
        if self.page.is_clinics:
            yield f"This guide is by {self.site.clinic}."
        elif self.page.thing.clinic is not None:
            newest = max(one.reviewed for one in self.page.thing.clinic.signed)
            yield self.words.write(f"Some words are by {self.site.clinic}, last reviewed: {newest:%-d %B %Y}.")

    def _block(self, title: str, items: Sequence[str]) -> Block:
        return Block(title, tuple(self.words.write(item) for item in items))

    def _facts(self) -> Iterator[Fact]:
        yield from (Fact(label, words) for label, words in facts_of(self.page))
        if self.page.tools_used:
            yield Fact("You need", self.words.write(", ".join(tool.full_name for tool in self.page.tools_used)))

    def _before(self, thing: Technique | Exercise | Routine) -> Iterator[str]:
        if thing.position is not None:
            yield thing.position
        if isinstance(thing, Routine):
            yield from thing.before

    def _phases(self, thing: Technique | Exercise | Routine, shown: Sequence[PaperPicture]) -> Iterator[PaperPhase]:
        if not isinstance(thing, Routine):
            steps = (PaperStep(number, self.words.write(step)) for number, step in enumerate(thing.steps, 1))
            yield PaperPhase("", tuple(steps))
        for phase in self.page.phases:
            steps = (self._step(step, shown[step.number - 1] if shown else None) for step in phase.steps)
            yield PaperPhase(self.words.write(phase.name), tuple(steps))

    def _step(self, step: TimedStep, picture: PaperPicture | None) -> PaperStep:
        where = step.area.name if step.is_on_each_side else f"{step.area.name}, {step.side.label.lower()}"
        return PaperStep(
            number=step.number,
            words=self.words.write(f"{where}. {step.note or ''}"),
            name=self.words.write(step.link.name),
            dose=step.dose,
            optional=step.optional,
            how=self.words.write(step.how),
            picture=picture,
        )

    def _extras(self, thing: Technique | Exercise | Routine) -> Iterator[Block]:
        """List what helps and is no part of the safety, the most useful first."""
        notes = thing.clinic.notes if thing.clinic else ()
        yield self._block(f"A note from {self.site.clinic}", [note.text for note in notes])
        yield self._block("Do", thing.do)
        if not isinstance(thing, Routine):
            yield self._block("How it should feel", [thing.feel] if thing.feel else [])
            yield self._block("An easier way", [thing.easier_way] if thing.easier_way else [])
        yield from self._troubles(thing)

    def _troubles(self, practice: Practice) -> Iterator[Block]:
        yield self._block("What to do if", [f"{one.happens} {one.then}" for one in practice.what_if])
        yield self._block("Common mistakes", [f"{one.mistake} Instead: {one.instead}" for one in practice.mistakes])

    def _safety(self) -> Safety:
        levels = self.page.cautions_by_level
        signs = signs_by_urgency(urgent_flags(self.page.cautions))

        def names(level: str) -> Block:
            return self._block(TITLES_IN_SHORT[level], [caution.full_name for caution in levels.get(level, ())])

        return Safety(
            forbids=names("absolute"),
            keep_off=names("local"),
            ask_first=names("ask-first"),
            care=self._block(
                TITLES_IN_FULL["care"],
                [f"{caution.full_name}. {what_instead(caution)}" for caution in levels.get("care", ())],
            ),
            help=tuple(self._help(urgency, signs[urgency]) for urgency in _URGENCIES if urgency in signs),
        )

    def _help(self, urgency: str, signs: Sequence[str]) -> Help:
        lines = help_lines(self.site, urgency)
        return Help(
            urgency,
            TITLES_OF_HELP[urgency],
            self._block("", signs).items,
            tuple(Call(line.number, self.words.write(line.reaches)) for line in lines),
        )

    def _sources(self) -> Iterator[PaperSource]:
        for number, source in enumerate(self.cited, 1):
            yield PaperSource(
                number, self.words.write(source.named.name), self.words.write(write_short_reference(source.reference))
            )


def _lines(review: Review) -> tuple[str, ...]:
    return (review.last, review.next, review.by_whom, review.written)


def _caption(picture: Picture) -> str:
    """Say what a picture shows, and what the hatching in it means."""
    hatched = next((f" {part}." for part in picture.description.split(". ") if "hatched" in part), "")
    return f"{picture.caption}{hatched.replace('..', '.')}"
