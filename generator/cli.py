"""The command `selfcare`: the only module that prints or exits."""

import sys
from datetime import datetime
from pathlib import Path

import click

from generator.pipeline import OUTPUT_FOLDER, check_project, generate_project, verify_project
from generator.publishing import read_manifest
from generator.publishing.engine import base_path_of, build_site, read_site_settings, serve_site
from generator.reporting import FORMATS


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="selfcare-guides")
def main() -> None:
    """Check and publish self-care guides."""


project_option = click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder, where content/ lies.  [default: here]",
)


today_option = click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="The day to hold review dates against.  [default: today]"
)
format_option = click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="How to print."
)


@main.command("check")
@project_option
@format_option
@today_option
def check_command(project: Path, form: str, today: datetime | None) -> None:
    """Check all content and print what is wrong, where, and how to mend it.

    Exits with 1 where there are errors, and with 0 where there are only warnings and notices.
    """
    report = check_project(project, today.date() if today else None).report
    click.echo(FORMATS[form](report))
    sys.exit(report.has_errors)


@main.command("generate")
@project_option
@format_option
@today_option
def generate_command(project: Path, form: str, today: datetime | None) -> None:
    """Check all content and write the Markdown tree for the site builder: only files whose text changed."""
    site = read_site_settings(project)
    generated = generate_project(project, today.date() if today else None, site.url, site.name)
    if generated.report.diagnostics:
        click.echo(FORMATS[form](generated.report), err=True)
    if generated.written is None:
        sys.exit(1)
    written = generated.written
    click.echo(
        f"{project / OUTPUT_FOLDER}: {len(written.changed)} written, {len(written.removed)} removed, "
        f"{written.unchanged} unchanged."
    )


@main.command("build")
@project_option
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where to.  [default: site]")
def build_command(project: Path, out: Path | None) -> None:
    """Check, generate and build the whole site; a failed build leaves the earlier site as it was."""
    sys.exit(build_site(project, out))


@main.command("serve")
@project_option
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where the site is shown.")
def serve_command(project: Path, address: str) -> None:
    """Show the site on this machine, and rebuild it whenever content, sources or templates change."""
    sys.exit(serve_site(project, address))


@main.command("verify")
@project_option
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@format_option
def verify_command(project: Path, site: Path, form: str) -> None:
    """Hold a site that any engine built against what was generated."""
    try:
        manifest = read_manifest((project / OUTPUT_FOLDER).parent)
    except FileNotFoundError as fault:
        message = "Nothing was generated yet: run “selfcare generate” first."
        raise click.UsageError(message) from fault
    report = verify_project(manifest, site, base_path_of(project))
    click.echo(FORMATS[form](report))
    sys.exit(report.has_errors)
