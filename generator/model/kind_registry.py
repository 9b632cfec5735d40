"""All kinds of content, found by looking into model/kinds/: a module there is a kind, and nothing lists it by hand."""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from generator.model import kinds
from generator.model.thing import Thing


@cache
def kinds_by_folder() -> Mapping[str, type[Thing]]:
    """Map the name of each content folder to its model, in the order of the navigation."""
    found = [
        value
        for module in pkgutil.iter_modules(kinds.__path__)
        for value in vars(importlib.import_module(f"{kinds.__name__}.{module.name}")).values()
        if isinstance(value, type) and issubclass(value, Thing) and "kind" in vars(value)
    ]
    return {model.kind.folder: model for model in sorted(found, key=lambda model: model.kind.place)}
