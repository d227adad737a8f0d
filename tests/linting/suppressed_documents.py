"""Documents with directives in every format, and what linting them gives."""

from datetime import date

from okrlint.config.settings import Settings
from okrlint.linter import Linter
from okrlint.linting.findings import Finding, Report
from okrlint.model import Document
from okrlint.opening import read_document, reader_for
from okrlint.reading.source import Source

TODAY = date(2026, 4, 20)
VAGUE = "Improve onboarding"
"""A key result that KW001 (no number) is about; a directive for it is used wherever this is what it means."""


def lint(text: str, format: str = "markdown", **settings: object) -> Report:
    values = {"select": ("KW001", "OB001"), "lang": "en"} | settings
    return Linter({}, today=TODAY, overrides=values).lint_text(text, format, "okr/team")


def lint_bytes(data: bytes, format: str) -> Report:
    return Linter({}, today=TODAY, overrides={"select": ("KW001", "OB001")}).lint_bytes(data, format, "okr/team")


def document(text: str, format: str = "markdown") -> Document:
    return read_document(Source(text, "okr/team"), reader_for(format, "-"), Settings())


def places(report: Report) -> list[str]:
    """What is reported, and of what: KW001 of O1 KR2 as `KW001 O1 KR2`."""
    return [name(finding) for finding in report.findings]


def name(finding: Finding) -> str:
    return " ".join(filter(None, (finding.code, finding.objective, finding.key_result)))


def hidden(report: Report) -> list[str]:
    assert all(each.by == "suppression" for each in report.hidden)
    return [name(each.finding) for each in report.hidden]


def fixed(text: str, report: Report) -> str:
    """The text after all fixes of HY005 that can be made at once."""
    edits = {
        edit.span: edit.text for each in report.findings if each.code == "HY005" and each.fix for edit in each.fix.edits
    }
    for span in sorted(edits, reverse=True):
        text = text[: span.start] + edits[span] + text[span.end :]
    return text


def statements(read: Document) -> list[tuple[str, list[str]]]:
    return [(each.text.value, [item.text.value for item in each.key_results]) for each in read.objectives]


