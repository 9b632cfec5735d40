"""What git knows of a project: what changed, and what there was."""

import io
import subprocess
import tarfile
from pathlib import Path

import click

from generator.diagnostics import quote


def changed_since(root: Path, base: str) -> frozenset[str]:
    """List the files below a folder that changed since a commit, and those that git does not know yet."""
    tracked = _git(root, "diff", "--name-only", "--relative", "-z", find_commit(root, base))
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(filter(None, (tracked + new).decode().split("\0")))


def take_out(root: Path, base: str, sources: tuple[str, ...], folder: Path) -> None:
    """Write files and folders as they were at a commit into a folder; those that were not there are left out."""
    commit = find_commit(root, base)
    there = _git(root, "ls-tree", "--name-only", "-z", commit, "--", *sources).decode()
    packed = _git(root, "archive", "--format=tar", commit, "--", *filter(None, there.split("\0")))
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            content = archive.extractfile(member)  # None for what is no file; Python 3.11.2 cannot extract by a filter
            if content is not None:
                target = folder / member.name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content.read())


def find_commit(root: Path, base: str) -> str:
    """Find a commit by its name; a branch that is only at its origin, as in a fresh clone, is found there."""
    for name in (base, f"origin/{base}"):
        found = _run(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        if found.returncode == 0:
            return found.stdout.decode().strip()
    message = f"git knows no commit or branch {quote(base)} here. For all that is not committed yet, write HEAD."
    raise click.ClickException(message)


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)  # noqa: S603, S607 (the author's git)


def _git(root: Path, *arguments: str) -> bytes:
    ended = _run(root, *arguments)
    if ended.returncode:
        said = ended.stderr.decode(errors="replace").strip()
        message = f"git could not show what there was: {said}"
        raise click.ClickException(message)
    return ended.stdout
