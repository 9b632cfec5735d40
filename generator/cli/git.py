"""What git knows of a project: what changed, and what there was."""

import io
import subprocess
import tarfile
from pathlib import Path

import click


def changed_since(root: Path, base: str) -> frozenset[str]:
    """List the files below a folder that changed since a commit, and those that git does not know yet."""
    tracked = _git(root, "diff", "--name-only", "--relative", "-z", base)
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(filter(None, (tracked + new).decode().split("\0")))


def take_out(root: Path, base: str, sources: tuple[str, ...], folder: Path) -> None:
    """Write files and folders as they were at a commit into a folder; those that were not there are left out."""
    there = _git(root, "ls-tree", "--name-only", "-z", base, "--", *sources).decode()
    packed = _git(root, "archive", "--format=tar", base, "--", *filter(None, there.split("\0")))
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")


def _git(root: Path, *arguments: str) -> bytes:
    ended = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)  # noqa: S603, S607 (the author's git)
    if ended.returncode:
        said = ended.stderr.decode(errors="replace").strip()
        message = f"git could not show what there was: {said}"
        raise click.ClickException(message)
    return ended.stdout
