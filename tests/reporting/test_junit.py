"""The report of a test run: after the schema that Jenkins's plug-in has, and read by a library for it."""

import pytest
from hostile import Case, finding, hostile_reports
from hypothesis import given
from junitparser import Error, Failure, JUnitXml, Skipped, TestSuite
from lxml import etree
from report_strategies import reports, styles

from okrlint.linting.findings import FileReport, Hidden, Report, combine
from okrlint.reporting.interface import Style
from okrlint.reporting.junit import JunitReporter

CASES = pytest.mark.parametrize("case", hostile_reports(), ids=lambda case: case.name)
PLAIN = Style()

# What jenkins-junit.xsd (of the JUnit 5 sources, after Jenkins's junit-4.xsd) allows, in words of our own.
_TEXT = 'type="xs:string"'
_OUTCOME = """<xs:complexType mixed="true"><xs:attribute name="type" type="xs:string"/>
<xs:attribute name="message" type="xs:string"/></xs:complexType>"""


def _attributes(required: str, optional: str) -> str:
    return "".join(
        f'<xs:attribute name="{name}" {_TEXT} use="{use}"/>'
        for use, names in (("required", required), ("optional", optional))
        for name in names.split()
    )


SCHEMA = etree.XMLSchema(
    etree.fromstring(f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="testsuites"><xs:complexType><xs:sequence>
  <xs:element ref="testsuite" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
  {_attributes("", "name time tests failures disabled errors")}
</xs:complexType></xs:element>
<xs:element name="testsuite"><xs:complexType><xs:sequence>
  <xs:element name="testcase" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
    <xs:element name="skipped" {_TEXT} minOccurs="0"/>
    <xs:element name="error" minOccurs="0" maxOccurs="unbounded">{_OUTCOME}</xs:element>
    <xs:element name="failure" minOccurs="0" maxOccurs="unbounded">{_OUTCOME}</xs:element>
    <xs:element name="system-out" {_TEXT} minOccurs="0" maxOccurs="unbounded"/>
    <xs:element name="system-err" {_TEXT} minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    {_attributes("name", "assertions time classname status")}
  </xs:complexType></xs:element>
  <xs:element name="system-out" {_TEXT} minOccurs="0"/>
  <xs:element name="system-err" {_TEXT} minOccurs="0"/></xs:sequence>
  {_attributes("name tests", "failures errors time disabled skipped timestamp hostname id package")}
</xs:complexType></xs:element>
</xs:schema>""")
)


def suites(report: Report, style: Style = PLAIN) -> list[TestSuite]:
    rendered = JunitReporter().render(report, style)
    assert rendered.endswith("</testsuites>\n")
    data = rendered.encode("utf-8")
    SCHEMA.assertValid(etree.fromstring(data))
    return list(JUnitXml.fromstring(data))


def check(report: Report, style: Style) -> None:
    """What holds of every report: it is valid, all is counted, and a file without findings passes."""
    read = suites(report, style)
    assert len({each.name for each in read}) <= len(read)
    cases = [case for suite in read for case in suite]
    outcomes = [outcome for case in cases for outcome in case.result]
    counted = {kind: sum(isinstance(each, kind) for each in outcomes) for kind in (Error, Failure, Skipped)}
    assert counted[Error] == sum(each.fatal for each in report.findings) == sum(suite.errors for suite in read)
    assert counted[Failure] + counted[Error] == len(report.findings)
    assert counted[Failure] == sum(suite.failures for suite in read)
    assert counted[Skipped] == len(report.hidden) * style.show_hidden == sum(suite.skipped for suite in read)
    assert len(cases) == sum(suite.tests for suite in read) == sum(max(len(list(suite)), 1) for suite in read)
    assert sum(case.is_passed for case in cases) == sum(case.name in ("no findings", "没有问题") for case in cases)


@CASES
@pytest.mark.parametrize("hidden", [False, True])
def test_hostile_reports_are_valid_and_complete(case: Case, hidden: bool) -> None:
    check(case.report, Style(show_hidden=hidden))


@given(reports(), styles)
def test_arbitrary_reports_are_valid_and_complete(report: Report, style: Style) -> None:
    check(report, style)


def test_a_case_says_what_where() -> None:
    (suite,) = suites(Report((finding(3, message="no number ]]> & <b>"),), 1, 1, 1))
    (case,) = suite
    assert (suite.name, case.classname) == ("docs/okrs/q2.md", "docs/okrs/q2")
    assert case.name == "KW001 kr-not-quantified [O1 KR1] 3:8"
    (failure,) = case.result
    assert (failure.type, failure.message) == ("warning", "no number ]]> & <b>")
    assert failure.text.splitlines() == [
        "docs/okrs/q2.md:3:8: warning KW001 kr-not-quantified [O1 KR1]",
        "  no number ]]> & <b>",
        "  3 | - KR1: 提升客户满意度 🙂",
        "    |        ^^^^^^^^",
    ]


def test_each_file_that_was_looked_at_has_a_suite() -> None:
    clean = [FileReport(path, recognised=True) for path in ("b.md", "a.md")]
    read = suites(combine([*clean, FileReport("docs/okrs/q2.md", (finding(3),), recognised=True)]))
    assert [(suite.name, [case.name[:11] for case in suite]) for suite in read] == [
        ("a.md", ["no findings"]),
        ("b.md", ["no findings"]),
        ("docs/okrs/q2.md", ["KW001 kr-no"]),
    ]


def test_what_is_hidden_is_skipped_where_it_is_shown() -> None:
    report = Report((), 1, 1, 1, hidden=(Hidden(finding(3, language="zh"), "suppression", "已商定"),))
    (suite,) = suites(report, Style(show_hidden=True))
    (case,) = suite
    assert case.is_skipped
    assert case.result[0].text == "已抑制：已商定"


def test_colour_stays_out() -> None:
    assert "\x1b" not in JunitReporter().render(Report((finding(3),), 1, 1, 1), Style(color=True, width=30))
