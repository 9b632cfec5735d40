"""Our own site, its pages and all its pictures: linked, rendered and drawn once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property

from lxml import etree

from generator.drawing import Drawings, draw_site
from generator.drawing.body import Body
from generator.drawing.picture import Picture, write_picture
from generator.drawing.routine_pictures import FRAME, write_strip
from generator.drawing.stroke_on_parts import StrokeOnParts, stroke_on
from generator.drawing.stroke_views import StrokeView, view_stroke
from generator.figure.plate import Region
from generator.linking import Site, link_site
from generator.linking.site import ThingPage
from generator.model.fields import Performer
from generator.model.kinds.anatomy import Anatomy
from generator.model.kinds.routine import Routine, Step
from generator.model.kinds.technique import Technique
from generator.model.reach import kept_off
from generator.model.thing import Thing
from generator.pipeline import check_project, render_project
from generator.rendering import OutputFile
from tests.kept import kept_for_all_workers
from tests.shown_pages import ROOT


@cache
def our_site() -> Site:
    return link_site(check_project(ROOT).catalogue)


@cache
def our_drawings() -> Drawings:
    return kept_for_all_workers("drawings", lambda: draw_site(our_site()))


@cache
def our_files() -> tuple[OutputFile, ...]:
    """Render our own site."""
    return kept_for_all_workers("rendered", lambda: tuple(render_project(check_project(ROOT).catalogue)))


@cache
def our_pictures() -> "Drawn":
    return Drawn(our_site(), our_drawings())


@dataclass(frozen=True)
class Drawn:
    """Our own site and all its pictures."""

    site: Site
    drawings: Drawings

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        return tuple(picture for pictures in self.drawings.pictures.values() for picture in pictures)

    @cached_property
    def files(self) -> Mapping[str, str]:
        """Every file of a picture or a strip, by its path."""
        pictures = {picture.path: write_picture(picture) for picture in self.pictures}
        strips = {f"routines/{name}": write_strip(strip) for name, strip in self.drawings.strips.items()}
        return {**pictures, **strips}

    @cached_property
    def roots(self) -> Mapping[str, etree._Element]:
        return {path: etree.fromstring(text.encode()) for path, text in self.files.items()}

    @cached_property
    def things(self) -> Mapping[str, Thing]:
        return {page.thing.id: page.thing for page in self.site.pages.values()}

    @cached_property
    def body(self) -> Body:
        return Body({thing.id: thing for thing in self.things.values() if isinstance(thing, Anatomy)})

    @cached_property
    def techniques(self) -> tuple[tuple[Technique, list[str]], ...]:
        """Every technique, and the places to keep off."""
        pages = self.site.pages.values()
        return tuple((page.thing, self.off(page.thing, page)) for page in pages if isinstance(page.thing, Technique))

    def off(self, thing: Thing, page: ThingPage) -> list[str]:
        """List the places that the cautions of a page keep a thing off."""
        return list(kept_off(thing, self.things, page.cautions))

    def technique(self, name: str) -> tuple[Technique, list[str]]:
        return next(pair for pair in self.techniques if pair[0].id == name)

    @cached_property
    def strokes(self) -> tuple["Laid", ...]:
        """Every stroke of a technique or of a routine's step, as its pictures show it."""
        return (*self._strokes_of_techniques(), *self._strokes_of_steps())

    def _strokes_of_techniques(self) -> Iterator["Laid"]:
        for technique, keep_off in self.techniques:
            done = stroke_on(technique, self.body, keep_off, (), self.things)
            for view in view_stroke(done, 2):
                yield Laid(technique.id, done, view, self._hatched(view, keep_off))

    @cached_property
    def routines(self) -> tuple[tuple[Routine, ThingPage], ...]:
        """Every routine, with its page."""
        pages = self.site.pages.values()
        return tuple((page.thing, page) for page in pages if isinstance(page.thing, Routine))

    @cached_property
    def steps(self) -> tuple["ShownStep", ...]:
        """Every step of a routine, as its strip shows it."""
        return tuple(
            ShownStep(routine, step, self.things[step.named[0]], shown.words, strip.drawings[shown.number - 1])
            for routine, _ in self.routines
            for strip in [self.drawings.strips[routine.id]]
            for step, shown in zip(routine.steps, strip.steps, strict=True)
        )

    def _strokes_of_steps(self) -> Iterator["Laid"]:
        for routine, page in self.routines:
            for step in routine.steps:
                thing = self.things[step.named[0]]
                if isinstance(thing, Technique):
                    off = self.off(thing, page)
                    done = stroke_on(thing, self.body, off, (step.area,), self.things, step.stroke)
                    done = replace(done, by_oneself=done.by_oneself and Performer.SELF in routine.who)
                    for view in view_stroke(done, 1, (FRAME, FRAME)):
                        name = f"{routine.id}: {thing.id} on {step.area}"
                        yield Laid(name, done, view, self._hatched(view, off))

    def _hatched(self, view: StrokeView, keep_off: list[str]) -> tuple[Region, ...]:
        """List the places to keep off that a frame shows, whatever the picture says of them."""
        regions = view.frame.plate.regions
        found = [regions[area.drawn_as] for area in self.body.areas(keep_off) if area.drawn_as in regions]
        return tuple(region for region in found if any(view.frame.seen(region.shapes)))


@dataclass(frozen=True)
class ShownStep:
    """A step of a routine, what it puts to use, and its picture with the words for it."""

    routine: Routine
    step: Step
    thing: Thing
    words: str
    drawing: str


@dataclass(frozen=True)
class Laid:
    """A stroke as one picture shows it, and the places to keep off that are in the frame."""

    name: str
    done: StrokeOnParts
    view: StrokeView
    keep_off: tuple[Region, ...]

    @property
    def on(self) -> str:
        return f"{self.name} ({self.view.frame.plate.id})"
