"""`--format sarif`: SARIF 2.1.0, as code scanning on GitHub and other viewers read it."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, NamedTuple

from okrlint.linting.codes import ENGINE_CODES
from okrlint.linting.findings import Finding, FixNote, Hidden, Position, Report
from okrlint.linting.identity import fingerprints
from okrlint.model import Words
from okrlint.reporting.interchange import is_absolute, level, message, one_line, relative, uri
from okrlint.reporting.interface import RuleNote, Style
from okrlint.reporting.json import strict_json

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MAX_RESULTS = 25_000
"""GitHub refuses a file with more results."""
_MAX_DESCRIPTION = 1024
"""GitHub refuses a rule with a longer description, in characters."""
_MAX_SNIPPET = 1000
"""Characters of a document that a result repeats: what points at more of it is found by its place alone."""
_FINGERPRINT = "okrlint/v1"
"""Not `primaryLocationLineHash`, which GitHub's own upload works out from the lines around a result."""
_ROOT = "%SRCROOT%"
_ROOT_IS = Words("the folder that okrlint was run in", "运行 okrlint 时所在的文件夹")
_CUT = Words(
    "{left} of {all} findings are left out, the least severe: GitHub takes {max} results at most",
    "共 {all} 条，略去其中较轻的 {left} 条：GitHub 最多接受 {max} 条结果",
)
_UNSAFE = Words("the meaning might change", "可能改变含义")


class SarifReporter:
    """One run: the rules that ran, their findings, and whether the job could be done."""

    name = "sarif"

    def render(self, report: Report, style: Style) -> str:
        """Return the report as JSON, one rule and one result a line."""
        entries = _entries(report, style)
        shown = _most_severe(entries)
        rules = _rules((entry.finding for entry in shown), style)
        index = {rule.code: number for number, rule in enumerate(rules)}
        results = [_result(entry, index[entry.finding.code]) for entry in shown]
        run = {
            "tool": f'{{"driver": {_driver(rules, style)}}}',
            "language": strict_json(style.language),
            "columnKind": strict_json("unicodeCodePoints"),
            "originalUriBaseIds": strict_json({_ROOT: {"description": {"text": _ROOT_IS.in_language(style.language)}}}),
            "invocations": strict_json([_invocation(report, index, len(entries) - len(shown), style)]),
            "results": _lines(results),
        }
        log = {"$schema": strict_json(_SCHEMA), "version": strict_json("2.1.0"), "runs": f"[{_object(run)}]"}
        return f"{_object(log)}\n"


class _Entry(NamedTuple):
    """A finding that becomes a result; its path is told from the working folder."""

    finding: Finding
    fingerprint: str
    hidden: Hidden | None


def _entries(report: Report, style: Style) -> list[_Entry]:
    """Return the findings with their fingerprints: those that are hidden last, so that they change no other's."""
    hidden = report.hidden if style.show_hidden else ()
    findings = [
        finding._replace(path=relative(finding.path, style.folder))
        for finding in chain(report.findings, (each.finding for each in hidden))
    ]
    reasons = chain((None for _ in report.findings), hidden)
    return [_Entry(*each) for each in zip(findings, fingerprints(findings), reasons, strict=True)]


def _most_severe(entries: list[_Entry]) -> list[_Entry]:
    """Return what a file may hold, in order."""
    if len(entries) <= MAX_RESULTS:
        return entries
    ranked = sorted(range(len(entries)), key=lambda number: -entries[number].finding.severity)
    return [entries[number] for number in sorted(ranked[:MAX_RESULTS])]


def _driver(rules: Sequence[RuleNote], style: Style) -> str:
    version = strict_json(style.version)
    named = {"version": version, "semanticVersion": version} if style.version else {}
    return _object(
        {"name": strict_json("okrlint"), **named, "rules": _lines([_rule(rule, style.language) for rule in rules])}
    )


def _rules(findings: Iterable[Finding], style: Style) -> list[RuleNote]:
    """Return the rules that ran and the other codes that occur, by code."""
    notes = {rule.code: rule for rule in style.rules()}
    for finding in findings:
        if finding.code not in notes:
            notes[finding.code] = _note(finding)
    return [notes[code] for code in sorted(notes)]


def _note(finding: Finding) -> RuleNote:
    """Tell of a code that no rule has: one of the engine."""
    engine = ENGINE_CODES.get(finding.code)
    summary = engine.summary if engine else Words(finding.name, finding.name)
    return RuleNote(finding.code, finding.name, summary, Words("", ""), finding.severity, finding.certainty)


