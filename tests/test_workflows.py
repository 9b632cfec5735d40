"""Workflow files of GitHub: YAML with the commands that they are for."""

from typing import Final

import yaml

from tests.shown_pages import ROOT

CLINICS: Final = yaml.safe_load((ROOT / ".github/workflows/clinics.yml").read_text(encoding="utf-8"))


def test_each_machine_builds_its_shard_of_the_clinics() -> None:
    job = CLINICS["jobs"]["build"]
    commands = [step["run"] for step in job["steps"] if "run" in step]
    assert job["strategy"]["matrix"] == {"shard": [1, 2]}
    assert commands[-1] == (
        "selfcare build --brands brands --out sites --shard ${{ matrix.shard }}/${{ strategy.job-total }}"
    )


def test_a_fault_of_one_clinic_does_not_stop_other_machines() -> None:
    assert CLINICS["jobs"]["build"]["strategy"]["fail-fast"] is False
