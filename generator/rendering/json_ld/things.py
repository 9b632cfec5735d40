"""Things in JSON-LD: what a page is about, in the words of schema.org, and nothing that the page does not say."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeVar

from generator.linking.site import Site, ThingPage
from generator.model.doses import CountRange, TimeRange, whole_minutes
from generator.model.fields import Action
from generator.model.kinds.anatomy import Anatomy, StructureKind
from generator.model.kinds.belief import Belief
from generator.model.kinds.caution import Caution, Level
from generator.model.kinds.condition import Condition, ConditionGroup
from generator.model.kinds.country import Country
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.routine import Routine
from generator.model.kinds.study import Study
from generator.model.kinds.technique import Technique
from generator.model.kinds.tool import Tool
from generator.model.markup import plain_words
from generator.model.medical_codes import Fit, MedicalCodes
from generator.model.reach import FORBIDDING
from generator.model.thing import Thing
from generator.rendering.json_ld.node import Node, id_of_thing, id_of_work
from generator.rendering.json_ld.sources import type_of_work

_Thing = TypeVar("_Thing", bound=Thing)

WIKIDATA: Final = "https://www.wikidata.org/entity/"
"""The address of an entity of Wikidata is this and its id (Wikidata:Data access)."""

_STRUCTURES: Final[Mapping[StructureKind, str]] = {
    StructureKind.REGION: "SuperficialAnatomy",
    StructureKind.BONE: "Bone",
    StructureKind.JOINT: "Joint",
    StructureKind.MUSCLE: "Muscle",
    StructureKind.LIGAMENT: "Ligament",
    StructureKind.NERVE: "Nerve",
}
"""Tendons and tissues have no type of their own; “vessels” here are the whole lymph system too, which is no Vessel."""

_ACTIVITIES: Final[Mapping[Action, str]] = {
    Action.STRETCH: "https://schema.org/Flexibility",
    Action.STRENGTH: "https://schema.org/StrengthTraining",
    Action.MOVEMENT: "https://schema.org/LeisureTimeActivity",
}
"""The exercises that are a physical activity; warmth and cold are applied to the body."""


def describe_thing(site: Site, page: ThingPage) -> Node | None:
    """Describe the thing of a page; None where the page itself is all there is, such as a guide."""
    for kind, describe in _DESCRIBED.items():
        if isinstance(page.thing, kind):
            return describe(site, page)
    return None


def iso_duration(seconds: int) -> str:
    """Write a time by ISO 8601, rounded as the pages round it: `PT1M30S`."""
    hours, rest = divmod(whole_minutes(seconds), 3600)
    minutes, left = divmod(rest, 60)
    parts = ((hours, "H"), (minutes, "M"), (left, "S"))
    return "PT" + "".join(f"{number}{unit}" for number, unit in parts if number)


def _named(site: Site, page: ThingPage, types: str) -> Node:
    thing = page.thing
    node: Node = {"@type": types, "@id": id_of_thing(site, page.address), "name": thing.name}
    if thing.other_names:
        node["alternateName"] = list(thing.other_names)
    node["description"] = plain_words(thing.summary)
    return node


def _anatomy(site: Site, page: ThingPage) -> Node:
    thing = _as(Anatomy, page)
    node = _named(site, page, _STRUCTURES.get(thing.structure, "AnatomicalStructure"))
    codes = _codes(thing.codes)
    joined = _structures(site, thing.connects)
    if joined:
        node["relatedAnatomy" if thing.structure is StructureKind.REGION else "connectedTo"] = joined
    if thing.identifiers is not None and thing.identifiers.uberon is not None:
        codes.append({"@type": "MedicalCode", "codeValue": thing.identifiers.uberon, "codingSystem": "Uberon"})
    if thing.identifiers is not None and thing.identifiers.wikidata is not None:
        node["sameAs"] = f"{WIKIDATA}{thing.identifiers.wikidata}"
    return node | ({"code": codes} if codes else {})


def _condition(site: Site, page: ThingPage) -> Node:
    """Describe a condition. What may help is left out: schema.org calls it a treatment, and the page does not."""
    thing = _as(Condition, page)
    is_symptom = thing.group is ConditionGroup.SYMPTOM
    node = _named(site, page, "MedicalSignOrSymptom" if is_symptom else "MedicalCondition")
    areas = _ids(site, thing.areas)
    codes = _codes(thing.codes)
    parts: Node = {
        "associatedAnatomy": areas,
        "signOrSymptom": [{"@type": "MedicalSignOrSymptom", "name": plain_words(sign)} for sign in thing.signs],
        "cause": [{"@type": "MedicalCause", "name": plain_words(cause)} for cause in thing.causes],
        "code": codes,
    }
    return node | {name: value for name, value in parts.items() if value}


def _technique(site: Site, page: ThingPage) -> Node:
    thing = _as(Technique, page)
    return _named(site, page, "PhysicalTherapy") | {"bodyLocation": str(thing.part)} | _contraindications(page)


def _exercise(site: Site, page: ThingPage) -> Node:
    thing = _as(Exercise, page)
    if thing.does not in _ACTIVITIES:
        return _named(site, page, "PhysicalTherapy") | {"bodyLocation": str(thing.part)} | _contraindications(page)
    node = _named(site, page, "ExercisePlan") | {
        "category": _ACTIVITIES[thing.does],
        "associatedAnatomy": [
            {"@id": id_of_thing(site, site.pages[area].address)} for area in thing.areas if area in site.pages
        ],
    }
    if thing.time is not None:
        node["activityDuration"] = _time(thing.time)
    if thing.repeats is not None:
        node["repetitions"] = _count(thing.repeats)
    if thing.hold is not None:
        node["additionalVariable"] = f"Hold for {thing.hold}"
    return node


def _routine(site: Site, page: ThingPage) -> Node:
    thing = _as(Routine, page)
    return _named(site, page, "ExercisePlan") | {
        "activityDuration": iso_duration(page.seconds_without_optional),
        "activityFrequency": thing.frequency.in_words,
    }


def _tool(site: Site, page: ThingPage) -> Node:
    return _named(site, page, "Thing")


def _caution(site: Site, page: ThingPage) -> Node:
    """Describe a caution: one that forbids or asks first is a reason against, one that wants care is none."""
    is_against = _as(Caution, page).level is not Level.CARE
    return _named(site, page, "MedicalContraindication" if is_against else "MedicalEntity")


def _belief(_site: Site, page: ThingPage) -> Node:
    thing = _as(Belief, page)
    return {
        "@type": "ClaimReview",
        "claimReviewed": thing.said,
        "reviewBody": plain_words(thing.known),
        "reviewRating": {"@type": "Rating", "alternateName": str(thing.verdict)},
    }


def _study(site: Site, page: ThingPage) -> Node | None:
    source = site.sources.get(page.thing.id)
    if source is None:
        return None
    return {"@type": type_of_work(source.reference), "@id": id_of_work(site, source), "name": source.reference.title}


def _country(_site: Site, page: ThingPage) -> Node:
    return {"@type": "Country", "name": page.thing.name}


_DESCRIBED: Final[Mapping[type[Thing], Callable[[Site, ThingPage], Node | None]]] = {
    Anatomy: _anatomy,
    Belief: _belief,
    Caution: _caution,
    Condition: _condition,
    Country: _country,
    Exercise: _exercise,
    Routine: _routine,
    Study: _study,
    Technique: _technique,
    Tool: _tool,
}


def _contraindications(page: ThingPage) -> Node:
    """Name the cautions that forbid it, everywhere or on a place."""
    names = [caution.name for caution in page.cautions if caution.level in FORBIDDING]
    return {"contraindication": names} if names else {}


def _codes(codes: MedicalCodes | None) -> list[Node]:
    """List the codes that mean the thing itself: a wider or narrower one is the code of something else."""
    if codes is None:
        return []
    return [
        {"@type": "MedicalCode", "codeValue": code.code, "codingSystem": system.name, "name": code.title}
        for system, found in codes.by_system()
        for code in found
        if code.fit is Fit.EXACT
    ]


def _ids(site: Site, things: Iterable[str]) -> list[Node]:
    """Refer to things by the ids that they have on their pages, where they have one."""
    return [{"@id": id_of_thing(site, site.pages[one].address)} for one in things if one in site.pages]


def _structures(site: Site, ids: Iterable[str]) -> list[Node]:
    """Refer to what schema.org takes for a structure: a place on the skin is none."""
    pages = (site.pages[thing_id] for thing_id in ids if thing_id in site.pages)
    return [
        {"@id": id_of_thing(site, page.address)}
        for page in pages
        if _as(Anatomy, page).structure is not StructureKind.REGION
    ]


def _time(time: TimeRange) -> object:
    if time.least == time.most:
        return iso_duration(time.least)
    return {"@type": "QuantitativeValue", "minValue": time.least, "maxValue": time.most, "unitCode": "SEC"}


def _count(count: CountRange) -> object:
    if count.least == count.most:
        return count.least
    return {"@type": "QuantitativeValue", "minValue": count.least, "maxValue": count.most}


def _as(kind: type[_Thing], page: ThingPage) -> _Thing:
    if not isinstance(page.thing, kind):
        message = f"the page of {page.thing.id} is not of a {kind.kind.singular}"
        raise TypeError(message)
    return page.thing
