"""The MkDocs plugin: it runs the pipeline before a build, and the finishing pass after it. Nothing else lives here."""

import logging
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from watchdog.observers.polling import PollingObserver

from generator import templates_folder
from generator.diagnostics import Report, Severity
from generator.linking import NAMELESS, NOWHERE
from generator.pipeline import Kept, generate_project, verify_project
from generator.publishing import read_manifest
from generator.publishing.branding import brand_config, leave_out_handbook
from generator.publishing.converted_pages import ConvertedPages
from generator.publishing.engine import overrides_for
from generator.publishing.headers import write_headers
from generator.publishing.joined_assets import join_assets
from generator.publishing.rebuild import Rebuilder, remove_pages
from generator.publishing.styles_in_browser import check_styles_in_browser
from generator.publishing.swap import staging_folder, swap_in
from generator.publishing.worker import offer_worker, write_build_line
from generator.reading.clinic_folder import WATCHED
from generator.reading.project import BIBLIOGRAPHY_FILE, CONTENT_FOLDER, HANDBOOK_FOLDER, SETTINGS_FILE
from generator.reading.project_folders import Project
from generator.reading.source_file import SourceFile
from generator.rendering.clinic_styles import OWN_STYLES
from generator.reporting import format_diagnostic

log = get_plugin_logger("selfcare")


_PREFORMATTED: Final = re.compile(r"(<(?:pre|textarea|script|style)\b.*?</(?:pre|textarea|script|style)>)", re.DOTALL)
_INDENTS: Final = re.compile(r"\n\s+")
_NEEDLESS_ENDS: Final = re.compile(
    r"</li>(?=\n(?:<li\b|</[uo]l>))|</p>(?=\n(?:<(?:p|[uo]l|div|h[1-6])\b|</(?:li|div)>))"
)

POLLING_INTERVAL_S: Final = 0.1
"""Seconds. MkDocs 1.6.1 looks for changes every 0.5 s, which is most of what an author would wait for."""


class _CompiledTemplates(BytecodeCache):
    """Compiled templates in memory, by a key that holds their source."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        code = self._code.get(bucket.key + bucket.checksum)
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key + bucket.checksum] = bucket.bytecode_to_string()


@dataclass
class Between:
    """What a process that builds many copies keeps from one build to the next; `kept` is None where it builds one."""

    kept: Kept | None = None
    pages: ConvertedPages = field(default_factory=ConvertedPages)
    templates: _CompiledTemplates = field(default_factory=_CompiledTemplates)


between: Final = Between()
"""MkDocs 1.6.1 makes its plugins by itself, so that nothing can be handed to them."""


class SelfcareConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs 1.6.1 leaves it untyped
    """The settings of the plugin: whose copy is built, where it is a clinic's."""

    clinic = config_options.Optional(config_options.Type(str))
    shown_as = config_options.Type(str, default="")