def _rule(rule: RuleNote, language: str) -> dict[str, Any]:
    name = one_line(rule.name) or rule.code
    summary = one_line(rule.summary.in_language(language)) or name
    manual = rule.manual.in_language(language).strip() or summary
    return {
        "id": rule.code,
        "name": name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": _clipped(one_line(manual.split("\n\n")[0]))},
        "help": {"text": manual, "markdown": manual},
        "defaultConfiguration": {"level": level(rule.severity, lowest="note")},
        "properties": {
            "tags": ["okr"],
            "precision": rule.certainty,
            "problem.severity": level(rule.severity, lowest="recommendation"),
        },
    }


def _result(entry: _Entry, rule: int) -> dict[str, Any]:
    finding = entry.finding
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": level(finding.severity, lowest="note"),
        "message": {"text": message(finding)},
        "locations": [_location(finding)],
        "partialFingerprints": {_FINGERPRINT: entry.fingerprint},
    }
    if finding.fix and finding.fix.edits:
        result["fixes"] = [_fix(finding, finding.fix)]
    if entry.hidden:
        result["suppressions"] = [_suppression(entry.hidden)]
    return result | {"properties": {"severity": finding.severity.label, "confidence": finding.certainty}}


def _location(finding: Finding) -> dict[str, Any]:
    region: dict[str, Any] = _region(finding.start, finding.end)
    if 0 < len(finding.quote) <= _MAX_SNIPPET:
        region["snippet"] = {"text": finding.quote}
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(finding.path), "region": region}}
    parts = [*_item(finding), *([{"fullyQualifiedName": finding.place}] if finding.place else [])]
    return location | {"logicalLocations": parts} if parts else location


def _item(finding: Finding) -> list[dict[str, str]]:
    """Name the objective or key result that a finding is about."""
    names = [name for name in (finding.objective, finding.key_result) if name]
    if not names:
        return []
    kind = "key result" if finding.key_result else "objective"
    return [{"name": names[-1], "fullyQualifiedName": "/".join(names), "kind": kind}]


def _artifact(path: str) -> dict[str, str]:
    return {"uri": uri(path)} if is_absolute(path) else {"uri": uri(path), "uriBaseId": _ROOT}


def _region(start: Position, end: Position) -> dict[str, int]:
    """Return a stretch of lines, or of cells; in a table that was turned, cells may end before they begin."""
    end = max(start, end)
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _fix(finding: Finding, fix: FixNote) -> dict[str, Any]:
    title = one_line(fix.title) or finding.code
    replacements: list[dict[str, Any]] = []
    for edit in fix.edits:
        deleted = {"deletedRegion": _region(edit.start, edit.end)}
        replacements.append(deleted | {"insertedContent": {"text": edit.text}} if edit.text else deleted)
    return {
        "description": {"text": title if fix.safe else f"{title} ({_UNSAFE.in_language(finding.language)})"},
        "artifactChanges": [{"artifactLocation": _artifact(finding.path), "replacements": replacements}],
    }


def _suppression(hidden: Hidden) -> dict[str, str]:
    kind = "inSource" if hidden.by == "suppression" else "external"
    reason = one_line(hidden.reason or "")
    return {"kind": kind, "justification": reason} if reason else {"kind": kind}


def _invocation(report: Report, index: dict[str, int], left_out: int, style: Style) -> dict[str, Any]:
    notes: list[dict[str, Any]] = [
        {
            "level": "error",
            "message": {"text": message(finding)},
            "locations": [_location(finding._replace(path=relative(finding.path, style.folder)))],
            "associatedRule": {"id": finding.code, "index": index[finding.code]},
        }
        for finding in report.findings
        if finding.fatal and finding.code in index
    ]
    if left_out:
        words = _CUT.in_language(style.language)
        text = words.format(left=left_out, all=left_out + MAX_RESULTS, max=MAX_RESULTS)
        notes.append({"level": "warning", "message": {"text": text}})
    invocation: dict[str, Any] = {"executionSuccessful": not report.failed}
    return invocation | {"toolExecutionNotifications": notes} if notes else invocation


def _clipped(text: str) -> str:
    return text if len(text) <= _MAX_DESCRIPTION else f"{text[: _MAX_DESCRIPTION - 1].rstrip()}…"


def _object(members: dict[str, str]) -> str:
    """Join members that are JSON already, one a line."""
    return "{" + ",\n".join(f"{strict_json(name)}: {value}" for name, value in members.items()) + "}"


def _lines(items: Sequence[Any]) -> str:
    """Write an array, one item a line."""
    return "[\n" + ",\n".join(strict_json(item) for item in items) + "]" if items else "[]"
