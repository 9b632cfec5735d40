"""Many clinics' copies in one run: the base is read, checked and drawn once, and workers share the cores."""

import gc
import multiprocessing
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from enum import Enum
from io import StringIO
from pathlib import Path
from typing import Final

from generator.mkdocs_trigger import between
from generator.pipeline import Base, Kept, generate_project
from generator.publishing.engine import build_site, read_site_settings
from generator.publishing.typesetting import TypesetBefore
from generator.reading import Project
from generator.reading.clinic_folder import CLINIC_FILE

_PATIENCE_S: Final = 0.5
"""Seconds between two looks at what is finished, so that a bar can move."""


class Ending(Enum):
    """How the build of a copy ended."""

    BUILT = "built"
    FAULTY = "not built"
    DIED = "its process died"


@dataclass(frozen=True)
class Outcome:
    """What became of one clinic's copy: `seconds` it took, and all that the build said."""

    clinic: str
    ending: Ending
    seconds: float
    messages: str


def find_clinics(folder: Path) -> tuple[Path, ...]:
    """List the folders of clinics right below a folder, by the alphabet."""
    return tuple(sorted(path.parent for path in folder.glob(f"*/{CLINIC_FILE}")))


def choose_shard(clinics: Sequence[Path], shard: int, shards: int) -> tuple[Path, ...]:
    """Choose part `shard` (from 1) of `shards` parts of a list, dealt out in turn so that all are alike in size."""
    return tuple(clinics[shard - 1 :: shards])


def build_copies(base: Base, root: Path, clinics: Sequence[Path], out: Path, workers: int) -> Iterator[Outcome | None]:
    """Build copies of a sound base at `root` into folders of `out`, named after the clinics' folders.

    Outcomes come as they are ready, and None where none is for a while. A clinic's fault stops only that clinic; one
    whose process died, which may have been another's fault, is tried once more by itself.
    """
    died: list[Path] = []
    between.kept = Kept(base, TypesetBefore())
    try:
        with _processes(1) as pool:
            typeset = pool.submit(_typeset_one, root, clinics)
        if typeset.exception() is None:  # else the fault shows where that clinic is built
            between.kept = Kept(base, typeset.result())
        for outcome, clinic in _build(root, clinics, out, workers):
            if outcome is not None and outcome.ending is Ending.DIED:
                died.append(clinic)
            else:
                yield outcome
        for clinic in died:
            for outcome, _ in _build(root, [clinic], out, 1):
                yield outcome
    finally:
        between.kept = None


def _processes(number: int) -> ProcessPoolExecutor:
    """Make processes that begin as copies of this one: what it holds of the base is shared and not sent.

    So nothing here may have started threads, whose locks the copies would wait for: typst does (0.15), and is never
    called in this process.
    """
    return ProcessPoolExecutor(number, multiprocessing.get_context("fork"))


def _typeset_one(root: Path, clinics: Sequence[Path]) -> TypesetBefore:
    """Generate the first sound copy with all cores, and give what the others need not typeset again."""
    kept = between.kept
    site = read_site_settings(root)
    for clinic in clinics:
        project = Project(root, clinic, clinic.as_posix())
        if generate_project(project, url=site.url, name=site.name, kept=kept).written is not None:
            break
    return kept.typeset if kept is not None else TypesetBefore()


def _build(root: Path, clinics: Sequence[Path], out: Path, workers: int) -> Iterator[tuple[Outcome | None, Path]]:
    """Build copies, as many at a time as there are workers."""
    gc.collect()
    gc.freeze()  # the collector would touch all that is shared, and so have it copied
    try:
        with _processes(min(workers, len(clinics)) or 1) as pool:
            waiting: dict[Future[Outcome], Path] = {
                pool.submit(_build_one, root, clinic, out): clinic for clinic in clinics
            }
            while waiting:
                done, _ = wait(waiting, _PATIENCE_S, FIRST_COMPLETED)
                if not done:
                    yield None, root
                for future in done:
                    clinic = waiting.pop(future)
                    yield _outcome_of(future, clinic), clinic
    finally:
        gc.unfreeze()


def _outcome_of(future: Future[Outcome], clinic: Path) -> Outcome:
    """Give what a worker said; an exception is a bug of ours, and stops no other clinic either."""
    fault = future.exception()
    if fault is None:
        return future.result()
    ending = Ending.DIED if isinstance(fault, BrokenProcessPool) else Ending.FAULTY
    return Outcome(clinic.name, ending, 0.0, f"{type(fault).__name__}: {fault}")


def _build_one(root: Path, clinic: Path, out: Path) -> Outcome:
    start = time.perf_counter()
    said = StringIO()
    code = build_site(Project(root, clinic, clinic.as_posix()), out / clinic.name, said)
    ending = Ending.FAULTY if code else Ending.BUILT
    return Outcome(clinic.name, ending, time.perf_counter() - start, said.getvalue())
