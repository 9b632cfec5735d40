"""Files -> folders: the Markdown tree, the trigger inside MkDocs, and the finishing pass over what was built."""

from generator.publishing import addresses, finish, styles_in_browser, typesetting
from generator.publishing.finish import finish_site
from generator.publishing.manifest import Manifest, make_manifest, read_manifest, write_manifest
from generator.publishing.typesetting import Typeset, TypesetFile, typeset
from generator.publishing.write_tree import Written, write_some, write_tree

CODES = (*addresses.CODES, *finish.CODES, *styles_in_browser.CODES, *typesetting.CODES)

__all__ = [
    "CODES",
    "Manifest",
    "Typeset",
    "TypesetFile",
    "Written",
    "finish_site",
    "make_manifest",
    "read_manifest",
    "typeset",
    "write_manifest",
    "write_some",
    "write_tree",
]
