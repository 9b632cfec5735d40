"""Every golden case prints exactly what it says, and every code has one."""

import re
from pathlib import Path

import pytest

from generator import publishing
from generator.pipeline import CODES
from tests.golden import CASES, Case, update_output
from tests.projects import run_check
from tests.test_bytes_that_yaml_cannot_hold import BYTE_CASES

_NO_TEXTS = {"leaves-folder", "moving-picture", "supplied-file-too-large"}
"""A link, and large and moving pictures, cannot stand in a case: test_supplied_files.py has them."""

_CODE = re.compile(r"\[([a-z0-9-]+)\]$", re.MULTILINE)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_command_prints_what_the_case_says(path: Path, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    case = Case.read(path)
    printed = run_check(case.write(tmp_path))
    if pytestconfig.getoption("--update-golden"):
        update_output(path, printed.output)
        return
    assert printed.output == case.output
    assert printed.exit_code == (1 if re.search(r"^\d+ errors?\b", case.output, re.MULTILINE) else 0)


def test_every_code_before_publishing_has_a_case() -> None:
    outputs = [*(Case.read(path).output for path in CASES), *(case.output for case in BYTE_CASES)]
    covered = {code for output in outputs for code in _CODE.findall(output)}
    assert covered | _NO_TEXTS == {code.name for code in CODES if code not in publishing.CODES}
