"""Styles and scripts are joined, but not where that would change what they do."""

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.publishing.joined_assets import (
    FIRST_SCRIPT,
    JOINED,
    NAMED_AFTER_CONTENT,
    SCRIPTS,
    STYLES,
    join_assets,
)

Published = tuple[Files, MkDocsConfig]


def published(styles: list[str], scripts: list[object], contents: dict[str, str]) -> Published:
    """Make a configuration, and the files that are published with it."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "Legs", "extra_css": styles, "extra_javascript": scripts})
    config.validate()
    config.plugins._current_plugin = "selfcare"  # noqa: SLF001 (MkDocs 1.6.1 does so while a plugin is at work)
    return Files([File.generated(config, path, content=content) for path, content in contents.items()]), config


THEME = {
    "assets/stylesheets/main.0123abcd.min.css": 'main { background: url("data:image/svg+xml,") }',
    "assets/stylesheets/palette.0123abcd.min.css": "palette {}",
}
BOTH = {"a.css": "a {}", "b.css": "b {}", "a.js": "a;", "b.js": "b;", FIRST_SCRIPT: "first;"}


def published_as(files: Files, path: str) -> str:
    """Find the name that holds a hash of the content."""
    stem, _, suffix = path.rpartition(".")
    (found,) = [file.src_uri for file in files if file.src_uri.startswith(stem) and file.src_uri.endswith(suffix)]
    assert NAMED_AFTER_CONTENT.search(found)
    return found


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
    name = published_as(files, STYLES)
    assert config.extra_css == [name]
    assert content_of(files, name) == "b {}\na {}"


def test_what_was_joined_is_not_published_twice() -> None:
    files, config = published(["b.css", "a.css"], [], {"a.css": "a {}", "b.css": "b {}", "c.css": "c {}"})
    join_assets(files, config)
    assert sorted(file.src_uri for file in files) == sorted([published_as(files, STYLES), "c.css"])


def test_each_script_has_a_block_of_its_own() -> None:
    files, config = published([], [deferred("a.js"), deferred("b.js")], {"a.js": "const x = 1;\n", "b.js": "x;\n"})
    join_assets(files, config)
    name = published_as(files, SCRIPTS)
    assert [str(script) for script in config.extra_javascript] == [name]
    assert content_of(files, name) == "{\nconst x = 1;\n\n}\n{\nx;\n\n}"


def test_a_last_line_that_is_a_comment_does_not_swallow_the_end_of_its_block() -> None:
    files, config = published([], [deferred("a.js"), deferred("b.js")], {"a.js": "x; // last", "b.js": "y;"})
    join_assets(files, config)
    assert content_of(files, published_as(files, SCRIPTS)).splitlines() == ["{", "x; // last", "}", "{", "y;", "}"]


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


def test_the_styles_of_the_theme_come_first() -> None:
    files, config = published(["b.css", "a.css"], [], {**THEME, "a.css": "a {}", "b.css": "b {}"})
    join_assets(files, config)
    assert content_of(files, config.extra_css[0]).splitlines() == [*THEME.values(), "b {}", "a {}"]


def test_styles_of_the_theme_that_name_a_file_stay_where_they_are() -> None:
    theme = {**THEME, "assets/stylesheets/palette.0123abcd.min.css": "palette { background: url(dark.png) }"}
    files, config = published(["b.css", "a.css"], [], {**theme, **BOTH})
    join_assets(files, config)
    assert content_of(files, config.extra_css[0]) == "b {}\na {}"
    assert JOINED not in config.extra


def test_templates_learn_what_was_joined() -> None:
    files, config = published(["a.css", "b.css"], [deferred("a.js"), deferred("b.js")], {**THEME, **BOTH})
    join_assets(files, config)
    assert config.extra[JOINED] == {"first_script": published_as(files, FIRST_SCRIPT)}


def test_other_content_has_another_name() -> None:
    names = set()
    for style in ("a {}", "b {}"):
        files, config = published(["a.css", "b.css"], [], {"a.css": style, "b.css": "b {}"})
        join_assets(files, config)
        names.add(config.extra_css[0])
    assert len(names) == 2


def test_a_style_that_is_to_stay_apart_comes_behind_in_a_file_of_its_own() -> None:
    files, config = published(["own.css", "b.css", "a.css"], [], {"own.css": "o {}", "a.css": "a {}", "b.css": "b {}"})
    join_assets(files, config, apart=("own.css",))
    own = published_as(files, "own.css")
    assert config.extra_css == [published_as(files, STYLES), own]
    assert content_of(files, config.extra_css[0]) == "b {}\na {}"
    assert content_of(files, own) == "o {}"
    assert "own.css" not in {file.src_uri for file in files}


def test_a_style_that_is_to_stay_apart_and_is_not_there_changes_nothing() -> None:
    files, config = published(["b.css", "a.css"], [], {"a.css": "a {}", "b.css": "b {}"})
    join_assets(files, config, apart=("own.css",))
    assert config.extra_css == [published_as(files, STYLES)]
