"""What a web host sends with each file: a strict policy, no word of where a reader came from, and how long to keep it.

Written into the built site three times over: for hosts that read `_headers`, for nginx, and for Caddy.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.publishing.inline_code import InlineCode, inline_code_of, styles_of_picture
from generator.publishing.joined_assets import NAMED_AFTER_CONTENT
from generator.publishing.worker import WORKER

HEADERS: Final = "_headers"
"""Netlify and Cloudflare Pages read it at the root of what is published."""

HOSTING: Final = "hosting"
NGINX: Final = f"{HOSTING}/nginx.conf"
CADDY: Final = f"{HOSTING}/Caddyfile"

MOST_RULES: Final = 100
MOST_CHARACTERS: Final = 2000
"""Cloudflare Pages reads no more rules, and no longer lines (its docs, “Headers”); Netlify states no limit."""

POLICY: Final = "Content-Security-Policy"
DIRECTIVES: Final = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'",),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "worker-src": ("'self'",),
    "manifest-src": ("'self'",),
    "object-src": ("'self'",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
    "frame-ancestors": ("'none'",),
    "require-trusted-types-for": ("'script'",),
    "trusted-types": ("selfcare-worker",),
}
"""What a page may load: from its own host, and nothing else (W3C CSP 3, section 6; OWASP Content Security Policy Cheat
Sheet). Frames, sounds and films have no line, and so are stopped by `default-src`.

- `object-src` is not `'none'`: Safari shows a PDF in a plug-in, which the PDF's own policy stopped (humhub/humhub,
  issue 3945), and handouts must open. No page of ours holds an object, and all that one could show is of this host.
- `form-action`: the search leads to the page of all names where scripts do not run.
- `trusted-types`: the one policy by which `offline.js` starts the worker (W3C Trusted Types, section 4).
- There is no `upgrade-insecure-requests`: all addresses are relative, and a clinic's own network may have no https.
"""

_POLICY_FOR_FEATURES: Final = {
    "(self)": ("autoplay", "clipboard-write", "screen-wake-lock"),
    "()": (
        *("accelerometer", "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen"),
        *("gamepad", "geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection", "local-fonts"),
        *("magnetometer", "microphone", "midi", "otp-credentials", "payment", "picture-in-picture"),
        *("publickey-credentials-create", "publickey-credentials-get", "serial", "storage-access", "usb"),
        *("window-management", "xr-spatial-tracking"),
    ),
}
"""The player keeps the screen on and sounds; code is copied. All else is off that asks a reader something or tells of
one, where Chromium 156 knows its name on every system: of other names it warns on each page (W3C Permissions Policy,
section 5; OWASP Secure Headers)."""

_ON_ALL: Final = (
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        ", ".join(f"{name}={whom}" for whom, names in _POLICY_FOR_FEATURES.items() for name in names),
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
"""OWASP Secure Headers. The address of a page here may tell of an illness: no other site learns it (W3C Referrer
Policy, section 3.1). X-Frame-Options says `frame-ancestors` again, for browsers before CSP 2."""

_ONLY_HTTPS: Final = ("Strict-Transport-Security", "max-age=31536000")
"""A year, for readers come seldom. It binds the whole host, and so is not written for a site below a path, which shares
its host with others. Not for other hosts of the domain, and not for the lists in browsers, which are hard to leave.
Browsers pass over it where there is no https (RFC 6797, section 8.1)."""

_FOR_OURSELVES: Final = ("Cross-Origin-Resource-Policy", "same-origin")
_FOR_ALL: Final = ("Cross-Origin-Resource-Policy", "cross-origin")
SHOWN_ELSEWHERE: Final = frozenset({"share"})
"""Folders whose pictures stand beside a link to a page elsewhere: in a chat, say, which loads them from here (Open
Graph). What pages here are made of is for them alone (WHATWG Fetch, “Cross-Origin-Resource-Policy header”). Pages and
handouts say neither: they are opened, not loaded, and `frame-ancestors` keeps them out of other sites."""

_CACHE: Final = "Cache-Control"
_FOR_EVER: Final = (_CACHE, "public, max-age=31536000, immutable")
"""For files that are named after their content (RFC 8246)."""

_ASK_FIRST: Final = (_CACHE, "no-cache")
"""Kept, and not shown before the host was asked (RFC 9111, section 5.2.2.4): advice on safety is never an old copy."""

_NETLIFY_LINE: Final = "  {}: {}"
_NGINX_LINE: Final = '    add_header {} "{}" always;'
_CADDY_LINE: Final = '\t\t{} "{}"'

_DATA_PICTURE: Final = re.compile(rb"url\(\s*[\"']?data:image/", re.IGNORECASE)
_POLICY_LINE: Final = re.compile(rf"^\s+{POLICY}:(.*)$", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True)
class HeaderRule:
    """Headers, each a name and a value, of the file at a path, or of all below a path that ends in `*`."""

    path: str
    headers: tuple[tuple[str, str], ...]

    def covers(self, path: str) -> bool:
        """Tell whether it speaks of a path."""
        return path.startswith(self.path[:-1]) if self.path.endswith("*") else path == self.path


@dataclass(frozen=True)
class SiteFacts:
    """What the headers of a site go by: its files, the code in its pages, and whether a style sheet holds pictures."""

    files: tuple[str, ...]
    inline: frozenset[InlineCode] = frozenset()
    has_data_pictures: bool = False


def policy_for(facts: SiteFacts) -> str:
    """Write the policy for a site: with the hash of each script and style in its pages, and never `'unsafe-inline'`."""
    directives: dict[str, tuple[str, ...]] = dict(DIRECTIVES)
    for code in sorted(facts.inline, key=lambda code: code.source):
        if code.directive in directives:
            directives[code.directive] = (*directives[code.directive], code.source)
    if facts.has_data_pictures:
        directives["img-src"] = (*directives["img-src"], "data:")
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())


def header_rules(facts: SiteFacts, base_path: str = "/") -> tuple[HeaderRule, ...]:
    """Say what is sent with which files of a site below `base_path`, the widest rule first.

    No two rules give one path the same header: Cloudflare Pages would send both values, joined with a comma.
    """
    on_all = ((POLICY, policy_for(facts)), *_ON_ALL, *((_ONLY_HTTPS,) if base_path == "/" else ()))
    folders = {file.partition("/")[0] for file in facts.files if "/" in file}
    with_pages = {file.partition("/")[0] for file in facts.files if file.endswith(".html")}
    parts = sorted(folders - with_pages - {HOSTING})
    kept = sorted(file for file in facts.files if NAMED_AFTER_CONTENT.search(file))
    return (
        HeaderRule(f"{base_path}*", on_all),
        *(
            HeaderRule(f"{base_path}{part}/*", (_FOR_ALL if part in SHOWN_ELSEWHERE else _FOR_OURSELVES,))
            for part in parts
        ),
        *(HeaderRule(f"{base_path}{file}", (_FOR_EVER,)) for file in kept),
        *(HeaderRule(f"{base_path}{file}", (_ASK_FIRST,)) for file in facts.files if file == WORKER),
    )


def as_headers_file(rules: Sequence[HeaderRule]) -> str:
    """Write rules for Netlify and Cloudflare Pages, which by themselves have browsers ask again for each file."""
    return "\n".join(f"{rule.path}\n{_lines(rule.headers, _NETLIFY_LINE)}" for rule in rules)


def as_nginx(rules: Sequence[HeaderRule], base_path: str = "/") -> str:
    """Write rules as locations of nginx; `always` has it send them with “not found” too.

    Each has all its headers, for one with any of its own inherits none (nginx docs, “add_header”).
    """
    says = """\
