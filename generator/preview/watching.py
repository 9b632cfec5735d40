"""Files that an author saves -> one signal for what comes at the same time."""

import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

POLLING_INTERVAL_S: Final = 0.1
"""Seconds between two looks, where the machine does not tell of changes by itself."""

SETTLED_S: Final = 0.03
"""Seconds without a further change. An editor that saves writes beside and renames: several changes within a few ms."""

_CHANGES: Final = frozenset({"created", "modified", "moved", "deleted"})
"""watchdog 6 also tells of each file that somebody opens or closes, and we do."""


class Watcher(FileSystemEventHandler):
    """Watches folders with all below them, and single files, until it is stopped."""

    def __init__(self, folders: Iterable[Path], files: Iterable[Path], *, poll: bool = False) -> None:
        """Begin to watch. With `poll`, or where the machine has no room to tell of changes, they are looked for."""
        self._folders: set[Path] = set()
        self._files: set[Path] = set()
        self._changed: set[Path] = set()
        self._news = threading.Condition()
        self._watched: set[tuple[Path, bool]] = set()
        self._observer: BaseObserver = PollingObserver(timeout=POLLING_INTERVAL_S) if poll else Observer()
        try:
            self.watch(folders, files)
            self._observer.start()
        except OSError:  # Linux: inotify has a limit for all programs together
            self._observer = PollingObserver(timeout=POLLING_INTERVAL_S)
            self._watched.clear()
            self.watch(folders, files)
            self._observer.start()

    def watch(self, folders: Iterable[Path], files: Iterable[Path]) -> None:
        """Watch these too, where they are not watched yet.

        A file is watched through its folder, for editors put another in its place; so is one that is still to come.
        """
        self._folders |= {path.resolve() for path in folders}
        self._files |= {path.resolve() for path in files}
        wanted = {(folder, True) for folder in self._folders}
        wanted |= {(path.parent, False) for path in self._files if path.parent not in self._folders}
        for folder, is_deep in sorted(wanted - self._watched):
            self._observer.schedule(self, str(folder), recursive=is_deep)
            self._watched.add((folder, is_deep))

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change of a watched file."""
        if event.event_type not in _CHANGES or (event.is_directory and event.event_type == "modified"):
            return
        paths = {Path(str(path)) for path in (event.src_path, event.dest_path) if path}
        wanted = {path for path in paths if self._is_watched(path)}
        if wanted:
            with self._news:
                self._changed |= wanted
                self._news.notify_all()

    @property
    def has_news(self) -> bool:
        """Tell whether something changed that nobody took yet."""
        return bool(self._changed)

    def take(self, patience_s: float) -> frozenset[Path]:
        """Wait for changes, at most for `patience_s` seconds, and give the files once no more come."""
        with self._news:
            self._news.wait_for(lambda: self._changed, patience_s)
            count = -1
            while len(self._changed) != count:
                count = len(self._changed)
                self._news.wait(SETTLED_S)
            changed = frozenset(self._changed)
            self._changed.clear()
        return changed

    def stop(self) -> None:
        """Watch no more."""
        self._observer.stop()
        self._observer.join()

    def _is_watched(self, path: Path) -> bool:
        return path in self._files or any(path.is_relative_to(folder) for folder in self._folders)
