"""A report -> the text that a person, a program or GitHub reads."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Final
from urllib.parse import quote as as_uri

from generator.adapting import Comparison, Standing
from generator.diagnostics import Diagnostic, Report, Severity

MOST_PRINTED: Final = 50
"""Diagnostics. More would push the first, which matters most, off the screen."""


def format_text(report: Report) -> str:
    """Write each diagnostic with its hint below it, and the count of all."""
    lines = [
        f"{diagnostic.location}: {diagnostic.severity.word}: {_message_and_hint(diagnostic)}"
        for diagnostic in report.diagnostics[:MOST_PRINTED]
    ]
    return "\n".join([*lines, *_rest(report), _summary(report)])


def format_diagnostic(diagnostic: Diagnostic) -> str:
    """Write one diagnostic for a log that tells the severity by itself."""
    return f"{diagnostic.location}: {_message_and_hint(diagnostic)}"


def format_json(report: Report) -> str:
    """Write all diagnostics as one JSON object, for programs; nothing is left out of it."""
    return json.dumps(
        {
            "diagnostics": [
                {
                    "code": diagnostic.code.name,
                    "severity": diagnostic.severity.word,
                    "path": diagnostic.location.path,
                    "line": diagnostic.location.line,
                    "column": diagnostic.location.column,
                    "message": diagnostic.message,
                    "hint": diagnostic.hint,
                    "related": [
                        {"path": place.path, "line": place.line, "column": place.column, "message": words}
                        for place, words in diagnostic.related
                    ],
                }
                for diagnostic in report.diagnostics
            ],
            **{severity.word + "s": report.count(severity) for severity in Severity},
        },
        ensure_ascii=False,
        indent=2,
    )


def format_github(report: Report) -> str:
    """Write workflow commands, which GitHub shows on the very lines of a pull request."""
    lines = [_github_line(diagnostic) for diagnostic in report.diagnostics[:MOST_PRINTED]]
    return "\n".join([*lines, *_rest(report), _summary(report)])


def format_sarif(report: Report) -> str:
    """Write SARIF 2.1.0 (OASIS), which code hosts show beside the lines; nothing is left out of it."""
    codes = {diagnostic.code.name: diagnostic.code for diagnostic in report.diagnostics}
    run = {
        "tool": {
            "driver": {
                "name": "selfcare",
                "rules": [
                    {"id": name, "shortDescription": {"text": code.meaning}} for name, code in sorted(codes.items())
                ],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(diagnostic) for diagnostic in report.diagnostics],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _sarif_result(diagnostic: Diagnostic) -> dict[str, object]:
    place = diagnostic.location
    region: dict[str, object] = {"startLine": place.line, "startColumn": place.column}
    result: dict[str, object] = {
        "ruleId": diagnostic.code.name,
        "level": {Severity.NOTICE: "note"}.get(diagnostic.severity, diagnostic.severity.word),
        "message": {"text": _in_words(diagnostic)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": as_uri(place.path)}, "region": region}}],
    }
    if diagnostic.mend is not None:
        mend, start = diagnostic.mend, len(diagnostic.mend.before) + 1
        deleted = {"startLine": mend.line, "startColumn": start, "endColumn": start + len(mend.written)}
        replacement = {"deletedRegion": deleted, "insertedContent": {"text": mend.meant}}
        change = {"artifactLocation": {"uri": as_uri(place.path)}, "replacements": [replacement]}
        result["fixes"] = [{"description": {"text": f"Write “{mend.meant}”."}, "artifactChanges": [change]}]
    return result


def format_rdjson(report: Report) -> str:
    """Write the diagnostics as reviewdog reads them (rdjson), with what it can put in by one click.

    A replacement's columns are in bytes of UTF-8 (reviewdog, proto/rdf/reviewdog.proto).
    """
    found = {"source": {"name": "selfcare"}, "diagnostics": [_rd_diagnostic(one) for one in report.diagnostics]}
    return json.dumps(found, ensure_ascii=False, indent=2)


def _rd_diagnostic(diagnostic: Diagnostic) -> dict[str, object]:
    place = diagnostic.location
    start = {"line": place.line, "column": place.column}
    told: dict[str, object] = {
        "message": _in_words(diagnostic),
        "location": {"path": place.path, "range": {"start": start}},
        "severity": {Severity.NOTICE: "INFO"}.get(diagnostic.severity, diagnostic.severity.word.upper()),
        "code": {"value": diagnostic.code.name},
    }
    if diagnostic.mend is not None:
        mend, column = diagnostic.mend, len(diagnostic.mend.before.encode()) + 1
        ends = {"start": column, "end": column + len(mend.written.encode())}
        there = {name: {"line": mend.line, "column": at} for name, at in ends.items()}
        told["suggestions"] = [{"range": there, "text": mend.meant}]
    return told


def _in_words(diagnostic: Diagnostic) -> str:
    return " ".join(part for part in (diagnostic.message, diagnostic.hint) if part)


FORMATS: Final[Mapping[str, Callable[[Report], str]]] = {
    "text": format_text,
    "json": format_json,
    "github": format_github,
    "sarif": format_sarif,
    "rdjson": format_rdjson,
}


def _message_and_hint(diagnostic: Diagnostic) -> str:
    lines = [f"{diagnostic.message} [{diagnostic.code.name}]"]
    if diagnostic.hint:
        lines.append(f"    {diagnostic.hint}")
    lines.extend(f"    {location}: {words}" for location, words in diagnostic.related)
    return "\n".join(lines)


def _rest(report: Report) -> Iterator[str]:
    left = len(report.diagnostics) - MOST_PRINTED
    if left > 0:
        yield f"... and {left} more, not shown."


def _summary(report: Report) -> str:
    if not report.diagnostics:
        return "No faults found."
    counts = (
        f"{report.count(severity)} {severity.word}{'' if report.count(severity) == 1 else 's'}"
        for severity in Severity
        if report.count(severity)
    )
    return ", ".join(counts) + "."


def _github_line(diagnostic: Diagnostic) -> str:
    """Escape as the runner's toolkit does (actions/toolkit, packages/core/src/command.ts)."""
    place = diagnostic.location
    words = _in_words(diagnostic)
    path = _escape(place.path).replace(":", "%3A").replace(",", "%2C")
    title = diagnostic.code.name
    return (
        f"::{diagnostic.severity.word} file={path},line={place.line},col={place.column},title={title}::{_escape(words)}"
    )


def _escape(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def describe_comparison(one: Comparison) -> Iterator[str]:
    """Say in lines how a clinic's change stands to the base, and what to do about it."""
    yield f"{one.document.locate()}: {one.standing.value}"
    match one.standing:
        case Standing.GONE:
            there = f"It is {one.moved_to} now: write that" if one.moved_to else "Name another, or take the file out"
            yield f"    The base has no {one.thing} any more, or not this text of it. {there}."
        case Standing.CHANGED if one.was is not None:
            yield f"    What the base said in version {one.was.version} (-), and what it says now (+):"
            yield from (f"      {line}" for line in one.diff())
            if one.own is not None:
                yield "    What you say instead:"
                yield from (f"      {line}" for line in one.own.strip().splitlines())
            yield f"    Mend the file where it needs it, then run: selfcare brand accept <folder> {one.name}"
        case Standing.NEEDLESS:
            yield "    The base does this by itself now. Take the file out."
        case Standing.UNRECORDED:
            yield f"    Run: selfcare brand accept <folder> {one.name}"
        case _:
            pass