# The headers of this site for nginx, written by its build. In the “server” of the site, whose root holds it as its
# address has it, put this line, with the way to this file, and no other location for the same path:
#     include /srv/site/hosting/nginx.conf;
"""
    blocks = []
    for rule in _with_cache(rules):
        path = rule.path.removesuffix("*")
        headers = dict(header for wider in _with_cache(rules) if wider.covers(path) for header in wider.headers)
        sign = "^~" if rule.path.endswith("*") else "="
        lines = _lines(headers.items(), _NGINX_LINE)
        blocks.append(f"location {sign} {path} {{\n    error_page 404 {base_path}404.html;\n{lines}}}\n")
    return "\n".join([says, *blocks])


def as_caddy(rules: Sequence[HeaderRule], base_path: str = "/") -> str:
    """Write rules for Caddy, which goes through a `route` in order: the last that covers a path holds (its docs)."""
    says = """\
# The headers of this site for Caddy, written by its build. In the block of the site, whose root holds it as its address
# has it, put this line, with the way to this file:
#     import /srv/site/hosting/Caddyfile
"""
    blocks = "".join(
        f"\theader {rule.path} {{\n{_lines(rule.headers, _CADDY_LINE)}\t}}\n" for rule in _with_cache(rules)
    )
    missing = f"""\
handle_errors {{
	@missing expression {{err.status_code}} == 404
	header @missing {_CACHE} "{_ASK_FIRST[1]}"
	rewrite @missing {base_path}404.html
	file_server @missing
}}
"""
    return f"{says}\nroute {{\n{blocks}}}\n\n{missing}"


def write_headers(site: Path, base_path: str = "/") -> None:
    """Write what hosts send with the files of a built site; `base_path` is the path of its address."""
    rules = header_rules(_look_at(site), base_path)
    (site / HOSTING).mkdir(exist_ok=True)
    (site / HEADERS).write_text(as_headers_file(rules), encoding="utf-8")
    (site / NGINX).write_text(as_nginx(rules, base_path), encoding="utf-8")
    (site / CADDY).write_text(as_caddy(rules, base_path), encoding="utf-8")


def read_headers(site: Path) -> str:
    """Read the headers of a built site; nothing where its engine wrote none, as Zensical does not."""
    path = site / HEADERS
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def policy_in(headers: str) -> Mapping[str, frozenset[str]] | None:
    """Find the policy in the text of a `_headers`: its directives with their sources; None where there is none."""
    line = _POLICY_LINE.search(headers)
    if line is None:
        return None
    directives = (directive.split() for directive in line[1].split(";"))
    return {parts[0]: frozenset(parts[1:]) for parts in directives if parts}


def _look_at(site: Path) -> SiteFacts:
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    inline: set[InlineCode] = set()
    for file in files:
        if file.endswith(".html"):
            inline.update(inline_code_of((site / file).read_bytes()))
        elif file.endswith(".svg"):
            inline.update(styles_of_picture((site / file).read_bytes()))
    has_data_pictures = any(_DATA_PICTURE.search((site / file).read_bytes()) for file in files if file.endswith(".css"))
    return SiteFacts(tuple(files), frozenset(inline), has_data_pictures)


def _with_cache(rules: Sequence[HeaderRule]) -> tuple[HeaderRule, ...]:
    """Have a server that says nothing by itself about keeping say what the other hosts do."""
    widest, *others = rules
    return (HeaderRule(widest.path, (*widest.headers, _ASK_FIRST)), *others)


def _lines(headers: Iterable[tuple[str, str]], form: str) -> str:
    return "".join(f"{form.format(name, value)}\n" for name, value in headers)
