"""What is done to a project: check, generate, build, serve, verify."""

import sys
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import click
from mkdocs.exceptions import ConfigurationError

from generator.authoring.affected import affected_files, only_in
from generator.cli.git import changed_since
from generator.cli.many import build_many, many_options
from generator.cli.options import find_project, project_options
from generator.pipeline import check_project, generate_project, list_published, verify_project
from generator.preview.serve import serve_preview
from generator.publishing import read_manifest
from generator.publishing.addresses import keep_addresses
from generator.publishing.engine import base_path_of, build_site, messages_to, read_site_settings
from generator.reading.project import ADDRESSES_FILE
from generator.reporting import FORMATS

today_option = click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="The day to hold review dates against.  [default: today]"
)
format_option = click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="How to print."
)


@click.command("check")
@project_options
@format_option
@today_option
@click.option("--since", metavar="COMMIT", help="Tell only of what changed since a commit, and what depends on it.")
def check_command(
    project: Path | None, brand: Path | None, form: str, today: datetime | None, since: str | None
) -> None:
    """Check all content and print what is wrong, where, and how to mend it.

    Exits with 1 where there are errors, and with 0 where there are only warnings and notices.
    """
    found = find_project(project, brand)
    checked = check_project(found, today.date() if today else None)
    report = checked.report
    if since is not None:
        report = only_in(report, affected_files(checked.catalogue, changed_since(found.root, since)))
    click.echo(FORMATS[form](report))
    sys.exit(report.has_errors)


@click.command("generate")
@project_options
@format_option
@today_option
def generate_command(project: Path | None, brand: Path | None, form: str, today: datetime | None) -> None:
    """Check all content and write the Markdown tree for the site builder: only files whose text changed."""
    found = find_project(project, brand)
    site = read_site_settings(found.base)
    generated = generate_project(found, today.date() if today else None, site.url, site.name)
    if generated.report.diagnostics:
        click.echo(FORMATS[form](generated.report), err=True)
    if generated.written is None:
        sys.exit(1)
    written = generated.written
    click.echo(
        f"{found.output}: {len(written.changed)} written, {len(written.removed)} removed, "
        f"{written.unchanged} unchanged."
    )


@click.command("build")
@project_options
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where to.  [default: site]")
@many_options
def build_command(
    project: Path | None,
    brand: Path | None,
    out: Path | None,
    brands: Path | None,
    shard: tuple[int, int] | None,
    workers: int | None,
) -> None:
    """Check, generate and build the whole site; a failed build leaves the earlier site as it was.

    With --brands, one site for each clinic's folder below that folder is built into --out.
    """
    if brands is not None:
        sys.exit(build_many(project, brands, out or Path("sites"), shard, workers))
    sys.exit(build_site(find_project(project, brand), out))


@click.command("serve")
@project_options
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where the site is shown.")
@click.option("--poll", is_flag=True, help="Look for changes by yourself: for drives that tell of none.")
def serve_command(project: Path | None, brand: Path | None, address: str, *, poll: bool) -> None:
    """Show the site on this machine, and follow each save of content, sources, templates and theme.

    What is wrong stands in the browser too, over the last page that was sound, until it is mended.
    """
    host, _, port = address.rpartition(":")
    if not port.isdigit():
        message = f"“{address}” is not an address. Write host:port, such as 127.0.0.1:8000."
        raise click.UsageError(message)
    with messages_to(sys.stderr) as log:
        try:
            serve_preview(find_project(project, brand), host or "127.0.0.1", int(port), log, poll=poll)
        except ConfigurationError as fault:
            message = f"mkdocs.yml: {fault}"
            raise click.ClickException(message) from fault
        except OSError as fault:
            message = f"Nothing can be shown at {address}: {fault.strerror}. Choose another port with --address."
            raise click.ClickException(message) from fault


@click.command("addresses")
@project_options
def addresses_command(project: Path | None, brand: Path | None) -> None:
    """Write down the addresses of all pages, so that no later version can lose one.

    To be run before each publication; a build stops where an address of the list leads nowhere any more.
    """
    found = find_project(project, brand)
    checked = check_project(found)
    if checked.report.has_errors:
        click.echo(FORMATS["text"](checked.report), err=True)
        sys.exit(1)
    added = keep_addresses(found.root, list_published(checked.catalogue))
    click.echo(f"{found.root / ADDRESSES_FILE}: {added} added.")


@click.command("verify")
@project_options
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@format_option
def verify_command(project: Path | None, brand: Path | None, site: Path, form: str) -> None:
    """Hold a site that any engine built against what was generated."""
    found = find_project(project, brand)
    try:
        manifest = read_manifest(found.output.parent)
    except FileNotFoundError as fault:
        message = "Nothing was generated yet: run “selfcare generate” first."
        raise click.UsageError(message) from fault
    copy = check_project(found).catalogue.copy if brand is not None else None
    base_path = base_path_of(found.base) if copy is None else urlsplit(copy.clinic.url).path
    report = verify_project(manifest, site, base_path)
    click.echo(FORMATS[form](report))
    sys.exit(report.has_errors)
