"""The headers of a built site: what stands in the three files that hosts read, to the letter."""

import base64
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from generator.publishing.headers import (
    CADDY,
    HEADERS,
    NGINX,
    POLICY,
    HeaderRule,
    SiteFacts,
    as_caddy,
    as_nginx,
    header_rules,
    policy_in,
    write_headers,
)
from generator.publishing.inline_code import inline_code_of, styles_of_picture
from generator.publishing.worker import WORKER, read_build_line, write_build_line
from tests.header_host import headers_of, parse_headers
from tests.shown_pages import ROOT

SITE: Final = {
    "index.html": "<h1>Home</h1>",
    "rub/index.html": '<script type="application/ld+json">{}</script><h1>Rub</h1>',
    "rub/rub-a4.pdf": "%PDF",
    "assets/styles/all.0a1b2c3d.css": "p {}",
    "assets/styles/player.css": "p {}",
    "share/site.png": "a stand-in",
    WORKER: "",
}
POLICY_WORDS: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; object-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types selfcare-worker"
)
FEATURES: Final = (
    "autoplay=(self), clipboard-write=(self), screen-wake-lock=(self), accelerometer=(), browsing-topics=(), "
    "camera=(), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), "
    "hid=(), identity-credentials-get=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), "
    "otp-credentials=(), payment=(), picture-in-picture=(), publickey-credentials-create=(), "
    "publickey-credentials-get=(), serial=(), storage-access=(), usb=(), window-management=(), xr-spatial-tracking=()"
)

AT_ROOT: Final = f"""\
/*
  Content-Security-Policy: {POLICY_WORDS}
  Referrer-Policy: no-referrer
  Permissions-Policy: {FEATURES}
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
  Cross-Origin-Opener-Policy: same-origin
  Strict-Transport-Security: max-age=31536000

/assets/*
  Cross-Origin-Resource-Policy: same-origin

/share/*
  Cross-Origin-Resource-Policy: cross-origin

/assets/styles/all.0a1b2c3d.css
  Cache-Control: public, max-age=31536000, immutable

/service-worker.js
  Cache-Control: no-cache
"""

BELOW_A_PATH: Final = re.sub("^/", "/clinic/", re.sub("  Strict.*\n", "", AT_ROOT), flags=re.MULTILINE)

TWO_RULES: Final = (
    HeaderRule("/clinic/*", (("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"))),
    HeaderRule("/clinic/all.0a1b2c3d.css", (("Cache-Control", "immutable"),)),
)
IN_NGINX: Final = """\
location ^~ /clinic/ {
    error_page 404 /clinic/404.html;
    add_header X-Frame-Options "DENY" always;
    add_header Referrer-Policy "no-referrer" always;
    add_header Cache-Control "no-cache" always;
}

location = /clinic/all.0a1b2c3d.css {
    error_page 404 /clinic/404.html;
    add_header X-Frame-Options "DENY" always;
    add_header Referrer-Policy "no-referrer" always;
    add_header Cache-Control "immutable" always;
}
"""
IN_CADDY: Final = """\
route {
	header /clinic/* {
		X-Frame-Options "DENY"
		Referrer-Policy "no-referrer"
		Cache-Control "no-cache"
	}
	header /clinic/all.0a1b2c3d.css {
		Cache-Control "immutable"
	}
}

handle_errors {
	@missing expression {err.status_code} == 404
	header @missing Cache-Control "no-cache"
	rewrite @missing /clinic/404.html
	file_server @missing
}
"""


def written(root: Path, more: Mapping[str, str] | None = None, base_path: str = "/") -> Path:
    """Write a built site and its headers."""
    for name, content in {**SITE, **(more or {})}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="")
    write_headers(root, base_path)
    return root


def policy(root: Path) -> Mapping[str, frozenset[str]]:
    found = policy_in((root / HEADERS).read_text(encoding="utf-8"))
    assert found is not None
    return found


