"""Many clinics' copies in one run, with a bar that moves and a summary at the end."""

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from generator.cli.options import find_base
from generator.copies import Ending, Outcome, build_copies, choose_shard, find_clinics
from generator.pipeline import read_base
from generator.reporting import FORMATS

_Command = TypeVar("_Command", bound=Callable[..., None])
_SHARD: Final = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})")


def _shard(_context: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[int, int] | None:
    if value is None:
        return None
    match = _SHARD.fullmatch(value)
    if match is None or int(match[1]) > int(match[2]):
        message = "Write it as 2/5, for the second of five parts."
        raise click.BadParameter(message)
    return int(match[1]), int(match[2])


def many_options(command: _Command) -> _Command:
    """Give a command the options for many clinics."""
    options = (
        click.option(
            "--brands",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            help="A folder of clinics' folders: a copy for each.",
        ),
        click.option("--shard", callback=_shard, metavar="I/N", help="Only part I of N of the clinics."),
        click.option(
            "--workers", type=click.IntRange(1, 64), help="How many are built at a time.  [default: one a core]"
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def build_many(
    project: Path | None, brands: Path, out: Path, shard: tuple[int, int] | None, workers: int | None
) -> int:
    """Build the copies of all clinics below a folder, and return the exit code: 1 where one was not built."""
    clinics = find_clinics(brands)
    if not clinics:
        click.echo(f"{brands}: There is no clinic.yml in a folder below this one.", err=True)
        return 1
    chosen = choose_shard(clinics, *shard) if shard is not None else clinics
    root = find_base(project)
    base = read_base(root)
    if not base.is_sound:
        click.echo(FORMATS["text"](base.report), err=True)
        return 1
    outcomes = _build_with_bar(chosen, build_copies(base, root, chosen, out, workers or os.cpu_count() or 1))
    for outcome in outcomes:
        if outcome.ending is not Ending.BUILT:
            click.echo(f"\n{outcome.clinic}:\n{outcome.messages.rstrip()}", err=True)
    click.echo(_summary(outcomes, out))
    return int(any(outcome.ending is not Ending.BUILT for outcome in outcomes))


def _build_with_bar(clinics: Sequence[Path], building: Iterator[Outcome | None]) -> list[Outcome]:
    """Collect outcomes, with a bar where somebody looks; without a screen there is a line for each."""
    console = Console(file=sys.stderr)
    last = TextColumn("{task.fields[last]}")
    columns = (TextColumn("Clinics"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), last)
    outcomes = []
    with Progress(*columns, console=console, auto_refresh=False, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=len(clinics), last="")
        for outcome in building:
            progress.refresh()  # not by a thread: see copies.py
            if outcome is None:
                continue
            outcomes.append(outcome)
            line = f"{outcome.clinic}: {outcome.ending.value}"
            progress.update(task, advance=1, last=line)
            if not console.is_terminal:
                click.echo(f"{len(outcomes)} of {len(clinics)}: {line}, {outcome.seconds:.1f} s", err=True)
    return sorted(outcomes, key=lambda outcome: outcome.clinic)


def _summary(outcomes: Sequence[Outcome], out: Path) -> str:
    """Write what became of each clinic, and how many there are of each ending."""
    widest = max((len(outcome.clinic) for outcome in outcomes), default=0)
    lines = [f"{one.clinic:<{widest}}  {one.ending.value}  {one.seconds:6.1f} s" for one in outcomes]
    counts = {ending: sum(one.ending is ending for one in outcomes) for ending in Ending}
    lines.append(f"{out}: " + ", ".join(f"{count} {ending.value}" for ending, count in counts.items() if count) + ".")
    return "\n".join(lines)
