"""Lighthouse gives a technique its full scores; that for performance is measured by `make lighthouse`, and not here."""

from pathlib import Path
from typing import Final

from benchmarks.lighthouse import DESK, PHONE, run_lighthouse
from benchmarks.web_host import Host, hosted
from tests.page_types import PATHS

CATEGORIES: Final = ("accessibility", "best-practices", "seo")


def test_a_technique_has_full_scores_on_a_phone(real_host: Host) -> None:
    found = run_lighthouse(real_host.address + PATHS["technique"], PHONE, CATEGORIES)
    assert found.faults == ()
    assert found.scores == dict.fromkeys(CATEGORIES, 100)


def test_what_is_wrong_is_told(tmp_path: Path) -> None:
    page = "<!doctype html><html lang='en'><head><title>Page</title></head><body><img src='x.png'></body></html>"
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    with hosted(tmp_path) as host:
        found = run_lighthouse(host.address, DESK, CATEGORIES)
    assert found.scores["accessibility"] < 100
    assert any(fault.startswith("image-alt: ") for fault in found.faults)
