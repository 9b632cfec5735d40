"""A page -> its handout: the words of the page itself, in the order in which somebody with the paper needs them."""

from collections.abc import Iterator, Mapping, Sequence

from generator.drawing.picture import Picture
from generator.drawing.routine_pictures import Strip
from generator.linking.site import Site, ThingPage, TimedStep
from generator.model.fields import Side, time_in_words
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.routine import Routine
from generator.model.kinds.technique import Technique
from generator.model.practice import Practice
from generator.model.readability import split_sentences
from generator.model.thing import Thing
from generator.rendering.danger_signs import signs_by_urgency, urgent_flags
from generator.rendering.handout import (
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
from generator.rendering.paper_pictures import PaperPicture, put_close_on_paper, put_on_paper, put_steps_on_paper
from generator.rendering.paper_words import PaperWords
from generator.rendering.short_addresses import short_path
from generator.rendering.vancouver import write_short_reference

_HELP = (("emergency", "Get emergency help now"), ("urgent", "Get medical help today"))


def write_handout(
    page: ThingPage, site: Site, numbers: Mapping[str, int], pictures: Sequence[Picture], strip: Strip | None
) -> Handout:
    """Write the handout of a page of a kind that has one; `numbers` are those of the sources that it cites.

    Raises TypeError for a thing of another kind.
    """
    return _Writer(page, site, numbers).handout(pictures, strip)


class _Writer:
    def __init__(self, page: ThingPage, site: Site, numbers: Mapping[str, int]) -> None:
        self.page = page
        self.site = site
        self.numbers = numbers
        self.words = PaperWords(site, numbers)

    def handout(self, pictures: Sequence[Picture], strip: Strip | None) -> Handout:
        thing = self.page.thing
        if not isinstance(thing, Technique | Exercise | Routine):
            raise TypeError(self.page.kind.singular)
        tone = self.site.skin_tone
        first = pictures[0] if pictures and not strip else None
        shown = put_steps_on_paper(strip, tone) if strip else ()
        return Handout(
            kind=self.page.kind.singular,
            name=self.words.write(thing.full_name),
            summary=self.words.write(thing.summary),
            site=self.words.write(self.site.name),
            clinic=self.words.write(self.site.clinic or ""),
            facts=tuple(self._facts(thing)),
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
            review=tuple(self._review(thing)),
            disclaimer=DISCLAIMER,
            address=paper_address(self.site.url, short_path(self.page)),
        )

    def _block(self, title: str, items: Sequence[str]) -> Block:
        return Block(title, tuple(self.words.write(item) for item in items))

    def _facts(self, thing: Technique | Exercise | Routine) -> Iterator[Fact]:
        for label, value in self._dose(thing):
            yield Fact(label, value)
        who = ", ".join(str(performer) for performer in thing.who)
        if not isinstance(thing, Exercise):
            yield Fact("Who", who[:1].upper() + who[1:])
        if self.page.tools_used:
            yield Fact("You need", self.words.write(", ".join(tool.full_name for tool in self.page.tools_used)))

    def _dose(self, thing: Technique | Exercise | Routine) -> Iterator[tuple[str, str]]:
        if isinstance(thing, Routine):
            sides = ", both sides" if self.page.is_done_on_each_side else ""
            yield "How long", f"{time_in_words(self.page.seconds_without_optional)}{sides}"
            if self.page.seconds != self.page.seconds_without_optional:
                yield "With all optional steps", time_in_words(self.page.seconds)
            yield "How often", f"{thing.frequency.times} times {thing.frequency.per}"
        elif isinstance(thing, Technique):
            if thing.time is not None:
                yield "How long", f"{thing.time}, each side"
            if thing.count is not None:
                yield "How many", f"{thing.count} times, each side"
            yield "Pressure", str(thing.pressure)
        else:
            each = ", each side" if thing.sides is Side.EACH else ""
            doses = (("How long", thing.time, ""), ("Hold", thing.hold, ""), ("Repeats", thing.repeats, each))
            yield from ((label, f"{dose}{more}") for label, dose, more in doses if dose is not None)
            if thing.sets is not None:
                yield "Sets", str(thing.sets)

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
        each = " each side" if step.side is Side.EACH else ""
        where = step.area.name if step.side is Side.EACH else f"{step.area.name}, {step.side.label.lower()}"
        return PaperStep(
            number=step.number,
            words=self.words.write(f"{where}. {step.note or ''}"),
            name=self.words.write(step.link.name),
            dose=f"{step.count} times{each}" if step.count else f"{time_in_words(step.seconds_a_side)}{each}",
            optional=step.optional,
            how=self.words.write(step.how),
            picture=picture,
        )

    def _extras(self, thing: Technique | Exercise | Routine) -> Iterator[Block]:
        """List what helps and is no part of the safety, the most useful first."""
        yield self._block("Do", thing.do)
        if not isinstance(thing, Routine):
            yield self._block("How it should feel", [thing.feel] if thing.feel else [])
            easier = thing.lighter if isinstance(thing, Technique) else thing.easier
            yield self._block("An easier way", [easier] if easier else [])
        yield from self._troubles(thing)

    def _troubles(self, practice: Practice) -> Iterator[Block]:
        yield self._block("What to do if", [f"{one.happens} {one.then}" for one in practice.what_if])
        yield self._block("Common mistakes", [f"{one.mistake} Instead: {one.instead}" for one in practice.mistakes])

    def _safety(self) -> Safety:
        levels = self.page.cautions_by_level
        signs = signs_by_urgency(urgent_flags(self.page.cautions))
        lines = self.site.country.lines if self.site.country is not None else ()

        def names(level: str) -> list[str]:
            return [caution.full_name for caution in levels.get(level, ())]

        def care() -> Iterator[str]:
            for caution in levels.get("care", ()):
                yield f"{caution.full_name}. {next(iter(split_sentences(caution.instead)), '')}"

        return Safety(
            forbids=self._block("Do not do this with any of these", names("absolute")),
            keep_off=self._block("Keep off these places", names("local")),
            ask_first=self._block("Ask a doctor, nurse or pharmacist first", names("ask-first")),
            care=self._block("Take care", tuple(care())),
            help=tuple(
                Help(
                    urgency,
                    title,
                    self._block("", signs[urgency]).items,
                    tuple(
                        Call(line.number, self.words.write(line.reaches))
                        for line in lines
                        if line.urgency.value == urgency
                    ),
                )
                for urgency, title in _HELP
                if urgency in signs
            ),
        )

    def _sources(self) -> Iterator[PaperSource]:
        for key, number in self.numbers.items():
            source = self.site.sources[key]
            yield PaperSource(
                number, self.words.write(source.named.name), self.words.write(write_short_reference(source.reference))
            )

    def _review(self, thing: Thing) -> Iterator[str]:
        yield f"Last reviewed: {thing.reviewed:%-d %B %Y}."
        yield f"Next review: {thing.review_due:%-d %B %Y}."
        yield f"Reviewed by: {thing.reviewed_by}." if thing.reviewed_by else "Not yet reviewed by a clinician."
        written_by = thing.written_by or self.site.written_by
        if written_by:
            yield f"Written by: {written_by}."


def _caption(picture: Picture) -> str:
    """Say what a picture shows, and what the hatching in it means."""
    hatched = next((f" {part}." for part in picture.description.split(". ") if "hatched" in part), "")
    return f"{picture.caption}{hatched.replace('..', '.')}"
