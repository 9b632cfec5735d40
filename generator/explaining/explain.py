"""What a diagnostic means, with an example of the fault and of the same without it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, cast

from generator.diagnostics import Code
from generator.reading.own_data import read_own_data

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


@dataclass(frozen=True)
class Group:
    """Diagnostics that belong together: what they are `about`, and their examples by the name of the code.

    `page` is the file in docs/ that tells their rules, where there is one.
    """

    name: str
    about: str
    examples: Mapping[str, Example]
    page: str = ""


@cache
def explanation_groups() -> tuple[Group, ...]:
    """Read the groups of explanations, those that an author meets first before the others."""
    read = cast("list[Any]", read_own_data("generator.explaining", _FILE))
    return tuple(
        Group(
            one["name"],
            one["about"],
            {name: Example(**fields) for name, fields in one["codes"].items()},
            one.get("page", ""),
        )
        for one in read
    )


@cache
def examples() -> Mapping[str, Example]:
    """Give the examples of all codes, by the name of the code."""
    return {name: example for group in explanation_groups() for name, example in group.examples.items()}


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
    return {"yml": "yaml", "bib": "bibtex", "md": "markdown", "css": "css"}.get(file.rsplit(".", 1)[-1], "text")
