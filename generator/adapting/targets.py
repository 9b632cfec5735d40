"""What an operation is about: the thing of the base, and the text in it."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Final

from generator.diagnostics import Code, Diagnostic, Severity, quote, with_article
from generator.model.fields import HoldsMarkup
from generator.model.kind_registry import kinds_by_folder
from generator.model.mentions import mentions_in
from generator.model.thing import Thing
from generator.reading.documents import Document
from generator.reading.yaml_data import Path

NO_TARGET = Code("no-target", Severity.ERROR, "A change of an overlay is about a thing that the base does not have.")
NO_SUCH_TEXT = Code(
    "no-such-text", Severity.ERROR, "A wording of an overlay is for a text that the thing does not have."
)
KEPT_WORDS = Code("kept-words", Severity.ERROR, "An overlay would replace words of safety or of evidence.")
CODES: Final = (NO_TARGET, NO_SUCH_TEXT, KEPT_WORDS)

KEPT_FIELDS: Final[Mapping[str, str]] = {
    "claims": "what is known, and how surely",
    "red_flags": "the signs that need help",
    "do_not": "what not to do",
    "professional": "when to see somebody",
}
"""Fields that no clinic can reword, by what they tell: safety and evidence."""

_PLAIN_FIELDS: Final = (("name",), ("plain",))
"""Texts without markup that can be reworded too."""

_LISTED: Final = 12

LOOK_IT_UP: Final = "Look its id up: it is the last part of its page's address."
_ADD_A_NOTE: Final = "Add a note to its page in overlay/notes/."


class Targets:
    """The things of the base, by id."""

    def __init__(self, documents: Iterable[Document], own_ids: frozenset[str]) -> None:
        """Take the base's documents; `own_ids` are those of what the clinic adds."""
        kinds = kinds_by_folder()
        self.documents = {document.stem: document for document in documents if document.folder in kinds}
        self._own_ids = own_ids

    def model_of(self, thing_id: str) -> type[Thing]:
        """Give the model of a thing that is there."""
        return kinds_by_folder()[self.documents[thing_id].folder]

    def missing(
        self, operation: Document, field: str, thing_id: str, folders: tuple[str, ...] = ()
    ) -> Diagnostic | None:
        """Tell that a thing is not there, or is of none of some kinds; nothing where all is well."""
        where = operation.locate(field)
        if thing_id in self._own_ids:
            message = f"{quote(thing_id)} is the clinic's own."
            return Diagnostic(NO_TARGET, where, message, "Change its own file: an overlay's changes are for the base.")
        found = self.documents.get(thing_id)
        if found is not None and (not folders or found.folder in folders):
            return None
        nouns = " or ".join(with_article(kinds_by_folder()[folder].kind.singular) for folder in folders) or "a thing"
        known = [known for known, document in self.documents.items() if not folders or document.folder in folders]
        close = get_close_matches(thing_id, known, 1, 0.6)
        hint = f"Did you mean {quote(close[0])}?" if close else LOOK_IT_UP
        return Diagnostic(NO_TARGET, where, f"The base has no {nouns.removeprefix('a ')} {quote(thing_id)}.", hint)

    def find_text(self, operation: Document, thing_id: str, field: str) -> Path | Diagnostic:
        """Find the text of a thing that a wording is for, such as `steps 2`, unless its words are kept."""
        document, model = self.documents[thing_id], self.model_of(thing_id)
        where = operation.locate("field")
        path: Path = tuple(int(part) - 1 if part.isdigit() else part for part in field.split())
        if not model.kind.is_rewordable or self.is_for_safety(thing_id):
            message = f"The words of {quote(thing_id)} stay as they are: they tell of safety, or of what is known."
            return Diagnostic(KEPT_WORDS, operation.locate("thing"), message, _ADD_A_NOTE)
        if path[0] in KEPT_FIELDS:
            message = f"The field {quote(path[0])} stays as it is: it tells {KEPT_FIELDS[str(path[0])]}."
            return Diagnostic(KEPT_WORDS, where, message, _ADD_A_NOTE)
        texts = [mention.path for mention in mentions_in(document, model) if isinstance(mention.mark, HoldsMarkup)]
        texts += [plain for plain in _PLAIN_FIELDS if plain[0] in document.data]
        if path in texts:
            return path
        open_texts = [write_field(text) for text in texts if text[0] not in KEPT_FIELDS]
        close = get_close_matches(field, open_texts, 1, 0.6)
        listed = ", ".join(open_texts[:_LISTED]) + (" and more" if len(open_texts) > _LISTED else "")
        hint = (f"Did you mean {quote(close[0])}? " if close else "") + f"Its texts are: {listed}."
        return Diagnostic(NO_SUCH_TEXT, where, f"{quote(thing_id)} has no text {quote(field)}.", hint)

    def is_for_safety(self, thing_id: str) -> bool:
        """Tell whether readers' safety rests on the page of a thing."""
        return not self.model_of(thing_id).kind.is_optional or self.documents[thing_id].data.get("safety") == "true"


def write_field(path: Path) -> str:
    """Write the path of a text as operations name it: `steps 2`."""
    return " ".join(str(part + 1) if isinstance(part, int) else part for part in path)
