"""A whole build as `selfcare build` makes it, with a clock at each stage. Run in a process of its own; prints JSON."""

import dataclasses
import functools
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import GeneratorType
from typing import Final, ParamSpec, TypeVar

from benchmarks.pictures import PictureClock
from generator import checking, mkdocs_trigger, pipeline
from generator.publishing import engine
from generator.reading.project_folders import Project

READ, MODEL, CHECK, LINK, RENDER, TYPESET, WRITE, ENGINE, FINISH = STAGES = (
    "read",
    "model",
    "check",
    "link",
    "render",
    "typeset",
    "write",
    "engine",
    "finish",
)
"""In order. All but the engine are ours; what we do to a page that the engine made counts as finishing.

Nothing is in the cache of what was typeset when a clocked build begins.
"""

CLOCKED: Final[tuple[tuple[object, str, str], ...]] = (
    (pipeline, "read_content", READ),
    (pipeline, "build_catalogue", MODEL),
    (checking, "check", CHECK),
    (pipeline, "link_site", LINK),
    (pipeline, "render_site", RENDER),
    (pipeline, "typeset", TYPESET),
    (pipeline, "write_tree", WRITE),
    (pipeline, "make_manifest", WRITE),
    (pipeline, "write_manifest", WRITE),
    (engine, "build", ENGINE),
    (mkdocs_trigger.SelfcarePlugin, "on_post_page", FINISH),
    (mkdocs_trigger, "read_manifest", FINISH),
    (mkdocs_trigger, "verify_project", FINISH),
    (mkdocs_trigger, "swap_in", FINISH),
)
"""The calls that make up each stage: where the caller finds them, and their names."""

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


class Clocks:
    """The wall-clock seconds of each stage."""

    def __init__(self) -> None:
        """Begin with nothing measured."""
        self._seconds: defaultdict[str, float] = defaultdict(float)

    def start(self) -> None:
        """Put a clock around each call; there is no way back, for the process ends with the build."""
        for owner, name, stage in CLOCKED:
            setattr(owner, name, self._clocked(stage, getattr(owner, name)))

    @property
    def seconds(self) -> dict[str, float]:
        """Seconds by stage; those of the engine are without ours, which run within it."""
        ours = sum(self._seconds[stage] for stage in STAGES if stage != ENGINE)
        return {stage: self._seconds[stage] - (ours if stage == ENGINE else 0) for stage in STAGES}

    def _clocked(self, stage: str, make: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
        @functools.wraps(make)
        def clocked(*given: _Given.args, **named: _Given.kwargs) -> _Made:
            start = time.perf_counter()
            made = make(*given, **named)
            if isinstance(made, GeneratorType):  # the rules look only when somebody asks for what they found
                made = iter(list(made))  # type: ignore[assignment]  # an iterator as good as the other
            self._seconds[stage] += time.perf_counter() - start
            return made

        return clocked


def main() -> int:
    """Build the project in the folder that is the first argument; print the seconds of its stages and pictures."""
    clocks, pictures = Clocks(), PictureClock()
    clocks.start()
    pictures.start()
    exit_code = engine.build_site(Project(Path(sys.argv[1])))
    sys.stdout.write(json.dumps({"stages": clocks.seconds, "pictures": dataclasses.asdict(pictures.drawn)}))
    return exit_code


if __name__ == "__main__":
    sys.exit(main())
