"""Reports of arbitrary words: what a document, a path, a plug-in or an author of a suppression may hold."""

from hypothesis import strategies as st

from okrlint.linting.findings import FileReport, Finding, FixNote, Hidden, Position, Report, combine
from okrlint.linting.interface import Severity
from okrlint.reading.source import Excerpt
from okrlint.reporting.interface import Style

_PIECES = st.sampled_from(
    ["::", "::error::", "\n", "\r", "%0A", "##vso[", "##[error]", "]", ";", ",", "|", "`", "<b>", "</", "]]>", "&lt;",
     "@all", "#1", "GH-7", "https://x.example/y", "www.x.example", "a@b.example", "[x](y)", "![x](y)", "**", "_", "$x$",
     "~~", "\\", "\x1b[31m", "\x00", "\u2028", "\u202e", "\ud800", "\uffff", "目标", "🚀", "e\u0301", "a", " ", "--"]
)  # fmt: skip
texts = st.one_of(st.lists(_PIECES, max_size=12).map("".join), st.text(st.characters(codec=None), max_size=40))
styles = st.builds(
    Style, width=st.none() | st.integers(20, 120), language=st.sampled_from(["en", "zh"]), show_hidden=st.booleans()
)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    line, column = draw(st.integers(1, 50)), draw(st.integers(1, 50))
    text = draw(texts)
    begin = draw(st.integers(0, len(text)))
    return Finding(
        path=draw(st.sampled_from(["q2.md", "-"]) | texts.filter(bool)),
        start=Position(line, column),
        end=Position(line + draw(st.integers(0, 1)), column + 3),
        code=draw(st.just("KW001") | texts.filter(str.strip)),
        name=draw(st.just("kr-not-quantified") | texts),
        severity=draw(st.sampled_from(list(Severity))),
        message=draw(texts),
        language=draw(st.sampled_from(["en", "zh"])),
        objective=draw(st.none() | texts),
        key_result=draw(st.none() | texts),
        excerpt=Excerpt(text, begin, draw(st.integers(begin, len(text)))),
        offset=100 * line + column,
        place=draw(st.none() | texts),
        fatal=draw(st.booleans()),
        fix=draw(st.none() | st.builds(FixNote, st.booleans(), texts, st.just(()))),
        gist=draw(st.sampled_from(["", "the same"])),
    )


_hidden = st.builds(Hidden, findings(), st.sampled_from(["suppression", "baseline"]), st.none() | texts)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    found = tuple(draw(st.lists(findings(), max_size=8)))
    hidden = tuple(draw(st.lists(_hidden, max_size=3)))
    return combine([FileReport(draw(texts), found, 1, 2, recognised=True, hidden=hidden)])
