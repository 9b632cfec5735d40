"""The command `python -m benchmarks`: measure, print, and write the page."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Final

import click

from benchmarks.builds import build_ours, build_stock, build_zensical
from benchmarks.density import measure_density
from benchmarks.goals import Size
from benchmarks.processes import measure
from benchmarks.report import write_report
from benchmarks.synthetic import DEFAULT_SEED

RUNS: Final = 3
OFTEN: Final = 1000
"""Things. Up to this many, our builds are measured several times."""


class _Sizes(click.ParamType[tuple[int, ...]]):
    """Numbers with commas between them."""

    name = "numbers"

    def convert(
        self, value: str | tuple[int, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, ...]:
        """Read the numbers, the smallest first."""
        if not isinstance(value, str):
            return value
        try:
            return tuple(sorted({int(number) for number in value.split(",")}))
        except ValueError:
            self.fail(f"“{value}” is not numbers with commas between them.", param, ctx)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--sizes", type=_Sizes(), default="100,1000,3000", show_default=True, help="How many things.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Where to write the page.")
@click.option("--skip-stock-above", type=int, help="Leave stock Material out for more things than this.")
@click.option("--seed", type=int, default=DEFAULT_SEED, show_default=True, help="What the content is made from.")
def main(sizes: tuple[int, ...], out: Path | None, skip_stock_above: int | None, seed: int) -> None:
    """Measure how fast we build, beside stock Material and Zensical.

    Run it in the project's folder. Stock Material takes most of the time and gigabytes of memory at 3,000 things.
    """
    real = Path.cwd()
    measured: dict[int, Size] = {}
    with tempfile.TemporaryDirectory(prefix="selfcare-bench-") as scratch:
        for things in sizes:
            root = Path(scratch) / str(things)
            root.mkdir()
            _say(things, "content")
            wanted = {"real": str(real), "things": things, "target": str(root), "seed": seed}
            measure([sys.executable, "-m", "benchmarks.synthetic", json.dumps(wanted)], real)
            with_stock = skip_stock_above is None or things <= skip_stock_above
            measured[things] = _measure_size(things, root, with_stock=with_stock)
        synthetic = measure_density(Path(scratch) / str(max(sizes)))  # last: it would make this process large
    page = write_report(measured, measure_density(real), synthetic, runs=RUNS, often=OFTEN)
    click.echo(page)
    if out is not None:
        out.write_text(page, encoding="utf-8")


def _measure_size(things: int, root: Path, *, with_stock: bool) -> Size:
    runs = RUNS if things <= OFTEN else 1
    _say(things, "ours")
    ours, stages, pictures = build_ours(root, runs)
    _say(things, "Zensical")
    zensical = build_zensical(root)
    if with_stock:
        _say(things, "stock Material")
    stock = build_stock(root) if with_stock else None
    return Size(things, ours, stages, pictures, stock, zensical)


def _say(things: int, what: str) -> None:
    click.echo(f"{things:,} things: {what}", err=True)


if __name__ == "__main__":
    main()
