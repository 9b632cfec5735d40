"""The words of a copy: names of its own, and texts that speak of the body parts of its own block."""

import re
from functools import cached_property

from benchmarks.copies import Copy, Plan
from benchmarks.real_content import Moulds
from generator.model.kinds.anatomy import Anatomy
from generator.model.markup import Link, Words, parse_markup
from generator.model.thing import Thing


class Wording:
    """Rewrites names and texts so that a block mentions itself as densely as the real content does."""

    def __init__(self, moulds: Moulds, plan: Plan) -> None:
        """Take the names of the body parts from the real content: these link themselves."""
        self._moulds = moulds
        self._plan = plan

    @cached_property
    def _names(self) -> re.Pattern[str]:
        parts = (part for _, part in self._moulds.catalogue.of_kind(Anatomy))
        names = sorted(
            {name for part in parts for name in (part.name, *part.also)}, key=lambda name: (-len(name), name)
        )
        any_name = "|".join(r"\s+".join(re.escape(word) for word in name.split()) for name in names)
        return re.compile(rf"(?<![\w'’-])(?:{any_name})(?![\w'’-])", re.IGNORECASE)

    def name(self, name: str, copy: Copy) -> str:
        """Give a name the mark of its block: `Top of the foot` becomes `Top-ba of the foot`."""
        return re.sub(r"^\S*[^\W_]", rf"\g<0>-{copy.mark}", name.strip(), count=1)

    def text(self, text: str, copy: Copy) -> str:
        """Give the body parts in a text the mark of the block, and lead its links and citations there."""
        parts = []
        for token in parse_markup(text):
            if isinstance(token, Words):
                parts.append(self._words(token.text, copy))
            elif isinstance(token, Link):
                target = self._plan.leads_to(token.target, copy)
                parts.append(f"[[{target}|{self._words(token.words, copy)}]]" if token.words else f"[[{target}]]")
            else:
                parts.append(f"[{'; '.join(f'@{self.key(key, copy)}' for key in token.keys)}]")
        return "".join(parts)

    def key(self, key: str, copy: Copy) -> str:
        """Find the citation key of a copy: where a source has a study page, the two go together."""
        has_page = self._moulds.catalogue.find(key, Thing) is not None
        return self._plan.leads_to(key, copy) if has_page else f"{key}-{copy.mark}"

    def _words(self, words: str, copy: Copy) -> str:
        return self._names.sub(lambda match: self.name(match[0], copy), words)
