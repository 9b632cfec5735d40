"""A web host that reads `_headers` by the rules of Cloudflare Pages and Netlify, and sends what stands there."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

Rules = dict[str, list[tuple[str, str]]]
"""By their path, which ends in `*` where it speaks of all below: names and values of headers."""


def parse_headers(text: str) -> Rules:
    """Read the text of a `_headers`: a path, then its headers, indented."""
    rules: Rules = {}
    path = ""
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0].isspace():
            name, sign, value = line.strip().partition(": ")
            assert sign, line
            rules[path].append((name, value))
        else:
            path = line.strip()
            assert path not in rules, path
            rules[path] = []
    return rules


def headers_of(rules: Rules, path: str) -> dict[str, str]:
    """Give what is sent with a path: of all rules that cover it, joined with a comma where two name one header."""
    found: dict[str, str] = {}
    for pattern, headers in rules.items():
        if path.startswith(pattern[:-1]) if pattern.endswith("*") else path == pattern:
            for name, value in headers:
                found[name] = f"{found[name]}, {value}" if name in found else value
    return found


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".woff2": "font/woff2", ".js": "text/javascript"}  # noqa: RUF012 (as the base class has it)

    def __init__(self, *request: object, rules: Rules, directory: str) -> None:
        self.rules = rules
        super().__init__(*request, directory=directory)  # type: ignore[arg-type]

    def end_headers(self) -> None:
        for name, value in headers_of(self.rules, urlsplit(self.path).path).items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Say “not found” as the site says it."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        page: BinaryIO = BytesIO((Path(self.directory) / "404.html").read_bytes())
        self.copyfile(page, self.wfile)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def hosted_with_headers(site: Path) -> Iterator[str]:
    """Serve a built site with the headers that stand in its `_headers`, and give its address."""
    rules = parse_headers((site / "_headers").read_text(encoding="utf-8"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, rules=rules, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
