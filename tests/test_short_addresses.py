"""Short addresses: easy to type, the same for years, and each sends its reader on to its page."""

import re
from pathlib import Path

import pytest
from lxml import html

from generator.linking import NOWHERE, link_site
from generator.model.short_code import LENGTH, SIGNS, short_code
from generator.pipeline import CODES
from generator.publishing import finish_site
from generator.rendering import OutputFile, render_site
from tests.paper import URL, catalogue_in
from tests.projects import Edits, edited
from tests.test_finishing_pass import MANIFEST, write_site

KNOWN = {
    "petrissage": "ct4wzc",
    "arch-rub": "b4mvpg",
    "full-knee-routine": "3gwg3t",
    "calf-stretch": "gdxxzv",
}
"""Printed already: these must never change."""


@pytest.mark.parametrize(("thing_id", "code"), KNOWN.items())
def test_a_code_that_was_printed_stays(thing_id: str, code: str) -> None:
    assert short_code(thing_id) == code


def test_no_code_is_a_word_or_holds_a_sign_that_looks_like_another() -> None:
    assert not set(SIGNS) & set("aeiouylqs0125689")
    assert {len(short_code(f"thing-{number}")) for number in range(200)} == {LENGTH}


def test_every_sign_and_place_is_used() -> None:
    codes = [short_code(f"thing-{number}") for number in range(400)]
    assert {frozenset(code[place] for code in codes) for place in range(LENGTH)} == {frozenset(SIGNS)}


def redirects(root: Path, url: str = URL, changes: Edits | None = None) -> dict[str, OutputFile]:
    catalogue = catalogue_in(root, edited(changes or {}))
    files = render_site(link_site(catalogue, url), CODES).files
    return {file.path: file for file in files if file.path.startswith("go/")}


def test_each_handout_has_one(tmp_path: Path) -> None:
    assert sorted(file.source or "" for file in redirects(tmp_path).values()) == [
        "content/exercises/toe-stretch.yml",
        "content/routines/foot-routine.yml",
        "content/techniques/arch-rub.yml",
    ]


def test_it_sends_on_without_a_script_shows_a_link_and_stays_out_of_search_engines(tmp_path: Path) -> None:
    page = html.document_fromstring(redirects(tmp_path)["go/b4mvpg/index.html"].content)
    way = "../../techniques/arch-rub/"
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={way}"]
    assert page.xpath("//a/@href") == [way]
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://example.org/care/techniques/arch-rub/"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//script | //style | //@style") == []
    assert page.xpath("//h1/text()") == ["Arch rub"]


def test_a_site_without_an_address_names_the_page_by_the_way_to_it(tmp_path: Path) -> None:
    content = redirects(tmp_path, NOWHERE)["go/b4mvpg/index.html"].content
    assert re.search(r'rel="canonical" href="\.\./\.\./techniques/arch-rub/"', content)


def test_a_name_that_looks_like_html_shows_as_written(tmp_path: Path) -> None:
    changes = {"content/techniques/arch-rub.yml": {"name: Arch rub": 'name: "<b onclick=x>Rub & \\"roll\\""'}}
    page = html.document_fromstring(redirects(tmp_path, changes=changes)["go/b4mvpg/index.html"].content)
    assert page.xpath("//h1/text()") == ['<b onclick=x>Rub & "roll"']
    assert page.xpath("//b") == []


def test_the_finishing_pass_follows_where_it_sends(tmp_path: Path) -> None:
    sends = "<meta http-equiv='refresh' content='0; url=../../{}/'>"
    sound = write_site(tmp_path / "sound", {"go/bbb/index.html": sends.format("rub")})
    assert finish_site(sound, MANIFEST) == ()
    dead = write_site(tmp_path / "dead", {"go/bbb/index.html": sends.format("rib")})
    assert [fault.message for fault in finish_site(dead, MANIFEST)] == [
        "The page /go/bbb/ links ../../rib/, which is not there."
    ]
