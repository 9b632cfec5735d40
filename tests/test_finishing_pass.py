"""The finishing pass finds in a built site whatever a reader would stumble over, and says it in so many words."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic
from generator.publishing import finish_site
from generator.publishing.finish import CODES
from generator.publishing.headers import write_headers
from generator.publishing.manifest import ExpectedPage
from generator.rendering.search.index import tag_of
from generator.reporting import format_diagnostic

HOME = "<h1>Home</h1><a href='rub/'>Rub</a>"
RUB = "<h1 id='rub'>Rub</h1><a href='../'>Home</a> <a href='../clot/'>Clot</a>"
CLOT = "<h1>Clot</h1>"
SOUND = {"index.html": HOME, "rub/index.html": RUB, "clot/index.html": CLOT}
MANIFEST = {
    "": ExpectedPage("index.md", ()),
    "rub/": ExpectedPage("content/techniques/rub.yml", ("clot/",)),
    "clot/": ExpectedPage("content/cautions/clot.yml", ()),
}


def write_site(root: Path, pages: Mapping[str, str | None], search: object = None) -> Path:
    index = {"docs": [{"location": url} for url in ("", "rub/", "rub/#rub", "clot/")]} if search is None else search
    files = {**SOUND, **pages, "search/search_index.json": json.dumps(index)}
    for name, content in files.items():
        if content is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            page = (
                f"<!doctype html><html><head></head><body>{content}</body></html>"
                if name.endswith(".html")
                else content
            )
            path.write_text(page, encoding="utf-8")
    return root


def told(root: Path, pages: Mapping[str, str | None], search: object = None, base_path: str = "/") -> list[str]:
    return [format_diagnostic(found) for found in diagnostics(write_site(root, pages, search), base_path)]


def diagnostics(site: Path, base_path: str = "/") -> tuple[Diagnostic, ...]:
    return finish_site(site, MANIFEST, base_path)


def with_words(words: str) -> dict[str, str | None]:
    return {"rub/index.html": RUB + words}


def test_a_sound_site_has_no_faults(tmp_path: Path) -> None:
    assert told(tmp_path, {}) == []


PLACE = "content/techniques/rub.yml:1:1: "
EXACT = {
    "dead-link": (
        with_words("<a href='../rib/'>Rib</a>"),
        PLACE + "The page /rub/ links ../rib/, which is not there. [dead-link]\n    Mend the link.",
    ),
    "dead-anchor": (
        with_words("<a href='#rib'>Rib</a>"),
        PLACE + "The page /rub/ links #rib, but that page has no “rib”. [dead-anchor]\n    Mend the link.",
    ),
    "unresolved-marker": (
        with_words("<p>See [[rib]].</p>"),
        (
            f"{PLACE}The page /rub/ shows the markup “[[rib]]”. [unresolved-marker]\n"
            "    Mend the template or the text that wrote it."
        ),
    ),
    "page-not-built": (
        {"clot/index.html": None, "rub/index.html": "<a href='../clot/'>Clot</a>", "clot/x.html": ""},
        (
            "content/cautions/clot.yml:1:1: The page /clot/ was generated but not built. [page-not-built]\n"
            "    Look at the settings of the site builder."
        ),
    ),
    "caution-missing": (
        {"rub/index.html": "<h1>Rub</h1>"},
        PLACE + "The page /rub/ does not show the caution /clot/, which reaches it. [caution-missing]\n"
        "    Put the cautions back into its template.",
    ),
    "unsafe-html": (
        with_words("<a href='javascript:alert(1)'>x</a>"),
        (
            f"{PLACE}The page /rub/ holds “javascript:alert(1)”, which would run a script. [unsafe-html]\n"
            "    Mend the text or the template that wrote it."
        ),
    ),
    "other-host": (
        with_words("<img src='https://e.example/x.png'>"),
        PLACE + "The page /rub/ would fetch https://e.example/x.png. [other-host]\n    Serve it from the site itself.",
    ),
}


@pytest.mark.parametrize(("pages", "message"), EXACT.values(), ids=EXACT.keys())
def test_a_fault_is_told_in_these_words(tmp_path: Path, pages: dict[str, str | None], message: str) -> None:
    assert message in told(tmp_path, pages)


def test_a_page_that_search_does_not_know_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, {}, {"docs": [{"location": ""}, {"location": "rub/"}]}) == [
        (
            "content/cautions/clot.yml:1:1: The search does not know the page /clot/. [not-in-search]\n"
            "    Do not exclude pages from the search."
        )
    ]


def test_a_site_without_a_search_index_is_told(tmp_path: Path) -> None:
    site = write_site(tmp_path, {})
    (site / "search/search_index.json").unlink()
    assert [format_diagnostic(found) for found in diagnostics(site)] == [
        (
            "mkdocs.yml:1:1: The built site has no search index. [not-in-search]\n"
            "    Build all of the folder that was generated."
        )
    ]


def write_own_index(site: Path, urls: list[str], *, tag: str | None = None) -> Path:
    """Put our own index in the place of Material's, with one file of pages."""
    (site / "search/search_index.json").unlink()
    pages = json.dumps([[url, "Name", "Summary.", []] for url in urls])
    (site / "search/pages-0.json").write_text(pages)
    index = {"wordParts": [], "pageParts": [tag or tag_of(pages)]}
    (site / "search/index.json").write_text(json.dumps(index))
    return site


