"""Rules about the numbers to call: they stand in content/countries/, and settings.yml says in which file."""

import re
from collections.abc import Iterator
from typing import Final

from generator.checking.rule import Finding, Inspection, rule, rule_of_each
from generator.diagnostics import Severity, quote
from generator.model import Record
from generator.model.kinds.country import Country

_THREE_DIGITS: Final = re.compile(r"\d\d\d(?!\w)(?<!\w\d\d\d)")
"""It begins with a digit, not with what stands before: then the search jumps from digit to digit."""

_NUMBER_TO_CALL: Final = re.compile(
    r"\b(?:call|ring|dial|phone|text)\b[^.]{0,40}?(?<![\w.])(\d{3})(?![\w]|\.\d)", re.IGNORECASE
)


@rule("unknown-country", Severity.ERROR, "The country of settings.yml has no file in content/countries/.")
def find_unknown_country(inspection: Inspection) -> Iterator[Finding]:
    """Look up the country whose numbers for help the care cards show."""
    catalogue = inspection.catalogue
    country, document = catalogue.settings.country, catalogue.settings_document
    if country is None or document is None or country in catalogue.broken_ids:
        return
    known = [record.id for record, _ in catalogue.of_kind(Country)]
    if country not in known and (country not in catalogue.records or catalogue.records[country].model is not Country):
        hint = f"The countries are: {', '.join(known)}." if known else f"Write content/countries/{country}.yml first."
        yield Finding(document.locate("country"), f"There is no country {quote(country)}.", hint)


@rule("no-country", Severity.NOTICE, "The file settings.yml names no country, so the care cards tell no number.")
def find_missing_country(inspection: Inspection) -> Iterator[Finding]:
    """Remind of the country; a project without settings has chosen to name no number."""
    document = inspection.catalogue.settings_document
    if document is not None and "country" not in document.data:
        message = "No country is named, so the care cards tell no number to call."
        yield Finding(document.locate(), message, "Add country: with a file name of content/countries/, such as gb.")


@rule_of_each(
    "number-in-text", Severity.ERROR, "A text tells an emergency number, which is another one in another country."
)
def find_numbers_to_call(record: Record) -> Iterator[Finding]:
    """Keep numbers to call out of texts: the country of settings.yml puts the right ones into every care card."""
    if record.model is Country or not _THREE_DIGITS.search(record.small_letters):
        return
    for text in record.texts:
        for place, match in enumerate(_NUMBER_TO_CALL.finditer(text.value)):
            yield Finding(
                record.document.locate_match(text.path, _NUMBER_TO_CALL, place),
                f"The number {quote(match[1])} is not the same in every country.",
                "Write “call an ambulance”. The pages add the number of the country that settings.yml names.",
            )
