"""A process that has imported the commands of this environment, and forks for each that it is asked to run.

To import all that a build needs takes longer than to build a tiny project. Here it is done once for many builds; each
is a process of its own all the same, with its own folder, output and end.
"""

import gc
import importlib
import json
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, TextIO

COMMANDS: Final = {"selfcare": ("generator.cli", "main"), "mkdocs": ("mkdocs.__main__", "cli")}
ALSO_IMPORTED: Final = (
    "generator.mkdocs_trigger",
    "material.plugins.search.plugin",
    "mkdocs.commands.build",
    "mkdocs.contrib.search",
    "typst",
)
"""What a build would import at its first use."""

PATIENCE_S: Final = 240

Requests = subprocess.Popen[str]


def begin() -> Requests:
    """Start the process that imports everything."""
    return subprocess.Popen(
        [sys.executable, "-m", __name__],
        cwd=Path(__file__).parents[1],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def ask(process: Requests, root: Path, command: Sequence[str], log: Path, environment: Mapping[str, str]) -> int:
    """Have a command run in a project's folder, its output in `log`, and wait for its exit code."""
    assert process.stdin is not None
    assert process.stdout is not None
    request = {"root": str(root), "command": command, "log": str(log), "environment": dict(environment)}
    process.stdin.write(json.dumps(request) + "\n")
    process.stdin.flush()
    return int(process.stdout.readline())


def _serve(requests: TextIO, answers: TextIO) -> None:
    """Import everything, and fork for each request until there are no more."""
    functions = {name: getattr(importlib.import_module(module), main) for name, (module, main) in COMMANDS.items()}
    for module in ALSO_IMPORTED:
        importlib.import_module(module)
    gc.collect()
    gc.freeze()
    for line in requests:
        request = json.loads(line)
        child = os.fork()
        if not child:
            os._exit(_run(functions, **request))
        _, status = os.waitpid(child, 0)
        answers.write(f"{os.waitstatus_to_exitcode(status)}\n")
        answers.flush()


def _run(
    functions: Mapping[str, Callable[..., None]],
    root: str,
    command: Sequence[str],
    log: str,
    environment: Mapping[str, str],
) -> int:
    """Run a command as its script would, and give its exit code."""
    opened = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for taken, given in ((nothing, 0), (opened, 1), (opened, 2)):
        os.dup2(taken, given)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(root)
    sys.argv = list(command)
    signal.alarm(PATIENCE_S)
    try:
        functions[command[0]](prog_name=command[0])
    except SystemExit as ended:
        code = ended.code
    except BaseException:  # noqa: BLE001 (as the interpreter does at the end of a script)
        traceback.print_exc()
        code = 1
    else:
        code = 0
    if isinstance(code, str):
        sys.stderr.write(f"{code}\n")
    sys.stdout.flush()
    sys.stderr.flush()
    return code if isinstance(code, int) else int(code is not None)


def _answers() -> TextIO:
    """Take standard output for the answers alone: what an import prints goes elsewhere."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


if __name__ == "__main__":
    _serve(sys.stdin, _answers())
