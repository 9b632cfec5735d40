"""The preview as a whole: follow a project, and answer browsers."""

import logging
import threading
from urllib.parse import urlsplit

from generator.preview.follow import Follower
from generator.preview.server import PreviewServer
from generator.preview.watching import Watcher
from generator.reading.project_folders import Project


def serve_preview(
    project: Project,
    host: str,
    port: int,
    log: logging.Logger,
    *,
    poll: bool = False,
) -> None:
    """Show a project at `host` and `port` and follow its files until it is interrupted.

    `poll` looks for changes where the machine tells of none, as on some drives over a network. Raises OSError where the
    port is taken, and ConfigurationError where mkdocs.yml has a fault.
    """
    follower = Follower(project, log)
    server = PreviewServer(host, port, urlsplit(follower.site_url).path or "/", follower.shown)
    watcher = Watcher(*follower.watched(), poll=poll)
    answering = threading.Thread(target=server.serve_forever, daemon=True)
    try:
        answering.start()
        log.info("Look at %s while it is made.", server.url)
        follower.follow(watcher)
    except KeyboardInterrupt:
        log.info("The preview ends.")
    finally:
        watcher.stop()
        server.shutdown()
        server.server_close()
