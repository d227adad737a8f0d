"""Baselines as values and as text."""

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.linting.baseline import (
    BaselineError,
    Entry,
    Known,
    added_up,
    entries_of,
    from_text,
    lowered,
    to_text,
)
from okrlint.linting.findings import FileReport, Finding, Position, Unsaid
from okrlint.linting.interface import Severity

CODES = {"kr-not-quantified": "KW001", "KR-101": "KW001", "KW001": "KW001"}


def finding(subject: str, at: int = 0, code: str = "KW001", **values: object) -> Finding:
    place = Position(at + 1, 1)
    made = Finding("docs/q2.md", place, place, code, "name", Severity.ERROR, "message", offset=at)
    return made._replace(subject=subject, objective="O1", key_result=f"KR{at}", **values)  # type: ignore[arg-type]


def report(*findings: Finding) -> FileReport:
    return FileReport("docs/q2.md", findings)


def known(*findings: Finding) -> Known:
    return Known(added_up(entries_of(report(*findings), "q2.md")))


def subjects(found: FileReport) -> list[tuple[str, int]]:
    return [(each.subject, each.offset) for each in found.findings]


def test_known_findings_are_hidden_and_others_left() -> None:
    left = known(finding("a")).sift(report(finding("b", 5), finding("A", 9)), "q2.md")
    assert subjects(left) == [("b", 5)]
    assert [(each.finding.offset, each.by) for each in left.hidden] == [(9, "baseline")]


def test_of_more_than_are_known_the_last_ones_are_left() -> None:
    left = known(finding("a", 1), finding("a", 2)).sift(report(*(finding("a", at) for at in (40, 10, 30, 20))), "q2.md")
    assert subjects(left) == [("a", 30), ("a", 40)]
    assert [each.finding.offset for each in left.hidden] == [10, 20]


def test_another_file_is_not_known() -> None:
    assert subjects(known(finding("a")).sift(report(finding("a")), "q3.md")) == [("a", 0)]


def test_what_failed_and_what_tells_of_the_run_is_neither_written_nor_hidden() -> None:
    told = [
        finding("a", code="EN005", fatal=True),
        finding("a", code="EN006", fatal=True),
        finding("a", code="ST008"),
        finding("a", code="EN012"),
    ]
    assert not list(entries_of(report(*told), "q2.md"))
    assert not known(*told).sift(report(*told), "q2.md").hidden


def all_of(*subjects: str) -> Finding:
    parts = tuple(finding(subject, at) for at, subject in enumerate(subjects))
    return finding("objective")._replace(key_result=None, parts=parts)


def test_what_is_said_once_of_all_is_known_one_by_one() -> None:
    assert [entry.subject for entry in entries_of(report(all_of("a", "b")), "q2.md")] == ["a", "b"]
    once = all_of("a", "b", "c")
    assert known(once).sift(report(once), "q2.md").hidden[0].finding == once
    assert not known(once).sift(report(finding("a"), finding("c", 9)), "q2.md").findings
    left = known(once).sift(report(all_of("a", "new", "b", "c")), "q2.md")
    assert subjects(left) == [("new", 1)]
    assert [each.finding.subject for each in left.hidden] == ["a", "b", "c"]
    assert known(finding("other")).sift(report(once), "q2.md").findings == (once,)


def test_what_another_finding_is_told_instead_of_is_known_too() -> None:
    activity = finding("Launch it", code="KW002")
    both = activity._replace(instead_of=(Unsaid("KW001", "O1", "KR0", "Launch it", "Launch it"),))
    plain = finding("Launch it")
    assert not known(both).sift(report(plain), "q2.md").findings
    assert not known(plain).sift(report(both), "q2.md").findings
    assert known(activity).sift(report(plain), "q2.md").findings
    twice = known(both).sift(report(both, plain._replace(offset=9)), "q2.md")
    assert [each.offset for each in twice.findings] == [9]


def test_lowering_never_adds() -> None:
    entries = added_up([Entry("KW001", "q2.md", "key_result", "a", times=3), Entry("KW001", "q2.md", "document")])
    a, b = entries
    assert [entry.times for entry in lowered(entries, Counter({a: 2, b: 5})).values()] == [2, 1]
    assert list(lowered(entries, Counter({a: 9}))) == [a]


