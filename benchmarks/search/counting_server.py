"""A server that compresses text as hosts do, counts what it sent, and can be as slow as a telephone's line."""

import gzip
import mimetypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

ROUND_TRIP_S: Final = 0.15
BYTES_A_SECOND: Final = 1_600_000 / 8
"""A slow 4G line as Chromium's and WebPageTest's profiles have it: 150 ms there and back, 1.6 megabits a second."""

_TEXT: Final = (".html", ".css", ".js", ".json", ".svg", ".txt", ".xml")


@dataclass
class Sent:
    """What a server sent: the bytes of each answer with its path, in order. `slow` makes it a telephone's line."""

    answers: list[tuple[str, int]] = field(default_factory=list)
    slow: bool = False

    def take(self) -> list[tuple[str, int]]:
        """Give what was sent since the last time."""
        taken, self.answers = self.answers, []
        return taken


@contextmanager
def counting(site: Path) -> Iterator[tuple[str, Sent]]:
    """Serve a folder on a free port; gives its address, and what it sent so far."""
    sent = Sent()
    line = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            file = site / path.lstrip("/")
            if file.is_dir():
                file /= "index.html"
            body = _body(file) if file.is_file() else b""
            if sent.slow:
                time.sleep(ROUND_TRIP_S)
                with line:  # all answers share one line
                    time.sleep(len(body) / BYTES_A_SECOND)
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "application/octet-stream")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            if file.suffix in _TEXT and body:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            sent.answers.append((path, len(body)))  # before it is sent: the reader may ask at once how much it was
            with suppress(ConnectionError):  # a reader who goes on to another page hangs up
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", sent
    finally:
        server.shutdown()
        server.server_close()


@cache
def _body(file: Path) -> bytes:
    raw = file.read_bytes()
    return gzip.compress(raw, 6) if file.suffix in _TEXT else raw
