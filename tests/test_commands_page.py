"""The page of all commands is what the commands are; `pytest --update-golden` rewrites it."""

from typing import Final

import click
import pytest

from generator.cli import main
from generator.cli.command_page import write_command_page
from generator.reporting import FORMATS
from tests.shown_pages import ROOT

PAGE: Final = ROOT / "docs/commands.md"


def commands_of(group: click.Group, path: str = "selfcare") -> dict[str, click.Command]:
    """List all commands of a group, however deep, each by its whole name."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        found[f"{path} {name}"] = command
        if isinstance(command, click.Group):
            found |= commands_of(command, f"{path} {name}")
    return found


def test_the_page_is_what_the_commands_are(pytestconfig: pytest.Config) -> None:
    written = write_command_page(main)
    if pytestconfig.getoption("--update-golden"):
        PAGE.write_text(written, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == written


@pytest.mark.parametrize("path", commands_of(main))
def test_it_has_each_command_with_each_of_its_options(path: str) -> None:
    (section,) = (one for one in write_command_page(main).split("\n## ") if one.startswith(f"{path}\n"))
    command = commands_of(main)[path]
    options = [one for one in command.params if isinstance(one, click.Option) and not one.hidden]
    assert [name for one in options for name in one.opts if name not in section] == []
    assert f"{path} [OPTIONS]" in section


def test_it_tells_each_format() -> None:
    written = write_command_page(main)
    assert [name for name in FORMATS if f"\n| `{name}` | Write " not in written] == []


def test_it_tells_no_hidden_option() -> None:
    assert "--resolver" not in write_command_page(main)
