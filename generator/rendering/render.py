"""The linked site -> Markdown pages, through the templates. Writes nothing."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.diagnostics import Code
from generator.linking import Site
from generator.linking.site import Address, Gateway, Hub, Named, ThingPage
from generator.model.fields import time_in_words
from generator.model.kinds.caution import Caution, Level
from generator.model.markup import plain_words
from generator.model.thing import RedFlag, Thing, Urgency
from generator.rendering.front_matter import write_front_matter
from generator.rendering.handbook import render_handbook
from generator.rendering.markdown_text import finish_output
from generator.rendering.output_file import OutputFile
from generator.rendering.page_writer import PageWriter

HOME: Final = Address("index.md")
BIBLIOGRAPHY: Final = Address("bibliography.md")


def render_site(site: Site, codes: tuple[Code, ...]) -> tuple[OutputFile, ...]:
    """Render every page; `codes` are the diagnostics that the handbook explains."""
    return (
        _render_home(site),
        *(_render_hub(site, hub) for hub in site.hubs),
        *(_render_thing(site, page) for page in site.pages.values()),
        *(_render_gateway(site, gateway, "Where does it hurt?") for gateway in site.parts if gateway.groups),
        *(_render_gateway(site, gateway, "What would you like to do?") for gateway in site.goals if gateway.groups),
        _render_bibliography(site),
        *render_handbook(site.handbook, codes),
    )


@cache
def _environment() -> Environment:
    """Make the templates' world: all output is escaped to Markdown, and a name that is not there is an error.

    Jinja's autoescape marks what macros and blocks return as safe; `finalize` does the escaping itself, because ours
    is Markdown's and not HTML's.
    """
    environment = Environment(
        loader=PackageLoader("generator"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=finish_output,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=True,
    )
    environment.globals |= {
        "text": _text,
        "link": _link,
        "cite": _cite,
        "listed": _listed,
        "links_to": _links_to,
        "things_of": _things_of,
        "plain": plain_words,
        "back_marks": _back_marks,
        "fenced": _fenced,
        "urgent_flags": _urgent_flags,
        "time_in_words": time_in_words,
    }
    return environment


@pass_context
def _text(context: Context, value: str, indent: int = 0) -> Markup:
    writer: PageWriter = context["writer"]
    return writer.text(value, indent)


@pass_context
def _link(context: Context, target: Named, words: str = "") -> Markup:
    writer: PageWriter = context["writer"]
    return writer.link(target, words)


@pass_context
def _cite(context: Context, *keys: str) -> Markup:
    writer: PageWriter = context["writer"]
    return writer.cite(*keys)


@pass_context
def _things_of(context: Context, ids: tuple[str, ...]) -> list[Thing]:
    site: Site = context["site"]
    return [site.pages[thing_id].thing for thing_id in ids]


def _urgent_flags(cautions: tuple[Caution, ...]) -> list[RedFlag]:
    """List what needs an ambulance, and of the cautions against any massage what needs help today; no sign twice.

    The other red flags are on the pages of the cautions: a reader in trouble must not search a long list.
    """
    flags = {
        flag.sign: flag
        for caution in cautions
        for flag in caution.red_flags
        if flag.urgency is Urgency.EMERGENCY or (flag.urgency is Urgency.URGENT and caution.level is Level.ABSOLUTE)
    }
    return list(flags.values())


def _listed(items: Iterable[object], between: str = ", ") -> Markup:
    """Write items on one line."""
    return Markup(between).join(finish_output(item) for item in items)  # noqa: S704 (the templates give `between`)


@pass_context
def _links_to(context: Context, ids: Iterable[str]) -> Markup:
    site: Site = context["site"]
    writer: PageWriter = context["writer"]
    return Markup(" · ").join(writer.link(site.pages[thing_id].named) for thing_id in ids)


def _back_marks(number: int, anchors: tuple[str, ...]) -> Markup:
    """Link back from a source to each place that cites it."""
    mark = Markup(' <a class="back" href="#{}" aria-label="{}">↩</a>')
    place = f"Back to where source {number} is cited"
    return Markup("").join(
        mark.format(anchor, place if len(anchors) == 1 else f"{place} ({use})") for use, anchor in enumerate(anchors, 1)
    )


def _fenced(code: str, language: str) -> Markup:
    """Write code in a fence that is longer than any run of backticks in it."""
    longest = max((len(run) for run in re.findall(r"`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return Markup(f"{fence} {language}\n{code.strip()}\n{fence}")  # noqa: S704 (nothing in a fence is markup)


def _template(name: str) -> Template:
    return _environment().get_template(f"{name}.md.j2")


def _render_thing(site: Site, page: ThingPage) -> OutputFile:
    writer = PageWriter(site, page.address, page.thing.id)
    hub = next(hub for hub in site.hubs if hub.kind is page.kind)
    front_matter = write_front_matter(
        title=page.thing.name,
        summary=page.thing.summary,
        kind=page.kind.singular,
        section=hub.address.url,
        breadcrumbs=(hub.named,),
        previous=page.previous,
        following=page.next,
        source=page.source,
    )
    content = _template(page.kind.singular.replace(" ", "-")).render(
        page=page, thing=page.thing, kind=page.kind, site=site, writer=writer
    )
    must_link = tuple(site.pages[caution.id].address.url for caution in page.cautions)
    return OutputFile(page.address.file, _tidy(front_matter + content), page.source, must_link)


def _render_hub(site: Site, hub: Hub) -> OutputFile:
    front_matter = write_front_matter(title=hub.kind.title, summary=hub.kind.lead, kind="hub", section=hub.address.url)
    content = _template("hub").render(hub=hub, site=site, writer=PageWriter(site, hub.address))
    return OutputFile(hub.address.file, _tidy(front_matter + content))


def _render_gateway(site: Site, gateway: Gateway, question: str) -> OutputFile:
    front_matter = write_front_matter(
        title=gateway.choice.label,
        summary=f"{question} {gateway.choice.label}: what may help, what to watch for and what to learn.",
        kind="gateway",
        breadcrumbs=(Named("home", "Home", HOME, ""),),
    )
    content = _template("gateway").render(
        gateway=gateway,
        question=question,
        site=site,
        hubs=_hubs_by_folder(site),
        writer=PageWriter(site, gateway.address),
    )
    return OutputFile(gateway.address.file, _tidy(front_matter + content))


def _render_home(site: Site) -> OutputFile:
    front_matter = write_front_matter(
        title="Massage for legs, knees and feet",
        summary="Gentle self-care for legs, knees and feet: what to do, how long, when to stop, and who says so.",
        kind="home",
    )
    hubs = _hubs_by_folder(site)
    cautions = [page for group in hubs["cautions"].groups for page in group.pages]
    content = _template("home").render(site=site, writer=PageWriter(site, HOME), hubs=hubs, cautions=cautions)
    return OutputFile(HOME.file, _tidy(front_matter + content))


def _render_bibliography(site: Site) -> OutputFile:
    evidence = _hubs_by_folder(site)["studies"]
    front_matter = write_front_matter(
        title="Bibliography",
        summary="Every source that these pages cite, with the pages that cite it.",
        kind="bibliography",
        section=evidence.address.url,
        breadcrumbs=(evidence.named,),
        source="references.bib",
    )
    writer = PageWriter(site, BIBLIOGRAPHY)
    for key in site.sources:
        writer.list_source(key)
    content = _template("bibliography").render(site=site, sources=tuple(site.sources.values()), writer=writer)
    return OutputFile(BIBLIOGRAPHY.file, _tidy(front_matter + content), "references.bib")


def _hubs_by_folder(site: Site) -> dict[str, Hub]:
    return {hub.kind.folder: hub for hub in site.hubs}


def _tidy(content: str) -> str:
    """Fold the blank lines that template tags leave, outside code, and end with one line break."""
    return "\n".join(_without_blank_runs(content.splitlines())) + "\n"


def _without_blank_runs(lines: list[str]) -> Iterator[str]:
    fenced = False
    blank = False
    for line in lines:
        if line.lstrip().startswith("```"):
            fenced = not fenced
        is_blank = not line.strip()
        if fenced or not (is_blank and blank):
            yield line if fenced else line.rstrip()
        blank = is_blank
