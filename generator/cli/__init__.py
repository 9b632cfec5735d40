"""The command `selfcare`: the only package that prints or exits."""

import click

from generator.cli.authoring import explain_command, schema_command, show_command
from generator.cli.brand import brand
from generator.cli.cite import cite_command
from generator.cli.commands import (
    addresses_command,
    build_command,
    check_command,
    generate_command,
    serve_command,
    verify_command,
)
from generator.cli.diff import diff_command
from generator.cli.fix import fix_command
from generator.cli.new import new_command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="selfcare-guides")
def main() -> None:
    """Check and publish self-care guides."""


for _command in (
    check_command,
    generate_command,
    build_command,
    serve_command,
    verify_command,
    addresses_command,
    brand,
    schema_command,
    show_command,
    cite_command,
    new_command,
    fix_command,
    diff_command,
    explain_command,
):
    main.add_command(_command)