def test_our_own_index_is_read(tmp_path: Path) -> None:
    assert diagnostics(write_own_index(write_site(tmp_path, {}), ["", "rub/", "clot/"])) == ()


def test_a_page_that_our_own_index_lacks_is_told(tmp_path: Path) -> None:
    found = diagnostics(write_own_index(write_site(tmp_path, {}), ["", "rub/"]))
    assert [diagnostic.message for diagnostic in found] == ["The search does not know the page /clot/."]


def test_a_page_that_one_of_two_indexes_lacks_is_told(tmp_path: Path) -> None:
    site = write_own_index(write_site(tmp_path, {}), ["", "rub/", "clot/"])
    (site / "search.json").write_text(json.dumps({"items": [{"location": url} for url in ("", "rub/")]}))
    assert [diagnostic.message for diagnostic in diagnostics(site)] == ["The search does not know the page /clot/."]


BROKEN = (
    "mkdocs.yml:1:1: The search of the built site needs /search/pages-0.json, which is not there or is of another "
    "build. [broken-search]\n    Build the site anew from what was generated."
)


def test_a_file_of_the_search_from_another_build_is_told(tmp_path: Path) -> None:
    site = write_own_index(write_site(tmp_path, {}), ["", "rub/", "clot/"], tag="01234567")
    assert [format_diagnostic(found) for found in diagnostics(site)] == [BROKEN]


def test_a_file_that_the_search_lacks_is_told(tmp_path: Path) -> None:
    site = write_own_index(write_site(tmp_path, {}), ["", "rub/", "clot/"])
    (site / "search/pages-0.json").unlink()
    assert [format_diagnostic(found) for found in diagnostics(site)] == [BROKEN]


def test_every_code_is_covered_here() -> None:
    others = {"not-in-search", "broken-search", "shared-picture-missing", "stopped-by-policy", "headers-too-long"}
    assert {code.name for code in CODES} == {*EXACT, *others}


def shared(address: str) -> dict[str, str | None]:
    return {"share/site.png": "a stand-in", **with_words(f'<meta property="og:image" content="{address}">')}


@pytest.mark.parametrize(
    ("address", "base_path"),
    [("https://e.example/share/site.png", "/"), ("https://e.example/guides/share/site.png", "/guides/")],
)
def test_a_picture_of_a_link_that_is_there_is_not_told(tmp_path: Path, address: str, base_path: str) -> None:
    assert told(tmp_path, shared(address), base_path=base_path) == []


def test_a_picture_of_a_link_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, shared("https://e.example/share/rub.png")) == [
        (
            f"{PLACE}A link to the page /rub/ would show the picture https://e.example/share/rub.png, "
            "which is not there. [shared-picture-missing]\n    Make the picture, or name another."
        )
    ]


@pytest.mark.parametrize(
    "address", ["https://e.example/share/", "https://e.example/share", "https://e.example/", "x.png", "http://[x"]
)
def test_what_is_no_picture_of_the_site_is_told(tmp_path: Path, address: str) -> None:
    (found,) = diagnostics(write_site(tmp_path, shared(address)))
    assert found.code.name == "shared-picture-missing"


def test_a_picture_of_a_link_beside_the_site_is_told(tmp_path: Path) -> None:
    (found,) = diagnostics(write_site(tmp_path, shared("https://e.example/share/site.png")), "/guides/")
    assert found.code.name == "shared-picture-missing"


