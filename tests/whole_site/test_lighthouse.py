"""Lighthouse gives a technique its full scores; that for performance is measured by `make lighthouse`, and not here."""

from pathlib import Path
from typing import Final

import pytest

from benchmarks.lighthouse import DESK, PHONE, Form, run_lighthouse
from benchmarks.web_host import Host, hosted
from tests.page_types import PATHS

CATEGORIES: Final = ("accessibility", "best-practices", "seo")


@pytest.mark.parametrize("form", [PHONE, DESK])
def test_a_technique_has_full_scores(real_host: Host, form: Form) -> None:
    found = run_lighthouse(real_host.address + PATHS["technique"], form, CATEGORIES)
    assert found.faults == ()
    assert found.scores == dict.fromkeys(CATEGORIES, 100)


def test_what_is_wrong_is_told(tmp_path: Path) -> None:
    page = "<!doctype html><html lang='en'><head><title>Page</title></head><body><img src='x.png'></body></html>"
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    with hosted(tmp_path) as host:
        found = run_lighthouse(host.address, DESK, CATEGORIES)
    assert found.scores["accessibility"] < 100
    assert any(fault.startswith("image-alt: ") for fault in found.faults)
