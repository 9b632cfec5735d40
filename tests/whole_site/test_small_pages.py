"""What is taken out of a built page changes nothing of it: a browser reads the same from what is left."""

import re
from pathlib import Path

import pytest
from lxml import html
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from playwright.sync_api import Browser

from generator.mkdocs_trigger import SelfcarePlugin

READ = "words => new DOMParser().parseFromString(words, 'text/html').documentElement.outerHTML"

PIECES = {
    "items": "<ul>\n    <li>One</li>\n\n    <li>Two</li>\n</ul>",
    "items within items": "<ol>\n<li>One\n<ul>\n<li>A</li>\n<li>B</li>\n</ul>\n</li>\n<li>Two</li>\n</ol>",
    "paragraphs": "<div>\n<p>One</p>\n<p>Two</p>\n</div>",
    "paragraphs in items": "<ul>\n<li>\n<p>One</p>\n<p>Two</p>\n</li>\n<li>\n<p>Three</p>\n</li>\n</ul>",
    "a paragraph before a list": "<p>One</p>\n<ul>\n<li>Two</li>\n</ul>\n<p>Three</p>\n<h2>Four</h2>",
    "a paragraph before a figure": "<p>One</p>\n<figure>\n<p>Two</p>\n</figure>",
    "a paragraph in a summary": "<details>\n<summary>One</summary>\n<p>Two</p>\n</details>",
    "a paragraph in a quotation": "<blockquote>\n<p>One</p>\n</blockquote>",
    "code": "<pre><code>&lt;li&gt;\n    one</li>\n    two</code></pre>",
    "a script": "<script>\n    const one = `</li>\n    <li>`;\n</script>",
}


def shortened(content: str) -> str:
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "docs_dir": ".", "site_dir": "site"})
    page = Page("x", File("x.md", ".", "site", use_directory_urls=True), config)
    return SelfcarePlugin().on_post_page(content, page=page, config=config)


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_a_browser_reads_the_same_from_a_shortened_page(browser: Browser, piece: str) -> None:
    whole = f"<!doctype html>\n<html>\n<head>\n</head>\n<body>\n{piece}\n</body>\n</html>"
    tab = browser.new_page()
    before, after = tab.evaluate(READ, whole), tab.evaluate(READ, shortened(whole))
    tab.close()

    def without_spaces_between(words: str) -> str:
        return re.sub(r"\s+(?=<)|(?<=>)\s+", "", words)

    assert without_spaces_between(after) == without_spaces_between(before)


def test_items_and_paragraphs_lose_their_ends() -> None:
    assert shortened("<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>") == "<ul>\n<li>One\n<li>Two\n</ul>"
    assert shortened("<div>\n<p>One</p>\n<p>Two</p>\n</div>") == "<div>\n<p>One\n<p>Two\n</div>"


def test_no_page_holds_a_script_that_a_strict_policy_would_refuse(real_site: Path) -> None:
    found = {
        path.relative_to(real_site).as_posix()
        for path in real_site.rglob("*.html")
        if html.document_fromstring(path.read_bytes()).xpath("//script[not(@src) and not(contains(@type, 'json'))]")
    }
    assert found == set()
