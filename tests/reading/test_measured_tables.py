"""Tables in which a mere label (`KR1`) stands beside what is measured, and from where to where: which states it."""

import csv
import io

import pytest
from workbooks import workbook

from okrlint.model import Document
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.xlsx.reader import XlsxReader
from okrlint.testing import read

Rows = list[list[str]]
Stated = list[tuple[str | None, str, str | float | None]]


def in_markdown(rows: Rows) -> Document:
    head, *body = [f"| {' | '.join(row[1:])} |" for row in rows]
    table = "\n".join([head, "|---" * (len(rows[0]) - 1) + "|", *body])
    return read(f"# OKR 2026-Q1\n\n## O1: {rows[1][0]}\n\n{table}\n")


def in_html(rows: Rows) -> Document:
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return read(f"<h1>OKR 2026-Q1</h1><table>{body}</table>", "html")


def in_commas(rows: Rows) -> Document:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return read(text.getvalue(), "csv")


def in_workbook(rows: Rows) -> Document:
    reader = XlsxReader()
    data = workbook({"OKR": [[cell or None for cell in row] for row in rows]})
    return reader.read(reader.open(data, "plan.xlsx"), ReadingOptions())


FORMATS = {"markdown": in_markdown, "html": in_html, "csv": in_commas, "xlsx": in_workbook}


def stated(document: Document) -> Stated:
    """Return label, statement and target of each key result; the words of a target that is no number."""
    found: Stated = []
    for objective in document.objectives:
        for result in objective.key_results:
            target = result.metric.target if result.metric else None
            said = target and (target.raw if target.value is None else target.value)
            found.append((result.label, str(result.text), said))
    return found


TABLES: dict[str, tuple[Rows, Stated]] = {
    "words among the targets": (
        [
            ["Objective", "KR", "Metric", "Baseline", "Target"],
            ["A solid base", "KR1", "Churn", "5%", "less than 3%"],
            ["", "KR2", "NPS of new users", "20", "at least 40"],
            ["", "KR3", "Data policy", "none", "published"],
        ],
        [("KR1", "Churn", 3), ("KR2", "NPS of new users", 40), ("KR3", "Data policy", "published")],
    ),
    "sentences among the targets": (
        [
            ["Objective", "KR", "Measure", "Target"],
            ["A solid base", "KR1", "Trial conversion", "8% of trials convert"],
            ["", "KR2", "Denials of forbidden actions", "100% denied"],
        ],
        [("KR1", "Trial conversion", 8), ("KR2", "Denials of forbidden actions", 100)],
    ),
    "a measure by its longer name": (
        [
            ["Objective", "KR", "Success metric", "Target"],
            ["A solid base", "KR1", "Churn", "below 3%"],
            ["", "KR2", "Audit", "passed"],
        ],
        [("KR1", "Churn", 3), ("KR2", "Audit", "passed")],
    ),
    "Chinese": (
        [
            ["目标", "KR", "指标", "目标值"],
            ["让经理喜欢", "KR1", "次日留存", "不低于 40%"],
            ["", "KR2", "数据规范", "已发布"],
        ],
        [("KR1", "次日留存", 40), ("KR2", "数据规范", "已发布")],
    ),
    "a standard, beside figures": (
        [
            ["目标", "KR", "衡量标准", "目标值"],
            ["让经理喜欢", "KR1", "次日留存", "≥40%"],
            ["", "KR2", "满意度", "达到 90 分"],
        ],
        [("KR1", "次日留存", 40), ("KR2", "满意度", 90)],
    ),
    "figures before what they measure": (
        [
            ["Objective", "KR", "Target", "Metric"],
            ["A solid base", "KR1", "below 3%", "Churn"],
            ["", "KR2", "at least 40", "NPS"],
        ],
        [("KR1", "Churn", 3), ("KR2", "NPS", 40)],
    ),
    "targets that state it": (
        [
            ["Objective", "KR", "Target", "Metric"],
            ["A solid base", "KR1", "Win 30 new customers", "Customers"],
            ["", "KR2", "Bring churn below 3%", "Churn"],
        ],
        [("KR1", "Win 30 new customers", 30), ("KR2", "Bring churn below 3%", 3)],
    ),
    "targets that state it, beside the way to measure it": (
        [
            ["Objective", "KR", "How measured", "Target"],
            ["A solid base", "KR1", "Mixpanel", "40% of trials convert"],
            ["", "KR2", "Survey", "NPS of 40"],
        ],
        [("KR1", "40% of trials convert", 40), ("KR2", "NPS of 40", 40)],
    ),
    "Chinese targets that state it, beside measures with the figures": (
        [
            ["目标", "KR", "衡量指标", "目标"],
            ["让经理喜欢", "KR1", "次日留存≥40%", "提升新用户留存"],
            ["", "KR2", "平均 2 小时以内", "缩短客服响应"],
        ],
        [("KR1", "提升新用户留存", None), ("KR2", "缩短客服响应", None)],
    ),
    "no measures": (
        [
            ["Objective", "KR", "Target"],
            ["A solid base", "KR1", "Churn falls below 3%"],
            ["", "KR2", "40 customers renew"],
        ],
        [("KR1", "Churn falls below 3%", 3), ("KR2", "40 customers renew", 40)],
    ),
    "a title": (
        [
            ["Objective", "KR", "Description", "Metric", "Target"],
            ["A solid base", "KR1", "Customers stay", "Churn", "less than 3%"],
        ],
        [("KR1", "Customers stay", 3)],
    ),
}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", TABLES)
def test_what_states_the_key_result_of_a_label(name: str, form: str) -> None:
    rows, expected = TABLES[name]
    assert stated(FORMATS[form](rows)) == expected


