"""One file of content, and what its data says at a glance: its texts, links and citations, each with its place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeVar

from generator.diagnostics import Location, Replacement
from generator.model.fields import CitesSource, HoldsMarkup, RefersTo
from generator.model.markup import OPENING, Cites, Link, Unfinished, markup_in
from generator.model.mentions import Mention, TextMention
from generator.model.page_texts import words_to_count
from generator.model.readability import Reading, measure_all
from generator.model.thing import Thing
from generator.reading.documents import Document
from generator.reading.yaml_data import Path

_Answer = TypeVar("_Answer")


class Marked(NamedTuple):
    """A link or a citation in a text: the path of the text, and its number among the markup there."""

    path: Path
    place: int
    token: Link | Cites | Unfinished


class Naming(NamedTuple):
    """One place where a file names a thing or a source: a field, or the markup with a number in a text."""

    document: Document
    target: str
    path: Path
    place: int | None = None
    offset: int = 0

    @property
    def where(self) -> Location:
        """Where it stands."""
        if self.place is None:
            return self.document.locate(*self.path)
        return self.document.locate_match(self.path, OPENING, self.place, self.offset)

    def replaced_by(self, other: str) -> Replacement | None:
        """Put another name there; None for an empty one, or where the name does not stand as it is."""
        return self.document.replace_word(self.where, self.target, other)


@dataclass(frozen=True)
class Record:
    """One file of content: its document, its kind, what it mentions, and the thing.

    A file with faults has a thing too where only names of fields are misspelt, so that its other faults are found in
    the same run; where values are missing or wrong it has none.
    """

    document: Document
    model: type[Thing]
    mentions: tuple[Mention, ...]
    thing: Thing | None
    is_sound: bool
    _answers: dict[Callable[["Record"], object], object] = field(default_factory=dict, compare=False, repr=False)

    def ask_once(self, question: Callable[["Record"], _Answer]) -> _Answer:
        """Answer a question about this file alone: worked out once, for a file that changes has another record."""
        if question not in self._answers:
            self._answers[question] = question(self)
        return self._answers[question]  # type: ignore[return-value]  # what this very question was answered

    @cached_property
    def id(self) -> str:
        """The id, which is the file's name."""
        return self.document.stem

    @cached_property
    def texts(self) -> tuple[TextMention, ...]:
        """List its marked-up texts, in the order of the model's fields."""
        return tuple(
            TextMention(mention.path, mention.value, mention.mark.markdown)
            for mention in self.mentions
            if isinstance(mention.mark, HoldsMarkup)
        )

    @cached_property
    def small_letters(self) -> str:
        """Give all its texts as one, in small letters: a rule sees at once that it need not look at each."""
        return "\n".join(text.value for text in self.texts).lower()

    @cached_property
    def counted_words(self) -> tuple[str, ...]:
        """Give its texts in plain words, as they are counted."""
        return tuple(words_to_count(self.texts))

    @cached_property
    def reading(self) -> Reading:
        """How hard its page is to read."""
        return measure_all(self.counted_words)

    @cached_property
    def markup(self) -> tuple[Marked, ...]:
        """List the links and citations in its texts, finished or not."""
        return tuple(
            Marked(text.path, place, token)
            for text in self.texts
            if "[" in text.value
            for place, token in markup_in(text.value)
        )

    @cached_property
    def citations(self) -> tuple[Naming, ...]:
        """List every citation, by its key: those of fields, then those in texts."""
        fields = (m for m in self.mentions if isinstance(m.mark, CitesSource))
        marks = ((one, one.token) for one in self.markup if isinstance(one.token, Cites))
        return (
            *(Naming(self.document, mention.value, mention.path) for mention in fields),
            *(
                Naming(self.document, key, one.path, one.place, offset)
                for one, token in marks
                for key, offset in token.keys_with_offsets()
            ),
        )

    @cached_property
    def cited_keys(self) -> frozenset[str]:
        """Give the keys of all that it cites."""
        return frozenset(citation.target for citation in self.citations)

    @cached_property
    def links(self) -> tuple[Naming, ...]:
        """List every thing that it names, by its id: in fields, then in texts."""
        fields = (m for m in self.mentions if isinstance(m.mark, RefersTo))
        marks = ((one, one.token) for one in self.markup if isinstance(one.token, Link))
        return (
            *(Naming(self.document, mention.value, mention.path) for mention in fields),
            *(Naming(self.document, token.target, one.path, one.place) for one, token in marks),
        )
