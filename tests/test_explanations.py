"""`selfcare explain` tells what each diagnostic means, and each of its examples is true."""

import re
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.explaining.explain import Example, examples
from generator.pipeline import CODES
from tests.projects import CLINIC_FOLDER, base_files, run_check, write_clinic, write_project
from tests.whole_site.test_own_styles_in_browser import HOSTILE, PALE

SHOWN: Final = {name: example for name, example in examples().items() if example.file}
_FIELD: Final = re.compile(r"^([a-z_]+):", re.MULTILINE)


def written(example: Example, fragment: str | None) -> str | None:
    """Put the fields of an example into the file of the sound project, or take the example for the whole file."""
    base = base_files().get(example.file)
    if fragment is None or not isinstance(base, str) or not example.file.endswith((".yml", ".md")):
        return fragment
    if example.file.endswith(".md"):
        return fragment if fragment.startswith("---") else base + "\n" + fragment
    fields = dict(_fields(base))
    fields.update(_fields(fragment))
    return "".join(fields.values())


def _fields(text: str) -> list[tuple[str, str]]:
    starts = [*_FIELD.finditer(text)]
    ends = [*(one.start() for one in starts[1:]), len(text)]
    found = [(one[1], text[one.start() : end]) for one, end in zip(starts, ends, strict=True)]
    names = [name for name, _ in found]
    return [(name if names.count(name) == 1 else f"{name}{place}", body) for place, (name, body) in enumerate(found)]


def told_of(root: Path, example: Example, fragment: str | None) -> set[str]:
    """Write the example into the sound project, or into a clinic's folder in it, and list the codes of all faults."""
    folder, _, below = example.file.partition("/")
    if folder == CLINIC_FOLDER:
        return codes_told(write_clinic(write_project(root, {}), {below: fragment}))
    return codes_told(write_project(root, {example.file: written(example, fragment)}))


def codes_told(root: Path) -> set[str]:
    return set(re.findall(r"\[([a-z0-9-]+)\]$", run_check(root).output, re.MULTILINE))


@pytest.mark.parametrize("name", SHOWN)
def test_the_wrong_example_has_the_fault(name: str, tmp_path: Path) -> None:
    example = SHOWN[name]
    assert name in told_of(tmp_path, example, example.wrong)


@pytest.mark.parametrize("name", SHOWN)
def test_the_right_example_has_it_no_more(name: str, tmp_path: Path) -> None:
    example = SHOWN[name]
    assert name not in told_of(tmp_path, example, example.right)


def test_every_example_is_of_a_code_that_there_is() -> None:
    assert set(examples()) <= {code.name for code in CODES}


def test_every_code_has_an_example() -> None:
    assert [code.name for code in CODES if code.name not in examples()] == []


def test_what_a_browser_alone_finds_is_tried_in_one() -> None:
    hiding, pale = (
        re.findall(r"`([^`]+)`", examples()[name].wrong or "")[0] for name in ("style-hides-safety", "style-unreadable")
    )
    assert (hiding in HOSTILE.values(), pale in PALE.values()) == (True, True)


def test_the_command_shows_both() -> None:
    result = CliRunner().invoke(main, ["explain", "unknown-id"])
    assert result.output == (
        "**unknown-id** (error). A field or a link names a thing that does not exist.\n\n"
        "Wrong, in `content/techniques/arch-rub.yml`:\n\n```yaml\ntools: [bal]\n```\n\n"
        "Right, in `content/techniques/arch-rub.yml`:\n\n```yaml\ntools: [ball]\n```\n"
    )


def test_a_code_that_there_is_not_is_told() -> None:
    result = CliRunner().invoke(main, ["explain", "unknown-di"])
    assert (result.exit_code, "Did you mean “unknown-id”" in result.output) == (2, True)
