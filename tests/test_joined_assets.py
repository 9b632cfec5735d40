"""Styles and scripts are joined, but not where that would change what they do."""

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.publishing.joined_assets import SCRIPTS, STYLES, join_assets

Published = tuple[Files, MkDocsConfig]


def published(styles: list[str], scripts: list[object], contents: dict[str, str]) -> Published:
    """Make a configuration, and the files that are published with it."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "Legs", "extra_css": styles, "extra_javascript": scripts})
    config.validate()
    config.plugins._current_plugin = "selfcare"  # noqa: SLF001 (MkDocs 1.6.1 does so while a plugin is at work)
    return Files([File.generated(config, path, content=content) for path, content in contents.items()]), config


def content_of(files: Files, path: str) -> str:
    """Read a published file."""
    file = files.get_file_from_path(path)
    assert file is not None
    return file.content_string


def deferred(path: str) -> dict[str, object]:
    return {"path": path, "defer": True}


def test_styles_are_joined_in_their_order() -> None:
    files, config = published(["b.css", "a.css"], [], {"a.css": "a {}", "b.css": "b {}"})
    join_assets(files, config)
    assert config.extra_css == [STYLES]
    assert content_of(files, STYLES) == "b {}\na {}"


def test_what_was_joined_is_not_published_twice() -> None:
    files, config = published(["b.css", "a.css"], [], {"a.css": "a {}", "b.css": "b {}", "c.css": "c {}"})
    join_assets(files, config)
    assert sorted(file.src_uri for file in files) == sorted([STYLES, "c.css"])


def test_each_script_has_a_block_of_its_own() -> None:
    files, config = published([], [deferred("a.js"), deferred("b.js")], {"a.js": "const x = 1;\n", "b.js": "x;\n"})
    join_assets(files, config)
    assert [str(script) for script in config.extra_javascript] == [SCRIPTS]
    assert content_of(files, SCRIPTS) == "{\nconst x = 1;\n\n}\n{\nx;\n\n}"


def test_a_last_line_that_is_a_comment_does_not_swallow_the_end_of_its_block() -> None:
    files, config = published([], [deferred("a.js"), deferred("b.js")], {"a.js": "x; // last", "b.js": "y;"})
    join_assets(files, config)
    assert content_of(files, SCRIPTS).splitlines() == ["{", "x; // last", "}", "{", "y;", "}"]


@pytest.mark.parametrize("other", ["https://host.example/a.css", "lost.css"])
def test_styles_of_which_one_lies_elsewhere_stay_as_they_are(other: str) -> None:
    files, config = published(["b.css", other], [], {"b.css": "b {}"})
    join_assets(files, config)
    assert config.extra_css == ["b.css", other]
    assert content_of(files, "b.css") == "b {}"


def test_a_script_that_is_to_run_at_once_keeps_all_apart() -> None:
    files, config = published([], [deferred("a.js"), "b.js"], {"a.js": "a;", "b.js": "b;"})
    join_assets(files, config)
    assert [str(script) for script in config.extra_javascript] == ["a.js", "b.js"]


def test_a_single_style_keeps_its_name() -> None:
    files, config = published(["b.css"], [], {"b.css": "b {}"})
    join_assets(files, config)
    assert config.extra_css == ["b.css"]
