"""The world of the templates: what they can call, and how what they put out becomes safe Markdown."""

import html
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Final
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.linking.address import Named
from generator.linking.site import CitedSource
from generator.linking.site_pages import ABOUT_CLINIC, PRIVACY
from generator.model.doses import time_in_words
from generator.model.kinds.country import HelpLine
from generator.model.markup import plain_words
from generator.model.readability import first_sentence
from generator.model.thing import Thing
from generator.rendering.claims import how_sure
from generator.rendering.facts import facts_of, review_of
from generator.rendering.markdown_text import finish_output
from generator.rendering.page_writer import PageWriter
from generator.rendering.safety_words import (
    TITLES_IN_FULL,
    TITLES_IN_SHORT,
    TITLES_OF_HELP,
    help_lines,
    signs_by_urgency,
    urgent_flags,
    what_instead,
)
from generator.rendering.vancouver import format_reference

_FENCED: Final = re.compile(r"^(`{3,}[^\n]*\n.*?^`{3,}$)", re.DOTALL | re.MULTILINE)
_MARKDOWN_IN_ATTRIBUTE: Final = {ord(sign): f"&#{ord(sign)};" for sign in "*_`[]{}\\"}
_BLANK_LINES: Final = re.compile(r"\n(?:[ \t]*\n)+")


def fill_template(name: str, writer: PageWriter, **values: object) -> str:
    """Fill a template for the page that `writer` writes. A name that it uses and nobody gave is an error."""
    template = _environment().get_template(f"{name}.md.j2")
    content = template.render(writer=writer, site=writer.site, **values)
    return _fold_blank_lines(content)


@cache
def _environment() -> Environment:
    """Make the environment, once.

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
        "plain": plain_words,
        "link": _link,
        "links_to": _links_to,
        "things_of": _things_of,
        "listed": _listed,
        "cite": _cite,
        "reference": _reference,
        "back_marks": _back_marks,
        "fenced": _fenced,
        "first_sentence": first_sentence,
        "how_sure": how_sure,
        "other_names_of": _other_names_of,
        "signs_by_urgency": signs_by_urgency,
        "help_lines": _help_lines,
        "phone": _phone,
        "urgent_flags": urgent_flags,
        "titles_in_short": TITLES_IN_SHORT,
        "titles_in_full": TITLES_IN_FULL,
        "titles_of_help": TITLES_OF_HELP,
        "what_instead": what_instead,
        "facts_of": facts_of,
        "review_of": review_of,
        "time_in_words": time_in_words,
        "day": _day,
        "phone_link": _phone_link,
        "email_link": _email_link,
        "web_link": _web_link,
        "about_page": ABOUT_CLINIC,
        "privacy_page": PRIVACY,
        "attribute": _attribute,
    }
    return environment


@pass_context
def _text(context: Context, value: str, indent: int = 0) -> Markup:
    return _writer(context).text(value, indent)


@pass_context
def _link(context: Context, target: Named, words: str = "") -> Markup:
    return _writer(context).link(target, words)


@pass_context
def _links_to(context: Context, ids: Iterable[str]) -> Markup:
    """Link things on one line; where it breaks, no dot begins the next."""
    writer = _writer(context)
    return Markup("\u00a0· ").join(writer.link(writer.site.page_of(thing_id).named) for thing_id in ids)


@pass_context
def _things_of(context: Context, ids: Iterable[str]) -> list[Thing]:
    site = _writer(context).site
    return [site.page_of(thing_id).thing for thing_id in ids]


@pass_context
def _cite(context: Context, *keys: str, besides: str = "") -> Markup:
    return _writer(context).cite(*keys, besides=besides)


def _writer(context: Context) -> PageWriter:
    writer: PageWriter = context["writer"]
    return writer


def _listed(items: Iterable[object], between: str = ", ") -> Markup:
    """Write items on one line."""
    return Markup(between).join(finish_output(item) for item in items)  # noqa: S704 (the templates give `between`)


def _reference(source: CitedSource) -> Markup:
    return format_reference(source.reference)


def _back_marks(number: int, anchors: tuple[str, ...]) -> Markup:
    """Link back from a source to each place that cites it."""
    mark = Markup(' <a class="back" href="#{}" aria-label="{}">↩</a>')
    place = f"Back to [{number}]"
    return Markup("").join(
        mark.format(anchor, place if len(anchors) == 1 else f"{place}, place {use}")
        for use, anchor in enumerate(anchors, 1)
    )


def _other_names_of(thing: Thing) -> list[str]:
    """List the other names, without the plain word that stands in the heading."""
    return [name for name in thing.also if name.casefold() != (thing.plain or "").casefold()]


def _fenced(code: str, language: str) -> Markup:
    """Write code in a fence that is longer than any run of backticks in it."""
    longest = max((len(run) for run in re.findall(r"`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return Markup(f"{fence} {language}\n{code.strip()}\n{fence}")  # noqa: S704 (nothing in a fence is markup)


@pass_context
def _help_lines(context: Context, urgency: str) -> list[HelpLine]:
    return help_lines(_writer(context).site, urgency)


def _phone_link(number: str) -> Markup:
    return _web_link(f"tel:{''.join(sign for sign in number if sign.isdigit() or sign == '+')}", number)


def _email_link(address: str) -> Markup:
    return _web_link(f"mailto:{quote(address, safe='@+.-_')}", address)


def _web_link(address: str, words: str) -> Markup:
    """Link what is no page of the site; its type let nothing through that could end the address."""
    return Markup(f'<a href="{html.escape(address, quote=True)}">{html.escape(words)}</a>')  # noqa: S704 (escaped)


def _day(day: date) -> str:
    return f"{day:%-d %B %Y}"


def _attribute(words: str) -> Markup:
    """Write words for an attribute of HTML, in a line that Markdown reads too."""
    return Markup(html.escape(words, quote=True).translate(_MARKDOWN_IN_ATTRIBUTE))  # noqa: S704 (escaped right here)


def _phone(line: HelpLine) -> Markup:
    return Markup(f"[**{line.number}**](tel:{line.number.replace(' ', '')})")  # noqa: S704 (its type allows digits only)


def _fold_blank_lines(content: str) -> str:
    """Fold the blank lines that template tags leave, outside code."""
    parts = _FENCED.split(content) if "```" in content else [content]
    parts[::2] = (_BLANK_LINES.sub("\n\n", part) for part in parts[::2])
    return "".join(parts).strip("\n") + "\n"
