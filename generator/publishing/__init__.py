"""Files -> folders: the Markdown tree, the trigger inside MkDocs, and the finishing pass over what was built."""

from generator.publishing.finish import CODES, finish_site
from generator.publishing.manifest import Manifest, make_manifest, read_manifest, write_manifest
from generator.publishing.write_tree import Written, write_tree

__all__ = [
    "CODES",
    "Manifest",
    "Written",
    "finish_site",
    "make_manifest",
    "read_manifest",
    "write_manifest",
    "write_tree",
]
