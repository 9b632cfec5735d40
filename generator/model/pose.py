"""How the body is held in an exercise: what the pictures of its start and its end are drawn from.

Angles are the flexion angles that clinicians measure. Their limits are the ranges of motion of the American Academy of
Orthopaedic Surgeons (AAOS, Joint Motion: Method of Measuring and Recording, 1965): hip 30 back to 120 forwards and 45
turned outwards, knee 0 to 135, ankle 50 down to 20 up, trunk 30 back to 80 forwards.
"""

from typing import Annotated

from pydantic import Field

from generator.model.fields import Labelled, WholeNumber
from generator.model.thing import Piece


class Posture(Labelled):
    """How somebody sits, stands or lies; its words finish a title such as “Hip bend, sitting on a chair”."""

    SITTING = "sitting", "sitting on a chair"
    SITTING_BACK_SUPPORTED = "sitting-back-supported", "sitting on a chair, with the back supported"
    LEGS_OUT = "legs-out", "sitting on a bed, with both legs out in front"
    ONE_LEG_OUT = "one-leg-out", "sitting on a bed, with one leg out in front"
    KNEE_ON_PILLOW = "knee-on-pillow", "sitting on a bed, with a pillow under the knee"
    LEG_ON_PILLOWS = "leg-on-pillows", "sitting on a bed, with the leg raised on pillows"
    LYING_ON_BACK = "lying-on-back", "lying on the back"
    LYING_ON_SIDE = "lying-on-side", "lying on the side"
    STANDING_AT_WALL = "standing-at-wall", "standing at a wall"
    STANDING_AT_CHAIR = "standing-at-chair", "standing behind a heavy chair"
    WALKING = "walking", "walking"


Hip = Annotated[WholeNumber, Field(ge=-30, le=120)]
HipOut = Annotated[WholeNumber, Field(ge=0, le=45)]
Knee = Annotated[WholeNumber, Field(ge=0, le=135)]
Ankle = Annotated[WholeNumber, Field(ge=-50, le=20)]
Trunk = Annotated[WholeNumber, Field(ge=-30, le=80)]


class Angles(Piece):
    """The angles of the joints, in whole degrees. What is left out is the posture's own: feet rest where they can."""

    hip: Hip | None = Field(
        None,
        description="How far the hip of the moving leg is bent: 0 in line with the trunk, 90 with the thigh at a right "
        "angle to it. Less than 0 is behind the trunk.",
        examples=["90"],
    )
    hip_out: HipOut | None = Field(
        None, description="How far the knee of the moving leg is turned outwards at the hip.", examples=["35"]
    )
    knee: Knee | None = Field(
        None,
        description="How far the knee of the moving leg is bent: 0 is straight, 90 a right angle.",
        examples=["90"],
    )
    ankle: Ankle | None = Field(
        None,
        description="How far the foot of the moving leg is pulled up: 0 at a right angle to the shin. Less than 0 is "
        "pointed down. Left out, the foot stands flat where it stands.",
        examples=["15"],
    )
    other_hip: Hip | None = Field(None, description="How far the hip of the other leg is bent.", examples=["50"])
    other_knee: Knee | None = Field(None, description="How far the knee of the other leg is bent.", examples=["100"])
    other_ankle: Ankle | None = Field(
        None, description="How far the foot of the other leg is pulled up; less than 0 is pointed down."
    )
    trunk: Trunk | None = Field(
        None, description="How far the trunk leans forwards from upright; less than 0 is leaning back.", examples=["25"]
    )


class Movement(Piece):
    """What the pictures of an exercise show: one posture, at its start and at its end."""

    posture: Posture = Field(description="How you sit, stand or lie, as its position says.")
    start: Angles = Field(Angles(), description="The angles at the start; left out, the posture's own.")
    end: Angles = Field(Angles(), description="The angles at the end; left out, the posture's own.")

    @property
    def moves(self) -> bool:
        """Tell whether start and end differ. Where they do not, one picture shows it all."""
        return self.start != self.end

    @property
    def is_a_cycle(self) -> bool:
        """Tell whether start and end are two steps of one round, such as walking, and neither is held."""
        return self.posture is Posture.WALKING
