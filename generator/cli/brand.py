"""What a clinic does with its own folder: begin it, and look after it from one version of the guides to the next."""

import sys
from importlib.metadata import version
from pathlib import Path

import click

from generator.adapting import Standing
from generator.cli.options import BASE_HELP, find_project
from generator.diagnostics import make_printable, quote
from generator.pipeline import check_project, compare_project
from generator.publishing.clinic_records import write_records
from generator.publishing.new_clinic import write_new_clinic
from generator.reporting import FORMATS, describe_comparison


@click.group("brand")
def brand() -> None:
    """Begin and look after a clinic's own folder."""


@brand.command("new")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help="The clinic's name.  [default: from the folder's name]")
@click.option("--url", help="Where the site will be.  [default: an example]")
@click.option("--country", default="gb", show_default=True, help="The country, by its two letters.")
def new_command(folder: Path, name: str | None, url: str | None, country: str) -> None:
    """Write a folder for a clinic that builds as it is."""
    stem = folder.resolve().name
    values = {
        "name": make_printable(" ".join((name or stem.replace("-", " ").replace("_", " ").title()).split())),
        "url": (url or f"https://{stem.lower().replace('_', '-').replace(' ', '-')}.example").rstrip("/") + "/",
        "country": country,
        "version": version("selfcare-guides"),
    }
    try:
        written = write_new_clinic(folder, values)
    except FileExistsError:
        click.echo(f"{folder}: There is something in this folder already. Name a new one.", err=True)
        sys.exit(1)
    click.echo(f"{folder}: {len(written)} files written. See it with: selfcare serve --brand {folder}")


@brand.command("check")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--project", "base", type=click.Path(exists=True, file_okay=False, path_type=Path), help=BASE_HELP)
def check_command(folder: Path, base: Path | None) -> None:
    """List what the base, as it is now, makes of each change in the folder.

    Exits with 1 where somebody should look at a change, or where the folder has a fault.
    """
    project = find_project(base, folder)
    report = check_project(project).report
    compared = compare_project(project)
    for one in compared:
        for line in describe_comparison(one):
            click.echo(line)
    counts = {standing: sum(one.standing is standing for one in compared) for standing in Standing}
    click.echo(", ".join(f"{count} {standing.value}" for standing, count in counts.items() if count) or "No changes.")
    if report.has_errors:
        click.echo(FORMATS["text"](report), err=True)
    sys.exit(report.has_errors or any(one.needs_a_look for one in compared))


@brand.command("accept")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("changes", nargs=-1)
@click.option("--project", "base", type=click.Path(exists=True, file_okay=False, path_type=Path), help=BASE_HELP)
def accept_command(folder: Path, changes: tuple[str, ...], base: Path | None) -> None:
    """Record that somebody looked at CHANGES (all, unless some are named) as the base is now.

    A change is named by its path below overlay/, such as wordings/arch-rub-oil.
    """
    compared = compare_project(find_project(base, folder))
    wanted = {name.removesuffix(".yml") for name in changes}
    unknown = wanted - {one.name for one in compared}
    if unknown:
        message = f"There is no change {quote(min(unknown))} in {folder}."
        raise click.UsageError(message)
    chosen = [one for one in compared if not wanted or one.name in wanted]
    written = write_records(folder, chosen, version("selfcare-guides"))
    click.echo(f"{folder}: {written} recorded for version {version('selfcare-guides')}.")
