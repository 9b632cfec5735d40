"""The builds that are compared: ours, stock Material and Zensical, each from nothing and in a fresh process."""

import json
import statistics
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.pictures import Drawn
from benchmarks.processes import Measured, measure
from benchmarks.stages import RENDER, STAGES

_HOME: Final = Path(__file__).parent.parent
"""Where Python finds this package."""

_STOCK_SETTINGS: Final = "site_name: Stock\ndocs_dir: build/docs\nsite_dir: stock-site\ntheme:\n  name: material\n"
"""Material as it comes: no nav, so that the navigation is the whole tree, and none of our templates or extensions."""


@dataclass(frozen=True)
class Build:
    """One way to build one site.

    `seconds` of wall-clock time and `peak_bytes` of memory (both medians where there were several runs); the number of
    HTML `pages`, and the bytes of the `median_page` and the `largest_page`, uncompressed.
    """

    seconds: float
    peak_bytes: float
    pages: int
    median_page: float
    largest_page: int


@dataclass(frozen=True)
class Pictures:
    """The pictures of one run, and the seconds that its whole rendering took: the one is a part of the other."""

    drawn: Drawn
    rendering: float

    @property
    def share(self) -> float:
        """What part of the rendering the pictures take."""
        return self.drawn.seconds / self.rendering


def build_ours(root: Path, runs: int) -> tuple[Build, Mapping[str, float], Pictures]:
    """Do what `selfcare build` does, `runs` times: the pipeline, MkDocs with Material, the finishing pass.

    Gives the seconds of each stage too, out of the same runs, as medians, and the pictures of the run whose rendering
    took the middle time.
    """
    measured = []
    for _ in range(runs):
        _set_aside(root, "site", "build")
        (root / "build" / "docs").mkdir(parents=True)
        measured.append(measure([sys.executable, "-m", "benchmarks.stages", str(root)], _HOME))
    told = sorted((json.loads(one.output) for one in measured), key=lambda run: run["stages"][RENDER])
    stages = {stage: statistics.median(run["stages"][stage] for run in told) for stage in STAGES}
    middle = told[len(told) // 2]
    pictures = Pictures(Drawn(**middle["pictures"]), middle["stages"][RENDER])
    return _summed_up(measured, root / "site"), stages, pictures


def build_stock(root: Path) -> Build:
    """Build the Markdown tree that we generated with Material's own settings and navigation."""
    (root / "stock.yml").write_text(_STOCK_SETTINGS, encoding="utf-8")
    measured = measure([sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", "stock.yml"], root)
    return _summed_up([measured], root / "stock-site")


def build_zensical(root: Path) -> Build:
    """Build the Markdown tree that we generated with Zensical, from our mkdocs.yml."""
    _set_aside(root, "site", ".cache")
    measured = measure([_command("zensical"), "build", "--config-file", "mkdocs.yml"], root)
    return _summed_up([measured], root / "site")


def _set_aside(root: Path, *names: str) -> None:
    """Move what an earlier build made out of the way, for the end of the benchmark to remove.

    Removed right here it would slow the build that comes next: an ext4 without a journal, as build machines have it,
    looks at each inode freed in the last minute before it passes it over (Linux, fs/ext4/ialloc.c, recently_deleted).
    """
    aside = Path(tempfile.mkdtemp(prefix="earlier-", dir=root))
    for name in names:
        if (root / name).exists():
            (root / name).rename(aside / name)


def _command(name: str) -> str:
    """Find a command beside the Python that runs."""
    return str(Path(sys.executable).with_name(name))


def _summed_up(measured: list[Measured], site: Path) -> Build:
    sizes = [path.stat().st_size for path in site.rglob("*.html")]
    return Build(
        seconds=statistics.median(one.seconds for one in measured),
        peak_bytes=statistics.median(one.peak_bytes for one in measured),
        pages=len(sizes),
        median_page=statistics.median(sizes),
        largest_page=max(sizes),
    )
