"""`--format junit`: the report of a test run, which Jenkins, GitLab and many others show."""

import posixpath

from okrlint.linting.findings import Report
from okrlint.reporting.gathering import Told, told
from okrlint.reporting.interchange import message, relative
from okrlint.reporting.interface import Style
from okrlint.reporting.partwise import by_file
from okrlint.reporting.text import finding_as_text
from okrlint.reporting.words import NO_FINDINGS, hiding, item_of, place_of
from okrlint.reporting.xml import DECLARATION, attributes, escaped


class JunitReporter:
    """A suite for each file, with a case for each finding, or one that passes."""

    name = "junit"

    def render(self, report: Report, style: Style) -> str:
        """Return the report as XML; findings are failures, and errors where the job could not be done."""
        files = {each.paths[0]: told(each, style.show_hidden) for each in by_file(report, all_paths=True)}
        suites = [line for path, shown in files.items() for line in _suite(path, shown, style)]
        total = [each for shown in files.values() for each in shown]
        tests = sum(max(len(shown), 1) for shown in files.values())
        counts = attributes(name="okrlint", tests=tests, **_counts(total))
        return "\n".join([DECLARATION, f"<testsuites{counts}>", *suites, "</testsuites>"]) + "\n"


def _counts(shown: list[Told]) -> dict[str, int]:
    reported = [finding.fatal for finding, hidden in shown if hidden is None]
    return {"failures": reported.count(False), "errors": reported.count(True)}


def _suite(path: str, shown: list[Told], style: Style) -> list[str]:
    skipped = sum(each.hidden is not None for each in shown)
    name = relative(path, style.folder)
    counts = attributes(name=name, tests=max(len(shown), 1), **_counts(shown), skipped=skipped)
    group = posixpath.splitext(name)[0]
    cases = [line for each in shown for line in _case(each, group, style)]
    if not shown:
        cases = [f"    <testcase{attributes(name=NO_FINDINGS.in_language(style.language), classname=group)}/>"]
    return [f"  <testsuite{counts}>", *cases, "  </testsuite>"]


def _case(shown: Told, group: str, style: Style) -> list[str]:
    finding, hidden = shown
    name = f"{finding.code} {finding.name}{item_of(finding)} {place_of(finding)}"
    if hidden:
        what = f"<skipped>{escaped(hiding(hidden, finding.language))}</skipped>"
    else:
        tag = "error" if finding.fatal else "failure"
        about = attributes(type=finding.severity.label, message=message(finding))
        text = finding_as_text(shown, style._replace(color=False, width=None))
        what = f"<{tag}{about}>{escaped(text)}</{tag}>"
    return [f"    <testcase{attributes(name=name, classname=group)}>", f"      {what}", "    </testcase>"]
