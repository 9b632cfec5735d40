"""The content that we publish ourselves is sound."""

from pathlib import Path

from generator.diagnostics import Severity
from generator.pipeline import check_project
from generator.reporting import format_diagnostic

ROOT = Path(__file__).parent.parent


def test_our_own_content_has_no_errors_and_no_warnings() -> None:
    report = check_project(ROOT).report
    faults = [format_diagnostic(one) for one in report.diagnostics if one.severity is not Severity.NOTICE]
    assert faults == []
