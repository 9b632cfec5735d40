"""What a diagnostic means, with an example of the fault and of the same without it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import yaml

from generator.diagnostics import Code

_FILE: Final = "explanations.yml"
_NO_FILE: Final = "(no such file)"


@dataclass(frozen=True)
class Example:
    """A fault and its mend: the text of a file, or of the fields that matter, None where the file should not be there.

    Without a `file`, both are told in words.
    """

    wrong: str | None
    right: str | None
    file: str = ""


@cache
def examples() -> Mapping[str, Example]:
    """Read the examples of all codes, by the name of the code."""
    text = files("generator.authoring").joinpath(_FILE).read_text(encoding="utf-8")
    return {name: Example(**fields) for name, fields in yaml.safe_load(text).items()}


def explain(code: Code) -> Iterator[str]:
    """Write the lines of an explanation, in Markdown: a terminal shows them well too."""
    yield f"**{code.name}** ({code.severity.word}). {code.meaning}"
    example = examples().get(code.name)
    if example is None:
        return
    for heading, text in (("Wrong", example.wrong), ("Right", example.right)):
        yield ""
        if not example.file:
            yield f"{heading}: {text}"
            continue
        yield f"{heading}, in `{example.file}`:"
        yield ""
        yield f"```{_language(example.file)}"
        yield (_NO_FILE if text is None else text).rstrip("\n")
        yield "```"


def _language(file: str) -> str:
    return {"yml": "yaml", "bib": "bibtex", "md": "markdown"}.get(file.rsplit(".", 1)[-1], "text")
