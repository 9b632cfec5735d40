"""The pages for contributors: those written by hand in docs/, and those that the model and the rules write."""

import re
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Final, Union, get_args, get_origin

from pydantic import BaseModel

from generator.diagnostics import Code, with_article
from generator.linking.address import Address, Named
from generator.linking.site import Site
from generator.model.faults import fields_of_files
from generator.model.fields import CitesSource, HoldsMarkup, Labelled, RefersTo, Seconds
from generator.model.kind_registry import kinds_by_folder
from generator.model.settings import Settings
from generator.model.thing import Thing
from generator.rendering.anchors import anchor_of
from generator.rendering.handbook.diagnostics import render_diagnostics
from generator.rendering.handbook.page import FOLDER, handbook_front_matter, handbook_page
from generator.rendering.handbook.reading_ease import render_reading_ease
from generator.rendering.handbook.written_page import written_page
from generator.rendering.markdown_text import escape_markdown
from generator.rendering.output_file import OutputFile

_SUMMARY: Final = "For those who write, check and build these guides."
_PLAIN_TYPES: Final = {
    "str": "text",
    "int": "number",
    "bool": "true or false",
    "date": "date",
    "TimeRange": "time or range of times",
    "CountRange": "count or range of counts",
}


def render_handbook(site: Site, codes: tuple[Code, ...]) -> Iterator[OutputFile]:
    """Render the handbook: hand-written pages go through as they are."""
    written = [written_page(page) for page in site.handbook]
    index = Named("handbook", "For contributors", Address(f"{FOLDER}/index.md"), "")
    trail = (index,) if any(page.file == "index.md" for page in written) else ()
    for page in written:
        named = Named("", page.title, Address(f"{FOLDER}/{page.file}"), _SUMMARY)
        front_matter = handbook_front_matter(site, named, () if page.file == "index.md" else trail, page.source)
        yield OutputFile(f"{FOLDER}/{page.file}", front_matter + "\n" + page.text, page.source)
    fields = Named("fields", "Every field", Address(f"{FOLDER}/fields.md"), "All kinds of content and their fields.")
    yield handbook_page(site, fields, trail, "\n".join(_fields_index()))
    for model in kinds_by_folder().values():
        heading = f"Fields of {with_article(model.kind.singular)}"
        page_of_kind = Named("", heading, Address(f"{FOLDER}/fields/{model.kind.folder}.md"), f"{heading}.")
        yield handbook_page(site, page_of_kind, (*trail, fields), "\n".join(_fields_page(model)))
    settings = Named(
        "", "Fields of settings.yml", Address(f"{FOLDER}/fields/settings.md"), "What no single page decides."
    )
    about = escape_markdown((Settings.__doc__ or "").strip())
    yield handbook_page(site, settings, (*trail, fields), "\n".join((f"{about}\n", *_table(Settings))))
    yield from render_reading_ease(site, trail)
    yield from render_diagnostics(site, trail, codes, {page.file: page.title for page in written})


def _fields_index() -> Iterator[str]:
    yield "One file is one thing. Its folder is its kind, and its file name is its id.\n"
    for model in kinds_by_folder().values():
        kind = model.kind
        about = escape_markdown((model.__doc__ or "").strip())
        yield f"- [{kind.title}](fields/{kind.folder}.md): `content/{kind.folder}/*{kind.suffix}`. {about}"
    yield "- [Settings](fields/settings.md): `settings.yml`, beside content/. What no single page decides."


def _fields_page(model: type[Thing]) -> Iterator[str]:
    about = escape_markdown((model.__doc__ or "").strip())
    yield f"{about} It is a file `content/{model.kind.folder}/*{model.kind.suffix}`.\n"
    yield from _table(model)
    pieces: dict[type[BaseModel], None] = {}
    for _, field in fields_of_files(model):
        _collect_pieces(field.annotation, pieces)
    for piece in pieces:
        yield f"## {_piece_title(piece)}\n"
        yield f"{escape_markdown((piece.__doc__ or '').strip())}\n"
        yield from _table(piece)


def _table(model: type[BaseModel]) -> Iterator[str]:
    yield "| Field | Needed | What it holds | What it is for |"
    yield "| --- | --- | --- | --- |"
    for name, field in fields_of_files(model):
        needed = "yes" if field.is_required() else ""
        about = escape_markdown(field.description or "")
        examples = ", ".join(f"`{_example(example)}`" for example in field.examples or ())
        holds = _describe(field.annotation, tuple(field.metadata))
        yield f"| `{field.alias or name}` | {needed} | {holds} | {about}{f' Such as {examples}.' if examples else ''} |"
    yield ""


def _example(example: object) -> str:
    return f"[{', '.join(str(item) for item in example)}]" if isinstance(example, list) else str(example)


def _describe(annotation: object, metadata: tuple[object, ...] = ()) -> str:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _describe(inner, (*more, *metadata))
    marked = next((words for mark in metadata if (words := _describe_mark(mark))), "")
    if marked:
        return marked
    if origin in (Union, UnionType):
        return " or ".join(_describe(option) for option in get_args(annotation) if option is not type(None))
    if origin is tuple:
        return f"list of {_describe(get_args(annotation)[0])}"
    if isinstance(annotation, type) and issubclass(annotation, Labelled):
        return "one of " + ", ".join(f"`{member.value}`" for member in annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"[{_piece_title(annotation).lower()}](#{anchor_of(_piece_title(annotation))})"
    return _PLAIN_TYPES[getattr(annotation, "__name__", str(annotation))]


def _describe_mark(mark: object) -> str:
    """Say what a mark makes of a type, or nothing where it only bounds it."""
    if isinstance(mark, RefersTo):
        return "id from " + ", ".join(f"[{folder}]({folder}.md)" for folder in mark.kinds)
    if isinstance(mark, CitesSource):
        return "citation key"
    if isinstance(mark, HoldsMarkup):
        return "Markdown" if mark.markdown else "text with markup"
    return "time" if mark in get_args(Seconds)[1:] else ""


def _piece_title(piece: type[BaseModel]) -> str:
    words = re.sub(r"(?<!^)([A-Z])", r" \1", piece.__name__)
    return f"{words[0]}{words[1:].lower()} fields"


def _collect_pieces(annotation: object, pieces: dict[type[BaseModel], None]) -> None:
    for inner in get_args(annotation):
        _collect_pieces(inner, pieces)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in pieces:
        pieces[annotation] = None
        for _, field in fields_of_files(annotation):
            _collect_pieces(field.annotation, pieces)
