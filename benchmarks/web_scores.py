"""The command `python -m benchmarks.web_scores`: score built pages with Lighthouse, and write the page."""

import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import click

from benchmarks.lighthouse import CATEGORIES, DESK, PHONE, Form, Scores, run_lighthouse
from benchmarks.report import describe_machine, table
from benchmarks.web_host import hosted

PAGES: Final = {
    "Home": "",
    "Technique": "techniques/petrissage/",
    "Routine": "routines/full-knee-routine/",
    "Condition": "conditions/knee-osteoarthritis/",
}
FORMS: Final[tuple[Form, ...]] = (PHONE, DESK)
RUNS: Final = 5
"""Times vary on a busy machine: the run in the middle is told, by its performance."""

_HOW_TO_READ: Final = """\
Lighthouse, the middle of {runs} runs by performance, on a host of this machine that compresses with gzip. “Phone” is \
its own slow phone: 1.6 Mbit/s, 150 ms there and back, a processor 4 times slower. “Transferred” is everything \
that the first view of a page fetched, with headers. What a reader fetches who begins to search comes on top."""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--site", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("site"))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Where to write the page.")
@click.option("--runs", type=int, default=RUNS, show_default=True, help="How often each page is scored.")
def main(site: Path, out: Path | None, runs: int) -> None:
    """Score pages of a built site with Lighthouse, as on a phone and on a desk."""
    measured: dict[tuple[str, Form], list[Scores]] = {}
    with hosted(site) as host:
        for name, path in PAGES.items():
            for form in FORMS:
                click.echo(f"{name}, {form}", err=True)
                measured[name, form] = [run_lighthouse(host.address + path, form) for _ in range(runs)]
    page = write_scores(measured, runs)
    click.echo(page)
    if out is not None:
        out.write_text(page, encoding="utf-8")


def write_scores(measured: Mapping[tuple[str, Form], Sequence[Scores]], runs: int) -> str:
    """Write the page from the runs of every page and form."""
    heads = ("Page", "On a", "Performance", "Accessibility", "Best practices", "SEO", "First paint, s")
    more = ("Largest paint, s", "Blocked, ms", "Shift", "Transferred, KB")
    rows = (_row(name, form, _middle(found)) for (name, form), found in measured.items())
    blocks = (
        "# How light the pages are",
        _HOW_TO_READ.format(runs=runs),
        describe_machine(),
        "\n".join(table((*heads, *more), rows, "llrrrrrrrrr")),
    )
    return "\n\n".join(blocks) + "\n"


def _middle(found: Sequence[Scores]) -> Scores:
    middle = statistics.median_low([one.scores["performance"] for one in found])
    return next(one for one in found if one.scores["performance"] == middle)


def _row(name: str, form: Form, scores: Scores) -> tuple[str, ...]:
    return (
        name,
        form,
        *(str(scores.scores[category]) for category in CATEGORIES),
        f"{scores.first_paint / 1000:.1f}",
        f"{scores.largest_paint / 1000:.1f}",
        f"{scores.blocked:.0f}",
        f"{scores.shift:.3f}",
        f"{scores.transferred / 1000:.0f}",
    )


if __name__ == "__main__":
    main()
