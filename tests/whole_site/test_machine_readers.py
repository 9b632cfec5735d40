"""What machines read of the real site, as it would be published: JSON-LD, tags of links, the map, and the data."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
from lxml import etree, html

from generator.publishing import read_manifest
from tests.schema_org.vocabulary import read_vocabulary, types_of

SITE = "https://selfcare-guides.example/"
Documents = Mapping[str, dict[str, object]]
Pages = Mapping[str, html.HtmlElement]
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(scope="module")
def pages(real_site: Path) -> Pages:
    """Every built page by its address below the site; the page for addresses that are not there is none."""
    return {
        path.parent.relative_to(real_site).as_posix().removeprefix(".")
        + "/" * (path.parent != real_site): html.document_fromstring(path.read_bytes())
        for path in sorted(real_site.rglob("index.html"))
        if path.parents[1] != real_site / "go"  # short addresses, which lead on
    }


@pytest.fixture(scope="module")
def documents(pages: Pages) -> Documents:
    return {url: json.loads(page.xpath("//script[@type='application/ld+json']")[0].text) for url, page in pages.items()}


def content(page: html.HtmlElement, name: str) -> list[str]:
    found: list[str] = page.xpath(f"//meta[@property='{name}' or @name='{name}']/@content")
    return found


def nodes(value: object) -> list[dict[str, object]]:
    """List all nodes in a document that say something of themselves."""
    if isinstance(value, list):
        return [node for one in value for node in nodes(one)]
    if not isinstance(value, dict):
        return []
    return [*([value] if "@type" in value else []), *(node for one in value.values() for node in nodes(one))]


def main_node(document: Mapping[str, object]) -> dict[str, object]:
    graph = document.get("@graph")
    found = graph[0] if isinstance(graph, list) else document
    assert isinstance(found, dict)
    return found


def test_every_page_that_was_generated_has_one_document(real_project: Path, pages: Pages) -> None:
    counts = {url: len(page.xpath("//script[@type='application/ld+json']")) for url, page in pages.items()}
    assert counts == dict.fromkeys(read_manifest(real_project / "build"), 1)


def test_every_type_property_and_value_is_of_the_vocabulary(documents: Documents) -> None:
    found = {url: faults for url, page in documents.items() if (faults := read_vocabulary().faults_in(page))}
    assert found == {}


def test_every_document_is_about_its_own_page(documents: Documents, pages: Pages) -> None:
    said = {url: main_node(document)["@id"] for url, document in documents.items()}
    assert said == {url: SITE + url for url in documents}
    assert said == {url: page.xpath("//link[@rel='canonical']/@href")[0] for url, page in pages.items()}


def test_an_id_means_one_thing_on_the_whole_site(documents: Documents) -> None:
    full = Counter(
        node["@id"] for page in documents.values() for node in nodes(page) if len(node) > 3 and "@id" in node
    )
    assert [one for one, count in full.items() if count > 1] == []


def test_whatever_is_named_by_an_id_is_described_somewhere_as_what_it_must_be(documents: Documents) -> None:
    vocabulary = read_vocabulary()
    types = {node["@id"]: types_of(node) for page in documents.values() for node in nodes(page) if "@id" in node}
    wrong = [
        (url, reference)
        for url, page in documents.items()
        for reference in vocabulary.references_in(page)
        if not any(vocabulary.is_a(one, want) for one in types.get(reference.id, ()) for want in reference.ranges)
    ]
    assert wrong == []


def test_every_page_of_a_thing_says_when_it_was_reviewed_and_what_it_cites(documents: Documents, pages: Pages) -> None:
    wrong = []
    for url, page in pages.items():
        numbers = page.xpath("//div[@class='references']/ol/li")
        reviewed = page.xpath("string(//div[@class='reviewed'])")
        node = main_node(documents[url])
        if reviewed:
            day = date.fromisoformat(str(node["lastReviewed"]))
            cited = node.get("citation", [])
            assert isinstance(cited, list)
            if f"Last reviewed: {day.day} {day:%B %Y}" not in reviewed or len(cited) != len(numbers):
                wrong.append(url)
    assert wrong == []


MUST_BE = {
    "conditions/knee-osteoarthritis/": "MedicalCondition",
    "conditions/knee-pain/": "MedicalSignOrSymptom",
    "anatomy/patella/": "Bone",
    "anatomy/knee-joint/": "Joint",
    "anatomy/quadriceps/": "Muscle",
    "anatomy/medial-collateral-ligament/": "Ligament",
    "anatomy/sciatic-nerve/": "Nerve",
    "anatomy/calf/": "SuperficialAnatomy",
    "anatomy/achilles-tendon/": "AnatomicalStructure",
    "routines/full-knee-routine/": "ExercisePlan",
    "exercises/calf-stretch/": "ExercisePlan",
    "exercises/heat-therapy/": "PhysicalTherapy",
    "techniques/effleurage/": "PhysicalTherapy",
    "cautions/blood-clots/": "MedicalContraindication",
    "cautions/stop-if-pain/": "MedicalEntity",
    "studies/wu2022/": "ScholarlyArticle",
    "beliefs/cures-arthritis/": "ClaimReview",
}


@pytest.mark.parametrize(("url", "type_"), MUST_BE.items())
def test_a_page_is_about_a_thing_of_the_right_type(documents: Documents, url: str, type_: str) -> None:
    about = documents[url]["about"]
    assert isinstance(about, dict)
    assert about["@type"] == type_


def test_the_time_of_a_routine_is_the_one_on_its_page(documents: Documents, pages: Pages) -> None:
    wrong = []
    for url in (url for url in pages if re.fullmatch(r"routines/[^/]+/", url)):
        about = documents[url]["about"]
        assert isinstance(about, dict)
        match = re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?", str(about["activityDuration"]))
        assert match, about
        hours, minutes = (int(found or 0) for found in match.groups())
        words = " ".join(
            f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in ((hours, "hour"), (minutes, "minute")) if n
        )
        facts = pages[url].xpath("string(//div[@class='facts'])")
        if f"How long {words}" not in " ".join(facts.split()):
            wrong.append((url, words))
    assert wrong == []


def test_every_question_leads_to_its_answer(documents: Documents, pages: Pages) -> None:
    asked = 0
    for url in ("questions/faq-knee/", "questions/faq-leg/"):
        questions = documents[url]["mainEntity"]
        assert isinstance(questions, list)
        for question in questions:
            target = urlsplit(question["acceptedAnswer"]["url"])
            (heading,) = pages[url].xpath(f"//h2[@id='{target.fragment}']")
            assert heading.text_content().removesuffix("#") == question["name"]
            asked += 1
    assert asked == 20


def test_every_source_with_an_identifier_says_it(documents: Documents, pages: Pages) -> None:
    wrong = []
    for url in (url for url in pages if re.fullmatch(r"sources/[^/]+/", url)):
        work = documents[url]["mainEntity"]
        assert isinstance(work, dict)
        links = {unquote(link.rstrip("/")) for link in pages[url].xpath("//article//a/@href")}
        same = {str(link).rstrip("/") for link in work.get("sameAs", [])}
        links.discard(str(work.get("url", "")).rstrip("/"))
        known = {link for link in links if re.match(r"https://(doi\.org|pubmed\.|pmc\.)", link)}
        if same != known:
            wrong.append((url, same ^ known))
    assert wrong == []


def test_every_page_has_the_tags_of_a_link_to_it(pages: Pages, documents: Documents) -> None:
    wrong = []
    for url, page in pages.items():
        (title,) = page.xpath("//head/title/text()")
        (description,) = content(page, "description")
        said = {
            name: content(page, f"og:{name}") for name in ("title", "url", "description", "type", "locale", "site_name")
        }
        ours = {
            "url": [SITE + url],
            "description": [description],
            "type": ["article" if url else "website"],
            "locale": ["en_GB"],
            "site_name": ["Leg, knee and foot self-care"],
        }
        if {**said, **ours} != said or not title.startswith(said["title"][0]) or not description:
            wrong.append(url)
    assert wrong == []
    assert len(pages) == len(documents)


def test_every_picture_of_a_link_is_named_with_its_size_and_in_words(pages: Pages) -> None:
    wrong = []
    for url, page in pages.items():
        (image,) = content(page, "og:image")
        size = (content(page, "og:image:width"), content(page, "og:image:height"))
        words = content(page, "og:image:alt")
        own = f"{SITE}share/{url.rstrip('/')}.png"
        if image not in {own, f"{SITE}share/site.png"} or size != (["1200"], ["630"]) or not all(words):
            wrong.append((url, image))
        if page.xpath("//article//figure[@class='picture']") and image != own:
            wrong.append((url, image))
    assert wrong == []


def test_the_map_has_every_page_that_may_be_found_once(real_site: Path, pages: Pages) -> None:
    tree = etree.fromstring((real_site / "sitemap.xml").read_bytes())
    there = tree.xpath("//s:url/s:loc/text()", namespaces=MAP)
    hidden = {url for url, page in pages.items() if content(page, "robots")}
    assert sorted(there) == sorted(SITE + url for url in pages.keys() - hidden)
    assert hidden == {url for url in pages if "/all/" in url}
    assert hidden


def test_the_map_says_when_a_page_was_reviewed(real_site: Path, documents: Documents) -> None:
    tree = etree.fromstring((real_site / "sitemap.xml").read_bytes())
    days = {
        entry.findtext("s:loc", namespaces=MAP): entry.findtext("s:lastmod", namespaces=MAP)
        for entry in tree.findall("s:url", MAP)
    }
    things = {
        SITE + url: main_node(page)["lastReviewed"]
        for url, page in documents.items()
        if isinstance(page.get("about"), dict) and "lastReviewed" in page
    }
    assert things
    assert {url: days[url] for url in things} == things
    assert [day for day in days.values() if day is not None and date.fromisoformat(day).isoformat() != day] == []


def test_the_packed_map_is_the_same(real_site: Path) -> None:
    assert gzip.decompress((real_site / "sitemap.xml.gz").read_bytes()) == (real_site / "sitemap.xml").read_bytes()


def test_crawlers_are_told_where_the_map_is(real_site: Path) -> None:
    lines = (real_site / "robots.txt").read_text().splitlines()
    assert lines == ["User-agent: *", "Allow: /", f"Sitemap: {SITE}sitemap.xml"]


@pytest.mark.parametrize("name", ["catalogue", "codes"])
def test_the_data_is_as_its_schema_says(real_site: Path, name: str) -> None:
    data = json.loads((real_site / f"data/{name}.json").read_text(encoding="utf-8"))
    schema = json.loads((real_site / f"data/{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    assert [error.message[:300] for error in checker.iter_errors(data)] == []
    assert data["schema"] == schema["$id"] == f"{SITE}data/{name}.schema.json"


def test_the_data_has_every_page_of_a_thing_and_of_a_source(real_site: Path, documents: Documents) -> None:
    data = json.loads((real_site / "data/catalogue.json").read_text(encoding="utf-8"))
    listed = {entry["address"] for part in ("things", "sources") for entry in data[part]}
    folders = {entry["kind"] for entry in data["things"]} | {"sources"}
    there = {SITE + url for url in documents if re.fullmatch(r"[^/]+/[^/]+/", url) and url.split("/")[0] in folders}
    assert listed == there


def test_the_home_page_tells_machines_where_the_data_is(real_site: Path, documents: Documents) -> None:
    (data,) = (node for node in nodes(documents[""]) if node["@type"] == "DataDownload")
    assert (real_site / str(data["contentUrl"]).removeprefix(SITE)).is_file()


def test_the_page_of_codes_has_every_code_with_a_link_to_its_page(real_site: Path, pages: Pages) -> None:
    rows = {
        (row.xpath("string(td[1])"), row.xpath("string(td[2])"), row.xpath("string(td[3]//a/@href)"))
        for url in pages
        if url.startswith("codes/")
        for row in pages[url].xpath("//tbody/tr")
    }
    codes = json.loads((real_site / "data/codes.json").read_text(encoding="utf-8"))["codes"]
    assert {(code, title) for code, title, _ in rows} == {(one["code"], one["title"]) for one in codes}
    assert len(rows) == len(codes) == 99
    linked = {(code, re.sub(r"^(\.\./)+", SITE, link)) for code, _, link in rows}
    assert linked == {(one["code"], one["address"]) for one in codes}
