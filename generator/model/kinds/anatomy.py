"""Anatomy: bones, muscles, ligaments, tendons, joints, regions and nerves."""

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from generator.model.fields import Labelled, Line, Part, RefersTo, Text, ThingId
from generator.model.medical_codes import MedicalCodes
from generator.model.thing import Kind, Piece, Thing


class StructureKind(Labelled):
    """What sort of structure it is."""

    REGION = "region", "Places you can see and feel"
    BONE = "bone", "Bones"
    JOINT = "joint", "Joints"
    MUSCLE = "muscle", "Muscles"
    TENDON = "tendon", "Tendons"
    LIGAMENT = "ligament", "Ligaments"
    TISSUE = "tissue", "Cartilage and connecting tissue"
    NERVE = "nerve", "Nerves"
    VESSEL = "vessel", "Blood and lymph vessels"


class View(Labelled):
    """The side from which it is seen best."""

    FRONT = "front", "from the front"
    BACK = "back", "from behind"
    INNER = "inner", "from the inner side"
    OUTER = "outer", "from the outer side"
    TOP = "top", "from above"
    SOLE = "sole", "from below"


class Identifiers(Piece):
    """Identifiers in public vocabularies; only what somebody has looked up."""

    uberon: Annotated[str, StringConstraints(pattern=r"^UBERON:\d{7}$")] | None = Field(
        None, description="The id in the Uberon anatomy ontology.", examples=["UBERON:0001388"]
    )
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q[1-9]\d*$")] | None = Field(
        None, description="The id in Wikidata."
    )
    checked: Line = Field(description="Where and when the identifiers were looked up.")


class Anatomy(Thing):
    """One structure of the body: where it is and what it does."""

    kind: ClassVar = Kind(
        folder="anatomy",
        singular="body part",
        plural="body parts",
        title="The body",
        lead="What lies where in the leg, in plain words, and what you can safely massage.",
        place=70,
        group_by="structure",
        links_itself=True,
    )

    structure: StructureKind = Field(description="What sort of structure it is.")
    part: Part = Field(description="The part of the body.")
    parent: Annotated[ThingId, RefersTo(("anatomy",), "{} that belong to it")] | None = Field(
        None, description="The larger structure or region that it belongs to; cautions of the parent hold here too."
    )
    views: tuple[View, ...] = Field(min_length=1, description="The sides from which it is seen.")
    region: ThingId | None = Field(
        None,
        description="The structure of the figure that shows it in pictures; left out where it has its own id.",
        examples=["calf"],
    )
    where: Text = Field(description="Where it is and how to find it with your hand.")
    does: Text = Field(description="What it does.")
    connects: tuple[Annotated[ThingId, RefersTo(("anatomy",), "{} that connect to it")], ...] = Field(
        (), description="Structures that it joins or is fixed to."
    )
    massage: Text | None = Field(None, description="Whether and how it can be massaged.")
    identifiers: Identifiers | None = Field(None, description="Verified identifiers in public vocabularies.")
    codes: MedicalCodes | None = Field(None, description="Verified codes, for those who look the page up by one.")

    @property
    def drawn_as(self) -> ThingId:
        """The structure of the figure that shows it."""
        return self.region or self.id

    @property
    def concerned_areas(self) -> tuple[ThingId, ...]:
        """Itself."""
        return (self.id,)
