"""The command `python -m contact_sheet`: draw, photograph, and write the sheets."""

from pathlib import Path
from typing import Final

import click

from contact_sheet.camera import camera
from contact_sheet.gathered import gather
from contact_sheet.sheet import STYLE, WIDTH, sheet
from contact_sheet.vision import photograph_looks

SHEET: Final = Path("docs/pictures.png")
SEEN: Final = Path("docs/pictures-seen.png")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--vision", is_flag=True, help=f"Write {SEEN} instead: some pictures in every palette and to every eye.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help=f"Where to.  [default: {SHEET}]")
def main(*, vision: bool, out: Path | None) -> None:
    """Draw all pictures of the project in this folder on one sheet."""
    root = Path.cwd()
    try:
        gathered = gather(root)
    except ValueError as fault:
        raise click.ClickException(str(fault)) from fault
    with camera(root) as eye:
        taken = photograph_looks(gathered, eye) if vision else eye.take(sheet(gathered), STYLE, WIDTH)
    target = out or (SEEN if vision else SHEET)
    target.write_bytes(taken)
    click.echo(f"{target}: {len(taken) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
