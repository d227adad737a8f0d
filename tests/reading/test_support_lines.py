"""Lines that say what is supported without a colon, with an arrow, or below a name of their own."""

from time import process_time

import pytest

from okrlint.reading.support_lines import supported_in
from okrlint.testing import read

LINES = {
    "Supports company O2": "company O2",
    "- Supports company O1": "company O1",
    "*Supports company O1*": "company O1",
    "**Aligns to company O1**": "company O1",
    "> Supports Company O1": "Company O1",
    "(Supports company O1)": "company O1",
    "Aligned with company O1 and O2": "company O1 and O2",
    "Supports [Company O1](company.md#o1)": "Company O1",
    "Supports -> Company O1": "Company O1",
    "Contributes to Engineering O1 KR2.": "Engineering O1 KR2",
    "Laddering up to: Company O1": "Company O1",
    "Supports OKR-1077": "OKR-1077",
    "↑ O1": "O1",
    "→ Company O1": "Company O1",
    "- ⬆️ Company O1": "Company O1",
    "支撑公司目标一": "公司目标一",
    "支撐公司目標二": "公司目標二",
    "- 承接公司O1、O2": "公司O1|O2",
    "（承接公司O1）": "公司O1",
    "> 本季度承接公司O1": "公司O1",
    "对齐公司2026年度O1": "公司2026年度O1",
    "承接自：公司O1": "公司O1",
    "服务于：集团目标三": "集团目标三",
    "支撑公司O1「让老客户愿意推荐」": "公司O1「让老客户愿意推荐」",
}

OTHERS = (
    "Support O2 platform rollout",
    "Support 3 teams",
    "Supports 40 customers from O1 accounts",
    "Align with finance on the budget",
    "Roll out O2 to 40 shops",
    "→ 40%",
    "→ KR1: NPS from 20 to 40",
    "-1 O1",
    "支持 20 家门店",
    "承接 3 个项目",
    "对齐 5 个部门的口径",
    "支撑目标客户 300 家",
    "支持O2O平台上线",
)


@pytest.mark.parametrize("line", LINES)
def test_a_line_that_names_what_is_supported(line: str) -> None:
    document = read(f"# Team OKRs\n\n## O1: Be loved\n\n{line}\n\n- KR1: NPS from 20 to 40\n")
    (objective,) = document.objectives
    assert [str(each) for each in objective.supports] == LINES[line].split("|")
    assert [str(each.text) for each in objective.key_results] == ["NPS from 20 to 40"]


def test_a_line_below_a_key_result_is_that_of_it() -> None:
    document = read("# OKRs\n\n## O1: Be loved\n\n- KR1: NPS from 20 to 40\n  - supports company O2 KR1\n")
    assert [str(each) for each in document.objectives[0].key_results[0].supports] == ["company O2 KR1"]


@pytest.mark.parametrize("line", OTHERS)
def test_what_is_no_such_line(line: str) -> None:
    assert supported_in(line) is None
    document = read(f"# OKRs\n\n## O1: Be loved\n\n- KR1: NPS from 20 to 40\n- {line}\n")
    assert document.objectives[0].supports == ()


HOSTILE = ("Supports " + "a " * 55, "支撑" + "公司" * 55, "Supports " + "O1, " * 27 + "x", "→" + " " * 110)


@pytest.mark.parametrize("line", [*HOSTILE, "Supports " + "O1 (a) , " * 12 + "x", "Supports " + "a:" * 52 + "O1 x"])
def test_no_line_takes_long(line: str) -> None:
    start = process_time()
    for _ in range(100):
        supported_in(line)
    assert process_time() - start < 1
