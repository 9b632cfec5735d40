"""Single pages as MkDocs builds them: what it needs is read once, and a page is built when somebody looks at it.

MkDocs 1.6.1 reads its settings, theme and all files at each build, also at one with --dirty: at 3,000 pages that takes
seconds before the first page.
"""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Protocol

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from generator.model.clinic_copy import ClinicCopy
from generator.pipeline import Generated
from generator.preview.fault import FAULTS_OF_TEMPLATES
from generator.publishing.engine import load_settings, overrides_for
from generator.reading.project_folders import Project

PLUGIN: Final = "selfcare"
_INDEX: Final = "index.html"


class _Plugin(Protocol):
    generated: Generated | None


@dataclass(frozen=True)
class Answer:
    """What a browser gets. `error` is why a page is not as it should be: then `content` is the last that was sound."""

    path: str
    content: bytes
    is_page: bool
    error: Exception | None = None


@dataclass
class _Loaded:
    """What MkDocs knows of the site: its settings, files, navigation and templates."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    by_address: dict[str, File]


class PageBuilder:
    """Answers requests for the pages and files of a generated project. Threads may ask at the same time."""

    def __init__(self, project: Project) -> None:
        """Begin with nothing: until something was generated there is no page."""
        self._project = project
        self._lock = threading.RLock()
        self._loaded: _Loaded | None = None
        self._generated: Generated | None = None
        self._sound: dict[str, Answer] = {}
        self._stale: set[str] = set()

    def take(self, generated: Generated) -> bool:
        """Take over what a sound generation wrote; settings and theme are read again where a clinic's copy changed.

        Tells whether they were.
        """
        with self._lock:
            copy = self._copy
            self._generated = replace(generated, drawings=None, sheets=())
            is_read = self._loaded is None or generated.copy != copy
            if is_read:
                self.load()
            if generated.written is not None:
                self.follow(generated.written.changed, generated.written.removed)
            self.follow((sheet.path for sheet in generated.sheets if not self._knows(sheet.path)), ())
            return is_read

    def load(self) -> None:
        """Read settings, theme and files anew, and build each page again when it is asked for.

        Raises ConfigurationError where the settings have a fault, and what the theme raises.
        """
        with self._lock:
            self._stale.update(self._sound)
            if self._generated is not None:
                self._loaded = _load(self._project, self._generated)

    def load_templates(self) -> None:
        """Read the templates of the theme anew, and build each page again when it is asked for.

        MkDocs 1.6.1 has Jinja keep a template for ever.
        """
        with self._lock:
            self._stale.update(self._sound)
            if self._loaded is not None and self._loaded.env.cache is not None:
                self._loaded.env.cache.clear()

    def follow(self, changed: Iterable[str], removed: Iterable[str]) -> None:
        """Take note of files below the folder of the tree that were written, and of those that are gone."""
        with self._lock:
            loaded = self._loaded
            if loaded is None:
                return
            for path in removed:
                file = loaded.files.get_file_from_path(path)
                if file is not None:
                    loaded.files.remove(file)
                    if loaded.by_address.get(file.dest_uri) is file:  # else a page came back to where one led on
                        del loaded.by_address[file.dest_uri]
                        self._sound.pop(file.dest_uri, None)
            for path in changed:
                file = loaded.files.get_file_from_path(path)
                if file is None:
                    file = _new_file(path, loaded.config)
                    loaded.files.append(file)
                    loaded.by_address[file.dest_uri] = file
                self._stale.add(file.dest_uri)

    def answer(self, address: str) -> Answer | None:
        """Give what is at an address below the root of the site, such as `tools/ball/`; None where nothing is."""
        with self._lock:
            loaded = self._loaded
            path = f"{address}{_INDEX}" if address.endswith("/") or not address else address
            file = loaded.by_address.get(path) if loaded is not None else None
            if loaded is None or file is None:
                return None
            if not file.is_documentation_page():
                return _answer_with_file(path, file)
            if path not in self._sound or path in self._stale:
                try:
                    built = _build_page(file, loaded)
                except FAULTS_OF_TEMPLATES as error:
                    last = self._sound.get(path)
                    return Answer(path, last.content if last is not None else b"", is_page=True, error=error)
                self._sound[path] = Answer(path, built.encode(), is_page=True)
                self._stale.discard(path)
            return self._sound[path]

    def files_beside(self, address: str) -> list[bytes]:
        """Give the pictures of a page, which lie in its folder."""
        with self._lock:
            if self._loaded is None or not address:
                return []
            found = self._loaded.by_address
            return [
                file.content_bytes
                for path, file in found.items()
                if path.startswith(address) and "/" not in path[len(address) :] and path.endswith(".svg")
            ]

    def _knows(self, path: str) -> bool:
        return self._loaded is not None and self._loaded.files.get_file_from_path(path) is not None

    @property
    def has_pages(self) -> bool:
        """Tell whether anything can be shown yet."""
        return self._loaded is not None

    @property
    def _copy(self) -> ClinicCopy | None:
        return self._generated.copy if self._generated is not None else None


def _load(project: Project, generated: Generated) -> _Loaded:
    """Do what a build does before its first page (mkdocs.commands.build.build, MkDocs 1.6.1)."""
    config = load_settings(project.base, strict=False, **overrides_for(project))
    config.plugins.on_startup(command="serve", dirty=True)
    plugin: _Plugin = config.plugins[PLUGIN]  # type: ignore[assignment]  # MkDocs 1.6.1 knows it as a BasePlugin
    plugin.generated = generated
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = get_files(config)
    env = config.theme.get_env()
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    env = config.plugins.on_env(env, config=config, files=files)
    return _Loaded(config, files, nav, env, {file.dest_uri: file for file in files})


def _answer_with_file(path: str, file: File) -> Answer | None:
    """Give a file as it is; None for one that is still to be typeset."""
    try:
        return Answer(path, file.content_bytes, is_page=False)
    except FileNotFoundError:
        return None


def _new_file(path: str, config: MkDocsConfig) -> File:
    return File(path, config.docs_dir, config.site_dir, use_directory_urls=config.use_directory_urls)


def _build_page(file: File, loaded: _Loaded) -> str:
    """Do what a build does for one page (_populate_page and _build_page there)."""
    config, files, plugins = loaded.config, loaded.files, loaded.config.plugins
    page = file.page or Page(None, file, config)
    page = plugins.on_pre_page(page, config=config, files=files)
    page.read_source(config)
    page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
    page.render(config, files)
    page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=files)
    page.active = True
    try:
        context = get_context(loaded.nav, list(files.documentation_pages()), config, page)
        context = plugins.on_page_context(context, page=page, config=config, nav=loaded.nav)
        output = loaded.env.get_template(page.meta.get("template", "main.html")).render(context)
        return plugins.on_post_page(output, page=page, config=config)
    finally:
        page.active = False
