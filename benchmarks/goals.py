"""What the compiler is to reach, and whether the measured figures reach it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from benchmarks.builds import Build, Pictures
from benchmarks.stages import CHECK, ENGINE, FINISH, MODEL, READ, TYPESET

MEDIUM: Final = 1000
LARGE: Final = 3000
"""Things. The goals are about sites of these sizes."""

LONGEST_CHECK_S: Final = 1.0
LARGEST_SHARE: Final = 0.15
LEAST_SPEEDUP: Final = 3.0
LARGEST_GROWTH: Final = 1.25
LARGEST_PAGE_BYTES: Final = 40_000
MOST_MEMORY_BYTES: Final = 500_000_000


@dataclass(frozen=True)
class Size:
    """All that was measured on a site of `things` things; `stages` are seconds. What was left out is None."""

    things: int
    ours: Build
    stages: Mapping[str, float]
    pictures: Pictures
    stock: Build | None
    zensical: Build | None

    @property
    def our_share(self) -> float:
        """What part of the whole build our own stages take on the way to the engine.

        Typesetting is none of them: an engine makes no PDFs, and a second build takes them from the cache.
        """
        return (
            sum(seconds for stage, seconds in self.stages.items() if stage not in {ENGINE, FINISH, TYPESET})
            / self.ours.seconds
        )

    @property
    def our_share_finished(self) -> float:
        """The same with the finishing pass, which reads every built page again."""
        return self.our_share + self.stages[FINISH] / self.ours.seconds


@dataclass(frozen=True)
class Outcome:
    """One goal in words, what was measured, and whether that reaches it (None where it was not measured)."""

    goal: str
    figure: str
    reached: bool | None


def judge(sizes: Mapping[int, Size]) -> tuple[Outcome, ...]:
    """Hold the figures against every goal."""
    return (_check(sizes), _share(sizes), _speedup(sizes), _growth(sizes), _page_size(sizes), _memory(sizes))


def _missing(goal: str) -> Outcome:
    return Outcome(goal, "not measured", None)


def _check(sizes: Mapping[int, Size]) -> Outcome:
    goal = f"Reading and checking {MEDIUM:,} things takes less than {LONGEST_CHECK_S:.0f} s"
    if MEDIUM not in sizes:
        return _missing(goal)
    seconds = sum(sizes[MEDIUM].stages[stage] for stage in (READ, MODEL, CHECK))
    return Outcome(goal, f"{seconds:.2f} s", seconds < LONGEST_CHECK_S)


def _share(sizes: Mapping[int, Size]) -> Outcome:
    goal = f"Reading to writing takes less than {LARGEST_SHARE:.0%} of the whole build, from {MEDIUM:,} things on"
    shares = [size.our_share for size in sizes.values() if size.things >= MEDIUM]
    if not shares:
        return _missing(goal)
    return Outcome(goal, f"{max(shares):.1%}", max(shares) < LARGEST_SHARE)


def _speedup(sizes: Mapping[int, Size]) -> Outcome:
    goal = f"The whole build of {MEDIUM:,} things is at least {LEAST_SPEEDUP:.0f} times as fast as stock Material's"
    stock = sizes[MEDIUM].stock if MEDIUM in sizes else None
    if stock is None:
        return _missing(goal)
    times = stock.seconds / sizes[MEDIUM].ours.seconds
    return Outcome(goal, f"{times:.1f} times", times >= LEAST_SPEEDUP)


def _growth(sizes: Mapping[int, Size]) -> Outcome:
    goal = f"A page takes at most {LARGEST_GROWTH} times as long at {LARGE:,} things as at {MEDIUM:,}"
    if MEDIUM not in sizes or LARGE not in sizes:
        return _missing(goal)
    medium, large = (sizes[things].ours.seconds / sizes[things].ours.pages for things in (MEDIUM, LARGE))
    return Outcome(goal, f"{large / medium:.2f} times", large / medium <= LARGEST_GROWTH)


def _page_size(sizes: Mapping[int, Size]) -> Outcome:
    goal = f"No page has more than {LARGEST_PAGE_BYTES // 1000} KB of HTML, at any size"
    largest = max(size.ours.largest_page for size in sizes.values())
    return Outcome(goal, f"{largest / 1000:.1f} KB", largest < LARGEST_PAGE_BYTES)


def _memory(sizes: Mapping[int, Size]) -> Outcome:
    goal = f"Building {LARGE:,} things takes less than {MOST_MEMORY_BYTES // 1_000_000} MB of memory"
    if LARGE not in sizes:
        return _missing(goal)
    peak = sizes[LARGE].ours.peak_bytes
    return Outcome(goal, f"{peak / 1_000_000:.0f} MB", peak < MOST_MEMORY_BYTES)
