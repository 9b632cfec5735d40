"""Figures -> the page docs/benchmark.md."""

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from importlib.metadata import version
from typing import Final

from benchmarks.builds import Build
from benchmarks.density import ALL, MEASURES, Density
from benchmarks.goals import Size, judge
from benchmarks.stages import ENGINE, STAGES

_VERSIONS: Final = {"MkDocs": "mkdocs", "Material": "mkdocs-material", "Zensical": "zensical"}
_JUDGEMENTS: Final = {True: "reached", False: "**missed**", None: "–"}
_HOW_TO_READ: Final = """\
Each row is one build from nothing in a fresh process: ours is everything that `selfcare build` does, stock Material \
takes the same Markdown with its own settings and its whole navigation, and Zensical takes it with our settings. \
Seconds are by the clock (of ours the middle of {runs} runs up to {often:,} things, else one run), memory is the most \
that the largest process ever held, and page sizes are of HTML before compression."""

_HOW_PICTURES_ARE_TIMED: Final = """\
Pictures are drawn from the content and written as SVG while the site is rendered. Each row is one of the runs above, \
so that its figures can be set against one another: the one whose rendering took the middle time. A step of a routine \
and a view of the body map count as a picture each. Those of one page are drawn together, and the slowest is the \
largest share of a page."""


def write_report(
    sizes: Mapping[int, Size],
    real: Mapping[str, Density],
    synthetic: Mapping[str, Density],
    *,
    runs: int,
    often: int,
) -> str:
    """Write the page; `runs` were made up to `often` things, and `synthetic` is the density of the largest content."""
    blocks = (
        ["# How fast it is"],
        [_HOW_TO_READ.format(runs=runs, often=often)],
        [describe_machine()],
        ["## The goals"],
        table(
            ("Goal", "Measured", ""), ((one.goal, one.figure, _JUDGEMENTS[one.reached]) for one in judge(sizes)), "lrl"
        ),
        ["## Whole builds"],
        table(
            ("Things", "Built with", "Seconds", "Memory, MB", "Pages", "Median page, KB", "Largest page, KB"),
            (row for size in sizes.values() for row in _builds(size)),
            "rlrrrrr",
        ),
        ["## Our stages"],
        [
            (
                "Seconds. All but the engine (MkDocs with Material) are our own; the whole adds Python's start and "
                "imports. “Our share” is reading to writing without typesetting, which the next build takes from a "
                "cache; “with finish” adds the finishing pass, which reads every built page again."
            )
        ],
        table(
            ("Things", *(stage.capitalize() for stage in STAGES), "Whole", "Our share", "With finish"),
            (_stages(size) for size in sizes.values()),
            "r" * (len(STAGES) + 4),
        ),
        ["## Our pictures"],
        [_HOW_PICTURES_ARE_TIMED],
        table(
            (
                *("Things", "Pictures", "Mean, ms", "Slowest, ms", "Slowest to mean", "Pictures a second"),
                *("All pictures, s", "Render, s", "Share of render"),
            ),
            (_pictures(size) for size in sizes.values()),
            "r" * 9,
        ),
        ["## What was built"],
        [
            (
                "The things are synthetic: copies of the real content, each with ids and names of its own, which link "
                "and cite as densely. Averages for a file:"
            )
        ],
        table(("", "Real", "Synthetic"), _densities(real[ALL], synthetic[ALL]), "lrr"),
        table(("Bytes in a file", "Real", "Synthetic"), _file_sizes(real, synthetic), "lrr"),
    )
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def describe_machine() -> str:
    """Say in a sentence when and with what was measured."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    software = ", ".join(f"{name} {version(package)}" for name, package in _VERSIONS.items())
    return (
        f"Measured on {date.today():%-d %B %Y} with {os.cpu_count()} cores, {memory:.0f} GB of memory, "  # noqa: DTZ011
        f"{platform.system()}, Python {platform.python_version()}, {software}."
    )


def _builds(size: Size) -> Iterator[tuple[str, ...]]:
    for name, build in (("ours", size.ours), ("stock Material", size.stock), ("Zensical", size.zensical)):
        yield (f"{size.things:,}", name, *(_figures(build) if build else ("not measured", "", "", "", "")))


def _figures(build: Build) -> tuple[str, ...]:
    return (
        f"{build.seconds:.1f}",
        f"{build.peak_bytes / 1e6:,.0f}",
        f"{build.pages:,}",
        f"{build.median_page / 1000:.1f}",
        f"{build.largest_page / 1000:.1f}",
    )


def _stages(size: Size) -> tuple[str, ...]:
    return (
        f"{size.things:,}",
        *(f"{size.stages[stage]:.{1 if stage == ENGINE else 2}f}" for stage in STAGES),
        f"{size.ours.seconds:.1f}",
        f"{size.our_share:.1%}",
        f"{size.our_share_finished:.1%}",
    )


def _pictures(size: Size) -> tuple[str, ...]:
    drawn = size.pictures.drawn
    return (
        f"{size.things:,}",
        f"{drawn.count:,}",
        f"{drawn.mean * 1000:.2f}",
        f"{drawn.slowest * 1000:.1f}",
        f"{drawn.slowest / drawn.mean:.1f} times",
        f"{drawn.per_second:,.0f}",
        f"{drawn.seconds:.2f}",
        f"{size.pictures.rendering:.2f}",
        f"{size.pictures.share:.0%}",
    )


def _densities(real: Density, synthetic: Density) -> Iterator[tuple[str, ...]]:
    yield "Files", f"{real.files:,}", f"{synthetic.files:,}"
    for name, words in MEASURES.items():
        figures = (getattr(density, name) for density in (real, synthetic))
        yield (
            words[0].upper() + words[1:],
            *(f"{figure:,.0f}" if name == "size" else f"{figure:.2f}" for figure in figures),
        )


def _file_sizes(real: Mapping[str, Density], synthetic: Mapping[str, Density]) -> Iterator[tuple[str, ...]]:
    for kind in real:
        if kind != ALL:
            name = kind.capitalize()
            yield (
                f"{name} ({real[kind].files} real, {synthetic[kind].files:,} synthetic)",
                f"{real[kind].size:,.0f}",
                f"{synthetic[kind].size:,.0f}",
            )


def table(head: Sequence[str], rows: Iterator[tuple[str, ...]], align: str) -> list[str]:
    """Write the lines of a table; `align` has an l or r for each column."""
    rules = [{"l": "---", "r": "---:"}[side] for side in align]
    return [f"| {' | '.join(row)} |" for row in (head, rules, *rows)]
