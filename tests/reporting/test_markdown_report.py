"""A comment on a pull request, rendered by GitHub's own parser and by another one."""

import re
from html.parser import HTMLParser

import cmarkgfm
import pyromark
import pytest
from cmarkgfm.cmark import Options
from hostile import TEXTS, Case, finding, hostile_reports
from hypothesis import given
from report_strategies import reports, styles

from okrlint.linting.findings import FileReport, Finding, Hidden, Report, combine
from okrlint.linting.interface import Severity
from okrlint.reporting.gathering import gathered, told
from okrlint.reporting.interface import Style
from okrlint.reporting.markdown import MarkdownReporter, markdown

CASES = pytest.mark.parametrize("case", hostile_reports(), ids=lambda case: case.name)
PLAIN = Style()
OURS = {"h2", "h3", "p", "code", "table", "thead", "tbody", "tr", "th", "td", "details", "summary"}
# What GitHub and GitLab make links of in the words of a page, after rendering.
CALLS = re.compile(r"@[\w\"]|#[\w\"]|\bGH-\d|[a-z]+://|www\.|(?<!\w)[!~%$&^][\w\"]", re.IGNORECASE)


class Page(HTMLParser):
    """What a page is made of: tags, comments, and its words outside of code, by what they stand in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.comments: list[str] = []
        self.words: dict[str, list[str]] = {name: [] for name in OURS}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert [name for name, _ in attrs if name != "style"] == []
        self.tags.add(tag)
        self.open.append(tag)
        if tag in OURS:
            self.words[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    unknown_decl = handle_pi = handle_decl

    def handle_data(self, data: str) -> None:
        if self.open:
            self.words[self.open[-1]][-1] += data
        else:
            assert not data.strip()

    @property
    def cells(self) -> list[tuple[str, ...]]:
        cells = self.words["td"]
        return list(zip(*[iter(cells)] * 4, strict=True))


def as_github(text: str) -> Page:
    extensions = ["table", "autolink", "strikethrough", "tasklist", "tagfilter"]
    return Page(
        cmarkgfm.markdown_to_html_with_extensions(text, options=Options.CMARK_OPT_UNSAFE, extensions=extensions)
    )


def as_others(text: str) -> Page:
    options = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH | pyromark.Options.ENABLE_MATH
    return Page(pyromark.html(text, options=options))


def rendered(report: Report, style: Style = PLAIN) -> str:
    return MarkdownReporter().render(report, style)


def check(report: Report, style: Style) -> None:
    """What holds of every report: a row for each thing told, four cells each, and nothing in them but words."""
    text = rendered(report, style)
    assert text.startswith("<!-- okrlint -->\n## ")
    assert text.endswith("\n")
    assert len(text) <= 60_000
    rows = len(list(gathered(told(report, style.show_hidden))))
    for page in (as_github(text), as_others(text)):
        assert page.tags <= OURS
        assert page.comments == [" okrlint "]
        assert len(page.words["h2"]) == 1
        assert len(page.cells) == rows or "more" in text or "另有" in text
        for words in (*page.words["td"], *page.words["h3"], *page.words["p"]):
            assert not CALLS.search(words), words


@CASES
@pytest.mark.parametrize("language", ["en", "zh"])
def test_hostile_reports_are_words_in_tables(case: Case, language: str) -> None:
    check(case.report, Style(language=language, show_hidden=True))


@given(reports(), styles)
def test_arbitrary_reports_are_words_in_tables(report: Report, style: Style) -> None:
    check(report, style)


def report_of(*findings: Finding, hidden: tuple[Hidden, ...] = ()) -> Report:
    return combine([FileReport("q2.md", findings, 1, 2, recognised=True, hidden=hidden)])


@pytest.mark.parametrize("name", ["chinese", "markdown", "markup", "quotes", "workflow commands"])
def test_words_read_as_they_were(name: str) -> None:
    (row,) = as_github(rendered(report_of(finding(3, message=TEXTS[name])))).cells
    plain = " ".join(row[3].replace("\u200b", "").split())
    assert plain == " ".join(TEXTS[name].split())
    assert row[:3] == ("3:8 [O1 KR1]", "warning", "KW001 kr-not-quantified")


@pytest.mark.parametrize(
    ("severity", "heading"),
    [
        (None, "✅ okrlint: no findings"),
        (Severity.INFO, "ℹ️ okrlint: 1 finding (1 info)"),
        (Severity.WARNING, "⚠️ okrlint: 1 finding (1 warning)"),
        (Severity.ERROR, "❌ okrlint: 1 finding (1 error)"),
    ],
)
def test_the_heading_is_the_verdict(severity: Severity | None, heading: str) -> None:
    report = report_of(*(() if severity is None else (finding(severity=severity),)))
    assert as_github(rendered(report)).words["h2"] == [heading]


def test_the_reader_is_told_in_his_language() -> None:
    page = as_github(rendered(report_of(finding(3)), Style(language="zh")))
    assert page.words["h2"] == ["⚠️ okrlint：共 1 条（警告 1）"]
    assert page.words["p"] == ["1 个文件，1 个目标，2 条关键结果"]
    assert page.words["th"] == ["位置", "严重程度", "规则", "说明"]
    assert page.cells[0][1] == "警告"


def test_each_file_has_a_table_and_what_is_the_same_is_said_once() -> None:
    same = [finding(line, gist="missing", message="no owner", key_result=f"KR{line}") for line in (3, 5, 8)]
    page = as_github(rendered(report_of(*same, finding(4, path="a/b_c_d.md"))))
    assert page.words["h3"] == ["a/b_c_d.md", "docs/okrs/q2.md"]
    assert [row[3] for row in page.cells][1:] == ["no owner – the same at 5:8 [O1 KR5], 8:8 [O1 KR8]"]


def test_long_tables_are_folded() -> None:
    page = as_github(rendered(report_of(*(finding(line) for line in range(1, 30)))))
    assert page.words["summary"] == ["29 warnings: show them"]
    assert len(page.cells) == 29
    assert "details" not in as_github(rendered(report_of(*(finding(line) for line in range(1, 11))))).tags


def test_what_finds_no_room_is_counted() -> None:
    many = [finding(line, path=f"{line % 7}.md", message="很长" * 150) for line in range(1, 1_001)]
    text = rendered(report_of(*many))
    page = as_github(text)
    assert 50_000 < len(text) <= 60_000
    (left_out,) = re.findall(r"and (\d+) more", page.words["p"][-1])
    assert len(page.cells) + int(left_out) == 1_000
    assert len(markdown(report_of(*many), Style(), 2_000)) <= 2_000


def test_hidden_findings_are_marked() -> None:
    hidden = (Hidden(finding(4), "suppression", "<b>agreed</b> @all"), Hidden(finding(5), "baseline"))
    page = as_github(rendered(report_of(finding(3), hidden=hidden), Style(show_hidden=True)))
    assert [row[1] for row in page.cells] == [
        "warning",
        "warning (suppressed: <b>agreed</b> @\u200ball)",
        "warning (known to the baseline)",
    ]
    assert page.words["p"][0].endswith("; 1 suppressed, 1 known to the baseline")
