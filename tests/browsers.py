"""A real browser on a real server: what a page says on the console, and whom it asks."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, ViewportSize


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


OpenPage = Callable[..., tuple[Page, list[str]]]
"""Opens a page of a site by its path, perhaps at a width or without scripts."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a built site on a free port, and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def open_page(
    browser: Browser,
    address: str,
    width: int = 1280,
    *,
    scripts: bool = True,
    prepare: Callable[[Page], None] | None = None,
) -> tuple[Page, list[str]]:
    """Open a page; the list fills with every dialog, every fault on the console and every request to another host.

    The worker that keeps pages is blocked: it would fetch each page once more. `prepare` is called before the page is
    asked for.
    """
    size: ViewportSize = {"width": width, "height": 800}
    context = browser.new_context(viewport=size, java_script_enabled=scripts, service_workers="block")
    page = context.new_page()
    seen: list[str] = []

    def on_dialog(dialog: Dialog) -> None:
        seen.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", on_dialog)
    page.on(
        "console",
        lambda message: seen.append(f"console: {message.text}") if _is_fault(message) else None,
    )
    page.on("pageerror", lambda error: seen.append(f"error: {error.message}"))
    page.on("requestfailed", lambda request: seen.append(f"failed: {request.url}"))
    page.on(
        "request", lambda request: seen.append(f"foreign: {request.url}") if _is_foreign(request.url, address) else None
    )
    if prepare is not None:
        prepare(page)
    page.goto(address)
    return page, seen


def _is_fault(message: ConsoleMessage) -> bool:
    """Tell a fault of the page from the word of Playwright 1.60 that it blocked a worker."""
    return message.type in {"error", "warning"} and "blocked by Playwright" not in message.text


def _is_foreign(url: str, address: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != urlsplit(address).netloc
