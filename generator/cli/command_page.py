"""The page of all commands, docs/commands.md, as the commands themselves have it."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

import click

from generator.reporting import FORMATS, MOST_PRINTED

_DEFAULT: Final = re.compile(r"\s*\[default: ([^\[\];]+)[^\[\]]*\]")
_RANGE: Final = re.compile(r"\s*\[(\d+)<=x<=(\d+)\]")
_EXIT_CODES: Final[Mapping[int, str]] = {
    0: "All went well. There may be warnings and notices.",
    1: "There is something to mend, and the command printed what. Warnings alone stop only a strict build.",
    2: "The command was not understood: there is no such option, file or name.",
}


def write_command_page(main: click.Group) -> str:
    """Write the page in Markdown: how commands end and print, and each command with all that it takes."""
    return "\n".join((*_head(), *_commands(main, "selfcare")))


def _head() -> Iterator[str]:
    yield "# Every command\n"
    yield "Run a command in the project's folder, where `content/` lies. In the terminal, `selfcare check --help` tells"
    yield "of a command what stands here. The program itself writes this page.\n"
    yield "## How a command ends\n"
    yield "| Exit code | What it means |"
    yield "| ---: | --- |"
    yield from (f"| {code} | {meaning} |" for code, meaning in _EXIT_CODES.items())
    yield "\n## How a report is printed\n"
    yield f"`--format` says how. `text` and `github` print the first {MOST_PRINTED} faults, and the others print all.\n"
    yield "| Format | What it does |"
    yield "| --- | --- |"
    for name, form in FORMATS.items():
        about = " ".join((form.__doc__ or "").split("\n\n", maxsplit=1)[0].split())
        yield f"| `{name}` | {about} |"
    yield ""


def _commands(group: click.Group, path: str) -> Iterator[str]:
    for name, command in sorted(group.commands.items()):
        below = f"{path} {name}"
        yield f"## {below}\n"
        yield from _about(command, below)
        if isinstance(command, click.Group):
            yield from _commands(command, below)


def _about(command: click.Command, path: str) -> Iterator[str]:
    context = click.Context(command, info_name=path)
    usage = " ".join((path, *command.collect_usage_pieces(context)))
    yield f"```text\n{usage}\n```\n"
    for paragraph in (command.help or "").split("\n\n"):
        yield f"{' '.join(paragraph.split())}\n"
    options = [one for one in command.params if isinstance(one, click.Option) and not one.hidden]
    yield from (_option(one, context) for one in options)
    if options:
        yield ""


def _option(option: click.Option, context: click.Context) -> str:
    written, about = option.get_help_record(context) or ("", "")
    default, limits = _DEFAULT.search(about), _RANGE.search(about)
    told = _RANGE.sub("", _DEFAULT.sub("", about)).strip().rstrip(".")
    more = (f" From {limits[1]} to {limits[2]}." if limits else "") + (f" Default: {default[1]}." if default else "")
    return f"- `{written.replace('[%Y-%m-%d]', 'YYYY-MM-DD').replace(' RANGE', '')}`: {told}.{more}"
