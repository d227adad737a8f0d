"""Columns that are called goals of some kind: left of key results they state objectives, behind them what to reach."""

import pytest

from okrlint.testing import read

OBJECTIVES = [
    "年度目标",
    "关键目标",
    "Q3目标",
    "目标名称",
    "產品目標",
    "公司目标",
    "Annual objective",
    "Company objective",
]
OTHERS = ["支撑目标", "上级目标", "非目标", "Parent objective", "Linked objective"]


def table(format: str, *rows: tuple[str, ...]) -> str:
    if format == "csv":
        return "".join(f"{','.join(row)}\n" for row in rows)
    head, *body = [f"| {' | '.join(row)} |\n" for row in rows]
    return f"{head}|{'---|' * len(rows[0])}\n{''.join(body)}"


@pytest.mark.parametrize("format", ["markdown", "csv"])
@pytest.mark.parametrize("name", OBJECTIVES)
def test_a_goal_left_of_key_results_is_the_objective(name: str, format: str) -> None:
    kind = "Key result" if name.isascii() else "关键结果"
    text = table(
        format, (name, kind, "负责人"), ("提升产品体验", "NPS从30提升到45", "张三"), ("", "留存从20%到30%", "李四")
    )
    (objective,) = read(text, format).objectives
    assert (str(objective.text), len(objective.key_results)) == ("提升产品体验", 2)


@pytest.mark.parametrize("format", ["markdown", "csv"])
@pytest.mark.parametrize("name", OTHERS)
def test_what_key_results_support_or_leave_out_is_none(name: str, format: str) -> None:
    kind = "Key result" if name.isascii() else "关键结果"
    text = table(
        format, (name, kind, "负责人"), ("提升产品体验", "NPS从30提升到45", "张三"), ("", "留存从20%到30%", "李四")
    )
    assert not read(text, format).objectives


def test_where_the_team_has_objectives_those_of_the_company_are_none() -> None:
    text = table("markdown", ("公司目标", "团队目标", "关键结果"), ("三年内上市", "让客户满意", "NPS从30提升到45"))
    assert [str(each.text) for each in read(text).objectives] == ["让客户满意"]


def test_a_goal_of_a_time_behind_labels_with_tags_is_the_target() -> None:
    text = "**O1：提升质量**\n\n" + table(
        "markdown",
        ("KR", "指标", "90 天目标"),
        ("KR1（增长）", "双平台粉丝净增", "20k"),
        ("KR2（质量）", "好评率", "95%"),
    )
    results = read(text).objectives[0].key_results
    assert [(each.label, str(each.text)) for each in results] == [("KR1", "双平台粉丝净增"), ("KR2", "好评率")]
    assert [each.metric.target.raw for each in results if each.metric and each.metric.target] == ["20k", "95%"]