def test_mere_amounts_state_nothing() -> None:
    rows = [["Objective", "KR", "Target", "Owner"], ["A solid base", "KR1", "40", "Ana"], ["", "KR2", "50%", "Bo"]]
    assert stated(in_commas(rows)) == [(None, "KR1", 40), (None, "KR2", 50)]


BASES: dict[str, tuple[str, str, str, float | None]] = {
    "Base": ("Base", "1000", "1200", 1000),
    "Base value": ("Base value", "10%", "12%", 10),
    "基期值": ("基期值", "1000", "1200", 1000),
    "an office": ("Base", "Berlin", "1200", None),
}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", BASES)
def test_a_column_base(name: str, form: str) -> None:
    header, base, target, expected = BASES[name]
    rows = [["Objective", "Key result", header, "Target"], ["Grow", "Weekly sign-ups", base, target]]
    (result,) = FORMATS[form](rows).objectives[0].key_results
    assert str(result.text) == "Weekly sign-ups"
    assert result.metric is not None
    baseline = result.metric.baseline
    assert (baseline and baseline.value) == expected


def test_base_without_a_target_is_what_the_author_says() -> None:
    rows = [["Objective", "Key result", "Base"], ["Grow", "Sign-ups from 1000 to 1200", "3"]]
    (result,) = in_commas(rows).objectives[0].key_results
    assert [(field.name, str(field.text)) for field in result.fields] == [("base", "3")]


@pytest.mark.parametrize(("base", "expected"), [("1000", 1000), ('"Berlin"', None)])
def test_a_key_base(base: str, expected: float | None) -> None:
    result = f'{{"kr": "Weekly sign-ups", "base": {base}, "target": 1200}}'
    document = read(f'{{"okrs": [{{"quarter": "Q1 2026", "objective": "Grow", "key_results": [{result}]}}]}}', "json")
    metric = document.objectives[0].key_results[0].metric
    assert metric is not None
    assert (metric.baseline and metric.baseline.value) == expected


def test_a_label_under_the_key_of_key_results() -> None:
    results = '[{"kr": "KR1", "metric": "Churn", "target": "less than 3%"}]'
    document = read(f'{{"okrs": [{{"quarter": "Q1 2026", "objective": "Grow", "key_results": {results}}}]}}', "json")
    assert stated(document) == [("KR1", "Churn", 3)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [("Q3 Y2025", "2025-Q3"), ("Y2025 Q3", "2025-Q3"), ("Y2025", "2025"), ("FY2025 Q3", "2025-Q3"), ("Q3", "Q3")],
)
def test_a_year_with_a_mark(said: str, expected: str) -> None:
    text = (
        f"Order,Type,Summary,Time period\n1,Objective,Be there first,{said}\n1.1,Key result,NPS from 20 to 40,{said}\n"
    )
    cycle = read(text, "csv").cycle
    assert (cycle and cycle.value) == expected