SOUND_WORDS = [
    "<a href='#rub'>x</a>",
    "<a href='#'>x</a>",
    "<a href='..'>x</a>",
    "<a href='../clot/index.html'>x</a>",
    "<a href='./'>x</a>",
    "<a href='../clot/?q=1'>x</a>",
    "<a href='/clot/'>x</a>",
    "<a href='https://e.example/'>x</a>",
    "<a href='//e.example/'>x</a>",
    "<a href='mailto:a@e.example'>x</a>",
    "<a href='tel:999'>x</a>",
    "<a>x</a>",
    "<p><code>[[x]] [@y]</code></p>",
    "<p>[x] {y} [ ]</p>",
    "<a id='%C3%A4'></a><a id='ä'></a><a href='#%C3%A4'>x</a>",
    "<img src='data:image/png;base64,AAAA'>",
    "<link rel='canonical' href='https://e.example/rub/'>",
    "<link rel='edit' href='https://e.example/rub/'>",
    "<a name='old'></a><a href='#old'>x</a>",
]


@pytest.mark.parametrize("words", SOUND_WORDS)
def test_what_is_in_order_is_not_told(tmp_path: Path, words: str) -> None:
    assert told(tmp_path, with_words(words)) == []


@pytest.mark.parametrize("base_path", ["/guides/", "/a/b/"])
def test_absolute_links_below_the_address_of_the_site_are_followed(tmp_path: Path, base_path: str) -> None:
    assert told(tmp_path, with_words(f"<a href='{base_path}clot/'>x</a>"), base_path=base_path) == []
    assert len(told(tmp_path, with_words(f"<a href='{base_path}rib/'>x</a>"), base_path=base_path)) == 1


def test_an_absolute_link_beside_the_site_leads_nowhere(tmp_path: Path) -> None:
    assert len(told(tmp_path, with_words("<a href='/clot/'>x</a>"), base_path="/guides/")) == 1


DEAD = [
    "<a href='rib/'>x</a>",
    "<img src='x.png'>",
    "<script src='x.js'></script>",
    "<link rel='stylesheet' href='x.css'>",
    "<a href='../clot/#x'>x</a>",
    "<a href='/rib/'>x</a>",
    "<a href='../clot'>x</a>",
]


@pytest.mark.parametrize("words", DEAD)
def test_whatever_leads_nowhere_is_told(tmp_path: Path, words: str) -> None:
    (found,) = diagnostics(write_site(tmp_path, with_words(words)))
    assert found.code.name in {"dead-link", "dead-anchor"}


FETCHING = [
    "<script src='https://e.example/x.js'></script>",
    "<script src='//e.example/x.js'></script>",
    "<link rel='stylesheet' href='https://e.example/x.css'>",
    "<link rel='preconnect' href='https://e.example'>",
    "<iframe src='https://e.example/'></iframe>",
    "<img srcset='https://e.example/x.png 2x' alt=''>",
    "<picture><source srcset='https://e.example/x.png'></picture>",
    "<video poster='https://e.example/x.png'></video>",
    "<object data='https://e.example/x.svg'></object>",
    "<svg><image href='https://e.example/x.png'/></svg>",
    "<svg><use xlink:href='https://e.example/x.svg#a'/></svg>",
    "<p style='background: url(https://e.example/x.png)'>x</p>",
    "<style>@import url(https://e.example/x.css);</style>",
    "<input type='image' src='https://e.example/x.png'>",
]


@pytest.mark.parametrize("words", FETCHING)
def test_whatever_a_page_would_fetch_from_another_host_is_told(tmp_path: Path, words: str) -> None:
    assert [found.code.name for found in diagnostics(write_site(tmp_path, with_words(words)))] == ["other-host"]


@pytest.mark.parametrize("rule", ["@import '//e.example/x.css';", "@font-face { src: url(https://e.example/x.woff2) }"])
def test_what_a_style_sheet_would_fetch_from_another_host_is_told(tmp_path: Path, rule: str) -> None:
    site = write_site(tmp_path, {"x.css": rule, **with_words("<link rel='stylesheet' href='../x.css'>")})
    assert [found.code.name for found in diagnostics(site)] == ["other-host"]


UNSAFE = [
    "<p onclick='x()'>x</p>",
    "<svg onload='x()'></svg>",
    "<a href=' javascript:x()'>x</a>",
    "<a href='JaVaScRiPt:x()'>x</a>",
    "<a href='java\tscript:x()'>x</a>",
    "<a href='vbscript:x()'>x</a>",
    "<a href='data:text/html,x'>x</a>",
    "<iframe src='javascript:x()'></iframe>",
]


