"""A web host like those of clinics: it compresses, keeps connections open, and says whether a copy is still right."""

import gzip
import hashlib
import mimetypes
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

COMPRESSED: Final = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest", ".map"})
"""What static hosts compress; fonts, pictures of points and PDF files are compressed already."""

TYPES: Final = {".webmanifest": "application/manifest+json", ".woff2": "font/woff2", ".js": "text/javascript"}
LEVEL: Final = 6
"""gzip's own default, and nginx' and Apache's are no better."""


@dataclass
class Host:
    """A running host: its address, the folder that it shows (which may be changed), and the paths it was asked for."""

    address: str
    site: Path
    asked: list[str] = field(default_factory=list)


@contextmanager
def hosted(site: Path, base_path: str = "/") -> Iterator[Host]:
    """Show a built site below `base_path` of a free port of this machine."""
    server = _Server(("127.0.0.1", 0), _Handler)
    host = Host(f"http://127.0.0.1:{server.server_address[1]}{base_path}", site)
    server.host = host
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    host: Host
    request_queue_size = 128

    def handle_error(self, *request: object) -> None:
        """Bear it that a browser goes away in the middle of an answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(*request)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        host = self.server.host  # type: ignore[attr-defined]  # typeshed knows only the base class here
        base_path = urlsplit(host.address).path
        path = unquote(urlsplit(self.path).path)
        host.asked.append(path)
        file = host.site / path.removeprefix(base_path) if path.startswith(base_path) else host.site / "404.html"
        if file.is_dir() and not path.endswith("/"):
            self._answer(HTTPStatus.MOVED_PERMANENTLY, b"", {"Location": f"{path}/"})
            return
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file() and path.startswith(base_path)
        if not found:
            file = host.site / "404.html"
        body = file.read_bytes() if file.is_file() else b"Nothing here."
        self._show(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND, file.suffix, body)

    def _show(self, status: HTTPStatus, suffix: str, body: bytes) -> None:
        kind = TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")
        if kind.startswith("text/"):
            kind += "; charset=utf-8"
        headers = {
            "Content-Type": kind,
            "ETag": f'"{hashlib.sha256(body).hexdigest()[:16]}"',
            "Vary": "Accept-Encoding",
        }
        if status is HTTPStatus.OK and self.headers.get("If-None-Match") == headers["ETag"]:
            self._answer(HTTPStatus.NOT_MODIFIED, b"", headers)
            return
        if suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, LEVEL, mtime=0)
            headers["Content-Encoding"] = "gzip"
        self._answer(status, body, headers)

    def _answer(self, status: HTTPStatus, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass
