"""Every diagnostic: an index of all, and a page of each group with the words that `selfcare explain` prints."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.diagnostics import Code
from generator.explaining import explain, explanation_groups
from generator.explaining.explain import Group
from generator.linking.address import Address, Named
from generator.linking.site import Site
from generator.rendering.anchors import anchor_of
from generator.rendering.handbook.page import FOLDER, handbook_page
from generator.rendering.output_file import OutputFile

_ABOUT: Final = (
    "`selfcare check` and `selfcare build` report these. Errors stop every build; warnings stop a strict one; notices "
    "only remind. Each message ends with the name of its diagnostic, such as `[unknown-id]`. In the terminal, "
    "`selfcare explain unknown-id` tells what stands here.\n"
)


def render_diagnostics(
    site: Site, trail: tuple[Named, ...], codes: tuple[Code, ...], titles: Mapping[str, str]
) -> Iterator[OutputFile]:
    """Render the index of all diagnostics, and a page for each group.

    `titles` are those of the pages written by hand, by their file: a group links the one that tells its rules.
    """
    index = Named("", "Every diagnostic", Address(f"{FOLDER}/diagnostics.md"), "What the check reports.")
    by_name = {code.name: code for code in codes}
    groups = [(group, _page_of(group)) for group in explanation_groups()]
    yield handbook_page(site, index, trail, "\n".join(_index(groups, by_name)))
    for group, page in groups:
        title = titles.get(group.page)
        see = f" See [{title}](../{group.page})." if title else ""
        sections = (_section(by_name[name]) for name in group.examples if name in by_name)
        yield handbook_page(site, page, (*trail, index), "\n".join((f"{group.about}{see}\n", *sections)))


def address_of_group(group: Group) -> str:
    """Give the file of a group's page, from the folder of the handbook."""
    return f"diagnostics/{anchor_of(group.name)}.md"


def _page_of(group: Group) -> Named:
    name = f"Diagnostics: {group.name[0].lower()}{group.name[1:]}"
    return Named("", name, Address(f"{FOLDER}/{address_of_group(group)}"), f"{name}.")


def _index(groups: list[tuple[Group, Named]], by_name: Mapping[str, Code]) -> Iterator[str]:
    yield _ABOUT
    for group, _ in groups:
        yield f"- [{group.name}]({address_of_group(group)}): {group.about}"
    yield "\n| Code | Severity | Where |"
    yield "| --- | --- | --- |"
    rows = [(name, group) for group, _ in groups for name in group.examples if name in by_name]
    for name, group in sorted(rows, key=lambda row: row[0]):
        yield f"| [{name}]({address_of_group(group)}#{name}) | {by_name[name].severity.word} | {group.name} |"


def _section(code: Code) -> str:
    """Write what there is to say of a diagnostic, under a heading whose anchor is its name."""
    return "\n".join((f"## {code.name}", "", *explain(code), ""))
