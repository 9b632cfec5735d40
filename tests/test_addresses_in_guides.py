"""A link in a guide leads to a web page, a mail address, a phone or a heading, however it is written."""

import pytest

from tests.conftest import WriteProject
from tests.projects import base_files, told

GUIDE = "content/guides/first-steps.md"
FIRST_LINE = base_files()[GUIDE].count("\n") + 2


def faults(project: WriteProject, markdown: str) -> list[tuple[str, str]]:
    return told(project({GUIDE: f"{base_files()[GUIDE]}\n{markdown}\n"}))


@pytest.mark.parametrize(
    "markdown",
    [
        "[x](https://example.org)",
        "[x](http://example.org/a_(b))",
        "[x](HTTPS://example.org)",
        '[x](https://example.org "A title")',
        "[x](mailto:ann@example.org)",
        "[x](tel:+31201234567)",
        "[x](#begin-gently)",
        "[x][y]\n\n[y]: https://example.org",
        "A list [of things] (and more).",
    ],
)
def test_addresses_that_anybody_can_follow_are_allowed(project: WriteProject, markdown: str) -> None:
    assert faults(project, markdown) == []


@pytest.mark.parametrize(
    ("markdown", "line", "column"),
    [
        ("[x](javascript:alert(1))", 0, 5),
        ("[x](JavaScript:alert(1))", 0, 5),
        ("[x]( javascript:alert(1))", 0, 6),
        ("[x](<javascript:alert(1)>)", 0, 6),
        ("[x](java\nscript:alert(1))", 0, 5),
        ("[x](&#106;avascript:alert(1))", 0, 5),
        ("[x](data:text/html,x)", 0, 5),
        ("![x](data:image/svg+xml,x)", 0, 6),
        ("[x](file.md)", 0, 5),
        ("[x](/knee/)", 0, 5),
        ("[x](//example.org)", 0, 5),
        ("[x][y]\n\n[y]: javascript:alert(1)", 2, 6),
        ("[x][y]\n\n   [y]: <javascript:alert(1)>", 2, 10),
        ("[x][y]\n\n[y]:\n  javascript:alert(1)", 3, 3),
        ("[x][y]\n\n> [y]: javascript:alert(1)", 2, 8),
        ("[x][y]\n\n- [y]: javascript:alert(1)", 2, 8),
        ("[x][y]\n\n1. [y]: javascript:alert(1)", 2, 9),
        ("[x][y]\n\n- a\n\n    [y]: javascript:alert(1)", 4, 10),
    ],
)
def test_other_addresses_are_told_where_they_stand(
    project: WriteProject, markdown: str, line: int, column: int
) -> None:
    assert (f"{GUIDE}:{FIRST_LINE + line}:{column}", "forbidden-address") in faults(project, markdown)