@pytest.mark.parametrize("words", UNSAFE)
def test_whatever_would_run_a_script_is_told(tmp_path: Path, words: str) -> None:
    found = {diagnostic.code.name for diagnostic in diagnostics(write_site(tmp_path, with_words(words)))}
    assert "unsafe-html" in found


@pytest.mark.parametrize("marker", ["[[rib]]", "[@rib2020]", "[@]", "{ .lead }", "{: #x }", "[[a|b]]"])
def test_markup_that_shows_is_told(tmp_path: Path, marker: str) -> None:
    (found,) = diagnostics(write_site(tmp_path, with_words(f"<p>See {marker}.</p>")))
    assert found.code.name == "unresolved-marker"


@pytest.mark.parametrize("link", ["http://[x", "https://e.example:port/", "http://[::1", "//[", "\\\\x", "%zz/", "?"])
def test_an_address_that_is_none_makes_a_report_and_no_crash(tmp_path: Path, link: str) -> None:
    assert all(
        found.code in CODES for found in diagnostics(write_site(tmp_path, with_words(f"<a href='{link}'>x</a>")))
    )


def test_an_empty_page_makes_a_report_and_no_crash(tmp_path: Path) -> None:
    site = write_site(tmp_path, {})
    (site / "rub/index.html").write_text("")
    assert [found.code.name for found in diagnostics(site)][:1] in (["page-not-built"], ["caution-missing"])


def test_the_search_index_of_zensical_is_read_too(tmp_path: Path) -> None:
    site = write_site(tmp_path, {})
    (site / "search/search_index.json").unlink()
    (site / "search.json").write_text(json.dumps({"items": [{"location": url} for url in ("", "rub/", "clot/")]}))
    assert diagnostics(site) == ()


def with_policy(words: str) -> dict[str, str | None]:
    policy = "/*\n  Content-Security-Policy: script-src 'self'; style-src 'self'\n"
    return {"_headers": policy, **with_words(words)}


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<script>go()</script>", "the script “go()”"),
        ("<style>p { margin: 0 }</style>", "the style sheet “p { margin: 0 }”"),
        ('<p style="color: red">x</p>', "the style attribute “color: red”"),
    ],
)
def test_what_the_policy_of_the_site_stops_is_told(tmp_path: Path, words: str, shown: str) -> None:
    assert told(tmp_path, with_policy(words)) == [
        (
            f"{PLACE}The page /rub/ holds {shown}, which the policy in _headers stops. [stopped-by-policy]\n"
            "    Put it into a file, or build the site again."
        )
    ]


def test_a_handler_in_a_page_is_told_with_a_policy_and_without(tmp_path: Path) -> None:
    (found,) = diagnostics(write_site(tmp_path, with_policy('<p onclick="go()">x</p>')))
    assert found.code.name == "unsafe-html"


def test_what_the_build_wrote_into_the_policy_is_not_told(tmp_path: Path) -> None:
    site = write_site(tmp_path, with_words("<script>go()</script><style>p { margin: 0 }</style>"))
    write_headers(site)
    assert diagnostics(site) == ()


def test_data_in_a_page_is_not_told(tmp_path: Path) -> None:
    assert told(tmp_path, with_policy('<script type="application/ld+json">{}</script>')) == []


def test_a_site_that_an_engine_without_a_policy_built_is_held_against_none(tmp_path: Path) -> None:
    assert told(tmp_path, with_words('<script>go()</script><p style="color: red">x</p>')) == []


def test_a_policy_that_hosts_would_not_read_is_told(tmp_path: Path) -> None:
    line = f"  X: {'x' * 1996}"
    assert told(tmp_path, {"_headers": f"/*\n{line}\n"}) == [
        (
            "_headers:2:1: The line has 2001 characters. Cloudflare Pages reads 2000 at most. [headers-too-long]\n"
            "    Put scripts and styles of pages into files: each that stands in a page makes the policy longer."
        )
    ]


def test_more_rules_than_hosts_read_are_told(tmp_path: Path) -> None:
    rules = "".join(f"/{number}/*\n  X: x\n" for number in range(101))
    assert told(tmp_path, {"_headers": rules}) == [
        (
            "_headers:1:1: There are headers for 101 paths. Cloudflare Pages reads 100 at most. [headers-too-long]\n"
            "    Have fewer folders at the top of the site."
        )
    ]
