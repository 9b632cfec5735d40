"""The command `python -m benchmarks.search`: build the site for each engine, ask all queries, compare them."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Final

import click
from playwright.sync_api import sync_playwright

from benchmarks.processes import measure
from benchmarks.search.comparison import Compared, write_comparison
from benchmarks.search.queries import QUERIES_FILE, read_queries
from benchmarks.search.trial import measure_accuracy, measure_cost
from benchmarks.search.variants import VARIANTS
from contact_sheet.browser import launch

THINGS: Final = 1000
"""Things of the synthetic project: some 3,000 pages."""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--things", type=int, default=THINGS, show_default=True, help="How many things the large site has.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Where to write the page.")
@click.option("--only", multiple=True, type=click.Choice([variant.name for variant in VARIANTS]), help="Which engines.")
@click.option("--minisearch", type=click.Path(exists=True, path_type=Path), help="The script of MiniSearch, from npm.")
def main(things: int, out: Path | None, only: tuple[str, ...], minisearch: Path | None) -> None:
    """Measure how well each engine finds what readers type, and what it costs them.

    Run it in the project's folder. Pagefind has to be installed beside the project: pip install "pagefind[bin]".
    """
    real = Path.cwd()
    queries = read_queries(real / QUERIES_FILE)
    compared: list[Compared] = []
    with tempfile.TemporaryDirectory(prefix="selfcare-search-") as scratch, sync_playwright() as playwright:
        large = Path(scratch) / "large"
        large.mkdir()
        wanted = {"real": str(real), "things": things, "target": str(large), "seed": 20261120}
        measure([sys.executable, "-m", "benchmarks.synthetic", json.dumps(wanted)], real)
        browser = launch(playwright)
        for variant in VARIANTS:
            if (only and variant.name not in only) or (variant.needs_minisearch and minisearch is None):
                continue
            sites = {}
            for size, project in (("real", real), ("large", large)):
                click.echo(f"{variant.name}: {size}", err=True)
                sites[size] = Path(scratch) / f"{variant.name.replace(' ', '-')}-{size}"
                variant.build(project, sites[size])
                if minisearch is not None and variant.needs_minisearch:
                    (sites[size] / "minisearch.js").write_bytes(minisearch.read_bytes())
            accuracy = measure_accuracy(browser, sites["real"], variant, queries)
            costs = {size: measure_cost(browser, site, variant) for size, site in sites.items()}
            compared.append(Compared(variant.title, accuracy, costs["real"], costs["large"]))
        browser.close()
    page = write_comparison(compared, queries)
    click.echo(page)
    if out is not None:
        out.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
