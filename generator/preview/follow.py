"""A project is followed while its author writes: watch, rebuild, tell the browsers."""

import gc
import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NoReturn

from generator import templates_folder
from generator.diagnostics import Severity
from generator.preview.fault import FAULTS_OF_TEMPLATES, Fault, fault_of_template, faults_of
from generator.preview.page_builder import PageBuilder
from generator.preview.rebuild import Rebuilder, Stage, Step, SupersededError
from generator.preview.shown import Shown
from generator.preview.watching import Watcher
from generator.publishing.engine import read_site_settings
from generator.reading.clinic_folder import WATCHED
from generator.reading.project import (
    ADDRESSES_FILE,
    ARCHITECTURE_FILE,
    BIBLIOGRAPHY_FILE,
    CONTENT_FOLDER,
    HANDBOOK_FOLDER,
    MOVED_FILE,
    SETTINGS_FILE,
)
from generator.reading.project_folders import Project
from generator.reporting import format_diagnostic

SITE_SETTINGS: Final = "mkdocs.yml"
THEME_FOLDER: Final = "site_overrides"
_TEMPLATE: Final = ".html"
_THEME_DONE: Final = "Theme and settings: up to date."
_PATIENCE_S: Final = 0.5
"""Seconds of one wait for changes: where it has no end, Windows lets nobody interrupt it."""

_FETCHED_S: Final = 0.05
"""Seconds in which browsers fetch the pages at hand, before all others are made: Python does one at a time."""


class Follower:
    """Keeps what is shown in step with the files of a project, in the thread that calls `follow`."""

    def __init__(self, project: Project, log: logging.Logger) -> None:
        """Begin with nothing shown; `log` is where messages for the author go."""
        self._project = project
        self._log = log
        self._roots = tuple(path for path in (project.base, project.clinic, project.root) if path is not None)
        self._site_faults: tuple[Fault, ...] = ()
        self._content_faults: tuple[Fault, ...] = ()
        self._is_unfinished = True
        settings = read_site_settings(project.base)
        self.site_url = settings.url
        self._rebuilder = Rebuilder(project, settings.url, settings.name)
        self._theme = (project.base / THEME_FOLDER).resolve()
        self._settings = (project.base / SITE_SETTINGS).resolve()
        self.shown = Shown(PageBuilder(project), self._roots)

    def follow(self, watcher: Watcher) -> NoReturn:
        """Make all pages, and again at each change until somebody interrupts; what is saved meanwhile comes first."""

        def pause() -> None:
            if watcher.has_news:
                raise SupersededError

        self._rebuild(pause)
        _collect_garbage()
        while True:
            changed = watcher.take(_PATIENCE_S)
            if not changed:
                continue
            watcher.watch(*self.watched())
            of_theme = {path for path in changed if path.is_relative_to(self._theme)}
            if self._settings in changed or any(path.suffix != _TEMPLATE for path in of_theme):
                self._load_site()
            elif of_theme:
                self._load_templates()
            if changed - of_theme or self._is_unfinished:
                self._rebuild(pause)
            if not watcher.has_news:
                _collect_garbage()

    def watched(self) -> tuple[list[Path], list[Path]]:
        """List the folders to watch, and the single files."""
        base, clinic = self._project.base, self._project.clinic
        places = [base / name for name in (CONTENT_FOLDER, HANDBOOK_FOLDER, THEME_FOLDER)]
        places.append(templates_folder())
        names = (SITE_SETTINGS, BIBLIOGRAPHY_FILE, SETTINGS_FILE, MOVED_FILE, ADDRESSES_FILE, ARCHITECTURE_FILE)
        files = [base / name for name in names]
        for path in (clinic / name for name in WATCHED) if clinic is not None else ():
            (places if path.is_dir() else files).append(path)
        return [path for path in places if path.is_dir()], files

    def _rebuild(self, pause: Callable[[], None]) -> None:
        """Rebuild, and tell the browsers after each step; a fault leaves the last sound pages as they are."""
        start = time.perf_counter()
        self._is_unfinished = True
        if self.shown.pages.has_pages:
            gc.disable()  # until the page that somebody waits for is there: a third of that time at 1,000 things
        try:
            for step in self._rebuilder.rebuild(self.shown.at_hand(), pause):
                self._take_in(step)
                self._content_faults = tuple(faults_of(step.report.diagnostics, self._roots))
                self._tell()
                self._say(step, time.perf_counter() - start)
                if step.stage is Stage.AT_HAND:
                    time.sleep(_FETCHED_S)
                    gc.enable()
            self._is_unfinished = bool(self._content_faults)
        except SupersededError:
            return
        except FAULTS_OF_TEMPLATES as error:
            self._content_faults = (fault_of_template(error, self._roots),)
            self._log.exception("A template has a fault. The last good pages stay up.")
            self._tell()
        finally:
            gc.enable()

    def _take_in(self, step: Step) -> None:
        """Have pages be built from what was written."""
        pages, generated = self.shown.pages, step.generated
        try:
            if generated is not None and step.stage is Stage.ALL_PAGES:
                if pages.take(generated):
                    self._site_faults = ()
            elif generated is not None and generated.written is not None:
                pages.follow(generated.written.changed, ())
            else:
                pages.follow(step.changed, ())
        except FAULTS_OF_TEMPLATES as error:
            self._tell_of_site(error)

    def _load_site(self) -> None:
        """Read the theme and the settings of the site again."""
        try:
            settings = read_site_settings(self._project.base)
            self._rebuilder.move(settings.url, settings.name)
            self.shown.pages.load()
            self._site_faults = ()
            self._log.info(_THEME_DONE)
        except FAULTS_OF_TEMPLATES as error:
            self._tell_of_site(error)
        self._tell()

    def _load_templates(self) -> None:
        """Read the templates of the theme again: nothing else of the site comes from them."""
        self.shown.pages.load_templates()
        self._tell()
        self._log.info(_THEME_DONE)

    def _tell_of_site(self, error: Exception) -> None:
        self._site_faults = (fault_of_template(error, self._roots),)
        self._log.error("%s: %s The last good pages stay up.", SITE_SETTINGS, error)

    def _tell(self) -> None:
        self.shown.tell((*self._content_faults, *self._site_faults))

    def _say(self, step: Step, seconds: float) -> None:
        """Say in the terminal what came of a save: what is wrong at the end, and how long it took."""
        levels = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTICE: logging.INFO}
        if step.report.has_errors or step.stage is Stage.PAPER:
            for diagnostic in step.report.diagnostics:
                self._log.log(levels[diagnostic.severity], format_diagnostic(diagnostic))
        if not step.report.has_errors:
            self._log.info("%s: up to date after %.1f s.", step.stage.value, seconds)


def _collect_garbage() -> None:
    """Look for garbage among all that is there, which takes long, and from now on only among what is new."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
