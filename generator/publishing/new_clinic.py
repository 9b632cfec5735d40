"""A folder for a new clinic, which builds as it is."""

import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import new_clinic_folder

FILES: Final[Mapping[str, str]] = {
    "clinic.yml.j2": "clinic.yml",
    "logo.svg.j2": "logo.svg",
    "logo-dark.svg.j2": "logo-dark.svg",
    "README.md.j2": "README.md",
    "requirements.txt.j2": "requirements.txt",
    "gitignore.j2": ".gitignore",
    "netlify.toml.j2": "netlify.toml",
    "github-pages.yml.j2": ".github/workflows/publish.yml",
    "any-host.yml.j2": ".github/workflows/build-for-any-host.yml",
}
"""Where each template of generator/new_clinic/ goes."""

_OVERLAY: Final = ("overlay/README.md", "Our own words, one file for each change. The README above tells which.\n")


def write_new_clinic(folder: Path, values: Mapping[str, str]) -> tuple[str, ...]:
    """Write the files of a new clinic and list them; `values` are its name, url and country, and our version.

    Raises FileExistsError where the folder is there and holds something.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(str(folder))
    environment = Environment(
        loader=FileSystemLoader(new_clinic_folder()),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 (YAML and Markdown; the command lets nothing through that either would read)
        keep_trailing_newline=True,
    )
    environment.filters["in_quotes"] = partial(json.dumps, ensure_ascii=False)
    written = {path: environment.get_template(name).render(values) for name, path in FILES.items()}
    written[_OVERLAY[0]] = _OVERLAY[1]
    for path, content in written.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    return tuple(written)
