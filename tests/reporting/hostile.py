"""Reports as unkind as they come: what every output format must write so that its reader still understands."""

import json
from typing import NamedTuple

from hypothesis import strategies as st

from okrlint.linting.findings import FileReport, Finding, FixNote, Hidden, Position, Replacement, Report, combine
from okrlint.linting.interface import Severity
from okrlint.model import Span
from okrlint.reading.source import Excerpt
from okrlint.testing.reporters import plain_finding

TEXTS: dict[str, str] = {
    "chinese": "“提升客户满意度”没有数字；请写成：NPS 从 30 升到 45，并注明负责人（张三）",
    "emoji": "🚀 ship it 👩‍👩‍👧‍👦 🇨🇳 𐐀 — no number",
    "combining": "e\u0301te\u0301 n\u0303 का क्षि \u0300leading mark",
    "right to left": "\u202eevil\u202c שלום \u2066isolated\u2069",
    "workflow commands": "::error file=a.md,line=1::boom\n::set-output name=x::y\r\n::stop-commands::t",
    "azure commands": "##vso[task.setvariable variable=x]y ##[error]boom; done]",
    "percent": "100%25 %0A%0D %3A %2C % %% %s {0} {name} $x ${x} $(x) `x`",
    "markup": "<script>alert('x')</script> </failure> ]]> <![CDATA[ <!-- --> &amp; &#10; &lt; \" '",
    "markdown": "| a | b | `` ` `` ``` **bold** _x_ [x](javascript:alert(1)) ![x](y) # h\n- list\n> quote\n\\| @t #1",
    "controls": "a\x00b\x01c\x07d\x08e\x0bf\x0cg\x1b[31mred\x1b[0m\x1b]8;;http://x\x07h\x7fi\x85j\x9bk",
    "line ends": "one\rtwo\r\nthree\nfour\u2028five\u2029six\x85seven",
    "tabs and blanks": "\t tab\u00a0nbsp\u3000ideographic  \t ",
    "surrogates": "high \ud83d low \ude00 undecodable \udcff end",
    "not characters": "\ufffe \uffff \U0001ffff \ufdd0 \ufeff",
    "quotes": "\"double\" 'single' \\backslash\\ \\n \\u0041 “curly” 「corner」",
    "long": "很长的一行 with 100 words 🙂 " * 1_000,
    "long word": "x" * 20_000,
    "empty": "",
    "blank": " ",
}
"""Texts by what is unkind about them."""

PATHS: dict[str, str] = {
    "plain": "docs/okrs/q2.md",
    "blanks": "my docs/q2 final (1).md",
    "chinese": "文档/二〇二六年/增长目标.md",
    "emoji": "🚀/👩‍💻.md",
    "reserved": "a#b?c%20d&e=f;g,h:i@j+k.md",
    "percent": "100%/%0A%2F%.md",
    "quotes": 'it\'s "q2" `x` <b>|&.md',
    "newlines": "q2\nsecond\rline\r\n.md",
    "controls": "q2\x1b[31m\x00\x7f.md",
    "undecodable": "q2-\udcff\udcfe.md",
    "dot": "./q2.md",
    "above": "../other/q2.md",
    "dashes": "--output=x.md",
    "absolute": "/srv/okrs/团队 a/q2.md",
    "drive": "C:/okrs/q2 a.md",
    "scheme": "http://example.com/q2.md",
    "standard input": "-",
}
"""Paths by what is unkind about them."""


class Case(NamedTuple):
    """A report and what it is about."""

    name: str
    report: Report


def finding(line: int = 3, **values: object) -> Finding:
    """Make a finding of KW001, as `plain_finding` does."""
    return plain_finding(line, **{"code": "KW001", "name": "kr-not-quantified", **values})


def fix(*edits: Replacement, safe: bool = True, title: str = "write it so") -> FixNote:
    """Make a fix."""
    return FixNote(safe, title, edits)


def edit(text: str, line: int = 3, start: int = 8, end: int = 12) -> Replacement:
    """Make an edit within the line of `finding`."""
    return Replacement(
        Position(line, start), Position(line, end), text, Span(100 * line, 100 * line + end - start), (8, 20)
    )


def hostile_reports() -> list[Case]:
    """Return reports, each with one kind of hostility, and one with all of it."""
    cases = [
        Case("no finding", combine([FileReport("q2.md", (), 2, 5, recognised=True)])),
        Case("nothing", combine([])),
    ]
    cases += [Case(f"text: {name}", _of(*_with_text(text))) for name, text in TEXTS.items()]
    cases += [Case(f"path: {name}", _of(*_with_path(path))) for name, path in PATHS.items()]
    cases += [Case(f"place: {name}", _of(*found)) for name, found in _PLACES.items()]
    cases.append(Case("every severity", _of(*(finding(9 - s, severity=s, code=f"XX00{int(s)}") for s in Severity))))
    cases.append(Case("fatal", _of(*_FATAL)))
    cases.append(Case("fixes", _of(*_FIXES)))
    cases.append(Case("hidden", _with_hidden()))
    cases.append(Case("twins", _of(finding(3), finding(3), finding(3, message="another"), finding(4))))
    everything = [found for case in cases for found in case.report.findings]
    hidden = [each for case in cases for each in case.report.hidden]
    cases.append(Case("everything", _of(*everything, hidden=tuple(hidden))))
    return cases


def assert_strict(text: str) -> None:
    """Assert the same of a report in JSON, and that it holds no lone surrogate even escaped."""
    assert_plain(text)
    json.dumps(json.loads(text), ensure_ascii=False).encode()


