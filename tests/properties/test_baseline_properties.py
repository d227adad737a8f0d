"""What holds of every baseline: it knows what it was written of, wherever that is moved to, and nothing else."""

import datetime
import json
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

import okr_documents as okr
from hypothesis import given
from hypothesis import strategies as st

from okrlint.config.settings import Settings
from okrlint.job import Job
from okrlint.jobs import lint_source
from okrlint.linting.baseline import (
    Entries,
    Known,
    added_up,
    entries_of,
    from_text,
    identities_of,
    lowered,
    to_text,
)
from okrlint.linting.findings import FileReport, Finding
from okrlint.linting.identity import normal
from okrlint.opening import reader_for
from okrlint.reading.source import Source

PATH = "okr/team"
TODAY = datetime.date(2026, 5, 4)
EVERYTHING = Settings(select=("ALL",), min_confidence="low", baseline="/okrlint-baseline.json")
Aims = tuple[okr.Aim, ...]
PLAIN = Settings(baseline="/okrlint-baseline.json")

_POOR = {
    "en": ("Launch the new site", "Improve satisfaction", "Hold weekly meetings", "All customers are happy", "TBD"),
    "zh-Hans": ("上线新版网站", "提升客户满意度", "每周召开例会", "所有客户都满意", "待定"),
    "zh-Hant": ("上線新版網站", "提升客戶滿意度", "每週召開例會", "所有客戶都滿意", "待定"),
}  # fmt: skip
_CHANGED = {"en": "Publish the price list", "zh-Hans": "公布价目表", "zh-Hant": "公佈價目表"}


class Arranged(NamedTuple):
    """OKRs, and how they are written in some format and layout, whatever their order."""

    language: str
    aims: Aims
    write: Callable[[Aims], okr.Written]


@st.composite
def arranged(draw: st.DrawFn) -> Arranged:
    """OKRs of which many say too little, no two of them the same."""
    language = draw(st.sampled_from(okr.LANGUAGES))
    poor = iter(draw(st.permutations(_POOR[language])))
    aims, said = [], set()
    for aim in draw(okr.sets_of_aims(language)):
        results = []
        for each in aim.results:
            statement = next(poor, each.statement) if draw(st.booleans()) else each.statement
            if normal(statement) not in said:
                results.append(each._replace(statement=statement))
                said.add(normal(statement))
        if results:
            aims.append(aim._replace(results=tuple(results)))
    style = okr._Style(language, draw(st.sampled_from("-*+")), "  ", draw(st.booleans()), draw(st.booleans()))
    layout = draw(st.sampled_from((*okr._MARKDOWN, *okr._MARKED_UP, "json", "toml")))

    def write(aims: Aims) -> okr.Written:
        if layout == "json":
            return okr.Written("json", json.dumps(okr._tree(aims, language), indent=1), aims)
        if layout == "toml":
            return okr.Written("toml", okr._toml(okr._tree(aims, language), False), aims)
        if isinstance(layout, str):
            return okr.Written(layout, "\n".join(okr._MARKED_UP[layout](aims, style)) + "\n", aims)
        return okr._markdown(aims, layout, style)

    return Arranged(language, tuple(aims), write)


def lint(written: okr.Written, chosen: Settings = PLAIN) -> FileReport:
    job = Job(PATH, chosen, TODAY, named=True)
    return lint_source(Source(written.text, PATH), reader_for(written.format, "-"), job).report


def baseline_of(report: FileReport) -> Entries:
    """What is known after all of a report was written to a baseline, and read again."""
    written = added_up(entries_of(report, PATH))
    read = from_text(to_text(written), {})
    assert read == written
    return read


def news(report: FileReport, before: FileReport) -> FileReport:
    return Known(baseline_of(before)).sift(report, PATH)


@given(okr.documents())
def test_a_fresh_baseline_knows_all(written: okr.Written) -> None:
    report = lint(written, EVERYTHING)
    assert report.findings
    left = news(report, report)
    assert not left.findings
    assert len(left.hidden) == len(report.findings)
    assert lowered(baseline_of(report), Counter(identities_of(report, PATH))) == baseline_of(report)


@given(arranged(), st.data())
def test_a_baseline_knows_what_was_put_in_another_order(given: Arranged, data: st.DataObject) -> None:
    before = lint(given.write(given.aims))
    aims = [aim._replace(results=tuple(data.draw(st.permutations(aim.results)))) for aim in given.aims]
    after = lint(given.write(tuple(data.draw(st.permutations(aims)))))
    assert not news(after, before).findings
    assert lowered(baseline_of(before), Counter(identities_of(after, PATH))) == baseline_of(before)


@given(arranged(), st.data())
def test_of_a_changed_key_result_all_findings_come_back_and_no_others(given: Arranged, data: st.DataObject) -> None:
    before = lint(given.write(given.aims))
    at = data.draw(st.integers(0, len(given.aims) - 1))
    aim = given.aims[at]
    results = list(aim.results)
    chosen = data.draw(st.integers(0, len(results) - 1))
    changed = results[chosen]._replace(statement=_CHANGED[given.language])
    results[chosen] = changed
    aims = (*given.aims[:at], aim._replace(results=tuple(results)), *given.aims[at + 1 :])
    after = lint(given.write(aims))
    single = Known({}).sift(after, PATH)
    due = [each.code for finding in single.findings for each in finding.parts or (finding,) if _is_of(each, changed)]
    assert "KW002" in due
    found = news(after, before)
    assert sorted(each.code for each in found.findings if _is_of(each, changed)) == sorted(due)
    assert [each for each in found.findings if not _is_of(each, changed)] == []


def _is_of(finding: Finding, result: okr.Result) -> bool:
    return finding.key_result is not None and normal(finding.subject) == normal(result.statement)
