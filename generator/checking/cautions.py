"""Rules about cautions: each holds for something, says where and warns, and every author thought of them."""

from collections.abc import Iterator

from generator.checking.rule import Finding, Inspection, rule
from generator.diagnostics import Severity, quote
from generator.model import Record
from generator.model.fields import Action, ThingId
from generator.model.kinds.caution import Caution, Level
from generator.model.kinds.condition import Condition
from generator.model.kinds.routine import Routine
from generator.model.practice import Treatment
from generator.model.reach import acts_on
from generator.model.thing import RedFlag, Urgency


@rule("no-caution-considered", Severity.ERROR, "A technique, exercise, tool or routine has no caution considered.")
def find_unconsidered_cautions(inspection: Inspection) -> Iterator[Finding]:
    """Ask each author to name a caution, or to say why there is none."""
    for record, treatment in inspection.catalogue.of_kind(Treatment):
        if not acts_on(treatment.action):
            continue
        if not treatment.cautions and treatment.no_cautions_because is None:
            yield Finding(
                record.document.locate_key("name"),
                f"No caution is considered for {quote(treatment.name)}.",
                "Name them under cautions, or say under no_cautions_because why there is none.",
            )
    if inspection.catalogue.broken_ids or not all(other.is_sound for other in inspection.catalogue.all_records()):
        return
    for record, routine in inspection.catalogue.of_kind(Routine):
        if not inspection.reach.cautions_reaching(routine):
            yield Finding(
                record.document.locate_key("name"),
                f"No caution reaches the routine {quote(routine.name)}.",
                "Name cautions in the techniques, tools and exercises of its steps.",
            )


@rule("caution-contradiction", Severity.ERROR, "A thing names cautions and says that there are none.")
def find_contradicting_cautions(inspection: Inspection) -> Iterator[Finding]:
    """Refuse cautions beside a reason for having none."""
    for record, treatment in inspection.catalogue.of_kind(Treatment):
        if treatment.cautions and treatment.no_cautions_because is not None:
            yield Finding(
                record.document.locate_key("no_cautions_because"),
                f"{quote(treatment.name)} names cautions and says that there are none.",
                "Take one of the two out.",
            )


@rule("caution-reaches-nothing", Severity.ERROR, "A caution holds for nothing, so no page would show it.")
def find_idle_cautions(inspection: Inspection) -> Iterator[Finding]:
    """Ask each caution what it holds for."""
    for record, caution in inspection.catalogue.of_kind(Caution):
        if not caution.applies_to.actions and not caution.applies_to.things:
            yield Finding(
                record.document.locate_key("applies_to"),
                f"The caution {quote(caution.name)} holds for nothing.",
                "Name actions (massage, heat …) or things under applies_to.",
            )


@rule("local-without-area", Severity.ERROR, "A caution about an area does not say which.")
def find_local_cautions_without_area(inspection: Inspection) -> Iterator[Finding]:
    """Ask each local caution where to keep off."""
    for record, caution in inspection.catalogue.of_kind(Caution):
        if caution.level is Level.LOCAL and not caution.areas:
            yield Finding(
                record.document.locate("level"),
                f"The caution {quote(caution.name)} keeps off an area and names none.",
                "Name the anatomy under areas, or choose another level.",
            )


@rule("absolute-spares-massage", Severity.ERROR, "A caution says “Do not massage”, but does not hold for massage.")
def find_cautions_that_spare_massage(inspection: Inspection) -> Iterator[Finding]:
    """See to it that the strictest cautions hold for every massage, or name what they hold for."""
    for record, caution in inspection.catalogue.of_kind(Caution):
        scope = caution.applies_to
        if caution.level is Level.ABSOLUTE and scope.actions and Action.MASSAGE not in scope.actions:
            yield Finding(
                record.document.locate_key("applies_to"),
                f"The caution {quote(caution.name)} forbids massage, but does not hold for it.",
                "Add massage under actions, or choose another level.",
            )


@rule("no-red-flag", Severity.ERROR, "A danger has no sign that says when to get help at once.")
def find_missing_red_flags(inspection: Inspection) -> Iterator[Finding]:
    """Ask for an emergency or urgent sign on each absolute caution, and on each condition that one is about."""
    dangerous: set[ThingId] = set()
    for record, caution in inspection.catalogue.of_kind(Caution):
        if caution.level is Level.ABSOLUTE:
            dangerous.update(caution.about)
            if not _warns(caution.red_flags):
                yield _no_flag(record, caution.name)
    for record, condition in inspection.catalogue.of_kind(Condition):
        if condition.id in dangerous and not _warns(condition.red_flags):
            yield _no_flag(record, condition.name)


def _warns(flags: tuple[RedFlag, ...]) -> bool:
    return any(flag.urgency is not Urgency.SOON for flag in flags)


def _no_flag(record: Record, name: str) -> Finding:
    return Finding(
        record.document.locate_key("name"),
        f"{quote(name)} has no sign that needs help at once.",
        "Add one under red_flags, with urgency: emergency or urgent.",
    )
