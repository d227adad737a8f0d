"""Tables that explain what objectives and key results are, and tables of real ones that look like them."""

import pytest
from test_measured_tables import FORMATS, Rows

from okrlint.model import Document
from okrlint.testing import read


def markdown(rows: Rows, head: str = "# OKR 2026-Q1\n") -> str:
    first, *body = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([head, first, "|---" * len(rows[0]) + "|", *body, ""])


def in_markdown(rows: Rows) -> Document:
    return read(markdown(rows))


FORMS = {**FORMATS, "markdown": in_markdown}
IN_SHEETS = ("a column of types", "Chinese types", "in columns", "Chinese in columns", "compared")
"""Those that have a header in a sheet, too; without one it is read line by line."""

EXPLAINING: dict[str, Rows] = {
    "terms": [
        ["Term", "Meaning"],
        ["Objective", "What we want to achieve"],
        ["Key Result", "How we measure it"],
    ],
    "components with examples": [
        ["Component", "Definition", "Example"],
        ["Objective", "Qualitative goal", "Become the first choice"],
        ["Key Result", "Quantitative outcome", "ARR from $12M to $18M"],
    ],
    "elements with rules": [
        ["Element", "Rule", "Good Example", "Bad Example"],
        ["Objective", "Qualitative, motivating", "Our customers come back", "Increase revenue by 10%"],
        ["Key Result", "Measurable, with a deadline", "NPS rises from 45 to 60 by Q2", "Improve satisfaction"],
    ],
    "a column of types": [
        ["Type", "Description", "Example"],
        ["Objective", "What we want", "Become the first choice"],
        ["Key Result", "How we measure it", "NPS from 45 to 60"],
    ],
    "Chinese terms": [["术语", "含义"], ["目标", "我们想达成什么"], ["关键结果", "如何衡量"]],
    "Chinese elements": [
        ["要素", "定义", "示例"],
        ["目标（O）", "定性的方向", "成为第一"],
        ["关键结果（KR）", "可衡量的成果", "营收从 12 到 18"],
    ],
    "Chinese types": [["类型", "说明", "示例"], ["目标", "方向", "成为第一"], ["关键结果", "成果", "营收从 12 到 18"]],
    "in columns": [
        ["Objective", "Key Results"],
        ["Defines what needs to be achieved", "The outcomes that define when it has been met"],
        ["Describes a desired outcome", ""],
    ],
    "Chinese in columns": [["目标", "关键结果"], ["我们要去哪里", "怎么知道到了"], ["定性的描述", "定量的"]],
    "compared": [
        ["Aspect", "Objective", "Key Result"],
        ["Definition", "A goal", "A measure of it"],
        ["Number", "3 to 5", "2 to 5 for each objective"],
    ],
}


@pytest.mark.parametrize("form", ["markdown", "html", "csv"])
@pytest.mark.parametrize("name", EXPLAINING)
def test_explanations_state_nothing(name: str, form: str) -> None:
    assert FORMS[form](EXPLAINING[name]).objectives == ()


@pytest.mark.parametrize("name", IN_SHEETS)
def test_explanations_in_a_sheet(name: str) -> None:
    assert FORMS["xlsx"](EXPLAINING[name]).objectives == ()


@pytest.mark.parametrize("name", EXPLAINING)
def test_explanations_above_real_ones(name: str) -> None:
    text = markdown(EXPLAINING[name], "# OKR 2026-Q1\n\n## OKR\n")
    document = read(f"{text}\n## O1: Be the shop people cross town for\n\n- KR1: NPS from 20 to 40\n")
    assert [str(item.text) for item in document.items()] == ["Be the shop people cross town for", "NPS from 20 to 40"]


def test_explanations_with_other_terms() -> None:
    rows = [["Term", "Definition"], ["OKR", "Objectives and Key Results"], ["Objective", "A goal"]]
    assert in_markdown([*rows, ["Key Results", "2-5 measures"], ["Initiative", "A project"]]).objectives == ()


REAL: dict[str, tuple[Rows, list[str]]] = {
    "a form with a figure": (
        [["Component", "Description"], ["Objective", "Improve onboarding"], ["Key Result", "NPS from 20 to 40"]],
        ["Improve onboarding", "NPS from 20 to 40"],
    ),
    "types with owners": (
        [
            ["Type", "Statement", "Example", "Owner"],
            ["Objective", "Improve onboarding", "", "Ana"],
            ["Key Result", "NPS from 20 to 40", "", "Bo"],
        ],
        ["Improve onboarding", "NPS from 20 to 40"],
    ),
    "questions that are none": (
        [
            ["Objective", "Key Result"],
            ["What customers say drives our roadmap", "80% of items cite a customer"],
            ["Describe our product in one sentence", "80% of staff can"],
        ],
        [
            "What customers say drives our roadmap",
            "80% of items cite a customer",
            "Describe our product in one sentence",
            "80% of staff can",
        ],
    ),
    "a definition that is to be set": (
        [["目标", "关键结果"], ["定义新一代产品标准", "3 家伙伴采用"]],
        ["定义新一代产品标准", "3 家伙伴采用"],
    ),
    "themes": (
        [
            ["Theme", "Objective", "Key Result"],
            ["Focus", "Ship less, better", "Releases from 9 to 4"],
            ["Scope", "Say no more often", "Projects from 12 to 5"],
        ],
        ["Ship less, better", "Releases from 9 to 4", "Say no more often", "Projects from 12 to 5"],
    ),
    "perspectives": (
        [
            ["维度", "目标", "关键结果"],
            ["财务", "利润更健康", "毛利率从 30% 到 40%"],
            ["客户", "客户更忠诚", "NPS 从 20 到 40"],
        ],
        ["利润更健康", "毛利率从 30% 到 40%", "客户更忠诚", "NPS 从 20 到 40"],
    ),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", REAL)
def test_real_ones_stay(name: str, form: str) -> None:
    rows, expected = REAL[name]
    assert [str(item.text) for item in FORMS[form](rows).items()] == expected


@pytest.mark.parametrize("form", ["markdown", "html", "xlsx"])
def test_a_form_with_numbered_key_results(form: str) -> None:
    rows = [["Element", "Description"], ["Objective", "Improve onboarding"], ["Key Result 1", "NPS from 20 to 40"]]
    rows.append(["Key Result 2", "Onboarding takes 2 days, not 5"])
    assert [str(item.text) for item in FORMS[form](rows).items()] == [row[1] for row in rows[1:]]
