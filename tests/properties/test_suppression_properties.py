"""What holds for every document: a directive removes what it names at its item, nothing else, and leaves no trace."""

import functools
import json
from collections import Counter
from datetime import date
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from okr_documents import Written, documents, markdown, marked_up, stated, trees

from okrlint.config.settings import Settings
from okrlint.linter import Linter
from okrlint.linting.findings import Finding, Report
from okrlint.model import Document
from okrlint.opening import read_document, reader_for
from okrlint.reading.source import Source, UnreadableError

RULES = ("KW001", "KW005", "OB010", "OW001", "TM001", "CF001", "AP001")
"""Some rules about key results, objectives and what all key results lack."""

IDLE = "HY003"
"""A rule that finds nothing in these documents."""


@functools.cache
def linter() -> Linter:
    return Linter(
        {}, today=date(2026, 4, 20), overrides={"select": (*RULES, IDLE), "lang": "en", "min_confidence": "low"}
    )


def lint(text: str, format: str) -> Report:
    return linter().lint_text(text, format, "okr/team")


def read(text: str, format: str) -> Document:
    return read_document(Source(text, "okr/team"), reader_for(format, "-"), Settings())


def about(finding: Finding) -> tuple[str, str | None, str | None]:
    return finding.code, finding.objective, finding.key_result


def unfolded(report: Report, counts: dict[str | None, int]) -> Counter[tuple[str, str | None, str | None]]:
    """What is found of each item; what is said once of all key results counts for each."""
    found: Counter[tuple[str, str | None, str | None]] = Counter()
    for finding in report.findings:
        if "none of the " in finding.message and finding.key_result is None:
            for number in range(counts[finding.objective]):
                found[finding.code, finding.objective, f"KR{number + 1}"] += 1
        else:
            found[about(finding)] += 1
    return found


def fixed(text: str, report: Report) -> str:
    for finding in report.findings:
        if finding.code == "HY005" and finding.fix:
            for edit in sorted(finding.fix.edits, key=lambda each: each.span, reverse=True):
                text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


COMMENTS = {
    "markdown": "<!-- {} -->",
    "html": "<!-- {} -->",
    "yaml": "# {}",
    "toml": "# {}",
    "org": "# {}",
    "rst": ".. {}",
}