def hash_of(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_a_site_at_the_root_of_its_host_is_sent_with_these_headers(tmp_path: Path) -> None:
    assert (written(tmp_path) / HEADERS).read_text(encoding="utf-8") == AT_ROOT


def test_a_site_below_a_path_names_it_and_binds_no_host(tmp_path: Path) -> None:
    assert (written(tmp_path, base_path="/clinic/") / HEADERS).read_text(encoding="utf-8") == BELOW_A_PATH


def test_for_nginx_each_location_has_all_headers_of_its_own() -> None:
    assert as_nginx(TWO_RULES, "/clinic/").partition("\n\n")[2] == IN_NGINX


def test_for_caddy_the_narrowest_rule_comes_last() -> None:
    assert as_caddy(TWO_RULES, "/clinic/").partition("\n\n")[2] == IN_CADDY


@pytest.mark.parametrize("base_path", ["/", "/clinic/"])
def test_the_three_files_send_the_same_with_each_file(tmp_path: Path, base_path: str) -> None:
    site = written(tmp_path, base_path=base_path)
    rules = parse_headers((site / HEADERS).read_text(encoding="utf-8"))
    for name in SITE:
        path = base_path + name
        expected = {"Cache-Control": "no-cache", **headers_of(rules, path)}
        assert sent_by_nginx((site / NGINX).read_text(encoding="utf-8"), path) == expected
        assert sent_by_caddy((site / CADDY).read_text(encoding="utf-8"), path) == expected


def sent_by_nginx(text: str, path: str) -> dict[str, str]:
    """Take the location of that very path, or the longest of those that it begins with (nginx docs, “location”)."""
    blocks = re.findall(r"^location (\S+) (\S+) \{\n(.*?)^\}", text, re.MULTILINE | re.DOTALL)
    exact = [body for sign, own, body in blocks if sign == "=" and own == path]
    wider = sorted((len(own), body) for sign, own, body in blocks if sign == "^~" and path.startswith(own))
    return dict(re.findall(r'add_header (\S+) "([^"]*)" always;', exact[0] if exact else wider[-1][1]))


def sent_by_caddy(text: str, path: str) -> dict[str, str]:
    """Set what each block sets that covers the path, in order."""
    found: dict[str, str] = {}
    for own, body in re.findall(r"^\theader (\S+) \{\n(.*?)^\t\}", text, re.MULTILINE | re.DOTALL):
        if HeaderRule(own, ()).covers(path):
            found |= dict(re.findall(r'(\S+) "([^"]*)"', body))
    return found


def test_no_header_is_named_by_two_rules_for_one_path(tmp_path: Path) -> None:
    rules = parse_headers((written(tmp_path) / HEADERS).read_text(encoding="utf-8"))
    for name in SITE:
        names = [
            header
            for path, headers in rules.items()
            if HeaderRule(path, ()).covers(f"/{name}")
            for header, _ in headers
        ]
        assert len(names) == len(set(names))


def test_a_script_in_a_page_is_allowed_by_its_hash(tmp_path: Path) -> None:
    site = written(tmp_path, {"x.html": "<script>alert(“é”)</script>"})
    assert policy(site)["script-src"] == {"'self'", hash_of("alert(“é”)")}


def test_a_style_sheet_in_a_page_is_allowed_by_its_hash(tmp_path: Path) -> None:
    site = written(tmp_path, {"x.html": "<STYLE media='a > b'>p { margin: 0 }</STYLE>"})
    assert policy(site)["style-src"] == {"'self'", hash_of("p { margin: 0 }")}


def test_a_style_sheet_in_a_picture_is_allowed_by_its_hash(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><style>a &gt; b {}</style></svg>'
    assert policy(written(tmp_path, {"x.svg": svg}))["style-src"] == {"'self'", hash_of("a > b {}")}


def test_a_style_attribute_is_allowed_by_nothing(tmp_path: Path) -> None:
    site = written(tmp_path, {"x.html": '<p style="color: red">'})
    assert policy(site) == policy_in(AT_ROOT)


def test_nothing_unsafe_is_allowed_whatever_stands_in_the_pages(tmp_path: Path) -> None:
    site = written(tmp_path, {"x.html": "<script>1</script><style>p {}</style><p style='color: red' onclick='1'>"})
    assert [name for name in (HEADERS, NGINX, CADDY) if "unsafe" in (site / name).read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("quoted", ["url(data:image/png;base64,x)", "url( 'data:image/svg+xml;utf8,x')"])
def test_pictures_in_style_sheets_are_allowed_only_where_there_are_some(tmp_path: Path, quoted: str) -> None:
    site = written(tmp_path, {"assets/x.css": f"p {{ background: {quoted} }}"})
    assert policy(site)["img-src"] == {"'self'", "data:"}


def test_a_folder_with_a_page_in_it_is_no_folder_of_parts() -> None:
    rules = header_rules(SiteFacts(("assets/x.css", "rub/deep/index.html", "rub/x.svg", "robots.txt")))
    assert [rule.path for rule in rules] == ["/*", "/assets/*"]


def test_writing_again_changes_nothing(tmp_path: Path) -> None:
    before = (written(tmp_path) / HEADERS).read_text(encoding="utf-8")
    write_headers(tmp_path)
    assert (tmp_path / HEADERS).read_text(encoding="utf-8") == before


def test_the_worker_renews_what_it_keeps_when_the_headers_change(tmp_path: Path) -> None:
    source = (ROOT / "site_overrides" / WORKER).read_text(encoding="utf-8")
    site = written(tmp_path, {WORKER: source})
    write_build_line(site)
    version = read_build_line(site)["version"]
    headers = site / HEADERS
    headers.write_text(headers.read_text(encoding="utf-8").replace("no-referrer", "same-origin"), encoding="utf-8")
    write_build_line(site)
    assert read_build_line(site)["version"] != version


@pytest.mark.parametrize(
    "kind",
    [
        *("", " type", " type=''", ' type="module"', " TYPE=Text/JavaScript", " type=' text/javascript '", " defer"),
        *(" type=importmap", ' type="speculationrules"', " data-src='x.js'", " data-type='application/json'"),
    ],
)
def test_a_script_that_runs_is_found(kind: str) -> None:
    assert [code.text for code in inline_code_of(f"<p><script{kind}>go()</script >".encode())] == ["go()"]


@pytest.mark.parametrize(
    "script",
    [
        *('<script src="x.js"></script>', "<script defer src=x.js> </script>", "<SCRIPT SRC='x.js'>1</SCRIPT>"),
        *('<script type="application/ld+json">{}</script>', "<script type=application/json id=x>{}</script>"),
        *('<script type="text/plain">x</script>', "<scripted>x</scripted>", "<p>script</p>"),
    ],
)
def test_what_is_no_script_of_a_page_is_not(script: str) -> None:
    assert list(inline_code_of(script.encode())) == []


def test_the_hash_is_of_what_the_browser_reads() -> None:
    (code,) = inline_code_of(b"<script>\r\n1\r</script>")
    assert code.source == hash_of("\n1\n")


def test_a_picture_without_a_style_sheet_is_not_even_read() -> None:
    assert list(styles_of_picture(b"no SVG at all")) == []


@pytest.mark.parametrize("text", ["", "/*\n  X-Frame-Options: DENY\n"])
def test_a_file_without_a_policy_has_none(text: str) -> None:
    assert policy_in(text) is None


def test_the_policy_is_read_as_it_was_written() -> None:
    found = policy_in(f"/*\n  {POLICY}: script-src 'self' 'sha256-x='; img-src 'self'\n")
    assert found == {"script-src": frozenset({"'self'", "'sha256-x='"}), "img-src": frozenset({"'self'"})}
