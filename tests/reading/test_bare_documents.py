"""OKRs with little around them: no title, no label, no colon, no word that says what a line is."""

import pytest
from golden import read_markdown, statements

LAYOUTS = {
    "one labelled objective, and a list that says from what to what": (
        """
        ## O1: Secure the foundation
        - Critical vulnerabilities from 14 to 0
        - MFA coverage from 60% to 100%
        """,
        ["O1 Secure the foundation", "- KR Critical vulnerabilities from 14 to 0",
         "- KR MFA coverage from 60% to 100%"],
    ),
    "the same in Chinese": (
        """
        目标：打开西班牙市场
        - 付费客户从100家增长到300家

        目标：让葡萄牙市场盈利
        1. 毛利率从1%提升到8%
        """,
        ["O 打开西班牙市场", "- KR 付费客户从100家增长到300家", "O 让葡萄牙市场盈利", "- KR 毛利率从1%提升到8%"],
    ),
    "an emoji for the word objective": (
        """
        # OKRs Q3 2026

        🎯 **Delight our enterprise customers**

        - NPS from 30 to 50
        - P1 tickets from 40 to 10 a month
        """,
        ["O Delight our enterprise customers", "- KR NPS from 30 to 50", "- KR P1 tickets from 40 to 10 a month"],
    ),
    "one bold objective above a bold name": (
        """
        # 2026年Q2 OKR

        **让老客户更愿意推荐我们**

        - 转介绍客户从20家到60家
        - 复购率从30%提升到45%

        **行动计划**

        - 走访20家老客户
        """,
        ["O 让老客户更愿意推荐我们", "- KR 转介绍客户从20家到60家", "- KR 复购率从30%提升到45%"],
    ),
    "labels without colons, and a sentence between": (
        """
        2026Q2 OKR
        O1 建立可复制的增长引擎
        这是今年最重要的方向
        KR1 新增付费客户200家
        KR2 获客成本从800元降到500元
        """,
        ["O1 建立可复制的增长引擎", "- KR1 新增付费客户200家", "- KR2 获客成本从800元降到500元"],
    ),
    "lines that lost their marks": (
        """
        Objective: Launch in Spain
        Key Results:
        300 paying customers by 30 June
        NPS of 40
        This was agreed with the board.
        """,
        ["O Launch in Spain", "- KR 300 paying customers by 30 June", "- KR NPS of 40"],
    ),
    "keycaps": (
        """
        # OKR
        ## O1: 写完第一本小说
        1️⃣ 3月31日前完成12万字
        2️⃣ 找到3位试读者
        """,
        ["O1 写完第一本小说", "- KR 3月31日前完成12万字", "- KR 找到3位试读者"],
    ),
    "bullets of a text processor, on two levels": (
        """
        # OKRs
        Objective 1: Calm releases
        •\tChange failure rate from 15% to 5%
        o\tOwner: Ana
        •\tRollback time from 60 to 15 min
        o\tOwner: Bo
        """,
        ["Objective 1 Calm releases", "- KR Change failure rate from 15% to 5%",
         "- KR Rollback time from 60 to 15 min"],
    ),
    "letters below numbers": (
        """
        # OKRs Q1
        1. Launch in Spain
           a. 300 customers
           b. NPS of 40
        2. Make Portugal pay
           a. Margin from 1% to 8%
           b. 30 partners
        """,
        ["O Launch in Spain", "- KR 300 customers", "- KR NPS of 40", "O Make Portugal pay",
         "- KR Margin from 1% to 8%", "- KR 30 partners"],
    ),
    "a letter alone, beside a list of letters": (
        """
        # OKRs
        Objective 1: Launch in Spain
        a. 300 customers
        b. NPS of 40
        Objective 2: Make Portugal pay
        a. Margin from 1% to 8%
        """,
        ["Objective 1 Launch in Spain", "- KR 300 customers", "- KR NPS of 40", "Objective 2 Make Portugal pay",
         "- KR Margin from 1% to 8%"],
    ),
    "numbers of two levels": (
        """
        Company OKRs 2026 Q1

        1. Grow revenue sustainably
        1.1 MRR from 200k to 260k by 31 March
        1.2 Net revenue retention of 115%

        2. Build a strong team
        2.1 eNPS from 15 to 35
        2.2 Regretted attrition below 5%
        """,
        ["O Grow revenue sustainably", "- KR MRR from 200k to 260k by 31 March", "- KR Net revenue retention of 115%",
         "O Build a strong team", "- KR eNPS from 15 to 35", "- KR Regretted attrition below 5%"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", LAYOUTS)
def test_layouts(case: str) -> None:
    text, expected = LAYOUTS[case]
    assert statements(read_markdown(text)) == expected


def test_a_line_of_nothing_but_people_names_the_owners() -> None:
    document = read_markdown(
        """
        # 2026Q2 OKR
        O1 建立可复制的增长引擎
        @张三
        KR1 新增付费客户200家
        @李四
        KR2 获客成本从800元降到500元
        @王五
        """
    )
    (objective,) = document.objectives
    assert [str(owner) for owner in objective.owners] == ["张三"]
    assert [[str(owner) for owner in each.owners] for each in objective.key_results] == [["李四"], ["王五"]]


def test_a_list_below_a_key_result_without_a_colon_is_its_own() -> None:
    document = read_markdown(
        """
        # Q1 2026 OKRs
        ## O1 Launch in Spain
        KR1 300 paying customers by 31 March
        - Owner: Ana
        - Score: 0.6

        KR2 NPS of 40
        - Owner: Bo
        - Score: 0.4
        """
    )
    (objective,) = document.objectives
    assert not objective.owners
    assert [str(each.owners[0]) for each in objective.key_results] == ["Ana", "Bo"]
    assert [each.score and each.score.value for each in objective.key_results] == [0.6, 0.4]


OTHERS = {
    "sentences that speak of key results": (
        """
        # Retrospective

        ## O1: Launch in Spain

        KR1 slipped because the vendor was late.

        KR2 went well.
        """
    ),
    "options of a design": (
        """
        ### O1: Cache the responses
        - Latency of 40 ms
        - Takes 3 days

        ### O2: Do nothing
        - Costs 0
        """
    ),
    "a plan of a meeting": "目标：对齐第二季度的排期\n- 时间：14:00\n- 地点：3楼会议室\n",
}


@pytest.mark.parametrize("case", OTHERS)
def test_what_has_no_key_results(case: str) -> None:
    document = read_markdown(OTHERS[case])
    assert [str(each.text) for objective in document.objectives for each in objective.key_results] == []