def above(text: str, format: str, offset: int, words: str) -> str:
    """The text with a comment on a line of its own above the one in which an offset lies."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    line = text[start:]
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    return f"{text[:start]}{indent}{COMMENTS[format].format(words)}\n{line}"


@given(documents(), st.data())
def test_a_directive_removes_what_it_names_at_its_item_and_nothing_else(written: Written, data: st.DataObject) -> None:
    kind, text = written.format, written.text
    assume(kind in COMMENTS)
    document = read(text, kind)
    counts: dict[str | None, int] = {each.id: len(each.key_results) for each in document.objectives}
    items = [(each, each.id, None) for each in document.objectives]
    items += [(item, each.id, item.id) for each in document.objectives for item in each.key_results]
    item, objective, key_result = data.draw(st.sampled_from(items))
    lines = Counter(Source(text).position(each.span.start)[0] for each, _, _ in items)
    assume(lines[Source(text).position(item.span.start)[0]] == 1)
    line = max(text.rfind("\n", 0, item.span.start), text.rfind("\r", 0, item.span.start)) + 1
    assume(not any(each.text.span.start < line < each.text.span.end for each, _, _ in items))  # within a quoted scalar
    code = data.draw(st.sampled_from((*RULES, IDLE)))
    with_directive = above(text, kind, item.span.start, f"okrlint: disable={code} -- 试点 pilot")
    try:
        assert stated(read(with_directive, kind)) == stated(document)
    except UnreadableError:
        assume(False)  # within a scalar of several lines
    before, report = unfolded(lint(text, kind), counts), lint(with_directive, kind)
    named = Counter({key: count for key, count in before.items() if _covers(key, code, objective, key_result)})
    idle = [finding for finding in report.findings if finding.code == "HY005"]
    after = unfolded(report, counts)
    after.pop(("HY005", None, None), None)
    assert after == before - named
    assert len(report.hidden) <= named.total()
    assert bool(report.hidden) == bool(named)
    assert {each.reason for each in report.hidden} <= {"试点 pilot"}
    assert len(idle) == (0 if named else 1)
    if not named:
        assert fixed(with_directive, report) == text


def _covers(key: tuple[str, str | None, str | None], code: str, objective: str, key_result: str | None) -> bool:
    return key[:2] == (code, objective) and key_result in (None, key[2])


@given(trees(("json",)), st.sampled_from(("KW001", IDLE)), st.booleans(), st.data())
def test_a_key_is_about_its_item_and_goes_without_a_trace(
    written: Written, code: str, listed: bool, data: st.DataObject
) -> None:
    root: Any = json.loads(written.text)
    mapping = data.draw(st.sampled_from(_mappings(root)))
    entries = list(mapping.items())
    at = data.draw(st.integers(0, len(entries)))
    indent = data.draw(st.sampled_from((None, 0, 2)))
    plain = json.dumps(root, ensure_ascii=False, indent=indent)
    mapping.clear()
    mapping.update(
        [*entries[:at], ("x-okrlint-ignore", [f"{code} -- 试点", "OB001"] if listed else code), *entries[at:]]
    )
    text = json.dumps(root, ensure_ascii=False, indent=indent)
    report = lint(text, "json")
    assert stated(read(text, "json")) == stated(read(plain, "json"))
    kept = {about(each) for each in report.findings if each.code != "HY005"} | {
        about(each.finding) for each in report.hidden
    }
    assert {key[0] for key in kept} == {each.code for each in lint(plain, "json").findings}
    if code == IDLE and not listed:
        assert fixed(text, report) == plain


def _mappings(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, dict):
        return [node, *(inner for each in node.values() for inner in _mappings(each))]
    return [inner for each in node for inner in _mappings(each)] if isinstance(node, list) else []


WORDS = st.text(
    st.sampled_from("okrlint:：= ,，-—disablefxNKW001\n\t#<!>->'\"`{}[]|\\KR目标"), max_size=40
) | st.lists(
    st.sampled_from(
        ["okrlint", ":", "disable", "disable-next", "disable-file", "=", "KW001", "ALL", ",", " ", "--", "-->", "<!--",
         "#", "\n", "x-okrlint-ignore", "reason", "`", "|", "EN003", "HY005", "ＫＷ", "，"]
    ),
    max_size=12,
).map("".join)  # fmt: skip


def about_one_item(words: str) -> bool:
    return not any(mark in words for mark in ("--", "\n", "<", ">", "file", "next"))


@given(documents(), st.sampled_from(("okrlint: ", "okrlint:disable=", "")), WORDS, st.data())
def test_words_like_a_directive_never_fail(written: Written, start: str, words: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(written.text)))
    comment = COMMENTS.get(written.format, "{}").format(start + words)
    text = written.text[:at] + comment + written.text[at:]
    report = lint(text, written.format)
    for finding in report.findings:
        assert 0 <= finding.offset <= len(text)
    if not any(finding.fatal for finding in report.findings):
        lint(fixed(text, report), written.format)


@given(markdown() | marked_up(("html",)), WORDS.filter(about_one_item))
def test_words_like_a_directive_about_one_item_leave_the_others_alone(written: Written, words: str) -> None:
    document = read(written.text, written.format)
    item = document.objectives[-1].key_results[-1]
    text = above(written.text, written.format, item.span.start, f"okrlint: disable={words}")
    try:
        same = stated(read(text, written.format)) == stated(document)
    except UnreadableError:
        same = False
    assume(same)
    counts: dict[str | None, int] = {each.id: len(each.key_results) for each in document.objectives}
    before = unfolded(lint(written.text, written.format), counts)
    after = unfolded(lint(text, written.format), counts)
    last = document.objectives[-1].id
    others = {key for key in before if key[1] != last}
    assert others == {key for key in after if key[1] not in (last, None) and key[0] != "HY005"}
