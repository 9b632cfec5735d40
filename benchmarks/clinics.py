"""Many clinics' copies in one run, beside as many separate builds: `python -m benchmarks.clinics`.

Both build the real content for the same made-up clinics, from nothing: neither finds anything that was typeset before.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
SELFCARE: Final = Path(sys.executable).parent / "selfcare"
CLINICS: Final = 50

_NAMES: Final = ("Hill", "River", "Oak", "Elm", "Stone", "Lake", "Field", "Mill", "Bridge", "Church")
_ENDS: Final = ("side", "view", "gate", "ford", "bank")
_ACCENTS: Final = ("#0a5a5f", "#6b2a5b", "#1f5a2c", "#7a3b12", "#23408f")


@dataclass(frozen=True)
class Measured:
    """How long a way of building took, and how much memory its largest process held."""

    seconds: float
    megabytes: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure both ways and write what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clinics", type=int, default=CLINICS)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        together = _measure_together(Path(folder) / "together", options.clinics)
        apart = _measure_apart(Path(folder) / "apart", options.clinics)
    page = _page(options.clinics, together, apart)
    if options.out is not None:
        options.out.write_text(page, encoding="utf-8")
    sys.stdout.write(page)
    return 0


def write_clinics(folder: Path, number: int) -> None:
    """Write the folders of made-up clinics: each has a name, an address, colours and some words of its own."""
    names = [f"{name}{end}" for end in _ENDS for name in _NAMES]
    for place in range(number):
        name = names[place % len(names)] + ("" if place < len(names) else f" {place // len(names) + 1}")
        clinic = folder / f"{name.lower().replace(' ', '-')}"
        note = clinic / "overlay/notes/arch-rub.yml"
        note.parent.mkdir(parents=True)
        signed = "reviewed: 2026-11-20\nreview_due: 2028-11-20\n"
        note.write_text(f"thing: arch-rub\ntext: Ask at {name} how firmly to press.\n{signed}", encoding="utf-8")
        accent = _ACCENTS[place % len(_ACCENTS)]
        (clinic / "clinic.yml").write_text(
            f'name: {name} Physiotherapy\nurl: https://{clinic.name}.example/\ncountry: gb\nphone: "020 7946 0100"\n'
            f'written_by: The team at {name}\ncolours:\n  light: {{accent: "{accent}"}}\n'
            '  dark: {accent: "#84d4d0"}\n',
            encoding="utf-8",
        )


def _measure_together(folder: Path, number: int) -> Measured:
    write_clinics(folder / "brands", number)
    return _measure([[str(SELFCARE), "build", "--brands", str(folder / "brands"), "--out", str(folder / "sites")]])


def _measure_apart(folder: Path, number: int) -> Measured:
    write_clinics(folder / "brands", number)
    clinics = sorted((folder / "brands").iterdir())
    measured = _measure(
        [[str(SELFCARE), "build", "--brand", str(one), "--out", str(folder / "sites" / one.name)] for one in clinics]
    )
    shutil.rmtree(folder)
    return measured


def _measure(commands: Sequence[Sequence[str]]) -> Measured:
    """Run commands one after the other, in a process of their own so that its largest child can be told."""
    script = (
        "import json, resource, subprocess, sys\n"
        "for command in json.loads(sys.argv[1]): subprocess.run(command, check=True, stdout=sys.stderr)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    start = time.perf_counter()
    ended = subprocess.run(  # noqa: S603 (our own command)
        [sys.executable, "-c", script, json.dumps([list(command) for command in commands])],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    kilobytes_to = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Measured(time.perf_counter() - start, int(ended.stdout) / kilobytes_to)


def _page(number: int, together: Measured, apart: Measured) -> str:
    one, other = together.seconds / number, apart.seconds / number
    return f"""# Many clinics in one run

{number} made-up clinics over the real content, on {os.cpu_count()} cores. `make clinics` measures it.

| | Seconds | A clinic | Largest process |
| --- | ---: | ---: | ---: |
| `selfcare build --brands` | {together.seconds:.0f} | {one:.1f} | {together.megabytes:.0f} MB |
| {number} times `selfcare build --brand` | {apart.seconds:.0f} | {other:.1f} | {apart.megabytes:.0f} MB |

One run is {apart.seconds / together.seconds:.1f} times as fast.
"""


if __name__ == "__main__":
    sys.exit(main())
