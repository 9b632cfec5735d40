"""The preview over HTTP: pages as they are asked for, each with a script that asks for news."""

import json
import mimetypes
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from typing import Any, Final
from urllib.parse import parse_qs, quote, unquote, urlsplit

from generator.preview.shown import Shown

OURS: Final = "__preview__/"
"""Below the root of the site; no page of ours begins so."""

PATIENCE_S: Final = 25
"""Seconds after which a browser is answered without news, and asks again."""

_NOTHING: Final = (
    b'<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    b"<title>%b</title><body><h1>%b</h1><p>%b</p></body></html>"
)
_GONE: Final = (b"No page", b"There is no page here", b"It comes by itself when there is one.")
_NOT_YET: Final = (
    b"Not yet",
    b"There is nothing to show yet",
    b"The page comes by itself as soon as the site is made, and no fault is in the way.",
)


class PreviewServer(ThreadingHTTPServer):
    """Serves what is shown at `host` and `port`; `base_path` is where the site begins, with a slash at its end.

    Raises OSError where the port is taken.
    """

    daemon_threads = True

    def __init__(self, host: str, port: int, base_path: str, shown: Shown) -> None:
        """Take the port."""
        self.shown = shown
        self.base_path = base_path
        self.script = files("generator.preview").joinpath("preview.js").read_bytes()
        super().__init__((host, port), _Handler)

    @property
    def url(self) -> str:
        """Where to look."""
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}{self.base_path}"

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 (as the library has it)
        """Say nothing of a browser that left before it had its answer; all else is a bug of ours."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        path = unquote(asked.path)
        if not path.startswith(self.server.base_path):
            self._redirect(self.server.base_path)
            return
        address = path.removeprefix(self.server.base_path)
        if address == f"{OURS}state":
            self._tell_state(parse_qs(asked.query))
        elif address == f"{OURS}preview.js":
            self._send(self.server.script, "text/javascript; charset=utf-8")
        else:
            self._show(address)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the library's name)
        """Say nothing of each request: the author reads the messages about the content."""

    def _show(self, address: str) -> None:
        shown = self.server.shown
        answer = shown.pages.answer(address)
        if answer is None and shown.pages.answer(f"{address}/") is not None:
            self._redirect(f"{self.server.base_path}{address}/")
        elif answer is None:
            words = _GONE if shown.pages.has_pages else _NOT_YET
            self._send(self._with_script(_NOTHING % words, address), "text/html", HTTPStatus.NOT_FOUND)
        elif answer.is_page:
            shown.note_open(address)
            self._send(self._with_script(answer.content or _NOTHING % _NOT_YET, address), "text/html")
        else:
            self._send(answer.content, mimetypes.guess_type(answer.path)[0] or "application/octet-stream")

    def _tell_state(self, query: dict[str, list[str]]) -> None:
        address, token = query.get("page", [""])[0], query.get("token", [""])[0]
        state = self.server.shown.wait_for_news(address, token, PATIENCE_S)
        self._send(json.dumps(state.as_json(), ensure_ascii=False).encode(), "application/json")

    def _with_script(self, content: bytes, address: str) -> bytes:
        """Put our script before the end of a page; it knows which page it stands in, and as it is now."""
        at = content.rfind(b"</body>")
        state = self.server.shown.state_of(address)
        base, page = f"{self.server.base_path}{OURS}", quote(address)
        script = f'<script defer src="{base}preview.js" data-page="{page}" data-hash="{state.page}"></script>'
        return content[:at] + script.encode() + content[at:]

    def _redirect(self, to: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(to))
        self.end_headers()

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)