def test_the_text_is_json_with_one_entry_a_line_in_order() -> None:
    entries = [
        Entry("KW004", "q3.md", "key_result", "提升“满意度”", "提升", 2),
        Entry("OW001", "q2.md", "key_result", "b"),
        Entry("KW004", "q2.md", "document"),
        Entry("KW004", "q3.md", "key_result", "提升“满意度”", "提升"),
    ]
    assert to_text(added_up(entries)) == (
        '{"version": 1,\n "findings": [\n'
        '  {"rule": "KW004", "path": "q2.md", "part": "document", "count": 1},\n'
        '  {"rule": "OW001", "path": "q2.md", "part": "key_result", "subject": "b", "count": 1},\n'
        '  {"rule": "KW004", "path": "q3.md", "part": "key_result", "subject": "提升“满意度”", "quote": "提升",'
        ' "count": 3}\n ]}\n'
    )
    assert to_text({}) == '{"version": 1,\n "findings": []}\n'
    assert to_text(added_up(entries)) == to_text(added_up(reversed(entries)))


words = st.text(max_size=40) | st.sampled_from(["\ud83d", "\u2028", '"', "\\", "</script>", "\x00", "a" * 900])


@given(
    st.lists(
        st.builds(
            Entry,
            st.sampled_from(["KW001", "XX9"]),
            st.sampled_from(["q2.md", "../a b/目标.md", "-", "\udcff.md"]),
            st.sampled_from(["document", "objective", "key_result"]),
            words,
            words,
            st.integers(1, 9),
        ),
        max_size=8,
    )
)
def test_what_is_written_is_read(entries: list[Entry]) -> None:
    text = to_text(added_up(entries))
    text.encode("utf-8")
    assert from_text(text, CODES) == added_up(entries)
    assert to_text(from_text(text, CODES)) == text


def entry(**values: object) -> str:
    made = {"rule": "KW001", "path": "q2.md", "part": "key_result", "subject": "a", "count": 1, **values}
    return json.dumps({key: value for key, value in made.items() if value is not ...})


def text(*entries: str) -> str:
    return '{"version": 1,\n "findings": [\n' + ",\n".join(entries) + "\n]}"


def test_former_codes_and_names_of_a_rule_still_count() -> None:
    read = from_text(text(entry(rule="KR-101"), entry(rule="kr-not-quantified"), entry(rule="ZZ001")), CODES)
    assert [(each.rule, each.times) for each in read.values()] == [("KW001", 2), ("ZZ001", 1)]


def test_paths_are_brought_to_one_form() -> None:
    read = from_text(text(*(entry(path=path) for path in ("./a/../q2.md", "q2.md", "..\\other\\q2.md"))), CODES)
    assert [(each.path, each.times) for each in read.values()] == [("q2.md", 2), ("../other/q2.md", 1)]


@pytest.mark.parametrize(
    ("written", "line", "said"),
    [
        ("", 1, "not valid JSON"),
        ('{"version": 1,\n "findings": [\n  {"rule": }\n]}', 3, "not valid JSON"),
        ("<<<<<<< HEAD\n{}", 1, "conflict markers"),
        (text(entry()).replace("\n]", "\n=======\n]"), 4, "conflict markers"),
        ("[" * 100_000, None, "not valid JSON"),
        ('{"version": ' + "1" * 5000 + "}", None, "not valid JSON"),
        ("[]", None, 'no "version"'),
        ('{"findings": []}', None, 'no "version"'),
        ('{"version": 2, "findings": []}', None, "version 2"),
        ('{"version": true, "findings": []}', None, "version True"),
        ('{"version": 1}', None, '"findings" is to be a list'),
        ('{"version": 1, "findings": {}}', None, '"findings" is to be a list'),
        ('{"version": 1, "finding": []}', None, "did you mean 'findings'"),
        (text(entry(), "7"), 4, "entry 2: it is to be an object"),
        (text(entry(), entry(), entry(rule=...)), 5, 'entry 3: it has no "rule"'),
        (text(entry(rule="")), 3, "may not be empty"),
        (text(entry(path=3)), 3, '"path" is to be a string'),
        (text(entry(subjet="x")), 3, "did you mean 'subject'"),
        (text(entry(part="keyresult")), 3, "did you mean 'key_result'"),
        (text(entry(count=0)), 3, "whole number from 1"),
        (text(entry(count=-4)), 3, "and is -4"),
        (text(entry(count=1.5)), 3, "whole number"),
        (text(entry(count=True)), 3, "and is True"),
        (text(entry(count=10**30)), 3, "whole number"),
    ],
)
def test_what_is_no_baseline_is_refused_with_its_line(written: str, line: int | None, said: str) -> None:
    with pytest.raises(BaselineError) as caught:
        from_text(written, CODES)
    assert said in str(caught.value)
    assert caught.value.line == line
