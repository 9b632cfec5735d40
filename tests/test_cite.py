"""`selfcare cite`: records of publishers become entries like ours, and none comes twice."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.pipeline import check_project
from tests.projects import TODAY, write_project

RIS: Final = """\
TY  - JOUR
AU  - Müller, Anna
AU  - O'Neil, Bob
TI  - Massage & knees: a 10% trial.
JO  - Journal of Knees
PY  - 2024
VL  - 3
IS  - 2
SP  - 11
EP  - 19
DO  - https://doi.org/10.1234/abc_def
UR  - https://doi.org/10.1234/abc_def
ER  -
"""
BIBTEX: Final = """\
 @article{M_ller_2024, title={Massage &amp; knees}, volume={3}, ISSN={1234-5678}, url={http://dx.doi.org/10.1234/zz},
 DOI={10.1234/zz}, number={2}, journal={Journal of Knees}, publisher={Knees}, author={Müller, Anna and Lee, Bo},
 year={2024}, month=apr, pages={11–19}, abstract={Long.} }
"""
ENTRY: Final = """\
@article{muller2024,
  author = {Müller, Anna and O'Neil, Bob},
  title = {Massage \\& knees: a 10\\% trial},
  journal = {Journal of Knees},
  year = {2024},
  volume = {3},
  number = {2},
  pages = {11--19},
  doi = {10.1234/abc_def},
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project", {})


def cite(root: Path, source: str, record: str = "", *more: str) -> Result:
    return CliRunner().invoke(main, ["cite", source, "--project", str(root), *more], input=record)


def bibliography(root: Path) -> str:
    return (root / "references.bib").read_text(encoding="utf-8")


def test_a_pasted_ris_record_becomes_an_entry_like_ours(root: Path) -> None:
    result = cite(root, "-", RIS)
    assert (result.exit_code, ENTRY in bibliography(root)) == (0, True)
    assert "Cite it as [@muller2024] in a text, or muller2024 under “sources”." in result.output


def test_what_stands_in_the_file_stays_as_it_is(root: Path) -> None:
    before = bibliography(root)
    cite(root, "-", RIS)
    start, end = bibliography(root).split("@article{muller2024", 1)
    assert start + end.split("\n}\n\n", 1)[-1] == before or start.strip() == before.strip()


def test_entries_stay_in_the_order_of_their_keys(root: Path) -> None:
    cite(root, "-", RIS.replace("Müller", "Zz"))
    cite(root, "-", RIS.replace("Müller", "Aa").replace("abc_def", "other").replace("10%", "20%"))
    text = bibliography(root)
    assert text.index("@article{aa2024") < text.index("{smith2020") < text.index("@article{zz2024")


def test_a_bibtex_record_keeps_what_ours_hold(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "record.bib"
    path.write_text(BIBTEX.replace("&amp;", "\\&"), encoding="utf-8")
    assert cite(root, str(path)).exit_code == 0
    text = bibliography(root)
    assert "pages = {11--19}" in text
    assert "abstract" not in text
    assert "dx.doi.org" not in text


def test_the_check_finds_nothing_wrong_with_it(root: Path) -> None:
    cite(root, "-", RIS)
    codes = {one.code.name for one in check_project(root, TODAY).report.diagnostics}
    assert codes <= {"uncited-reference"}


@pytest.mark.parametrize(
    "changed",
    [RIS, RIS.replace("Massage &", "Another of").replace("Müller", "Meyer"), RIS.replace("10.1234/abc_def", "")],
)
def test_no_study_comes_twice(root: Path, changed: str) -> None:
    cite(root, "-", RIS)
    before = bibliography(root)
    result = cite(root, "-", changed)
    assert "This study is there already. Cite it as [@muller2024]." in result.output
    assert bibliography(root) == before


def test_a_second_study_of_the_year_has_a_letter(root: Path) -> None:
    cite(root, "-", RIS)
    cite(root, "-", RIS.replace("abc_def", "other").replace("10% trial", "second trial"))
    assert "@article{muller2024b," in bibliography(root)


@pytest.mark.parametrize("record", ["", "Some words.", "@article{x, title={Never closed", "TY  - JOUR\nrubbish\n"])
def test_what_is_no_record_is_told_and_changes_nothing(root: Path, record: str) -> None:
    before = bibliography(root)
    result = cite(root, "-", record)
    assert (result.exit_code, bibliography(root)) == (2, before)


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert self.headers["Accept"].startswith("application/x-bibtex")
        self.send_response(200)
        self.end_headers()
        self.wfile.write(BIBTEX.replace("&amp;", "\\&").encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def resolver() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Answers)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("written", ["10.1234/zz", "https://doi.org/10.1234/zz", "doi:10.1234/zz"])
def test_a_doi_is_looked_up(root: Path, resolver: str, written: str) -> None:
    assert cite(root, written, "", "--resolver", resolver).exit_code == 0
    assert "doi = {10.1234/zz}" in bibliography(root)


def test_a_doi_that_is_there_is_not_looked_up(root: Path) -> None:
    cite(root, "-", RIS)
    result = cite(root, "10.1234/ABC_DEF", "", "--resolver", "http://127.0.0.1:9/")
    assert (result.exit_code, "[@muller2024]" in result.output) == (0, True)


def test_without_a_network_the_way_on_is_told(root: Path) -> None:
    result = cite(root, "10.1234/zz", "", "--resolver", "http://127.0.0.1:9/")
    assert result.exit_code == 2
    assert "save the record as BibTeX or RIS" in result.output


def test_what_is_no_doi_and_no_file_is_told(root: Path) -> None:
    assert (
        "“nothing.bib” is no DOI, such as 10.1371/journal.pone.0030248, and no file."
        in cite(root, "nothing.bib").output
    )
