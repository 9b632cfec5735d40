"""A project in git, as an author has it."""

import subprocess
from pathlib import Path
from typing import Final

_WHO: Final = ("-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false")


def git(root: Path, *arguments: str) -> None:
    """Run git in a folder, in somebody's name."""
    subprocess.run(["git", *_WHO, *arguments], cwd=root, check=True, capture_output=True)


def commit(root: Path) -> None:
    """Commit all that changed."""
    git(root, "add", "-A")
    git(root, "commit", "-qm", "x")


def put_into_git(root: Path) -> Path:
    """Commit all that a project has to its branch `main`."""
    git(root, "init", "-q", "-b", "main")
    commit(root)
    return root