CARRIERS = {
    "markdown, behind": (
        "markdown",
        f"## O1: Be loved\n- KR1: {VAGUE} <!-- okrlint: disable=KW001 -- pilot -->\n- KR2: {VAGUE}\n",
    ),
    "markdown, above": (
        "markdown",
        f"## O1: Be loved\n- KR1: {VAGUE}\n<!-- okrlint: disable=KW001 -- pilot -->\n- KR2: {VAGUE}\n",
    ),
    "markdown, in a nested list": (
        "markdown",
        f"- O1: Be loved\n  - KR1: {VAGUE}\n<!-- okrlint: disable=KW001 -- pilot -->\n  - KR2: {VAGUE}\n",
    ),
    "markdown, over lines": (
        "markdown",
        f"## O1: Be loved\n- KR1: {VAGUE}\n<!--\n  okrlint: disable=KW001\n  -- pilot\n-->\n- KR2: {VAGUE}\n",
    ),
    "markdown, column": (
        "markdown",
        (
            "## O1: Be loved\n| Key result | Owner | okrlint |\n|--|--|--|\n"
            f"| {VAGUE} | Bo | KW001 -- pilot |\n| {VAGUE} | Bo | |\n"
        ),
    ),
    "markdown, behind a row": (
        "markdown",
        (
            "## O1: Be loved\n| Key result | Owner |\n|--|--|\n"
            f"| {VAGUE} | Bo | <!-- okrlint: disable=KW001 -- pilot -->\n"
            f"| {VAGUE} | Bo |\n"
        ),
    ),
    "markdown, between rows": (
        "markdown",
        (
            f"## O1: Be loved\n| Key result | Owner |\n|--|--|\n| {VAGUE} | Bo |\n"
            "<!-- okrlint: disable=KW001 -- pilot -->\n"
            f"| {VAGUE} | Bo |\n"
        ),
    ),
    "markdown, yaml fence": (
        "markdown",
        (
            f"# OKR\n```yaml\nobjective: Be loved\nkey_results:\n  - {VAGUE}\n"
            f"  # okrlint: disable=KW001 -- pilot\n  - {VAGUE}\n```\n"
        ),
    ),
    "markdown, front matter": (
        "markdown",
        (
            "---\nobjectives:\n- objective: Be loved\n  key_results:\n"
            f"  - {VAGUE} # okrlint: disable=KW001 -- pilot\n  - {VAGUE}\n---\n"
        ),
    ),
    "html, behind": (
        "html",
        (
            "<h2>O1: Be loved</h2><ul>\n"
            f"<li>KR1: {VAGUE}<!-- okrlint: disable=KW001 -- pilot --></li>\n"
            f"<li>KR2: {VAGUE}</li></ul>"
        ),
    ),
    "html, above": (
        "html",
        (
            "<h2>O1: Be loved</h2><ul>\n<!-- okrlint: disable=KW001 -- pilot -->\n<li>\n"
            f"KR1: {VAGUE}</li>\n<li>KR2: {VAGUE}</li></ul>"
        ),
    ),
    "html, column": (
        "html",
        (
            "<table><tr><th>Objective</th><th>Key result</th><th>okrlint-ignore</th></tr>\n"
            f"<tr><td>Be loved</td><td>{VAGUE}</td><td>KW001 -- pilot</td></tr>\n"
            f"<tr><td></td><td>{VAGUE}</td><td></td></tr></table>"
        ),
    ),
    "yaml, behind": (
        "yaml",
        f"objective: Be loved\nkey_results:\n  - {VAGUE} # okrlint: disable=KW001 -- pilot\n  - '{VAGUE}'\n",
    ),
    "yaml, behind another comment": (
        "yaml",
        f"objective: Be loved\nkey_results:\n  - {VAGUE} # see plan # okrlint: disable=KW001 -- pilot\n  - '{VAGUE}'\n",
    ),
    "yaml, above": (
        "yaml",
        f"objective: Be loved\nkey_results:\n# okrlint: disable=KW001 -- pilot\n  - {VAGUE}\n  - '{VAGUE}'\n",
    ),
    "yaml, key": (
        "yaml",
        (
            f"objective: Be loved\nkey_results:\n  - text: {VAGUE}\n"
            f"    x-okrlint-ignore: KW001 -- pilot\n  - text: {VAGUE}\n"
        ),
    ),
    "yaml, keys": (
        "yaml",
        (
            f"objective: Be loved\nkey_results:\n  KR1:\n    text: {VAGUE}\n    x-okrlint-ignore:\n"
            f"      - KW001 -- pilot\n  KR2: {VAGUE}\n"
        ),
    ),
    "toml, behind": (
        "toml",
        (
            '[[objectives]]\nobjective = "Be loved # not"\nkey_results = [\n'
            f'  "{VAGUE}", # okrlint: disable=KW001 -- pilot\n  "{VAGUE}",\n]\n'
        ),
    ),
    "toml, key": (
        "toml",
        (
            f'[[objectives]]\nobjective = "Be loved"\n[[objectives.key_results]]\ntext = "{VAGUE}"\n'
            'x-okrlint-ignore = "KW001 -- pilot"\n'
            f'[[objectives.key_results]]\ntext = "{VAGUE}"\n'
        ),
    ),
    "json, key": (
        "json",
        (
            f'{{"objective": "Be loved", "key_results": [{{"text": "{VAGUE}", "x-okrlint-ignore": "KW001 -- '
            f'pilot"}}, "{VAGUE}"]}}'
        ),
    ),
    "json, list": (
        "json",
        (
            f'{{"objective": "Be loved", "key_results": [{{"x-okrlint-ignore": ["KW001 -- pilot"], "text": '
            f'"{VAGUE}"}}, "{VAGUE}"]}}'
        ),
    ),
    "json lines, key": (
        "json",
        (
            f'{{"objective": "Be loved", "owner": "Bo", "key_results": [{{"text": "{VAGUE}", "x-okrlint-ignore": '
            f'"KW001 -- pilot"}}, "{VAGUE}"]}}\n'
            '{"objective": "Be fast", "owner": "Bo", "key_results": ["Answers from 9 h to 2 h"]}\n'
        ),
    ),
    "csv, column": ("csv", f"Objective,Key result,okrlint\nBe loved,{VAGUE},KW001 -- pilot\n,{VAGUE},\n"),
    "csv, rows of types": (
        "csv",
        (
            "Type,Title,Owner,okrlint\nObjective,Be loved,Bo,\n"
            f"Key result,{VAGUE},Bo,okrlint: disable=KW001 -- pilot\nKey result,{VAGUE},Bo,\n"
        ),
    ),
    "org, above": (
        "org",
        f"* O1: Be loved\n** Key results\n   # okrlint: disable=KW001 -- pilot\n   - KR1: {VAGUE}\n   - KR2: {VAGUE}\n",
    ),
    "org, at the left edge of a list": (
        "org",
        f"* O1: Be loved\n  - KR1: {VAGUE}\n    - Owner: Bo\n# okrlint: disable=KW001 -- pilot\n  - KR2: {VAGUE}\n",
    ),
    "rst, above": (
        "rst",
        f"O1: Be loved\n============\n\n- KR1: {VAGUE}\n\n.. okrlint: disable=KW001 -- pilot\n\n- KR2: {VAGUE}\n",
    ),
}
