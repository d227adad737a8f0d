"""The XML of Checkstyle, after what its readers ask for."""

import pytest
from hostile import Case, finding, hostile_reports
from hypothesis import given
from lxml import etree
from report_strategies import reports, styles

from okrlint.linting.findings import FileReport, Report, combine
from okrlint.linting.interface import Severity
from okrlint.reporting.checkstyle import CheckstyleReporter
from okrlint.reporting.interface import Style

CASES = pytest.mark.parametrize("case", hostile_reports(), ids=lambda case: case.name)
PLAIN = Style()

# Checkstyle publishes no schema; this is what its own writer (XMLLogger) puts out, and what readers take.
SCHEMA = etree.XMLSchema(
    etree.fromstring("""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="checkstyle"><xs:complexType><xs:sequence>
  <xs:element name="file" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
    <xs:element name="error" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
      <xs:attribute name="line" type="xs:positiveInteger" use="required"/>
      <xs:attribute name="column" type="xs:positiveInteger"/>
      <xs:attribute name="severity" use="required"><xs:simpleType><xs:restriction base="xs:string">
        <xs:enumeration value="error"/><xs:enumeration value="warning"/><xs:enumeration value="info"/>
      </xs:restriction></xs:simpleType></xs:attribute>
      <xs:attribute name="message" use="required"><xs:simpleType><xs:restriction base="xs:string">
        <xs:minLength value="1"/></xs:restriction></xs:simpleType></xs:attribute>
      <xs:attribute name="source" type="xs:string" use="required"/>
    </xs:complexType></xs:element></xs:sequence>
    <xs:attribute name="name" type="xs:string" use="required"/>
  </xs:complexType></xs:element></xs:sequence>
  <xs:attribute name="version" type="xs:string" use="required"/>
</xs:complexType></xs:element>
</xs:schema>""")
)


def written(report: Report, style: Style = PLAIN) -> list[tuple[str, list[dict[str, str]]]]:
    """Return the files in their order: several may have one name, if signs in them cannot be written."""
    rendered = CheckstyleReporter().render(report, style)
    assert rendered.endswith("</checkstyle>\n")
    root = etree.fromstring(rendered.encode("utf-8"))
    SCHEMA.assertValid(root)
    return [(file.get("name", ""), [dict(error.attrib) for error in file]) for file in root]


def read(report: Report, style: Style = PLAIN) -> dict[str, list[dict[str, str]]]:
    files = written(report, style)
    assert len(dict(files)) == len(files)
    return dict(files)


def check(report: Report, style: Style) -> None:
    errors = [error for _, own in written(report, style) for error in own]
    assert len(errors) == len(report.findings)
    assert [int(error["line"]) for error in errors] == [each.start.line for each in report.findings]


@CASES
def test_hostile_reports_are_valid_and_complete(case: Case) -> None:
    check(case.report, Style(show_hidden=True))


@given(reports(), styles)
def test_arbitrary_reports_are_valid_and_complete(report: Report, style: Style) -> None:
    check(report, style)


def test_an_error_says_what_where() -> None:
    words = "“目标” <b> & \"no\" 'number' ]]>"
    assert read(Report((finding(3, message=words, severity=Severity.HINT),), 1, 1, 1)) == {
        "docs/okrs/q2.md": [
            {"line": "3", "column": "8", "severity": "info", "message": words, "source": "okrlint.KW001"}
        ]
    }


def test_clean_files_are_named_too() -> None:
    report = combine([FileReport("b.md", recognised=True), FileReport("/srv/repo/a.md", recognised=True)])
    assert read(report, Style(folder="/srv/repo")) == {"a.md": [], "b.md": []}