def assert_plain(text: str) -> None:
    """Assert that a report has an encoding, ends its last line, and steers no terminal."""
    text.encode()
    assert text.endswith("\n")
    unseen = {char for char in text if char < " " or "\x7f" <= char <= "\x9f" or char in "\u2028\u2029"}
    assert unseen <= {"\n"}


_ANY_TEXT = st.text(st.characters() | st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=12)
_ANY_POSITION = st.builds(Position, st.integers(1, 9), st.integers(1, 9))


@st.composite
def any_finding(draw: st.DrawFn) -> Finding:
    """Draw a finding of arbitrary text, path and place."""
    line = draw(_ANY_TEXT)
    first, after = sorted((draw(st.integers(0, len(line))), draw(st.integers(0, len(line)))))
    start, end = sorted((draw(_ANY_POSITION), draw(_ANY_POSITION)))
    return finding(
        1,
        path=draw(_ANY_TEXT.filter(bool)),
        start=start,
        end=end,
        severity=draw(st.sampled_from(Severity)),
        message=draw(_ANY_TEXT),
        excerpt=Excerpt(line, first, after),
        quote=line[first:after],
        subject=draw(_ANY_TEXT),
        place=draw(st.none() | _ANY_TEXT),
        objective=draw(st.none() | _ANY_TEXT),
        key_result=draw(st.none() | _ANY_TEXT),
        fatal=draw(st.booleans()),
        fix=draw(st.none() | st.builds(lambda text: fix(edit(text), title=text), _ANY_TEXT)),
        byte_columns=(start.column, end.column),
    )


def any_report() -> st.SearchStrategy[Report]:
    """Draw a report of a few arbitrary findings."""
    return st.lists(any_finding(), max_size=3).map(lambda findings: _of(*findings))


def _of(*findings: Finding, hidden: tuple[Hidden, ...] = ()) -> Report:
    return combine([FileReport("q2.md", findings, 1, 2, recognised=True, hidden=hidden)])


def _with_text(text: str) -> tuple[Finding, ...]:
    """Return findings with the text as message, and as everything that comes out of a document."""
    ids = text[:40]
    return (
        finding(1, message=text),
        finding(2, excerpt=Excerpt(text, 0, len(text)), subject=text, quote=text),
        finding(3, objective=ids, key_result=ids, place=None),
        finding(4, message=text, name=text, code=text[:12].strip() or "KW001", fix=fix(edit(text, 4), title=text)),
    )


def _with_path(path: str) -> tuple[Finding, ...]:
    return finding(1, path=path), finding(2, path=path, fatal=True, code="EN001", name="unreadable-file")


_NOWHERE = {"start": Position(1, 1), "end": Position(1, 1), "byte_columns": (1, 1), "offset": 0, "quote": ""}
_PLACES: dict[str, tuple[Finding, ...]] = {
    "first character, nothing marked": (finding(1, **_NOWHERE, excerpt=Excerpt("# 增长", 0, 0)),),
    "document without text": (finding(1, **_NOWHERE, excerpt=Excerpt("", 0, 0), subject="", objective=None,
                                      key_result=None),),
    "several lines": (finding(3, end=Position(7, 2), byte_columns=(8, 2), quote="提升\n\n  到第\r\n四行\n"),),
    "end of line": (finding(3, start=Position(3, 18), end=Position(4, 1), byte_columns=(36, 1), quote="\n"),),
    "cell": (finding(3, place="OKRs!B3"), finding(4, place="'二季度 目标'!AA10")),
    "hostile cell": (finding(3, place="'a::b|]]>\x1b`%0A'!B3\n"),),
    "far away": (finding(1_000_000, start=Position(1_000_000, 5_000_000), end=Position(1_000_000, 5_000_004)),),
    "objective": (finding(3, key_result=None),),
    "document": (finding(3, objective=None, key_result=None, subject=""),),
}  # fmt: skip
_FATAL = (
    finding(1, **_NOWHERE, path="gone.md", code="EN001", name="unreadable-file", severity=Severity.ERROR, fatal=True,
            message="cannot be read: No such file or directory", objective=None, key_result=None, subject="",
            excerpt=Excerpt("", 0, 0)),
    finding(1, code="EN006", name="rule-crashed", severity=Severity.ERROR, fatal=True,
            message="rule KW001 crashed: ValueError: \x1b[31m::error::</x>\n(/srv/rules.py:3)"),
    finding(2, code="EN007", name="old-encoding", severity=Severity.INFO, message="was read as GB 18030"),
)  # fmt: skip
_FIXES = (
    finding(3, fix=fix(edit("NPS 从 30 升到 45"))),
    finding(4, fix=fix(edit("", 4), safe=False, title="delete it")),
    finding(5, fix=fix(edit("one\ntwo\r\n", 5), edit("再来", 5, 14, 14), title="两处")),
    finding(6, fix=fix(edit("\x1b[31m\ud83d</x>::error::]]>", 6), title="`x` | \n<b>")),
    finding(7, fix=fix(edit("over lines", 7)._replace(end=Position(9, 1), byte_columns=(8, 1)))),
)


def _with_hidden() -> Report:
    return _of(
        finding(3),
        hidden=(
            Hidden(finding(4), "suppression", "老板说的 ::error:: ]]> <b> `|`"),
            Hidden(finding(5), "suppression"),
            Hidden(finding(6), "suppression", ""),
            Hidden(finding(7, message="known\x1b[0m"), "baseline"),
        ),
    )