class SelfcarePlugin(BasePlugin[SelfcareConfig]):  # type: ignore[no-untyped-call]  # the same
    """Generates docs_dir from content/ before each build."""

    def __init__(self) -> None:
        """Begin outside any server."""
        self._serving = False
        self._site: Path | None = None
        self._is_copy = False
        self._own_styles: SourceFile | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Remember whether MkDocs serves: it then builds into a folder of its own, and nothing is to be swapped."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Send the build beside the site; MkDocs 1.6.1 empties site_dir right after this."""
        if not self._serving:
            self._site = Path(config.site_dir)
            config.site_dir = str(staging_folder(self._site))
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Run the pipeline; errors stop the build."""
        between.pages.begin_copy()
        generated = generate_project(
            self._project(config), url=config.site_url or NOWHERE, name=config.site_name or NAMELESS, kept=between.kept
        )
        self._tell(generated.report)
        if generated.written is None:
            message = f"{generated.report.count(Severity.ERROR)} errors in the content: nothing was built."
            raise PluginError(message)
        if self._serving:
            remove_pages(Path(config.site_dir), generated.written.removed)
        if generated.copy is not None:
            brand_config(config, generated.copy, generated.pages, serving=self._serving)
        self._is_copy = generated.copy is not None
        self._own_styles = generated.copy.styles if generated.copy is not None else None

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Join our styles, and our scripts, and have pages start the worker; a clinic's own styles stay apart."""
        if self._is_copy:
            leave_out_handbook(files)
        join_assets(files, config, apart=(OWN_STYLES,))
        offer_worker(files, config, serving=self._serving)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Keep the theme's compiled templates between the rebuilds of a server; MkDocs 1.6.1 compiles all each time."""
        env.bytecode_cache = between.templates
        return env

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Spare the conversion of a page that another copy has with the same words."""
        if between.kept is not None:
            between.pages.spare(page, markdown)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Keep what a page was converted to, or give what was kept."""
        return between.pages.exchange(page, html) if between.kept is not None else html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Take out the blank lines and indents that the theme's templates leave, and needless end tags: an eighth.

        An item of a list and a paragraph end by themselves where another begins or what holds them ends (WHATWG HTML,
        section 13.1.2.4).

        The page lets go of its own text, which nobody reads any more: the finishing pass needs the room.
        """
        page.content = page.markdown = ""
        parts = _PREFORMATTED.split(output)
        parts[::2] = (_NEEDLESS_ENDS.sub("", _INDENTS.sub("\n", part)) for part in parts[::2])
        return "".join(parts)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Hold what was built against what was generated, and swap it in where all is well."""
        if self._serving:
            return  # MkDocs checks links by itself; the author waits for the page
        base_path = urlsplit(config.site_url or "/").path or "/"
        write_headers(Path(config.site_dir), base_path)
        write_build_line(Path(config.site_dir), base_path)
        manifest = read_manifest(self._project(config).output.parent)
        report = verify_project(manifest, Path(config.site_dir), base_path)
        if self._own_styles is not None and not report.has_errors:
            looked = check_styles_in_browser(Path(config.site_dir), base_path, self._own_styles)
            report = Report.of((*report.diagnostics, *looked))
        self._tell(report)
        if report.has_errors:
            message = f"{report.count(Severity.ERROR)} errors in the built site: it was not published."
            raise PluginError(message)
        if self._site is not None and not (config.strict and _warned()):
            swap_in(Path(config.site_dir), self._site)
            config.site_dir = str(self._site)

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002 (MkDocs passes it by name)
        """Clear away a half-built site."""
        if self._site is not None:
            shutil.rmtree(staging_folder(self._site), ignore_errors=True)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """Watch what the pages are made from, and not the folder they are written to: that would never end."""
        root = _root_of(config)
        server.unwatch(config.docs_dir)
        server.unwatch(config.config_file_path)
        server.observer = PollingObserver(timeout=POLLING_INTERVAL_S)
        server.watch(config.config_file_path)
        sources = (CONTENT_FOLDER, BIBLIOGRAPHY_FILE, SETTINGS_FILE, HANDBOOK_FOLDER)
        project = self._project(config)
        own = [project.clinic / name for name in WATCHED] if project.clinic else []
        for path in (*(root / source for source in sources), *own, templates_folder()):
            if path.exists():
                server.watch(str(path))
        for folder in config.theme.dirs:
            if Path(folder).is_relative_to(root) and ".venv" not in Path(folder).parts:
                server.watch(folder)
        server.builder = Rebuilder(config, builder, overrides_for(project))
        return server

    def _project(self, config: MkDocsConfig) -> Project:
        clinic = Path(self.config.clinic) if self.config.clinic else None
        return Project(_root_of(config), clinic, self.config.shown_as)

    def _tell(self, report: Report) -> None:
        levels = {Severity.ERROR: log.error, Severity.WARNING: log.warning, Severity.NOTICE: log.info}
        for diagnostic in report.diagnostics:
            levels[diagnostic.severity](format_diagnostic(diagnostic))


def _root_of(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def _warned() -> bool:
    """Tell whether a strict build is about to abort: MkDocs 1.6.1 counts the warnings only after on_post_build."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
