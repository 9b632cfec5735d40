"""A guide is Markdown: what would be HTML or a script in it is refused, or shows as it was written."""

from pathlib import Path

import pytest

from generator.pipeline import check_project, render_project
from tests.projects import TODAY, base_files, write_project
from tests.shown_pages import shown

HOSTILE_BODIES = [
    "<script>alert(1)</script>",
    "Text <script>alert(1)</script> text",
    "<img src=x onerror=alert(1)>",
    "<div markdown onclick=alert(1)>x</div>",
    "```\n<script>alert(1)</script>",
    "~~~\n<script>alert(1)</script>",
    "```\ncode\n```js\n<script>alert(1)</script>",
    "``` a ` b\n<script>alert(1)</script>\n```",
    "\\`<img src=x onerror=alert(1)>\\`",
    "``<img src=x onerror=alert(1)>` `",
    "[<img src=x onerror=alert(1)>](y)",
    "`a\nb` <img src=x onerror=alert(1)> `c`",
    "`a\n\nb` <img src=x onerror=alert(1)> `c`",
    "[x](javascript:alert(1))",
    "[x](JavaScript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)",
    "<javascript:alert(1)>",
    "[x]\n\n[x]: javascript:alert(1)",
    "[x][y]\n\n[y]:\n    javascript:alert(1)",
    "![x](javascript:alert(1))",
    "# x {onclick=alert(1)}",
    "x\n{: onclick=alert(1) }",
    "[x](y){ onclick=alert(1) }",
    "*x*{ style='position:fixed' }",
    "```{ .js onclick=alert(1) }\nx\n```",
    "!!! note onclick=alert(1)\n    x",
    '!!! note "<img src=x onerror=alert(1)>"\n    x',
    "| <img src=x onerror=alert(1)> |\n| --- |\n| x |",
    "<!-- x --><svg onload=alert(1)>",
    "&lt;script&gt;",
    '<https://e.example/"onmouseover=alert(1)>',
    "    <script>alert(1)</script>",
    "> <script>alert(1)</script>",
    "- <script>alert(1)</script>",
    "x\n: <script>alert(1)</script>",
    "[[foot|<script>alert(1)</script>]]",
    "[[foot|x]](javascript:alert(1))",
    "[@smith2020](javascript:alert(1))",
    "!\\[x](y)<script>",
    "<\u200bscript>alert(1)</script>",
    "\\<script>alert(1)\\</script>",
    "\\\\<script>alert(1)</script>",
]
PATH = "content/guides/first-steps.md"
SCHEMES = ("http://", "https://", "mailto:", "tel:", "#")


@pytest.mark.parametrize("body", HOSTILE_BODIES)
def test_nothing_in_a_guide_runs(body: str, tmp_path: Path) -> None:
    guide = str(base_files()[PATH]).replace("## Begin gently", f"## Begin gently\n\n{body}\n\n## Then")
    checked = check_project(write_project(tmp_path, {PATH: guide}), TODAY)
    if checked.report.has_errors:
        assert {diagnostic.location.path for diagnostic in checked.report.diagnostics} == {PATH}
        return
    (page,) = (file for file in render_project(checked.catalogue) if file.path == "guides/first-steps.md")
    html = shown(page)
    assert html.xpath("//script | //img | //svg | //iframe | //object | //embed | //style | //form") == []
    assert html.xpath("//@*[starts-with(name(), 'on') or name() = 'style']") == []
    for link in html.xpath("//a/@href"):
        assert link.startswith(SCHEMES) or ":" not in link.split("/")[0], link


@pytest.mark.parametrize(
    "body",
    [
        "A *word* and **more**.",
        "- one\n- two",
        "1. one\n2. two",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "> quoted",
        "`code` and ``more ` code``",
        "```text\ncode\n```",
        "[a page](https://e.example/a_(b))",
        "Less than 3 < 5 and 7 > 6 & more.",
        '!!! care "Take care"\n\n    Slowly.',
        "[write](mailto:us@e.example)",
        "Curly {braces} stay.",
    ],
)
def test_plain_markdown_is_no_fault(body: str, tmp_path: Path) -> None:
    guide = str(base_files()[PATH]).replace("## Begin gently", f"## Begin gently\n\n{body}\n\n## Then")
    assert check_project(write_project(tmp_path, {PATH: guide}), TODAY).report.diagnostics == ()
