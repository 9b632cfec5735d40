"""Techniques: strokes and other hands-on ways to massage."""

from typing import Annotated, ClassVar, Final

from pydantic import Field

from generator.model.fields import (
    Action,
    Count,
    Goal,
    Labelled,
    Performer,
    RefersTo,
    Seconds,
    Text,
    ThingId,
    TimeSpan,
    WholeNumber,
)
from generator.model.practice import Treatment
from generator.model.thing import Kind, Piece
from generator.model.use import Use


class Pressure(Labelled):
    """How hard to press."""

    LIGHT = "light", "Light, as if smoothing a sheet"
    MODERATE = "moderate", "Moderate, and pleasant"
    FIRM = "firm", "Firm, but you breathe easily"


class StrokeKind(Labelled):
    """What the hand does, in the words the pictures use."""

    GLIDE = "glide", "Glide"
    KNEAD = "knead", "Knead"
    CIRCLE = "circle", "Circle"
    CROSS_FIBRE = "cross-fibre", "Short strokes across the fibres"
    TAP = "tap", "Tap"
    PRESS = "press", "Press and release"
    SQUEEZE = "squeeze", "Squeeze and release"
    ROLL = "roll", "Roll"
    TWIST = "twist", "Twist to and fro"
    STRETCH = "stretch", "Stretch"
    PULL = "pull", "Pull gently"
    HOLD = "hold", "Hold"


class Direction(Labelled):
    """Which way a stroke runs."""

    UPWARDS = "upwards", "upwards, towards the heart"
    DOWNWARDS = "downwards", "downwards, away from the heart"
    TO_AND_FRO = "to-and-fro", "to and fro"
    ACROSS = "across", "across"
    AROUND = "around", "around"
    OUTWARDS = "outwards", "outwards from the middle"
    IN_PLACE = "in-place", "in one place"


IN_ORDER: Final = (Direction.UPWARDS, Direction.DOWNWARDS, Direction.TO_AND_FRO)
"""Directions in which a stroke runs along its place, or its places follow one another."""


class HandPart(Labelled):
    """What touches the skin."""

    FLAT_HANDS = "flat-hands", "Flat hands"
    FINGERTIPS = "fingertips", "Fingertips"
    THUMBS = "thumbs", "Thumbs"
    FINGERS_AND_THUMBS = "fingers-and-thumbs", "Fingers and thumbs"
    KNUCKLES = "knuckles", "Knuckles"
    FIST = "fist", "Loose fist"
    HAND_EDGE = "hand-edge", "Edge of the hand"
    TOOL = "tool", "A tool"


_Share = Annotated[WholeNumber, Field(ge=0, le=45)]
FreeAbove = Annotated[
    _Share | None,
    Field(
        description="How much of the area stays free at its upper end, or of a sole at the heel: 20 is a fifth.",
        examples=[20],
    ),
]
FreeBelow = Annotated[
    _Share | None,
    Field(
        description="How much of the area stays free at its lower end, or of a sole at the toes: 20 is a fifth.",
        examples=[20],
    ),
]
StartsAt = Annotated[
    Annotated[ThingId, RefersTo(("anatomy",), "")] | None,
    Field(description="The place where the stroke starts.", examples=["heel"]),
]
EndsAt = Annotated[
    Annotated[ThingId, RefersTo(("anatomy",), "")] | None,
    Field(description="The place where the stroke ends.", examples=["ball-of-foot"]),
]


class Stroke(Piece):
    """The stroke itself, as the pictures draw it."""

    kind: StrokeKind = Field(description="What the hand does.")
    hand: HandPart = Field(description="What touches the skin.")
    start: StartsAt = None
    end: EndsAt = None
    direction: Direction = Field(description="Which way it runs.")
    free_above: FreeAbove = None
    free_below: FreeBelow = None


class StepStroke(Piece):
    """What is different about a technique's stroke in a step of a routine. What is left out is as the technique says.

    With a free end the stroke stays on the step's area, unless a start or an end is named here too.
    """

    hand: HandPart | None = Field(None, description="What touches the skin.")
    start: StartsAt = None
    end: EndsAt = None
    direction: Direction | None = Field(None, description="Which way it runs.")
    free_above: FreeAbove = None
    free_below: FreeBelow = None

    def change(self, stroke: Stroke) -> Stroke:
        """Change a technique's stroke as this step says."""
        told = {name: value for name in type(self).model_fields if (value := getattr(self, name)) is not None}
        is_within = {"free_above", "free_below"} & told.keys() and not {"start", "end"} & told.keys()
        return stroke.model_copy(update={**({"start": None, "end": None} if is_within else {}), **told})


class Technique(Treatment):
    """One way to massage, with its steps."""

    kind: ClassVar = Kind(
        folder="techniques",
        singular="technique",
        plural="techniques",
        title="Techniques",
        lead="One stroke at a time: where to put your hands, how hard to press and when to stop.",
        place=30,
        group_by="part",
        has_handout=True,
    )

    goals: tuple[Goal, ...] = Field((), description="What a reader would use it for; the home page offers these.")
    areas: tuple[Annotated[ThingId, RefersTo(("anatomy",), "{} that work this area")], ...] = Field(
        min_length=1, description="Every structure that it works on."
    )
    tools: tuple[Annotated[ThingId, RefersTo(("tools",), "{} that use it")], ...] = Field(
        (), description="Tools that help; all of them can be done without unless a step says so."
    )
    who: tuple[Performer, ...] = Field(min_length=1, description="Who can do it: self, partner, professional.")
    pressure: Pressure = Field(description="How hard to press: light, moderate or firm.")
    stroke: Stroke = Field(description="The stroke: what the hand does, from where to where.")
    time: TimeSpan | None = Field(None, description="How long in all, for one side.", examples=["2 min", "3 to 5 min"])
    count: Count | None = Field(None, description="How many strokes, for one side.", examples=["10", "5 to 10"])
    repeat_time: Seconds = Field(description="How long one stroke takes.", examples=["5 s"])
    position: Text | None = Field(None, description="How to sit or lie.")
    steps: tuple[Text, ...] = Field(
        (), description="What to do, one short instruction each. Left out only where a professional alone does it."
    )
    lighter: Text | None = Field(None, description="An easier way, for sore hands or a tender leg.")

    @property
    def action(self) -> Action:
        """Every technique is massage."""
        return Action.MASSAGE

    @property
    def concerned_areas(self) -> tuple[ThingId, ...]:
        """Its areas, and where its stroke starts and ends."""
        return (*self.areas, *(area for area in (self.stroke.start, self.stroke.end) if area is not None))

    @property
    def uses(self) -> tuple[Use, ...]:
        """The tools that help, on each of its areas."""
        return tuple(Use(tool, area) for tool in self.tools for area in self.areas)

    @property
    def easier_way(self) -> str | None:
        """How to do it with less effort."""
        return self.lighter

    @property
    def seconds_per_repeat(self) -> int:
        """Seconds that one repeat takes."""
        return self.repeat_time

    @property
    def at_a_glance(self) -> tuple[str, ...]:
        """Its time or count, and its pressure."""
        dose = str(self.time) if self.time is not None else f"{self.count} times" if self.count is not None else ""
        hands = "by a professional" if set(self.who) == {Performer.PROFESSIONAL} else ""
        return tuple(words for words in (dose, f"{self.pressure.value} pressure", hands) if words)
