"""Data that lies in the package itself, and that no author writes."""

from importlib.resources import files

import yaml


def read_own_data(package: str, name: str) -> object:
    """Read a YAML file of a package of ours."""
    return yaml.safe_load(files(package).joinpath(name).read_text(encoding="utf-8"))
