"""Whether a reporter keeps what the seam of reporters promises."""

from collections.abc import Iterator

from okrlint.linting.findings import FileReport, Finding, FixNote, Hidden, Position, Replacement, Report, combine
from okrlint.linting.interface import Severity
from okrlint.model import Span
from okrlint.reading.source import Excerpt
from okrlint.reporting.interface import Reporter, Style

_TEXTS = (
    "提升客户满意度：写明数字 🚀 👩‍👩‍👧‍👦 e\u0301",
    "one\ntwo\r\nthree\u2028four\x85five",
    "::error file=a.md::boom ##vso[task.complete] %25 %0A {0} {x} $x",
    "<script>alert('x')</script> ]]> <!-- &amp; &#10; | `x` **b** [x](y) \" '",
    "a\x00b\x1b[31mred\x1b[0m\x7f\x9b\u202eevil\ufeff",
    "high \ud83d low \ude00 undecodable \udcff",
    "x" * 20_000,
    "",
)
_PATHS = (
    "docs/okrs/q2.md",
    "文档/增长 目标#1?.md",
    "q2\nsecond\x1b[31m.md",
    "q2-\udcff.md",
    "-",
    "C:/okrs/q2 (1).md",
    "../100%/<b>|&'\"`.md",
)
_STYLES = (
    Style(),
    Style(language="zh", show_hidden=True),
    Style(width=20),
    Style(color=True, width=80, folder="/srv/okrs", version="1.0"),
)


def check_reporter(reporter: Reporter) -> None:
    """Have reports rendered, an empty one and unkind ones, and look at what comes of each.

    A report is text that can be written as UTF-8, whose last line is ended, and that has escape sequences only where
    colour is asked for; and the same report and style give the same text.

    Raises:
        AssertionError: for the first report that is not rendered so.
    """
    __tracebackhide__ = True
    for name, report in _reports():
        for style in _STYLES:
            try:
                text, again = reporter.render(report, style), reporter.render(report, style)
            except Exception as error:
                raise AssertionError(f"{reporter.name}: a report with {name} makes it crash: {error!r}") from error
            flaw = _flaw(text, again, style)
            if flaw:
                raise AssertionError(f"{reporter.name}: a report with {name}, {style.language}: {flaw}")


def _flaw(text: object, again: object, style: Style) -> str | None:
    if not isinstance(text, str):
        return f"render returned {type(text).__name__}, and no str"
    if text != again:
        return "the second time it is another text: a reporter looks at no clock, and keeps nothing"
    if text and not text.endswith("\n"):
        return f"its last line is not ended: {text[-40:]!r}"
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return f"it cannot be written as UTF-8: {error}"
    if "\x1b" in text and not style.color:
        return "it has escape sequences, though no colour is asked for"
    return None


def _reports() -> Iterator[tuple[str, Report]]:
    yield "nothing in it", combine([])
    yield "no finding", _of()
    for text in _TEXTS:
        yield f"the words {text[:60]!r}", _of(*_with_text(text))
    for path in _PATHS:
        yield f"the path {path!r}", _of(plain_finding(path=path), plain_finding(4, path=path, fatal=True, code="EN001"))
    yield "every severity", _of(*(plain_finding(int(each) + 1, severity=each) for each in Severity))
    nowhere = plain_finding(
        1, start=Position(1, 1), end=Position(1, 1), excerpt=Excerpt("", 0, 0), quote="", subject=""
    )
    yield "a finding about a file without text", _of(nowhere._replace(objective=None, key_result=None))
    yield "a finding over several lines", _of(plain_finding(end=Position(9, 2), quote="一\n二\r\n"))
    yield "a finding in a cell", _of(plain_finding(place="'a::b|]]>'!B3\n"))
    yield "fixes", _of(plain_finding(fix=_fix("", "NPS 从 30\n到 45")), plain_finding(4, fix=_fix("\x1b\ud83d]]>")))
    hidden = Hidden(plain_finding(4), "suppression", "说好的 ::error:: ]]>"), Hidden(plain_finding(5), "baseline")
    yield "what is suppressed", _of(plain_finding(), hidden=hidden)


def _with_text(text: str) -> Iterator[Finding]:
    yield plain_finding(1, message=text)
    yield plain_finding(2, excerpt=Excerpt(text, 0, len(text)), subject=text, quote=text)
    yield plain_finding(3, objective=text[:40], key_result=text[:40], fix=_fix(text))


def plain_finding(line: int = 3, **values: object) -> Finding:
    """Make a finding that points at four characters of a line; `values` are fields that are to be otherwise."""
    text = "- KR1: 提升客户满意度 🙂"
    plain = Finding(
        path="docs/okrs/q2.md",
        start=Position(line, 8),
        end=Position(line, 12),
        code="ACME001",
        name="kr-without-number",
        severity=Severity.WARNING,
        message="“提升客户满意度” has no number",
        objective="O1",
        key_result="KR1",
        excerpt=Excerpt(text, 7, 11),
        offset=100 * line,
        subject="提升客户满意度 🙂",
        quote=text[7:11],
        byte_columns=(8, 20),
    )
    return plain._replace(**values)  # type: ignore[arg-type]


def _fix(*texts: str) -> FixNote:
    edits = (
        Replacement(Position(3, at), Position(3, at + 1), text, Span(300 + at, 301 + at), (at, at + 1))
        for at, text in enumerate(texts, 8)
    )
    return FixNote(True, "write it so", tuple(edits))


def _of(*findings: Finding, hidden: tuple[Hidden, ...] = ()) -> Report:
    return combine([FileReport("docs/okrs/q2.md", findings, 1, 2, recognised=True, hidden=hidden)])
