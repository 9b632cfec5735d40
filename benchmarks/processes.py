"""Commands in fresh processes: how long they take and how much memory they ever held."""

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO


@dataclass(frozen=True)
class Measured:
    """What a command took: wall-clock seconds, and the largest resident set of it and its children, in bytes.

    `output` is what it printed to standard output.
    """

    seconds: float
    peak_bytes: int
    output: str


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Measured:
    """Run a command in a folder and wait for its end; `environment` is that of this process where none is given.

    The memory is ru_maxrss of wait4(2): in KiB on Linux, and of the largest process among the command and the children
    it waited for. A forked process begins with the memory of its parent, so the measuring process must stay small.
    Raises RuntimeError with the command's own last words where it fails.
    """
    with tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=printed, stderr=said)  # noqa: S603 (our own commands)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        words = [_read(file) for file in (printed, said)]
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        message = f"{Path(command[0]).name} ended with {process.returncode}: {''.join(words)[-2000:]}"
        raise RuntimeError(message)
    return Measured(seconds, usage.ru_maxrss * 1024, words[0])


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", errors="replace")
