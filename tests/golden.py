"""Golden cases: a file in cases/ is a project with one fault, and the exact words that the command prints for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from tests.projects import Edits, Files, edited, write_clinic, write_project

CASES: Final = tuple(sorted((Path(__file__).parent / "cases").glob("*.yml")))

_OUTPUT: Final = re.compile(r"^output:.*", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """A project as changes to the sound one, and what `selfcare check` says of it.

    `files` are whole files (null leaves one out), `edits` replace words in files of the sound project, and
    `base: false` starts from an empty folder. `clinic` are files of a clinic's folder, whose copy is checked then.
    """

    output: str
    files: Files
    edits: Edits
    base: bool
    clinic: Files

    @classmethod
    def read(cls, path: Path) -> "Case":
        """Read a case; a field that is not known is an error."""
        fields: Mapping[str, object] = yaml.safe_load(path.read_text(encoding="utf-8"))
        known = {"output": "", "files": {}, "edits": {}, "base": True, "clinic": {}}
        assert fields.keys() <= known.keys(), f"{path.name} has unknown fields: {fields.keys() - known.keys()}"
        return cls(**{**known, **fields})  # type: ignore[arg-type]  # YAML has no types; the writing would fail

    def write(self, root: Path) -> Path:
        """Write the project to a folder."""
        write_project(root, {**self.files, **edited(self.edits)}, base=self.base)
        return write_clinic(root, self.clinic) if self.clinic else root


def update_output(path: Path, output: str) -> None:
    """Write the words that the command prints now at the end of a case."""
    indented = "".join(f"  {line}" if line.strip() else line for line in output.splitlines(keepends=True))
    before = _OUTPUT.sub("", path.read_text(encoding="utf-8"))
    path.write_text(f"{before.rstrip()}\noutput: |\n{indented}", encoding="utf-8")
